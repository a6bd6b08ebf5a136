"""What can be seen to be wrong in any picture: cut numbers, texts without room, overlaps, controls without a name."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from unittest import mock

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QStackedLayout,
    QStackedWidget,
    QWidget,
)

from wadesk.ui.painting import text as painted_text
from wadesk.ui.widgets.labels import ElidedLabel

NUMBER = re.compile(r"\+\d\d \d|\d{4}-\d{4}")
"""A phone number, or enough of one that cutting it would matter."""


def shown(root: QWidget, kind: type[QWidget] = QWidget) -> list[QWidget]:
    """Widgets of a kind of which something can be seen."""
    return [one for one in root.findChildren(kind) if one.isVisible() and not one.visibleRegion().isEmpty()]


def without_room(root: QWidget) -> list[str]:
    """Labels that may not end in dots and are wider or higher than the place they have, and cut button texts."""
    found = []
    for label in shown(root, QLabel):
        assert isinstance(label, QLabel)
        if isinstance(label, ElidedLabel) or not label.text():
            continue
        needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        wide = not label.wordWrap() and label.sizeHint().width() > label.width() + 1
        if wide or needed > label.height() + 1:
            found.append(
                f"{label.text()!r} has {label.size().toTuple()}, needs {label.sizeHint().toTuple()} / {needed}"
            )
    return found + _cut_buttons(root)


def _cut_buttons(root: QWidget) -> list[str]:
    found = []
    for one in shown(root, QAbstractButton):
        assert isinstance(one, QAbstractButton)
        words = one.text().replace("&", "")
        # A button that paints itself says how by what it asks for; the words are the least of it.
        needs = one.fontMetrics().horizontalAdvance(words) + (one.iconSize().width() if not one.icon().isNull() else 0)
        if words and one.width() < needs:
            found.append(f"button {words!r} has {one.width()}, needs {needs}")
    return found


def cut_numbers(root: QWidget) -> list[str]:
    """Labels that end in dots although they hold a phone number."""
    return [
        f"{label.accessibleName()!r} shown as {label.text()!r}"
        for label in shown(root, ElidedLabel)
        if isinstance(label, ElidedLabel) and label.text().endswith("…") and NUMBER.search(label.accessibleName())
    ]


@contextmanager
def elided_numbers() -> Iterator[list[str]]:
    """Collects phone numbers and slot indexes that painters cut, or drew past their place, while the block runs."""
    found: list[str] = []
    draw = painted_text.draw_line

    def looked_at(painter, rect, text, font, *rest, elide=True, **named):
        wide = QFontMetrics(font).horizontalAdvance(text)
        if (NUMBER.search(text) or text.isdigit()) and wide > rect.width() + 2:
            found.append(f"{text!r} needs {wide}, has {rect.width()}")
        return draw(painter, rect, text, font, *rest, elide=elide, **named)

    holders = [
        module
        for name, module in list(sys.modules.items())
        if name.startswith("wadesk.ui") and getattr(module, "draw_line", None) is draw
    ]
    with mock.patch.multiple(painted_text, draw_line=looked_at):
        patches = [mock.patch.object(module, "draw_line", looked_at) for module in holders]
        for patch in patches:
            patch.start()
        try:
            yield found
        finally:
            for patch in patches:
                patch.stop()


def overlaps(root: QWidget) -> list[str]:
    """Pairs of widgets in one layout that cover each other."""
    found = []
    for parent in [root, *shown(root)]:
        layout = parent.layout()
        if layout is None or isinstance(parent, QStackedWidget) or isinstance(layout, QStackedLayout):
            continue
        laid = [(one, one.geometry()) for one in _laid(layout) if one.isVisible() and not one.isWindow()]
        for number, (one, place) in enumerate(laid):
            for other, there in laid[number + 1 :]:
                common: QRect = place.intersected(there)
                if common.width() > 1 and common.height() > 1 and not _on_purpose(one, other):
                    found.append(f"{_called(one)} {place.getRect()} and {_called(other)} {there.getRect()}")
    return found


def _laid(layout: QLayout) -> Iterator[QWidget]:
    """The widgets of a layout and of the layouts in it."""
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None and not isinstance(inner, QStackedLayout):
            yield from _laid(inner)


def _on_purpose(one: QWidget, other: QWidget) -> bool:
    """What floats over its neighbours says so by letting clicks through, or by its name."""
    through = Qt.WidgetAttribute.WA_TransparentForMouseEvents
    return one.testAttribute(through) or other.testAttribute(through)


def _called(widget: QWidget) -> str:
    text = getattr(widget, "text", lambda: "")
    return f"{type(widget).__name__} {widget.accessibleName() or (text() if callable(text) else '')!r}"


def squeezed(root: QWidget) -> list[str]:
    """Sheets that are lower than what is on them, where they should scroll."""
    found = []
    for area in shown(root, QScrollArea):
        assert isinstance(area, QScrollArea)
        layout = area.widget().layout() if area.widget() is not None else None
        if layout is not None and area.widget().height() < layout.minimumSize().height() - 1:
            found.append(f"{_called(area)} has {area.widget().height()}, needs {layout.minimumSize().height()}")
    return found


def controls(root: QWidget) -> list[QWidget]:
    """Everything one can operate."""
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QAbstractItemView, QComboBox)
    found = [one for kind in kinds for one in shown(root, kind)]
    return [one for one in found if not one.objectName().startswith("qt_")]


def nameless(root: QWidget) -> list[str]:
    """Controls that a screen reader could not name, and scroll areas' own parts excepted."""
    return [
        f"{type(one).__name__} in {type(one.parentWidget()).__name__}"
        for one in controls(root)
        if not one.accessibleName() and not (isinstance(one, QAbstractButton) and one.text())
    ]


def small_targets(root: QWidget) -> list[str]:
    """Buttons of less than 26 x 26 (design.md 3)."""
    return [
        f"{_called(one)} {one.size().toTuple()}"
        for one in shown(root, QAbstractButton)
        if not one.objectName().startswith("qt_")
        and not isinstance(one.parentWidget(), QAbstractScrollArea)
        and min(one.width(), one.height()) < 26
    ]


def difference(one: QImage, other: QImage) -> float:
    """How far two pictures of the same size are apart in grey, 0 to 1, where they differ most: in cells of 4 x 4."""
    sizes = one.width() // 4 or 1, one.height() // 4 or 1
    grey = [
        picture.convertToFormat(QImage.Format.Format_Grayscale8).scaled(
            *sizes, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        for picture in (one, other)
    ]
    apart = [
        abs(grey[0].pixelColor(x, y).value() - grey[1].pixelColor(x, y).value())
        for x in range(sizes[0])
        for y in range(sizes[1])
    ]
    return max(apart) / 255
