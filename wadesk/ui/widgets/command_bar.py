"""The menu bar with every command, and the one place where their keys are bound.

Native on a Mac. Elsewhere hidden: F10 or a lone Alt shows it, and it leaves once it is done with (design.md 3).
"""

import sys

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QWidget

from wadesk.ui.models.commands import Command, Commands, Group, group_name
from wadesk.ui.widgets.main_window import MainWindow
from wadesk.ui.widgets.popup_menu import round_corners

_ROLES = {
    "program.settings": QAction.MenuRole.PreferencesRole,
    "program.quit": QAction.MenuRole.QuitRole,
}
"""Where a Mac keeps these; every other command stays in its own menu, whatever its words resemble."""


class CommandBar(QObject):
    """Lives as long as what fills ``window`` now: that goes when the window is made anew, and its keys with it."""

    def __init__(self, commands: Commands, window: MainWindow) -> None:
        """Bind the keys of what is bound in ``commands``, now and later."""
        super().__init__(window.whole)
        self._commands, self._window, self._host = commands, window, window.whole
        self._actions: dict[str, QAction] = {}
        self._filled = False
        self._before: QWidget | None = None
        self._native = sys.platform == "darwin"
        self._alt_alone = False
        self.bar = QMenuBar(window)
        self.bar.setNativeMenuBar(self._native)
        self.bar.setVisible(self._native)
        # The bar that was there before goes.
        window.setMenuBar(self.bar)
        self.bar.installEventFilter(self)
        commands.changed.connect(self._bind)
        self._bind()
        if not self._native:
            # The window's handle hears keys and the mouse alone; a filter of the application would take every
            # event of every widget through Python.
            window.winId()
            window.windowHandle().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice a lone Alt, F10, Esc in the bar, and that the bar is done with."""
        kind = event.type()
        if kind in {QEvent.Type.KeyPress, QEvent.Type.KeyRelease} and isinstance(event, QKeyEvent):
            # A key goes to the handle first, then to the bar: it is looked at once.
            return watched is not self.bar and self._hear_key(event)
        if watched is self.bar:
            if kind is QEvent.Type.FocusOut and not self._native:
                self._settle()
        elif kind in {QEvent.Type.MouseButtonPress, QEvent.Type.FocusOut}:
            # Alt was for dragging, or for the system's task switcher.
            self._alt_alone = False
        return super().eventFilter(watched, event)

    def show_bar(self) -> None:
        """Show the bar with its first menu open; Esc leads back to where one was."""
        if not self._filled:
            self._fill()
        if not self.bar.actions():
            return
        self._before = self._window.focusWidget()
        self.bar.show()
        self.bar.setFocus(Qt.FocusReason.MenuBarFocusReason)
        self.bar.setActiveAction(self.bar.actions()[0])

    def leave(self) -> None:
        """Hide the bar; the focus returns to where it was."""
        popup, before, self._before = QApplication.activePopupWidget(), self._before, None
        had_focus = self.bar.hasFocus()
        self.bar.hide()
        if isinstance(popup, QMenu):
            popup.close()
        if before is not None and had_focus:
            before.setFocus(Qt.FocusReason.MenuBarFocusReason)

    def _settle(self) -> None:
        """Leave once no menu is open and none is chosen: an act was done, or somebody clicked elsewhere."""
        if self.bar.isVisible() and QApplication.activePopupWidget() is None:
            self.leave()

    def _follow_menu(self) -> None:
        if not self._native and self.bar.activeAction() is None:
            self._settle()

    def _hear_key(self, event: QKeyEvent) -> bool:
        key, pressed = event.key(), event.type() is QEvent.Type.KeyPress
        f10 = key == Qt.Key.Key_F10 and not event.modifiers()
        if pressed and (f10 or (self.bar.hasFocus() and key == Qt.Key.Key_Escape)):
            self._toggle()
            return True
        if key != Qt.Key.Key_Alt:
            self._alt_alone = False
        elif pressed:
            self._alt_alone = event.modifiers() in {Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier}
            # Qt's own bar and menus would close at the press, and the release show them again.
            return self._alt_alone and self.bar.isVisible()
        elif self._alt_alone and not event.isAutoRepeat():
            self._alt_alone = False
            self._toggle()
            return True
        return False

    def _toggle(self) -> None:
        if self.bar.isVisible():
            self.leave()
        else:
            self.show_bar()

    def _run(self, command_id: str) -> None:
        # The keys of a shortcut never come to the window: its Alt was not alone all the same.
        self._alt_alone = False
        self._commands.run(command_id)

    def _bind(self) -> None:
        for command in self._commands:
            if command.command_id not in self._actions:
                action = QAction(self._commands.name(command), self)
                action.setShortcut(QKeySequence(command.shortcut))
                action.setMenuRole(_ROLES.get(command.command_id, QAction.MenuRole.NoRole))
                action.triggered.connect(lambda _=False, one=command.command_id: self._run(one))
                self._host.addAction(action)
                self._actions[command.command_id] = action
                self._filled = False
        if self._native:
            self._fill()

    def _fill(self) -> None:
        self.bar.clear()
        self._filled = True
        for group in Group:
            inside = [command for command in self._commands if command.group is group]
            if not inside:
                continue
            menu = round_corners(QMenu(group_name(group), self.bar))
            menu.installEventFilter(self)
            for command in inside:
                menu.addAction(self._actions[command.command_id])
            menu.aboutToShow.connect(lambda chosen=inside: self._describe(chosen))
            menu.aboutToHide.connect(lambda chosen=inside: self._free(chosen))
            self.bar.addMenu(menu)

    def _describe(self, inside: list[Command]) -> None:
        for command in inside:
            action, subject = self._actions[command.command_id], self._commands.subject(command)
            words = self._commands.name(command)
            named = subject and command.group in {Group.ACCOUNTS, Group.NUMBERS}
            action.setText((f"{words}: {subject}" if named else words).replace("&", "&&"))
            action.setVisible(not command.place or bool(subject))
            action.setEnabled(self._commands.is_enabled(command))

    def _free(self, inside: list[Command]) -> None:
        """Once the menu is away its commands' keys work again: what can be done is looked at when one is pressed."""
        QTimer.singleShot(0, self, self._follow_menu)
        for command in inside:
            self._actions[command.command_id].setVisible(True)
            self._actions[command.command_id].setEnabled(True)
