"""Walls behind walls: what holds even where the code before it should have held already."""

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError, IntegrityError

from tests.store.conftest import ANA, BO, NOON, SHOP_B, Desk
from wadesk.domain.errors import WaDeskError
from wadesk.domain.ids import new_chat_id


def test_chats_held_from_two_numbers_of_one_slot_do_not_merge(shop: Desk):
    former = shop.hears(ANA.by_number, "to the former number")
    shop.store.slots.bind_slot(shop.slot, SHOP_B)
    shop.number = SHOP_B
    present = shop.hears(ANA.by_lid, "to the present number")
    shop.hears(ANA.both, "who I am")
    chats = {chat.chat_id: chat for chat in shop.store.pages.list_chats(shop.slot)}
    assert set(chats) == {former.chat.chat_id, present.chat.chat_id}
    assert not chats[former.chat.chat_id].can_send
    assert shop.texts(chat_id=former.chat.chat_id) == ["to the former number"]


def test_a_row_for_a_former_number_never_leaves_though_nobody_gave_it_up(shop: Desk):
    shop.queues()
    shop.sql(lambda sql: sql.exec_driver_sql("UPDATE slot SET number = ?", (SHOP_B,)))
    assert shop.store.outbox.next_to_send(shop.slot, NOON) is None
    assert shop.store.outbox.next_try_ms(shop.slot) is None


def test_a_person_in_another_slots_address_book_outlives_the_slot_she_wrote_to(shop: Desk, second: Desk):
    shop.hears(ANA.both)
    second.store.heard.record_contact_name(ANA.by_number, "Ana do prédio", second.slot)
    shop.store.slots.remove_slot(shop.slot)
    assert second.hears(ANA.by_lid).chat.name == "Ana do prédio"


def test_a_chats_id_cannot_begin_with_another_slot(shop: Desk, second: Desk):
    def insert(sql: Connection) -> None:
        sql.exec_driver_sql(
            "INSERT INTO chat (slot_id, chat_id, held_from, group_jid) VALUES (?, ?, ?, 'a@g.us')",
            (second.slot, new_chat_id(shop.slot), second.number),
        )

    with pytest.raises(WaDeskError) as caught:
        shop.sql(insert)
    assert caught.value.facts["error"] == "SQLITE_CONSTRAINT"


def test_an_outbox_row_cannot_name_another_number_than_its_chat(shop: Desk):
    queued = shop.queues()
    with pytest.raises(WaDeskError):
        shop.sql(lambda sql: sql.exec_driver_sql("UPDATE outbox SET held_from = ?", (SHOP_B,)))
    assert shop.store.outbox.next_to_send(shop.slot, NOON).message_id == queued.message.message_id


def test_the_librarys_own_error_shows_no_parameter_even_before_the_border(shop: Desk):
    shop.hears(BO.both, "segredo do Bo")

    def insert(sql: Connection) -> str:
        with pytest.raises(IntegrityError) as caught:
            sql.exec_driver_sql(
                "INSERT INTO message SELECT 999, message_id, slot_id, chat_id, from_me, sender, server_id, kind,"
                " state, time_ms, :text, detail, target, error, reason, asker, receipt_due, raw, imported FROM message",
                {"text": "segredo do Bo"},
            )
        assert isinstance(caught.value, DBAPIError)
        return str(caught.value) + repr(caught.value)

    assert "segredo" not in str(shop.sql(insert))
