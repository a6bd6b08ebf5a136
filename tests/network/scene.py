"""Brings the scene of the mock-ups about for real: accounts made, numbers linked, customers writing, states by faults.

Done without a window, through the supervisor; the window is opened on its data afterwards. States that live only
while something runs (codes on show, a link that keeps failing) come about again then: the faults stay.
"""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from tests.network import payloads
from tests.scene.chats import CUSTOMERS, IN, OUT, Customer
from tests.scene.desk import BUSINESSES, LIVE
from tests.scene.portraits import portrait
from tests.scene.talks import BEATRIZ, Line
from tests.scene.times import NOW_MS, at
from wadesk.domain.errors import WaDeskError
from wadesk.domain.linkstate import LinkState
from wadesk.domain.message import Kind, MessageState, SendReason
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


TALKS = {"Beatriz Amaral": [line for line in BEATRIZ if line.more.get("kind") is not Kind.SYSTEM]}
"""What is told in full; of the others, what their row shows."""
_STATES = {MessageState.SENT: "sent", MessageState.DELIVERED: "delivered", MessageState.FAILED: "sent"}


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
        for customer in CUSTOMERS:
            self._remember(customer)
        await asyncio.gather(*(self._link(supervisor, place) for place in self._places.values()))
        self._tell("Bringing their chats over.")
        await asyncio.gather(*(self._brought(supervisor, key) for key in self._places))
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

    async def _brought(self, supervisor: Supervisor, key: str) -> None:
        wanted = sum(customer.slot == key for customer in CUSTOMERS)

        async def look() -> bool | None:
            chats = await supervisor.slot_chats(WHO, self._places[key].slot_id)
            return len(chats) >= wanted or None

        await _soon(f"the chats of {key}", look)

    # -- what the phones tell as history ----------------------------------------------------------------

    def _remember(self, customer: Customer) -> None:
        """What a number's phone knows of one customer, as long ago as it is in the scene."""
        shop = self._places[customer.slot].phone
        if customer.more.get("group"):
            self._remember_group(shop, customer)
            return
        person = self._person(customer.name or f"+55 11 99999-{customer.digits}", f"+551199999{customer.digits}")
        if customer.name:
            shop.name_contact(person, customer.name)
        if picture := portrait(str(customer.more.get("picture", ""))):
            person.set_picture(base64.b64decode(picture))
        shop.past.chat(person, unread=customer.unread)
        for line in TALKS.get(customer.name, _lines(customer)):
            state = _STATES.get(line.more.get("state"), "read") if line.direction is OUT else ""
            when = self._ago(line.clock, line.days_ago)
            shop.past.add(person, line.text, when, own=line.direction is OUT, state=state, body=_body(line))

    def _remember_group(self, shop: Phone, customer: Customer) -> None:
        sender, _, text = customer.text.partition(": ")
        person = self._person(sender, f"+55119999801{len(self._people):02d}")
        group = self._network.groups.create(customer.name, shop, person)
        shop.past.chat(group, unread=customer.unread)
        for turn in range(max(customer.unread - 1, 1)):
            shop.past.add(group, "Bom dia, pessoal", self._ago(f"09:{turn:02d}"), author=person)
        shop.past.add(group, text, self._ago(customer.clock), author=person)

    def _ago(self, clock: str, days: int = 0) -> float:
        return self._network.now() - (NOW_MS - at(clock, days)) / 1000

    def _person(self, name: str, number: str) -> Phone:
        if name not in self._people:
            self._people[name] = self._network.phone(number, name)
        return self._people[name]

    # -- states ---------------------------------------------------------------------------------------

    async def _stand(self, supervisor: Supervisor) -> None:
        control, places = self._network.control, self._places
        control.restrict(places["AC1"].phone.number, 4 * 3600 + 400)
        control.log_out(places["SF2"].phone.number)
        if self._name == "states":
            control.ban(places["SF1"].phone.number)
        for key in ("EP2", *LIVE):
            await (supervisor.pause if key == "EP2" else supervisor.log_out)(WHO, places[key].slot_id)
        wanted = {"AC1": LinkState.RESTRICTED, "SF2": LinkState.LOGGED_OUT, "EP2": LinkState.PAUSED}
        if self._name == "states":
            wanted["SF1"] = LinkState.BANNED
        await asyncio.gather(*(self._until(supervisor, places[key].slot_id, state) for key, state in wanted.items()))
        # From the window's start on: one that is refused again and again, and one that nobody answers.
        self._network.device(places["TP2"].phone.number).faults.fail_logins(503)
        control.cut(places["TP2"].phone.number)
        control.black_hole(places["TP1"].phone.number)
        await self._until(supervisor, places["TP2"].slot_id, LinkState.RECONNECTING)
        number, text = self._person("João Furtado", "").number, "A pastilha chega amanhã cedo"
        await supervisor.send_text(
            WHO, slot_id=places["TP2"].slot_id, text=text, reason=SendReason.PERSON, number=f"+{number}"
        )

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


def _lines(customer: Customer) -> list[Line]:
    """What the list shows of a customer's chat, after a greeting where more than one is unread."""
    kind, state = customer.more.get("last_kind"), customer.more.get("last_state")
    more = {"kind": kind, "detail": customer.more.get("last_detail", "")} if kind else {"state": state}
    direction = customer.more.get("last_direction", IN)
    text = "" if state is MessageState.QUEUED else customer.text
    hour = int(customer.clock[:2]) - 1
    greetings = ["Oi, tudo bem?", "Bom dia!", "Uma pergunta", "Quando puder", "Obrigada"] * 2
    before = max(customer.unread - 1, 0 if text or kind else 1)
    greeting = [Line(f"{hour:02d}:{10 + turn}", 0, IN, greetings[turn], {}) for turn in range(before)]
    return [*greeting, Line(customer.clock, 0, direction, text, more)] if text or kind else greeting


def _body(line: Line) -> bytes | None:
    """A message that is no plain text, as WhatsApp carries it."""
    match line.more.get("kind"):
        case Kind.IMAGE:
            return payloads.image(line.text)
        case Kind.VOICE:
            return payloads.voice(34)
        case Kind.DOCUMENT:
            return payloads.document(str(line.more["detail"]))
        case _:
            return None


async def _soon(what: str, look: Callable[[], Awaitable[T | None]]) -> T:
    deadline = asyncio.get_running_loop().time() + PATIENCE_S
    while (found := await look()) is None:
        if asyncio.get_running_loop().time() > deadline:
            raise TimeoutError(f"not within {PATIENCE_S} s: {what}")
        await asyncio.sleep(STEP_S)
    return found
