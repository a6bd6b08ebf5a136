"""The quick switcher: a field over everything, and below it the numbers, chats and commands that fit (Ctrl+K)."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from wadesk.domain.ids import AccountId
from wadesk.ui.models.rows import ROW
from wadesk.ui.models.switcher import FoundRow, Part, Switcher
from wadesk.ui.painting.labels import draw_key, key_width
from wadesk.ui.painting.text import draw_icon, draw_line, ratio_of
from wadesk.ui.text import translate
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.labels import Label, rule
from wadesk.ui.widgets.shadow import Shadow
from wadesk.ui.widgets.switcher_delegate import SwitcherDelegate

_TOP, _FIELD, _PAD = 72, 44, 8
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class SwitcherField(QLineEdit):
    """Where one types: a glass at the left, the key that leads back at the right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFont(theme.font("h2", 400))
        self.setFixedHeight(theme.px(_FIELD))
        self.setPlaceholderText(translate("Switcher", "Go to a number, a chat or an action"))
        self.setAccessibleName(translate("Switcher", "Go to a number, a chat or an action"))
        self.setTextMargins(theme.px(30), 0, theme.px(44), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, then glass and key."""
        super().paintEvent(event)
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRect(theme.px(13), 0, theme.px(18), self.height())
        draw_icon(painter, place, theme.icon("search", "text", 18, ratio_of(painter)))
        draw_key(
            painter, theme, self.width() - theme.px(13), self.rect().center().y() + 1, translate("Switcher", "Esc")
        )
        painter.end()


class KeyHints(QWidget):
    """The line below the rows: what the keys do."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._hints: tuple[tuple[str, str], ...] = ()
        self.setFixedHeight(theme.px(38))

    def show_hints(self, hints: tuple[tuple[str, str], ...]) -> None:
        """Keys, and what each does."""
        self._hints = hints
        self.setAccessibleName(", ".join(f"{keys} {words}" for keys, words in hints))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint caps and words."""
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, font = theme.px(18), theme.font("small")
        for keys, words in self._hints:
            cap = key_width(theme, keys)
            draw_key(painter, theme, x + cap, self.rect().center().y() + 1, keys)
            x += cap + theme.px(6)
            place = self.rect().adjusted(x, 0, 0, 0)
            x += draw_line(painter, place, words, font, theme.color("text2")) + theme.px(16)
        painter.end()


class SwitcherPanel(QFrame):
    """The sheet that floats: 600 wide, as high as what was found."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        Shadow(theme, self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and hairline."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("border"), 1))
        painter.setBrush(self._theme.color("raised"))
        radius = self._theme.radius("card")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()


class SwitcherView(QWidget):
    """A child of what fills the window, over a scrim. ``chosen`` (FoundRow): open this; it is closed by then."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, around: QWidget, switcher: Switcher) -> None:
        super().__init__(around)
        self._theme, self._switcher = theme, switcher
        self._before: QWidget | None = None
        self.field, self.list, self._hints = SwitcherField(theme), QListView(), KeyHints(theme)
        self._nothing = Label(theme, "", "body", tone="text2", wrap=True)
        self._panel = SwitcherPanel(theme, self)
        self._set_up_list()
        self._lay_out()
        self.field.textChanged.connect(self._look)
        self.field.installEventFilter(self)
        self.list.clicked.connect(self._choose)
        switcher.rows.modelReset.connect(self._follow_rows)
        around.installEventFilter(self)
        self.setAccessibleName(translate("Switcher", "Go to…"))
        self.hide()

    def open(self, first: AccountId | None) -> None:
        """Show it, empty, and remember where the focus was; ``first``'s chats are read before the others'."""
        if self.isVisible():
            self.field.selectAll()
            return
        self._before = self.window().focusWidget()
        self.field.clear()
        self._switcher.open(first)
        self._limit(only_numbers=False)
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def leave(self, *, back: bool = True) -> None:
        """Go; with ``back`` the focus returns to where it was."""
        if not self.isVisible():
            return
        self.hide()
        before, self._before = self._before, None
        if back and before is not None:
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._switcher.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the field that are not for typing; the window's size."""
        if watched is self.field and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(event)
        if watched is self.parent() and event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside it is a step back."""
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.leave()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the scrim."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("scrim"))
        painter.end()

    def _take_key(self, event: QKeyEvent) -> bool:
        key, plain = Qt.Key(event.key()), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(self.list.currentIndex())
        elif key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                return False
            self._limit(only_numbers=not self._switcher.only_numbers)
        elif key in _STEPS and plain:
            self._step(_STEPS[key])
        else:
            return False
        return True

    def _step(self, step: int) -> None:
        """Move over the rows that can be chosen; past an end stays there, one by one goes round."""
        rows = self._switcher.rows
        places = [at for at in range(rows.rowCount()) if rows.flags(rows.index(at)) & Qt.ItemFlag.ItemIsEnabled]
        if not places:
            return
        here = places.index(self.list.currentIndex().row()) if self.list.currentIndex().row() in places else -1
        there = (here + step) % len(places) if abs(step) == 1 else max(0, min(len(places) - 1, here + step))
        self._select(rows.index(places[there]))
        if there == 0:
            self.list.scrollToTop()

    def _select(self, index: QModelIndex) -> None:
        self.list.setCurrentIndex(index)
        # The focus stays in the field: a screen reader is told what the arrows move to.
        said = index.data(Qt.ItemDataRole.AccessibleTextRole)
        if said:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.list, said))

    def _look(self, text: str) -> None:
        if self.isVisible():
            self._switcher.look_for(text)
            self._follow_rows()

    def _limit(self, *, only_numbers: bool) -> None:
        self._switcher.limit(only_numbers=only_numbers)
        wider = translate("Switcher", "everything") if only_numbers else translate("Switcher", "numbers only")
        self._hints.show_hints(
            (
                ("↑ ↓", translate("Switcher", "choose")),
                (translate("Switcher", "Enter"), translate("Switcher", "open")),
                (translate("Switcher", "Tab"), wider),
            )
        )

    def _follow_rows(self) -> None:
        rows = self._switcher.rows
        if not self.list.currentIndex().isValid() and rows.rowCount():
            self.list.setCurrentIndex(rows.index(1))
        self._nothing.setText(translate("Switcher", "Nothing with “{q}”.").format(q=self.field.text().strip()))
        self._nothing.setVisible(not rows.rowCount() and bool(self.field.text().strip()))
        self._place()

    def _choose(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, FoundRow) and row.part is not Part.HEAD:
            self.leave(back=row.part is Part.ACTION)
            self.chosen.emit(row)

    def _place(self) -> None:
        theme, parent = self._theme, self.parentWidget()
        if parent is None:
            return
        self.setGeometry(parent.rect())
        width = min(theme.size("switcherWidth"), self.width() - theme.px(32))
        most = self.height() - theme.px(_TOP + 24)
        self.list.setFixedHeight(max(0, min(self._rows_height(), most - self._around())))
        self._panel.setFixedWidth(width)
        layout = self._panel.layout()
        if layout is not None:
            # A layout within a layout keeps its old size until it is asked anew.
            layout.activate()
        self._panel.adjustSize()
        self._panel.move((self.width() - width) // 2, theme.px(_TOP))

    def _rows_height(self) -> int:
        rows, option = self._switcher.rows, self._theme
        heads = sum(not rows.flags(rows.index(at)) & Qt.ItemFlag.ItemIsEnabled for at in range(rows.rowCount()))
        return heads * option.px(30) + (rows.rowCount() - heads) * option.size("switcherRow")

    def _around(self) -> int:
        return self._theme.px(_PAD + _FIELD + 4 + 8 + 1 + 38)

    def _set_up_list(self) -> None:
        self.list.setModel(self._switcher.rows)
        self.list.setItemDelegate(SwitcherDelegate(self._theme))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setAccessibleName(translate("Switcher", "Found"))
        self.list.setMinimumSize(QSize(0, 0))

    def _lay_out(self) -> None:
        px = self._theme.px
        inner = QVBoxLayout()
        inner.setContentsMargins(px(_PAD), px(_PAD), px(_PAD), px(8))
        inner.setSpacing(px(4))
        inner.addWidget(self.field)
        inner.addWidget(self._nothing)
        inner.addWidget(self.list)
        self._nothing.setContentsMargins(px(10), px(10), px(10), px(6))
        self._nothing.hide()
        column = QVBoxLayout(self._panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inner)
        column.addWidget(rule())
        column.addWidget(self._hints)
