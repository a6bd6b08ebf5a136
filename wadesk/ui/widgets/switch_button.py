"""The button in the sending-from bar that leads to another number; where the bar is narrow it is an icon alone."""

from PySide6.QtWidgets import QSizePolicy

from wadesk.ui.painting.text import width_of
from wadesk.ui.text import translate
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.buttons import Button


class SwitchButton(Button):
    """Says "Switch", or nothing but its icon with the same name and tooltip."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, translate("Sending", "Switch"), size="small", icon="arrow-left-right")
        self._word = self.text()
        self.setAccessibleName(translate("Sending", "Switch number"))
        self.setToolTip(f"{self.accessibleName()}  Ctrl+Shift+N")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.size("controlSmall"))
        self.hide()
        self.show_word(True)

    def widths(self) -> tuple[int, int]:
        """Its px with the word, and without."""
        px = self._theme.px
        icon = px(9 + 15 + 9) + 2
        return icon + px(3 + 4) + width_of(self._theme.font("smallMedium", 500), self._word), icon

    def show_word(self, whole: bool) -> None:
        """With its word, or as an icon."""
        name, tip = self.accessibleName(), self.toolTip()
        wide, narrow = self.widths()
        self.setFixedWidth(wide if whole else narrow)
        if bool(self.text()) != whole:
            self.set_words(self._word if whole else "")
            self.setAccessibleName(name)
            self.setToolTip(tip)
