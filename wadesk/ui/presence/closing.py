"""What closing the window means: to end, or to keep running in the tray; asked once, and remembered."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from wadesk.ui.models.choices import Closing
from wadesk.ui.models.settings import Settings
from wadesk.ui.text import translate
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.dialog import Dialog
from wadesk.ui.widgets.main_window import MainWindow


class AskClosing(Dialog):
    """Keep running, or quit. Esc closes the question and leaves the window open."""

    def __init__(self, theme: Theme, window: MainWindow) -> None:
        super().__init__(
            theme,
            window,
            translate("Closing", "Keep WaDesk running?"),
            act=translate("Closing", "Keep running"),
            cancel=translate("Closing", "Quit WaDesk"),
        )
        self.add_text(
            translate(
                "Closing",
                "The window closes, and messages still arrive: WaDesk stays in the tray. This is asked once; "
                "the settings can change it.",
            )
        )
        self.act.setFocus(Qt.FocusReason.ShortcutFocusReason)


class Closes(QObject):
    """Answers the window's close button. Without a tray there is no way back, so closing ends the program."""

    def __init__(self, window: MainWindow, theme: Theme, has_tray: Callable[[], bool]) -> None:
        """Before the settings are read, closing ends the program."""
        super().__init__(window)
        self._window, self._theme, self._has_tray = window, theme, has_tray
        self._settings: Settings | None = None
        self._asking = False
        window.close_asked.connect(self._close)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            # The session ends, and must not wait for an answer.
            app.commitDataRequest.connect(lambda _session: window.quit())

    def follow(self, settings: Settings) -> None:
        """Do as it is set from now on."""
        self._settings = settings

    def _close(self) -> None:
        settings = self._settings
        if settings is None or not self._has_tray() or settings.closing is Closing.QUIT:
            self._window.quit()
        elif settings.closing is Closing.TRAY:
            self._window.hide()
        elif not self._asking:
            self._ask(settings)

    def _ask(self, settings: Settings) -> None:
        self._asking = True
        dialog = AskClosing(self._theme, self._window)

        def choose(closing: Closing) -> None:
            dialog.accept()
            settings.closing = closing
            self._close()

        dialog.asked.connect(lambda: choose(Closing.TRAY))
        dialog.safe.clicked.connect(lambda: choose(Closing.QUIT))
        dialog.finished.connect(self._end_asking)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _end_asking(self) -> None:
        self._asking = False
