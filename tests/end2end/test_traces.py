"""What a run leaves behind: no secret, number, text or QR payload in any log, argument, environment or plain file."""

import base64
import subprocess

import pytest
from keyring.backends.SecretService import Keyring

from tests.end2end.search import dumped, found_in_files, found_in_processes, opened
from tests.end2end.town import Line, Town
from tests.waiting import until
from wadesk.paths import DataFolder


@pytest.fixture(scope="module")
def ran(desks, network, service, tmp_path_factory, monkeypatch_module):
    """A run with two accounts of two slots, ended; its folder, its lines, and every secret it knew."""
    town, desk = Town(network), desks(tmp_path_factory.mktemp("traces") / "data")
    told = desk.start()
    accounts = [desk.make_account(name) for name in ("Padaria Sol Nascente", "Seguros Farol")]
    lines = [town.line(desk, account, name) for account in accounts for name in ("Balcão", "Sinistros")]
    codes = town.link(desk, *lines)
    town.talk(desk, lines, 10, 1)
    town.settled(desk, lines)
    provoked = _fail_on_both_ways(desk, town, lines, service, monkeypatch_module)
    processes = desk.children()
    secrets = [
        told["key"],
        *codes,
        *(part for code in codes for part in code.split("#")[1].split(",") if len(part) > 10),
    ]
    for line in lines:
        secrets += [*line.numbers(), *line.texts()]
    secrets += provoked
    in_processes = found_in_processes(processes, secrets)
    assert desk.stop() == 0
    return desk, lines, secrets, in_processes


@pytest.fixture(scope="module")
def monkeypatch_module():
    with pytest.MonkeyPatch.context() as patch:
        yield patch


def _fail_on_both_ways(desk, town: Town, lines: list[Line], service, patch) -> list[str]:
    """Make the database of an account refuse two texts, one each way, from outside; the texts."""
    line, texts = lines[0], ["provoked on its way out 7316", "provoked on its way in 7316"]
    database = DataFolder(desk.folder).account(line.account_id).database
    with opened(database, _keys(desk, service, patch)[line.account_id]) as sql:
        sql.execute(
            "CREATE TRIGGER refuse BEFORE INSERT ON message WHEN NEW.text LIKE 'provoked%' "
            "BEGIN SELECT RAISE(ABORT, 'refused'); END"
        )
    customer = line.customers[0]
    asked = {"session_id": line.session_id, "number": f"+{customer.number}", "message": texts[0]}
    assert desk.ask("POST", "/send-message", json=asked).status_code >= 500
    town.network.call(customer.say, line.phone.number, texts[1])
    town.network.call(customer.say, line.phone.number, "after the provoked one")
    until("what came after it", lambda: desk.messages(line.session_id)[0]["text"] == "after the provoked one", 60)
    assert texts[0] not in [one.text for one in customer.inbox]
    return texts


def _keys(desk, service, monkeypatch) -> dict[str, bytes]:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", service.environment["DBUS_SESSION_BUS_ADDRESS"])
    folder_id = (desk.folder / "folder-id").read_text().strip()
    accounts = [path.name for path in (desk.folder / "accounts").iterdir()]
    slots = [
        path.name for account in accounts for path in (desk.folder / "accounts" / account).glob(f"{account}-slot*")
    ]
    found = {}
    for owner in ("desk", *accounts, *slots):
        kept = Keyring().get_password(f"WaDesk/{folder_id}/{owner}", "key")
        assert kept is not None, owner
        found[owner] = base64.b64decode(kept)
    return found


def test_no_file_holds_any_of_it_read_as_bytes_and_a_planted_one_is_found(ran, service, monkeypatch):
    desk, lines, secrets, _ = ran
    keys = _keys(desk, service, monkeypatch)
    assert len(set(keys.values())) == len(keys) == 1 + 2 + 4
    secrets = [
        *secrets,
        *(base64.b64encode(key).decode() for key in keys.values()),
        *(key.hex() for key in keys.values()),
    ]
    assert found_in_files(desk.folder, secrets) == []
    planted = desk.folder / "logs" / "planted.log"
    planted.write_text(f"sent to {lines[0].customers[0].number}", encoding="utf-8")
    assert found_in_files(desk.folder, secrets) == [(planted, lines[0].customers[0].number)]
    planted.unlink()


def test_no_argument_list_and_no_environment_holds_any_of_it(ran):
    assert ran[3] == []


def test_what_it_said_on_stderr_holds_none_of_it(ran):
    desk, _, secrets, _ = ran
    said = "".join(desk.errors)
    assert [secret for secret in secrets if secret in said] == []


def test_each_accounts_database_opened_with_its_own_key_knows_its_own_people_alone(ran, service, monkeypatch):
    desk, lines, _, _ = ran
    keys = _keys(desk, service, monkeypatch)
    for account in {line.account_id for line in lines}:
        folder = DataFolder(desk.folder).account(account)
        content = dumped(folder.database, keys[account])
        mine = [line for line in lines if line.account_id == account]
        others = [line for line in lines if line.account_id != account]
        assert all(text in content for line in mine for text in line.texts()), "the dump shows nothing"
        assert _known(content, others) == []


def test_each_engines_key_store_opened_with_its_own_key_knows_its_own_number_alone(
    ran, service, monkeypatch, offline_engine
):
    desk, lines, _, _ = ran
    keys = _keys(desk, service, monkeypatch)
    for line in lines:
        folder = desk.folder / "accounts" / line.account_id / line.session_id
        told = subprocess.run(
            [offline_engine, "dump", folder],
            input=base64.b64encode(keys[line.session_id]),
            capture_output=True,
            check=True,
            timeout=60,
        )
        content = told.stdout.decode("utf-8", "replace")
        assert line.phone.number in content, "the dump shows nothing"
        assert any(customer.account.lid.user in content for customer in line.customers), "the dump shows no session"
        assert _known(content, [other for other in lines if other is not line]) == []


def _known(content: str, lines: list[Line]) -> list[str]:
    """What of ``lines`` stands in ``content``: numbers, hidden ids (LIDs), texts, slot ids."""
    lids = [person.account.lid.user for line in lines for person in (line.phone, *line.customers)]
    secrets = [secret for line in lines for secret in (*line.numbers(), *line.texts(), line.session_id)]
    return [secret for secret in (*lids, *secrets) if secret in content]
