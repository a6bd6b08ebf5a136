"""What every test may ask for: a keyring of its own, the engine for the offline network, quiet logs.

What belongs to one package's tests stands in that package's folder of tests.
"""

import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.secret_service import secret_service

# Before Qt is imported: only the tests that start a display of their own have one.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def keyring_bus() -> Iterator[dict[str, str]]:
    """A real, unlocked Secret Service; yields the environment that leads a child to it, and leads this process there.

    A test that locks it or takes it away uses `tests.secret_service.secret_service` for one of its own.
    """
    with secret_service() as service, pytest.MonkeyPatch.context() as patch:
        # HOME stays: a client needs the bus alone, and the Go cache lies at home.
        patch.setenv("DBUS_SESSION_BUS_ADDRESS", service.environment["DBUS_SESSION_BUS_ADDRESS"])
        yield service.environment


@pytest.fixture(scope="session")
def offline_engine() -> Path:
    """The path of the engine built for the offline network, from the same sources and cached."""
    command = [sys.executable, "-m", "tests.network.engine"]
    # A cold build compiles the whole library.
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=900)
    assert built.returncode == 0, built.stderr
    return Path(built.stdout.strip().splitlines()[-1])


@pytest.fixture(autouse=True)
def _quiet_log(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test in which our code or asyncio warned unexpectedly; one that provokes it is marked `warns_in_log`."""
    yield
    if request.node.get_closest_marker("warns_in_log"):
        return
    loud = [
        record.getMessage()
        for record in caplog.get_records("call")
        if record.levelno >= logging.WARNING and record.name.split(".", 1)[0] in {"wadesk", "asyncio"}
    ]
    assert not loud, f"logged at WARNING or above: {loud}"
