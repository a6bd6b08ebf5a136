"""What ``wadesk WORD`` does: reads the words, runs the command, turns an error into one sentence."""

import argparse
import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from wadesk.cli.serve import serve
from wadesk.domain.errors import WaDeskError
from wadesk.paths import DataFolder, default_data_folder
from wadesk.supervisor.logs import ScrubbingFormatter


def main(words: Sequence[str]) -> int:
    """Run the command; its exit status: 0 done, 1 refused or failed (one sentence on stderr), 2 wrong use."""
    asked = _parser().parse_args(words)
    _log_to_stderr()
    try:
        return serve(
            DataFolder(asked.data_dir or default_data_folder()),
            port=asked.port,
            with_passphrase=asked.vault == "passphrase",
            passphrase_file=asked.passphrase_file,
        )
    except WaDeskError as error:
        print(error.sentence, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="wadesk", description="Answer customers on many WhatsApp numbers.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    command = commands.add_parser(
        "serve",
        help="run without a window and serve the local API",
        description="Run without a window. Prints one line of JSON with the API's address and this run's key.",
    )
    command.add_argument("--port", type=_port, default=0, metavar="N", help="port on this computer; 0 takes a free one")
    command.add_argument("--data-dir", type=Path, metavar="DIR", help="folder that holds everything of this WaDesk")
    command.add_argument(
        "--vault", choices=["keyring", "passphrase"], default="keyring", help="where keys are kept (default: keyring)"
    )
    command.add_argument(
        "--passphrase-file", type=Path, metavar="FILE", help="file with the passphrase, readable by its owner alone"
    )
    return parser


def _port(text: str) -> int:
    port = int(text)
    if not 0 <= port <= 65535:
        raise ValueError(text)
    return port


def _log_to_stderr() -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(ScrubbingFormatter())
    logging.getLogger().addHandler(handler)
