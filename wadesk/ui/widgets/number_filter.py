"""The number filter over the chat list: all numbers of the account, or one of them."""

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from wadesk.domain.desk import Account, Session
from wadesk.domain.ids import SlotId
from wadesk.ui.models.numbers import NumberRow
from wadesk.ui.painting.status import draw_state_icon
from wadesk.ui.painting.text import CENTRE, RIGHT, draw_icon, draw_line, ratio_of, width_of
from wadesk.ui.painting.tiles import block_path, fill_block
from wadesk.ui.states import look, state_word
from wadesk.ui.text import phone
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.number_popup import FilterPopup


class NumberFilter(QAbstractButton):
    """``chosen`` (SlotId, or None for all): a person picked from the menu, which knows this account's numbers alone."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._account: Account | None = None
        self._sessions: list[Session] = []
        self._number: SlotId | None = None
        self._unread: dict[SlotId, int] = {}
        self._hovered = False
        self.setProperty("ringRadius", 6)
        self.setFixedHeight(theme.size("numberFilter"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self.open_menu)

    def show_numbers(
        self, account: Account, sessions: list[Session], number: SlotId | None, unread: dict[SlotId, int]
    ) -> None:
        """Offer these numbers; ``number`` is the one the list shows."""
        self._account, self._sessions, self._number, self._unread = account, sessions, number, unread
        one = self._one()
        words = self._name(one) if one is not None else self.tr("All numbers")
        self.setAccessibleName(self.tr("Number shown: {number}").format(number=words))
        self.setToolTip(words if one is not None else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.size("numberFilter"))

    def open_menu(self) -> None:
        """Offer all numbers and each one, with its state and its unread messages."""
        self.make_popup().open_at(self.mapToGlobal(QPoint(0, self.height() + self._theme.px(4))), least=self.width())

    def make_popup(self) -> FilterPopup:
        """The list; deleted when it closes."""
        rows = [NumberRow(None, self._number is None, sum(self._unread.values()))]
        for session in self._sessions:
            slot_id = session.slot.slot_id
            rows.append(NumberRow(session, slot_id == self._number, self._unread.get(slot_id, 0)))
        popup = FilterPopup(self._theme, self, rows)
        popup.chosen.connect(self.chosen)
        return popup

    def enterEvent(self, event: QEnterEvent) -> None:
        """The pointer is over it."""
        self._hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is elsewhere."""
        self._hovered = False
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint block, words, count or state, and the arrow."""
        if self._account is None:
            return
        theme, painter = self._theme, QPainter(self)
        account, rect = theme.account(self._account.colour), self.rect()
        radius, side = theme.radius("control"), theme.size("numberFilter")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(account.solid if self._hovered else account.edge, 1))
        painter.setBrush(account.soft)
        painter.drawPath(block_path(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), (radius,) * 4, 0))
        block = QRect(0, 0, side, side)
        fill_block(painter, theme, block, (radius, 0, 0, radius), self._account.colour)
        one = self._one()
        if one is None:
            draw_icon(painter, block, theme.icon("smartphone", account.on_solid, 16, ratio_of(painter)))
        else:
            font = theme.font("bodyStrong", 700, tabular=True)
            draw_line(painter, block, str(one.slot.index), font, account.on_solid, CENTRE, elide=False)
        arrow = QRect(rect.right() - theme.px(26), 0, theme.px(16), side)
        draw_icon(painter, arrow, theme.icon("chevron-down", "text2", 16, ratio_of(painter)))
        words = QRect(side + theme.px(9), 0, arrow.x() - side - theme.px(9 + 8), side)
        self._paint_words(painter, words, one)
        painter.end()

    def _paint_words(self, painter: QPainter, place: QRect, one: Session | None) -> None:
        theme = self._theme
        if one is None:
            count = theme.font("small", tabular=True)
            draw_line(painter, place, str(len(self._sessions)), count, theme.color("text2"), RIGHT, elide=False)
            place = place.adjusted(0, 0, -theme.px(24), 0)
            draw_line(painter, place, self.tr("All numbers"), theme.font("bodyStrong"), theme.color("text"))
            return
        corner = QPoint(place.right() - theme.px(14), place.center().y() - theme.px(6))
        draw_state_icon(painter, theme, corner, look(one.status.state))
        number = phone(one.slot.number) if one.slot.number else state_word(one.status)
        font = theme.font("small", tabular=True)
        taken = width_of(font, number)
        right = corner.x() - theme.px(8)
        draw_line(
            painter,
            QRect(right - taken - 1, place.y(), taken + 2, place.height()),
            number,
            font,
            theme.color("text2"),
            RIGHT,
            elide=False,
        )
        name = QRect(place.x(), place.y(), right - taken - theme.px(8) - place.x(), place.height())
        draw_line(painter, name, one.slot.name, theme.font("bodyStrong"), theme.color("text"))

    def _one(self) -> Session | None:
        return next((session for session in self._sessions if session.slot.slot_id == self._number), None)

    @staticmethod
    def _name(session: Session) -> str:
        number = f"  {phone(session.slot.number)}" if session.slot.number else ""
        return f"{session.slot.index} {session.slot.name}{number}"
