"""Words in the place of a QR code: icon, title, one sentence, at most one button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wadesk.ui.models.linking import Notice, Step
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.buttons import Button
from wadesk.ui.widgets.icon import Icon
from wadesk.ui.widgets.labels import Label


class NoticeView(QWidget):
    """``pressed`` (Step): the button was pressed."""

    pressed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._step: Step | None = None
        self._icon = Icon(theme, "loader-circle", "info", 26)
        self._title = Label(theme, "", "h2")
        self._sentence = Label(theme, "", "body", tone="text2", wrap=True)
        self._button = Button(theme, "")
        self._button.clicked.connect(self._press)
        for words in (self._title, self._sentence):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._lay_out()

    def show_notice(self, notice: Notice) -> None:
        """Say this."""
        self._step = notice.step
        self._icon.show_icon(notice.icon, notice.tone)
        self._title.setText(notice.title)
        self._sentence.setText(notice.sentence)
        self._sentence.setVisible(bool(notice.sentence))
        self._button.setVisible(notice.step is not None)
        if notice.button != self._button.text():
            self._button.set_words(notice.button)
        self.setAccessibleName(f"{notice.title}. {notice.sentence}")

    def _press(self) -> None:
        if self._step is not None:
            self.pressed.emit(self._step)

    def _lay_out(self) -> None:
        side = self._theme.px(24)
        column = QVBoxLayout(self)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(self._theme.px(10))
        column.addStretch(1)
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._title)
        column.addWidget(self._sentence)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
