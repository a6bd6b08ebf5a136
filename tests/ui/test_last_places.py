"""Where an account was left comes back at the next start; nonsense and other accounts' places do not."""

import pytest

from tests.ui.inbox_people import BAKERY, OTHER, chat_id
from tests.ui.inbox_stage import Stage, stage
from wadesk.domain.ids import slot_id
from wadesk.ui.models.last_places import LastPlaces


class Words(dict):
    """Settings in memory."""

    def word(self, key: str) -> str:
        return self.get(key, "")

    def put(self, key: str, value: str) -> None:
        self[key] = value


def begun(kept: Words) -> Stage:
    made = stage()
    made.inbox.show_account(None)
    made.places = LastPlaces(made.inbox, kept)
    made.places.remind([BAKERY, OTHER])
    made.inbox.show_account(BAKERY)
    return made


def test_chat_and_filter_come_back_at_the_next_start(qapp: object) -> None:
    kept = Words()
    made = begun(kept)
    made.inbox.set_filter(slot_id(BAKERY, 2))
    made.inbox.open(made.scene.mercado)
    made.inbox.show_account(OTHER)
    assert kept[f"window.filter.{BAKERY}"] == f"{slot_id(BAKERY, 2)} {made.scene.mercado}"
    again = begun(kept)
    assert (again.inbox.wanted, again.inbox.open_chat.chat_id) == (slot_id(BAKERY, 2), made.scene.mercado)


def test_all_numbers_come_back_too(qapp: object) -> None:
    kept = Words()
    made = begun(kept)
    made.inbox.set_filter(slot_id(BAKERY, 2))
    made.inbox.set_filter(None)
    assert kept[f"window.filter.{BAKERY}"] == "all"
    assert begun(kept).inbox.wanted is None


@pytest.mark.parametrize(
    "kept",
    [
        "nonsense and more",
        f"{slot_id(OTHER, 1)} {chat_id(1, 'a', OTHER)}",
        f"{slot_id(BAKERY, 9)} {chat_id(9, 'a')}",
        "all padariasolnc-slot1.zzzzzzzzzzzzzzzz",
    ],
)
def test_what_is_not_here_is_not_come_back_to(qapp: object, kept: str) -> None:
    made = begun(Words({f"window.filter.{BAKERY}": kept}))
    assert (made.inbox.wanted, made.inbox.open_chat) == (None, None)
