"""The two shapes that rows are read in, as views, so that no query repeats a join."""

# LEFT JOIN throughout: the planner keeps chat (or message) outermost, and its index gives the order.
VIEWS_1 = (
    """
    CREATE VIEW chat_row AS
    SELECT chat.slot_id, chat.chat_id, chat.held_from, slot.number IS chat.held_from AS can_send,
        ifnull(contact.number, contact.former_number) AS number, chat.group_jid IS NOT NULL AS is_group,
        CASE WHEN chat.group_jid IS NOT NULL THEN chat.group_name
            ELSE ifnull(nullif(book_name.name, ''), ifnull(contact.push_name, '')) END AS name,
        chat.unread, chat.time_ms, substr(ifnull(last.text, ''), 1, 256) AS last_text, last.kind AS last_kind,
        substr(ifnull(last.detail, ''), 1, 256) AS last_detail, last.from_me AS last_from_me,
        last.state AS last_state, chat.last_arrival, chat.contact_id, chat.group_jid
    FROM chat
    LEFT JOIN slot ON slot.slot_id = chat.slot_id
    LEFT JOIN contact ON contact.contact_id = chat.contact_id
    LEFT JOIN book_name ON book_name.slot_id = chat.slot_id AND book_name.contact_id = chat.contact_id
    LEFT JOIN message AS last ON last.arrival = chat.last_arrival
        AND last.slot_id = chat.slot_id AND last.chat_id = chat.chat_id
    """,
    """
    CREATE VIEW message_row AS
    SELECT message.slot_id, message.chat_id, message.message_id, message.from_me, message.kind, message.state,
        message.time_ms, message.arrival, message.server_id, message.text, message.detail,
        ifnull(sender.number, sender.former_number) AS sender_number,
        ifnull(nullif(book_name.name, ''), ifnull(sender.push_name, '')) AS sender_name,
        CASE WHEN message.from_me THEN chat.held_from END AS sent_from, message.reason, message.error
    FROM message
    LEFT JOIN chat ON chat.slot_id = message.slot_id AND chat.chat_id = message.chat_id
    LEFT JOIN contact AS sender ON sender.contact_id = message.sender
    LEFT JOIN book_name ON book_name.slot_id = message.slot_id AND book_name.contact_id = message.sender
    """,
)
