"""What the window has before the data is open: models with nothing in them, rail, ring and toasts."""

from wadesk.ui.models.desk import Desk
from wadesk.ui.models.rail import RailModel
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.focus_ring import FocusRing
from wadesk.ui.widgets.main_window import MainWindow
from wadesk.ui.widgets.rail import Rail
from wadesk.ui.widgets.rehearsal_strip import RehearsalStrip
from wadesk.ui.widgets.round_corner import RoundCorner
from wadesk.ui.widgets.toasts import Toasts
from wadesk.wire.environment import network_in_use


class Parts:
    """The empty window furnished. Made anew, in the same window, where text size or language changed."""

    def __init__(self, theme: Theme, window: MainWindow) -> None:
        """Furnish the painted window."""
        self.theme, self.window = theme, window
        self.desk = Desk()
        self.rail_model = RailModel(self.desk)
        self.rail = Rail(theme, self.desk, self.rail_model)
        strip = RehearsalStrip(theme) if network_in_use() == "offline" else None
        window.furnish(self.rail, RoundCorner(theme), strip)
        self.ring = FocusRing(theme, self.window)
        self.toasts = Toasts(theme, self.window.area)

    def renewed(self) -> "Parts":
        """The same window with nothing of this in it any more."""
        self.ring.hide()
        self.ring.deleteLater()
        self.desk.deleteLater()
        self.window.renew()
        return Parts(self.theme, self.window)
