"""All numbers of all accounts: live QR codes first, then who needs somebody, then what works."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from wadesk.domain.desk import Session
from wadesk.domain.ids import SlotId
from wadesk.ui.models.board import Board, Need, wants_scan
from wadesk.ui.models.desk import Desk
from wadesk.ui.text import translate
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.board_head import BoardHead
from wadesk.ui.widgets.board_moves import neighbour
from wadesk.ui.widgets.board_section import BoardSection
from wadesk.ui.widgets.empty_state import EmptyState
from wadesk.ui.widgets.qr_card import QrCard
from wadesk.ui.widgets.scroll_page import ScrollPage
from wadesk.ui.widgets.slot_card import SlotCard

Card = QrCard | SlotCard


class BoardPage(QWidget):
    """What was asked of a number: ``renew_asked``, ``refresh_asked``, ``opened`` (SlotId).

    ``step_asked`` (SlotId, StepKind): what its button offers; ``larger_asked``, ``code_asked`` (SlotId): its
    link page, the second at the pairing code; ``menu_asked`` (SlotId, the widget to open it at);
    ``add_asked``: a new number somewhere.
    """

    step_asked = Signal(object, object)
    renew_asked = Signal(object)
    refresh_asked = Signal(object)
    larger_asked = Signal(object)
    code_asked = Signal(object)
    opened = Signal(object)
    menu_asked = Signal(object, object)
    add_asked = Signal()

    def __init__(self, theme: Theme, desk: Desk, board: Board, now: Callable[[], int]) -> None:
        super().__init__()
        self._theme, self._desk, self._board, self._now = theme, desk, board, now
        self._cards: dict[SlotId, Card] = {}
        self._sections: dict[str, BoardSection] = {}
        self._head = BoardHead(theme, board)
        self._head.add.clicked.connect(self.add_asked)
        self._empty = EmptyState(
            theme,
            "scan-line",
            translate("Board", "No number yet"),
            translate("Board", "Add a number, and its QR code shows here."),
            translate("Board", "Add number"),
        )
        self._empty.pressed.connect(self.add_asked)
        self._nothing = EmptyState(
            theme,
            "search",
            translate("Board", "No number found"),
            translate("Board", "Search looks at phone numbers, their names and their accounts."),
            translate("Board", "Show all"),
        )
        self._nothing.pressed.connect(self._head.clear_search)
        self._column = QVBoxLayout()
        self._lay_out()
        self._clock = QTimer(self, interval=1000)
        self._clock.timeout.connect(self._tick)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._note_focus)
        board.changed.connect(self._show)
        desk.status_changed.connect(self._show_slot)
        desk.qr_changed.connect(self._show_slot)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Time counts on the screen only."""
        super().showEvent(event)
        self._tick()
        self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: no ticking."""
        super().hideEvent(event)
        self._clock.stop()

    def card(self, slot_id: SlotId) -> Card | None:
        """The card of a slot, where it has one."""
        return self._cards.get(slot_id)

    def _show(self) -> None:
        sections, kept = self._board.sections(), set[SlotId]()
        for place, section in enumerate(sections):
            view = self._section(section.heading)
            if self._column.indexOf(view) != place:
                self._column.insertWidget(place, view)
            view.show_head(section.cards)
            view.show_cards([self._card_for(session) for session in section.cards])
            view.show()
            kept.update(session.slot.slot_id for session in section.cards)
        shown = {str(section.heading) for section in sections}
        for heading, view in self._sections.items():
            view.setVisible(heading in shown)
            if heading not in shown:
                # Its cards went to other sections, or away for good.
                view.show_cards([])
        for slot_id in self._cards.keys() - kept:
            self._drop(slot_id)
        totals = self._board.totals()
        self._empty.setVisible(not totals.numbers)
        self._nothing.setVisible(bool(totals.numbers) and not sections)
        self._head.show_totals(totals)

    def _section(self, heading: str) -> BoardSection:
        if heading not in self._sections:
            need = Need(heading) if heading in set(Need) else None
            view = self._sections[heading] = BoardSection(self._theme, need)
            view.occupied.connect(lambda held: self._board.hold(heading, held=held))
            view.arrow_pressed.connect(self._move_focus)
        return self._sections[heading]

    def _card_for(self, session: Session) -> Card:
        slot_id = session.slot.slot_id
        kind = QrCard if wants_scan(session.status) else SlotCard
        if not isinstance(self._cards.get(slot_id), kind):
            self._drop(slot_id)
            card = self._cards[slot_id] = self._make(kind, slot_id)
        card = self._cards[slot_id]
        self._fill(card, session)
        return card

    def _make(self, kind: type[QrCard] | type[SlotCard], slot_id: SlotId) -> Card:
        card = kind(self._theme, self._now)
        card.step_asked.connect(lambda kind: self.step_asked.emit(slot_id, kind))
        card.menu_asked.connect(lambda widget: self.menu_asked.emit(slot_id, widget))
        if isinstance(card, QrCard):
            card.renew_asked.connect(lambda: self.renew_asked.emit(slot_id))
            card.larger_asked.connect(lambda: self.larger_asked.emit(slot_id))
            card.code_asked.connect(lambda: self.code_asked.emit(slot_id))
        else:
            card.opened.connect(lambda: self.opened.emit(slot_id))
            card.refresh_asked.connect(lambda: self.refresh_asked.emit(slot_id))
        return card

    def _fill(self, card: Card, session: Session) -> None:
        if isinstance(card, QrCard):
            card.show_session(session, self._desk.qr(session.slot.slot_id))
        else:
            card.show_session(session)

    def _drop(self, slot_id: SlotId) -> None:
        if (card := self._cards.pop(slot_id, None)) is not None:
            card.hide()
            card.deleteLater()

    def _show_slot(self, slot_id: SlotId) -> None:
        card, session = self._cards.get(slot_id), self._desk.session(slot_id)
        if card is None or session is None or isinstance(card, QrCard) != wants_scan(session.status):
            return
        before = card.sizeHint().height()
        self._fill(card, session)
        if card.sizeHint().height() != before:
            self._show()

    def _note_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        for view in self._sections.values():
            view.note_focus(inside=new is not None and view.isAncestorOf(new))

    def _move_focus(self, key: Qt.Key) -> None:
        cards = [self._cards[session.slot.slot_id] for section in self._board.sections() for session in section.cards]
        focused = self.focusWidget()
        here = next((card for card in cards if focused is card or card.isAncestorOf(focused)), None)
        if here is None:
            return
        places = [QRect(card.mapTo(self, QPoint(0, 0)), card.size()) for card in cards]
        there = cards[neighbour(places, cards.index(here), key)]
        there.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._scroll.ensureWidgetVisible(there)

    def _tick(self) -> None:
        for card in self._cards.values():
            card.tick()

    def _lay_out(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(24), px(16), px(24), px(24))
        self._column.setSpacing(px(20))
        self._column.addWidget(self._empty, 1)
        self._column.addWidget(self._nothing, 1)
        self._column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        self._scroll = ScrollPage(self._column, "page")
        column.addWidget(self._scroll, 1)
        self.setMinimumSize(QSize(px(400), px(300)))
