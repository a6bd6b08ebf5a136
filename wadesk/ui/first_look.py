"""What the first picture is drawn with, before any data can be read: a small plain file beside the data.

The settings themselves are in the desk's encrypted database. Without this file a dark window would begin white,
in another language, at another place. There is nothing in it that anybody may not see.
"""

import contextlib
import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path


@dataclass(frozen=True)
class FirstLook:
    """Words as ``look.*`` settings keep them; ``geometry`` is the window's place in hex, as Qt saves it."""

    scheme: str = "system"
    scale: str = "1.0"
    contrast: str = "system"
    motion: str = "system"
    language: str = "system"
    geometry: str = ""

    @classmethod
    def read(cls, path: Path) -> "FirstLook":
        """What was kept; what is missing, unreadable or no text is as at the very first start."""
        try:
            kept = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return cls()
        if not isinstance(kept, dict):
            return cls()
        known = {field.name for field in fields(cls)}
        return cls(**{name: word for name, word in kept.items() if name in known and isinstance(word, str)})

    @property
    def text_size(self) -> float:
        """The scale as a number; 1 for nonsense."""
        try:
            return min(max(float(self.scale), 0.9), 1.5)
        except ValueError:
            return 1.0

    def write(self, path: Path) -> None:
        """Keep it for the next start, whole or not at all; a folder that cannot be written is left alone."""
        new = path.with_name(f"{path.name}.new")
        with contextlib.suppress(OSError):
            new.write_text(json.dumps(asdict(self)), encoding="utf-8")
            new.chmod(0o600)
            new.replace(path)
