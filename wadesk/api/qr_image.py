"""A QR payload as a PNG image in a data URI, without an imaging library."""

import base64
import struct
import zlib

import qrcode
from qrcode.constants import ERROR_CORRECT_L

_PIXELS_PER_MODULE = 6
# Four modules of silence on each side: ISO/IEC 18004.
_QUIET_MODULES = 4
_BLACK, _WHITE = b"\x00", b"\xff"


def png_data_uri(payload: str) -> str:
    """``payload`` as a black-and-white code, to be put into an ``<img src>`` as it is."""
    # A fixed mask and level L: choosing the best mask costs most of the time and no reader needs it.
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_L, border=_QUIET_MODULES, mask_pattern=0)
    code.add_data(payload)
    code.make(fit=True)
    return "data:image/png;base64," + base64.b64encode(_png(code.get_matrix())).decode()


def _png(modules: list[list[bool]]) -> bytes:
    """Grey, eight bits a pixel; every line without a filter (PNG specification, 9.2)."""
    lines = b"".join(
        (b"\x00" + b"".join((_BLACK if dark else _WHITE) * _PIXELS_PER_MODULE for dark in row)) * _PIXELS_PER_MODULE
        for row in modules
    )
    side = len(modules) * _PIXELS_PER_MODULE
    header = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(lines)) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
