"""Messages between a phone and its own linked devices: what a device may ask, and the answers."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tests.network import history, payloads, protobuf
from tests.network.jid import Jid, parse_jid
from tests.network.nodes import Attrs, Node

if TYPE_CHECKING:
    from tests.network.appstate import AppState
    from tests.network.mailbox import Mailbox

KEY_REQUEST, OPERATION_REQUEST, OPERATION_RESPONSE = 7, 16, 17
HISTORY_ON_DEMAND, PLACEHOLDER_RESEND = 3, 4


def stanza(to: Jid, enc: Node) -> Node:
    """A peer message with a fresh id."""
    attrs: Attrs = {"id": os.urandom(10).hex().upper(), "type": "protocol", "category": "peer", "to": to}
    return Node("message", attrs, [enc])


def answers(mailbox: Mailbox, request_id: str, body: bytes, app_state: AppState, now: int) -> Iterator[bytes]:
    """What the phone sends back for a peer message; nothing where it knows nothing."""
    fields = protobuf.Message(body).message(12)
    if fields.number(2) == KEY_REQUEST:
        yield payloads.protocol(app_state.key_share(now))
    if fields.number(2) != OPERATION_REQUEST:
        return
    request = fields.message(16)
    if request.number(1) == PLACEHOLDER_RESEND:
        for wanted in request.messages(5):
            yield from _copy(mailbox, request_id, wanted.message(1))
    elif request.number(1) == HISTORY_ON_DEMAND:
        yield from _older(mailbox, request.message(4))


def _copy(mailbox: Mailbox, request_id: str, key: protobuf.Message) -> Iterator[bytes]:
    """A copy of a message that the device could not decrypt."""
    message_id = key.text(3)
    for one in (*mailbox.inbox, *mailbox.own_copies):
        if one.id == message_id:
            info = history.PastMessage(parse_jid(key.text(1)), bool(one.to_number), one.id, one.time, one.body)
            result = {4: {1: protobuf.write(info.fields())}}
            yield payloads.protocol({2: OPERATION_RESPONSE, 17: {1: PLACEHOLDER_RESEND, 2: request_id, 3: result}})
            return


def _older(mailbox: Mailbox, wanted: protobuf.Message) -> Iterator[bytes]:
    """Messages of one chat from before a given time, newest of them last."""
    chat, before, count = parse_jid(wanted.text(1)), wanted.number(5), wanted.number(4)
    older = [one for one in mailbox.past if one.chat.user == chat.user and one.time < before]
    older.sort(key=lambda one: one.time)
    blob = history.sync(history.ON_DEMAND, older[-count:] if count else ())
    yield history.inline(history.ON_DEMAND, blob)
