"""The passphrase vault: one file, unreadable without its passphrase, whole after a cut."""

from pathlib import Path

import pytest

from wadesk.domain.errors import VaultError
from wadesk.supervisor.vault.passphrase_vault import open_passphrase_vault


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "vault.bin"


def test_keys_are_found_again_with_the_same_passphrase(path: Path) -> None:
    first = open_passphrase_vault(path, "correct horse")
    first.put("one", b"1" * 32)
    first.put("two", b"2" * 32)
    first.delete("one")
    again = open_passphrase_vault(path, "correct horse")
    assert (again.get("one"), again.get("two")) == (None, b"2" * 32)


def test_another_passphrase_is_refused_in_words(path: Path) -> None:
    open_passphrase_vault(path, "correct horse").put("one", b"1" * 32)
    with pytest.raises(VaultError) as caught:
        open_passphrase_vault(path, "wrong horse")
    assert caught.value.reason == "wrong_passphrase"
    assert "horse" not in caught.value.sentence


def test_the_file_shows_neither_keys_nor_names_and_belongs_to_its_owner(path: Path) -> None:
    open_passphrase_vault(path, "correct horse").put("WaDesk/x/desk", b"K" * 32)
    content = path.read_bytes()
    assert b"K" * 32 not in content
    assert b"desk" not in content
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_changed_header_is_noticed(path: Path) -> None:
    open_passphrase_vault(path, "correct horse").put("one", b"1" * 32)
    content = path.read_bytes()
    end = 12 + int.from_bytes(content[8:12], "big")
    # A space: the parameters and so the key stay the same, the bytes do not.
    header = content[12:end].replace(b":3", b": 3", 1)
    path.write_bytes(content[:8] + len(header).to_bytes(4, "big") + header + content[end:])
    with pytest.raises(VaultError) as caught:
        open_passphrase_vault(path, "correct horse")
    assert caught.value.reason == "wrong_passphrase"


@pytest.mark.parametrize("content", [b"", b"WADESKV1", b"WADESKV1\x00\x00\xff\xff{}", b"something else" * 10])
def test_a_file_that_is_no_vault_is_told_as_damaged(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(VaultError) as caught:
        open_passphrase_vault(path, "correct horse")
    assert caught.value.reason == "vault_damaged"
    assert path.read_bytes() == content


def test_a_vault_cannot_ask_for_all_memory_before_its_passphrase_is_known(path: Path) -> None:
    open_passphrase_vault(path, "correct horse").put("one", b"1" * 32)
    path.write_bytes(path.read_bytes().replace(b'"memory_kib":65536', b'"memory_kib":99999999', 1))
    with pytest.raises(VaultError) as caught:
        open_passphrase_vault(path, "correct horse")
    assert caught.value.reason == "vault_damaged"


def test_a_write_that_fails_leaves_the_old_keys(path: Path) -> None:
    vault = open_passphrase_vault(path, "correct horse")
    vault.put("one", b"1" * 32)
    beside = path.with_name(path.name + ".new")
    beside.mkdir()
    (beside / "in-the-way").touch()
    with pytest.raises(VaultError):
        vault.put("two", b"2" * 32)
    assert vault.get("two") is None
    assert open_passphrase_vault(path, "correct horse").get("one") == b"1" * 32


def test_an_empty_passphrase_is_refused(path: Path) -> None:
    with pytest.raises(VaultError):
        open_passphrase_vault(path, "")
