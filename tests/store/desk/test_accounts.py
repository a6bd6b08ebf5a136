"""Names, initials, colours and places of accounts."""

import pytest

from wadesk.domain.errors import Conflict, InvalidRequest, NotFound, TooLarge
from wadesk.domain.ids import new_account_id, slot_id
from wadesk.domain.linkstate import LinkState, SlotStatus
from wadesk.domain.requests import HistoryAmount
from wadesk.paths import DataFolder
from wadesk.store.desk.desk_store import DeskStore

INITIALS = {
    "Padaria Sol Nascente": "PS",
    "Clínica da Vila": "CV",
    "A Padaria do Zé": "PZ",
    "The Corner Shop": "CS",
    "El Rincón de la Abuela": "RA",
    "Água & Óleo": "AO",
    "  ótica   são   josé ": "OS",
    "Loja 24 Horas": "L2",
    "99 Centavos": "9C",
    "Zé": "ZE",
    "Pão": "PA",
    "O da": "OD",
    "Em": "EM",
}


@pytest.mark.parametrize(("name", "initials"), INITIALS.items())
def test_initials_are_the_first_letters_of_the_first_two_words_that_say_something(desk: DeskStore, name, initials):
    assert desk.add_account(name).initials == initials


def test_forty_accounts_of_one_name_have_forty_initials_of_two_characters(desk: DeskStore):
    initials = [desk.add_account(name).initials for name in ["Padaria Sol", "X", "!!", "東京 店"] * 10]
    assert len(set(initials)) == 40
    assert all(len(pair) == 2 and pair.isalnum() and pair == pair.upper() for pair in initials)


def test_given_initials_are_kept_in_upper_case_and_no_two_accounts_have_the_same(desk: DeskStore):
    assert desk.add_account("Padaria", initials=" x9 ").initials == "X9"
    with pytest.raises(Conflict) as caught:
        desk.add_account("Other", initials="X9")
    assert (caught.value.reason, caught.value.facts) == ("initials_taken", {"initials": "X9", "account": "Padaria"})
    assert desk.add_account("Xavier 9").initials != "X9"


def test_a_new_account_takes_the_first_colour_nobody_has_and_then_the_one_used_least(desk: DeskStore):
    assert desk.add_account("Second first", colour=2).colour == 2
    assert [desk.add_account(f"Number {n}").colour for n in range(9)] == [1, 3, 4, 5, 6, 7, 8, 9, 10]
    assert [desk.add_account(f"More {n}").colour for n in range(11)] == [*range(11, 21), 1]


def test_accounts_stand_in_the_order_they_were_made_and_keep_it_when_renamed(desk: DeskStore):
    made = [desk.add_account(name) for name in ("Zebra", "Ana", "Meio")]
    renamed = desk.change_account(made[1].account_id, "  Outra \n coisa ")
    assert (renamed.name, renamed.initials, renamed.colour) == ("Outra coisa", made[1].initials, made[1].colour)
    assert [account.name for account in desk.accounts()] == ["Zebra", "Outra coisa", "Meio"]


def test_an_accounts_name_initials_and_colour_change_apart_and_what_is_not_named_stays(desk: DeskStore):
    made = desk.add_account("Padaria", "PD", 3)
    assert desk.change_account(made.account_id) == made
    changes = ({"name": "Sol"}, {"initials": " sn "}, {"colour": 20}, {"initials": "SN"})
    changed = [desk.change_account(made.account_id, **change) for change in changes]
    assert [(one.name, one.initials, one.colour) for one in changed] == [
        ("Sol", "PD", 3), ("Sol", "SN", 3), ("Sol", "SN", 20), ("Sol", "SN", 20),
    ]  # fmt: skip
    assert desk.accounts() == [changed[-1]]


def test_a_change_that_cannot_be_is_refused_in_words_and_changes_nothing(desk: DeskStore):
    mine, other = desk.add_account("Padaria", "PD", 1), desk.add_account("Pet Shop", "PS", 2)
    for error, reason, words in (
        (Conflict, "initials_taken", {"name": "Nova", "initials": "ps"}),
        (InvalidRequest, "bad_initials", {"name": "Nova", "initials": "P"}),
        (InvalidRequest, "bad_colour", {"name": "Nova", "colour": 21}),
        (InvalidRequest, "empty_name", {"name": " ", "colour": 5}),
    ):
        with pytest.raises(error) as caught:
            desk.change_account(mine.account_id, **words)
        assert caught.value.reason == reason
    with pytest.raises(Conflict) as caught:
        desk.change_account(mine.account_id, initials="PS")
    assert caught.value.facts == {"initials": "PS", "account": "Pet Shop"}
    assert "Pet Shop" in caught.value.sentence
    assert desk.accounts() == [mine, other]


@pytest.mark.parametrize(
    ("moved", "position", "order"),
    [
        ("A", 3, "BCAD"), ("D", 1, "DABC"), ("B", 2, "ABCD"), ("C", 99, "ABDC"), ("B", -5, "BACD"), ("A", 4, "BCDA"),
    ],
)  # fmt: skip
def test_a_moved_account_stands_where_it_was_put_and_the_others_make_room(
    desk: DeskStore, moved: str, position: int, order: str
):
    ids = {name: desk.add_account(name).account_id for name in "ABCD"}
    told = desk.move_account(ids[moved], position)
    now = desk.accounts()
    assert "".join(account.name for account in now) == order
    assert [account.position for account in now] == [1, 2, 3, 4]
    assert told == [account for account in now if "ABCD"[account.position - 1] != account.name]


def test_bad_names_initials_and_colours_are_refused_in_a_sentence_and_nothing_is_made(desk: DeskStore):
    for error, reason, words in (
        (InvalidRequest, "empty_name", {"name": " \t\n "}),
        (TooLarge, "long_name", {"name": "x" * 101}),
        (InvalidRequest, "bad_initials", {"name": "A", "initials": "ABC"}),
        (InvalidRequest, "bad_initials", {"name": "A", "initials": ""}),
        (InvalidRequest, "bad_initials", {"name": "A", "initials": "A!"}),
        (InvalidRequest, "bad_colour", {"name": "A", "colour": 0}),
        (InvalidRequest, "bad_colour", {"name": "A", "colour": 21}),
    ):
        with pytest.raises(error) as caught:
            desk.add_account(**words)
        assert caught.value.reason == reason
        assert caught.value.sentence.endswith(".")
    assert desk.accounts() == []


def test_what_is_not_there_is_not_found_and_not_made(desk: DeskStore):
    nobody = new_account_id()
    nowhere = slot_id(nobody, 1)
    for work in (
        lambda: desk.account(nobody),
        lambda: desk.change_account(nobody, "x"),
        lambda: desk.move_account(nobody, 1),
        lambda: desk.add_slot(nobody),
        lambda: desk.choose_history(nowhere, HistoryAmount.FULL),
        lambda: desk.slot(nowhere),
        lambda: desk.rename_slot(nowhere, "x"),
        lambda: desk.remove_slot(nowhere),
        lambda: desk.claim_number(nowhere, "+5511999990011", None, 1),
        lambda: desk.bind_number(nowhere, "+5511999990011", 1),
    ):
        with pytest.raises(NotFound):
            work()
    assert (desk.accounts(), desk.slots()) == ([], [])


def test_slots_are_listed_by_account_and_index_and_may_have_no_name(desk: DeskStore):
    accounts = [desk.add_account(name).account_id for name in ("Z", "A")]
    for account in (accounts[1], accounts[0], accounts[0]):
        desk.add_slot(account)
    second = desk.slots(accounts[0])[1]
    assert desk.rename_slot(second.slot_id, " Balcão ").name == "Balcão"
    assert desk.rename_slot(second.slot_id, "").name == ""
    for index in range(3, 11):
        desk.add_slot(accounts[0], f"n{index}")
    assert [(slot.account_id, slot.index) for slot in desk.slots()] == [
        *((accounts[0], index) for index in range(1, 11)),
        (accounts[1], 1),
    ]


def test_an_index_in_use_in_one_account_is_free_in_another_and_a_used_one_stays_used_over_a_restart(
    desk: DeskStore, data: DataFolder, key: bytes
):
    one, two = desk.add_account("One").account_id, desk.add_account("Two").account_id
    removed = desk.add_slot(one)
    desk.remove_slot(removed.slot_id)
    desk.close()
    with DeskStore.open(data, key, "offline") as again:
        assert again.add_slot(one).index == 2
        assert again.add_slot(two).index == 1


def test_settings_are_kept_over_a_restart_until_they_are_forgotten(desk: DeskStore, data: DataFolder, key: bytes):
    desk.put_setting("language", "en")
    desk.put_setting("language", "pt-BR")
    desk.close()
    with DeskStore.open(data, key, "offline") as again:
        assert again.setting("language") == "pt-BR"
        again.put_setting("language", None)
        assert again.setting("language") is None


def test_settings_are_listed_by_how_their_keys_begin(desk: DeskStore):
    for key in ("look.theme", "look.scale", "looks", "LOOK.theme", "window.look."):
        desk.put_setting(key, key.upper())
    assert desk.settings("look.") == {"look.scale": "LOOK.SCALE", "look.theme": "LOOK.THEME"}
    assert list(desk.settings("look%")) == list(desk.settings("look_")) == []
    assert len(desk.settings("")) == 5


def test_a_removed_slot_takes_its_own_settings_along_and_no_others(desk: DeskStore):
    account = desk.add_account("Padaria").account_id
    slots = [desk.add_slot(account).slot_id for _ in range(10)]
    one, ten = slots[0], slots[9]
    gone = [
        f"notices.mute.{one}",
        f"window.filter.{one}",
        f"window.{one}.width",
        f"window.draft.{one}.abcdabcdabcdabcd",
    ]
    stay = [
        f"notices.mute.{ten}", f"window.filter.{ten}", f"window.draft.{ten}.abcdabcdabcdabcd", "window.geometry",
        f"window.filter.{account}", "notices.on", f"look.{one}", f"window.x{one}",
    ]  # fmt: skip
    for key in (*gone, *stay):
        desk.put_setting(key, "x")
    desk.remove_slot(one)
    assert sorted(desk.settings("")) == sorted(stay)


def test_the_amount_of_history_is_recent_until_another_is_chosen_and_a_slot_made_anew_begins_anew(
    desk: DeskStore, data: DataFolder, key: bytes
):
    account = desk.add_account("Padaria").account_id
    one, two = desk.add_slot(account).slot_id, desk.add_slot(account).slot_id
    desk.choose_history(one, HistoryAmount.FULL)
    desk.close()
    with DeskStore.open(data, key, "offline") as again:
        assert again.histories() == {one: HistoryAmount.FULL, two: HistoryAmount.RECENT}
        again.remove_slot(one)
        assert again.histories() == {two: HistoryAmount.RECENT}


def test_a_removed_slots_number_and_state_leave_no_byte_in_any_row(desk: DeskStore):
    account = desk.add_account("Padaria").account_id
    slot, other = desk.add_slot(account, "Balcão").slot_id, desk.add_slot(account).slot_id
    for one, number in ((slot, "+5511999990011"), (other, "+5511999990012")):
        desk.bind_number(one, number, 1)
        desk.keep_status(SlotStatus(slot_id=one, state=LinkState.ONLINE, epoch=1, counter=1, number=number))
    desk.remove_slot(slot)
    assert desk.slots(account) == [desk.slot(other)]
    assert list(desk.statuses()) == [other]
    query = "SELECT * FROM "
    with desk._database.reading() as sql:
        tables = sql.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
        rows = [str(row) for table in tables for row in sql.exec_driver_sql(query + table).all()]
    assert not [row for row in rows if slot in row or "+5511999990011" in row]
    assert [row for row in rows if "+5511999990012" in row]
