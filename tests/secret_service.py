"""A real Secret Service for tests: gnome-keyring's daemon on a private bus, in a home of its own.

It takes nothing from the machine it runs on and leaves nothing there. With a display its prompter would open a window
and wait for ever, so it never sees one; a locked collection then stays locked, as for a user who cancels. The bus
starts nothing by itself: without the daemon there is no Secret Service on it.
"""

import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import secretstorage
from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from secretstorage.exceptions import SecretStorageException
from secretstorage.util import add_match_rules, format_secret, open_session

# Both daemons answer within milliseconds; a busy machine gets this long.
_DEADLINE_S = 20
_DROPPED = ("DISPLAY", "WAYLAND_DISPLAY", "GNOME_KEYRING_CONTROL", "SSH_AUTH_SOCK")
_PASSWORD = "pw"
# The way in that the desktop's own login uses; everything else would ask by a prompt.
_DAEMON = DBusAddress(
    "/org/freedesktop/secrets",
    bus_name="org.freedesktop.secrets",
    interface="org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface",
)
_BUS = """<busconfig>
  <type>session</type>
  <listen>unix:path={path}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


@dataclass(frozen=True)
class SecretService:
    """A running service; `environment` is what a process needs to find it."""

    environment: dict[str, str]

    def lock(self) -> None:
        """Lock the default collection, as a user does who locks the keyring."""
        with closing(self._connect()) as connection:
            secretstorage.get_default_collection(connection).lock()

    def unlock(self) -> None:
        """Unlock it again, as a user does who types the password."""
        with closing(self._connect()) as connection:
            path = secretstorage.get_default_collection(connection).collection_path
            secret = format_secret(open_session(connection), _PASSWORD.encode(), "text/plain")
            call = new_method_call(_DAEMON, "UnlockWithMasterPassword", "o(oayays)", (path, secret))
            connection.send_and_get_reply(call)

    def is_locked(self) -> bool:
        """Whether the default collection is locked."""
        with closing(self._connect()) as connection:
            return secretstorage.get_default_collection(connection).is_locked()

    def is_ready(self) -> bool:
        """Whether the daemon answers and its collection is open."""
        try:
            return not self.is_locked()
        except (SecretStorageException, OSError):
            return False

    def _connect(self) -> DBusConnection:
        connection = open_dbus_connection(bus=self.environment["DBUS_SESSION_BUS_ADDRESS"])
        add_match_rules(connection)
        return connection


@contextmanager
def secret_service() -> Iterator[SecretService]:
    """An unlocked Secret Service that ends, with all it kept, with the block."""
    command = ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"]
    with private_bus() as environment, _running(command, environment, said=_PASSWORD):
        service = SecretService(environment)
        _wait_for(service.is_ready)
        yield service


@contextmanager
def private_bus() -> Iterator[dict[str, str]]:
    """A session bus with nothing on it; yields the variables that lead a process to it."""
    # Not pytest's folder: a socket's path has at most 107 bytes.
    with tempfile.TemporaryDirectory(prefix="wadesk-bus-") as name:
        folder, runtime = Path(name), Path(name) / "run"
        runtime.mkdir(mode=0o700)
        settings = folder / "bus.conf"
        settings.write_text(_BUS.format(path=runtime / "bus"), encoding="utf-8")
        environment = {
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={runtime / 'bus'}",
            "HOME": name,
            "XDG_RUNTIME_DIR": str(runtime),
        }
        with _running(["dbus-daemon", f"--config-file={settings}", "--nofork"], environment):
            _wait_for((runtime / "bus").exists)
            yield environment


@contextmanager
def _running(command: list[str], environment: Mapping[str, str], *, said: str = "") -> Iterator[None]:
    quiet = subprocess.DEVNULL
    with subprocess.Popen(
        command, env=_whole(environment), stdin=subprocess.PIPE, stdout=quiet, stderr=quiet, text=True
    ) as process:
        assert process.stdin is not None
        process.stdin.write(said)
        process.stdin.close()
        try:
            yield
        finally:
            process.kill()


def _whole(environment: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in _DROPPED} | dict(environment)


def _wait_for(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + _DEADLINE_S
    while not holds():
        if time.monotonic() > deadline:
            raise TimeoutError("the Secret Service did not come up")
        threading.Event().wait(0.01)
