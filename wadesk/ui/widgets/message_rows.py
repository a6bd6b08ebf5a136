"""The open chat's rows as measured shapes: which sender, day, unread line and state they are drawn with."""

from collections.abc import Callable

from wadesk.domain.ids import MessageId
from wadesk.domain.message import Message
from wadesk.ui.message_words import translate
from wadesk.ui.models.messages import MessageListModel
from wadesk.ui.models.sender import Sender
from wadesk.ui.text import counted
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.bubble_shape import Shape
from wadesk.ui.widgets.bubble_style import BubbleStyle
from wadesk.ui.widgets.days import day_of, day_words
from wadesk.ui.widgets.message_shapes import MessageShapes, Scene


class MessageRows:
    """Shapes for the rows of ``model``; :meth:`renew` after anything that all rows depend on changed."""

    def __init__(self, theme: Theme, model: MessageListModel, now_ms: Callable[[], int]) -> None:
        self._theme, self._model, self._now_ms = theme, model, now_ms
        self._shapes = MessageShapes()
        self._sender: Sender | None = None
        self._more: dict[MessageId, int] = {}
        self.every_tick = False
        self.style = BubbleStyle(theme, 1)
        self.scene = Scene(width=0, today=day_of(now_ms()))

    @property
    def measured(self) -> int:
        """How many rows were laid out so far: what a test counts."""
        return self._shapes.built

    def shape(self, row: int) -> Shape:
        """One row between its neighbours."""
        model = self._model
        before = model.message(row - 1) if row > 0 else None
        after = model.message(row + 1) if row + 1 < model.rowCount() else None
        return self._shapes.shape(model.message(row), before, after, self.scene, self.style)

    def day_words(self, row: int) -> str:
        """The day of one row, as its day line has it."""
        return day_words(day_of(self._model.message(row).time_ms), self.scene.today)

    def show_sender(self, sender: Sender | None) -> None:
        """Draw for this sender: its account's colour, its number's name and standing."""
        before, self._sender = self._sender, sender
        if sender is not None and (before is None or before.account.colour != sender.account.colour):
            self.restyle()

    def show_more(self, message: Message) -> None:
        """Lay out more of a long text."""
        self._more[message.message_id] = self._more.get(message.message_id, 0) + 1

    def restyle(self) -> None:
        """Take colours, fonts and lengths from the theme again."""
        self.style = BubbleStyle(self._theme, self._sender.account.colour if self._sender is not None else 1)
        self._shapes.clear()

    def forget(self) -> None:
        """Another chat stands in the model."""
        self._shapes.clear()
        self._more.clear()

    def renew(self, width: int) -> bool:
        """Look again at what all rows have in common, in a view ``width`` px wide; whether it differs."""
        sender, model = self._sender, self._model
        one, many = translate("Messages", "1 unread message"), translate("Messages", "{n} unread messages")
        scene = Scene(
            width=width,
            today=day_of(self._now_ms()),
            group=sender is not None and sender.chat.group,
            slot_label=f"{sender.slot.index} {sender.slot.name}" if sender is not None else "",
            slot_state=sender.status.state if sender is not None else None,
            unread_mark=model.unread_mark,
            unread_words=counted(model.unread_count, one, many),
            last_of_ours=model.newest_outgoing_id(),
            every_tick=self.every_tick,
            more=tuple(self._more.items()),
        )
        if scene == self.scene:
            return False
        self.scene = scene
        return True

    def is_another_day(self) -> bool:
        """Whether midnight passed since the day lines were worded."""
        return day_of(self._now_ms()) != self.scene.today
