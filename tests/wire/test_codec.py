"""Frames as bytes."""

import pytest

from tests.wire.frames import CODEC, Said
from wadesk.wire.codec import Codec, FrameError, FrameTooLarge


def test_a_frame_comes_back_as_it_was():
    data = CODEC.encode(Said(text="olá"))
    assert CODEC.length(data[:4]) == len(data) - 4
    assert CODEC.decode(data[4:]) == Said(text="olá")


def test_a_frame_over_the_limit_is_refused_on_both_sides():
    small: Codec[Said] = Codec(Said, 50)
    with pytest.raises(FrameTooLarge):
        small.encode(Said(text="x" * 60))
    with pytest.raises(FrameTooLarge):
        small.length((51).to_bytes(4, "big"))
    assert small.length((50).to_bytes(4, "big")) == 50


@pytest.mark.parametrize(
    "body", [b"", b"{}", b'{"type":"other"}', b'{"type":"said"}', b"\xff\xfe", b'{"type":"said","text":5}']
)
def test_bytes_of_another_shape_are_no_frame_and_their_content_is_not_told(body):
    with pytest.raises(FrameError) as caught:
        CODEC.decode(body)
    assert "other" not in str(caught.value)
