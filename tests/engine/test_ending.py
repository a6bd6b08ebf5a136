"""An engine ends with its worker, in an order that loses nothing, and leaves nothing behind to read."""

import asyncio
import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from tests.engine.conftest import Play, Town
from tests.engine.rig import number_of
from tests.waiting import until
from wadesk.wire.engine_frames import Connected, Exit, MessageHeard, Peer, QrCode, Undecryptable

SEED = random.SystemRandom().randrange(1_000_000)


def test_a_terminals_interrupt_does_not_reach_it_and_a_termination_ends_it_cleanly(play: Play) -> None:
    async def scene(town: Town) -> None:
        async with town.rig() as rig:
            await rig.link(town.shop)
            os.kill(rig.child.pid, signal.SIGINT)
            os.kill(rig.child.pid, signal.SIGPIPE)
            await rig.build("noch da")
            os.kill(rig.child.pid, signal.SIGTERM)
            assert await rig.child.wait() == 0

    play(scene)


def test_exit_is_answered_and_ends_it_cleanly(play: Play) -> None:
    async def scene(town: Town) -> None:
        async with town.rig() as rig:
            await rig.link(town.shop)
            assert (await rig.ask(lambda number: Exit(id=number))).ok
            assert await rig.child.wait() == 0

    play(scene)


def test_stopped_again_and_again_under_traffic_it_loses_nothing_and_keeps_the_order(play: Play) -> None:
    async def scene(town: Town) -> None:
        print(f"seed {SEED}")
        chance = random.Random(SEED)
        async with town.rig() as rig:
            await rig.link(town.shop)
        said: list[str] = []

        async def writes() -> None:
            while len(said) < 300:
                said.append(f"mensagem {len(said)}")
                await town.ana.say(town.shop.number, said[-1])
                await asyncio.sleep(0.005)

        writing = asyncio.create_task(writes())  # noqa: TID251 - awaited below
        heard: dict[str, str] = {}
        unread = 0
        for turn in range(6):
            async with town.rig() as rig:
                await rig.connect()
                await rig.wait(Connected)
                if turn == 5:
                    await writing
                    await rig.until("the last one", lambda: said[-1] in rig.texts())
                await asyncio.sleep(chance.random() * 0.2)
            assert rig.child.returncode == 0
            unread += len(rig.all(Undecryptable))
            for frame in rig.stored:
                if isinstance(frame, MessageHeard):
                    heard.setdefault(frame.server_id, frame.text)
        assert list(heard.values()) == said
        assert unread == 0

    play(scene)


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's parent-death signal is Linux'")
@pytest.mark.parametrize("stopped", [False, True])
def test_it_ends_with_its_parent_also_when_it_is_stopped(offline_engine: Path, tmp_path: Path, stopped: bool) -> None:
    script = (
        "import subprocess, sys\n"
        f"child = subprocess.Popen([{str(offline_engine)!r}], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)\n"
        "print(child.pid, flush=True)\n"
        "sys.stdin.read()\n"
    )
    network = f"ws://127.0.0.1:1/ws/chat;root={'01' * 32};media=http://127.0.0.1:1"
    parent = subprocess.Popen(
        [sys.executable, "-c", script],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "WADESK_OFFLINE_NETWORK": network},
    )
    assert parent.stdout is not None
    assert parent.stdin is not None
    engine = psutil.Process(int(parent.stdout.readline()))
    if stopped:
        # Not before it has asked for the signal, which it does before it ignores interrupts.
        until("the engine runs", lambda: _ignores_interrupts(engine.pid))
        engine.suspend()
    parent.kill()
    parent.wait()
    parent.stdin.close()
    parent.stdout.close()
    until("the engine is gone", lambda: not engine.is_running() or engine.status() == psutil.STATUS_ZOMBIE)


def _ignores_interrupts(pid: int) -> bool:
    status = Path(f"/proc/{pid}/status").read_text()
    ignored = next(line for line in status.splitlines() if line.startswith("SigIgn:"))
    return bool(int(ignored.split()[1], 16) & 1 << (signal.SIGINT - 1))


def test_nothing_of_a_person_is_in_the_log_the_arguments_the_environment_or_the_files(play: Play) -> None:
    async def scene(town: Town) -> None:
        text = "segredo da Ana"
        async with town.rig(log_level="debug") as rig:
            await rig.link(town.shop)
            code = rig.all(QrCode)[0].code
            town.network.device(town.shop.number).faults.corrupted_deliveries = 1
            await town.ana.say(town.shop.number, text)
            await rig.wait(MessageHeard, lambda frame: frame.text == text)
            await rig.send(number_of(town.shop), Peer(number=number_of(town.ana)), text)
            process = psutil.Process(rig.child.pid)
            outside = " ".join([*process.cmdline(), *process.environ().values()]).encode()
            # A cut in the middle of things makes the library quote stanzas in its log.
            rig.answers = lambda _frame: False
            await town.ana.say(town.shop.number, text)
            await rig.until("one waits", lambda: len(rig.all(MessageHeard)) > 1)
            town.network.connection_of(town.shop.number).cut()
        assert rig.log, "nothing was logged: this test would see nothing"
        files = b"".join(path.read_bytes() for path in (town.folder / "slot").iterdir())
        secrets = [text, "segredo", town.shop.number, town.ana.number, town.ana.account.lid.user, *code.split(",")[:4]]
        for secret in secrets:
            for place in (rig.log, outside, files):
                assert secret.encode() not in place, secret[:3]

    play(scene)
