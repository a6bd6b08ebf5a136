"""The first start: what WhatsApp's terms mean for the numbers, then the first account."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from wadesk.ui.models.account_draft import AccountDraft
from wadesk.ui.text import translate
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.account_form import AccountForm
from wadesk.ui.widgets.buttons import Button
from wadesk.ui.widgets.first_run_side import FirstRunSide
from wadesk.ui.widgets.icon import Icon
from wadesk.ui.widgets.labels import Label, rule
from wadesk.ui.widgets.scroll_page import ScrollPage
from wadesk.ui.widgets.this_computer import ThisComputer

_SIDE_BELOW = 1000
"""Under this width the side with what WaDesk is gives way to the form."""
_MARGIN, _NARROW_MARGIN, _NARROW_BELOW = 56, 20, 700
_STACKED_BELOW = 1200
"""Under this width the preview stands below the form."""


class FirstRun(QWidget):
    """``create_asked`` (AccountDraft); ``skipped``: later. The sentence on the terms comes before everything.

    ``language_chosen`` (Language): the window shall speak it.
    """

    create_asked = Signal(object)
    skipped = Signal()
    language_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._side = FirstRunSide(theme)
        self._form, self._computer = AccountForm(theme), ThisComputer(theme)
        self._hint = Label(
            theme,
            translate("FirstRun", "You can change all this later, in Settings."),
            "small",
            tone="text2",
            wrap=True,
        )
        self._steps = QStackedWidget()
        self._pages: list[tuple[QVBoxLayout, QBoxLayout]] = []
        self._create = Button(
            theme,
            translate("FirstRun", "Create account and connect number"),
            kind="primary",
            size="large",
            icon="arrow-right",
            icon_last=True,
        )
        self._skip = Button(theme, translate("FirstRun", "Skip for now"), size="large")
        self._understood = Button(theme, translate("FirstRun", "I understand, continue"), kind="primary", size="large")
        self._lay_out()
        self._side.language_chosen.connect(self.language_chosen)
        self._understood.clicked.connect(self._show_form)
        self._skip.clicked.connect(self.skipped)
        self._create.clicked.connect(self._ask)
        self._form.submitted.connect(self._ask)
        self._form.changed.connect(lambda: self._create.setEnabled(self._form.draft.complete))

    def begin(self, draft: AccountDraft) -> None:
        """Start over, with the terms."""
        self._form.begin(draft)
        self._steps.setCurrentIndex(0)
        self._understood.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_error(self, sentence: str) -> None:
        """Say why the account was refused; it may be asked for again."""
        self._form.show_error(sentence)
        self.set_busy(False)

    def set_busy(self, busy: bool) -> None:
        """While the account is being made nothing is asked twice."""
        self._create.setEnabled(not busy and self._form.draft.complete)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The side takes three tenths, or nothing where there is no room."""
        width = event.size().width()
        self._side.setVisible(width >= self._theme.px(_SIDE_BELOW))
        self._side.setFixedWidth(min(self._theme.px(432), round(width * 0.3)))
        stacked = width < self._theme.px(_STACKED_BELOW)
        self._form.stack(stacked=stacked)
        self._computer.stack(stacked=stacked)
        self._hint.setVisible(not stacked)
        side = self._theme.px(_MARGIN if width >= self._theme.px(_NARROW_BELOW) else _NARROW_MARGIN)
        buttons = self._skip.sizeHint().width() + self._create.sizeHint().width() + self._theme.px(12)
        directions = QBoxLayout.Direction
        beside = buttons + 2 * side <= width
        for content, foot in self._pages:
            foot.setDirection(directions.LeftToRight if beside else directions.BottomToTop)
            content.setContentsMargins(side, self._theme.px(_MARGIN), side, self._theme.px(24))
            foot.setContentsMargins(side, self._theme.px(16), side, self._theme.px(16))

    def _ask(self) -> None:
        if self._form.draft.complete and self._create.isEnabled():
            self.create_asked.emit(self._form.draft)

    def _show_form(self) -> None:
        self._steps.setCurrentIndex(1)
        self._form.focus_name()

    def _lay_out(self) -> None:
        self._steps.addWidget(self._terms_page())
        self._steps.addWidget(self._account_page())
        right = QFrame()
        right.setObjectName("firstRunPane")
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._steps)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(right, 1)

    def _page(self, content: QVBoxLayout, left: list[QWidget], right: list[QWidget]) -> QWidget:
        foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pages.append((content, foot))
        return _page(self._theme, content, foot, left, right)

    def _terms_page(self) -> QWidget:
        theme, px = self._theme, self._theme.px
        box = QFrame()
        box.setProperty("banner", "warn")
        row = QHBoxLayout(box)
        row.setContentsMargins(px(14), px(12), px(14), px(12))
        row.setSpacing(px(12))
        row.addWidget(Icon(theme, "triangle-alert", "warn", 18), 0, Qt.AlignmentFlag.AlignTop)
        terms = translate(
            "FirstRun",
            "WhatsApp does not authorise third-party programs. Your number can be restricted or banned; "
            "WaDesk lowers that risk, it does not remove it.",
        )
        row.addWidget(Label(theme, terms, "message", wrap=True), 1)
        content = QVBoxLayout()
        content.setSpacing(px(20))
        content.addWidget(Label(theme, translate("FirstRun", "Before you begin"), "h0"))
        content.addWidget(box)
        content.addStretch(1)
        return self._page(content, [], [self._understood])

    def _account_page(self) -> QWidget:
        theme, px = self._theme, self._theme.px
        content = QVBoxLayout()
        content.setSpacing(px(6))
        step = QHBoxLayout()
        step.setSpacing(px(8))
        step.addWidget(Label(theme, translate("FirstRun", "Step 1 of 2"), "small", weight=600))
        step.addWidget(Label(theme, "·  " + translate("FirstRun", "Account and connection"), "small", tone="text2"), 1)
        content.addLayout(step)
        content.addWidget(Label(theme, translate("FirstRun", "Create the first account"), "h0"))
        content.addSpacing(px(18))
        content.addWidget(self._form)
        content.addSpacing(px(22))
        content.addWidget(Label(theme, translate("FirstRun", "How this account connects"), "bodyMedium"))
        content.addWidget(self._computer)
        content.addStretch(1)
        return self._page(content, [self._hint], [self._skip, self._create])


def _page(theme: Theme, content: QVBoxLayout, foot: QBoxLayout, left: list[QWidget], right: list[QWidget]) -> QWidget:
    foot.setSpacing(theme.px(12))
    for widget in left:
        foot.addWidget(widget)
    foot.addStretch(1)
    for widget in right:
        foot.addWidget(widget)
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(ScrollPage(content, "sheet"), 1)
    column.addWidget(rule())
    column.addLayout(foot)
    return page
