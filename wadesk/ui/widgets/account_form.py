"""Name, initials and colour of a new account, and how it will look above every message."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QVBoxLayout, QWidget

from wadesk.ui.models.account_draft import AccountDraft
from wadesk.ui.painting.text import CENTRE, draw_line
from wadesk.ui.painting.tiles import fill_block
from wadesk.ui.text import translate
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.fields import labelled
from wadesk.ui.widgets.labels import Label
from wadesk.ui.widgets.swatches import COLOURS, Swatches, colour_name

_ROOM_FOR_COLOURS = 512
_LONGEST = 200
"""Typed characters; the desk refuses names over its own limit in a sentence."""


class Preview(QWidget):
    """The sending-from bar in small: initials, colour and name together."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._draft: AccountDraft | None = None
        self.setFixedSize(theme.px(232), theme.px(54))

    def show_draft(self, draft: AccountDraft) -> None:
        """Show how this account will look."""
        self._draft = draft
        self.setAccessibleName(f"{draft.initials} {draft.name}")
        self.update()

    def sizeHint(self) -> QSize:
        """As drawn."""
        return self.size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint block, ground, outline, name and line."""
        if self._draft is None:
            return
        theme, painter, draft = self._theme, QPainter(self), self._draft
        account, radius = theme.account(draft.colour), theme.radius("card")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(account.soft)
        painter.drawRoundedRect(place, radius, radius)
        block = self.rect().adjusted(0, 0, self.height() - self.width(), 0)
        fill_block(painter, theme, block, (radius, 0, 0, radius), draft.colour)
        font = theme.font("bodyStrong", 700, px=18)
        draw_line(painter, block, draft.initials, font, account.on_solid, CENTRE, elide=False)
        painter.setPen(QPen(account.solid, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place, radius, radius)
        words = self.rect().adjusted(block.width() + theme.px(11), theme.px(9), -theme.px(8), -theme.px(9))
        first, second = words.adjusted(0, 0, 0, -words.height() // 2), words.adjusted(0, words.height() // 2, 0, 0)
        name = draft.name.strip() or translate("Accounts", "Account name")
        draw_line(painter, first, name, theme.font("bodyStrong"), theme.color("text"))
        sends = translate("Accounts", "Sending from +55 …")
        draw_line(painter, second, sends, theme.font("small"), theme.color("text2"))
        painter.end()


class AccountForm(QWidget):
    """``changed``: the draft differs; ``submitted``: Enter in a field. ``draft`` is what was entered."""

    changed = Signal()
    submitted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.draft = AccountDraft({}, 1)
        self._name, self._initials = QLineEdit(), QLineEdit()
        self._swatches, self._preview = Swatches(theme), Preview(theme)
        self._colour = Label(theme, "", "bodyMedium")
        self._error = Label(theme, "", "small", tone="danger", wrap=True)
        self._error.hide()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._second = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._name.setMaxLength(_LONGEST)
        self._initials.setMaxLength(2)
        for field, name in (
            (self._name, translate("Accounts", "Name of the business or client")),
            (self._initials, translate("Accounts", "Initials")),
        ):
            field.setProperty("controlSize", "large")
            field.setAccessibleName(name)
            field.returnPressed.connect(self.submitted)
        self._initials.setFont(theme.font("title"))
        self._lay_out()
        self._name.textEdited.connect(self._rename)
        self._initials.textEdited.connect(self._type_initials)
        self._swatches.chosen.connect(self._colour_chosen)

    def begin(self, draft: AccountDraft) -> None:
        """Start with an empty form beside the accounts there are."""
        self.draft = draft
        self._name.setText(draft.name)
        self._swatches.choose((draft.colour - 1) % COLOURS + 1)
        self._show()

    def focus_name(self) -> None:
        """Put the cursor into the first field."""
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def stack(self, *, stacked: bool) -> None:
        """Put the preview below the fields, or beside them."""
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if stacked else directions.LeftToRight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The colours stand beside the initials, or below them where there is no room."""
        directions = QBoxLayout.Direction
        narrow = event.size().width() < self._theme.px(_ROOM_FOR_COLOURS)
        self._second.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)

    def show_error(self, sentence: str) -> None:
        """Say why it was refused; nothing that was typed is lost. Empty hides it."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))

    def _rename(self, name: str) -> None:
        self.draft.rename(name)
        self._show()

    def _type_initials(self, initials: str) -> None:
        self.draft.type_initials(initials)
        self._show()

    def _colour_chosen(self, colour: int) -> None:
        self.draft.colour = colour
        self._show()

    def _show(self) -> None:
        draft = self.draft
        if self._initials.text() != draft.initials:
            self._initials.setText(draft.initials)
        self._colour.setText(translate("Accounts", "Colour · {name}").format(name=colour_name(draft.colour)))
        self._preview.show_draft(draft)
        state = "error" if draft.taken_by else ""
        if self._initials.property("state") != state:
            self._initials.setProperty("state", state)
            self._initials.style().unpolish(self._initials)
            self._initials.style().polish(self._initials)
        taken = translate("Accounts", "Already used by {account}.").format(account=draft.taken_by)
        self.show_error(taken if draft.taken_by else "")
        self.changed.emit()

    def _lay_out(self) -> None:
        theme, px = self._theme, self._theme.px
        second = self._second
        second.setSpacing(px(16))
        self._initials.setFixedWidth(px(112))
        second.addLayout(labelled(theme, translate("Accounts", "Initials"), self._initials))
        colour = QVBoxLayout()
        colour.setSpacing(px(5))
        colour.addWidget(self._colour)
        colour.addWidget(self._swatches)
        second.addLayout(colour, 1)
        left = QVBoxLayout()
        left.setSpacing(px(16))
        left.addLayout(labelled(theme, translate("Accounts", "Name of the business or client"), self._name))
        left.addLayout(second)
        left.addWidget(self._error)
        left.addStretch(1)
        right = labelled(theme, translate("Accounts", "How it will look"), self._preview)
        hint = Label(
            theme,
            translate("Accounts", "The initials go with the colour everywhere and are this account's alone."),
            "small",
            tone="text2",
            wrap=True,
        )
        hint.setFixedWidth(px(232))
        right.addWidget(hint)
        right.addStretch(1)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(32))
        self._row.addLayout(left, 1)
        self._row.addLayout(right)
