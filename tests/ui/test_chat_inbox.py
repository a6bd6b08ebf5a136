"""The open chat: who sends, what is kept, what is refused, what is marked as read."""

import pytest
from msgspec.structs import replace

from tests.ui.inbox_people import BAKERY, OTHER, chat, chat_id, clock, sessions
from tests.ui.inbox_port import Gate, message
from tests.ui.inbox_stage import Stage, stage
from wadesk.domain.errors import InvalidRequest, Unavailable
from wadesk.domain.events import MessageRemoved, MessageStored, Resync, SlotRemoved
from wadesk.domain.ids import slot_id
from wadesk.domain.linkstate import LinkState
from wadesk.domain.message import Direction, MessageState
from wadesk.ui.models.sender import sender_of

BALCAO, ENCOMENDAS = "+5511999990011", "+5511999990012"


@pytest.fixture
def made(qapp: object) -> Stage:
    return stage()


def test_a_text_leaves_from_the_number_of_its_chat_whatever_is_filtered(made: Stage) -> None:
    made.inbox.set_filter(slot_id(BAKERY, 3))
    made.inbox.open(made.scene.mercado)
    made.inbox.send(made.scene.mercado, ENCOMENDAS, "Consigo sim.")
    assert made.scene.port.called("send_text") == [
        (slot_id(BAKERY, 2), made.scene.mercado, None, "Consigo sim.", "key 1")
    ]


def test_the_bubble_comes_from_the_fact_and_not_from_the_wish(made: Stage) -> None:
    made.inbox.open(made.scene.beatriz)
    before = made.inbox.messages.rowCount()
    made.scene.port.gate = Gate()
    made.inbox.send(made.scene.beatriz, BALCAO, "Até sábado!")
    assert made.inbox.messages.rowCount() == before
    made.scene.port.gate.is_open = True
    made.steps.go()
    assert made.inbox.messages.message(before).text == "Até sábado!"


@pytest.mark.parametrize("shown", ["", ENCOMENDAS, "+5511999990031"])
def test_a_bar_that_shows_another_number_sends_nothing_and_keeps_the_text(made: Stage, shown: str) -> None:
    made.inbox.open(made.scene.beatriz)
    made.inbox.send(made.scene.beatriz, shown, "Para quem?")
    assert made.scene.port.called("send_text") == []
    assert [error.reason for error in made.refusals] == ["sender_differs"]
    assert made.inbox.drafts.of(made.scene.beatriz) == "Para quem?"


def test_a_bar_that_shows_another_number_queues_nothing_while_the_engine_is_away(made: Stage) -> None:
    made.put_state(1, LinkState.RECONNECTING, number=None)
    made.inbox.send(made.scene.beatriz, ENCOMENDAS, "Para quem?")
    assert (made.scene.port.called("send_text"), made.refusals[0].reason) == ([], "sender_differs")


def test_an_engine_that_reports_another_number_sends_nothing(made: Stage) -> None:
    made.inbox.open(made.scene.beatriz)
    made.put_state(1, LinkState.ONLINE, number=ENCOMENDAS)
    made.inbox.send(made.scene.beatriz, BALCAO, "Para quem?")
    assert (made.scene.port.called("send_text"), made.refusals[0].reason) == ([], "sender_differs")


def test_a_connected_engine_that_reports_no_number_sends_nothing(made: Stage) -> None:
    made.put_state(1, LinkState.ONLINE, number=None)
    made.inbox.send(made.scene.beatriz, BALCAO, "Para quem?")
    assert (made.scene.port.called("send_text"), made.refusals[0].reason) == ([], "sender_differs")


def test_a_number_that_is_away_queues(made: Stage) -> None:
    made.put_state(1, LinkState.RECONNECTING, number=None)
    made.inbox.send(made.scene.beatriz, BALCAO, "Sai depois")
    assert len(made.scene.port.called("send_text")) == 1


def test_nothing_leaves_in_a_former_numbers_chat(made: Stage) -> None:
    former = made.scene.port.add(chat(1, "j", "João", "08:00", "antigo", held_from="+5511900000000", can_send=False))
    made.inbox.hear([MessageStored(message=message(former.chat_id, 1), chat=former)])
    made.inbox.send(former.chat_id, "+5511900000000", "oi")
    assert (made.scene.port.called("send_text"), made.refusals[0].reason) == ([], "cannot_send")


def test_a_chat_never_takes_a_session_of_another_slot(made: Stage) -> None:
    with pytest.raises(InvalidRequest):
        sender_of(chat(1, "a", "Ana", "10:00", ""), sessions()[1])


def test_texts_leave_in_the_order_they_were_written(made: Stage) -> None:
    made.inbox.open(made.scene.beatriz)
    made.scene.port.gate = Gate()
    for text in ("um", "dois", "três"):
        made.inbox.send(made.scene.beatriz, BALCAO, text)
    assert len(made.scene.port.called("send_text")) == 1
    made.scene.port.gate.is_open = True
    made.steps.go()
    assert [call[3] for call in made.scene.port.called("send_text")] == ["um", "dois", "três"]


def test_a_refused_text_comes_back_before_what_was_typed_meanwhile(made: Stage) -> None:
    made.inbox.open(made.scene.beatriz)
    shown = []
    made.inbox.draft_returned.connect(shown.append)
    made.scene.port.gate = Gate()
    made.scene.port.refusal = Unavailable("worker_silent", "This account does not answer.")
    made.inbox.send(made.scene.beatriz, BALCAO, "um")
    made.inbox.send(made.scene.beatriz, BALCAO, "dois")
    made.inbox.keep_draft(made.scene.beatriz, "três")
    made.scene.port.gate.is_open = True
    made.steps.go()
    assert shown == ["um\ndois\ntrês"]
    assert made.refusals[0].reason == "worker_silent"


def test_a_text_that_came_back_and_is_sent_again_arrives_once(made: Stage) -> None:
    made.inbox.open(made.scene.beatriz)
    made.scene.port.refusal = Unavailable("worker_silent", "This account does not answer.")
    made.inbox.send(made.scene.beatriz, BALCAO, "uma vez")
    made.inbox.send(made.scene.beatriz, BALCAO, "uma vez")
    made.inbox.send(made.scene.beatriz, BALCAO, "outra")
    assert [call[4] for call in made.scene.port.called("send_text")] == ["key 1", "key 1", "key 2"]


def test_drafts_are_kept_per_chat_and_shown_in_the_list_once_it_is_left(made: Stage) -> None:
    made.inbox.open(made.scene.beatriz)
    made.inbox.keep_draft(made.scene.beatriz, "quase pronto")
    model = made.inbox.chats
    assert model.index(model.row_of(made.scene.beatriz)).data(model.ROW).draft == ""
    made.inbox.open(made.scene.mercado)
    assert model.index(model.row_of(made.scene.beatriz)).data(model.ROW).draft == "quase pronto"
    assert made.inbox.drafts.of(made.scene.mercado) == ""


def test_an_account_comes_back_with_its_chat_and_filter(made: Stage) -> None:
    made.inbox.set_filter(slot_id(BAKERY, 2))
    made.inbox.open(made.scene.mercado)
    made.inbox.show_account(OTHER)
    assert (made.inbox.open_chat, made.inbox.chats.rowCount()) == (None, 0)
    made.inbox.show_account(BAKERY)
    assert made.inbox.chats.number == slot_id(BAKERY, 2)
    assert made.inbox.open_chat == made.scene.port.chats[made.scene.mercado]


def test_a_filter_set_while_the_list_is_read_wins_over_the_remembered_one(made: Stage) -> None:
    made.inbox.show_account(OTHER)
    made.scene.port.gate = Gate()
    made.inbox.show_account(BAKERY)
    made.inbox.set_filter(slot_id(BAKERY, 3))
    made.scene.port.gate.is_open = True
    made.steps.go()
    assert made.inbox.chats.number == slot_id(BAKERY, 3)


def test_a_list_that_comes_after_another_account_was_shown_is_thrown_away(made: Stage) -> None:
    made.scene.port.add(chat(1, "a", "Davi", "14:00", "da oficina", OTHER))
    made.inbox.show_account(OTHER)
    made.scene.port.gate = gate = Gate()
    made.inbox.show_account(BAKERY)
    made.scene.port.gate = None
    made.inbox.show_account(OTHER)
    gate.is_open = True
    made.steps.go()
    assert [made.inbox.chats.chat_at(row).name for row in range(made.inbox.chats.rowCount())] == ["Davi"]


def test_facts_of_another_account_change_nothing_here(made: Stage) -> None:
    rows = made.inbox.chats.rowCount()
    foreign = chat(1, "a", "Davi", "14:39", "de outra conta", OTHER)
    made.tell([MessageStored(message=message(foreign.chat_id, 1), chat=foreign)])
    assert made.inbox.chats.rowCount() == rows
    made.inbox.open(foreign.chat_id)
    assert made.inbox.open_chat is None


def test_a_chat_is_marked_as_read_when_a_person_sees_its_end_and_only_then(made: Stage) -> None:
    port = made.scene.port
    made.inbox.open(made.scene.mercado)
    assert port.called("mark_read") == []
    made.inbox.set_attention(attentive=True)
    assert port.called("mark_read") == [(made.scene.mercado, "m1")]
    port.store(message(made.scene.mercado, 2, "e mais", time_ms=clock("14:41")))
    assert port.called("mark_read")[1:] == [(made.scene.mercado, "m2")]
    made.inbox.set_attention(attentive=False)
    port.store(message(made.scene.mercado, 3, "e mais", time_ms=clock("14:42")))
    assert len(port.called("mark_read")) == 2


def test_a_read_mark_that_failed_is_made_again(made: Stage) -> None:
    made.inbox.open(made.scene.mercado)
    made.scene.port.refusal = Unavailable("worker_silent", "This account does not answer.")
    made.inbox.set_attention(attentive=True)
    made.inbox.set_attention(attentive=True)
    assert len(made.scene.port.called("mark_read")) == 2


def test_a_removed_number_closes_its_open_chat_and_forgets_its_drafts(made: Stage) -> None:
    made.inbox.open(made.scene.beatriz)
    made.inbox.keep_draft(made.scene.beatriz, "nunca enviada")
    made.tell([SlotRemoved(slot_id=slot_id(BAKERY, 1))])
    assert (made.inbox.open_chat, made.inbox.drafts.of(made.scene.beatriz)) == (None, "")
    assert made.inbox.chats.row_of(made.scene.beatriz) == -1


def test_after_dropped_reports_lists_are_read_again(made: Stage) -> None:
    made.inbox.open(made.scene.beatriz)
    made.scene.port.rows[made.scene.beatriz].append(message(made.scene.beatriz, 50, "perdida", time_ms=clock("14:39")))
    made.scene.port.chats[made.scene.mercado] = replace(made.scene.port.chats[made.scene.mercado], name="Outro nome")
    made.tell([Resync(account_id=BAKERY)])
    assert made.inbox.messages.message(made.inbox.messages.rowCount() - 1).text == "perdida"
    assert made.inbox.chats.chat(made.scene.mercado).name == "Outro nome"


def test_what_was_discarded_while_reports_were_dropped_goes_and_nothing_else(made: Stage) -> None:
    port, rows = made.scene.port, made.scene.port.rows[made.scene.beatriz]
    made.inbox.open(made.scene.beatriz)
    queued = message(
        made.scene.beatriz,
        60,
        "na fila",
        direction=Direction.OUT,
        state=MessageState.QUEUED,
        time_ms=clock("14:38"),
    )
    port.store(queued)
    rows.remove(queued)
    port.gate = Gate()
    made.tell([Resync(account_id=BAKERY)])
    fresh = message(
        made.scene.beatriz, 61, "nova", direction=Direction.OUT, state=MessageState.QUEUED, time_ms=clock("14:39")
    )
    made.inbox.hear([MessageStored(message=fresh, chat=port.chats[made.scene.beatriz])])
    port.gate.is_open = True
    made.steps.go()
    shown = [made.inbox.messages.message(row).message_id for row in range(made.inbox.messages.rowCount())]
    assert (shown[-1], queued.message_id in shown, len(shown)) == ("m61", False, 10)


def test_a_page_that_was_read_before_a_deletion_does_not_bring_it_back(made: Stage) -> None:
    port = made.scene.port
    failed = message(made.scene.rafael, 2, "não foi", direction=Direction.OUT, state=MessageState.FAILED)
    port.rows[made.scene.rafael].append(failed)
    page = list(port.rows[made.scene.rafael])
    port.gate = Gate()
    made.inbox.open(made.scene.rafael)
    chat_now = port.chats[made.scene.rafael]
    made.inbox.hear(
        [
            MessageRemoved(
                slot_id=chat_now.slot_id, chat_id=chat_now.chat_id, message_id=failed.message_id, chat=chat_now
            )
        ]
    )
    assert page == port.rows[made.scene.rafael]
    port.gate.is_open = True
    made.steps.go()
    assert made.inbox.messages.row_of(failed.message_id) == -1


def test_a_person_settles_a_message_whose_fate_is_unknown(made: Stage) -> None:
    uncertain = message(made.scene.beatriz, 7, state=MessageState.UNCERTAIN)
    made.inbox.orders.settle(uncertain, resend=False)
    assert made.scene.port.called("settle") == [(made.scene.beatriz, "m7", False)]


def test_chat_ids_of_the_scene_name_their_slots() -> None:
    assert chat_id(2, "b").startswith(slot_id(BAKERY, 2))
