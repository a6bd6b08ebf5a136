"""The commands of `python -m tests.network`, without a window."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.network import Network
from tests.network.commands import HELP, KINDS, CommandError, Commands
from tests.network.companion import Companion
from tests.network.happenings import Happenings


def play(*lines: str) -> list[str]:
    """Carry out lines against a network of their own."""

    async def run() -> list[str]:
        async with asyncio.timeout(10), Network() as network:
            commands = Commands(network, list)
            return [await commands.run(line) for line in lines]

    return asyncio.run(run())


PEOPLE = ('phone "+55 11 99999-0011" Balcão', "phone +5511988880001 Ana")


def test_phones_are_made_and_write_to_each_other() -> None:
    said = play(*PEOPLE, 'say Ana 0011 "Bom dia!"', "wait Balcão dia", "read balcão Ana", "read Balcão Ana", "log")
    assert said[:2] == ["Balcão: +5511999990011", "Ana: +5511988880001"]
    assert said[3:6] == ["from +5511988880001: Bom dia!", "read 1 messages", "read 0 messages"]
    assert said[6].startswith("+5511988880001/0 -> +5511999990011")


def test_every_kind_is_sent() -> None:
    assert len(play(*PEOPLE, *(f"send Ana Balcão {kind}" for kind in KINDS))) == len(KINDS) + 2


def test_everything_that_may_happen_is_a_line_that_help_lists() -> None:
    said = play(
        *PEOPLE,
        "phone +5511988880002 Bo",
        "say-ago Ana Balcão 90 Bom dia",
        "past Balcão Bo 600 Oi",
        "past Balcão Bo 599 Alô?",
        "past-own Balcão Bo 598 Já vai",
        "name Balcão Bo Bo da obra",
        "picture Ana none",
        "group Obras Balcão Ana Bo",
        "say-in Ana Obras Cheguei",
        "rename Obras Praça",
        "say-in Ana Praça De novo",
        *(f"{name} Balcão" for name in ("ban", "lock", "lose", "outdate", "pardon")),
        "restrict Balcão 60",
        "limit Balcão 4",
        "passkey Balcão",
        "passkey Balcão off",
        "hush Balcão",
        "no-codes",
        "no-codes 0",
        "silent Balcão 11",
        "hole Balcão",
        "hole Balcão off",
        "slow Balcão 2",
        "unplug",
        "plug",
    )
    assert said[6] == "3 messages of the past"
    assert said[-3:] == ["2 s late", "unplugged", "plugged in"]
    with pytest.raises(CommandError, match="no such linked device"):
        play(*PEOPLE, "replace Balcão")
    with pytest.raises(CommandError, match="not valid"):
        play("old-scan a,b,c,d,1".replace("a,b,c,d", "a,YQ==,YQ==,YQ=="))
    for name in Happenings(Network(), lambda _: None, str).known:
        assert name in HELP.replace(",", "").split()


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("dance", "no command dance"),
        ("say Ana", "other words"),
        ("read", "other words"),
        ("say Bo Ana oi", "no phone Bo"),
        ("say Ana +5511900000000 oi", "no phone"),
        ("phone +5511988880001", "exists already"),
        ("scan Ana", "no code on the screen"),
        ("scan Ana a,b,c,d", "no code for linking"),
        ("send Ana Balcão cake", "no kind cake"),
        ("cut Ana", "no such linked device"),
    ],
)
def test_a_line_that_cannot_be_carried_out_is_answered_in_words(line: str, sentence: str) -> None:
    with pytest.raises(CommandError, match=sentence):
        play(*PEOPLE, line)


def test_a_code_is_scanned_off_the_screen() -> None:
    async def scene() -> None:
        shown: list[str] = []
        async with asyncio.timeout(10), Network() as network, Companion().connect(network.port) as line:
            commands = Commands(network, lambda: [Companion().code("2@another network"), *shown])
            await commands.run(PEOPLE[0])
            with pytest.raises(CommandError, match="no code"):
                await commands.run("scan Balcão")
            shown += await line.codes()
            with pytest.raises(CommandError, match="6 codes"):
                await commands.run("scan Balcão")
            said, _ = await asyncio.gather(commands.run("scan Balcão 2"), line.confirm())
            assert said == "+5511999990011 linked device 1"
            assert "device 1 (away)" in await commands.run("phones")

    asyncio.run(scene())


def test_the_help_names_every_command_and_nothing_else() -> None:
    async def scene() -> list[str]:
        async with Network() as network:
            return sorted(Commands(network, list)._known)

    named = {word.split()[0] for line in HELP.splitlines()[:-1] for word in line.split("  ")[0].split(", ")}
    assert named == {*asyncio.run(scene()), "open", "close", "quit"}


@pytest.mark.parametrize(
    ("lines", "status", "said"),
    [
        ((*PEOPLE, "say Ana Balcão oi", "wait Balcão oi"), 0, "from +5511988880001: oi"),
        (("say Ana Balcão oi", *PEOPLE), 1, "script.txt:1: There is no phone Ana"),
    ],
)
def test_a_script_plays_to_its_end_or_to_its_first_failure(
    lines: tuple[str, ...], status: int, said: str, root: Path, offline_engine: Path, tmp_path: Path
) -> None:
    script = tmp_path / "script.txt"
    script.write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, "-m", "tests.network", "--no-window", "--script", script]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    ran = subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, encoding="utf-8", check=False, timeout=60
    )
    assert (ran.returncode, said in ran.stdout + ran.stderr) == (status, True), ran
    assert f"export WADESK_ENGINE='{offline_engine}'" in ran.stdout
