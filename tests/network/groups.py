"""Groups: who is in them, what clients ask about them, and how a message reaches every member's devices."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.network.crypto import sha256
from tests.network.directory import Account, Device, device_hash
from tests.network.jid import GROUPS, Jid
from tests.network.nodes import Attrs, Node
from tests.network.records import Relayed

if TYPE_CHECKING:
    from tests.network.connection import Connection
    from tests.network.phone import Phone
    from tests.network.server import Network

NOT_A_MEMBER, UNKNOWN = 403, 404


@dataclass(slots=True)
class Group:
    """One group; the first member made it."""

    subject: str
    created: int
    members: list[Account] = field(default_factory=list)
    jid: Jid = field(default_factory=lambda: Jid(f"1203634{int.from_bytes(os.urandom(4), 'big'):011d}", GROUPS))

    def devices(self) -> list[Device]:
        """Every device of every member."""
        return [device for member in self.members for device in member.devices.values()]

    def node(self) -> Node:
        """The group as clients are told."""
        owner = self.members[0]
        attrs: Attrs = {
            "id": self.jid.user,
            "subject": self.subject,
            "creation": self.created,
            "creator": owner.lid,
            "creator_pn": owner.pn,
            "s_t": self.created,
            "s_o": owner.lid,
            "size": len(self.members),
            "addressing_mode": "lid",
        }
        return Node("group", attrs, [_participant(member, owner) for member in self.members])


def _participant(member: Account, owner: Account) -> Node:
    attrs: Attrs = {"jid": member.lid, "phone_number": member.pn}
    if member is owner:
        attrs["type"] = "superadmin"
    return Node("participant", attrs)


class Groups:
    """Every group of one network."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._groups: dict[Jid, Group] = {}

    def create(self, subject: str, owner: Phone, *others: Phone) -> Group:
        """Make a group and tell its members' linked devices."""
        group = Group(subject, int(self._network.now()), [phone.account for phone in (owner, *others)])
        self._groups[group.jid] = group
        self._tell(group, group.members, Node("create", {"type": "new"}, [group.node()]))
        return group

    def add(self, group: Group, phone: Phone) -> None:
        """Take somebody in."""
        group.members.append(phone.account)
        self._tell(group, group.members, self._change(group, "add", phone))

    def remove(self, group: Group, phone: Phone) -> None:
        """Put somebody out."""
        told = list(group.members)
        group.members.remove(phone.account)
        self._tell(group, told, self._change(group, "remove", phone))

    def rename(self, group: Group, subject: str) -> None:
        """Give a group another name."""
        group.subject = subject
        owner, now = group.members[0], int(self._network.now())
        self._tell(group, group.members, Node("subject", {"subject": subject, "s_t": now, "s_o": owner.lid}))

    @staticmethod
    def _change(group: Group, tag: str, phone: Phone) -> Node:
        return Node(tag, {}, [_participant(phone.account, group.members[0])])

    def _tell(self, group: Group, members: list[Account], node: Node) -> None:
        owner = group.members[0]
        about: Attrs = {"participant": owner.lid, "participant_pn": owner.pn, "addressing_mode": "lid"}
        for device in (device for member in members for device in member.companions):
            self._network.relay.notify(device, "w:gp2", group.jid, [node], **about)

    def at(self, jid: Jid) -> Group | None:
        """The group at an address."""
        return self._groups.get(jid)

    def answer(self, device: Device, iq: Node) -> Node:
        """The answer to a `w:g2` question, or its error."""
        to = iq.jid("to") or Jid("", GROUPS)
        attrs: Attrs = {"id": iq.text("id"), "type": "result", "from": to}
        if iq.child("participating") is not None:
            own = [group.node() for group in self._groups.values() if device.account in group.members]
            return Node("iq", attrs, [Node("groups", {}, own)])
        group = self.at(to)
        if group is None or device.account not in group.members:
            attrs["type"] = "error"
            return Node("iq", attrs, [Node("error", {"code": NOT_A_MEMBER if group else UNKNOWN})])
        return Node("iq", attrs, [group.node()] if iq.child("query") is not None else None)

    def message(self, sender: Device, node: Node, origin: Connection | None) -> None:
        """Pass a group message on to every device of every member but the sender."""
        relay, to = self._network.relay, node.jid("to")
        group = self.at(to) if to else None
        if group is None or sender.account not in group.members:
            relay.acknowledge_message(sender, node, origin, error=NOT_A_MEMBER if group else UNKNOWN)
            return
        now, reached = self._network.now(), {}
        is_resend = node.jid("participant") is not None
        for target, encs in self._targets(group, sender, node):
            reached[target.account.number, target.id] = sha256(encs[-1].data).hex()
            relay.deliver(target, self._copy(group, sender, node, encs))
        number, message_id = sender.account.number, node.text("id")
        record = Relayed(number, sender.id, group.jid.user, message_id, now, reached, is_resend=is_resend)
        self._network.records.messages.append(record)
        phash = device_hash([device.lid for device in group.devices()])
        relay.acknowledge_message(sender, node, origin, phash="" if is_resend else phash)
        self._network.changes.notify()

    def _targets(self, group: Group, sender: Device, node: Node) -> list[tuple[Device, list[Node]]]:
        shared, participants = list(node.all("enc")), node.child("participants")
        only = node.jid("participant")
        if only:
            device = self._network.directory.device(only)
            return [(device, shared)] if device and device.account in group.members else []
        own = {child.jid("jid"): list(child.all("enc")) for child in (participants.all("to") if participants else ())}
        return [(device, [*own.get(device.lid, []), *shared]) for device in group.devices() if device is not sender]

    def _copy(self, group: Group, sender: Device, node: Node, encs: list[Node]) -> Node:
        attrs: Attrs = {
            "from": group.jid,
            "participant": sender.lid,
            "participant_pn": sender.account.pn,
            "addressing_mode": "lid",
            "id": node.text("id"),
            "type": node.text("type"),
            "t": int((not sender.id and node.text("t")) or self._network.now()),
            "notify": sender.account.name,
        }
        return Node("message", attrs, [*encs, *node.all("device-identity")])

    def receipt(self, reader: Device, node: Node) -> None:
        """Tell the author of a group message that somebody has it, read it, or wants it again."""
        author = node.jid("participant")
        account = self._network.directory.at(author)
        if author is None or account is None or account is reader.account:
            return
        kept: Attrs = {key: value for key, value in node.attrs.items() if key not in ("to", "participant_pn")}
        about: Attrs = {"from": node.attrs["to"], "participant": reader.lid, "addressing_mode": "lid"}
        relayed = Node("receipt", {**kept, **about, "t": int(self._network.now())}, node.content)
        is_for_all = not author.device and node.text("type") in ("read", "played")
        targets = list(account.devices.values()) if is_for_all else [account.devices.get(author.device)]
        for target in targets:
            if target:
                self._network.relay.deliver(target, relayed)
