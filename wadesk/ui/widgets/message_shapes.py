"""Measured rows of the open chat, the last few hundred of them kept."""

from collections import OrderedDict
from dataclasses import dataclass, field

from PySide6.QtCore import QDate

from wadesk.domain.ids import MessageId
from wadesk.domain.linkstate import LinkState
from wadesk.domain.message import Direction, Kind, Message
from wadesk.ui.message_words import note_under
from wadesk.ui.states import tick_word
from wadesk.ui.widgets.bubble_shape import Around, Shape, shape_of
from wadesk.ui.widgets.bubble_style import BubbleStyle
from wadesk.ui.widgets.days import day_of, day_words

# A screen shows about sixteen; these are the pages around it.
KEPT_SHAPES = 400
# A group of bubbles breaks after this (design.md 8).
GROUP_MS = 5 * 60_000


@dataclass(frozen=True)
class Scene:
    """What all rows of the view have in common; another scene asks each row whether it looks the same."""

    width: int
    today: QDate
    group: bool = False
    slot_label: str = ""
    slot_state: LinkState | None = None
    unread_mark: MessageId | None = None
    unread_words: str = ""
    last_of_ours: MessageId | None = None
    every_tick: bool = False
    more: tuple[tuple[MessageId, int], ...] = field(default=())


@dataclass
class _Kept:
    message: Message
    before: Message | None
    after: Message | None
    scene: Scene
    shape: Shape


class MessageShapes:
    """Shapes by message, rebuilt only where the message, its neighbours' effect on it, or the scene's, changed."""

    def __init__(self) -> None:
        self._kept: OrderedDict[MessageId, _Kept] = OrderedDict()
        self.built = 0

    def clear(self) -> None:
        """Forget everything: another chat, theme or language."""
        self._kept.clear()

    def shape(
        self, message: Message, before: Message | None, after: Message | None, scene: Scene, style: BubbleStyle
    ) -> Shape:
        """The row of ``message`` between its neighbours."""
        kept = self._kept.get(message.message_id)
        if kept is not None:
            self._kept.move_to_end(message.message_id)
            if kept.message is message and kept.before is before and kept.after is after and kept.scene is scene:
                return kept.shape
        around = around_of(message, before, after, scene)
        if kept is not None and kept.shape.around == around and kept.shape.message == message:
            shape = kept.shape
        else:
            shape = shape_of(message, around, style)
            self.built += 1
        self._kept[message.message_id] = _Kept(message, before, after, scene, shape)
        if len(self._kept) > KEPT_SHAPES:
            self._kept.popitem(last=False)
        return shape


def around_of(message: Message, before: Message | None, after: Message | None, scene: Scene) -> Around:
    """What a row takes from its neighbours and from the scene."""
    day = day_of(message.time_ms)
    new_day = before is None or day_of(before.time_ms) != day
    first_unread = message.message_id == scene.unread_mark
    begins = new_day or first_unread or before is None or not _one_group(before, message)
    ends = after is None or after.message_id == scene.unread_mark or not _one_group(message, after)
    ours = message.direction is Direction.OUT
    note = note_under(message, scene.slot_label, scene.slot_state) if ours else None
    return Around(
        width=scene.width,
        begins_group=begins,
        ends_group=ends,
        shows_sender=scene.group and begins,
        day=day_words(day, scene.today) if new_day else "",
        unread=scene.unread_words if first_unread else "",
        note=note,
        words=_state_in_words(message, scene) if ours and note is None else "",
        more=dict(scene.more).get(message.message_id, 0),
    )


def _state_in_words(message: Message, scene: Scene) -> str:
    """Under the last message of ours, or under each where people want it so."""
    if message.kind is Kind.SYSTEM or not (scene.every_tick or message.message_id == scene.last_of_ours):
        return ""
    return tick_word(message.state)


def _one_group(first: Message, second: Message) -> bool:
    return (
        first.direction is second.direction
        and first.sender_number == second.sender_number
        and Kind.SYSTEM not in {first.kind, second.kind}
        and second.time_ms - first.time_ms < GROUP_MS
        and day_of(first.time_ms) == day_of(second.time_ms)
    )
