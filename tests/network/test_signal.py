"""Signal sessions: in any order, from both sides at once, and never twice."""

import random

import pytest

from tests.network.jid import LIDS, Jid
from tests.network.ratchet import AlreadyOpened, Undecryptable
from tests.network.sessions import OwnKeys, Sessions, pad, unpad

ANA, BO = Jid("100", LIDS), Jid("200", LIDS)


class Pair:
    """Two people, each with sessions of their own."""

    def __init__(self) -> None:
        self.ana, self.bo = Sessions(OwnKeys.generate()), Sessions(OwnKeys.generate())

    def to_bo(self, text: bytes) -> tuple[str, bytes]:
        sealed = self.ana.encrypt(BO, text, lambda _: self.bo.keys.bundle())
        assert sealed
        return sealed

    def to_ana(self, text: bytes) -> tuple[str, bytes]:
        sealed = self.bo.encrypt(ANA, text, lambda _: self.ana.keys.bundle())
        assert sealed
        return sealed


@pytest.fixture
def pair() -> Pair:
    return Pair()


def test_the_first_message_introduces_and_an_answer_ends_the_introductions(pair: Pair) -> None:
    kind, data = pair.to_bo(b"oi")
    assert (kind, pair.bo.decrypt(ANA, kind, data)) == ("pkmsg", b"oi")
    assert pair.to_bo(b"again")[0] == "pkmsg"
    kind, data = pair.to_ana(b"bom dia")
    assert (kind, pair.ana.decrypt(BO, kind, data)) == ("msg", b"bom dia")
    assert pair.to_bo(b"now")[0] == "msg"


@pytest.mark.parametrize("seed", range(5))
def test_both_may_begin_at_once_and_messages_may_overtake_each_other(pair: Pair, seed: int) -> None:
    chance = random.Random(seed)
    for turn in range(4):
        texts = [f"{turn}/{number}".encode() for number in range(20)]
        mail = [("bo", text, pair.to_bo(text)) for text in texts] + [("ana", text, pair.to_ana(text)) for text in texts]
        chance.shuffle(mail)
        for to, text, (kind, data) in mail:
            read = pair.bo.decrypt(ANA, kind, data) if to == "bo" else pair.ana.decrypt(BO, kind, data)
            assert read == text


def test_a_repeat_is_told_from_a_damaged_message(pair: Pair) -> None:
    kind, data = pair.to_bo(b"oi")
    pair.bo.decrypt(ANA, kind, data)
    with pytest.raises(AlreadyOpened):
        pair.bo.decrypt(ANA, kind, data)
    pair.ana.decrypt(BO, *pair.to_ana(b"known"))
    kind, data = pair.to_bo(b"next")
    with pytest.raises(Undecryptable, match="code"):
        pair.bo.decrypt(ANA, kind, data[:-1] + bytes((data[-1] ^ 1,)))
    assert pair.bo.decrypt(ANA, kind, data) == b"next"


def test_a_one_time_key_serves_one_session(pair: Pair) -> None:
    bundle = pair.bo.keys.bundle()
    first, second = Sessions(OwnKeys.generate()), Sessions(OwnKeys.generate())
    sealed = [sessions.encrypt(BO, b"oi", lambda _: bundle) for sessions in (first, second)]
    assert sealed[0]
    assert sealed[1]
    assert pair.bo.decrypt(ANA, *sealed[0]) == b"oi"
    with pytest.raises(Undecryptable, match="one-time"):
        pair.bo.decrypt(Jid("300", LIDS), *sealed[1])


def test_a_session_started_anew_replaces_a_broken_one(pair: Pair) -> None:
    pair.bo.decrypt(ANA, *pair.to_bo(b"oi"))
    pair.bo.forget(ANA)
    pair.ana.decrypt(BO, *pair.to_ana(b"new keys"))
    assert pair.bo.decrypt(ANA, *pair.to_bo(b"found again")) == b"found again"


def test_padding_comes_off_again() -> None:
    assert all(unpad(pad(bytes(size))) == bytes(size) for size in range(40))
    with pytest.raises(Undecryptable):
        unpad(b"\x09")
