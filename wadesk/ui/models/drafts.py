"""What was typed and not sent, per chat, while the program runs."""

from collections.abc import Collection

from wadesk.domain.ids import AccountId, ChatId, SlotId, account_of, slot_of
from wadesk.domain.message import Chat


class Drafts:
    """Texts by chat; a chat's id names its slot, so a draft never changes its number.

    Chats that were begun and have no message yet are remembered here as well: no list that is read has them.
    """

    def __init__(self) -> None:
        self._texts: dict[ChatId, str] = {}
        self._begun: dict[ChatId, Chat] = {}

    def of(self, chat_id: ChatId) -> str:
        """What was typed for a chat; empty for none."""
        return self._texts.get(chat_id, "")

    def keep(self, chat_id: ChatId, text: str) -> None:
        """Keep ``text``; empty forgets."""
        if text:
            self._texts[chat_id] = text
        else:
            self._texts.pop(chat_id, None)

    def remember_begun(self, chat: Chat) -> None:
        """A chat without a message was opened: what is typed in it must be found again."""
        self._begun[chat.chat_id] = chat

    def begun(self, account_id: AccountId) -> list[Chat]:
        """An account's chats that were begun and have a text that was not sent."""
        mine = (chat for chat in self._begun.values() if account_of(chat.slot_id) == account_id)
        return [chat for chat in mine if self.of(chat.chat_id)]

    def keep_before(self, chat_id: ChatId, text: str) -> None:
        """Put a text that came back before what was typed meanwhile."""
        typed = self.of(chat_id)
        self.keep(chat_id, f"{text}\n{typed}" if typed else text)

    def forget_slots(self, account_id: AccountId, left: Collection[SlotId]) -> None:
        """Forget what was typed on an account's slots other than those that are ``left``."""
        for chat_id in list(self._texts):
            slot_id = slot_of(chat_id)
            if account_of(slot_id) == account_id and slot_id not in left:
                del self._texts[chat_id]
        gone = [key for key, chat in self._begun.items() if chat.slot_id not in left]
        for chat_id in gone:
            if account_of(slot_of(chat_id)) == account_id:
                del self._begun[chat_id]
