"""About WaDesk: version, licence, what WhatsApp's terms mean, where the data lies, and what support asks for."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from wadesk.ui.text import translate
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.buttons import Button
from wadesk.ui.widgets.icon import Icon
from wadesk.ui.widgets.labels import Label
from wadesk.ui.widgets.settings.rows import SettingRow


@dataclass(frozen=True)
class About:
    """What is told: the version, the data folder, and lines for support that name no person and no number."""

    version: str
    folder: Path
    details: str


class AboutSection(QWidget):
    """Copies the details, and opens the data folder in the desktop's own file program."""

    def __init__(self, theme: Theme, about: About) -> None:
        super().__init__()
        self._theme = theme
        self.copy = Button(theme, translate("Settings", "Copy details"), icon="copy")
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(about.details))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(20), 0, 0)
        column.setSpacing(0)
        column.addLayout(self._name(about.version))
        column.addSpacing(theme.px(16))
        column.addWidget(_terms(theme))
        column.addSpacing(theme.px(8))
        licence = translate("Settings", "Free software under the GNU General Public Licence, version 3 or later.")
        column.addWidget(SettingRow(theme, translate("Settings", "Licence"), QWidget(), licence))
        opens = Button(theme, translate("Settings", "Open folder"), icon="folder")
        opens.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(about.folder))))
        column.addWidget(SettingRow(theme, translate("Settings", "Data folder"), opens, str(about.folder)))
        details = translate("Settings", "Versions of WaDesk and of this system. No names, no numbers, no messages.")
        column.addWidget(SettingRow(theme, translate("Details", "Details for support"), self.copy, details))

    def _name(self, version: str) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(self._theme.px(1))
        words.addWidget(Label(self._theme, "WaDesk", "h2"))
        told = translate("Settings", "Version {version}").format(version=version)
        words.addWidget(Label(self._theme, told, "small", tone="text2", tabular=True))
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(12))
        row.addWidget(Icon(self._theme, "wadesk", "ink", 36))
        row.addLayout(words, 1)
        return row


def _terms(theme: Theme) -> QFrame:
    note = QFrame()
    note.setProperty("banner", "warn")
    row = QHBoxLayout(note)
    row.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
    row.setSpacing(theme.px(10))
    row.addWidget(Icon(theme, "info", "warn", 17), 0, Qt.AlignmentFlag.AlignTop)
    terms = translate(
        "FirstRun",
        "WhatsApp does not authorise third-party programs. Your number can be restricted or banned; "
        "WaDesk lowers that risk, it does not remove it.",
    )
    row.addWidget(Label(theme, terms, "body", wrap=True), 1)
    return note
