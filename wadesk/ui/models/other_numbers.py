"""Going on with a person from another number of the account: by choice, or back to the one they are used to."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from wadesk.domain.desk import Session
from wadesk.domain.ids import slot_of
from wadesk.domain.message import Chat
from wadesk.ui.models.chats import ChatListModel
from wadesk.ui.models.drafts import Drafts
from wadesk.ui.models.messages import Starter
from wadesk.ui.models.number_switch import NumberSwitch
from wadesk.ui.models.port import InboxPort
from wadesk.ui.models.sender import Sender
from wadesk.ui.models.usual_number import UsualNumbers


class OtherNumbers(QObject):
    """What was typed comes along, and nothing is sent. ``chat_wanted`` (Chat): put it on the screen.

    ``found`` (ChatId): whether that chat's number is the usual one is known now, or differs.
    """

    chat_wanted = Signal(object)
    found = Signal(object)

    def __init__(
        self,
        port: InboxPort,
        tasks: Starter,
        sessions: Callable[[], list[Session]],
        chats: ChatListModel,
        drafts: Drafts,
        parent: QObject | None = None,
    ) -> None:
        """``sessions`` gives the shown account's numbers, ``chats`` its list."""
        super().__init__(parent)
        self._sessions, self._chats, self._drafts = sessions, chats, drafts
        self.switch = NumberSwitch(port, tasks, sessions, chats.find, self)
        self._usual = UsualNumbers(port, tasks, self)
        self._usual.found.connect(self.found)
        self.switch.opened.connect(self.move)

    def look(self, chat: Chat) -> None:
        """A chat was opened: find out which number its person is used to."""
        self._usual.look(chat, self._chats.with_person(chat.number))

    def complete(self, sender: Sender) -> Sender:
        """``sender`` with what is known of the account's other numbers."""
        usual = self._usual.of(sender.chat.chat_id)
        slots = {one.slot.slot_id: one.slot for one in self._sessions()}
        slot = slots.get(slot_of(usual)) if usual is not None else None
        return replace(sender, others=self.switch.others(sender.chat), usual=slot)

    def move(self, chat: Chat, before: Chat) -> None:
        """Go on in ``chat`` with what was typed in ``before``."""
        text = self._drafts.of(before.chat_id)
        if text and chat.chat_id != before.chat_id:
            self._drafts.keep(before.chat_id, "")
            self._drafts.keep_before(chat.chat_id, text)
        self.chat_wanted.emit(chat)

    def go_back(self, chat: Chat) -> None:
        """Go back to the number that a chat's person is used to."""
        usual = self._usual.of(chat.chat_id)
        found = self._chats.chat(usual) if usual is not None else None
        if found is not None:
            self.move(found, chat)
