"""Orders that clicks give: one task each, a second click while the first runs does nothing, a refusal is said."""

from collections.abc import Coroutine
from typing import Any, Protocol

from wadesk.domain.errors import WaDeskError
from wadesk.ui.errors import told
from wadesk.ui.widgets.dialog import Dialog
from wadesk.ui.widgets.toasts import Toasts
from wadesk.wire.tasks import TaskOwner

Work = Coroutine[Any, Any, object]


class Refuses(Protocol):
    """A form that says why its act was refused and keeps what was typed."""

    def show_error(self, sentence: str) -> None:
        """Say why."""


class Errands:
    """Runs orders. ``key`` names one kind of order on one thing, ``start <slot id>``: two of it never run at once."""

    def __init__(self, tasks: TaskOwner, toasts: Toasts) -> None:
        """Start tasks with ``tasks``; say refusals in ``toasts`` where there is no form to say them in."""
        self._tasks, self._toasts = tasks, toasts
        self._running: set[str] = set()

    def order(self, key: str, work: Work, form: Refuses | None = None) -> None:
        """Carry ``work`` out, once; an open dialog closes when it is done."""
        if key in self._running:
            work.close()
            return
        self._running.add(key)
        self._tasks.start(self._carry_out(key, work, form), key.partition(" ")[0])

    async def _carry_out(self, key: str, work: Work, form: Refuses | None) -> None:
        try:
            await work
        except WaDeskError as error:
            if form is None:
                self._toasts.say("danger", told(error))
            else:
                form.show_error(told(error))
        else:
            if isinstance(form, Dialog):
                form.accept()
        finally:
            self._running.discard(key)
