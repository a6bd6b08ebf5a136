"""How a worker logs: JSON lines on stderr, which the parent drains. No number, text or key ever stands in one."""

import logging
import sys
import traceback

import msgspec

_LEVELS = {"debug": logging.DEBUG, "info": logging.INFO, "warning": logging.WARNING, "error": logging.ERROR}


class JsonLines(logging.Formatter):
    """One JSON object per line. Of an exception only its type and places: its text may hold a message's."""

    def format(self, record: logging.LogRecord) -> str:
        """``record`` as a line; ``slot`` and ``fault`` come from ``extra``."""
        line = {"level": record.levelname.lower(), "event": record.getMessage(), "logger": record.name}
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
    """Log to stderr from here on, at ``level`` and above."""
    to_stderr = logging.StreamHandler(sys.stderr)
    to_stderr.setFormatter(JsonLines())
    logging.basicConfig(level=_LEVELS.get(level, logging.WARNING), handlers=[to_stderr], force=True)
