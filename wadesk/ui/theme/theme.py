"""The theme in use: what every painter and widget asks for a colour, a font, a length or an icon."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPalette, QPixmap

from wadesk.ui.theme.contrast import strengthen, strengthen_account
from wadesk.ui.theme.icons import Icons
from wadesk.ui.theme.sheet import fill_sheet
from wadesk.ui.theme.tokens import Tokens


@dataclass(frozen=True)
class AccountColours:
    """One account's colours. ``cut``: its tile and send block lose their top right corner (accounts 11 to 20)."""

    solid: QColor
    solid_hover: QColor
    on_solid: QColor
    soft: QColor
    edge: QColor
    cut: bool


class Theme(QObject):
    """Values of the design in one look: scheme, text size, contrast, and whether things move.

    ``changed`` is emitted after another look took effect; ``revision`` grows with it, for caches of what was
    laid out. Colours are asked for at each painting; lengths and fonts when a widget is made, and again by
    making it anew.
    """

    changed = Signal()

    def __init__(self, resources: Path, *, scheme: str = "light", scale: float = 1.0, contrast: bool = False) -> None:
        """Read the tokens, icons and sheet below ``resources``."""
        super().__init__()
        self._resources = resources
        self._tokens = Tokens(resources / "tokens.json")
        self._icons = Icons(resources / "icons")
        self._fonts: dict[tuple[str, int | None, bool, float | None], QFont] = {}
        self.revision = 0
        self.reduced = False
        self._take(scheme, scale, contrast=contrast)

    def use(
        self,
        *,
        scheme: str | None = None,
        scale: float | None = None,
        contrast: bool | None = None,
        reduced: bool | None = None,
    ) -> None:
        """Change the scheme (``light``, ``dark``), the text scale (0.9 to 1.5), the contrast, or stop what moves.

        Everybody is told, unless nothing changes.
        """
        before = (self.scheme, self.scale, self.contrast, self.reduced)
        self.reduced = self.reduced if reduced is None else reduced
        strong = self.contrast if contrast is None else contrast
        self._take(scheme or self.scheme, scale or self.scale, contrast=strong)
        if before == (self.scheme, self.scale, self.contrast, self.reduced):
            return
        self.revision += 1
        self.changed.emit()

    def in_scheme(self, scheme: str) -> "Theme":
        """The same text size in another scheme, worn by nobody: for pictures of it."""
        return Theme(self._resources, scheme=scheme, scale=self.scale)

    def color(self, token: str) -> QColor:
        """A named colour of the tokens."""
        return self._colours[token]

    def account(self, colour: int) -> AccountColours:
        """The colours of an account whose ``colour`` is 1 to 10, 11 to 20 with the second shape, or more."""
        return self._accounts[(colour - 1) % len(self._accounts)] if not 11 <= colour <= 20 else self._cut[colour - 11]

    def px(self, length: float) -> int:
        """A length of the design at the text scale, in whole px."""
        return round(length * self.scale)

    def size(self, path: str) -> int:
        """A size of the tokens by its dotted path (``rail``, ``chatRow.normal``), scaled."""
        return self.px(self._tokens.size(path))

    def radius(self, name: str) -> int:
        """A corner's radius by its name in the tokens, scaled."""
        return self.px(self._tokens.radius(name))

    def duration(self, name: str) -> int:
        """A span of time in milliseconds by its name in the tokens, such as how long a toast stays."""
        return self._tokens.duration(name)

    def motion(self, name: str) -> int:
        """A motion's length in milliseconds by its name in the tokens; 0 where people want nothing to move."""
        return 0 if self.reduced else self._tokens.duration(name)

    def line(self, style: str) -> int:
        """The line height of a type style, scaled."""
        return self.px(self._tokens.font_style(style)[1])

    def font(
        self, style: str = "body", weight: int | None = None, *, tabular: bool = False, px: float | None = None
    ) -> QFont:
        """A type style of the system's own family; ``tabular`` for figures that stand in columns.

        ``px`` is another size of the design than the style's, for initials and the like.
        """
        key = (style, weight, tabular, px)
        if key not in self._fonts:
            self._fonts[key] = self._make_font(style, weight, tabular, px)
        return QFont(self._fonts[key])

    def icon(
        self, name: str, tone: str | QColor, size: int, ratio: float = 1.0, stroke: float | None = None
    ) -> QPixmap:
        """A Lucide icon of ``size`` design px in a token's or another colour, for a device of ``ratio``."""
        colour = self.color(tone) if isinstance(tone, str) else tone
        return self._icons.pixmap(name, colour, self.px(size), stroke or self._tokens.stroke(size), ratio)

    def button_icon(self, name: str, tone: str | QColor, size: int, *, before: int = 0, after: int = 0) -> QIcon:
        """The same for a button: sharp on every screen, pale where it is disabled, with room beside it in px."""
        icon = QIcon()
        for ratio in (1.0, 2.0):
            for mode, colour in ((QIcon.Mode.Normal, tone), (QIcon.Mode.Disabled, "textDisabled")):
                icon.addPixmap(self.with_room(self.icon(name, colour, size, ratio), before, after), mode)
        return icon

    @staticmethod
    def with_room(pixmap: QPixmap, before: int, after: int) -> QPixmap:
        """An icon with room beside it, in px: how far the words of a button stand off."""
        if not before + after:
            return pixmap
        ratio = pixmap.devicePixelRatio()
        wider = QPixmap(pixmap.width() + round((before + after) * ratio), pixmap.height())
        wider.setDevicePixelRatio(ratio)
        wider.fill(QColor(0, 0, 0, 0))
        painter = QPainter(wider)
        painter.drawPixmap(before, 0, pixmap)
        painter.end()
        return wider

    def sheet(self) -> str:
        """The style sheet for plain widgets, filled with this theme's values."""
        colours = {name: value.name() for name, value in self._colours.items()}
        return fill_sheet((self._resources / "wadesk.qss").read_text(encoding="utf-8"), colours, self.px)

    def palette(self) -> QPalette:
        """The palette for what the style sheet does not reach."""
        roles = QPalette.ColorRole
        palette = QPalette(self.color("window"))
        for role, token in (
            (roles.Window, "window"),
            (roles.Base, "surface"),
            (roles.AlternateBase, "canvas"),
            (roles.Text, "text"),
            (roles.WindowText, "text"),
            (roles.ButtonText, "text"),
            (roles.Button, "surface"),
            (roles.PlaceholderText, "text3"),
            (roles.Highlight, "selection"),
            (roles.HighlightedText, "text"),
            (roles.Link, "link"),
            (roles.Accent, "focus"),
            (roles.ToolTipBase, "tooltip"),
            (roles.ToolTipText, "onTooltip"),
        ):
            palette.setColor(role, self.color(token))
        for role in (roles.Text, roles.WindowText, roles.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("textDisabled"))
        return palette

    def _take(self, scheme: str, scale: float, *, contrast: bool) -> None:
        self.scheme, self.scale, self.contrast = scheme, scale, contrast
        colours, entries = self._tokens.colours(scheme), self._tokens.accounts(scheme)
        if contrast:
            entries = [strengthen_account(entry, colours["surface"]) for entry in entries]
            colours = strengthen(colours)
        self._colours = colours
        self._accounts, self._cut = ([_account(entry, cut=cut) for entry in entries] for cut in (False, True))
        self._fonts.clear()

    def _make_font(self, style: str, weight: int | None, tabular: bool, px: float | None) -> QFont:
        own_px, _, own_weight, mono = self._tokens.font_style(style)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont) if mono else QFont()
        font.setPixelSize(max(1, self.px(px or own_px)))
        font.setWeight(QFont.Weight(weight or own_weight))
        if tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font


def _account(entry: dict[str, QColor], *, cut: bool) -> AccountColours:
    return AccountColours(
        solid=entry["solid"],
        solid_hover=entry["solidHover"],
        on_solid=entry["onSolid"],
        soft=entry["soft"],
        edge=entry["edge"],
        cut=cut,
    )
