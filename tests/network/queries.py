"""Answers to the questions (`iq`) that a linked client asks."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tests.network.bundles import bundle_nodes, plain_key, signed_key
from tests.network.directory import FEW_PREKEYS, Account, Device
from tests.network.jid import LEGACY, LIDS, SERVER, USERS, Jid
from tests.network.media import connection_node
from tests.network.nodes import Attrs, Node
from tests.network.ratchet import Bundle

if TYPE_CHECKING:
    from tests.network.server import Network

PRIVACY = ("readreceipts", "profile", "status", "online", "last", "groupadd", "calladd")


class Queries:
    """The question desk of one network."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._answers: dict[str, Callable[[Device, Node], list[Node]]] = {
            "usync": self._usync,
            "encrypt": self._encrypt,
            "passive": self._passive,
            "privacy": self._privacy,
            "blocklist": self._blocklist,
            "w:sync:app:state": self._app_state,
            "md": self._companion,
            "w:m": lambda _device, _iq: [connection_node()],
        }

    def answer(self, device: Device, iq: Node) -> Node:
        """The answer to a question; unknown ones get an empty result, so that nobody waits."""
        attrs = {"id": iq.text("id"), "type": "result", "from": iq.attrs.get("to", SERVER)}
        if iq.text("xmlns") == "w:profile:picture":
            return self._network.pictures.answer(iq)
        if iq.text("xmlns") == "w:g2":
            return self._network.groups.answer(device, iq)
        answer = self._answers.get(iq.text("xmlns"))
        children = answer(device, iq) if answer else []
        return Node("iq", attrs, children or None)

    def _usync(self, device: Device, iq: Node) -> list[Node]:
        usync = iq.child("usync") or Node("usync")
        query, asked = usync.child("query"), usync.child("list")
        if query is None or asked is None:
            return []
        people = [self._person(query, user) for user in asked.all("user")]
        return [Node("usync", {}, [Node("result", {}, []), Node("list", {}, people)])]

    def _person(self, query: Node, user: Node) -> Node:
        contact, jid = user.child("contact"), user.jid("jid")
        typed = contact.data.decode() if contact else ""
        if contact is not None:
            jid = Jid(typed.partition("@")[0].lstrip("+"), LEGACY)
        directory = self._network.directory
        account = directory.typed(jid.user) if contact is not None and jid else directory.at(jid)
        if account is None or jid is None:
            return self._nobody(jid, contact)
        attrs: Attrs = {"jid": account.lid if jid.server == LIDS else jid}
        wanted = query.child("contact")
        if contact is not None:
            by_lid = wanted is not None and wanted.text("addressing_mode") == "lid"
            attrs = {"jid": account.lid, "pn_jid": account.pn} if by_lid else {"jid": account.pn}
        children = [child for child in map(self._fact(account), query.children) if child]
        if contact is not None:
            children.append(Node("contact", {"type": "in"}, typed.encode()))
        return Node("user", attrs, children)

    @staticmethod
    def _nobody(jid: Jid | None, contact: Node | None) -> Node:
        if contact is None:
            return Node("user", {"jid": jid or SERVER}, [])
        pn = Jid(jid.user if jid else "", USERS)
        return Node("user", {"jid": pn}, [Node("contact", {"type": "out"}, contact.data)])

    @staticmethod
    def _fact(account: Account) -> Callable[[Node], Node | None]:
        def fact(wanted: Node) -> Node | None:
            if wanted.tag == "devices":
                entries = [
                    Node("device", {"id": number, "key-index": number} if number else {"id": 0})
                    for number in account.devices
                ]
                return Node("devices", {}, [Node("device-list", {}, entries)])
            if wanted.tag == "lid":
                return Node("lid", {"val": account.lid})
            return None

        return fact

    def _encrypt(self, device: Device, iq: Node) -> list[Node]:
        if iq.text("type") == "set":
            self._take_keys(device, iq)
            return []
        wanted = iq.child("key")
        if wanted is None:
            return [Node("count", {"value": len(device.prekeys)})]
        return [Node("list", {}, [self._keys_of(user) for user in wanted.all("user")])]

    @staticmethod
    def _take_keys(device: Device, iq: Node) -> None:
        keys, skey, identity = iq.child("list"), iq.child("skey"), iq.child("identity")
        if keys is None or skey is None or identity is None:
            return
        registration = iq.child("registration")
        device.registration = int.from_bytes(registration.data if registration else b"", "big")
        device.identity = identity.data
        device.signed_prekey = signed_key(skey)
        device.prekeys.extend(plain_key(key) for key in keys.all("key"))

    def _keys_of(self, user: Node) -> Node:
        jid = user.jid("jid") or SERVER
        device = self._network.directory.device(jid)
        bundle = self.hand_out(device) if device else None
        if bundle is None:
            return Node("user", {"jid": jid}, [_error(404, "item-not-found")])
        return Node("user", {"jid": jid}, bundle_nodes(bundle))

    def hand_out(self, device: Device) -> Bundle | None:
        """Keys of a device to start a session with; a device that runs low is asked for more."""
        bundle = device.bundle()
        if device.id and len(device.prekeys) == FEW_PREKEYS:
            count = Node("count", {"value": FEW_PREKEYS})
            self._network.relay.notify(device, "encrypt", SERVER, [count])
        return bundle

    def _passive(self, device: Device, iq: Node) -> list[Node]:
        if iq.child("active") is not None:
            self._network.activate_soon(device)
        return []

    def _privacy(self, device: Device, iq: Node) -> list[Node]:
        if iq.text("type") == "set":
            return []
        settings = [Node("category", {"name": name, "value": "all"}) for name in PRIVACY]
        return [Node("privacy", {}, settings)]

    def _blocklist(self, _device: Device, _iq: Node) -> list[Node]:
        return [Node("list", {"dhash": "none"})]

    def _app_state(self, device: Device, iq: Node) -> list[Node]:
        sync = iq.child("sync")
        phone = self._network.phone_of(device.account)
        collections = list(sync.all("collection")) if sync else []
        return [Node("sync", {}, [phone.app_state.answer(wanted) for wanted in collections])]

    def _companion(self, device: Device, iq: Node) -> list[Node]:
        if iq.child("remove-companion-device") is not None:
            self._network.remove_soon(device)
        return []


def _error(code: int, text: str) -> Node:
    return Node("error", {"code": code, "text": text})
