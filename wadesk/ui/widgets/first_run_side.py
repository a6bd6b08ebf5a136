"""What WaDesk is, in three sentences, beside the first account's form."""

from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wadesk.ui.language import NAMES, language_spoken
from wadesk.ui.models.choices import Language
from wadesk.ui.painting.text import draw_icon, ratio_of
from wadesk.ui.text import translate
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.buttons import Button
from wadesk.ui.widgets.labels import Label
from wadesk.ui.widgets.popup_menu import PopupMenu


class BoxedIcon(QWidget):
    """An icon in a small white square with a hairline."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme, self._name = theme, name
        self.setFixedSize(theme.px(36), theme.px(36))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint square and icon."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("border"), 1))
        painter.setBrush(self._theme.color("surface"))
        radius = self._theme.px(8)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        draw_icon(painter, self.rect(), self._theme.icon(self._name, "text", 18, ratio_of(painter)))
        painter.end()


class AppMark(QWidget):
    """WaDesk's own mark."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(theme.px(40), theme.px(40))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark."""
        painter = QPainter(self)
        draw_icon(painter, self.rect(), self._theme.icon("wadesk", "ink", 40, ratio_of(painter)))
        painter.end()


class FirstRunSide(QWidget):
    """Mark, promise, three reasons, and at the foot the language. ``language_chosen`` (Language)."""

    language_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, px = theme, theme.px
        head = QHBoxLayout()
        head.setSpacing(px(12))
        head.addWidget(AppMark(theme))
        head.addWidget(Label(theme, "WaDesk", "h0"), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(48), px(56), px(16), px(32))
        column.setSpacing(px(12))
        column.addLayout(head)
        column.addSpacing(px(28))
        column.addWidget(Label(theme, translate("FirstRun", "Many numbers,\neach in its place."), "display", wrap=True))
        promise = translate("FirstRun", "Make an account for each business you answer for. Then connect its numbers.")
        column.addWidget(Label(theme, promise, "h2", weight=400, tone="text2", wrap=True))
        column.addSpacing(px(20))
        for icon, title, sentence in _reasons():
            column.addLayout(_reason(theme, icon, title, sentence))
            column.addSpacing(px(8))
        column.addStretch(1)
        now = NAMES[language_spoken()]
        self._language = Button(theme, now, kind="ghost", size="small", icon="languages")
        self._language.setAccessibleName(translate("FirstRun", "Language: {name}").format(name=now))
        self._language.clicked.connect(self._offer_languages)
        column.addWidget(self._language, 0, Qt.AlignmentFlag.AlignLeft)

    def _offer_languages(self) -> None:
        menu = PopupMenu(self._theme, self)
        for language, name in NAMES.items():
            menu.add_row(name, partial(self.language_chosen.emit, Language(language)))
        menu.popup(self._language.mapToGlobal(self._language.rect().topLeft()))


def _reasons() -> tuple[tuple[str, str, str], ...]:
    return (
        (
            "shield-check",
            translate("FirstRun", "Every number lives apart"),
            translate("FirstRun", "A process, a folder and a key of its own for each number."),
        ),
        (
            "send-horizontal",
            translate("FirstRun", "You always see where it leaves from"),
            translate("FirstRun", "Number, account and colour stand above every message you type."),
        ),
        (
            "inbox",
            translate("FirstRun", "Offline, nothing is lost"),
            translate("FirstRun", "The message waits in the outbox of the same number."),
        ),
    )


def _reason(theme: Theme, icon: str, title: str, sentence: str) -> QHBoxLayout:
    words = QVBoxLayout()
    words.setSpacing(theme.px(1))
    words.addWidget(Label(theme, title, "title", wrap=True))
    words.addWidget(Label(theme, sentence, "body", tone="text2", wrap=True))
    row = QHBoxLayout()
    row.setSpacing(theme.px(14))
    row.addWidget(BoxedIcon(theme, icon), 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(words, 1)
    return row
