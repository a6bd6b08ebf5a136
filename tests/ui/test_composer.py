"""The sending-from bar and the input: what they name, when they send, what they keep."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractAnimation, QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.inbox_people import BAKERY, OTHER, chat, chat_id, now_ms, sessions, status_of
from tests.ui.inbox_stage import Stage, daily_view, stage, wait_until
from wadesk.domain.errors import Unavailable
from wadesk.domain.ids import slot_id
from wadesk.domain.linkstate import LinkState
from wadesk.ui.models.sender import Sender, sender_of
from wadesk.ui.next_steps import StepKind
from wadesk.ui.widgets.composer import Composer
from wadesk.ui.widgets.daily_view import DailyView
from wadesk.ui.widgets.sending_bar import fit_bar
from wadesk.ui.widgets.sending_words import Way, spoken_change, strip_for


@pytest.fixture
def made(qapp: QApplication) -> Stage:
    return stage()


@pytest.fixture
def view(made: Stage) -> Iterator[DailyView]:
    with daily_view(made) as shown:
        yield shown


def wait_for_guard(composer: Composer) -> None:
    wait_until(lambda: not composer._guard.isActive())


def in_state(state: LinkState, **fields: object) -> Sender:
    session = sessions()[0]
    status = status_of(session.slot.slot_id, session.slot.number, state, **fields)
    return Sender(session.account, session.slot, status, chat(1, "a", "Ana", "10:00", ""))


def test_the_bar_names_the_number_of_the_open_chat_and_follows_it(made: Stage, view: DailyView) -> None:
    composer = view.pane.composer
    made.inbox.open(made.scene.beatriz)
    assert composer.accessibleName() == (
        "Sending from + 5 5  1 1  9 9 9 9 9  0 0 1 1, 1 Balcão, account Padaria Sol Nascente, Connected"
    )
    made.inbox.set_filter(slot_id(BAKERY, 3))
    assert composer.shown.slot.index == 1
    made.inbox.open(made.scene.mercado)
    assert composer.shown.slot.index == 2


def test_enter_and_send_do_nothing_just_after_the_chat_changed(made: Stage, view: DailyView) -> None:
    composer = view.pane.composer
    made.inbox.open(made.scene.beatriz)
    composer.input.setPlainText("para a outra")
    QTest.keyClick(composer.input, Qt.Key.Key_Return)
    QTest.mouseClick(composer.button, Qt.MouseButton.LeftButton)
    assert made.scene.port.called("send_text") == []
    assert composer.input.toPlainText() == "para a outra"
    assert composer._guard.interval() == 400
    wait_for_guard(composer)
    QTest.keyClick(composer.input, Qt.Key.Key_Return)
    assert len(made.scene.port.called("send_text")) == 1
    assert composer.input.toPlainText() == ""


def test_the_block_pulses_once_and_not_where_motion_is_reduced(made: Stage, view: DailyView) -> None:
    composer = view.pane.composer
    made.inbox.open(made.scene.beatriz)
    assert composer._pulse.state() is QAbstractAnimation.State.Running
    wait_until(lambda: composer._pulse.state() is QAbstractAnimation.State.Stopped)
    composer._theme.use(reduced=True)
    made.inbox.open(made.scene.mercado)
    assert composer._pulse.state() is QAbstractAnimation.State.Stopped
    assert composer._guard.isActive()


def test_another_account_guards_too(made: Stage, view: DailyView) -> None:
    made.scene.port.add(chat(1, "a", "Davi", "14:00", "da oficina", OTHER))
    made.inbox.open(made.scene.beatriz)
    wait_for_guard(view.pane.composer)
    made.inbox.show_account(OTHER)
    made.inbox.open(chat_id(1, "a", OTHER))
    view.pane.composer.input.setPlainText("para a outra")
    view.pane.composer.send()
    assert made.scene.port.called("send_text") == []


@pytest.mark.parametrize(("width", "words", "icon"), [(700, False, False), (460, True, False), (400, True, True)])
def test_the_bar_gives_up_its_parts_in_their_order(
    made: Stage, view: DailyView, width: int, words: bool, icon: bool
) -> None:
    composer = view.pane.composer
    composer.show_sender(replace(in_state(LinkState.ONLINE), others=2))
    assert fit_bar(composer._theme, width, composer._face(composer.shown), composer.switch.widths()) == (words, icon)


def test_a_report_about_the_open_chat_does_not_guard_anew(made: Stage, view: DailyView) -> None:
    made.inbox.open(made.scene.beatriz)
    wait_for_guard(view.pane.composer)
    made.put_state(1, LinkState.RECONNECTING)
    view.pane.composer.input.setPlainText("oi")
    view.pane.composer.send()
    assert len(made.scene.port.called("send_text")) == 1


def test_shift_enter_breaks_the_line_and_blanks_alone_are_not_sent(made: Stage, view: DailyView) -> None:
    composer = view.pane.composer
    made.inbox.open(made.scene.beatriz)
    wait_for_guard(composer)
    QTest.keyClick(composer.input, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(composer.input, Qt.Key.Key_Return)
    assert (composer.input.toPlainText(), made.scene.port.called("send_text")) == ("\n", [])


def test_a_refused_text_stands_in_the_input_again_with_the_reason(made: Stage, view: DailyView) -> None:
    composer = view.pane.composer
    made.inbox.open(made.scene.beatriz)
    wait_for_guard(composer)
    made.scene.port.refusal = Unavailable("worker_silent", "This account does not answer.")
    composer.input.setPlainText("importante")
    composer.send()
    assert composer.input.toPlainText() == "importante"
    assert composer.strip.isVisibleTo(composer)
    assert composer.strip.sentence == "This account does not answer. Try in a moment."


def test_what_was_typed_stays_with_its_chat(made: Stage, view: DailyView) -> None:
    composer = view.pane.composer
    made.inbox.open(made.scene.beatriz)
    QTest.keyClicks(composer.input, "bolo")
    made.inbox.open(made.scene.mercado)
    assert composer.input.toPlainText() == ""
    QTest.keyClicks(composer.input, "paes")
    made.inbox.open(made.scene.beatriz)
    assert composer.input.toPlainText() == "bolo"
    assert made.inbox.drafts.of(made.scene.mercado) == "paes"


@pytest.mark.parametrize(
    ("state", "tone", "ways", "button"),
    [
        (LinkState.ONLINE, None, [], "Send"),
        (LinkState.PHONE_OFFLINE, "warn", [], "Send"),
        (LinkState.CONNECTING, "info", [], "Queue"),
        (LinkState.RECONNECTING, "warn", ["Send from another number…"], "Queue"),
        (LinkState.LOGGED_OUT, "danger", ["Connect", "Another number…"], "Queue"),
        (LinkState.REPLACED, "danger", ["Use here again", "Another number…"], "Queue"),
        (LinkState.UNLINKED, "info", ["Connect", "Another number…"], "Queue"),
        (LinkState.LINKING, "info", ["Show code", "Another number…"], "Queue"),
        (LinkState.ERROR, "danger", ["Try again"], "Queue"),
        (LinkState.OUTDATED, "danger", ["What to do"], "Queue"),
        (LinkState.PASSKEY_REQUIRED, "danger", ["What to do"], "Queue"),
        (LinkState.PAUSED, "idle", ["Resume", "Another number…"], "Queue"),
        (LinkState.RESTRICTED, "danger", ["What to do"], "Queue"),
        (LinkState.BANNED, "danger", ["What to do"], "Send"),
    ],
)
def test_every_standing_has_its_strip_and_its_button(
    made: Stage, view: DailyView, state: LinkState, tone: str | None, ways: list[str], button: str
) -> None:
    sender = replace(in_state(state), others=2)
    strip = strip_for(sender, now_ms())
    assert (strip and strip.tone, [offer.words for offer in strip.offers] if strip else []) == (tone, ways)
    view.pane.composer.show_sender(sender)
    assert [one.text() for one in view.pane.composer.strip.buttons if not one.isHidden()] == ways
    assert view.pane.composer.button.text() == button
    assert view.pane.composer.button.isEnabled() == (state is not LinkState.BANNED)


def test_every_link_state_is_tested_above() -> None:
    marks = test_every_standing_has_its_strip_and_its_button.pytestmark
    assert {row[0] for row in marks[0].args[1]} == set(LinkState)


def test_the_action_of_the_strip_asks_for_the_next_step_of_the_open_chats_number(made: Stage, view: DailyView) -> None:
    asked = []
    made.inbox.step_asked.connect(lambda *step: asked.append(step))
    made.inbox.open(made.scene.mercado)
    made.put_state(2, LinkState.LOGGED_OUT)
    QTest.mouseClick(view.pane.composer.strip.buttons[0], Qt.MouseButton.LeftButton)
    assert asked == [(slot_id(BAKERY, 2), StepKind.LINK)]


def test_an_account_with_one_number_offers_no_other_one() -> None:
    for state in LinkState:
        strip = strip_for(in_state(state), now_ms())
        assert Way.SWITCH not in {offer.way for offer in strip.offers} if strip else True


def test_another_number_and_another_standing_are_announced_and_nothing_else() -> None:
    first, away = in_state(LinkState.ONLINE), in_state(LinkState.RECONNECTING)
    assert spoken_change(None, first).startswith("You now send from + 5 5")
    assert (spoken_change(first, first), spoken_change(first, away)) == ("", "Reconnecting")
    assert spoken_change(first, sender_of(chat(2, "b", "Bo", "10:00", ""), sessions()[1])).startswith("You now send")


def test_a_former_numbers_chat_can_be_read_and_not_written(made: Stage, view: DailyView) -> None:
    former = chat(1, "a", "Ana", "10:00", "", held_from="+5511900000000", can_send=False)
    composer = view.pane.composer
    composer.show_sender(sender_of(former, sessions()[0]))
    assert composer.input.isReadOnly()
    assert not composer.button.isEnabled()
    assert "+55 11 90000-0000" in composer.strip.sentence


def test_a_paste_beyond_the_limit_is_refused_whole_and_said(made: Stage, view: DailyView) -> None:
    composer = view.pane.composer
    made.inbox.open(made.scene.beatriz)
    paste = QMimeData()
    paste.setText("a" * 200_000)
    composer.input.insertFromMimeData(paste)
    assert composer.input.toPlainText() == ""
    assert "longer than WhatsApp takes" in composer.strip.sentence


def test_the_input_grows_to_eight_lines_and_then_scrolls(made: Stage, view: DailyView) -> None:
    made.inbox.open(made.scene.beatriz)
    field = view.pane.composer.input
    heights = []
    for lines in (1, 4, 8, 30):
        field.setPlainText("\n".join("x" * lines))
        heights.append(field.height())
    assert heights[0] < heights[1] < heights[2] == heights[3]
