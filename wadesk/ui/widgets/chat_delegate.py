"""Paints one row of the chat list: person, name, time, last message, number, unread count."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wadesk.domain.message import Chat, Direction, MessageState
from wadesk.ui.chat_words import chat_name, last_words
from wadesk.ui.message_words import kind_icon, one_line, translate
from wadesk.ui.models.chats import ChatListModel, ChatRow
from wadesk.ui.models.choices import Density
from wadesk.ui.models.pictures import Pictures
from wadesk.ui.painting.chips import draw_slot_chip
from wadesk.ui.painting.status import draw_tick
from wadesk.ui.painting.text import CENTRE, RIGHT, draw_icon, draw_line, ratio_of, width_of
from wadesk.ui.painting.tiles import draw_badge, draw_person, fill_block
from wadesk.ui.states import tick_look
from wadesk.ui.text import initials_of, when
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.key_list import draw_row_ring

_TOPS = {Density.COMPACT: (9, 28, 48), Density.NORMAL: (9, 28, 48), Density.ROOMY: (13, 33, 55)}
"""Where name, last message and chips begin below the row's top, in design px."""
_CHIPLESS = {Density.COMPACT: 60, Density.NORMAL: 60, Density.ROOMY: 70}
"""A row's height without the line of chips."""


@dataclass(frozen=True)
class _Line:
    """The second line of a row: what stands before its words, and the words' colour and weight."""

    words: str
    tone: str
    style: str = "small"
    icon: str = ""
    tick: MessageState | None = None
    lead: str = ""


class ChatDelegate(QStyledItemDelegate):
    """``colour`` is the account's, ``open_id`` the chat on the screen: the one drawn as selected."""

    def __init__(self, theme: Theme, pictures: Pictures, now_ms: Callable[[], int]) -> None:
        super().__init__()
        self._theme, self._pictures, self._now_ms = theme, pictures, now_ms
        self.colour = 1
        self.open_id: str | None = None
        self.density = Density.NORMAL

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """All rows are of one height, lower without the line of chips."""
        row = index.data(ChatListModel.ROW)
        if self._has_chips(not isinstance(row, ChatRow) or row.shows_slot):
            return QSize(0, self._theme.size(f"chatRow.{self.density}"))
        return QSize(0, self._theme.px(_CHIPLESS[self.density]))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        row = index.data(ChatListModel.ROW)
        if not isinstance(row, ChatRow):
            return
        theme, place = self._theme, option.rect
        name, last, chips = (place.y() + theme.px(top) for top in _TOPS[self.density])
        painter.save()
        self._draw_ground(painter, place, row, hovered=bool(option.state & QStyle.StateFlag.State_MouseOver))
        side = theme.size("avatar.list")
        avatar = QRect(place.x() + theme.px(12), name, side, side)
        draw_person(painter, theme, avatar, initials_of(one_line(row.chat.name)), picture=self._pictures.of(row.chat))
        left, right = avatar.right() + 1 + theme.px(10), place.right() - theme.px(12)
        self._draw_name(painter, QRect(left, name, right - left, theme.px(18)), row.chat)
        self._draw_last(painter, QRect(left, last, right - left, theme.px(18)), row)
        if row.slot is not None and self._has_chips(row.shows_slot):
            slot = (row.slot.index, row.slot.name)
            draw_slot_chip(painter, theme, QPoint(left, chips), slot, self.colour, limit=right - left)
        draw_row_ring(painter, theme, option, 0)
        painter.restore()

    def _has_chips(self, shows_slot: bool) -> bool:
        return shows_slot and self.density is not Density.COMPACT

    def _draw_ground(self, painter: QPainter, place: QRect, row: ChatRow, *, hovered: bool) -> None:
        theme = self._theme
        if row.chat.chat_id == self.open_id:
            account = theme.account(self.colour)
            painter.fillRect(place, account.soft)
            painter.fillRect(QRect(place.x(), place.y(), theme.px(4), place.height()), account.solid)
        elif hovered:
            painter.fillRect(place, theme.color("hover"))
        painter.fillRect(QRect(place.x(), place.bottom(), place.width(), 1), theme.color("hover"))

    def _draw_name(self, painter: QPainter, line: QRect, chat: Chat) -> None:
        theme = self._theme
        time = when(chat.time_ms, self._now_ms()) if chat.time_ms else ""
        unread = chat.unread > 0
        font = theme.font("caption", 650 if unread else None, tabular=True)
        taken = width_of(font, time)
        draw_line(painter, line, time, font, theme.color("text" if unread else "text3"), RIGHT, elide=False)
        name = line.adjusted(0, 0, -taken - theme.px(8), 0)
        draw_line(painter, name, chat_name(chat), theme.font("bodyStrong"), theme.color("text"))

    def _draw_last(self, painter: QPainter, line: QRect, row: ChatRow) -> None:
        theme, last = self._theme, _last_line(row)
        line = self._draw_end(painter, line, row)
        x = line.x()
        if last.tick is not None:
            side = theme.px(tick_look(last.tick).size)
            draw_tick(painter, theme, QPoint(x, line.y() + (line.height() - side) // 2), last.tick)
            x += side + theme.px(4)
        elif last.icon:
            side = theme.px(14)
            icon = theme.icon(last.icon, last.tone, 14, ratio_of(painter))
            draw_icon(painter, QRect(x, line.y(), side, line.height()), icon)
            x += side + theme.px(4)
        if last.lead:
            lead = QRect(x, line.y(), line.right() - x, line.height())
            font = theme.font("smallMedium", 600)
            x += draw_line(painter, lead, last.lead, font, theme.color("warn")) + theme.px(4)
        rest = QRect(x, line.y(), max(0, line.right() + 1 - x), line.height())
        draw_line(painter, rest, last.words, theme.font(last.style), theme.color(last.tone))

    def _draw_end(self, painter: QPainter, line: QRect, row: ChatRow) -> QRect:
        """Unread count and, where no chip line names the number, its index; what is left of the line."""
        theme, right = self._theme, line.right() + 1
        if row.chat.unread:
            badge = draw_badge(painter, theme, right, line.center().y() + 1, row.chat.unread, self.colour)
            right = badge.left() - theme.px(6)
        if row.slot is not None and row.shows_slot and not self._has_chips(row.shows_slot):
            side = theme.px(17)
            block = QRect(right - side, line.y(), side, theme.size("slotChip"))
            fill_block(painter, theme, block, (theme.radius("chip"),) * 4, self.colour)
            font, ink = theme.font("chip", 700, tabular=True), theme.account(self.colour).on_solid
            draw_line(painter, block, str(row.slot.index), font, ink, CENTRE, elide=False)
            right = block.left() - theme.px(6)
        return QRect(
            line.x(), line.y(), right - line.x() - (theme.px(2) if right <= line.right() else 0), line.height()
        )


def _last_line(row: ChatRow) -> _Line:
    chat = row.chat
    if row.draft:
        return _Line(one_line(row.draft), "text2", lead=translate("Chats", "Draft:"))
    words = last_words(chat)
    if chat.last_direction is Direction.OUT and chat.last_state is not None:
        return _Line(words, "danger" if chat.last_state is MessageState.FAILED else "text2", tick=chat.last_state)
    unread = chat.unread > 0
    return _Line(
        words, "text" if unread else "text2", "smallMedium" if unread else "small", icon=kind_icon(chat.last_kind)
    )
