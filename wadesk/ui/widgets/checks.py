"""Boxes, round marks and switches with their words; the whole of it takes the click, not the small mark alone."""

from PySide6.QtCore import QPoint, QRect, QSize, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton

from wadesk.ui.painting.choices import BOX, SWITCH_HEIGHT, SWITCH_WIDTH, draw_check, draw_radio, draw_switch
from wadesk.ui.painting.text import RIGHT, draw_line, width_of
from wadesk.ui.text import translate
from wadesk.ui.theme.theme import Theme

_GAP = 8
_LEAST_WORDS = 60


class CheckBox(QCheckBox):
    """A box and its words; ``setTristate`` lets it stand for a part."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__(words)
        self._theme = theme
        self.setAccessibleName(words)
        self.setProperty("ringRadius", 4)

    def sizeHint(self) -> QSize:
        """The box, the words, and at least the smallest target's height."""
        return _size(self._theme, self.text())

    def minimumSizeHint(self) -> QSize:
        """Long words end in dots where there is no room."""
        return _least(self._theme, self.sizeHint())

    def hitButton(self, place: QPoint) -> bool:
        """All of it takes the click."""
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint box and words."""
        painter = QPainter(self)
        draw_check(
            painter,
            self._theme,
            _mark(self, self._theme),
            self.checkState(),
            enabled=self.isEnabled(),
            over=_over(self),
        )
        _draw_words(painter, self._theme, self)
        painter.end()


class RadioButton(QRadioButton):
    """A round mark and its words; one of those beside each other is chosen."""

    def __init__(self, theme: Theme, words: str) -> None:
        # A name may hold an ampersand, which Qt takes for a shortcut.
        super().__init__(words.replace("&", "&&"))
        self._theme, self._words = theme, words
        self.setAccessibleName(words)
        self.setProperty("ringRadius", 4)

    def sizeHint(self) -> QSize:
        """The mark, the words, and at least the smallest target's height."""
        return _size(self._theme, self._words)

    def minimumSizeHint(self) -> QSize:
        """Long words end in dots where there is no room."""
        return _least(self._theme, self.sizeHint())

    def hitButton(self, place: QPoint) -> bool:
        """All of it takes the click."""
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint mark and words."""
        painter = QPainter(self)
        mark = _mark(self, self._theme)
        draw_radio(painter, self._theme, mark, on=self.isChecked(), enabled=self.isEnabled(), over=_over(self))
        _draw_words(painter, self._theme, self, self._words)
        painter.end()


class Switch(QCheckBox):
    """On or off, said in a word at its left. ``name`` is what is switched, for screen readers."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme, self._words = theme, (translate("Switch", "Off"), translate("Switch", "On"))
        self.setAccessibleName(name)
        self.setProperty("ringRadius", SWITCH_HEIGHT // 2)
        self._knob = QVariantAnimation(self)
        self._knob.setStartValue(0.0)
        self._knob.setEndValue(1.0)
        self._knob.valueChanged.connect(self.update)
        self.toggled.connect(self._slide)

    @property
    def ring_rect(self) -> QRect:
        """What the focus ring goes around: the switch without its word."""
        px = self._theme.px
        width, height = px(SWITCH_WIDTH), px(SWITCH_HEIGHT)
        return QRect(self.width() - width, (self.height() - height) // 2, width, height)

    def sizeHint(self) -> QSize:
        """The longer of both words, and the switch."""
        font, px = self._theme.font("small"), self._theme.px
        words = max(width_of(font, word) for word in self._words)
        return QSize(words + px(_GAP + SWITCH_WIDTH) + 1, max(px(SWITCH_HEIGHT), self._theme.size("minTarget")))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, place: QPoint) -> bool:
        """The word takes the click too."""
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint word and switch."""
        theme, painter, place = self._theme, QPainter(self), self.ring_rect
        on = float(self._knob.currentValue()) if self._slides else float(self.isChecked())
        draw_switch(painter, theme, place, on=on, enabled=self.isEnabled(), over=_over(self))
        word = QRect(0, 0, place.x() - theme.px(_GAP), self.height())
        tone = theme.color("text2" if self.isEnabled() else "textDisabled")
        draw_line(painter, word, self._words[self.isChecked()], theme.font("small"), tone, RIGHT, elide=False)
        painter.end()

    @property
    def _slides(self) -> bool:
        return self._knob.state() is QVariantAnimation.State.Running

    def _slide(self, on: bool) -> None:
        duration = self._theme.motion("fast")
        if not duration or not self.isVisible():
            self.update()
            return
        self._knob.setDuration(duration)
        forward, backward = QVariantAnimation.Direction.Forward, QVariantAnimation.Direction.Backward
        self._knob.setDirection(forward if on else backward)
        self._knob.start()


def _size(theme: Theme, words: str) -> QSize:
    width = theme.px(BOX) + (theme.px(_GAP) + width_of(theme.font("body"), words) + 1 if words else 0)
    return QSize(width, max(theme.px(BOX), theme.size("minTarget") if words else theme.px(BOX)))


def _least(theme: Theme, whole: QSize) -> QSize:
    return QSize(min(whole.width(), theme.px(BOX + _GAP + _LEAST_WORDS)), whole.height())


def _mark(button: QAbstractButton, theme: Theme) -> QRect:
    side = theme.px(BOX)
    return QRect(0, (button.height() - side) // 2, side, side)


def _over(button: QAbstractButton) -> bool:
    return button.underMouse() or button.isDown()


def _draw_words(painter: QPainter, theme: Theme, button: QAbstractButton, words: str = "") -> None:
    place = button.rect().adjusted(theme.px(BOX + _GAP), 0, 0, 0)
    tone = theme.color("text" if button.isEnabled() else "textDisabled")
    draw_line(painter, place, words or button.text(), theme.font("body"), tone)
