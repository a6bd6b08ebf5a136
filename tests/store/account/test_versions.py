"""A file of an earlier version is brought up with all that is in it, and copied before."""

from pathlib import Path

from sqlcipher3 import dbapi2

from tests.store.conftest import ANA, NOON, SHOP, Desk
from wadesk.domain.ids import AccountId, SlotId, new_chat_id, slot_id
from wadesk.paths import AccountFolder, make_private
from wadesk.store.account.account_store import AccountStore
from wadesk.store.account.tables import TO_VERSION_1


def version_1(folder: AccountFolder, key: bytes, slot: SlotId) -> None:
    """A file as version 1 wrote it: one slot, one chat, one message heard and one that waits."""
    make_private(folder.root)
    raw = connect(folder.database, key)
    for statement in TO_VERSION_1:
        raw.execute(statement)
    chat = new_chat_id(slot)
    raw.execute("INSERT INTO own VALUES (1, ?, 'offline', 0)", (folder.account_id,))
    raw.execute("INSERT INTO slot VALUES (?, ?, ?)", (slot, folder.account_id, SHOP))
    raw.execute("INSERT INTO contact (contact_id, number, push_name) VALUES (1, ?, 'Ana')", (ANA.number,))
    raw.execute(
        "INSERT INTO chat (slot_id, chat_id, held_from, contact_id, unread, time_ms, last_arrival)"
        " VALUES (?, ?, ?, 1, 1, ?, 2)",
        (slot, chat, SHOP, NOON + 1),
    )
    for arrival, from_me, state, text in ((1, 0, "delivered", "Oi"), (2, 1, "queued", "Bom dia")):
        raw.execute(
            "INSERT INTO message (arrival, message_id, slot_id, chat_id, from_me, server_id, kind, state, time_ms,"
            " text, detail) VALUES (?, ?, ?, ?, ?, ?, 'text', ?, ?, ?, '')",
            (arrival, f"m{arrival}", slot, chat, from_me, f"S{arrival}", state, NOON + arrival, text),
        )
    raw.execute(
        "INSERT INTO outbox (message_id, slot_id, chat_id, held_from, state, queued_ms)"
        " VALUES ('m2', ?, ?, ?, 'queued', ?)",
        (slot, chat, SHOP, NOON),
    )
    raw.execute("PRAGMA user_version = 1")
    raw.close()


def connect(path: Path, key: bytes) -> dbapi2.Connection:
    raw = dbapi2.connect(str(path), isolation_level=None)
    raw.execute(f"PRAGMA key=\"x'{key.hex()}'\"").fetchall()
    return raw


def test_a_file_of_version_1_opens_with_its_chats_and_what_waits_in_it(
    folder: AccountFolder, key: bytes, account_id: AccountId
) -> None:
    slot = slot_id(account_id, 1)
    version_1(folder, key, slot)
    with AccountStore.open(folder, key, "offline") as store:
        shop = Desk(store, slot)
        assert shop.texts() == ["Bom dia", "Oi"]
        (chat,) = store.pages.list_chats(slot)
        assert (chat.name, chat.unread, chat.queued, chat.last_error, chat.picture) == ("Ana", 1, 1, None, None)
        assert store.slots.phone_seen_ms(slot) is None
        store.slots.note_phone_seen(slot, NOON)
        waiting = store.outbox.next_to_send(slot, NOON + 5)
        assert waiting is not None
        assert shop.sends(waiting.message_id).state == "sent"
    with AccountStore.open(folder, key, "offline") as store:
        assert store.slots.phone_seen_ms(slot) == NOON


def test_a_copy_of_the_earlier_version_is_kept(folder: AccountFolder, key: bytes, account_id: AccountId) -> None:
    version_1(folder, key, slot_id(account_id, 1))
    AccountStore.open(folder, key, "offline").close()
    copy = connect(folder.backups / "account-v1.db", key)
    assert copy.execute("PRAGMA user_version").fetchone() == (1,)
    assert [row[0] for row in copy.execute("SELECT text FROM message ORDER BY arrival")] == ["Oi", "Bom dia"]
    copy.close()
