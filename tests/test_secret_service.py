"""The tests' own Secret Service does what a desktop's does."""

import os
import subprocess
import sys

import keyring.errors
import pytest
import secretstorage
from keyring.backends.SecretService import Keyring

from tests.secret_service import private_bus, secret_service


def test_a_secret_kept_here_is_found_again_from_another_process(keyring_bus: dict[str, str]) -> None:
    backend = Keyring()
    backend.set_password("WaDesk/test", "key", "olá")
    look = "from keyring.backends.SecretService import Keyring; print(Keyring().get_password('WaDesk/test', 'key'))"
    found = subprocess.run(
        [sys.executable, "-c", look],
        env=os.environ | keyring_bus,
        capture_output=True,
        text=True,
        check=True,
        timeout=20,
    )
    assert found.stdout.strip() == "olá"


def test_a_locked_keyring_refuses_and_an_unlocked_one_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    with secret_service() as service:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", service.environment["DBUS_SESSION_BUS_ADDRESS"])
        Keyring().set_password("WaDesk/test", "key", "one")
        service.lock()
        with pytest.raises(keyring.errors.KeyringLocked):
            Keyring().get_password("WaDesk/test", "key")
        service.unlock()
        assert Keyring().get_password("WaDesk/test", "key") == "one"


def test_a_bus_without_the_daemon_has_no_secret_service(monkeypatch: pytest.MonkeyPatch) -> None:
    with private_bus() as environment:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", environment["DBUS_SESSION_BUS_ADDRESS"])
        with pytest.raises((secretstorage.SecretServiceNotAvailableException, keyring.errors.KeyringError)):
            Keyring().get_password("WaDesk/test", "key")
