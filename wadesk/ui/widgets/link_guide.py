"""The three steps on the phone, in the exact words of its menus, and those of older phones on request."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from wadesk.domain.desk import Slot
from wadesk.ui.text import phone, translate, unbroken
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.buttons import Button
from wadesk.ui.widgets.labels import ElidedLabel, RichLabel
from wadesk.ui.widgets.steps import StepRow


class LinkGuide(QFrame):
    """Says whose phone to take, and where its menus lead to the camera."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        px = theme.px
        self.setProperty("card", "plain")
        self._lead = ElidedLabel(theme, "", "h2")
        self._steps = [StepRow(theme, number, large=True) for number in (1, 2, 3)]
        self._older = RichLabel(theme, _older_menus(), "small", tone="text2", wrap=True)
        self._older.hide()
        self._help = Button(theme, translate("Linking", "The menu looks different?"), kind="link", size="small")
        self._help.clicked.connect(self._show_older)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(18), px(20), px(12))
        column.setSpacing(px(14))
        column.addWidget(self._lead)
        for step in self._steps:
            column.addWidget(step)
        row = QHBoxLayout()
        row.addSpacing(px(34))
        row.addWidget(self._help)
        row.addWidget(self._older, 1)
        row.addStretch()
        column.addLayout(row)

    def show_slot(self, slot: Slot) -> None:
        """Guide the hand of who holds this number's phone."""
        self._lead.setText(translate("Linking", "Scan with the phone of {slot}").format(slot=slot.name))
        whose = (
            unbroken(translate("Linking", "Use the phone of number {number}.").format(number=phone(slot.number)))
            if slot.number
            else translate("Linking", "Use the phone of the number that will answer here.")
        )
        self._steps[0].show_step(translate("Linking", "Open <b>WhatsApp</b> on the phone"), whose)
        self._steps[1].show_step(
            translate("Linking", "Tap <b>Linked devices</b>"),
            translate("Linking", "On Android: the ⋮ menu. On iPhone: Settings."),
        )
        self._steps[2].show_step(
            translate("Linking", "Tap <b>Link a device</b>"),
            translate("Linking", "Point the camera at the code on this screen."),
        )

    def _show_older(self) -> None:
        self._help.hide()
        self._older.show()


def _older_menus() -> str:
    return translate("Linking", "On older phones: <b>Linked devices</b>, <b>Link a device</b>, or <b>WhatsApp Web</b>.")
