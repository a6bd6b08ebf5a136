"""Pictures of people: fetched when drawn, decoded within limits, few kept, replaced with another id."""

import base64

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QColor, QImage

from tests.ui.inbox_people import chat
from tests.ui.inbox_port import FakePort, Steps
from wadesk.domain.errors import Unavailable
from wadesk.domain.message import Chat
from wadesk.domain.requests import Picture
from wadesk.ui.models import pictures
from wadesk.ui.models.pictures import Pictures, decoded


def jpeg(side: int, colour: str = "#3366cc") -> str:
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG")
    return base64.b64encode(data.data()).decode()


def pictured(letter: str, picture: str | None = "one") -> Chat:
    return replace(chat(1, letter, "Ana", "10:00", ""), picture=picture)


@pytest.fixture
def port(qapp: object) -> FakePort:
    return FakePort()


def test_a_picture_is_fetched_once_and_again_under_another_id(port: FakePort) -> None:
    kept, came = Pictures(port, Steps()), []
    kept.came.connect(came.append)
    ana = pictured("a")
    port.pictures[ana.chat_id] = Picture(picture="one", jpeg=jpeg(96))
    assert kept.of(ana) is None or came
    assert kept.of(ana).width() == 96
    assert (kept.of(ana) is not None, port.called("picture"), came) == (True, [ana.chat_id], [ana.chat_id])
    kept.of(pictured("a", "two"))
    assert port.called("picture") == [ana.chat_id] * 2


def test_who_has_none_is_never_asked_for(port: FakePort) -> None:
    assert Pictures(port, Steps()).of(pictured("a", None)) is None
    assert port.called("picture") == []


def test_a_refused_picture_is_asked_for_again_later(port: FakePort) -> None:
    kept, ana = Pictures(port, Steps()), pictured("a")
    port.refusal = Unavailable("worker_silent", "This account does not answer.")
    assert kept.of(ana) is None
    kept.of(ana)
    assert len(port.called("picture")) == 2


@pytest.mark.parametrize("bad", [None, "", "!!!", base64.b64encode(b"GIF89a not a picture").decode(), "A" * 600_000])
def test_what_is_no_picture_is_none(qapp: object, bad: str | None) -> None:
    assert decoded(bad) is None


def test_a_large_picture_is_kept_small(qapp: object) -> None:
    assert decoded(jpeg(1200)).width() == pictures.SIDE


def test_only_so_many_are_kept(port: FakePort, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "KEPT", 2)
    kept = Pictures(port, Steps())
    for letter in "abc":
        kept.of(pictured(letter))
    asked = len(port.called("picture"))
    kept.of(pictured("c"))
    assert len(port.called("picture")) == asked
    kept.of(pictured("a"))
    assert len(port.called("picture")) == asked + 1
