"""Picks this process's role and nothing else: a worker, a command, or the window."""

import gc
import sys


def main() -> int:
    """Run the role that the first argument names; its exit status.

    Each role is imported only where it is played: a worker loads nothing of the parent, the parent
    nothing of a worker (architecture.md, "Folders and import direction").
    """
    first = sys.argv[1] if len(sys.argv) > 1 else ""
    if first == "--worker":
        # A start makes no garbage worth looking for; the worker collects again once it is ready.
        gc.disable()
        from wadesk.worker import main as worker

        return worker.main()
    if first and not first.startswith("-"):
        from wadesk.cli import main as cli

        return cli.main(sys.argv[1:])
    from wadesk.ui import app

    return app.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
