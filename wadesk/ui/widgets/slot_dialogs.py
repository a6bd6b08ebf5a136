"""Dialogs about one number's standing: logging out, forgetting its keys, and what can be done."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from wadesk.domain.desk import Session
from wadesk.ui.advice import Advice
from wadesk.ui.sentences import state_line, support_line
from wadesk.ui.text import phone, translate, unbroken
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.dialog import Dialog
from wadesk.ui.widgets.labels import ElidedLabel, Label
from wadesk.ui.widgets.marks import Tile
from wadesk.ui.widgets.steps import StepRow


class LogOut(Dialog):
    """The number leaves the phone's linked devices; its chats stay."""

    def __init__(self, theme: Theme, parent: QWidget, session: Session) -> None:
        super().__init__(
            theme,
            parent,
            translate("Dialogs", "Log out {slot}?").format(slot=_named(session)),
            act=translate("Dialogs", "Log out"),
            cancel=translate("Dialogs", "Cancel"),
            kind="dangerLine",
        )
        self.add_text(
            translate(
                "Dialogs",
                "The phone drops it from Linked devices. The chats stay here, and what waits stays in the outbox.",
            )
        )
        self.body.addWidget(number_row(theme, session))
        focus_safe(self)


class ClearKeys(Dialog):
    """The link's keys go without the phone being asked; its chats and its number stay."""

    def __init__(self, theme: Theme, parent: QWidget, session: Session) -> None:
        super().__init__(
            theme,
            parent,
            translate("Dialogs", "Forget the keys of {slot}?").format(slot=_named(session)),
            act=translate("Dialogs", "Forget keys"),
            cancel=translate("Dialogs", "Cancel"),
            kind="dangerLine",
        )
        self.add_text(
            translate(
                "Dialogs",
                "For when connecting does not work any more. The chats and the number stay, and it must be linked "
                "again. On the phone, remove the old entry in Linked devices.",
            )
        )
        self.body.addWidget(number_row(theme, session))
        focus_safe(self)


class WhatToDo(Dialog):
    """What happened to a number, and the ways on, one below the other."""

    def __init__(self, theme: Theme, parent: QWidget, session: Session, advice: Advice, now_ms: int) -> None:
        super().__init__(
            theme,
            parent,
            state_line(session.status, now_ms),
            act=advice.step.label if advice.step is not None else "",
            cancel=translate("Dialogs", "Close"),
        )
        self.act.setVisible(advice.step is not None)
        self.body.addWidget(number_row(theme, session))
        self.add_text(unbroken(advice.sentence))
        ways = QVBoxLayout()
        ways.setSpacing(theme.px(8))
        for number, way in enumerate(advice.ways, 1):
            row = StepRow(theme, number, large=False)
            row.show_plain(way)
            ways.addWidget(row)
        self.body.addLayout(ways)
        if support := support_line(session.status):
            self.body.addWidget(Label(theme, support, "monoSmall", tone="text3", wrap=True))
        focus_safe(self)


def number_row(theme: Theme, session: Session) -> QFrame:
    """Whose number a dialog is about: tile, account, slot and phone number."""
    card = QFrame()
    card.setProperty("card", "plain")
    slot, account = session.slot, session.account
    words = QVBoxLayout()
    words.setSpacing(theme.px(1))
    words.addWidget(ElidedLabel(theme, account.name, "bodyStrong"))
    number = f" · {phone(slot.number)}" if slot.number else ""
    words.addWidget(
        Label(theme, unbroken(f"{_named(session)}{number}"), "small", tone="text2", tabular=True, wrap=True)
    )
    row = QHBoxLayout(card)
    row.setContentsMargins(theme.px(10), theme.px(8), theme.px(10), theme.px(8))
    row.setSpacing(theme.px(12))
    row.addWidget(Tile(theme, 36, account.initials, account.colour))
    row.addLayout(words, 1)
    return card


def focus_safe(dialog: Dialog) -> None:
    """With the ring: Enter does the safe thing, and that is to be seen."""
    dialog.safe.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _named(session: Session) -> str:
    return f"{session.slot.index} {session.slot.name}"
