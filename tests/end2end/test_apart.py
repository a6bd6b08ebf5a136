"""What happens in one slot stays in it: linking, unlinking, removing, two folders, ids that repeat."""

import time

import pytest

from tests.end2end.town import Town
from tests.network import ScanRefused
from tests.waiting import until


@pytest.fixture(scope="module")
def town(network):
    return Town(network)


@pytest.fixture(scope="module")
def desk(desks, tmp_path_factory):
    running = desks(tmp_path_factory.mktemp("apart") / "data")
    running.start()
    return running


@pytest.fixture(scope="module")
def linked(town, desk):
    line = town.line(desk, desk.make_account("Oficina Três Pinos"), "Oficina")
    town.link(desk, line)
    return line


def test_a_new_qr_in_one_slot_changes_no_other_slot_and_pressing_twice_links_once(town, desk, linked):
    waiting = town.line(desk, linked.account_id, "Peças")
    before = desk.status(linked.session_id)
    for _ in range(2):
        assert desk.ask("POST", f"/start/{waiting.session_id}").status_code == 202
    code = desk.qr(waiting.session_id)
    desk.post(f"/start/{waiting.session_id}")
    assert desk.qr(waiting.session_id) == code
    assert desk.status(linked.session_id) == before
    town.network.call(waiting.phone.scan, code)
    desk.wait_status(waiting.session_id, "online")
    assert len(waiting.phone.linked) == 1
    assert desk.status(linked.session_id) == before


def test_unlinked_on_the_phone_is_shown_within_seconds_and_linking_again_works(town, desk, linked):
    line = town.line(desk, linked.account_id, "Recepção")
    town.link(desk, line)
    started = time.monotonic()
    town.network.call(line.phone.unlink)
    desk.wait_status(line.session_id, "logged-out", seconds=10)
    assert time.monotonic() - started < 10
    town.link(desk, line)
    desk.send(line.session_id, "De volta", number=f"+{line.customers[0].number}")
    assert town.network.call(line.customers[0].wait_for_text, "De volta").from_number == line.phone.number


def test_a_phone_of_another_number_is_refused_before_it_is_linked_and_both_numbers_are_named(town, desk, linked):
    line = town.line(desk, linked.account_id, "Orçamentos")
    town.link(desk, line)
    town.network.call(line.phone.unlink)
    desk.wait_status(line.session_id, "logged-out")
    stranger = town.phone("Stranger")
    desk.post(f"/start/{line.session_id}")
    with pytest.raises(ScanRefused):
        town.network.call(stranger.scan, desk.qr(line.session_id))
    assert stranger.linked == []
    told = until("the refusal", lambda: _with_code(desk, line.session_id, "wrong_number"))
    assert {told["facts"]["expected"], told["facts"]["got"]} == {f"+{line.phone.number}", f"+{stranger.number}"}


def test_a_number_bound_elsewhere_is_refused_and_one_phone_at_two_slots_binds_exactly_one(town, desk, linked):
    other = town.line(desk, desk.make_account("Pet Focinho Feliz"), "Banho")
    desk.post(f"/start/{other.session_id}")
    with pytest.raises(ScanRefused):
        town.network.call(linked.phone.scan, desk.qr(other.session_id))
    until("the refusal", lambda: _with_code(desk, other.session_id, "bound_elsewhere"))
    assert desk.status(linked.session_id)["status"] == "online"

    twins = [town.line(desk, other.account_id, name) for name in ("Loja", "Tosa")]
    for twin in twins:
        desk.post(f"/start/{twin.session_id}")
    codes = [desk.qr(twin.session_id) for twin in twins]
    outcomes = [_scan(town, twins[0].phone, code) for code in codes]
    assert sorted(outcomes) == [False, True]
    until("one online", lambda: [desk.status(twin.session_id)["status"] for twin in twins].count("online") == 1)
    assert [desk.status(twin.session_id)["number"] for twin in twins].count(None) == 1


def test_nothing_of_a_removed_slot_acts_on_the_one_added_after_it(town, desk):
    account = desk.make_account("Bem-Me-Quer Flores")
    first = town.line(desk, account, "Pedidos")
    town.link(desk, first)
    desk.send(first.session_id, "Da primeira", number=f"+{first.customers[0].number}")
    town.network.call(first.customers[0].wait_for_text, "Da primeira")
    assert desk.delete(f"/sessions/{first.session_id}")["success"]
    until("removal", lambda: desk.ask("GET", f"/status/{first.session_id}").status_code == 404)
    second = town.line(desk, account, "Pedidos")
    assert second.session_id != first.session_id
    assert desk.ask("GET", f"/messages/{first.session_id}").status_code == 404
    assert desk.get(f"/messages/{second.session_id}")["messages"] == []
    assert not (desk.folder / "accounts" / account / first.session_id).exists()
    town.link(desk, second)
    assert desk.ask(
        "POST", "/send-message", json={"session_id": first.session_id, "number": "+5511988887777", "message": "x"}
    ).status_code == 404  # fmt: skip


def test_a_message_id_that_another_sender_uses_again_is_another_message(town, desk, linked):
    one, other = linked.customers[:2]
    same = "3A" + "0123456789ABCDEF01"
    town.network.call(one.say, linked.phone.number, "da primeira pessoa", same)
    town.network.call(other.say, linked.phone.number, "da segunda pessoa", same)
    wanted = {"da primeira pessoa": f"+{one.number}", "da segunda pessoa": f"+{other.number}"}
    until(
        "both",
        lambda: (
            wanted.items()
            <= {message["text"]: message["number"] for message in desk.messages(linked.session_id)}.items()
        ),
    )


def test_two_data_folders_on_one_keyring_do_not_touch_each_other(town, desks, tmp_path):
    one, two = desks(tmp_path / "one"), desks(tmp_path / "two")
    for desk in (one, two):
        desk.start()
    lines = [town.line(desk, desk.make_account("Escola Passo a Passo"), "Secretaria") for desk in (one, two)]
    for desk, line in zip((one, two), lines, strict=True):
        town.link(desk, line)
    one.delete(f"/sessions/{lines[0].session_id}")
    one.stop()
    two.stop()
    two.start()
    assert two.wait_status(lines[1].session_id, "online")["number"] == f"+{lines[1].phone.number}"
    two.stop()
    one.start()
    assert one.get("/sessions") == {"sessions": []}
    one.stop()


def _with_code(desk, session_id: str, code: str):
    told = desk.status(session_id)
    return told if told.get("code") == code else None


def _scan(town: Town, phone, code: str) -> bool:
    try:
        town.network.call(phone.scan, code)
    except ScanRefused:
        return False
    return True
