"""What a child inherits from its parent's environment, and which network the environment asks for.

A child gets a cleaned copy: the session bus, the display and a frozen program's library paths stay behind
(architecture.md, "Lifetimes"; ecosystem.md 2.2). No secret is ever put into an environment.
"""

import os

from wadesk.paths import ENGINE_VARIABLE, NETWORK_VARIABLE
from wadesk.wire.engine_frames import Network

_PASSES = frozenset(
    {
        "PATH", "HOME", "USER", "LOGNAME", "LANG", "LANGUAGE", "TZ", "TMPDIR", "TEMP", "TMP", "PYTHONPATH",
        "PYTHONHOME", "VIRTUAL_ENV", "PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX", "SSL_CERT_FILE",
        "SSL_CERT_DIR", "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT", "USERPROFILE",
        "APPDATA", "LOCALAPPDATA", "PROGRAMDATA", "NUMBER_OF_PROCESSORS", "PROCESSOR_ARCHITECTURE",
        ENGINE_VARIABLE, NETWORK_VARIABLE,
    }
)  # fmt: skip


def child_environment() -> dict[str, str]:
    """The variables a worker or an engine starts with."""
    return {name: value for name, value in os.environ.items() if name.upper() in _PASSES or name.startswith("LC_")}


def network_in_use() -> Network:
    """``offline`` when the environment names an offline network, else ``whatsapp``."""
    return "offline" if os.environ.get(NETWORK_VARIABLE) else "whatsapp"
