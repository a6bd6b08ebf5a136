"""Brings the scene of the mock-ups about for real: accounts made, numbers linked, customers writing, states by faults.

Done without a window, through the supervisor; the window is opened on its data afterwards. States that live only
while something runs (codes on show, a link that keeps failing) come about again then: the faults stay.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from tests.scene.chats import CUSTOMERS, OUT, Customer
from tests.scene.desk import BUSINESSES, LIVE
from tests.scene.talks import BEATRIZ, Line
from tests.scene.times import NOW_MS, at
from wadesk.domain.errors import WaDeskError
from wadesk.domain.linkstate import LinkState
from wadesk.domain.message import SendReason
from wadesk.domain.principal import local_administrator
from wadesk.paths import DataFolder
from wadesk.supervisor.supervisor import open_supervisor
from wadesk.supervisor.vault.passphrase_vault import open_passphrase_vault

if TYPE_CHECKING:
    from pathlib import Path

    from tests.network.phone import Phone
    from tests.network.server import Network
    from wadesk.domain.ids import SlotId
    from wadesk.domain.linkstate import SlotStatus
    from wadesk.supervisor.supervisor import Supervisor

T = TypeVar("T")

PASSPHRASE = "scene"
"""Guards nothing: the data is made up, and goes with the run."""

WHO = local_administrator()
SCENES = ("day", "states")
"""`day` is what the mock-ups show; `states` adds the banned number, so that more drawn states are seen at once."""
STEP_S = 0.05
PATIENCE_S = 30


def vault_of(data: DataFolder) -> Path:
    """Where a scene keeps its keys: beside the data, where the program does not look for a vault of its own."""
    return data.root.parent / "scene.vault"


@dataclass
class Place:
    """One number of the scene: its slot in the window's data, and the phone behind it."""

    slot_id: SlotId
    phone: Phone


class Scene:
    """One scene on one network. `slot_ids` says which slots the window must start for their codes."""

    def __init__(self, network: Network, name: str, tell: Callable[[str], None]) -> None:
        """Nothing is there yet. `name` is one of `SCENES`."""
        self._network, self._name, self._tell = network, name, tell
        self._places: dict[str, Place] = {}
        self._people: dict[str, Phone] = {}

    @property
    def live(self) -> list[SlotId]:
        """The slots whose codes are on show."""
        return [self._places[key].slot_id for key in LIVE]

    async def begin(self, supervisor: Supervisor) -> None:
        """Make everything that lasts."""
        self._tell("Making 8 accounts with 15 numbers, and linking them.")
        await self._make(supervisor)
        await asyncio.gather(*(self._link(supervisor, place) for place in self._places.values()))
        self._tell("Customers write, and are answered.")
        await asyncio.gather(*(self._talk(supervisor, key) for key in self._places))
        self._tell("Bringing the states about.")
        await self._stand(supervisor)

    async def _make(self, supervisor: Supervisor) -> None:
        for business in BUSINESSES:
            account = await supervisor.add_account(WHO, business.name, business.initials, business.colour)
            for index, (name, digits) in enumerate(business.numbers, 1):
                slot = await supervisor.add_slot(WHO, account.account_id, name)
                phone = self._network.phone(f"+55119999900{digits}", business.name)
                self._places[f"{business.initials}{index}"] = Place(slot.slot_id, phone)

    async def _link(self, supervisor: Supervisor, place: Place) -> None:
        await supervisor.start(WHO, place.slot_id)
        await place.phone.scan(await self._code(supervisor, place.slot_id))
        await self._until(supervisor, place.slot_id, LinkState.ONLINE)

    async def _code(self, supervisor: Supervisor, slot_id: SlotId) -> str:
        async def look() -> str | None:
            with suppress(WaDeskError):
                return (await supervisor.qr(WHO, slot_id)).payload
            return None

        return await _soon("a code", look)

    async def _talk(self, supervisor: Supervisor, key: str) -> None:
        """Everything that was said on one number, oldest first."""
        mine = sorted((one for one in CUSTOMERS if one.slot == key), key=lambda one: at(one.clock))
        for customer in mine:
            place = self._places[key]
            if customer.more.get("group"):
                await self._talk_in_group(place, customer)
            elif customer.name == "Beatriz Amaral":
                await self._talk_with_beatriz(supervisor, place, customer)
            elif customer.more.get("last_direction") is not OUT:
                for line in _lines(customer):
                    await self._say(place, customer, line)
            else:
                await self._say(place, customer, "Oi, tudo bem?")
                await self._answer(supervisor, place, customer, customer.text)

    async def _talk_with_beatriz(self, supervisor: Supervisor, place: Place, customer: Customer) -> None:
        for line in BEATRIZ:
            if line.text and "kind" not in line.more:
                if line.direction is OUT:
                    await self._answer(supervisor, place, customer, line.text)
                else:
                    await self._say(place, customer, line.text, line)

    async def _talk_in_group(self, place: Place, customer: Customer) -> None:
        sender, _, text = customer.text.partition(": ")
        person = self._person(sender, f"+551199998{len(self._people):04d}")
        group = self._network.groups.create(customer.name, person, place.phone)
        for turn in range(customer.unread):
            await person.say_in(group, text if turn == customer.unread - 1 else "Bom dia, pessoal")

    async def _say(self, place: Place, customer: Customer, text: str, line: Line | None = None) -> None:
        clock, days = (line.clock, line.days_ago) if line else (customer.clock, 0)
        person = self._person(customer.name or customer.digits, f"+551199999{customer.digits}")
        # As long ago as it is in the scene; what the phone sends takes the network's time.
        shift_s = (NOW_MS - at(clock, days)) / 1000
        now, self._network.now = self._network.now, lambda: now() - shift_s
        try:
            await person.say(place.phone.number, text)
        finally:
            self._network.now = now

    async def _answer(self, supervisor: Supervisor, place: Place, customer: Customer, text: str) -> None:
        number = f"+551199999{customer.digits}"
        await supervisor.send_text(WHO, slot_id=place.slot_id, text=text, reason=SendReason.PERSON, number=number)
        person = self._person(customer.name, number)
        await person.wait_for_text(text, PATIENCE_S)
        if customer.more.get("last_state") == "read":
            await person.read(place.phone.number)

    def _person(self, name: str, number: str) -> Phone:
        if name not in self._people:
            self._people[name] = self._network.phone(number, name)
        return self._people[name]

    # -- states ---------------------------------------------------------------------------------------

    async def _stand(self, supervisor: Supervisor) -> None:
        acts = [
            *(self._unlink_here(supervisor, key) for key in LIVE),
            self._fail(supervisor, "AC1", 402, LinkState.RESTRICTED, code=101, expire=4 * 3600 + 400),
            self._unlink_on_phone(supervisor, "SF2"),
            self._pause(supervisor, "EP2"),
        ]
        if self._name == "states":
            acts.append(self._fail(supervisor, "SF1", 406, LinkState.BANNED))
        await asyncio.gather(*acts)
        # From the window's start on: one that is refused again and again, and one that nobody answers.
        self._network.device(self._places["TP2"].phone.number).faults.fail_logins(503)
        self._network.device(self._places["TP1"].phone.number).faults.is_black_hole = True

    async def _unlink_here(self, supervisor: Supervisor, key: str) -> None:
        await supervisor.log_out(WHO, self._places[key].slot_id)
        await self._until(supervisor, self._places[key].slot_id, LinkState.LOGGED_OUT, LinkState.UNLINKED)

    async def _unlink_on_phone(self, supervisor: Supervisor, key: str) -> None:
        await self._places[key].phone.unlink()
        await self._until(supervisor, self._places[key].slot_id, LinkState.LOGGED_OUT)

    async def _pause(self, supervisor: Supervisor, key: str) -> None:
        await supervisor.pause(WHO, self._places[key].slot_id)
        await self._until(supervisor, self._places[key].slot_id, LinkState.PAUSED)

    async def _fail(self, supervisor: Supervisor, key: str, reason: int, state: LinkState, **attrs: int) -> None:
        place = self._places[key]
        self._network.device(place.phone.number).faults.fail_logins(reason, **attrs)
        self._network.connection_of(place.phone.number).cut()
        await self._until(supervisor, place.slot_id, state)

    async def _until(self, supervisor: Supervisor, slot_id: SlotId, *states: LinkState) -> None:
        async def look() -> SlotStatus | None:
            status = (await supervisor.session(WHO, slot_id)).status
            return status if status.state in states else None

        await _soon(f"{'/'.join(states)} of {slot_id}", look)


async def prepare(network: Network, data_dir: Path, name: str, tell: Callable[[str], None]) -> list[SlotId]:
    """Make a scene in a fresh folder and close it again; the slots whose codes the window must put on show.

    WADESK_OFFLINE_NETWORK and WADESK_ENGINE must be set in this process. Raises TimeoutError for what does not come.
    """
    data = DataFolder(data_dir)
    scene = Scene(network, name, tell)
    vault = await asyncio.to_thread(open_passphrase_vault, vault_of(data), PASSPHRASE)
    async with open_supervisor(data, vault, "offline") as supervisor:
        await scene.begin(supervisor)
    return scene.live


def _lines(customer: Customer) -> list[str]:
    """As many messages as are unread, the newest as the list shows it."""
    text = customer.text or "Mensagem"
    return ["Bom dia!"] * (max(customer.unread, 1) - 1) + [text]


async def _soon(what: str, look: Callable[[], Awaitable[T | None]]) -> T:
    deadline = asyncio.get_running_loop().time() + PATIENCE_S
    while (found := await look()) is None:
        if asyncio.get_running_loop().time() > deadline:
            raise TimeoutError(f"not within {PATIENCE_S} s: {what}")
        await asyncio.sleep(STEP_S)
    return found
