"""The chosen vault opens, or says why not; no thread stays behind either way."""

import asyncio
import threading
import time
from pathlib import Path

import pytest

from wadesk.domain.errors import VaultError
from wadesk.paths import DataFolder
from wadesk.supervisor.vault.opening import open_vault


def _threads_left() -> int:
    until = time.monotonic() + 10
    while (left := sum(one.name == "opening the vault" for one in threading.enumerate())) and time.monotonic() < until:
        pass
    return left


def test_a_vault_opens_with_its_passphrase_and_with_no_other(tmp_path: Path) -> None:
    data = DataFolder(tmp_path)
    asyncio.run(open_vault(data, "correct horse")).put("service", b"k" * 32)
    assert asyncio.run(open_vault(data, "correct horse")).get("service") == b"k" * 32
    with pytest.raises(VaultError):
        asyncio.run(open_vault(data, "another"))
    assert _threads_left() == 0
