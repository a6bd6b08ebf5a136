"""Appearance and language: theme, text size, density, ticks, motion, contrast, the accounts' colours, the language."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSlider, QVBoxLayout, QWidget

from wadesk.ui.language import NAMES, language_spoken
from wadesk.ui.models.choices import Contrast, Density, Language, Motion, Scheme
from wadesk.ui.models.desk import Desk
from wadesk.ui.models.settings import LARGEST, SMALLEST, Settings
from wadesk.ui.text import translate
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.checks import Switch
from wadesk.ui.widgets.combo import Combo
from wadesk.ui.widgets.labels import Label
from wadesk.ui.widgets.segments import Segments
from wadesk.ui.widgets.settings.account_colours import AccountColours
from wadesk.ui.widgets.settings.rows import SettingRow, section_head
from wadesk.ui.widgets.settings.theme_card import ThemeCard
from wadesk.ui.widgets.wrap import Wrap

_SETTLED_MS = 400
"""Arrow keys move the size step by step: the window is made anew once they rest."""
_SCHEMES = (Scheme.LIGHT, Scheme.DARK, Scheme.SYSTEM)
_DENSITIES = tuple(Density)
_MOTIONS = (Motion.SYSTEM, Motion.REDUCED, Motion.FULL)


class TextSize(QWidget):
    """A slider from 90% to 150%. ``chosen`` (float): a size was settled on, by letting go or by pausing."""

    chosen = Signal(float)

    def __init__(self, theme: Theme, scale: float) -> None:
        super().__init__()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(round(SMALLEST * 10), round(LARGEST * 10))
        self.slider.setPageStep(1)
        self.slider.setValue(round(scale * 10))
        self.slider.setMinimumWidth(theme.px(150))
        self.slider.setMaximumWidth(theme.px(180))
        self.slider.setProperty("ringRadius", 8)
        self.slider.setAccessibleName(translate("Settings", "Text size"))
        self._now = Label(theme, "", "bodyStrong", tabular=True)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._settled.timeout.connect(self._choose)
        self.slider.valueChanged.connect(self._show)
        self.slider.sliderReleased.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(Label(theme, _percent(self.slider.minimum()), "small", tone="text2", tabular=True))
        row.addWidget(self.slider)
        row.addWidget(Label(theme, _percent(self.slider.maximum()), "small", tone="text2", tabular=True))
        row.addWidget(self._now)
        self._now.setText(_percent(self.slider.value()))

    def _show(self, tenths: int) -> None:
        self._now.setText(_percent(tenths))
        if not self.slider.isSliderDown():
            self._settled.start()

    def _choose(self) -> None:
        self._settled.stop()
        self.chosen.emit(self.slider.value() / 10)


class LookSection(QWidget):
    """Writes into ``settings``. ``colour_asked`` (AccountId, colour): a person wants another colour for an account."""

    colour_asked = Signal(object, int)

    def __init__(self, theme: Theme, settings: Settings, desk: Desk) -> None:
        super().__init__()
        self._theme, self._settings = theme, settings
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._add_themes()
        self._add_rows()
        self._add_colours(desk)
        self._add_language()

    def _add_themes(self) -> None:
        theme, settings = self._theme, self._settings
        names = {
            Scheme.LIGHT: (translate("Settings", "Light"), ("light",)),
            Scheme.DARK: (translate("Settings", "Dark"), ("dark",)),
            Scheme.SYSTEM: (translate("Settings", "Like the system"), ("light", "dark")),
        }
        group, cards = QButtonGroup(self), QWidget()
        row = Wrap(theme.px(16), cards)
        for place, scheme in enumerate(_SCHEMES):
            card = ThemeCard(theme, *names[scheme])
            card.setChecked(scheme is settings.scheme)
            group.addButton(card, place)
            row.addWidget(card)
        group.idClicked.connect(lambda place: settings.put("look.theme", _SCHEMES[place]))
        self._column.addWidget(section_head(theme, "palette", translate("Settings", "Theme")))
        self._column.addWidget(cards)
        self._column.addSpacing(theme.px(12))

    def _add_rows(self) -> None:
        theme, settings = self._theme, self._settings
        size = TextSize(theme, settings.scale)
        size.slider.setObjectName("scale")
        size.chosen.connect(lambda scale: settings.put("look.scale", scale))
        grows = translate("Settings", "Everything grows together, without cutting numbers or names.")
        self._column.addWidget(SettingRow(theme, translate("Settings", "Text size"), size, grows))
        density = translate("Settings", "List density")
        words = (translate("Settings", "Compact"), translate("Settings", "Normal"), translate("Settings", "Roomy"))
        rows = Segments(theme, words, density)
        rows.choose(_DENSITIES.index(settings.density))
        rows.chosen.connect(lambda place: settings.put("look.density", _DENSITIES[place]))
        self._column.addWidget(SettingRow(theme, density, rows))
        ticks = self._switch(translate("Settings", "Write the state beside the ticks"), on=settings.ticks)
        ticks.toggled.connect(lambda on: settings.put("look.ticks", on))
        says = translate("Settings", "Says Sent, Delivered or Read on every message, not only the last.")
        self._column.addWidget(SettingRow(theme, ticks.accessibleName(), ticks, says))
        self._add_motion()
        contrast = self._switch(translate("Settings", "High contrast"), on=theme.contrast)
        contrast.toggled.connect(lambda on: settings.put("look.contrast", Contrast.ON if on else Contrast.OFF))
        stronger = translate("Settings", "Stronger edges and darker second lines.")
        self._column.addWidget(SettingRow(theme, contrast.accessibleName(), contrast, stronger))

    def _add_motion(self) -> None:
        theme, settings = self._theme, self._settings
        reduce = translate("Settings", "Reduce motion")
        ways = (
            translate("Settings", "Like the system"),
            translate("Settings", "Reduced"),
            translate("Settings", "Not reduced"),
        )
        motion = Combo(theme, ways, reduce)
        motion.setMinimumWidth(theme.px(180))
        motion.setCurrentIndex(_MOTIONS.index(settings.motion))
        motion.activated.connect(lambda place: settings.put("look.motion", _MOTIONS[place]))
        still = translate("Settings", "Nothing slides or turns. Follows the system until you change it here.")
        self._column.addWidget(SettingRow(theme, reduce, motion, still))

    def _add_colours(self, desk: Desk) -> None:
        colours = AccountColours(self._theme, desk)
        colours.asked.connect(self.colour_asked)
        self._column.addWidget(section_head(self._theme, "tag", translate("Settings", "Colours of the accounts")))
        self._column.addWidget(colours)

    def _add_language(self) -> None:
        theme, settings = self._theme, self._settings
        title = translate("Settings", "Language of WaDesk")
        spoken = Segments(theme, tuple(NAMES.values()), title)
        spoken.setObjectName("language")
        # What is spoken now: it may have been asked for at the start, or be the system's.
        spoken.choose([*NAMES].index(language_spoken()))
        spoken.chosen.connect(lambda place: settings.put("look.language", Language([*NAMES][place])))
        follow = translate("Settings", "Dates, times and numbers follow it.")
        self._column.addWidget(section_head(theme, "languages", translate("Settings", "Language")))
        self._column.addWidget(SettingRow(theme, title, spoken, follow))

    def _switch(self, name: str, *, on: bool) -> Switch:
        switch = Switch(self._theme, name)
        switch.setChecked(on)
        return switch


def _percent(tenths: int) -> str:
    return f"{tenths * 10}%"
