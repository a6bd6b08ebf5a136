"""A parent and a real child on a pipe."""

import asyncio
import gc
import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import psutil
import pytest

from tests.wire.frames import CODEC, Said
from wadesk.wire.environment import child_environment
from wadesk.wire.process import ChildGone, ChildProcess

ROOT = Path(__file__).resolve().parents[2]
ECHO = [sys.executable, "-m", "tests.wire.echo_child"]


async def started() -> ChildProcess[Said]:
    environment = child_environment() | {"PYTHONPATH": str(ROOT)}
    child = await ChildProcess.start(ECHO, CODEC, env=environment, stderr=subprocess.DEVNULL)
    async with asyncio.timeout(20):
        assert await child.read() == Said(text="ready")
    return child


def run(work):
    async def bounded():
        async with asyncio.timeout(40):
            await work()

    asyncio.run(bounded())


def test_frames_travel_both_ways_also_far_over_64_kib():
    async def work():
        child = await started()
        for text in ("", "a", "é" * 1_000_000):
            await child.write(Said(text=text))
            assert await child.read() == Said(text=text)
        assert await child.stop(5) == 7

    run(work)


def test_what_the_child_prints_never_reaches_the_pipe():
    async def work():
        child = await started()
        await child.write(Said(text="print"))
        assert await child.read() == Said(text="print")
        assert await child.stop(5) == 7

    run(work)


def test_writing_never_waits_for_a_parent_that_does_not_read():
    async def work():
        child = await started()
        await child.write(Said(text="flood"))
        await child.write(Said(text="pending"))
        frames = [await child.read() for _ in range(2002)]
        assert frames[:2000] == [Said(text="x" * 1000)] * 2000
        assert int(frames[2001].text) > 100_000
        assert await child.stop(5) == 7

    run(work)


def test_the_parents_end_of_the_pipe_ends_the_child_and_a_deaf_one_is_killed():
    async def work():
        child = await started()
        await child.write(Said(text="ignore"))
        assert await child.read() == Said(text="ignore")
        await child.write(Said(text="hang"))
        assert await child.stop(0.2) == -signal.SIGKILL
        with pytest.raises(ChildGone):
            await child.write(Said(text="anyone?"))
        assert await child.read() is None

    run(work)


def test_a_frame_too_large_ends_the_conversation_and_not_the_memory():
    async def work():
        child = await started()
        stream = child._process.stdin
        stream.write((2**31).to_bytes(4, "big") + b"x" * 100)
        await stream.drain()
        assert await child.wait() == 1
        assert await child.read() is None

    run(work)


@pytest.mark.skipif(sys.platform != "linux", reason="PR_SET_PDEATHSIG is Linux's")
def test_a_stopped_child_dies_with_its_parent():
    script = textwrap.dedent("""
        import asyncio, sys
        from tests.wire.test_pipe import started
        async def main():
            child = await started()
            print(child.pid, flush=True)
            await asyncio.sleep(60)
        asyncio.run(main())
    """)
    parent = subprocess.Popen(
        [sys.executable, "-c", script],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        env=child_environment() | {"PYTHONPATH": str(ROOT)},
    )
    assert parent.stdout is not None
    child = psutil.Process(int(parent.stdout.readline()))
    os.kill(child.pid, signal.SIGSTOP)
    parent.kill()
    parent.wait()
    parent.stdout.close()
    psutil.wait_procs([child], timeout=10)
    assert not child.is_running() or child.status() == psutil.STATUS_ZOMBIE


def test_a_child_inherits_neither_the_session_bus_nor_the_display(monkeypatch):
    for name in ("DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "LD_LIBRARY_PATH", "QT_PLUGIN_PATH", "SECRET_TOKEN"):
        monkeypatch.setenv(name, "x")
    monkeypatch.setenv("WADESK_OFFLINE_NETWORK", "ws://127.0.0.1:1/ws/chat")
    kept = child_environment()
    assert "WADESK_OFFLINE_NETWORK" in kept
    assert "PATH" in kept
    assert not {"DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "LD_LIBRARY_PATH", "QT_PLUGIN_PATH", "SECRET_TOKEN"} & set(kept)


def test_a_child_that_dies_during_a_large_write_leaves_no_error_that_nobody_took():
    complaints = []

    async def work():
        asyncio.get_running_loop().set_exception_handler(lambda _, told: complaints.append(told["message"]))
        child = await started()
        # Stopped, not hanging: a child's reading thread takes 64 frames ahead whatever its loop does.
        os.kill(child.pid, signal.SIGSTOP)
        writes = [asyncio.create_task(child.write(Said(text="x" * 4_000_000))) for _ in range(3)]  # noqa: TID251
        assert await asyncio.wait(writes, timeout=0.2) == (set(), set(writes))
        writes[1].cancel()
        child.kill()
        ends = await asyncio.gather(*writes, return_exceptions=True)
        assert [type(end) for end in ends] == [ChildGone, asyncio.CancelledError, ChildGone]
        assert await child.stop(1) == -signal.SIGKILL
        assert await child.read() is None
        del child, writes, ends
        gc.collect()
        await asyncio.sleep(0)

    run(work)
    gc.collect()
    assert complaints == []
