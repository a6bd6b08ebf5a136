"""Words in the place of a QR code: icon, title, one sentence, how far it is, and what can be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wadesk.ui.models.linking import Notice
from wadesk.ui.next_steps import Step
from wadesk.ui.text import translate, unbroken
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.buttons import Button
from wadesk.ui.widgets.icon import Icon
from wadesk.ui.widgets.labels import Label
from wadesk.ui.widgets.progress import ProgressLine
from wadesk.ui.widgets.turning import Spinner

_MOST_STEPS = 2


class NoticeView(QWidget):
    """``pressed`` (StepKind): a button was pressed."""

    pressed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._steps: tuple[Step, ...] = ()
        self._icon, self._spinner = Icon(theme, "circle-alert", "info", 26), Spinner(theme, 26, "info")
        self._title = Label(theme, "", "h2", wrap=True)
        self._sentence = Label(theme, "", "body", tone="text2", wrap=True)
        self._far = ProgressLine(theme, translate("Linking", "Downloading chats"))
        self._buttons = [Button(theme, "") for _ in range(_MOST_STEPS)]
        for place, button in enumerate(self._buttons):
            button.clicked.connect(lambda _=False, place=place: self._press(place))
        for words in (self._title, self._sentence):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._lay_out()

    def show_notice(self, notice: Notice) -> None:
        """Say this."""
        waits = notice.icon == "loader-circle"
        self._icon.setVisible(not waits)
        self._spinner.setVisible(waits)
        self._icon.show_icon(notice.icon, notice.tone)
        self._title.setText(notice.title)
        self._sentence.setText(unbroken(notice.sentence))
        self._sentence.setVisible(bool(notice.sentence))
        self._far.setVisible(notice.percent is not None)
        self._far.setValue(notice.percent or 0)
        self.setAccessibleName(f"{notice.title}. {notice.sentence}")
        if notice.steps == self._steps:
            return
        self._steps = notice.steps
        for place, button in enumerate(self._buttons):
            button.setVisible(place < len(notice.steps))
            if place < len(notice.steps):
                button.set_words(notice.steps[place].label, notice.steps[place].icon)

    def _press(self, place: int) -> None:
        self.pressed.emit(self._steps[place].kind)

    def _lay_out(self) -> None:
        side = self._theme.px(24)
        column = QVBoxLayout(self)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(self._theme.px(10))
        column.addStretch(1)
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._spinner, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._title)
        column.addWidget(self._sentence)
        column.addWidget(self._far)
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(8))
        row.addStretch(1)
        for button in self._buttons:
            button.hide()
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
