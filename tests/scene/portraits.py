"""Small pictures for the people of the scene who have one: landscapes, as the mock-ups draw them."""

import base64
import io

from PIL import Image, ImageDraw

SIZE = 96

_LANDSCAPES = {
    "beatriz": ("#e8c9a4", (("#f6e7c1", (58, 20, 82, 44)),), (("#c96f4a", 58), ("#8a3f33", 76))),
    "caio": ("#a9c3c9", (), (("#4f7a7d", 46), ("#2d4c55", 70))),
    "estela": ("#cfd8b4", (("#d95f52", (30, 18, 66, 54)),), (("#6f8f4e", 84),)),
    "rafael": ("#2c3f63", (("#f2dfae", (22, 16, 44, 38)),), (("#3d5d8a", 56), ("#6b90b8", 76))),
}
"""Sky, round shapes on it, and hills from the back to the front."""


def portrait(name: str) -> str | None:
    """The JPEG of that name in base64; None for a name without one."""
    if name not in _LANDSCAPES:
        return None
    sky, rounds, hills = _LANDSCAPES[name]
    image = Image.new("RGB", (SIZE, SIZE), sky)
    draw = ImageDraw.Draw(image)
    for colour, box in rounds:
        draw.ellipse(box, fill=colour)
    for turn, (colour, top) in enumerate(hills):
        lean = 14 if turn % 2 else -14
        draw.polygon([(0, top + lean), (SIZE // 2, top), (SIZE, top - lean), (SIZE, SIZE), (0, SIZE)], fill=colour)
    kept = io.BytesIO()
    image.save(kept, "JPEG", quality=85)
    return base64.b64encode(kept.getvalue()).decode()
