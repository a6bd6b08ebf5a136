"""What the desktop announces: decided from facts and times alone."""

from dataclasses import dataclass, field

import pytest
from msgspec.structs import replace

from tests.ui.inbox_people import BAKERY, OTHER, account, chat, sessions, status_of
from tests.ui.inbox_port import message
from wadesk.domain.desk import Session
from wadesk.domain.events import ChatChanged, HistoryProgress, MessageStored, SlotRemoved, StatusChanged
from wadesk.domain.ids import ChatId, SlotId, slot_id
from wadesk.domain.linkstate import LinkState
from wadesk.domain.message import Chat, Direction, Kind
from wadesk.ui.models.choices import QuietHours
from wadesk.ui.models.notice import Change, Notice, Withdrawal
from wadesk.ui.models.notices import Notices
from wadesk.ui.text import DAY_MS, MINUTE_MS

NOW = 1_760_000_000_000
NOON = 12 * 60


@dataclass
class Set:
    """What a person set."""

    notices: bool = True
    notice_text: bool = True
    quiet: QuietHours | None = None
    muted: set[SlotId] = field(default_factory=set)

    def is_muted(self, slot: SlotId) -> bool:
        return slot in self.muted


class Stage:
    """Notices on a clock of the test's own; ``minute`` is the local minute of the day at the start."""

    def __init__(self, minute: int = NOON) -> None:
        self.rules, self.now = Set(), NOW
        self.attended: ChatId | None = None
        known = {one.slot.slot_id: one for one in [*sessions(BAKERY), *sessions(OTHER)]}
        self.known: dict[SlotId, Session] = known
        self.notices = Notices(
            self.rules,
            self.known.get,
            lambda: self.attended,
            lambda ms: (minute + (ms - NOW) // MINUTE_MS) % 1440,
        )
        self.notices.begin(one.status for one in known.values())
        self.counter = 10

    def says(self, of: Chat, text: str = "oi", *, unread: int = 1, age_ms: int = 0, **more: object) -> None:
        said = message(of.chat_id, 1, text, time_ms=self.now - age_ms, **more)
        self.notices.hear([MessageStored(message=said, chat=replace(of, unread=unread))], self.now)

    def stands(self, slot: SlotId, state: LinkState, **facts: object) -> None:
        self.counter += 1
        status = status_of(slot, "+5511999990011", state, counter=self.counter, **facts)
        self.notices.hear([StatusChanged(status=status)], self.now)

    def after(self, ms: int) -> list[Change]:
        self.now += ms
        return self.notices.settle(self.now)

    def told(self) -> list[Change]:
        """Everything until nothing waits any more, for an hour at most."""
        changes = self.notices.settle(self.now)
        for _ in range(60):
            wait = self.notices.wait_ms(self.now)
            if wait is None:
                return changes
            changes += self.after(wait)
        return changes


@pytest.fixture
def stage() -> Stage:
    return Stage()


BEATRIZ = chat(1, "a", "Beatriz Amaral", "14:00", "")
RAFAEL = chat(2, "b", "Rafael Nunes", "14:00", "")
SLOT = slot_id(BAKERY, 1)


def shown(changes: list[Change]) -> list[Notice]:
    return [change for change in changes if isinstance(change, Notice)]


def ended(changes: list[Change]) -> list[str]:
    return [change.key for change in changes if isinstance(change, Withdrawal)]


def test_a_notice_names_who_speaks_the_number_and_the_account(stage: Stage) -> None:
    stage.says(BEATRIZ, "Tem bolo de fubá?")
    [notice] = shown(stage.told())
    assert notice.title == "Beatriz Amaral · 1 Balcão · Padaria Sol Nascente"
    assert notice.body == "Tem bolo de fubá?"
    assert (notice.initials, notice.colour) == ("PS", 1)
    assert (notice.chat_id, notice.slot_id, notice.account_id) == (BEATRIZ.chat_id, SLOT, BAKERY)


def test_a_group_says_who_wrote_and_what_is_no_text_has_a_name(stage: Stage) -> None:
    group = replace(RAFAEL, group=True, name="Fornecedores", number=None)
    stage.says(group, "chega na quinta", sender_name="Téo")
    stage.says(BEATRIZ, "", kind=Kind.VOICE, detail="0:34")
    bodies = {notice.body for notice in shown(stage.told())}
    assert bodies == {"Téo: chega na quinta", "Voice message, 0:34"}


def test_the_words_can_be_hidden(stage: Stage) -> None:
    stage.rules.notice_text = False
    stage.says(BEATRIZ, "segredo")
    stage.says(RAFAEL, "segredo", unread=3)
    assert {notice.body for notice in shown(stage.told())} == {"New message", "3 new messages"}


def test_words_and_names_are_in_no_representation(stage: Stage) -> None:
    stage.says(BEATRIZ, "segredo")
    [notice] = shown(stage.told())
    assert "segredo" not in repr(notice)
    assert "Beatriz" not in repr(notice)


def test_the_next_message_of_a_chat_replaces_the_one_before(stage: Stage) -> None:
    stage.says(BEATRIZ, "um")
    [first] = shown(stage.told())
    stage.says(BEATRIZ, "dois", unread=2)
    [second] = shown(stage.told())
    assert first.key == second.key
    assert second.body == "dois"


def test_what_comes_together_is_announced_once(stage: Stage) -> None:
    for text in ("um", "dois", "três"):
        stage.says(BEATRIZ, text)
        assert shown(stage.after(100)) == []
    assert [notice.body for notice in shown(stage.told())] == ["três"]


def test_the_chat_before_a_persons_eyes_is_not_announced(stage: Stage) -> None:
    stage.attended = BEATRIZ.chat_id
    stage.says(BEATRIZ)
    stage.says(RAFAEL)
    assert [notice.chat_id for notice in shown(stage.told())] == [RAFAEL.chat_id]


@pytest.mark.parametrize("kind", [Kind.REACTION, Kind.EDIT, Kind.REVOKE, Kind.SYSTEM])
def test_what_is_no_message_is_not_announced(stage: Stage, kind: Kind) -> None:
    stage.says(BEATRIZ, kind=kind)
    assert stage.told() == []


def test_own_messages_read_ones_and_yesterdays_are_not_announced(stage: Stage) -> None:
    stage.says(BEATRIZ, direction=Direction.OUT)
    stage.says(RAFAEL, unread=0)
    stage.says(RAFAEL, age_ms=DAY_MS + 1)
    assert stage.told() == []


def test_history_that_is_imported_is_not_announced_but_what_comes_meanwhile_is(stage: Stage) -> None:
    stage.notices.hear([HistoryProgress(slot_id=SLOT, percent=1, messages=1)], stage.now)
    stage.says(BEATRIZ, "velha", age_ms=10 * MINUTE_MS)
    assert stage.told() == []
    stage.says(BEATRIZ, "nova", age_ms=1_000)
    assert [notice.body for notice in shown(stage.told())] == ["nova"]
    stage.notices.hear([HistoryProgress(slot_id=SLOT, percent=100, messages=9, done=True)], stage.now)
    stage.says(BEATRIZ, "atrasada", age_ms=10 * MINUTE_MS)
    assert [notice.body for notice in shown(stage.told())] == ["atrasada"]


def test_a_chat_that_is_read_is_taken_back_and_one_read_in_time_is_never_shown(stage: Stage) -> None:
    stage.says(BEATRIZ)
    [notice] = shown(stage.told())
    stage.notices.hear([ChatChanged(chat=replace(BEATRIZ, unread=0))], stage.now)
    assert stage.told() == [Withdrawal(notice.key)]
    stage.notices.hear([ChatChanged(chat=replace(BEATRIZ, unread=0))], stage.now)
    assert stage.told() == []
    stage.says(RAFAEL)
    stage.notices.hear([ChatChanged(chat=replace(RAFAEL, unread=0))], stage.now)
    assert stage.told() == []


def test_an_answer_given_on_the_phone_takes_the_notice_back(stage: Stage) -> None:
    stage.says(BEATRIZ)
    [notice] = shown(stage.told())
    stage.says(BEATRIZ, "já respondi", unread=0, direction=Direction.OUT)
    assert stage.told() == [Withdrawal(notice.key)]


def test_many_chats_at_once_are_one_notice_of_their_account_and_end_with_the_last_one_read(stage: Stage) -> None:
    chats = [chat(1 + place % 2, letter, letter, "14:00", "") for place, letter in enumerate("abcdefgh")]
    for one in chats:
        stage.says(one, unread=2)
    stage.says(chat(1, "a", "Ana", "14:00", "", OTHER))
    notices = shown(stage.told())
    assert [notice.title for notice in notices] == [
        "Padaria Sol Nascente · 1 Balcão, 2 Encomendas",
        "Ana · 1 Balcão · Oficina Três Pinos",
    ]
    assert notices[0].body == "16 new messages in 8 chats"
    assert notices[0].account_id == BAKERY
    for one in chats[:-1]:
        stage.notices.hear([ChatChanged(chat=replace(one, unread=0))], stage.now)
    assert stage.told() == []
    stage.notices.hear([ChatChanged(chat=replace(chats[-1], unread=0))], stage.now)
    assert ended(stage.told()) == [notices[0].key]


def test_a_burst_that_begins_slowly_takes_its_single_notices_back(stage: Stage) -> None:
    chats = [chat(1, letter, letter, "14:00", "") for letter in "abcde"]
    keys = []
    for one in chats[:3]:
        stage.says(one)
        keys += [notice.key for notice in shown(stage.told())]
    assert len(keys) == 3
    stage.says(chats[3])
    changes = stage.told()
    assert sorted(ended(changes)) == sorted(keys)
    [many] = shown(changes)
    assert many.body == "4 new messages in 4 chats"
    stage.says(chats[4])
    [more] = shown(stage.told())
    assert more.key == many.key
    assert more.body == "5 new messages in 5 chats"
    stage.after(MINUTE_MS)
    stage.says(chats[0], "de novo")
    assert [notice.body for notice in shown(stage.told())] == ["de novo"]


def test_a_muted_number_and_silence_altogether(stage: Stage) -> None:
    stage.rules.muted = {SLOT}
    stage.says(BEATRIZ)
    stage.says(RAFAEL)
    assert [notice.chat_id for notice in shown(stage.told())] == [RAFAEL.chat_id]
    stage.notices.silence(RAFAEL.slot_id)
    assert len(ended(stage.told())) == 1
    stage.rules.notices = False
    stage.says(RAFAEL)
    stage.stands(RAFAEL.slot_id, LinkState.LOGGED_OUT)
    assert stage.told() == []
    stage.rules.notices = True
    stage.says(RAFAEL)
    stage.told()
    stage.notices.silence_all()
    assert len(ended(stage.told())) == 1


@pytest.mark.parametrize(("minute", "is_quiet"), [(21 * 60 + 59, False), (22 * 60, True), (3, True), (7 * 60, False)])
def test_quiet_hours_pass_midnight(minute: int, is_quiet: bool) -> None:
    stage = Stage(minute)
    stage.rules.quiet = QuietHours.of("22:00-07:00")
    stage.says(BEATRIZ)
    assert bool(shown(stage.after(1_000))) is not is_quiet


def test_the_night_is_not_told_in_the_morning_but_a_number_that_still_needs_a_person_is() -> None:
    stage = Stage(6 * 60 + 58)
    stage.rules.quiet = QuietHours.of("22:00-07:00")
    stage.says(BEATRIZ)
    stage.stands(SLOT, LinkState.LOGGED_OUT, since_ms=NOW)
    assert stage.after(30_000) == []
    [notice] = shown(stage.told())
    assert notice.slot_id == SLOT
    assert notice.chat_id is None


def test_what_was_read_at_night_is_taken_back_at_night() -> None:
    stage = Stage(21 * 60 + 59)
    stage.rules.quiet = QuietHours.of("22:00-07:00")
    stage.says(BEATRIZ)
    assert len(shown(stage.told())) == 1
    stage.after(2 * MINUTE_MS)
    stage.notices.hear([ChatChanged(chat=replace(BEATRIZ, unread=0))], stage.now)
    assert len(ended(stage.told())) == 1


def test_a_number_that_needs_a_person_is_told_with_its_sentence_until_it_is_well(stage: Stage) -> None:
    stage.stands(SLOT, LinkState.LOGGED_OUT, code="device_removed", since_ms=NOW)
    assert stage.after(1_000) == []
    [notice] = shown(stage.told())
    assert notice.title == "1 Balcão · Padaria Sol Nascente"
    assert "Connect again" in notice.body
    assert notice.urgent
    assert notice.slot_id == SLOT
    stage.stands(SLOT, LinkState.LOGGED_OUT, code="device_removed", since_ms=NOW)
    assert stage.told() == []
    stage.stands(SLOT, LinkState.ONLINE)
    assert stage.told() == [Withdrawal(notice.key)]


@pytest.mark.parametrize("state", [LinkState.RECONNECTING, LinkState.CONNECTING, LinkState.PAUSED, LinkState.LINKING])
def test_what_heals_by_itself_or_was_done_by_a_person_is_not_told(stage: Stage, state: LinkState) -> None:
    stage.stands(SLOT, state)
    stage.stands(slot_id(BAKERY, 2), LinkState.LOGGED_OUT, code="by_person")
    assert stage.told() == []


def test_a_short_trouble_is_not_told(stage: Stage) -> None:
    stage.stands(SLOT, LinkState.ERROR, code="crashing")
    stage.after(3_000)
    stage.stands(SLOT, LinkState.CONNECTING)
    assert stage.told() == []


def test_many_numbers_in_trouble_are_told_together(stage: Stage) -> None:
    slots = [one.slot.slot_id for one in [*sessions(BAKERY), *sessions(OTHER)]]
    for slot in slots:
        stage.stands(slot, LinkState.ERROR, code="engine_missing")
    [notice] = shown(stage.told())
    assert notice.title == "6 numbers need you"
    assert "1 Balcão · Padaria Sol Nascente" in notice.body
    for slot in slots:
        assert stage.told() == []
        stage.stands(slot, LinkState.ONLINE)
    assert ended(stage.told()) == [notice.key]


def test_a_removed_number_takes_all_its_notices_with_it(stage: Stage) -> None:
    stage.says(BEATRIZ)
    stage.stands(SLOT, LinkState.BANNED)
    assert len(shown(stage.told())) == 2
    stage.notices.hear([SlotRemoved(slot_id=SLOT)], stage.now)
    assert len(ended(stage.told())) == 2
    del stage.known[SLOT]
    stage.says(BEATRIZ)
    assert stage.told() == []


def test_what_one_account_says_is_never_in_anothers_notice(stage: Stage) -> None:
    names = {one: account(one).name for one in (BAKERY, OTHER)}
    for letter in "abcde":
        for of in (BAKERY, OTHER):
            stage.says(chat(1, letter, letter, "14:00", "", of), f"de {of}")
    for notice in shown(stage.told()):
        assert notice.account_id is not None
        other = OTHER if notice.account_id == BAKERY else BAKERY
        assert names[notice.account_id] in notice.title
        assert names[other] not in notice.title + notice.body
        assert str(other) not in notice.body
