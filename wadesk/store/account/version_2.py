"""The account's file from version 1 to version 2: pictures, imported history, signs of life, and a fuller chat row."""

_SLOTS = (
    "ALTER TABLE slot ADD COLUMN phone_seen_ms INTEGER",
    # How many messages the import under way has brought, over all its notices.
    "ALTER TABLE slot ADD COLUMN imported INTEGER NOT NULL DEFAULT 0",
)

_HISTORY = (
    # 1 for what came as history: only the newest of those are unread, as many as the phone says.
    "ALTER TABLE message ADD COLUMN imported INTEGER NOT NULL DEFAULT 0 CHECK (imported IN (0, 1))",
    # The number it was offered to: history of another one must never come into its chats.
    "ALTER TABLE history_notice ADD COLUMN held_from TEXT",
    "UPDATE history_notice SET held_from = (SELECT number FROM slot WHERE slot.slot_id = history_notice.slot_id)",
    "ALTER TABLE history_notice ADD COLUMN tries INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE history_notice ADD COLUMN fetched INTEGER NOT NULL DEFAULT 0 CHECK (fetched IN (0, 1))",
)

# `picture` NULL: there is none. `due` 1: to be asked for at the next occasion, however lately it was.
_PICTURES = (
    """
    CREATE TABLE picture (
        slot_id TEXT NOT NULL,
        chat_id TEXT NOT NULL,
        picture TEXT,
        jpeg BLOB,
        asked_ms INTEGER NOT NULL,
        due INTEGER NOT NULL DEFAULT 0 CHECK (due IN (0, 1)),
        PRIMARY KEY (slot_id, chat_id),
        FOREIGN KEY (slot_id, chat_id) REFERENCES chat (slot_id, chat_id) ON DELETE CASCADE,
        CHECK ((picture IS NULL) = (jpeg IS NULL))
    ) STRICT
    """,
)

_VIEWS = (
    "DROP VIEW chat_row",
    """
    CREATE VIEW chat_row AS
    SELECT chat.slot_id, chat.chat_id, chat.held_from, slot.number IS chat.held_from AS can_send,
        ifnull(contact.number, contact.former_number) AS number, chat.group_jid IS NOT NULL AS is_group,
        CASE WHEN chat.group_jid IS NOT NULL THEN chat.group_name
            ELSE ifnull(nullif(book_name.name, ''), ifnull(contact.push_name, '')) END AS name,
        chat.unread, chat.time_ms, substr(ifnull(last.text, ''), 1, 256) AS last_text, last.kind AS last_kind,
        substr(ifnull(last.detail, ''), 1, 256) AS last_detail, last.from_me AS last_from_me,
        last.state AS last_state, last.error AS last_error, chat.last_arrival, chat.contact_id, chat.group_jid,
        (
            SELECT count(*) FROM outbox
            WHERE outbox.slot_id = chat.slot_id AND outbox.chat_id = chat.chat_id
                AND outbox.state IN ('queued', 'sending', 'unknown')
        ) AS queued,
        picture.picture,
        ifnull(nullif(author_name.name, ''), ifnull(nullif(author.push_name, ''), author.number)) AS last_sender
    FROM chat
    LEFT JOIN slot ON slot.slot_id = chat.slot_id
    LEFT JOIN contact ON contact.contact_id = chat.contact_id
    LEFT JOIN book_name ON book_name.slot_id = chat.slot_id AND book_name.contact_id = chat.contact_id
    LEFT JOIN message AS last ON last.arrival = chat.last_arrival
        AND last.slot_id = chat.slot_id AND last.chat_id = chat.chat_id
    LEFT JOIN picture ON picture.slot_id = chat.slot_id AND picture.chat_id = chat.chat_id
    LEFT JOIN contact AS author ON author.contact_id = last.sender
    LEFT JOIN book_name AS author_name ON author_name.slot_id = chat.slot_id AND author_name.contact_id = last.sender
    """,
)

TO_VERSION_2 = (*_SLOTS, *_HISTORY, *_PICTURES, *_VIEWS)
