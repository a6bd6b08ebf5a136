"""Sorts what was told of chats and messages into the few changes that the shown account takes in at once."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from wadesk.domain.events import ChatChanged, Event, MessageChanged, MessageRemoved, MessageStored
from wadesk.domain.ids import ChatId, MessageId
from wadesk.domain.message import Chat, Message


@dataclass
class Heard:
    """The newest row of each chat, and what happened to the open chat's messages, in order."""

    chats: dict[ChatId, Chat] = field(default_factory=dict)
    messages: list[list[Message] | MessageId] = field(default_factory=list)


def sorted_out(events: Iterable[Event], shown: ChatId | None) -> Heard:
    """What ``events`` change where ``shown`` is the open chat: runs of messages, and ids of those that are gone."""
    heard, run = Heard(), list[Message]()
    for event in events:
        if not isinstance(event, MessageStored | MessageChanged | MessageRemoved | ChatChanged):
            continue
        heard.chats[event.chat.chat_id] = event.chat
        if isinstance(event, ChatChanged) or event.chat.chat_id != shown:
            continue
        if isinstance(event, MessageRemoved):
            heard.messages += [run, event.message_id]
            run = []
        else:
            run.append(event.message)
    heard.messages.append(run)
    return heard
