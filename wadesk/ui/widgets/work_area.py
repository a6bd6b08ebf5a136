"""The sheet that every page lies on: surface, hairline, round corner, and the account's ribbon along its top."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from wadesk.ui.theme.theme import Theme


class WorkArea(QFrame):
    """Pages, one at a time, below the ribbon of the account whose screen it is.

    Drawn by the style sheet: painting in Python before the first picture would cost a tenth of it.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("workArea")
        self._theme = theme
        self._pages, self._ribbon = QStackedWidget(), QFrame()
        # An empty sheet until there is something to show: a page without its facts would flash by.
        self._pages.addWidget(QWidget())
        self._corner: QWidget | None = None
        self._colour: int | None = None
        self._ribbon.setFixedHeight(theme.size("ribbon"))
        self._ribbon.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._ribbon)
        self._column.addWidget(self._pages)
        theme.changed.connect(self._dye_ribbon)

    def round_off(self, corner: QWidget) -> None:
        """Keep ``corner`` over the pages, whose own corner is square."""
        self._corner = corner
        corner.setParent(self)
        corner.show()

    def add(self, page: QWidget) -> None:
        """Keep a page."""
        self._pages.addWidget(page)

    def show_page(self, page: QWidget, colour: int | None) -> None:
        """Put a page on the sheet, with an account's ribbon, or without one on screens of all accounts."""
        self._pages.setCurrentWidget(page)
        self._colour = colour
        self._dye_ribbon()
        # The ribbon lies on the hairline.
        self._column.setContentsMargins(1, 1 if colour is None else 0, 0, 0)
        self._ribbon.setVisible(colour is not None)

    def _dye_ribbon(self) -> None:
        if self._colour is not None:
            self._ribbon.setStyleSheet(f"background: {self._theme.account(self._colour).solid.name()};")

    @property
    def page(self) -> QWidget:
        """The page on the sheet; the empty sheet itself before there is one."""
        return self._pages.currentWidget() or self

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """The corner stays on top."""
        if self._corner is not None:
            self._corner.raise_()
