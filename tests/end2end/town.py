"""The people of the end-to-end tests: businesses with their phones, and customers who write to one number only."""

import random
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import count

from tests.end2end.desk import Desk
from tests.network import NetworkThread
from tests.network.phone import Phone
from tests.waiting import until

_numbers = count(1)


@dataclass
class Line:
    """One slot with the phone behind it, its own customers, and what was said on it so far."""

    session_id: str
    phone: Phone
    customers: list[Phone]
    said: dict[str, list[str]] = field(default_factory=dict)
    heard: dict[str, list[str]] = field(default_factory=dict)

    @property
    def account_id(self) -> str:
        """The account it belongs to."""
        return self.session_id.rpartition("-slot")[0]

    def numbers(self) -> list[str]:
        """Every number that belongs to this line alone, in digits."""
        return [self.phone.number, *(customer.number for customer in self.customers)]

    def texts(self) -> list[str]:
        """Every text that belongs to this line alone."""
        return [text for texts in (*self.said.values(), *self.heard.values()) for text in texts]


class Town:
    """A network's people, and traffic between them."""

    def __init__(self, network: NetworkThread) -> None:
        """Nobody lives here yet."""
        self.network = network

    def phone(self, name: str) -> Phone:
        """A new phone with a Brazilian mobile number nobody else has."""
        made: Phone = self.network.call(self.network.network.phone, f"+55119{next(_numbers):08d}", name)
        return made

    def line(self, desk: Desk, account_id: str, name: str, customers: int = 3) -> Line:
        """A new slot with a phone and customers of its own; not linked yet."""
        session_id = desk.add_slot(account_id, name)
        people = [self.phone(f"{name} customer {number}") for number in range(customers)]
        return Line(session_id, self.phone(name), people)

    def link(self, desk: Desk, *lines: Line) -> list[str]:
        """Link all lines at the same time, each from its own QR, all of them on show together. The payloads."""
        for line in lines:
            desk.post(f"/start/{line.session_id}")
        codes = [desk.qr(line.session_id) for line in lines]
        assert len(set(codes)) == len(lines)
        assert [desk.ask("GET", f"/qr/{line.session_id}").status_code for line in lines] == [200] * len(lines)
        with ThreadPoolExecutor(len(lines)) as pool:
            list(pool.map(lambda pair: self.network.call(pair[0].phone.scan, pair[1]), zip(lines, codes, strict=True)))
        for line in lines:
            assert desk.wait_status(line.session_id, "online")["number"] == f"+{line.phone.number}"
        return codes

    def talk(self, desk: Desk, lines: list[Line], each_way: int, seed: int) -> None:
        """``each_way`` messages in and as many out on every line, all lines mixed in an order from ``seed``."""
        chance = random.Random(seed)
        turns = [(line, way, number) for line in lines for way in ("in", "out") for number in range(each_way)]
        chance.shuffle(turns)
        for line, way, number in turns:
            customer = line.customers[chance.randrange(len(line.customers))]
            text = f"{way} {number} of {line.phone.account.name} {chance.randrange(10**9):09d}"
            if way == "in":
                line.heard.setdefault(customer.number, []).append(text)
                self.network.call(customer.say, line.phone.number, text)
            else:
                line.said.setdefault(customer.number, []).append(text)
                desk.send(line.session_id, text, number=f"+{customer.number}")

    def settled(self, desk: Desk, lines: list[Line], seconds: float = 60) -> None:
        """Wait until everything said on ``lines`` has arrived at both ends."""
        for line in lines:
            for customer in line.customers:
                wanted = set(line.said.get(customer.number, []))
                until(
                    f"{len(wanted)} messages at {customer.account.name}",
                    lambda customer=customer, wanted=wanted: wanted <= {one.text for one in customer.inbox},
                    seconds,
                )
            heard = {text for texts in line.heard.values() for text in texts}
            until(
                f"{len(heard)} messages in {line.session_id}",
                lambda line=line, heard=heard: heard <= {one["text"] for one in desk.messages(line.session_id)},
                seconds,
            )

    def check(self, desk: Desk, lines: list[Line]) -> None:
        """0 lost, 0 doubled, 0 misrouted: at the customers, in the store, and by the network's own records."""
        for line in lines:
            stored = desk.messages(line.session_id)
            for customer in line.customers:
                self._check_customer(line, customer)
                told = [one for one in reversed(stored) if one["number"] == f"+{customer.number}"]
                incoming = [one["text"] for one in told if one["direction"] == "in"]
                assert sorted(incoming) == sorted(line.heard.get(customer.number, [])), line.session_id
                outgoing = [one["text"] for one in told if one["direction"] == "out"]
                assert sorted(outgoing) == sorted(line.said.get(customer.number, [])), line.session_id
                assert {one["sent_from"] for one in told if one["direction"] == "out"} <= {f"+{line.phone.number}"}
            self._check_records(line, stored)

    @staticmethod
    def _check_customer(line: Line, customer: Phone) -> None:
        assert {one.from_number for one in customer.inbox} <= {line.phone.number}, "misrouted"
        assert [one.text for one in customer.inbox] == line.said.get(customer.number, []), (
            "lost, doubled or out of order"
        )
        assert not customer.undecryptable

    def _check_records(self, line: Line, stored: list[dict[str, str]]) -> None:
        ids = {one["server_id"] for one in stored if one["direction"] == "out"}
        mine = {customer.number for customer in line.customers}
        left = self.network.network.records.sent_by(line.phone.number)
        assert {message.to_number for message in left} <= mine, "misrouted"
        assert {message.id for message in left} == ids, "two ids for one message, or one that nobody wrote"
