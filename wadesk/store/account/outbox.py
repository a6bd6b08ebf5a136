"""The one outbox that everything sent goes through: queue, send, confirm."""

from wadesk.domain.ids import ChatId, MessageId, SlotId
from wadesk.domain.message import Chat
from wadesk.domain.requests import QueueText
from wadesk.store.account import discarding, outcomes, queueing, resolving, sending
from wadesk.store.account.values import Changed, OutboxItem, Queued
from wadesk.store.encrypted import Database
from wadesk.wire.engine_frames import Peer


class Outbox:
    """A slot's messages on their way, oldest first; one that backs off holds back its own chat only.

    A ``mark_...`` about a message that a receipt has settled meanwhile changes nothing and returns it as
    it is. NotFound (``no_message``) when there is no such message in that slot.
    """

    def __init__(self, database: Database) -> None:
        """Work on an open database."""
        self._database = database

    def queue_text(self, request: QueueText, now_ms: int) -> Queued:
        """Store a message and its outbox row together, under the id that WhatsApp will see.

        Raises InvalidRequest (``one_recipient``, ``empty_text``, ``foreign_chat``), TooLarge (``long_text``:
        over 65,536 characters), NotFound (``no_chat``, ``no_slot``), Conflict (``no_number``: the slot was
        never linked; ``former_number``: its chat cannot send; ``idempotency_reused``: same key, other message).
        """
        with self._database.writing() as sql:
            return queueing.queue_text(sql, request, now_ms)

    def next_to_send(self, slot_id: SlotId, now_ms: int) -> OutboxItem | None:
        """The oldest message that may leave now; never one for a former number, nor one unknown for over an hour."""
        with self._database.writing() as sql:
            return sending.next_to_send(sql, slot_id, now_ms)

    def next_try_ms(self, slot_id: SlotId) -> int | None:
        """When the first backed-off message may be tried (UTC ms, may be past), or None when none waits."""
        with self._database.writing() as sql:
            return sending.next_try_ms(sql, slot_id)

    def waiting(self, slot_id: SlotId) -> int:
        """How many messages of the slot are on their way (queued, sending or unknown)."""
        with self._database.writing() as sql:
            return sending.waiting(sql, slot_id)

    def resolve_typed(self, slot_id: SlotId, typed: str, peer: Peer) -> bool:
        """The server's canonical number and LID of a typed number, from ``check``. True: chats merged, read again."""
        with self._database.writing() as sql:
            return resolving.resolve_typed(sql, slot_id, typed, peer)

    def mark_sending(self, slot_id: SlotId, message_id: MessageId, raw: str, now_ms: int) -> Changed:
        """Keep what was built (base64; the first one stays) and that an attempt begins: before every send."""
        with self._database.writing() as sql:
            return outcomes.begin(sql, outcomes.entry(sql, slot_id, message_id), raw, now_ms)

    def mark_sent(self, slot_id: SlotId, message_id: MessageId, time_ms: int | None) -> Changed:
        """The server has it, at ``time_ms`` of its clock; the outbox row is gone."""
        with self._database.writing() as sql:
            return outcomes.sent(sql, outcomes.entry(sql, slot_id, message_id), time_ms)

    def mark_not_sent(self, slot_id: SlotId, message_id: MessageId, next_try_ms: int) -> Changed:
        """Proven unsent, worth another try at ``next_try_ms``. A resend stays unknown: the first may have arrived."""
        with self._database.writing() as sql:
            return outcomes.again(sql, outcomes.entry(sql, slot_id, message_id), next_try_ms, proven=True)

    def mark_failed(self, slot_id: SlotId, message_id: MessageId, code: str) -> Changed:
        """Proven unsent for good, by ``code``; a person may send it again. A resend becomes uncertain instead."""
        with self._database.writing() as sql:
            return outcomes.give_up(sql, outcomes.entry(sql, slot_id, message_id), code, proven=True)

    def mark_unknown(self, slot_id: SlotId, message_id: MessageId, next_try_ms: int) -> Changed:
        """Not proven unsent: to be sent again under the same id at ``next_try_ms``."""
        with self._database.writing() as sql:
            return outcomes.again(sql, outcomes.entry(sql, slot_id, message_id), next_try_ms, proven=False)

    def mark_uncertain(self, slot_id: SlotId, message_id: MessageId, code: str) -> Changed:
        """It cannot be known; a person decides."""
        with self._database.writing() as sql:
            return outcomes.give_up(sql, outcomes.entry(sql, slot_id, message_id), code, proven=False)

    def engine_died_during(self, slot_id: SlotId, message_id: MessageId) -> int:
        """The engine ended while it sent this message; how often so far. At three it becomes uncertain."""
        with self._database.writing() as sql:
            return outcomes.engine_died(sql, outcomes.entry(sql, slot_id, message_id))

    def recover(self, slot_id: SlotId) -> int:
        """At a slot's start: what was being sent is unknown and leaves again under the same id; how many."""
        with self._database.writing() as sql:
            return outcomes.recover(sql, slot_id)

    def expire(self, slot_id: SlotId, now_ms: int) -> list[Changed]:
        """What nobody should send unasked: unknown for an hour becomes uncertain (``unknown_too_long``),
        queued for twelve hours fails (``waited_too_long``). Call it when the backlog is in, and now and then.
        """
        with self._database.writing() as sql:
            return outcomes.expire(sql, slot_id, now_ms)

    def discard(self, slot_id: SlotId, chat_id: ChatId, message_id: MessageId) -> Chat:
        """Delete a message that never left: queued and not under way, or failed; its chat's row after it.

        Conflict (``not_discardable``) for any other, NotFound (``no_chat``, ``no_message``).
        """
        with self._database.writing() as sql:
            return discarding.discard(sql, slot_id, chat_id, outcomes.entry(sql, slot_id, message_id))

    def settle(self, slot_id: SlotId, chat_id: ChatId, message_id: MessageId, resend: bool, now_ms: int) -> Changed:
        """A person's decision about a failed or uncertain message; Conflict (``not_settleable``) otherwise.

        ``resend``: it waits again under the same id (Conflict ``former_number``); else an uncertain one
        counts as sent, and a failed one stays failed and is not offered again.
        """
        with self._database.writing() as sql:
            return outcomes.settle(sql, slot_id, chat_id, outcomes.entry(sql, slot_id, message_id), resend, now_ms)
