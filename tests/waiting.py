"""Waiting on a condition with a deadline: the tests' only way to wait."""

import threading
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

_STEP_S = 0.02


def until(what: str, condition: Callable[[], T], seconds: float = 20) -> T:
    """The first true value of ``condition``; AssertionError naming ``what`` after ``seconds``."""
    deadline = time.monotonic() + seconds
    never = threading.Event()
    while not (value := condition()):
        if time.monotonic() > deadline:
            raise AssertionError(f"not within {seconds} s: {what}")
        never.wait(_STEP_S)
    return value
