"""The scene that anybody may look at comes about by itself, in time, and its pictures show what it is made of."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from tests.end2end.desk import ROOT

READY_S, BUSY = 60, 2.5
"""So long a person waits for it on two idle cores, and how much longer beside other tests."""


@pytest.mark.usefixtures("offline_engine")
def test_the_scene_is_there_in_a_minute_with_two_codes_that_can_be_read(tmp_path: Path) -> None:
    begun = time.monotonic()
    command = [sys.executable, "-m", "tests.network", "--scene", "day", "--picture", str(tmp_path / "pictures")]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("DISPLAY", None)
    run = subprocess.run(
        command,
        check=False,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=110,
    )
    assert run.returncode == 0, run.stderr
    assert time.monotonic() - begun < READY_S * BUSY
    pictures = {path.stem for path in (tmp_path / "pictures").iterdir()}
    assert pictures == {"chats", "chats-dark", "board", "link"}
    with Image.open(tmp_path / "pictures" / "board.png") as board:
        codes = zxingcpp.read_barcodes(board.convert("RGB"), formats=zxingcpp.BarcodeFormat.QRCode)
    assert len({code.text for code in codes}) == 2
