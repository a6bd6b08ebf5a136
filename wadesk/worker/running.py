"""One engine process of a slot, from the worker's point of view."""

from dataclasses import dataclass

from wadesk.engine.protocol import WhatsAppEngine


@dataclass(slots=True, eq=False)
class Running:
    """An engine that was started. ``on_purpose``: it ends because we said so, which is no crash.

    ``number`` is the one the engine itself is linked to.
    """

    engine: WhatsAppEngine
    number: str | None = None
    on_purpose: bool = False
