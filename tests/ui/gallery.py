"""Every control in every state on two sheets, as the design's component sheets have them."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPixmap, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from wadesk.domain.message import MessageState
from wadesk.ui.painting.chips import draw_slot_chip
from wadesk.ui.painting.labels import draw_key, draw_label
from wadesk.ui.painting.status import draw_state_pill, draw_tick
from wadesk.ui.painting.tiles import draw_badge, draw_person, draw_tile
from wadesk.ui.states import _LOOKS, _WORDS
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.account_button import AccountButton
from wadesk.ui.widgets.buttons import Button, IconButton
from wadesk.ui.widgets.checks import CheckBox, RadioButton, Switch
from wadesk.ui.widgets.combo import Combo
from wadesk.ui.widgets.fields import TextField
from wadesk.ui.widgets.filter_chip import FilterChip
from wadesk.ui.widgets.focus_ring import FocusRing
from wadesk.ui.widgets.key_hint import KeyHint
from wadesk.ui.widgets.labels import Label
from wadesk.ui.widgets.progress import ProgressLine
from wadesk.ui.widgets.qr_view import Ring
from wadesk.ui.widgets.search_field import SearchField
from wadesk.ui.widgets.segments import Segments
from wadesk.ui.widgets.table import Table
from wadesk.ui.widgets.turning import Spinner

STATES = ("Normal", "Hover", "Pressed", "Focus", "Disabled")


def put_in(widget: QWidget, state: str) -> QWidget:
    """A widget as it looks in one of :data:`STATES`, without a pointer; the ring is drawn over it later."""
    if state == "Hover":
        widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
        widget.ensurePolished()
        # A push button looks again where the pointer is.
        middle = QPointF(5, 5)
        moved = QMouseEvent(
            QEvent.Type.MouseMove,
            middle,
            middle,
            Qt.MouseButton.NoButton,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(widget, moved)
    elif state == "Pressed" and isinstance(widget, QAbstractButton):
        widget.setDown(True)
    elif state == "Disabled":
        widget.setEnabled(False)
    widget.setProperty("drawnState", state)
    return widget


class Painted(QWidget):
    """What painter functions draw, one after another: each returns what it covered."""

    def __init__(self, theme: Theme, height: int, *drawn: Callable[[QPainter, QPoint], QRect]) -> None:
        super().__init__()
        self._drawn, self._gap = drawn, theme.px(8)
        self.setFixedSize(theme.px(440), theme.px(height))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter, x = QPainter(self), 1
        for draw in self._drawn:
            x = draw(painter, QPoint(x, 1)).right() + self._gap
        painter.end()


def numbers() -> QStandardItemModel:
    """A table of words and numbers."""
    model = QStandardItemModel(0, 2)
    model.setHorizontalHeaderLabels(["Número", "Mensagens"])
    for words, count in (("1 Balcão", "1.204"), ("2 Encomendas", "86"), ("3 Entregas", "9")):
        number = QStandardItem(count)
        number.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        model.appendRow([QStandardItem(words), number])
    return model


class Sheet(QFrame):
    """Columns of named groups on the surface; :meth:`ring` is asked for once it is shown."""

    def __init__(self, theme: Theme, ground: str) -> None:
        super().__init__()
        self.theme = theme
        self.setObjectName(ground)
        self._columns = QHBoxLayout(self)
        self._columns.setContentsMargins(*(theme.px(24),) * 4)
        self._columns.setSpacing(theme.px(36))

    def add_column(self, *groups: tuple[str, list[QWidget]]) -> None:
        column = QVBoxLayout()
        column.setSpacing(self.theme.px(8))
        for title, widgets in groups:
            column.addWidget(Label(self.theme, title, "smallMedium", tone="text2"))
            for widget in widgets:
                column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._columns.addLayout(column)

    def show_rings(self) -> None:
        """A ring around everything that is to be seen with the focus."""
        for widget in self.findChildren(QWidget):
            if widget.property("drawnState") == "Focus":
                ring = FocusRing(self.theme, self)
                ring._target = widget
                ring._place()


def row(theme: Theme, *widgets: QWidget) -> QWidget:
    box = QWidget()
    line = QHBoxLayout(box)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(theme.px(12))
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch(1)
    return box


def controls(theme: Theme) -> Sheet:
    """Buttons, fields, marks, chips, pills, tiles: screen 10."""
    sheet = Sheet(theme, "sheet")
    sheet.add_column(
        ("Botões", [_buttons(theme)]),
        ("Botões de ícone", [_icon_buttons(theme)]),
        ("Campos", [_fields(theme)]),
        ("Marcar e escolher", list(_marks(theme))),
    )
    sheet.add_column(
        ("Situação de um número", [_pill(theme, drawn) for drawn in _LOOKS]),
        ("Número", _chips(theme)),
        ("Rótulos, filtros e contadores", _labels(theme)),
        ("Progresso e espera", _waiting(theme)),
    )
    sheet.add_column(
        ("Ficha de conta", _tiles(theme)),
        ("Pessoa", [_people(theme)]),
        ("Tiques", [Painted(theme, 18, *(_tick(theme, state) for state in MessageState))]),
        ("Tabela", [_table(theme)]),
    )
    return sheet


def _buttons(theme: Theme) -> QWidget:
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.px(16))
    kinds = (
        ("Principal", "primary"),
        ("Comum", ""),
        ("Enviar", None),
        ("Apagar", "danger"),
        ("Desconectar", "dangerLine"),
        ("Discreto", "ghost"),
    )
    for across, state in enumerate(STATES):
        grid.addWidget(Label(theme, state, "caption", tone="text2"), 0, across)
        for down, (words, kind) in enumerate(kinds, 1):
            button = _account_button(theme, words) if kind is None else Button(theme, words, kind=kind)
            grid.addWidget(put_in(button, state), down, across, Qt.AlignmentFlag.AlignLeft)
    busy = Button(theme, "Conectar", icon="refresh-cw")
    busy.set_busy(True)
    more = (Button(theme, "Pequeno", size="small"), Button(theme, "Grande", size="large"), busy)
    for across, button in enumerate(more):
        grid.addWidget(button, len(kinds) + 1, across, Qt.AlignmentFlag.AlignLeft)
    return box


def _account_button(theme: Theme, words: str) -> AccountButton:
    button = AccountButton(theme)
    button.show_act(words, "", 1)
    return button


def _icon_buttons(theme: Theme) -> QWidget:
    on = IconButton(theme, "panel-right", "Painel do contato", shortcut="Ctrl+I", checkable=True)
    on.setChecked(True)
    shown = [put_in(IconButton(theme, "panel-right", "Painel", shortcut="Ctrl+I"), state) for state in STATES]
    return row(theme, *shown, on, IconButton(theme, "plus", "Nova conta", small=True))


def _fields(theme: Theme) -> QWidget:
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(theme.px(10))
    empty, full, wrong, off = (
        TextField(theme, label, hint="Nome do negócio") for label in ("Vazio", "Focus", "Com erro", "Desligado")
    )
    full.line.setText("Padaria")
    wrong.line.setText("PS")
    wrong.show_error("Já usada em Padaria Sol Nascente.")
    off.line.setText("Definido pelo administrador")
    off.setEnabled(False)
    search, combo = SearchField(theme, "Buscar nesta conta"), Combo(theme, ["12 meses", "24 meses"], "Escolha")
    for place, field in enumerate((empty, full, wrong, off, combo, search)):
        field.setMinimumWidth(theme.px(230))
        grid.addWidget(field, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
    return box


def _marks(theme: Theme) -> Iterator[QWidget]:
    checked, mixed, off = (CheckBox(theme, words) for words in ("Caixa", "Parte", "Desligada"))
    checked.setChecked(True)
    mixed.setTristate(True)
    mixed.setCheckState(Qt.CheckState.PartiallyChecked)
    off.setEnabled(False)
    yield row(theme, CheckBox(theme, "Vazia"), checked, mixed, put_in(CheckBox(theme, ""), "Focus"), off)
    radio, chosen, dim = (RadioButton(theme, words) for words in ("Uma & outra", "Opção", "Desligada"))
    chosen.setAutoExclusive(False)
    chosen.setChecked(True)
    dim.setEnabled(False)
    yield row(theme, radio, chosen, dim)
    switches = [Switch(theme, "Avisos") for _ in range(4)]
    for switch in switches[1:3]:
        switch.setChecked(True)
    put_in(switches[2], "Focus")
    switches[3].setEnabled(False)
    yield row(theme, *switches)
    segments = Segments(theme, ("Compacta", "Normal", "Folgada"), "Densidade")
    segments.choose(1)
    yield row(theme, Segments(theme, ("Situação", "Conta"), "Agrupar", small=True), segments)
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setRange(9, 15)
    slider.setValue(11)
    slider.setFixedWidth(theme.px(180))
    yield slider


def _pill(theme: Theme, drawn: object) -> Painted:
    look = _LOOKS[drawn]  # type: ignore[index]
    words = str(_WORDS[look.drawn])
    return Painted(theme, 24, lambda painter, at: draw_state_pill(painter, theme, at, look, words))


def _chips(theme: Theme) -> list[QWidget]:
    def chip(slot: tuple[int, str], colour: int, **more: object) -> Callable[[QPainter, QPoint], QRect]:
        return lambda painter, at: draw_slot_chip(painter, theme, at, slot, colour, **more)  # type: ignore[arg-type]

    small = [chip((1, "Balcão"), 1), chip((2, "Recepção"), 3), chip((1, "Oficina"), 2), chip((2, "Loja"), 4)]
    large = chip((1, "Balcão"), 1, number="+55 11 99999-0011", large=True)
    return [Painted(theme, 20, *small), Painted(theme, 26, large)]


def _labels(theme: Theme) -> list[QWidget]:
    labels = [
        lambda painter, at, name=name, colour=colour: draw_label(painter, theme, at, name, colour)
        for name, colour in (("Encomenda", 2), ("Atacado", 5), ("Pagamento", 4), ("VIP", 1))
    ]

    def badge(count: int, **more: object) -> Callable[[QPainter, QPoint], QRect]:
        return lambda painter, at: draw_badge(  # type: ignore[misc]
            painter, theme, at.x() + theme.px(30), at.y() + theme.px(9), count, **more
        )

    badges = [badge(14), badge(3, colour=1), badge(9, quiet=True), badge(2, tone="danger"), badge(140)]
    key = lambda painter, at: draw_key(painter, theme, at.x() + theme.px(48), at.y() + theme.px(9), "Ctrl K")  # noqa: E731
    chips = [
        FilterChip(theme, words, menu=words == "Rótulos") for words in ("Todas", "Não lidas", "Na fila", "Rótulos")
    ]
    chips[0].setChecked(True)
    chips[1].show_count(14)
    put_in(chips[2], "Focus")
    return [
        Painted(theme, 20, *labels),
        row(theme, *chips, put_in(FilterChip(theme, "Sem"), "Disabled")),
        Painted(theme, 20, *badges, key),
        KeyHint(theme, "Ctrl+K"),
    ]


def _waiting(theme: Theme) -> list[QWidget]:
    early, late = Ring(theme, "card"), Ring(theme, "card")
    early.show_seconds(14, 20)
    late.show_seconds(5, 20)
    line = ProgressLine(theme, "Baixando")
    line.setFixedWidth(theme.px(120))
    line.setValue(64)
    return [row(theme, early, late, Spinner(theme), Label(theme, "Conectando…", tone="text2"), line)]


def _tiles(theme: Theme) -> list[QWidget]:
    def tile(size: int, colour: int) -> Callable[[QPainter, QPoint], QRect]:
        return lambda painter, at: draw_tile(painter, theme, at, size, "PS", colour)

    sizes = [tile(size, 1) for size in (64, 44, 36, 28, 20)]
    return [
        Painted(theme, 66, *sizes),
        Painted(theme, 30, *(tile(28, colour) for colour in range(1, 11))),
        Painted(theme, 30, *(tile(28, colour) for colour in range(11, 21))),
    ]


def _people(theme: Theme) -> Painted:
    picture = QPixmap(90, 60)
    picture.fill(QColor("orange"))
    painter = QPainter(picture)
    painter.fillRect(QRect(0, 30, 90, 30), QColor("brown"))
    painter.end()

    def person(side: int, initials: str, shown: QPixmap | None = None) -> Callable[[QPainter, QPoint], QRect]:
        def draw(painter: QPainter, at: QPoint) -> QRect:
            rect = QRect(at.x(), at.y(), theme.px(side), theme.px(side))
            draw_person(painter, theme, rect, initials, picture=shown)
            return rect

        return draw

    return Painted(theme, 58, person(56, "BA", picture), person(40, "MB"), person(36, "", None), person(28, "JT"))


def _tick(theme: Theme, state: MessageState) -> Callable[[QPainter, QPoint], QRect]:
    return lambda painter, at: draw_tick(painter, theme, at, state)


def _table(theme: Theme) -> Table:
    model = numbers()
    table = Table(theme, model, "Números")
    model.setParent(table)
    table.setFixedSize(theme.px(300), theme.size("tableHeader") + 3 * theme.size("tableRow"))
    table.selectRow(1)
    return table
