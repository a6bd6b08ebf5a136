"""One slot of a fresh account, what its scripted worker was asked, and what its state becomes."""

import asyncio
import itertools
from collections.abc import Iterable
from typing import TypeVar

import msgspec
import psutil

from wadesk.domain.ids import SlotId, account_of
from wadesk.domain.linkstate import LinkState, SlotStatus
from wadesk.domain.principal import local_administrator
from wadesk.domain.requests import Request
from wadesk.paths import DataFolder
from wadesk.supervisor.supervisor import Supervisor

WHO = local_administrator()
NUMBER, OTHER = "+5511999990011", "+5511999990022"
T = TypeVar("T")


async def make_slot(supervisor: Supervisor, number: str | None = NUMBER, name: str | None = None) -> SlotId:
    """The first slot of a new account, bound to ``number``."""
    account = await supervisor.add_account(WHO, "Padaria")
    slot = (await supervisor.add_slot(WHO, account.account_id, name)).slot_id
    if number is not None:
        await supervisor._desk.bind_number(slot, number)
        supervisor._crew.book.open_slot(slot, number, None)
    return slot


def requests_to(data: DataFolder, slot: SlotId) -> list[Request]:
    """What the worker of a slot's account was asked, over all its lives."""
    told = data.account(account_of(slot)).root / "asked"
    if not told.exists():
        return []
    return [msgspec.json.decode(line, type=Request) for line in told.read_bytes().splitlines()]


def kinds_to(data: DataFolder, slot: SlotId) -> list[str]:
    """The kinds of what it was asked. A worker that comes may be given a slot by its feed too: that is once."""
    return runs(type(one).__name__ for one in requests_to(data, slot))


def runs(values: Iterable[T]) -> list[T]:
    """The values, each as often as it follows another."""
    return [value for value, _ in itertools.groupby(values)]


async def status_of(supervisor: Supervisor, slot: SlotId) -> SlotStatus:
    return (await supervisor.session(WHO, slot)).status


async def until(supervisor: Supervisor, slot: SlotId, *states: LinkState) -> SlotStatus:
    async with asyncio.timeout(30), supervisor.subscribe(WHO) as listener:
        while (status := await status_of(supervisor, slot)).state not in states:
            await listener.next()
    return status


def workers() -> list[psutil.Process]:
    """The scripted workers that run."""
    return [child for child in psutil.Process().children() if "scripted_worker.py" in " ".join(child.cmdline())]


def kill_workers() -> None:
    for worker in workers():
        worker.kill()
