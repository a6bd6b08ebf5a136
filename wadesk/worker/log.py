"""How a worker logs: JSON lines on stderr, which the parent drains. No number, text or key ever stands in one."""

import logging
import sys
import threading
import traceback

import msgspec

_LEVELS = {"debug": logging.DEBUG, "info": logging.INFO, "warning": logging.WARNING, "error": logging.ERROR}
_OURS = "wadesk"

log = logging.getLogger(__name__)


class JsonLines(logging.Formatter):
    """One JSON object per line. Of an exception only its type and places: its text may hold a message's.

    What other people's code logs is named by its logger alone, for the same reason.
    """

    def format(self, record: logging.LogRecord) -> str:
        """``record`` as a line; ``slot`` and ``fault`` come from ``extra``."""
        ours = record.name.partition(".")[0] == _OURS
        event = record.getMessage() if ours else "a library has something to say"
        line = {"level": record.levelname.lower(), "event": event, "logger": record.name}
        for name in ("slot", "fault"):
            if (value := getattr(record, name, None)) is not None:
                line[name] = str(value)
        if record.exc_info and record.exc_info[1] is not None:
            line["error"], line["places"] = _scrubbed(record.exc_info[1])
        return msgspec.json.encode(line).decode()


def _scrubbed(error: BaseException) -> tuple[str, str]:
    frames = traceback.extract_tb(error.__traceback__)
    places = " < ".join(f"{frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}" for frame in frames[::-1])
    return type(error).__name__, places


def start_logging(level: str) -> None:
    """Log to stderr from here on, at ``level`` and above; what nobody catches is logged in the same way."""
    to_stderr = logging.StreamHandler(sys.stderr)
    to_stderr.setFormatter(JsonLines())
    logging.basicConfig(level=_LEVELS.get(level, logging.WARNING), handlers=[to_stderr], force=True)
    sys.excepthook = lambda _kind, error, _trace: _uncaught(error)
    sys.unraisablehook = lambda unraisable: _uncaught(unraisable.exc_value)
    threading.excepthook = lambda failed: _uncaught(failed.exc_value)


def _uncaught(error: BaseException | None) -> None:
    log.critical("nobody caught an error", exc_info=error)
