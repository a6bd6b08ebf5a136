"""The composer: sending-from bar, strip, input and Send in one outline of the account's colour."""

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wadesk.domain.linkstate import LinkState
from wadesk.ui.chat_words import first_name
from wadesk.ui.models.sender import Sender
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.message_input import MessageInput
from wadesk.ui.widgets.send_button import SendButton
from wadesk.ui.widgets.sending_bar import (
    BarFace,
    bar_rect,
    fit_bar,
    paint_bar,
    paint_ground,
    paint_outline,
    state_place,
)
from wadesk.ui.widgets.sending_strip import SendingStrip
from wadesk.ui.widgets.sending_words import Strip, Way, spoken_bar, spoken_change, strip_for
from wadesk.ui.widgets.switch_button import SwitchButton
from wadesk.ui.widgets.turning import Spinner


class Composer(QWidget):
    """Shows one sender at a time and knows no other.

    ``sent`` (ChatId, the number the bar shows, text); ``typed`` (ChatId, text) after each change by a
    person; ``way_asked`` (Way, Sender): a button of the strip, or the switch. After the chat or the account
    changes, Enter and Send do nothing for a moment, so that a key meant for the chat before cannot send
    here (design.md 8, rule 6).
    """

    sent = Signal(object, str, str)
    typed = Signal(object, str)
    way_asked = Signal(object, object)

    def __init__(self, theme: Theme, now_ms: Callable[[], int]) -> None:
        super().__init__()
        self._theme, self._now_ms = theme, now_ms
        self._sender: Sender | None = None
        self._notice: Strip | None = None
        self._wordless = False
        self._guard = QTimer(self)
        self._guard.setSingleShot(True)
        self.switch = SwitchButton(theme)
        self.switch.setParent(self)
        self._spinner = Spinner(theme, 14, "info")
        self._spinner.setParent(self)
        self._spinner.hide()
        self.strip = SendingStrip(theme)
        self.input = MessageInput(theme)
        self.button = SendButton(theme)
        self._pulse = QVariantAnimation(self)
        self._pulse.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._pulse.setStartValue(1.0)
        self._pulse.setEndValue(0.0)
        self._pulse.valueChanged.connect(self.update)
        self._countdown = QTimer(self)
        self._countdown.setInterval(1000)
        self._countdown.timeout.connect(self._tick)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        px = self._theme.px
        row = QHBoxLayout()
        row.setContentsMargins(px(14), px(7), px(8), px(7))
        row.setSpacing(px(10))
        row.addWidget(self.input, 1)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, self._theme.size("sendBar"), 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addLayout(row)

    def _connect(self) -> None:
        self.input.enter_pressed.connect(self.send)
        self.input.textChanged.connect(self._tell_typed)
        self.input.too_long.connect(self._say_too_long)
        self.button.clicked.connect(self.send)
        self.strip.acted.connect(self._act)
        self.switch.clicked.connect(lambda: self._act(Way.SWITCH))
        self._theme.changed.connect(self._show)

    @property
    def shown(self) -> Sender | None:
        """Who the bar names."""
        return self._sender

    def show_sender(self, sender: Sender | None) -> None:
        """Name this sender; another chat or account starts the moment in which nothing is sent."""
        before, self._sender = self._sender, sender
        if sender is not None and (change := spoken_change(before, sender)):
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, change))
        if sender is not None and (before is None or before.chat.chat_id != sender.chat.chat_id):
            self._guard.start(self._theme.duration("sendGuard"))
            self._notice = None
            self._pulse_once()
        self._show()

    def show_draft(self, text: str) -> None:
        """Put back what was typed for this chat."""
        if self.input.toPlainText() != text:
            self.input.setPlainText(text)
            self.input.moveCursor(self.input.textCursor().MoveOperation.End)

    def show_notice(self, sentence: str) -> None:
        """Say why something was refused, until the text or the chat changes."""
        self._notice = Strip("danger", "circle-alert", sentence)
        self._show()

    def send(self) -> None:
        """Hand over what was typed, with the number that the bar shows; nothing within the guarded moment."""
        text = self.input.toPlainText()
        if self._sender is None or not text.strip() or not self._sender.may_write or self._guard.isActive():
            return
        self._notice = None
        chat_id, number = self._sender.chat.chat_id, self._sender.number
        self.show_draft("")
        self._show()
        self.sent.emit(chat_id, number, text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, bar and outline as one."""
        if self._sender is None:
            return
        painter = QPainter(self)
        face = self._face(self._sender)
        strip = (self.strip.geometry(), self.strip.tone) if self.strip.isVisible() else None
        paint_ground(painter, self._theme, self.rect(), face, strip)
        paint_bar(painter, self._theme, self.rect(), face)
        paint_outline(painter, self._theme, self.rect(), face)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shrink the bar's parts in their order."""
        super().resizeEvent(event)
        self._fit()

    def _pulse_once(self) -> None:
        length = self._theme.motion("slow")
        if length:
            self._pulse.setDuration(length)
            self._pulse.start()

    def _face(self, sender: Sender) -> BarFace:
        moving = self._pulse.state() is QVariantAnimation.State.Running
        pulse = float(self._pulse.currentValue() or 0.0) if moving else 0.0
        taken = 0 if self.switch.isHidden() else self.switch.width()
        return BarFace(sender, self._now_ms(), pulse, taken, self._wordless)

    def _fit(self) -> None:
        sender = self._sender
        if sender is None:
            return
        self.switch.setVisible(sender.others > 0)
        widths = self.switch.widths() if sender.others else (0, 0)
        self._wordless, small = fit_bar(self._theme, self.width(), self._face(sender), widths)
        self.switch.show_word(not small)
        bar = self._theme.size("sendBar")
        left = self.width() - self._theme.px(10) - self.switch.width()
        self.switch.move(left, (bar - self.switch.height()) // 2)
        face = self._face(sender)
        place = state_place(self._theme, bar_rect(self._theme, self.rect()), face)
        self._spinner.move(place.x(), place.y() + (place.height() - self._spinner.height()) // 2)
        self._spinner.setVisible(face.turns)

    def _show(self) -> None:
        sender = self._sender
        counts = sender is not None and sender.status.state is LinkState.RECONNECTING
        if counts:
            self._countdown.start()
        else:
            self._countdown.stop()
        if sender is None:
            return
        self.strip.show_strip(self._notice or strip_for(sender, self._now_ms()))
        self.button.show_sender(sender)
        self.input.setReadOnly(not sender.may_write)
        self.input.setPlaceholderText(self._invitation(sender))
        self.input.setAccessibleName(self.input.placeholderText())
        self._speak(sender)
        self._fit()
        self.update()

    def _speak(self, sender: Sender) -> None:
        self.setAccessibleName(spoken_bar(sender, self._now_ms()))
        self.setToolTip(f"{sender.slot.index} {sender.slot.name} · {sender.account.name}")

    def _invitation(self, sender: Sender) -> str:
        if not sender.may_write:
            return self.tr("Nothing can be sent from this number")
        return self.tr("Write to {name}").format(name=first_name(sender.chat))

    def _tick(self) -> None:
        if self._sender is not None:
            self._speak(self._sender)
            self._fit()
            self.update()

    def _tell_typed(self) -> None:
        if self._notice is not None and self.input.hasFocus():
            self._notice = None
            self._show()
        if self._sender is not None:
            self.typed.emit(self._sender.chat.chat_id, self.input.toPlainText())

    def _say_too_long(self) -> None:
        self.show_notice(self.tr("This text is longer than WhatsApp takes in one message. Send it in parts."))

    def _act(self, way: Way) -> None:
        if self._sender is not None:
            self.way_asked.emit(way, self._sender)
