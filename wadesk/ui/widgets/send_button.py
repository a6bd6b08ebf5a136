"""The button that sends, in the account's colour; while the number is away it queues, and says so."""

from wadesk.ui.models.sender import Sender
from wadesk.ui.widgets.account_button import AccountButton
from wadesk.ui.widgets.sending_words import sends_now


class SendButton(AccountButton):
    """Filled where a text leaves at once, outlined where it is queued, grey where nothing can leave."""

    def show_sender(self, sender: Sender) -> None:
        """Take colour, word and icon for this sender."""
        now = sends_now(sender) or not sender.may_write
        words, icon = (self.tr("Send"), "send-horizontal") if now else (self.tr("Queue"), "clock-3")
        self.show_act(words, icon, sender.account.colour, filled=now)
        self.setEnabled(sender.may_write)
