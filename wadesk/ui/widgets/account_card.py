"""The card in an account's colour with block, name and slot chip at its head: around every QR code."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wadesk.domain.desk import Session
from wadesk.ui.models.linking import links_now
from wadesk.ui.text import phone, translate
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.labels import ElidedLabel, Label
from wadesk.ui.widgets.marks import Block, Chip

HEAD = 52
_LEAST_CHIP = 30
"""The index and a letter: what is left of a slot's chip at the least."""


class AccountCard(QWidget):
    """Outline 1.5 in the account's colour; the head says account, slot, and the number that is expected."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme, self._colour = theme, 1
        self._number, self._wanted, self._expects = "", 0, True
        self._block = Block(theme, HEAD, 10)
        self._name = ElidedLabel(theme, "", "title")
        self._chip = Chip(theme)
        self._expected = Label(theme, "", "small", tone="text2", tabular=True)
        self.head = QHBoxLayout()
        self.body = QVBoxLayout()
        self._lay_out()

    def show_head(self, session: Session) -> None:
        """Stand for this slot."""
        self._colour = session.account.colour
        self._block.show_account(session.account.initials, session.account.colour)
        self._name.setText(session.account.name)
        self._chip.show_slot(session.slot, session.account)
        self.setAccessibleName(f"{session.slot.index} {session.slot.name}, {session.account.name}")
        self._number = phone(session.slot.number) if session.slot.number else ""
        # A number is expected where a phone is to be linked; of others it is a fact.
        self._expects = links_now(session.status)
        self._wanted = self._chip.width()
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The number is never cut: first a word goes, then the slot's name elides."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, soft head and outline."""
        theme, account = self.theme, self.theme.account(self._colour)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place, radius = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75), theme.radius("card")
        path = QPainterPath()
        path.addRoundedRect(place, radius, radius)
        painter.fillPath(path, theme.color("surface"))
        painter.setClipPath(path)
        head = QRectF(0, 0, self.width(), theme.px(HEAD))
        painter.fillRect(head, account.soft)
        painter.fillRect(QRectF(0, head.bottom() - 1, self.width(), 1), account.edge)
        painter.setClipping(False)
        painter.setPen(QPen(account.solid, 1.5))
        painter.drawPath(path)
        painter.end()

    def _fit(self) -> None:
        gap = self.theme.px(8)
        room = self.width() - self.theme.px(HEAD + 10 + 10 + 36)
        says = translate("Linking", "expected {number}").format(number=self._number) if self._number else ""
        wide = self._expected.fontMetrics().horizontalAdvance(says) + gap
        if self._wanted + wide > room or not self._expects:
            says = self._number
            wide = self._expected.fontMetrics().horizontalAdvance(says) + gap
        self._expected.setText(says)
        self._chip.setFixedWidth(max(min(self._wanted, room - wide), self.theme.px(_LEAST_CHIP)))

    def _lay_out(self) -> None:
        px = self.theme.px
        second = QHBoxLayout()
        second.setSpacing(px(8))
        second.addWidget(self._chip)
        second.addWidget(self._expected, 1)
        words = QVBoxLayout()
        words.setContentsMargins(0, px(6), 0, px(6))
        words.setSpacing(px(2))
        words.addWidget(self._name)
        words.addLayout(second)
        self.head.setContentsMargins(0, 0, px(10), 0)
        self.head.setSpacing(px(10))
        self.head.addWidget(self._block)
        self.head.addLayout(words, 1)
        self.body.setContentsMargins(px(16), px(16), px(16), px(16))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.head)
        column.addLayout(self.body, 1)
