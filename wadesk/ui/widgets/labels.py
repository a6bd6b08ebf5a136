"""Words on the screen: a label in one of the design's type styles, and a thin line between parts."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from wadesk.ui.theme.theme import Theme


class Label(QLabel):
    """Text in a type style and a tone (``text``, ``text2``, ``text3``, ``danger``); follows the theme."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        style: str = "body",
        *,
        weight: int | None = None,
        tone: str = "text",
        wrap: bool = False,
        tabular: bool = False,
    ) -> None:
        super().__init__(text)
        self._theme, self._style, self._weight, self._tabular = theme, style, weight, tabular
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        self.setTextFormat(Qt.TextFormat.PlainText)
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_tone(self, tone: str) -> None:
        """Write in another tone."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)

    def _restyle(self) -> None:
        self.setFont(self._theme.font(self._style, self._weight, tabular=self._tabular))


class RichLabel(Label):
    """A label whose text marks words to stress with ``<b>``; what is filled in must be escaped by the caller."""

    def __init__(
        self, theme: Theme, text: str = "", style: str = "body", *, tone: str = "text", wrap: bool = False
    ) -> None:
        super().__init__(theme, "", style, tone=tone, wrap=wrap)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.set_marked(text)

    def set_marked(self, text: str) -> None:
        """Show ``text``; its stressed words are 600, not 700."""
        self.setText(text.replace("<b>", '<span style="font-weight:600">').replace("</b>", "</span>"))


class ElidedLabel(Label):
    """One line that ends in dots where there is no room. Never for a phone number."""

    def __init__(
        self, theme: Theme, text: str = "", style: str = "body", *, tone: str = "text", weight: int | None = None
    ) -> None:
        super().__init__(theme, "", style, tone=tone, weight=weight)
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show as much of ``text`` as fits; all of it is spoken."""
        self._whole = text
        self.setAccessibleName(text)
        self._elide()

    def resizeEvent(self, _event: object) -> None:
        """Elide anew."""
        self._elide()

    def _elide(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(self.width(), 0))
        super().setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")


def rule(parent: QWidget | None = None) -> QFrame:
    """A hairline between two parts."""
    line = QFrame(parent)
    line.setProperty("rule", "line")
    line.setFixedHeight(1)
    return line
