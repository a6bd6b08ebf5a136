"""Row 4: CPU from a worker's launch to its ready, against ``python -c "import asyncio"``."""

import asyncio
import base64
import secrets
import subprocess
import sys
import tempfile
from pathlib import Path

import psutil

from tests.bench.gauges import cpu_of_command, cpu_s, median, tell
from wadesk.domain.ids import new_account_id
from wadesk.paths import DataFolder, make_private
from wadesk.wire.codec import Codec
from wadesk.wire.environment import child_environment
from wadesk.wire.process import ChildProcess
from wadesk.wire.worker_frames import WORKER_FRAME_LIMIT, WORKER_PROTOCOL, FromWorker, WorkerHello, WorkerReady


def measure() -> None:
    """Print the row."""
    ready = median(lambda: asyncio.run(_launch()))
    reference = median(lambda: cpu_of_command([sys.executable, "-c", "import asyncio"]))
    tell(4, "worker ready, new database", ready * 1000, "ms CPU", reference * 1000, 5)


async def _launch() -> float:
    with tempfile.TemporaryDirectory() as folder:
        account = DataFolder(Path(folder)).account(new_account_id())
        make_private(account.root)
        codec: Codec[FromWorker] = Codec(FromWorker, WORKER_FRAME_LIMIT)
        child = await ChildProcess.start(
            [sys.executable, "-m", "wadesk", "--worker"], codec, env=child_environment(), stderr=subprocess.DEVNULL
        )
        await child.write(
            WorkerHello(
                protocol=WORKER_PROTOCOL,
                network="offline",
                account_id=account.account_id,
                folder=str(account.root),
                key=base64.b64encode(secrets.token_bytes(32)).decode(),
                engine="",
            )
        )
        frame = await child.read()
        used = cpu_s(psutil.Process(child.pid))
        if not isinstance(frame, WorkerReady):
            raise TypeError(f"the worker is not ready: {frame!r}")
        await child.stop(10)
        return used
