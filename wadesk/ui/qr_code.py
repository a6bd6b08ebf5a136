"""From a QR payload to the modules that are painted. The payload is never kept, shown as text or logged."""

from dataclasses import dataclass

from PySide6.QtCore import QRect


@dataclass(frozen=True)
class Modules:
    """A code of ``side`` modules a side; ``bars`` are its dark runs in module units."""

    side: int
    bars: tuple[QRect, ...]


def modules_of(payload: str) -> Modules:
    """The modules of a payload: lowest error correction and a fixed mask, four times as fast as the best one."""
    # The library (with Pillow behind it) is loaded with the first code, not at the start.
    from qrcode.constants import ERROR_CORRECT_L  # noqa: PLC0415
    from qrcode.main import QRCode  # noqa: PLC0415

    code = QRCode(error_correction=ERROR_CORRECT_L, mask_pattern=0, border=0)
    code.add_data(payload, optimize=0)
    code.make(fit=True)
    rows = code.modules
    return Modules(len(rows), tuple(bar for y, row in enumerate(rows) for bar in _bars(y, row)))


def _bars(y: int, row: list[bool | None]) -> list[QRect]:
    bars: list[QRect] = []
    for x, dark in enumerate(row):
        if not dark:
            continue
        if bars and bars[-1].x() + bars[-1].width() == x:
            bars[-1].setWidth(bars[-1].width() + 1)
        else:
            bars.append(QRect(x, y, 1, 1))
    return bars
