"""Errors are told in the window's language, by their reason."""

import pytest

from wadesk.domain.errors import Conflict, InvalidRequest, SlotsFull, VaultError
from wadesk.ui.errors import told


@pytest.mark.usefixtures("portuguese")
def test_a_known_reason_is_told_in_the_windows_words() -> None:
    assert told(SlotsFull("slots_full", "full")) == "Esta conta já tem 10 números. Remova um ou crie outra conta."
    assert told(VaultError("keyring_locked", "locked")).startswith("Não consegui abrir o chaveiro")


def test_the_values_an_error_names_are_in_its_sentence() -> None:
    assert told(Conflict("in_use", "in use", folder="/somewhere", pid="7")) == (
        "WaDesk already works on the folder /somewhere."
    )


def test_an_unknown_reason_or_a_missing_value_leaves_the_errors_own_sentence() -> None:
    assert told(InvalidRequest("never_heard_of", "Its own words.")) == "Its own words."
    assert told(Conflict("in_use", "Its own words.")) == "Its own words."
