"""One offline network, one keyring and one engine for a module's tests; desks on folders of their own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.end2end.desk import Desk
from tests.end2end.screen import Screen, screen
from tests.end2end.window import Window
from tests.network import NetworkThread
from tests.secret_service import SecretService, secret_service


@pytest.fixture(scope="module")
def service() -> Iterator[SecretService]:
    """A keyring of this module's own."""
    with secret_service() as running:
        yield running


@pytest.fixture(scope="module")
def network() -> Iterator[NetworkThread]:
    """An offline network of this module's own."""
    with NetworkThread() as running:
        yield running


@pytest.fixture(scope="module")
def environment(service: SecretService, network: NetworkThread, offline_engine: Path) -> dict[str, str]:
    """What leads a process to all three."""
    return {
        "DBUS_SESSION_BUS_ADDRESS": service.environment["DBUS_SESSION_BUS_ADDRESS"],
        "WADESK_ENGINE": str(offline_engine),
        "WADESK_OFFLINE_NETWORK": network.url,
    }


@pytest.fixture(scope="module")
def desks(environment: dict[str, str]) -> Iterator[Callable[[Path], Desk]]:
    """Makes desks, and ends whatever of them still runs."""
    made: list[Desk] = []

    def make(folder: Path) -> Desk:
        desk = Desk(folder, environment)
        made.append(desk)
        return desk

    yield make
    for desk in made:
        desk.kill()


@pytest.fixture(scope="module")
def view(service: SecretService) -> Iterator[Screen]:
    """A display of this module's own."""
    with screen({"DBUS_SESSION_BUS_ADDRESS": service.environment["DBUS_SESSION_BUS_ADDRESS"]}) as running:
        yield running


@pytest.fixture
def window(view: Screen, environment: dict[str, str], tmp_path: Path) -> Iterator[Window]:
    """The program, not started yet; ended whatever becomes of the test."""
    made = Window(view, environment, tmp_path / "data")
    yield made
    made.end()
