"""Says of a chat's messages which number they left from: calm while it is its own, an alarm when one differs."""

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wadesk.ui.models.audit import Finding
from wadesk.ui.painting.frames import draw_box
from wadesk.ui.painting.text import ratio_of
from wadesk.ui.text import ago, phone, spoken, translate
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.labels import Label


class AuditBox(QWidget):
    """Hidden until something was counted."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._tone, self._icon = theme, "ok", "shield-check"
        self._title = Label(theme, "", "bodyStrong", wrap=True)
        self._when = Label(theme, "", "small", tone="text2", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(theme.px(3))
        words.addWidget(self._title)
        words.addWidget(self._when)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(38), theme.px(9), theme.px(12), theme.px(9))
        row.addLayout(words, 1)
        self.hide()

    @property
    def tone(self) -> str:
        """``ok``, ``idle`` where nothing left yet, or ``danger``."""
        return self._tone

    def show_finding(self, finding: Finding | None, now_ms: int) -> None:
        """Say this."""
        self.setVisible(finding is not None)
        if finding is None:
            return
        self._tone, self._icon = _look(finding)
        own = finding.chat.held_from or ""
        self._title.setText(_sentence(finding, _unbroken(phone(own)) if own else ""))
        checked = translate("Audit", "Checked {t}").format(t=ago(finding.counted_ms, now_ms))
        self._when.setText(checked)
        self.setAccessibleName(f"{_sentence(finding, spoken(own) if own else '')}. {checked}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and icon."""
        theme, painter = self._theme, QPainter(self)
        fill, edge = theme.color(f"{self._tone}Soft"), theme.color(f"{self._tone}Edge")
        draw_box(painter, QRectF(self.rect()), theme.radius("popup"), fill, edge)
        icon = theme.icon(self._icon, self._tone, 18, ratio_of(painter))
        painter.drawPixmap(QPoint(theme.px(12), theme.px(10)), icon)
        painter.end()


def _look(finding: Finding) -> tuple[str, str]:
    if finding.strange:
        return "danger", "triangle-alert"
    return ("ok", "shield-check") if finding.total else ("idle", "shield-check")


def _sentence(finding: Finding, number: str) -> str:
    """The audit's phrase (design.md 13); ``number`` is the chat's own as it shall be read."""
    total, strange = finding.total, finding.strange
    if strange:
        words = translate("Audit", "{k} of {n} messages left from another number: {numbers}")
        return words.format(k=strange, n=total, numbers=", ".join(_unbroken(phone(one)) for one in finding.numbers))
    if total == 0:
        return translate("Audit", "No message has left in this chat yet.")
    if total == 1:
        return translate("Audit", "The 1 message left from {number}").format(number=number)
    return translate("Audit", "All {n} messages left from {number}").format(n=total, number=number)


def _unbroken(number: str) -> str:
    """A number that no line break splits."""
    return number.replace(" ", "\u00a0").replace("-", "\u2011")
