"""Fonts, colours and lengths of bubbles at one theme revision, looked up once instead of per row and paint."""

from PySide6.QtGui import QFont, QFontMetrics

from wadesk.ui.theme.theme import Theme


class BubbleStyle:
    """What laying out and painting a bubble needs, for one account's colour. Lengths in px (design.md 8, Bubble)."""

    def __init__(self, theme: Theme, colour: int) -> None:
        self.theme = theme
        self.revision = theme.revision
        self.account = theme.account(colour)
        self.text = theme.font("message")
        self.italic = QFont(self.text)
        self.italic.setItalic(True)
        self.meta = theme.font("caption", tabular=True)
        self.words = theme.font("caption")
        self.note = theme.font("caption")
        self.deed = theme.font("caption", 600)
        self.deed.setUnderline(True)
        self.sender = theme.font("smallMedium", 600)
        self.day = theme.font("caption", 550, px=11.5)
        self.unread = theme.font("smallMedium", 600)
        self.system = theme.font("small")
        self.meta_metrics = QFontMetrics(self.meta)
        self.line = theme.line("message")
        self.margin = theme.px(20)
        self.pad_x = theme.size("bubblePadX") + 1
        self.pad_top = theme.size("bubblePadTop") + 1
        self.pad_bottom = theme.size("bubblePadBottom") + 1
        self.gap = theme.size("bubbleGap")
        self.group_gap = theme.size("bubbleGroupGap")
        self.max_width = theme.size("bubbleMax")
        self.radius = theme.radius("bubble")
        self.tail = theme.radius("bubbleTail")
        self.meta_height = theme.line("caption")
        self.pill = theme.size("pill")

    def px(self, length: float) -> int:
        """A length of the design at the text scale."""
        return self.theme.px(length)
