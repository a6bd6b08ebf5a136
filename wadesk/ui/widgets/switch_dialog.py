"""Asks before a person is written to from another number: both numbers side by side, staying as the safe side."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wadesk.domain.desk import Session
from wadesk.ui.chat_words import chat_name, first_name
from wadesk.ui.models.number_switch import Question
from wadesk.ui.painting.frames import draw_box
from wadesk.ui.text import phone, spoken, translate
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.dialog import Dialog
from wadesk.ui.widgets.icon import Icon
from wadesk.ui.widgets.labels import Label
from wadesk.ui.widgets.marks import Chip


class NumberBox(QWidget):
    """One side: chip, number in full, and how much was written from it. ``filled``: the number of now."""

    def __init__(self, theme: Theme, session: Session, history: str, *, filled: bool) -> None:
        super().__init__()
        self._theme, self._colour, self._filled = theme, session.account.colour, filled
        chip = Chip(theme)
        chip.show_slot(session.slot, session.account)
        number = phone(session.slot.number) if session.slot.number else ""
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(10), theme.px(9), theme.px(10), theme.px(8))
        column.setSpacing(theme.px(3))
        column.addWidget(chip)
        column.addWidget(Label(theme, number, "bodyStrong", tabular=True))
        column.addWidget(Label(theme, history, "small", tone="text2"))
        said = spoken(session.slot.number) if session.slot.number else ""
        self.setAccessibleName(f"{session.slot.index} {session.slot.name}, {said}, {history}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box in the account's colours."""
        theme, account = self._theme, self._theme.account(self._colour)
        painter = QPainter(self)
        fill, edge = (account.soft, account.edge) if self._filled else (theme.color("surface"), account.solid)
        draw_box(painter, QRectF(self.rect()), theme.radius("control"), fill, edge)
        painter.end()


class SwitchDialog(Dialog):
    """``asked``: a person accepted. The focus is on staying, so that Enter changes nothing."""

    def __init__(self, theme: Theme, parent: QWidget, question: Question) -> None:
        self.question = question
        super().__init__(
            theme,
            parent,
            translate("Sending", "Send from another number?"),
            act=translate("Sending", "Open chat in {slot}").format(slot=_named(question.there)),
            cancel=translate("Sending", "Stay on {slot}").format(slot=_named(question.here)),
        )
        sides = QHBoxLayout()
        sides.setSpacing(theme.px(10))
        sides.addWidget(NumberBox(theme, question.here, self._written_here(), filled=True), 1)
        sides.addWidget(Icon(theme, "arrow-right", "text2", 16), 0, Qt.AlignmentFlag.AlignVCenter)
        sides.addWidget(NumberBox(theme, question.there, self._written_there(), filled=False), 1)
        self.body.addLayout(sides)
        number = phone(question.there.slot.number) if question.there.slot.number else ""
        self.add_text(self._consequence(number))
        self.safe.setDefault(True)
        self.safe.setFocus(Qt.FocusReason.TabFocusReason)

    def _written_here(self) -> str:
        return _written(self.question.left_here, first_name(self.question.chat))

    def _written_there(self) -> str:
        if self.question.left_there is None:
            return translate("Sending", "no chat yet")
        return _written(self.question.left_there, first_name(self.question.chat))

    def _consequence(self, number: str) -> str:
        words = translate("Sending", "{contact} will receive from {number}, in a new chat. This one stays.")
        if self.question.left_there is not None:
            words = translate("Sending", "{contact} will receive from {number}, in the chat there. This one stays.")
        return words.format(contact=chat_name(self.question.chat), number=number)


def _written(count: int, name: str) -> str:
    one, many = translate("Sending", "1 message to {name}"), translate("Sending", "{n} messages to {name}")
    return (one if count == 1 else many).format(n=count, name=name)


def _named(session: Session) -> str:
    return f"{session.slot.index} {session.slot.name}"
