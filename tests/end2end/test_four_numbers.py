"""Two accounts with two numbers each, side by side: linked at once, never mixed, also when processes are killed."""

import os
import random
import signal
import threading

import psutil
import pytest

from tests.end2end.town import Line, Town
from tests.waiting import until

EACH_WAY = 100
"""Messages each way per slot: 200 per account each way."""


@pytest.fixture(scope="module")
def town(network):
    return Town(network)


@pytest.fixture(scope="module")
def desk(desks, tmp_path_factory):
    running = desks(tmp_path_factory.mktemp("four") / "data")
    running.start()
    return running


@pytest.fixture(scope="module")
def lines(town: Town, desk) -> list[Line]:
    accounts = [desk.make_account("Padaria Sol Nascente"), desk.make_account("Clínica Vila Serena")]
    made = [town.line(desk, account, name) for account in accounts for name in ("Balcão", "Entregas")]
    town.link(desk, *made)
    return made


def _seed() -> int:
    seed = int(os.environ.get("WADESK_TEST_SEED", "0")) or random.SystemRandom().randrange(1, 10**6)
    print(f"seed {seed}: WADESK_TEST_SEED={seed} repeats this order")
    return seed


def test_four_numbers_linked_at_once_talk_at_once_and_nothing_is_mixed_lost_or_doubled(town, desk, lines):
    town.talk(desk, lines, EACH_WAY, _seed())
    town.settled(desk, lines)
    town.check(desk, lines)


def _while_talking(town: Town, desk, lines: list[Line], strike) -> None:
    """Strike in the middle of traffic both ways, then see that everything arrived once."""
    failed: list[BaseException] = []

    def talk() -> None:
        try:
            town.talk(desk, lines, 15, _seed())
        except BaseException as error:  # noqa: BLE001 - handed to the test's own thread
            failed.append(error)

    before = sum(len(line.texts()) for line in lines)
    talking = threading.Thread(target=talk)
    talking.start()
    until("traffic", lambda: sum(len(line.texts()) for line in lines) > before + 20)
    strike()
    talking.join(60)
    assert not failed, failed
    for line in lines:
        desk.wait_status(line.session_id, "online")
    town.settled(desk, lines)
    town.check(desk, lines)


def test_a_killed_engine_comes_back_and_the_other_three_never_notice(town, desk, lines):
    victim = lines[0]
    others = {line.session_id: desk.engine_of(line.session_id).pid for line in lines[1:]}
    old = desk.engine_of(victim.session_id)
    _while_talking(town, desk, lines, old.kill)
    assert {line.session_id: desk.engine_of(line.session_id).pid for line in lines[1:]} == others
    assert desk.engine_of(victim.session_id).pid != old.pid


def test_a_killed_worker_comes_back_and_the_other_account_never_notices(town, desk, lines):
    untouched = desk.worker_of(lines[2].account_id).pid
    engines = [desk.engine_of(line.session_id) for line in lines]
    since = [desk.status(line.session_id) for line in lines[2:]]
    _while_talking(town, desk, lines, desk.worker_of(lines[0].account_id).kill)
    assert desk.worker_of(lines[2].account_id).pid == untouched
    assert [desk.engine_of(line.session_id).pid for line in lines[2:]] == [engine.pid for engine in engines[2:]]
    assert [desk.status(line.session_id)["status"] for line in lines[2:]] == [one["status"] for one in since]
    # Whoever adopted them takes their exit status in its own time.
    assert psutil.wait_procs(engines[:2], timeout=10)[1] == []


@pytest.mark.parametrize("stopped", ["nobody", "a worker", "an engine"])
def test_a_killed_parent_leaves_no_process_and_a_restart_within_the_second_is_safe(town, desk, lines, stopped):
    town.talk(desk, lines, 10, _seed())
    children = desk.children()
    assert len(children) >= 6
    frozen = {
        "a worker": lambda: desk.worker_of(lines[0].account_id),
        "an engine": lambda: desk.engine_of(lines[1].session_id),
    }
    if stopped in frozen:
        frozen[stopped]().send_signal(signal.SIGSTOP)
    desk.kill()
    desk.start()
    gone, alive = psutil.wait_procs(children, timeout=20)
    assert not alive
    assert len(gone) == len(children)
    for line in lines:
        desk.wait_status(line.session_id, "online")
    town.settled(desk, lines)
    town.check(desk, lines)
