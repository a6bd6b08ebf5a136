"""Keys stay in a real Secret Service, and every way it can fail has a sentence."""

import secrets

import pytest

from tests.secret_service import private_bus, secret_service
from wadesk.domain.errors import VaultError
from wadesk.supervisor.vault.keyring_vault import KeyringVault, open_keyring_vault
from wadesk.supervisor.vault.vault import service_name

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")


@pytest.fixture
def name() -> str:
    return service_name(secrets.token_hex(8), "desk")


def test_a_key_is_found_again_by_another_vault(keyring_bus: dict[str, str], name: str) -> None:
    key = secrets.token_bytes(32)
    open_keyring_vault().put(name, key)
    assert open_keyring_vault().get(name) == key


def test_what_was_never_put_is_none(keyring_bus: dict[str, str], name: str) -> None:
    assert open_keyring_vault().get(name) is None


def test_a_deleted_key_is_gone_and_deleting_twice_is_no_error(keyring_bus: dict[str, str], name: str) -> None:
    vault = open_keyring_vault()
    vault.put(name, secrets.token_bytes(32))
    vault.delete(name)
    vault.delete(name)
    assert vault.get(name) is None


def test_two_data_folders_on_one_keyring_do_not_share_a_key(keyring_bus: dict[str, str]) -> None:
    vault, mine, theirs = open_keyring_vault(), service_name("a" * 16, "desk"), service_name("b" * 16, "desk")
    vault.put(mine, b"m" * 32)
    vault.put(theirs, b"t" * 32)
    vault.delete(theirs)
    assert vault.get(mine) == b"m" * 32


def test_a_locked_keyring_is_told_as_locked(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    with secret_service() as service:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", service.environment["DBUS_SESSION_BUS_ADDRESS"])
        vault = open_keyring_vault()
        vault.put(name, b"k" * 32)
        service.lock()
        with pytest.raises(VaultError) as caught:
            vault.get(name)
        service.unlock()
        assert vault.get(name) == b"k" * 32
    assert caught.value.reason == "keyring_locked"
    assert "locked" in caught.value.sentence


def test_a_computer_without_a_keyring_is_told_the_way_on(monkeypatch: pytest.MonkeyPatch) -> None:
    with private_bus() as environment:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", environment["DBUS_SESSION_BUS_ADDRESS"])
        with pytest.raises(VaultError) as caught:
            open_keyring_vault()
    assert caught.value.reason == "keyring_absent"
    assert "passphrase" in caught.value.sentence


@pytest.mark.parametrize("address", [None, "unix:path=/nonexistent/bus"])
def test_no_bus_at_all_is_told_the_same_way(monkeypatch: pytest.MonkeyPatch, address: str | None) -> None:
    if address is None:
        monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    else:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    with pytest.raises(VaultError) as caught:
        open_keyring_vault()
    assert caught.value.reason == "keyring_absent"


class _Forgetful:
    """Takes everything and keeps nothing, as keyring's own null back end does."""

    def get_password(self, service: str, username: str) -> str | None:
        return None

    def set_password(self, service: str, username: str, password: str) -> None:
        return

    def delete_password(self, service: str, username: str) -> None:
        return


def test_a_keyring_that_keeps_nothing_is_refused(name: str) -> None:
    with pytest.raises(VaultError) as caught:
        KeyringVault(_Forgetful()).put(name, b"k" * 32)
    assert caught.value.reason == "keyring_refused"


def test_an_environment_that_names_another_keyring_is_not_followed(
    monkeypatch: pytest.MonkeyPatch, keyring_bus: dict[str, str], name: str
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    open_keyring_vault().put(name, b"k" * 32)
    assert open_keyring_vault().get(name) == b"k" * 32
