"""Starting with the system: the setting and the system's own entry say the same."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from wadesk.domain.errors import WaDeskError
from wadesk.supervisor.autostart import Autostart
from wadesk.ui.models.settings import Settings


class Starting(QObject):
    """Writes the entry when the setting changes, and follows a person who switched it off in the system."""

    def __init__(
        self,
        settings: Settings,
        entry: Autostart,
        command: Sequence[str],
        tell: Callable[[WaDeskError], None],
        parent: QObject,
    ) -> None:
        """``command`` starts this program hidden; ``tell`` says why the entry could not be written."""
        super().__init__(parent)
        self._settings, self._entry, self._command, self._tell = settings, entry, command, tell
        if settings.autostart and not entry.enabled():
            settings.autostart = False
        settings.autostart_changed.connect(self._write)

    def _write(self) -> None:
        wanted = self._settings.autostart
        if wanted == self._entry.enabled():
            return
        try:
            if wanted:
                self._entry.enable(self._command)
            else:
                self._entry.disable()
        except WaDeskError as error:
            self._settings.autostart = not wanted
            self._tell(error)
