"""Learns at each connect what a slot's groups are called: names that changed meanwhile are not told again."""

from wadesk.domain.events import ChatChanged
from wadesk.domain.ids import SlotId
from wadesk.engine.protocol import EngineFailed
from wadesk.worker.account import Account
from wadesk.worker.running import Running


async def learn_groups(account: Account, slot_id: SlotId, running: Running) -> None:
    """Record the groups' names. Raises StoreError; an engine that does not answer is asked after the next connect."""
    try:
        reply = await running.engine.groups()
    except (EngineFailed, TimeoutError):
        return
    if not reply.ok or not reply.groups or running.number is None:
        return
    heard = account.store.store.heard
    for chat in await account.store.run(heard.record_groups, reply.groups, slot_id, running.number):
        account.reporter.put(ChatChanged(chat=chat))
