"""The accounts' colours: each as a chip with its initials and the colour's name; a click offers the others."""

from functools import partial

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QPushButton, QWidget

from wadesk.domain.desk import Account
from wadesk.domain.ids import AccountId
from wadesk.ui.models.desk import Desk
from wadesk.ui.painting.frames import draw_box
from wadesk.ui.painting.text import draw_line, width_of
from wadesk.ui.painting.tiles import draw_tile
from wadesk.ui.text import translate
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.popup_menu import PopupMenu
from wadesk.ui.widgets.swatches import COLOURS, colour_name
from wadesk.ui.widgets.wrap import Wrap

_HEIGHT, _TILE, _PAD, _GAP = 34, 24, 5, 8


class ColourChip(QPushButton):
    """One account's tile and the name of its colour."""

    def __init__(self, theme: Theme, account: Account) -> None:
        super().__init__(colour_name(account.colour))
        self._theme, self._account, self.account_id = theme, account, account.account_id
        spoken = translate("Settings", "Colour of {account}: {colour}")
        self.setAccessibleName(spoken.format(account=account.name, colour=self.text()))
        self.setToolTip(account.name)
        self.setProperty("kind", "painted")
        self.setProperty("ringRadius", 8)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Tile and name."""
        px = self._theme.px
        return QSize(
            px(2 * _PAD + _TILE + _GAP + 6) + width_of(self._theme.font("smallMedium"), self.text()), px(_HEIGHT)
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint edge, tile and name."""
        theme, painter, px = self._theme, QPainter(self), self._theme.px
        fill = theme.color("hover" if self.underMouse() else "surface")
        draw_box(painter, QRectF(self.rect()), px(8), fill, theme.color("border"))
        draw_tile(painter, theme, QPoint(px(_PAD), px(_PAD)), _TILE, self._account.initials, self._account.colour)
        words = self.rect().adjusted(px(_PAD + _TILE + _GAP), 0, 0, 0)
        draw_line(painter, words, self.text(), theme.font("smallMedium"), theme.color("text"), elide=False)
        painter.end()


class AccountColours(QWidget):
    """``asked`` (AccountId, 1 to 20): a person wants this colour for an account."""

    asked = Signal(object, int)

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__()
        self._theme, self._desk = theme, desk
        self._row = Wrap(theme.px(8), self)
        desk.accounts_changed.connect(self.show_accounts)
        self.show_accounts()

    def show_accounts(self) -> None:
        """Show every account in the rail's order."""
        self._row.clear()
        for account in self._desk.accounts():
            chip = ColourChip(self._theme, account)
            chip.clicked.connect(self._offer)
            self._row.addWidget(chip)
            chip.show()

    def menu_for(self, account_id: AccountId, parent: QWidget) -> PopupMenu:
        """The ten colours, with the initials of whoever has each already."""
        menu = PopupMenu(self._theme, parent)
        accounts = self._desk.accounts()
        for colour in range(1, COLOURS + 1):
            has = " ".join(one.initials for one in accounts if (one.colour - 1) % COLOURS + 1 == colour)
            action = menu.add_row(colour_name(colour), partial(self.asked.emit, account_id, colour))
            action.setText(f"{action.text()}\t{has}" if has else action.text())
            action.setIcon(_swatch(self._theme, self._theme.account(colour).solid))
        return menu

    def _offer(self) -> None:
        chip = self.sender()
        if isinstance(chip, ColourChip):
            menu = self.menu_for(chip.account_id, chip)
            menu.popup(chip.mapToGlobal(QPoint(0, chip.height() + self._theme.px(4))))


def _swatch(theme: Theme, colour: QColor) -> QIcon:
    icon = QIcon()
    for ratio in (1, 2):
        pixmap = QPixmap(theme.px(16) * ratio, theme.px(16) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        draw_box(painter, QRectF(QRect(0, 0, theme.px(16), theme.px(16))), theme.px(4), colour)
        painter.end()
        icon.addPixmap(pixmap)
    return icon
