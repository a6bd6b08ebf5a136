"""What was typed and not sent, per chat, while the window lives."""

from collections.abc import Collection

from wadesk.domain.ids import AccountId, ChatId, SlotId, account_of, slot_of


class Drafts:
    """Texts by chat; a chat's id names its slot, so a draft never changes its number."""

    def __init__(self) -> None:
        self._texts: dict[ChatId, str] = {}

    def of(self, chat_id: ChatId) -> str:
        """What was typed for a chat; empty for none."""
        return self._texts.get(chat_id, "")

    def keep(self, chat_id: ChatId, text: str) -> None:
        """Keep ``text``; empty forgets."""
        if text:
            self._texts[chat_id] = text
        else:
            self._texts.pop(chat_id, None)

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
