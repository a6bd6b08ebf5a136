"""What a chat is called, and how its row of the list is spoken."""

from wadesk.domain.desk import Slot
from wadesk.domain.message import Chat, Direction, MessageState
from wadesk.ui.message_words import one_line, preview, translate
from wadesk.ui.text import phone, time_of_day


def chat_name(chat: Chat) -> str:
    """Who a chat is with: the name, or the number in full where there is none."""
    return one_line(chat.name) or (phone(chat.number) if chat.number else "") or translate("Chats", "Unknown")


def first_name(chat: Chat) -> str:
    """The first word of a person's name; a group's or an unknown one's name in full, a number never cut."""
    name = chat_name(chat)
    whole = chat.group or not one_line(chat.name) or name.startswith("+")
    return name if whole else name.split(" ")[0]


def last_words(chat: Chat) -> str:
    """A chat's newest message on one line; a failed one of ours says so first."""
    words = preview(chat.last_kind, chat.last_text, chat.last_detail)
    if chat.last_direction is Direction.OUT and chat.last_state is MessageState.FAILED:
        return translate("Chats", "Not sent: {text}").format(text=words)
    who = _sender(chat.last_sender)
    return f"{who}: {words}" if who and words and chat.group else words


def _sender(said: str) -> str:
    """A group's member in a preview: the first name, or the number in full."""
    name = one_line(said)
    return phone(name) if name.startswith("+") else name.split(" ")[0]


def spoken_chat(chat: Chat, slot: Slot | None, draft: str = "") -> str:
    """A row of the list as a screen reader says it; what was typed and not sent comes before what was said."""
    number = f"{slot.index} {slot.name}" if slot is not None else ""
    time = time_of_day(chat.time_ms) if chat.time_ms else ""
    return translate("Chats", "{name}, on number {slot}, {n} unread, {time}: {preview}").format(
        name=chat_name(chat), slot=number, n=chat.unread, time=time, preview=spoken_draft(draft) or last_words(chat)
    )


def spoken_draft(draft: str) -> str:
    """A draft with the word that it is one; empty for none."""
    return f"{translate('Chats', 'Draft:')} {one_line(draft)}" if draft else ""
