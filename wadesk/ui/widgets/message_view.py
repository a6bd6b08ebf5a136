"""The messages of the open chat: bubbles, day lines, the unread line, text that can be selected and copied."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)

from wadesk.domain.message import Message
from wadesk.ui.message_words import Deed, body_text
from wadesk.ui.models.messages import MessageListModel
from wadesk.ui.models.sender import Sender
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.anchored_view import AnchoredView
from wadesk.ui.widgets.bubble_fade import RISE, BubbleFade
from wadesk.ui.widgets.bubble_paint import Marks, paint_day, paint_shape
from wadesk.ui.widgets.bubble_shape import Shape, width_in
from wadesk.ui.widgets.message_menu import message_menu
from wadesk.ui.widgets.message_rows import MessageRows
from wadesk.ui.widgets.popup_menu import PopupMenu
from wadesk.ui.widgets.text_choice import TextChoice, is_over_text

# How long the day stays at the top after the last movement.
_DAY_STAYS_MS = 1_200
# Below the last row, so that it does not touch the composer.
_PAD = 4


class MessageView(AnchoredView):
    """``deed_asked`` (Message, Deed): a person asked to send a message again, or says that it arrived."""

    deed_asked = Signal(object, object)

    def __init__(self, theme: Theme, model: MessageListModel, now_ms: Callable[[], int]) -> None:
        super().__init__()
        self._theme, self._messages = theme, model
        self.rows = MessageRows(theme, model, now_ms)
        self._choice = TextChoice()
        self.fade = BubbleFade(theme, self)
        self.fade.moved.connect(self._paint_fade)
        self._by_key = False
        self._day_timer = QTimer(self)
        self._day_timer.setSingleShot(True)
        self._day_timer.timeout.connect(self.viewport().update)
        self.setAccessibleName(self.tr("Messages"))
        self.viewport().setMouseTracking(True)
        # Before the base class hears of rows: it measures them.
        for signal in (model.rowsInserted, model.rowsRemoved, model.dataChanged):
            signal.connect(self._renew)
        model.modelReset.connect(self._forget)
        model.opened.connect(self._show_unread)
        model.appended.connect(self._come_in)
        self.older_wanted.connect(model.load_older)
        self.newer_wanted.connect(model.load_newer)
        theme.changed.connect(self._restyle)
        self.setModel(model)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.size("paneMin"), self._theme.size("paneMin"))

    def show_sender(self, sender: Sender | None) -> None:
        """Draw for this sender: its account's colour, its number's name and standing."""
        self.rows.show_sender(sender)
        if self._renew():
            self.measure_again()

    def show_ticks(self, every: bool) -> None:
        """Write the state of every message of ours in words, or of the last one alone."""
        self.rows.every_tick = every
        if self._renew():
            self.measure_again()

    def row_height(self, row: int) -> int:
        """The px of one row; the last one keeps off the composer."""
        pad = self.rows.style.px(_PAD) if row == self._messages.rowCount() - 1 else 0
        return self.rows.shape(row).height + pad

    def measure_again(self) -> None:
        """The width may differ too."""
        self._renew()
        super().measure_again()

    def after_move(self, moved: int) -> None:
        """Let the day stick to the top while rows move below it."""
        super().after_move(moved)
        self._messages.looked_at = self.anchor.row
        if moved:
            place = QRect(0, 0, self.viewport().width(), self.rows.style.px(40))
            self.viewport().update(place)
            self.viewport().update(place.translated(0, moved))
            self._day_timer.start(_DAY_STAYS_MS)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows that the exposed part shows."""
        if self.rows.is_another_day():
            self._renew()
        painter = QPainter(self.viewport())
        exposed = event.rect()
        painter.fillRect(exposed, self._theme.color("canvas"))
        for row, top in self.anchor.visible():
            shape = self.rows.shape(row)
            # A focus ring stands three px outside.
            if top + shape.height + 4 < exposed.top() or top - 4 > exposed.bottom():
                continue
            share = self.fade.share(shape.message.message_id)
            rise = round(self.rows.style.px(RISE) * (1 - share))
            painter.setOpacity(share)
            painter.translate(0, top + rise)
            paint_shape(painter, shape, self.rows.style, self._marks(row, shape), exposed.translated(0, -top - rise))
            painter.translate(0, -top - rise)
        painter.setOpacity(1.0)
        if self._day_timer.isActive():
            self._paint_sticky_day(painter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk over messages, pages scroll, Enter does what stands under a message, copy copies."""
        self._by_key = True
        page = self.viewport().height() - self.rows.style.px(40)
        match event.key():
            case _ if event.matches(QKeySequence.StandardKey.Copy):
                self.copy()
            case Qt.Key.Key_PageUp:
                self.scroll_by(page)
            case Qt.Key.Key_PageDown:
                self.scroll_by(-page)
            case Qt.Key.Key_Home:
                self.to_row(0)
            case Qt.Key.Key_End:
                self._messages.load_newest()
                self.to_end()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._do_first()
            case Qt.Key.Key_Escape if self._choice.text():
                self._choice.clear()
                self.viewport().update()
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                super().keyPressEvent(event)
                self.viewport().update()
            case _:
                event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes with the focus."""
        super().focusOutEvent(event)
        self._by_key = False
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Do what was clicked, or begin to select text."""
        self._by_key = False
        place = event.position().toPoint()
        index = self.indexAt(place)
        self._choice.clear()
        self.viewport().update()
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid():
            return
        self.setCurrentIndex(index)
        shape, point = self.rows.shape(index.row()), self._point_in(index.row(), place)
        deed = shape.deed_at(point)
        if deed is not None:
            self.carry_out(shape.message, deed)
        elif is_over_text(shape, point):
            self._choice.begin(shape, point)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on selecting, or show what a click would do."""
        place = event.position().toPoint()
        if event.buttons() & Qt.MouseButton.LeftButton:
            chosen = self._choice.message_id
            if chosen is not None and (row := self._messages.row_of(chosen)) >= 0:
                self._choice.extend(self._point_in(row, place))
                self.viewport().update()
            return
        index = self.indexAt(place)
        self.viewport().setCursor(self._cursor(index.row(), place) if index.isValid() else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """What is selected stays selected."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select all of a message's text."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self._choice.take_all(self.rows.shape(index.row()))
            self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the message under the pointer, or with the one that has the focus."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            self.setCurrentIndex(index)
            place = self.viewport().mapToGlobal(self.visualRect(index).center()) if by_key else event.globalPos()
            self.make_menu(index.row()).popup(place)

    def make_menu(self, row: int) -> PopupMenu:
        """The menu of one message."""
        return message_menu(self._theme, self, self.rows.shape(row), self.copy, self.carry_out)

    def copy(self) -> None:
        """Copy the selected text, or all of the message that the focus is on."""
        text = self._choice.text()
        if not text and self.currentIndex().isValid():
            text = body_text(self._messages.message(self.currentIndex().row()))
        if text:
            QGuiApplication.clipboard().setText(text)

    def carry_out(self, message: Message, deed: Deed) -> None:
        """Do what a person asked under a message."""
        if deed is Deed.MORE:
            self.rows.show_more(message)
            self.measure_again()
        else:
            self.deed_asked.emit(message, deed)

    def _do_first(self) -> None:
        index = self.currentIndex()
        deeds = self.rows.shape(index.row()).deeds if index.isValid() else []
        if deeds:
            self.carry_out(self._messages.message(index.row()), deeds[0][1])

    def _point_in(self, row: int, place: QPoint) -> QPoint:
        return place - QPoint(0, self.anchor.top_of(row))

    def _cursor(self, row: int, place: QPoint) -> Qt.CursorShape:
        shape, point = self.rows.shape(row), self._point_in(row, place)
        if shape.deed_at(point) is not None:
            return Qt.CursorShape.PointingHandCursor
        return Qt.CursorShape.IBeamCursor if is_over_text(shape, point) else Qt.CursorShape.ArrowCursor

    def _marks(self, row: int, shape: Shape) -> Marks:
        focused = self._by_key and self.hasFocus() and self.currentIndex().row() == row
        return Marks(self._choice.selected(shape.message.message_id), focused)

    def _paint_sticky_day(self, painter: QPainter) -> None:
        style = self.rows.style
        room = style.px(8 + 22 + 8)
        shown = list(self.anchor.visible())
        if not shown or any(
            day is not None and -room < top + day.y() < room
            for day, top in ((self.rows.shape(row).day, top) for row, top in shown[:3])
        ):
            return
        words = self.rows.day_words(shown[0][0])
        width = width_in(style.day, words) + style.px(22)
        paint_day(painter, style, QRect((self.viewport().width() - width) // 2, style.px(8), width, style.pill), words)

    def _show_unread(self) -> None:
        mark = self._messages.unread_mark
        row = self._messages.row_of(mark) if mark is not None else -1
        self._renew()
        self.to_end()
        if row >= 0 and self.anchor.top_of(row) < 0:
            self.to_row(row)

    def _come_in(self, message: Message) -> None:
        if self.anchor.at_end and self.isVisible():
            self.fade.begin(message.message_id)

    def _paint_fade(self) -> None:
        row = self._messages.row_of(self.fade.message_id) if self.fade.message_id is not None else -1
        if row >= 0:
            self.viewport().update(self.visualRect(self._messages.index(row)))

    def _renew(self) -> bool:
        return self.rows.renew(self.viewport().width())

    def _forget(self) -> None:
        self.rows.forget()
        self.fade.stop()
        self._choice.clear()
        self._renew()

    def _restyle(self) -> None:
        self.rows.restyle()
        self.measure_again()
