"""What can be done with one message, as a menu."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from wadesk.domain.message import Message
from wadesk.ui.message_words import Deed, translate
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.bubble_shape import Shape
from wadesk.ui.widgets.popup_menu import PopupMenu

_ICONS = {Deed.RESEND: "refresh-cw", Deed.ARRIVED: "check", Deed.DISCARD: "trash-2", Deed.MORE: "chevron-down"}


def message_menu(
    theme: Theme,
    parent: QWidget,
    shape: Shape,
    copy: Callable[[], object],
    carry_out: Callable[[Message, Deed], object],
) -> PopupMenu:
    """Copying, and what stands under the message; deleting comes last."""
    menu = PopupMenu(theme, parent)
    menu.add_row(translate("MessageView", "Copy"), copy, icon="copy", shortcut="Ctrl+C")
    for _, deed, label in shape.deeds:
        act = partial(carry_out, shape.message, deed)
        menu.add_row(label, act, icon=_ICONS[deed], destructive=deed is Deed.DISCARD)
    return menu
