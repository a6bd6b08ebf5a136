"""From "Switch" to the chat on another number: the list, the question, the answer. Nothing is sent on the way."""

from PySide6.QtCore import QObject, QPoint

from wadesk.domain.errors import WaDeskError
from wadesk.domain.ids import SlotId
from wadesk.ui.errors import told
from wadesk.ui.models.inbox import Inbox
from wadesk.ui.models.number_switch import Question
from wadesk.ui.models.numbers import NumberRow
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.composer import Composer
from wadesk.ui.widgets.number_popup import SwitchPopup
from wadesk.ui.widgets.switch_dialog import SwitchDialog

_WIDTH = 524
"""The list is as wide as in the design, and no wider than the composer."""


class SwitchFlow(QObject):
    """Opens over ``composer``, which shows whose chat it is about."""

    def __init__(self, theme: Theme, inbox: Inbox, composer: Composer) -> None:
        super().__init__(composer)
        self._theme, self._inbox, self._composer = theme, inbox, composer
        self.dialog: SwitchDialog | None = None
        inbox.others.switch.asked.connect(self._ask)
        inbox.others.switch.opened.connect(self._close)
        inbox.others.switch.refused.connect(self._refuse)

    def offer(self) -> None:
        """Show the numbers of the open chat's account; nothing where there is one."""
        popup = self.make_popup()
        if popup is not None:
            composer, px = self._composer, self._theme.px
            width = min(px(_WIDTH), composer.width())
            corner = composer.mapToGlobal(QPoint(composer.width() - width, -px(6)))
            popup.open_at(corner, upwards=True, least=width)

    def make_popup(self) -> SwitchPopup | None:
        """The list; deleted when it closes. None where there is nothing to choose."""
        chat, account = self._inbox.open_chat, self._inbox.account
        choices = self._inbox.others.switch.choices(chat) if chat is not None else []
        if chat is None or account is None or not choices:
            return None
        rows = [NumberRow(session, session.slot.slot_id == chat.slot_id) for session in choices]
        popup = SwitchPopup(self._theme, self._composer, account, rows)
        popup.chosen.connect(self._choose)
        return popup

    def _choose(self, slot_id: SlotId) -> None:
        chat = self._inbox.open_chat
        if chat is not None:
            self._inbox.others.switch.choose(chat, slot_id)

    def _ask(self, question: Question) -> None:
        shown = self._inbox.open_chat
        if shown is None or shown.chat_id != question.chat.chat_id:
            return
        dialog = self.dialog = SwitchDialog(self._theme, self._composer.window(), question)
        dialog.asked.connect(lambda: self._inbox.others.switch.accept(question))
        dialog.finished.connect(self._forget)
        dialog.open()

    def _close(self) -> None:
        if self.dialog is not None:
            self.dialog.accept()

    def _refuse(self, error: WaDeskError) -> None:
        if self.dialog is not None:
            self.dialog.show_error(told(error))
        else:
            self._composer.show_notice(told(error))

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
