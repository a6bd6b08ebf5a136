"""Linking without a camera: a number, and the code to type into its phone."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from wadesk.domain.desk import Session
from wadesk.domain.linkstate import PairingCode
from wadesk.ui.models.linking import live_code, seconds_left
from wadesk.ui.text import phone, translate
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.announcing import announce
from wadesk.ui.widgets.buttons import Button
from wadesk.ui.widgets.fields import LineField
from wadesk.ui.widgets.icon import Icon
from wadesk.ui.widgets.labels import Label, RichLabel
from wadesk.ui.widgets.pairing_boxes import PairingBoxes, plain_code


class PairingCard(QFrame):
    """``code_asked`` (str, as typed): a code for this number. The code itself is shown with its remaining life."""

    code_asked = Signal(str)

    def __init__(self, theme: Theme, now: Callable[[], int]) -> None:
        super().__init__()
        self._theme, self._now = theme, now
        self._slot_id = ""
        self._code: PairingCode | None = None
        self._said = ""
        number = translate("Linking", "Number of the phone")
        self._number = LineField(theme, number, hint="+55 11 91234-5678", icon="smartphone")
        self._ask = Button(theme, translate("Linking", "Ask for code"))
        self._error = Label(theme, "", "small", tone="danger", wrap=True)
        self._boxes = PairingBoxes(theme)
        self._life = Label(theme, "", "small", tone="text2", tabular=True)
        self._copy = Button(theme, translate("Linking", "Copy"), kind="ghost", size="small", icon="copy")
        self._again = Button(theme, translate("Linking", "Another code"), kind="ghost", size="small", icon="refresh-cw")
        self._shown = QWidget()
        for asks in (self._ask.clicked, self._again.clicked, self._number.returnPressed):
            asks.connect(self._ask_code)
        self._copy.clicked.connect(self._copy_code)
        self._number.textEdited.connect(lambda _text: self.show_error(""))
        self.setProperty("card", "plain")
        self._lay_out()

    def show_session(self, session: Session, code: PairingCode | None) -> None:
        """Stand for this slot; its own number is filled in once, and may be changed."""
        slot = session.slot
        if slot.slot_id != self._slot_id:
            self._slot_id, self._said = slot.slot_id, ""
            self._number.setText(phone(slot.number) if slot.number else "")
            self.show_error("")
        self._code = code
        self.tick()

    def tick(self) -> None:
        """A second passed: count down, and clear the code the moment its time is over."""
        code = live_code(self._code, self._now())
        self._shown.setVisible(self._code is not None)
        self._boxes.show_code(code.code if code is not None else "")
        self._copy.setVisible(code is not None)
        if code is None:
            self._life.setText(translate("Linking", "The code ran out."))
            return
        left, _ = seconds_left(code, self._now())
        self._life.setText(translate("Linking", "Valid for {t}").format(t=f"{left // 60}:{left % 60:02}"))
        if code.code != self._said:
            self._said = code.code
            self.show_error("")
            self._announce()

    def show_error(self, sentence: str) -> None:
        """Say why no code came; what was typed stays. Empty takes it back."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        self._number.set_wrong(bool(sentence))

    def focus_number(self) -> None:
        """Begin here: at the number, or at the button where the number is known."""
        field: QWidget = self._ask if self._number.text().strip() else self._number
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _ask_code(self) -> None:
        typed = self._number.text().strip()
        if typed:
            self.code_asked.emit(typed)
        else:
            self.show_error(translate("Linking", "Write the number first, with country and area code."))

    def _copy_code(self) -> None:
        if self._code is not None:
            QGuiApplication.clipboard().setText(plain_code(self._code.code))

    def _announce(self) -> None:
        words = translate("Linking", "Pairing code ready: {code}").format(code=self._boxes.accessibleName())
        announce(self, words)

    def _lay_out(self) -> None:
        theme, px = self._theme, self._theme.px
        head = QHBoxLayout()
        head.setSpacing(px(10))
        head.addWidget(Icon(theme, "key-round", "text", 16))
        head.addWidget(Label(theme, translate("Linking", "Link with phone number instead"), "h2", wrap=True), 1)
        says = translate(
            "Linking", "No camera? On the phone, choose <b>Link with phone number instead</b> and type the code below."
        )
        asks = QHBoxLayout()
        asks.setSpacing(px(8))
        asks.addWidget(self._number, 1)
        asks.addWidget(self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(18), px(20), px(16))
        column.setSpacing(px(8))
        column.addLayout(head)
        column.addWidget(RichLabel(theme, says, "small", tone="text2", wrap=True))
        column.addLayout(asks)
        column.addWidget(self._error)
        column.addWidget(self._code_part())
        self._error.hide()

    def _code_part(self) -> QWidget:
        px = self._theme.px
        foot = QHBoxLayout()
        foot.setSpacing(px(6))
        foot.addWidget(Icon(self._theme, "timer", "text2", 14))
        foot.addWidget(self._life, 1)
        foot.addWidget(self._copy)
        foot.addWidget(self._again)
        column = QVBoxLayout(self._shown)
        column.setContentsMargins(0, px(6), 0, 0)
        column.setSpacing(px(10))
        column.addWidget(self._boxes, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(foot)
        self._shown.hide()
        return self._shown
