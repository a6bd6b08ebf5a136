"""Reads the codes for linking off the screen, as a phone's camera would."""

from __future__ import annotations

import zxingcpp
from PIL import Image, ImageGrab

from tests.network.pairing import PREFIX


def codes_on_screen() -> list[str]:
    """Every code for linking that is on the screen, in reading order; raises OSError without a screen."""
    return codes_in(ImageGrab.grab())


def codes_in(picture: Image.Image) -> list[str]:
    """Every code for linking in a picture, in reading order: rows of a quarter of the height, then from the left."""
    found = zxingcpp.read_barcodes(picture.convert("RGB"), zxingcpp.BarcodeFormat.QRCode)
    row = max(picture.height // 4, 1)
    placed = sorted((one.position.top_left.y // row, one.position.top_left.x, one.text) for one in found)
    return list(dict.fromkeys(text for _, _, text in placed if text.startswith(PREFIX)))
