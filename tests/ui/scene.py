"""The scene behind a window: a supervisor that has the design's accounts, numbers, chats and states."""

from msgspec.structs import replace

from tests.scene import desk as scene
from tests.scene.chats import LEFT_FROM_COUNTER, chats
from tests.scene.portraits import portrait
from tests.scene.talks import talks
from tests.ui.fakes import Clock, FakeSupervisor
from wadesk.domain.desk import Account
from wadesk.domain.events import PairingCodeShown, QrShown
from wadesk.domain.ids import AccountId, ChatId, MessageId, SlotId
from wadesk.domain.linkstate import LinkState, PairingCode, SlotStatus
from wadesk.domain.message import Chat
from wadesk.domain.principal import Principal, local_administrator
from wadesk.domain.requests import Picture, SentFrom

WHO = local_administrator()


async def set_scene(fake: FakeSupervisor) -> dict[str, SlotId]:
    """The desk of the mock-ups at the fake's own time; returns slot ids by ``<initials><index>``."""
    _put_desk(fake, fake.now(), worst=False)
    slots = {key: slot.slot_id for key, slot in scene.slots().items()}
    for key, unread in (("PS1", 14), ("CV1", 5), ("TP1", 2), ("EP1", 31), ("SF1", 3)):
        fake.put_chat(slots[key], "+5511999990094", "Beatriz Amaral", unread)
    return slots


def show_codes(fake: FakeSupervisor, slots: dict[str, SlotId]) -> None:
    """The two live codes of the board."""
    for key in scene.LIVE:
        fake.show_qr(slots[key], 2)


def _put_desk(fake: FakeSupervisor, now_ms: int, *, worst: bool) -> None:
    fake._accounts = {one.account_id: one for one in scene.accounts()}
    fake._slots = {slot.slot_id: slot for slot in scene.slots().values()}
    fake._statuses = {status.slot_id: status for status in scene.statuses(now_ms, worst=worst)}
    # Whatever is told from now on is newer.
    fake._counter = 100


class SceneSupervisor(FakeSupervisor):
    """A supervisor that has the whole scene, at the scene's time; ``worst`` adds the banned and the broken number."""

    def __init__(self, *, worst: bool = False) -> None:
        super().__init__(Clock(scene.NOW_MS))
        _put_desk(self, scene.NOW_MS, worst=worst)
        self._chats = {chat.chat_id: chat for chat in chats()}
        self._messages = talks()

    def show_live(self) -> None:
        """Put the two codes on show."""
        self.tell(*(QrShown(qr=qr) for qr in scene.codes()))

    def show_pairing_code(self) -> None:
        """Put the reception's code to type on show."""
        self.tell(PairingCodeShown(code=scene.pairing_code()))

    def stand(self, key: str, state: LinkState, **facts: object) -> None:
        """Let a number stand otherwise."""
        slot = scene.slots()[key]
        self.put_status(slot.slot_id, state, **({"number": slot.number} | facts))

    # -- what the window calls and the plain fake does not know ----------------------------------------

    async def settings(self, who: Principal, prefix: str) -> dict[str, str]:
        return {key: value for key, value in self._settings.items() if key.startswith(prefix)}

    async def picture(self, who: Principal, chat_id: ChatId) -> Picture:
        kept = self._chats[chat_id].picture
        return Picture(picture=kept, jpeg=portrait(kept)) if kept else Picture()

    async def sent_from(self, who: Principal, chat_id: ChatId) -> SentFrom:
        chat = self._chats[chat_id]
        left = (LEFT_FROM_COUNTER if chat.name == "Beatriz Amaral" else 1) if chat.time_ms else 0
        return SentFrom(total=left, numbers={chat.held_from: left} if chat.held_from else {})

    async def check_number(self, who: Principal, slot_id: SlotId, number: str) -> str | None:
        return number

    async def open_chat(
        self, who: Principal, slot_id: SlotId, *, number: str | None = None, like: ChatId | None = None
    ) -> Chat:
        known = self._chats[like] if like else None
        made = self.put_chat(slot_id, known.number or "" if known else number or "", known.name if known else "")
        self._chats[made.chat_id] = replace(made, time_ms=0)
        return self._chats[made.chat_id]

    async def discard(self, who: Principal, *, chat_id: ChatId, message_id: MessageId) -> None:
        self._messages[chat_id] = [one for one in self._messages[chat_id] if one.message_id != message_id]

    async def ask_pairing_code(self, who: Principal, slot_id: SlotId, number: str) -> PairingCode:
        code = replace(scene.pairing_code(), slot_id=slot_id, number=number)
        self.tell(PairingCodeShown(code=code))
        return code

    async def pause(self, who: Principal, slot_id: SlotId) -> SlotStatus:
        return self.put_status(slot_id, LinkState.PAUSED, facts={"by": "Marina"}, since_ms=self.now())

    async def resume(self, who: Principal, slot_id: SlotId) -> SlotStatus:
        return self.put_status(slot_id, LinkState.CONNECTING)

    async def reconnect(self, who: Principal, slot_id: SlotId) -> SlotStatus:
        return self.put_status(slot_id, LinkState.CONNECTING)

    async def log_out(self, who: Principal, slot_id: SlotId) -> SlotStatus:
        return self.put_status(slot_id, LinkState.LOGGED_OUT, code="by_person", since_ms=self.now())

    async def clear(self, who: Principal, slot_id: SlotId) -> SlotStatus:
        return self.put_status(slot_id, LinkState.UNLINKED)

    async def change_account(
        self,
        who: Principal,
        account_id: AccountId,
        *,
        name: str | None = None,
        initials: str | None = None,
        colour: int | None = None,
    ) -> Account:
        changes = {"name": name, "initials": initials, "colour": colour}
        told = {key: value for key, value in changes.items() if value is not None}
        self._accounts[account_id] = replace(self._accounts[account_id], **told)
        return self._accounts[account_id]
