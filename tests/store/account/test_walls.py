"""No row joins two slots or two accounts, though somebody writes it by hand with the key in his hand."""

import pytest
from sqlalchemy import Connection

from tests.store.conftest import ANA, BO, NOON, Desk
from wadesk.domain.errors import WaDeskError
from wadesk.domain.ids import AccountId, new_account_id, new_chat_id, slot_id


class Rows:
    """One message with all that hangs on it in the first slot, and one chat in the second."""

    def __init__(self, shop: Desk, second: Desk) -> None:
        shop.queues("mine", idempotency_key="k")
        second.hears(BO.both, "theirs")
        self.mine, self.theirs = (
            shop.store.pages.list_chats(shop.slot)[0],
            second.store.pages.list_chats(second.slot)[0],
        )
        [message] = shop.store.pages.list_messages(shop.slot).messages
        self.words = {
            "one": shop.slot,
            "two": second.slot,
            "mine": self.mine.chat_id,
            "theirs": self.theirs.chat_id,
            "message": message.message_id,
            "arrival": message.arrival,
            "held": second.number,
            "stranger": slot_id(new_account_id(), 1),
            "gone": slot_id(AccountId(shop.slot.partition("-")[0]), 7),
            "fresh": new_chat_id(second.slot),
        }


REFUSED = {
    "a message moved to another slot": "UPDATE message SET slot_id = :two",
    "a message moved to another slot's chat": "UPDATE message SET chat_id = :theirs WHERE slot_id = :one",
    "a chat moved to another slot": "UPDATE chat SET slot_id = :two WHERE slot_id = :one",
    "a chat renamed into another slot": "UPDATE chat SET chat_id = :fresh WHERE slot_id = :one",
    "an outbox row moved to another slot": "UPDATE outbox SET slot_id = :two",
    "an outbox row moved to another slot's chat": "UPDATE outbox SET chat_id = :theirs",
    "an outbox row that leaves from another number": "UPDATE outbox SET held_from = :held",
    "an idempotency key of another slot": "UPDATE idempotency SET slot_id = :two",
    "an idempotency key in another slot's chat": "UPDATE idempotency SET chat_id = :theirs",
    "another slot's alias": "INSERT INTO chat_alias VALUES (:fresh, :one, :mine)",
    "an alias of another slot's chat": "INSERT INTO chat_alias VALUES (:one || '.x', :one, :theirs)",
    "a slot of another account": "INSERT INTO slot (slot_id, account_id) SELECT :stranger, account_id FROM own",
    "a slot that says whose it is": (
        "INSERT INTO slot (slot_id, account_id) VALUES (:stranger, substr(:stranger, 1, 12))"
    ),
    "an eleventh slot": "INSERT INTO slot (slot_id, account_id) SELECT account_id || '-slot11', account_id FROM own",
    "a second owner": "INSERT INTO own VALUES (2, 'another', 'offline', 0)",
    "another owner": "UPDATE own SET account_id = substr(:stranger, 1, 12)",
    "a waiting receipt of no slot": (
        "INSERT INTO receipt_waiting VALUES (:gone, :held, 'contact 1', 'A', 1, 'read', 1)"
    ),
    "a waiting receipt of another account": (
        "INSERT INTO receipt_waiting VALUES (:stranger, :held, 'contact 1', 'A', 1, 'read', 1)"
    ),
    "a name in no slot's address book": "INSERT INTO book_name SELECT :gone, contact_id, 'x' FROM contact LIMIT 1",
    "a notice of no slot": "INSERT INTO history_notice VALUES (:stranger, 'A', 'RECENT', 1, 1, x'00', 1, NULL, 0, 0)",
    "another slot's chat's picture": "INSERT INTO picture (slot_id, chat_id, asked_ms) VALUES (:one, :theirs, 1)",
    "a picture of no chat": "INSERT INTO picture (slot_id, chat_id, asked_ms) VALUES (:one, :one || '.x', 1)",
    "a poisoned event of no slot": (
        "INSERT INTO poison (slot_id, server_id, kind, raw, kept_ms) VALUES (:gone, 'A', 'message', x'00', 1)"
    ),
}


@pytest.mark.parametrize("write", REFUSED.values(), ids=REFUSED)
def test_the_file_refuses(shop: Desk, second: Desk, write: str):
    rows = Rows(shop, second)
    with pytest.raises(WaDeskError) as caught:
        shop.sql(lambda sql: sql.exec_driver_sql(write, rows.words))
    assert caught.value.facts["error"].startswith("SQLITE_CONSTRAINT")
    assert shop.texts() == ["mine"]
    assert second.texts() == ["theirs"]


def test_a_list_never_shows_another_chats_text_though_its_newest_is_pointed_there(shop: Desk, second: Desk):
    rows = Rows(shop, second)

    def point(sql: Connection) -> None:
        sql.exec_driver_sql("UPDATE chat SET last_arrival = :arrival WHERE chat_id = :theirs", rows.words)

    shop.sql(point)
    assert second.store.pages.get_chat(rows.theirs.chat_id).last_text == ""


def test_a_key_used_before_two_chats_merged_still_names_its_message(shop: Desk):
    shop.hears(ANA.by_lid)
    first = shop.queues("once", idempotency_key="k")
    shop.hears(ANA.both)
    again = shop.queues("once", idempotency_key="k")
    assert (again.created, again.message.message_id) == (False, first.message.message_id)
    assert again.message.chat_id == again.chat.chat_id
    assert len(shop.store.pages.list_chats(shop.slot)) == 1
    assert shop.store.outbox.next_to_send(shop.slot, NOON).chat_id == again.chat.chat_id
