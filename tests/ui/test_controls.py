"""What the controls do: what they say, what they let through, and how long they stay."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QImage, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from wadesk.paths import resources
from wadesk.ui.painting.tiles import draw_person
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.banner import Banner, BannerArea, Notice
from wadesk.ui.widgets.buttons import Button, IconButton
from wadesk.ui.widgets.checks import CheckBox, RadioButton, Switch
from wadesk.ui.widgets.combo import Combo
from wadesk.ui.widgets.error_dialog import ErrorDialog
from wadesk.ui.widgets.fields import TextField
from wadesk.ui.widgets.filter_chip import FilterChip
from wadesk.ui.widgets.popup_menu import PopupMenu
from wadesk.ui.widgets.segments import Segment, Segments
from wadesk.ui.widgets.toasts import Toast, Toasts
from wadesk.ui.widgets.turning import STEPS, Turning


def shown(qtbot: QtBot, *widgets: QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    for widget in widgets:
        column.addWidget(widget)
    qtbot.addWidget(box)
    box.show()
    box.activateWindow()
    qtbot.waitUntil(box.isActiveWindow)
    return box


def test_a_busy_button_ignores_clicks_and_keys_and_keeps_its_word(theme: Theme, qtbot: QtBot) -> None:
    button, clicks = Button(theme, "Connect", icon="refresh-cw"), []
    button.clicked.connect(lambda: clicks.append(1))
    _host = shown(qtbot, button)
    button.set_busy(True)
    button.setFocus()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert (clicks, button.text(), button.busy) == ([], "Connect", True)
    button.set_busy(False)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert len(clicks) == 2


def test_an_icon_button_says_its_keys_in_the_tooltip_and_not_in_its_name(theme: Theme) -> None:
    button = IconButton(theme, "panel-right", "Contact panel", shortcut="Ctrl+I")
    assert (button.accessibleName(), button.toolTip()) == ("Contact panel", "Contact panel  Ctrl+I")


def test_what_turns_goes_round_and_stands_still_where_motion_is_reduced(app: QApplication, qtbot: QtBot) -> None:
    theme = Theme(resources())
    turning = Turning(theme, theme)
    turning.start()
    steps: list[int] = []
    turning.turned.connect(lambda: steps.append(turning.step))
    qtbot.waitUntil(lambda: len(steps) >= 3)
    assert steps[:3] == [1, 2, 3]
    theme.use(reduced=True)
    assert (theme.motion("spinner"), theme.motion("base"), theme.duration("ringTick")) == (0, 0, 1000)
    qtbot.waitUntil(lambda: not turning.runs)
    assert turning.step == 0
    turning.start()
    assert not turning.runs
    assert STEPS == 12


def test_the_words_beside_a_mark_take_the_click(theme: Theme, qtbot: QtBot) -> None:
    box, radio, switch = CheckBox(theme, "Make a backup"), RadioButton(theme, "Corpo & Cia"), Switch(theme, "Notices")
    whole = shown(qtbot, box, radio, switch)
    for mark in (box, radio, switch):
        QTest.mouseClick(mark, Qt.MouseButton.LeftButton, pos=QPoint(mark.sizeHint().width() - 3, mark.height() // 2))
        assert mark.isChecked()
    assert radio.accessibleName() == "Corpo & Cia"
    assert switch.ring_rect.right() == switch.width() - 1
    whole.hide()


def test_a_long_name_beside_a_mark_gives_way_and_is_still_spoken_whole(theme: Theme, qtbot: QtBot) -> None:
    radio = RadioButton(theme, "Padaria " * 30)
    host = shown(qtbot, radio)
    host.setFixedWidth(300)
    qtbot.waitUntil(lambda: radio.width() < 300)
    assert radio.accessibleName() == "Padaria " * 30


def test_arrows_choose_in_a_segmented_control_and_tab_leaves_it(theme: Theme, qtbot: QtBot) -> None:
    segments, after = Segments(theme, ("Compact", "Normal", "Roomy"), "Density"), Button(theme, "After")
    chosen: list[int] = []
    segments.chosen.connect(chosen.append)
    _host = shown(qtbot, segments, after)
    segments.findChildren(Segment)[0].setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert (chosen, segments.choice) == ([1, 2], 2)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is after


def test_a_chip_with_a_menu_is_filled_by_what_was_chosen_not_by_the_click(theme: Theme, qtbot: QtBot) -> None:
    plain, menu = FilterChip(theme, "Unread"), FilterChip(theme, "Labels", menu=True)
    _host = shown(qtbot, plain, menu)
    for chip in (plain, menu):
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert (plain.isChecked(), menu.isChecked()) == (True, False)
    plain.show_count(14)
    assert plain.accessibleName() == "Unread 14"


def test_a_field_in_error_says_why_and_keeps_what_was_typed(theme: Theme, qtbot: QtBot) -> None:
    field = TextField(theme, "Initials")
    _host = shown(qtbot, field)
    field.line.setText("PS")
    field.show_error("Already used by Padaria.")
    assert field.line.wrong
    assert field.line.accessibleDescription() == "Already used by Padaria."
    field.show_error("")
    assert (field.line.wrong, field.line.text()) == (False, "PS")


def test_the_wheel_over_a_choice_without_the_focus_changes_nothing(theme: Theme, qtbot: QtBot) -> None:
    combo, other = Combo(theme, ["One", "Two"], "Choice"), Button(theme, "Other")
    _host = shown(qtbot, combo, other)
    other.setFocus()
    QTest.wheelEvent(combo.window().windowHandle(), combo.mapTo(combo.window(), QPoint(5, 5)), QPoint(0, -120))
    assert combo.currentIndex() == 0
    combo.setFocus()
    QTest.wheelEvent(combo.window().windowHandle(), combo.mapTo(combo.window(), QPoint(5, 5)), QPoint(0, -120))
    assert combo.currentIndex() == 1


def test_of_several_notices_the_worst_is_shown_and_the_others_are_counted(theme: Theme, qtbot: QtBot) -> None:
    area, pressed = BannerArea(theme), []
    area.pressed.connect(pressed.append)
    _host = shown(qtbot, area)
    assert not area.isVisible()
    area.show_notices(
        [
            Notice("i", "info", "info", "Importing."),
            Notice("d", "danger", "unlink", "<b>Logged out</b>.", "The phone ended it.", "Connect"),
            Notice("w", "warn", "wifi-off", "No internet."),
        ]
    )
    banner = area.findChild(Banner)
    assert banner.accessibleName() == "<b>Logged out</b>. The phone ended it. And 2 more."
    assert "&lt;b&gt;" in banner._words.text()
    assert banner._words.text().endswith("+2")
    banner.findChild(Button).click()
    assert pressed == ["d"]
    area.show_notices([])
    assert not area.isVisible()


def test_a_toast_leaves_by_itself_unless_it_is_looked_at_or_tells_of_a_failure(theme: Theme, qtbot: QtBot) -> None:
    went, failed = Toast(theme, "ok", "Done", "Undo"), Toast(theme, "danger", "Not sent")
    _host = shown(qtbot, went, failed)
    assert (went.leaving, failed.leaving) == (True, False)
    QApplication.sendEvent(went, QEnterEvent(QPointF(1, 1), QPointF(1, 1), QPointF(1, 1)))
    assert not went.leaving
    QApplication.sendEvent(went, QEvent(QEvent.Type.Leave))
    assert went.leaving
    inside = went.findChild(Button)
    went.hold(inside)
    assert not went.leaving
    went.hold(None)
    assert went.leaving
    failed.hold(None)
    assert not failed.leaving


def test_of_toasts_three_stay_the_newest_lowest_and_an_act_is_done_once(theme: Theme, qtbot: QtBot) -> None:
    host = shown(qtbot, QWidget())
    host.resize(900, 600)
    toasts, done = Toasts(theme, host), []
    for number in range(4):
        toasts.say("info", f"Message {number}", "Undo", lambda number=number: done.append(number))
    toasts.say("info", "Message 3")
    kept = [toast.accessibleName() for toast in sorted(toasts._shown, key=lambda toast: toast.y())]
    assert kept == ["Message 1", "Message 2", "Message 3"]
    toasts._shown[0].findChild(Button).click()
    assert done == [1]
    assert [toast.accessibleName() for toast in toasts._shown] == ["Message 2", "Message 3"]


def test_a_toast_is_no_wider_than_what_it_lies_over(theme: Theme, qtbot: QtBot) -> None:
    host = shown(qtbot, QWidget())
    host.resize(900, 600)
    toasts = Toasts(theme, host)
    toasts.say("danger", "This account keeps stopping. Other accounts go on. Try again.")
    toast = toasts._shown[0]
    assert toast.width() == theme.size("toastWidth")
    low = toast.height()
    host.resize(300, 600)
    assert toasts.geometry().left() >= 0
    assert toast.width() == 300 - 32
    assert toast.height() > low


def test_a_menu_has_rows_of_thirty_and_what_destroys_last_after_a_line(theme: Theme, qtbot: QtBot) -> None:
    host, done = shown(qtbot, QWidget()), []
    menu = PopupMenu(theme, host)
    menu.head((3, "Entregas"), 1, "+55 11 99999-0013")
    menu.add_row("Corpo & Cia", lambda: done.append("open"), icon="message-square", shortcut="Ctrl+O")
    menu.add_row("Log out…", lambda: done.append("out"), icon="unlink", destructive=True)
    menu.add_row("Remove…", lambda: done.append("removed"), icon="trash-2", destructive=True)
    first, line, last, removes = menu.actions()
    menu.popup(host.mapToGlobal(QPoint(0, 0)))
    assert menu.actionGeometry(first).height() == theme.size("menuRow")
    assert menu.actionGeometry(first).top() > theme.size("slotChipLarge")
    assert line.isSeparator()
    assert first.text() == "Corpo && Cia\tCtrl O"
    first.trigger()
    last.trigger()
    removes.trigger()
    assert done == ["open", "out", "removed"]
    assert menu.accessibleName() == "3 Entregas +55 11 99999-0013"
    menu.close()


def test_details_are_folded_away_and_copied_without_closing(theme: Theme, qtbot: QtBot) -> None:
    host, again = shown(qtbot, QWidget()), []
    dialog = ErrorDialog(theme, host, "Could not open", "Another program uses it.", "code folder_busy")
    dialog.retried.connect(lambda: again.append(1))
    dialog.open()
    assert not dialog.details.unfolded
    dialog.details._link.click()
    assert dialog.details.unfolded
    dialog.copy.click()
    assert QApplication.clipboard().text() == "code folder_busy"
    assert dialog.isVisible()
    dialog.again.click()
    assert (again, dialog.isVisible()) == ([1], False)


@pytest.mark.parametrize("shape", [QSize(60, 60), QSize(90, 60), QSize(60, 90)])
def test_a_picture_fills_the_circle_whatever_its_shape_and_nothing_of_it_is_outside(theme: Theme, shape: QSize) -> None:
    picture = QPixmap(shape)
    picture.fill(QColor("orange"))
    image = QImage(60, 60, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(theme.color("surface"))
    painter = QPainter(image)
    draw_person(painter, theme, image.rect().adjusted(10, 10, -10, -10), "BA", picture=picture)
    painter.end()
    orange = QColor("orange")
    assert image.pixelColor(30, 30) == image.pixelColor(13, 30) == image.pixelColor(30, 46) == orange
    assert image.pixelColor(12, 12) == image.pixelColor(5, 30) == theme.color("surface")
