"""The frames the pipe tests speak."""

import msgspec

from wadesk.wire.codec import Codec


class Said(msgspec.Struct, frozen=True, tag="said"):
    """A text."""

    text: str


LIMIT = 4 * 1024 * 1024
CODEC: Codec[Said] = Codec(Said, LIMIT)
