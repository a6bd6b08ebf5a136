"""What an engine refuses before it connects, and that no two are on one folder."""

import asyncio
import base64
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.engine.conftest import Play, Town
from tests.engine.rig import number_of
from wadesk.wire.engine_frames import ENGINE_FRAME_LIMIT, Ready


@pytest.mark.parametrize(
    ("hello", "code"),
    [
        ({"protocol": 2}, "protocol"),
        ({"network": "whatsapp"}, "network"),
        ({"key": "AAAA"}, "protocol"),
        ({"folder": ""}, "protocol"),
        ({"folder": "/does/not/exist"}, "store"),
    ],
)
def test_a_hello_for_another_engine_is_refused(play: Play, hello: dict[str, Any], code: str) -> None:
    async def scene(town: Town) -> None:
        rig = town.rig(**hello)
        await rig.start()
        assert (await rig.fatal()).code == code
        assert await rig.stop() == 1

    play(scene)


def test_a_store_opens_with_its_key_its_network_and_its_number_alone(play: Play) -> None:
    async def scene(town: Town) -> None:
        async with town.rig() as rig:
            await rig.link(town.shop)
        before = len(town.network.records.logins)
        wrong = base64.b64encode(bytes(32)).decode()
        for hello, code in (({"key": wrong}, "wrong_key"), ({"number": "+5511999990022"}, "wrong_number")):
            again = town.rig(**hello)
            await again.start()
            assert (await again.fatal()).code == code
            assert await again.stop() == 1
            assert not again.all(Ready)
        assert len(town.network.records.logins) == before
        async with town.rig(number=number_of(town.shop)) as right:
            await right.ready()

    play(scene)


def test_an_offline_network_that_is_not_on_this_machine_is_refused(offline_engine: Path, tmp_path: Path) -> None:
    for network in (
        "",
        f"ws://192.0.2.1:80/ws/chat;root={'00' * 31}01;media=http://127.0.0.1:1",
        f"ws://127.0.0.1:1/ws/chat;root={'00' * 31}01;media=http://example.org",
    ):
        done = subprocess.run(
            [offline_engine], input=b"", env={"WADESK_OFFLINE_NETWORK": network}, capture_output=True, check=False
        )
        assert done.returncode == 1
        assert json.loads(done.stdout[4:])["code"] == "network"


def test_bytes_that_are_no_frame_end_the_engine_with_a_word(offline_engine: Path, play: Play) -> None:
    async def scene(town: Town) -> None:
        huge = (ENGINE_FRAME_LIMIT + 1).to_bytes(4, "big")
        for garbage in (huge, b"\0\0\0\x02{]", b'\0\0\0\x12{"type":"nonsense"}'[:22]):
            rig = town.rig()
            await rig.start()
            await rig.ready()
            await rig.write_raw(garbage)
            assert (await rig.fatal()).code == "protocol"
            assert await rig.stop() == 1

    play(scene)


def test_a_second_engine_waits_for_the_first_to_end(play: Play) -> None:
    async def scene(town: Town) -> None:
        first, second = town.rig(), town.rig()
        await first.start()
        await first.ready()
        holder = json.loads((town.folder / "slot" / "lock").read_text())
        assert holder["pid"] == first.child.pid
        if sys.platform == "linux":
            stat = Path(f"/proc/{first.child.pid}/stat").read_text()
            assert holder["start"] == int(stat.rsplit(")", 1)[1].split()[19])
        await second.start()
        other, lock = psutil.Process(second.child.pid), str(town.folder / "slot" / "lock")
        async with asyncio.timeout(10):
            while lock not in {file.path for file in other.open_files()}:
                await asyncio.sleep(0.02)
        # Longer than it takes from the lock to ready.
        await asyncio.sleep(0.3)
        assert not second.heard
        await first.kill()
        await second.ready()
        await second.stop()

    play(scene)


def test_the_probe_says_in_one_line_whether_names_and_certificates_are_there(offline_engine: Path) -> None:
    there = subprocess.run([offline_engine, "probe", "localhost"], capture_output=True, text=True, check=False)
    lines = there.stdout.splitlines()
    assert len(lines) == 1
    line = json.loads(lines[0])
    assert line["addresses"] > 0
    assert there.returncode == (0 if line["certificates"] else 1)
    gone = subprocess.run([offline_engine, "probe", "nobody.invalid"], capture_output=True, text=True, check=False)
    assert gone.returncode == 1
    assert json.loads(gone.stdout)["ok"] is False


def test_the_ordinary_engine_has_no_way_to_the_offline_network(offline_engine: Path, tmp_path: Path) -> None:
    marks = [b"the offline network is not on loopback", b"the offline root is not 64 hex digits"]
    assert all(mark in offline_engine.read_bytes() for mark in marks), "look for what the offline build has"
    ordinary = _ordinary_engine(tmp_path)
    assert not any(mark in ordinary.read_bytes() for mark in marks)
    hello = {"type": "hello", "protocol": 1, "network": "offline", "folder": str(tmp_path), "key": "A" * 43 + "="}
    body = json.dumps(hello).encode()
    env = {"WADESK_OFFLINE_NETWORK": f"ws://127.0.0.1:1/ws/chat;root={'01' * 32};media=http://127.0.0.1:1"}
    done = subprocess.run(
        [ordinary], input=len(body).to_bytes(4, "big") + body, env=env, capture_output=True, check=False
    )
    assert done.returncode == 1
    assert json.loads(done.stdout[4:])["code"] == "network"


def _ordinary_engine(folder: Path) -> Path:
    sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "packaging"))
    try:
        import toolchain  # noqa: PLC0415 - it lies beside the build hook, which is no package
    finally:
        sys.path.pop(0)
    go = toolchain.find_go(toolchain.demanded())
    assert go is not None
    engine = folder / ("wadesk-engine.exe" if os.name == "nt" else "wadesk-engine")
    command = [go, "build", "-buildvcs=false", "-ldflags", "-s -w", "-o", engine, "."]
    subprocess.run(command, cwd=toolchain.ENGINE, env=toolchain.environment(), check=True, timeout=600)
    return engine
