"""``python -m tests.bench [ROW] [--peer MIB]``: measures one row of the scoreboard, or all of them."""

import argparse

from tests.bench import (
    burst,
    click_to_qr,
    first_run,
    hostile,
    memory,
    pane,
    qr_paint,
    start,
    switcher,
    whole,
    worker_ready,
)

ROWS = {
    "memory": lambda words: memory.measure(words.peer),
    "start": lambda _: start.measure(),
    "worker": lambda _: worker_ready.measure(),
    "qr": lambda _: click_to_qr.measure(),
    "firstrun": lambda _: first_run.measure(),
    "whole": lambda _: whole.measure(),
    "pane": lambda _: pane.measure(),
    "burst": lambda _: burst.measure(),
    "qrpaint": lambda _: qr_paint.measure(),
    "hostile": lambda _: hostile.measure(),
    "switcher": lambda _: switcher.measure(),
}

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Measure WaDesk against the scoreboard.")
    parser.add_argument("row", nargs="*", choices=[[], *ROWS], default=[])
    parser.add_argument("--peer", type=float, default=memory.PEER_MIB, help="MiB PSS of one node + Baileys process")
    words = parser.parse_args()
    for row in words.row or ROWS:
        ROWS[row](words)
