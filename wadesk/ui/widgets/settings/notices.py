"""Notices: what the desktop is told, when it is quiet, which numbers stay silent, and what closing the window does."""

from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QHBoxLayout, QTimeEdit, QVBoxLayout, QWidget

from wadesk.domain.desk import Session
from wadesk.ui.models.choices import Closing, QuietHours
from wadesk.ui.models.desk import Desk
from wadesk.ui.models.settings import Settings
from wadesk.ui.text import phone, translate
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.checks import Switch
from wadesk.ui.widgets.combo import Combo
from wadesk.ui.widgets.labels import Label
from wadesk.ui.widgets.marks import Tile
from wadesk.ui.widgets.settings.rows import SettingRow, section_head

_NIGHT = QuietHours(22 * 60, 7 * 60)
"""What is proposed when quiet hours are switched on for the first time."""
_CLOSINGS = tuple(Closing)


class Hours(QWidget):
    """Quiet hours: on or off, from when, until when."""

    def __init__(self, theme: Theme, settings: Settings) -> None:
        super().__init__()
        self._settings, quiet = settings, settings.quiet
        self.on = Switch(theme, translate("Settings", "Quiet hours"))
        self.on.setChecked(quiet is not None)
        self._since = _time(translate("Settings", "Quiet from"), (quiet or _NIGHT).since)
        self._until = _time(translate("Settings", "Quiet until"), (quiet or _NIGHT).until)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self._since)
        row.addWidget(Label(theme, translate("Settings", "to"), "small", tone="text2"))
        row.addWidget(self._until)
        row.addSpacing(theme.px(8))
        row.addWidget(self.on)
        self.on.toggled.connect(self._keep)
        for edge in (self._since, self._until):
            edge.setFixedSize(theme.px(72), theme.size("control"))
            edge.editingFinished.connect(self._keep)
        self._enable()

    def _keep(self) -> None:
        hours = QuietHours(*(edge.time().msecsSinceStartOfDay() // 60_000 for edge in (self._since, self._until)))
        self._settings.quiet = hours if self.on.isChecked() else None
        self._enable()

    def _enable(self) -> None:
        for edge in (self._since, self._until):
            edge.setEnabled(self.on.isChecked())


class NoticesSection(QWidget):
    """Writes into ``settings``."""

    def __init__(self, theme: Theme, settings: Settings, desk: Desk) -> None:
        super().__init__()
        self._theme, self._settings, self._desk = theme, settings, desk
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._numbers = QVBoxLayout()
        self._add_messages()
        self._column.addWidget(section_head(theme, "smartphone", translate("Settings", "Numbers")))
        self._column.addLayout(self._numbers)
        self._add_window()
        desk.slots_changed.connect(self._show_numbers)
        desk.accounts_changed.connect(self._show_numbers)
        self._show_numbers()

    def _add_messages(self) -> None:
        theme, settings = self._theme, self._settings
        self._column.addWidget(section_head(theme, "bell", translate("Settings", "New messages")))
        every = self._row(
            translate("Settings", "Notifications"),
            translate("Settings", "Say on the desktop when a message arrives: account and number named."),
            on=settings.notices,
        )
        every.toggled.connect(lambda on: settings.put("notices.on", on))
        text = self._row(
            translate("Settings", "Show the text"),
            translate("Settings", "Off: only who wrote, and to which number."),
            on=settings.notice_text,
        )
        text.toggled.connect(lambda on: settings.put("notices.text", on))
        quiet = translate("Settings", "Nothing is announced between these hours. Messages still arrive.")
        hours = Hours(theme, settings)
        self._column.addWidget(SettingRow(theme, hours.on.accessibleName(), hours, quiet))

    def _add_window(self) -> None:
        theme, settings = self._theme, self._settings
        self._column.addWidget(section_head(theme, "monitor", translate("Settings", "Window")))
        title = translate("Settings", "When the window is closed")
        ways = (
            translate("Settings", "Ask"),
            translate("Settings", "Keep in the tray"),
            translate("Settings", "Quit"),
        )
        closing = Combo(theme, ways, title)
        closing.setMinimumWidth(theme.px(180))
        closing.setCurrentIndex(_CLOSINGS.index(settings.closing))
        closing.activated.connect(lambda place: settings.put("window.close", _CLOSINGS[place]))
        tray = translate("Settings", "In the tray, messages go on arriving and leaving.")
        self._column.addWidget(SettingRow(theme, title, closing, tray))
        start = self._row(
            translate("Settings", "Start with the system"),
            translate("Settings", "Hidden, with its sign in the tray."),
            on=settings.autostart,
        )
        start.toggled.connect(lambda on: settings.put("notices.autostart", on))

    def _show_numbers(self) -> None:
        while (item := self._numbers.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for session in self._desk.sessions():
            self._numbers.addWidget(self._number_row(session))

    def _number_row(self, session: Session) -> SettingRow:
        slot, account = session.slot, session.account
        name = f"{slot.index} {slot.name}"
        switch = Switch(
            self._theme,
            translate("Settings", "Notifications of {number}, {account}").format(number=name, account=account.name),
        )
        switch.setChecked(not self._settings.is_muted(slot.slot_id))
        switch.toggled.connect(lambda on, slot_id=slot.slot_id: self._settings.mute(slot_id, muted=not on))
        line = f"{account.name} · {phone(slot.number)}" if slot.number else account.name
        tile = Tile(self._theme, 28, account.initials, account.colour)
        return SettingRow(self._theme, name, switch, line, before=tile)

    def _row(self, title: str, line: str, *, on: bool) -> Switch:
        switch = Switch(self._theme, title)
        switch.setChecked(on)
        self._column.addWidget(SettingRow(self._theme, title, switch, line))
        return switch


def _time(name: str, minute: int) -> QTimeEdit:
    field = QTimeEdit(QTime.fromMSecsSinceStartOfDay(minute * 60_000))
    field.setDisplayFormat("HH:mm")
    field.setAlignment(Qt.AlignmentFlag.AlignCenter)
    field.setAccessibleName(name)
    return field
