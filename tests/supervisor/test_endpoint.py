"""A second start reaches the first one's window, and nobody else does."""

import asyncio
import os
from pathlib import Path

import pytest

from wadesk.paths import DataFolder
from wadesk.supervisor.endpoint import Endpoint, ask_holder, socket_path
from wadesk.supervisor.holder import Holder, read_holder, write_holder


@pytest.fixture
def endpoint() -> Endpoint:
    return Endpoint()


async def _asked(endpoint: Endpoint, data: DataFolder, *words: str):
    data.root.mkdir(mode=0o700)
    async with endpoint.listening(data, "f" * 16):
        return [await asyncio.to_thread(ask_holder, data, word) for word in words]


def test_a_second_start_raises_the_window_of_the_first(endpoint: Endpoint, data: DataFolder) -> None:
    raised: list[int] = []
    endpoint.on_raise = lambda: raised.append(1)
    told = asyncio.run(_asked(endpoint, data, "status", "raise"))
    assert [(one.pid, one.window, one.done) for one in told] == [(os.getpid(), True, True)] * 2
    assert raised == [1]


def test_without_a_window_the_answer_says_so(endpoint: Endpoint, data: DataFolder) -> None:
    told = asyncio.run(_asked(endpoint, data, "raise", "format the disk"))
    assert [(one.window, one.done) for one in told] == [(False, False)] * 2


def test_who_does_not_know_the_key_gets_no_answer(endpoint: Endpoint, data: DataFolder) -> None:
    async def ask():
        data.root.mkdir(mode=0o700)
        async with endpoint.listening(data, "f" * 16):
            holder = read_holder(data)
            write_holder(data, Holder(pid=1, kind=holder.kind, address=holder.address, key="guessed"))
            return await asyncio.to_thread(ask_holder, data, "status")

    assert asyncio.run(ask()) is None


def test_the_socket_and_the_file_beside_it_are_the_owners_alone(endpoint: Endpoint, data: DataFolder) -> None:
    async def modes():
        data.root.mkdir(mode=0o700)
        async with endpoint.listening(data, "f" * 16):
            return [path.stat().st_mode & 0o777 for path in (data.socket, data.holder)]

    assert asyncio.run(modes()) == [0o600, 0o600]
    assert not data.socket.exists()


def test_a_path_too_long_for_a_socket_moves_to_the_runtime_folder(
    endpoint: Endpoint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    data = DataFolder(tmp_path / ("long" * 30))
    told = asyncio.run(_asked(endpoint, data, "status"))
    assert told[0].done
    assert socket_path(data, "f" * 16) == tmp_path / "WaDesk" / ("f" * 16 + ".sock")


def test_nobody_there_is_no_answer(data: DataFolder) -> None:
    assert ask_holder(data, "raise") is None
    data.root.mkdir()
    write_holder(data, Holder(pid=1, kind="unix", address=str(data.socket), key="k"))
    assert ask_holder(data, "raise") is None
