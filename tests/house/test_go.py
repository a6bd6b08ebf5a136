"""The engine's own checks: gofmt, vet, staticcheck and its tests, for the ordinary and the offline build."""

import importlib.util
import subprocess

import pytest

from tests.house.sources import ROOT

# A cold cache compiles the whole library, and staticcheck itself.
pytestmark = pytest.mark.timeout(1200)


@pytest.fixture(scope="module", name="toolchain")
def _toolchain():
    spec = importlib.util.spec_from_file_location("toolchain", ROOT / "packaging" / "toolchain.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(name="go")
def _go(toolchain):
    """Run one of Go's commands in the engine's folder; the output, whatever the exit code."""
    program = toolchain.find_go(toolchain.demanded())

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        command = [program, *words]
        return subprocess.run(
            command,
            cwd=toolchain.ENGINE,
            env=toolchain.environment(),
            capture_output=True,
            text=True,
            check=False,
            timeout=1100,
        )

    return run


def test_gofmt_would_change_nothing(toolchain) -> None:
    gofmt = toolchain.find_go(toolchain.demanded()).with_name("gofmt")
    listed = subprocess.run(
        [gofmt, "-l", "."], cwd=toolchain.ENGINE, capture_output=True, text=True, check=True, timeout=60
    )
    assert listed.stdout == ""


@pytest.mark.parametrize("tags", ["", "offline"])
def test_vet_finds_nothing(go, tags: str) -> None:
    _passes(go("vet", "-tags", tags, "./..."))


@pytest.mark.parametrize("tags", ["", "offline"])
def test_staticcheck_finds_nothing(go, tags: str) -> None:
    _passes(go("tool", "staticcheck", "-tags", tags, "./..."))


@pytest.mark.parametrize("tags", ["", "offline"])
def test_the_engines_own_tests_pass(go, tags: str) -> None:
    _passes(go("test", "-tags", tags, "./..."))


def _passes(ran: subprocess.CompletedProcess[str]) -> None:
    assert ran.returncode == 0, ran.stdout + ran.stderr
