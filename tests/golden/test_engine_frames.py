"""The golden file is what the Python frames are, whole, and in both directions."""

import json
import typing

import pytest

from tests.golden.examples import FILE, FROM_ENGINE, TO_ENGINE, as_file
from wadesk.wire.codec import Codec
from wadesk.wire.engine_frames import ENGINE_FRAME_LIMIT, FromEngine, ToEngine


def test_the_golden_file_is_what_python_writes_today() -> None:
    assert FILE.read_text(encoding="utf-8") == as_file(), "run python -m tests.golden.examples"


@pytest.mark.parametrize(("union", "examples"), [(ToEngine, TO_ENGINE), (FromEngine, FROM_ENGINE)])
def test_every_frame_has_an_example(union: typing.Any, examples: list[object]) -> None:
    assert {type(example) for example in examples} == set(typing.get_args(union))


@pytest.mark.parametrize(("union", "side"), [(ToEngine, "to_engine"), (FromEngine, "from_engine")])
def test_python_reads_every_golden_frame_as_the_frame_that_wrote_it(union: typing.Any, side: str) -> None:
    codec: Codec[object] = Codec(union, ENGINE_FRAME_LIMIT)
    examples = TO_ENGINE if side == "to_engine" else FROM_ENGINE
    golden = json.loads(FILE.read_text(encoding="utf-8"))[side]
    assert [codec.decode(json.dumps(one).encode()) for one in golden] == list(examples)
