"""What a message made to stop the window costs, against an ordinary long one: shown, and painted again."""

import os

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from tests.bench.gauges import quantile, tell
from tests.bench.pane import Pane
from tests.ui.inbox_port import message
from wadesk.paths import resources
from wadesk.ui.theme.theme import Theme

RUNS = 20
ORDINARY = "palavra comum " * 290
TEXTS = {
    "200,000 letters": "a" * 200_000,
    "10,000 emoji": "\U0001f469\u200d\U0001f469\u200d\U0001f467" * 10_000,
    "200,000 marks over one letter": "a" + "\u0301" * 200_000,
    "direction marks": "\u202eabc\u202c" * 40_000,
}


def measure() -> None:
    """Print a ratio for each text."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication.instance() or QApplication(["bench", "-style", "fusion"])
    if not isinstance(app, QApplication):
        raise TypeError("another kind of application is running")
    app.setFont(QFont("Inter"))
    theme = Theme(resources())
    app.setStyleSheet(theme.sheet())
    pane = Pane(app, theme)
    reference = _cost(pane, ORDINARY)
    for name, text in TEXTS.items():
        tell(6, f"a message of {name} against one of 4,000 letters", _cost(pane, text), "ms CPU", reference, 4)


def _cost(pane: Pane, text: str) -> float:
    took = []
    for turn in range(RUNS):
        chat_id = pane.chat(20)
        pane.model.open(chat_id)
        coming = message(chat_id, 20 + turn, text)
        took.append(pane.cpu_ms(lambda coming=coming: pane.model.apply(coming)))
    return quantile(took, 0.5)
