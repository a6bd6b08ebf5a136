"""The line over the chat list while a number's recent chats are being imported: one can work meanwhile."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wadesk.domain.events import HistoryProgress
from wadesk.ui.painting.text import draw_icon, ratio_of
from wadesk.ui.text import translate
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.labels import Label


class HistoryStrip(QWidget):
    """Hidden while nothing is imported. Of several numbers it says the least advanced, which ends last."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._percent = theme, 0
        self._words = Label(theme, "", "small", tone="text2", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(38), theme.px(7), theme.px(12), theme.px(9))
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def show_progress(self, running: Sequence[HistoryProgress]) -> None:
        """Say how far it is; nothing where ``running`` is empty."""
        self.setVisible(bool(running))
        if not running:
            return
        self._percent = min(progress.percent for progress in running)
        count = sum(progress.messages for progress in running)
        words = translate("History", "Downloading chats… {n}%, {count} messages. You can work already.")
        self._words.setText(words.format(n=self._percent, count=count))
        self.setAccessibleName(self._words.text())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, icon and the line that grows."""
        theme, painter = self._theme, QPainter(self)
        painter.fillRect(self.rect(), theme.color("infoSoft"))
        place = QRect(theme.px(12), 0, theme.px(16), self.height())
        draw_icon(painter, place, theme.icon("download", "info", 16, ratio_of(painter)))
        track = QRect(0, self.height() - theme.px(3), self.width(), theme.px(3))
        painter.fillRect(track, theme.color("infoEdge"))
        track.setWidth(self.width() * max(0, min(100, self._percent)) // 100)
        painter.fillRect(track, theme.color("info"))
        painter.end()
