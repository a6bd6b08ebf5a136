"""Who speaks in the open chat: the one value that the sending-from bar shows and a send is checked against."""

from dataclasses import dataclass

from wadesk.domain.desk import Account, Session, Slot
from wadesk.domain.errors import Conflict
from wadesk.domain.ids import ChatId
from wadesk.domain.linkstate import LinkState, SlotStatus
from wadesk.domain.message import Chat
from wadesk.domain.resolver import resolve_chat_in


@dataclass(frozen=True)
class Sender:
    """The number a chat is held from, with its account and its standing. Built from the chat, never chosen.

    ``others`` counts the account's other numbers that the same person could be written from; ``usual`` is the
    one that person is used to, where it is another one than this.
    """

    account: Account
    slot: Slot
    status: SlotStatus
    chat: Chat
    others: int = 0
    usual: Slot | None = None

    @property
    def number(self) -> str:
        """The number on the bar (E.164): the one the chat is held from."""
        return self.chat.held_from or self.slot.number or ""

    @property
    def may_write(self) -> bool:
        """Whether a text may be queued at all: not in a former number's chat, not for a banned number."""
        former = self.slot.number is not None and self.number != self.slot.number
        return self.chat.can_send and not former and self.status.state is not LinkState.BANNED


def sender_of(chat: Chat, session: Session) -> Sender:
    """The sender of ``chat``; InvalidRequest when ``session`` is not the slot that the chat's id names."""
    resolve_chat_in(session.slot.slot_id, chat.chat_id)
    return Sender(session.account, session.slot, session.status, chat)


@dataclass(frozen=True)
class Letter:
    """One text on its way: the chat it was written in, the number the bar showed meanwhile, and its repeat key."""

    chat_id: ChatId
    shown_number: str
    text: str
    key: str


def check_sender(letter: Letter, sender: Sender) -> None:
    """Refuse a text unless chat, bar and engine name one number (design.md 8, rule 7).

    Raises InvalidRequest when chat and slot disagree, Conflict when the numbers do.
    """
    resolve_chat_in(sender.slot.slot_id, letter.chat_id)
    if not sender.may_write:
        raise Conflict("cannot_send", "Nothing can leave from this number in this chat. Nothing was sent.")
    check_numbers(letter.shown_number, Session(slot=sender.slot, account=sender.account, status=sender.status))


def check_numbers(shown: str | None, session: Session) -> None:
    """Conflict unless the number on the screen is the one bound to the slot and the one its engine reports.

    An engine that is not connected may name none; the worker compares again before the message leaves.
    """
    reported, bound = session.status.number, session.slot.number
    silent = reported is None and not session.status.connected
    if not shown or shown != bound or not (silent or reported == shown):
        raise Conflict(
            "sender_differs",
            "The number on the bar is not the one this chat leaves from. Nothing was sent.",
            shown=shown or "",
            other=next((one for one in (reported, bound) if one and one != shown), ""),
        )
