"""The headless path: one slot links, a text travels each way, and a restart needs no QR."""

from tests.end2end.town import Town
from tests.network import ALWAYS
from tests.waiting import until


def test_a_number_links_receives_answers_and_is_online_again_without_a_qr(desks, network, tmp_path):
    town, desk = Town(network), desks(tmp_path / "data")
    desk.start()
    account = desk.make_account("Padaria Sol Nascente")
    line = town.line(desk, account, "Balcão", customers=1)
    customer = line.customers[0]
    assert desk.status(line.session_id)["status"] == "unlinked"
    town.link(desk, line)

    network.call(customer.say, line.phone.number, "Bom dia, tem pão de queijo?")
    heard = until("the question", lambda: desk.messages(line.session_id))[0]
    assert (heard["text"], heard["direction"], heard["number"]) == (
        "Bom dia, tem pão de queijo?", "in", f"+{customer.number}",
    )  # fmt: skip
    assert heard["sent_from"] is None
    desk.send(line.session_id, "Tem sim, saiu agora.", chat_id=heard["chat_id"])
    answer = network.call(customer.wait_for_text, "Tem sim, saiu agora.")
    assert answer.from_number == line.phone.number
    network.call(customer.read, line.phone.number)
    until("the read tick", lambda: desk.messages(line.session_id)[0]["state"] == "read")
    assert desk.messages(line.session_id)[0]["server_id"] == answer.id

    assert desk.stop() == 0
    network.call(customer.say, line.phone.number, "Guarda seis para mim")
    network.network.faults.refused_upgrades = ALWAYS
    desk.start()
    assert desk.status(line.session_id)["status"] in {"connecting", "reconnecting"}
    assert [one["text"] for one in desk.messages(line.session_id)][-2:] == [
        "Tem sim, saiu agora.", "Bom dia, tem pão de queijo?",
    ]  # fmt: skip
    network.network.faults.refused_upgrades = 0
    desk.wait_status(line.session_id, "online")
    assert desk.ask("GET", f"/qr/{line.session_id}").status_code == 404
    until("what came while it was away", lambda: desk.messages(line.session_id)[0]["text"] == "Guarda seis para mim")
    desk.send(line.session_id, "Guardado!", number=f"+{customer.number}")
    assert network.call(customer.wait_for_text, "Guardado!").from_number == line.phone.number
    assert len(desk.get(f"/chats/{line.session_id}")["chats"]) == 1
    assert desk.stop() == 0
