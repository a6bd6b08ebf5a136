"""Commands to the simulated phones, one line each, for a person or a script."""

from __future__ import annotations

import inspect
import shlex
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from tests.network import happenings, payloads
from tests.network.jid import digits_of
from tests.network.pairing import PREFIX, ScanRefused
from tests.network.phone import Phone

if TYPE_CHECKING:
    from tests.network.server import Network

HELP = f"""\
phone +NUMBER [NAME]         a new phone
phones                       every phone, its linked devices and its last message
scan PHONE [WHICH|CODE]      scan the code on the screen (the WHICH-th of several), or a code given as text
type PHONE CODE              type the code of letters that a client shows for the phone's number
say PHONE TO TEXT            write to a number
send PHONE TO KIND           send a voice, image, sticker, document, location, contact, poll or unknown
read PHONE FROM              open the chat with a number: its messages become read
wait PHONE TEXT              wait until the phone has a message with that text in it (20 s)
unlink PHONE [DEVICE]        remove a linked device, or all
offline PHONE, online PHONE  out of reach, and back
cut PHONE                    cut the connection of its linked device
{happenings.HELP}
log [COUNT]                  what the network relayed last
open, close                  start the window, end it
help, quit
PHONE, TO and FROM are a number, the end of one, or a name."""

WAIT_SECONDS = 20

KINDS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "voice": ("media", lambda: payloads.voice(12)),
    "image": ("media", lambda: payloads.image("A picture")),
    "sticker": ("media", payloads.sticker),
    "document": ("media", lambda: payloads.document("order.pdf")),
    "location": ("media", lambda: payloads.location("Praça da Sé")),
    "contact": ("media", lambda: payloads.contact("Carla", "5511988880003")),
    "poll": ("poll", lambda: payloads.poll("Today?", ["Yes", "No"], bytes(32))),
    "unknown": ("text", payloads.unknown),
}


class CommandError(Exception):
    """The line could not be carried out; the sentence says why."""


class Commands:
    """Carries out lines against one network. `look` reads the codes off the screen."""

    def __init__(self, network: Network, look: Callable[[], list[str]]) -> None:
        self._network, self._look = network, look
        self._known: dict[str, Callable[..., Awaitable[str]]] = {
            "phone": self._phone,
            "phones": self._phones,
            "scan": self._scan,
            "type": self._type,
            "say": self._say,
            "send": self._send,
            "read": self._read,
            "wait": self._wait,
            "unlink": self._unlink,
            "offline": self._offline,
            "online": self._online,
            "cut": self._cut,
            "log": self._log,
            "help": self._help,
            **happenings.Happenings(network, self.find, self._code).known,
        }

    async def run(self, line: str) -> str:
        """Carry out one line and say what came of it; raises CommandError."""
        try:
            name, *words = shlex.split(line, comments=True) or [""]
        except ValueError:
            name, *words = line.split()
        if not name:
            return ""
        command = self._known.get(name)
        if command is None:
            raise CommandError(f"There is no command {name}; help lists them.")
        try:
            inspect.signature(command).bind(*words)
        except TypeError as error:
            raise CommandError(f"{name} takes other words; help lists them.") from error
        try:
            return await command(*words)
        except (LookupError, ValueError, OSError, ScanRefused) as error:
            raise CommandError(f"{name}: {error}") from error

    def find(self, words: str) -> Phone:
        """The phone with that name or number, or the end of a number; raises CommandError."""
        phones = self._network.phones
        digits = digits_of(words)
        found = [phone for phone in phones.values() if phone.account.name.casefold() == words.casefold()]
        if not found and digits:
            found = [phones[digits]] if digits in phones else [p for n, p in phones.items() if n.endswith(digits)]
        if len(found) != 1:
            raise CommandError(f"{'Several phones are' if found else 'There is no phone'} {words}.")
        return found[0]

    async def _phone(self, number: str, *name: str) -> str:
        phone = self._network.phone(number, " ".join(name))
        return f"{phone.account.name}: +{phone.number}"

    async def _phones(self) -> str:
        return "\n".join(map(self._line_of, self._network.phones.values())) or "no phones"

    def _line_of(self, phone: Phone) -> str:
        devices = [
            f"device {number}{'' if self._network.is_connected(phone.number, number) else ' (away)'}"
            for number in phone.linked
        ]
        last = f", last heard: {phone.inbox[-1].text or '(no text)'}" if phone.inbox else ""
        state = "" if phone.is_online else ", offline"
        return f"+{phone.number} {phone.account.name}{state}, linked: {', '.join(devices) or 'none'}{last}"

    async def _scan(self, who: str, what: str = "") -> str:
        phone = self.find(who)
        device = await phone.scan(what if what.startswith(PREFIX) or "," in what else self._code(what))
        return f"+{phone.number} linked device {device}"

    async def _type(self, who: str, *code: str) -> str:
        phone = self.find(who)
        return f"+{phone.number} linked device {await phone.type_code(''.join(code))}"

    def _code(self, which: str) -> str:
        codes = [code for code in self._look() if self._network.is_waiting(code)]
        if not codes:
            raise CommandError("There is no code on the screen that this network gave out.")
        if len(codes) > 1 and not which:
            raise CommandError(f"There are {len(codes)} codes on the screen: say which, in reading order.")
        number = int(which or 1)
        if not 1 <= number <= len(codes):
            raise CommandError(f"There are {len(codes)} codes on the screen.")
        return codes[number - 1]

    def _number(self, words: str) -> str:
        """A number as it is typed, which an alias may stand behind, or a phone's name or ending."""
        return words if self._network.directory.number(words) else self.find(words).number

    async def _say(self, who: str, to: str, *text: str) -> str:
        return f"sent {await self.find(who).say(self._number(to), ' '.join(text))}"

    async def _send(self, who: str, to: str, kind: str) -> str:
        if kind not in KINDS:
            raise CommandError(f"There is no kind {kind}: {', '.join(KINDS)}.")
        stanza, make = KINDS[kind]
        return f"sent {await self.find(who).say_raw(self._number(to), make(), kind=stanza)}"

    async def _read(self, who: str, whose: str) -> str:
        return f"read {len(await self.find(who).read(self._number(whose)))} messages"

    async def _wait(self, who: str, *text: str) -> str:
        wanted = " ".join(text)
        try:
            received = await self.find(who).wait_for(lambda one: wanted in one.text, WAIT_SECONDS)
        except TimeoutError as error:
            raise CommandError(f"{who} has had no such message for {WAIT_SECONDS} s.") from error
        return f"from +{received.from_number}: {received.text}"

    async def _unlink(self, who: str, device: str = "") -> str:
        phone = self.find(who)
        await phone.unlink(int(device) if device else None)
        return f"linked: {phone.linked or 'none'}"

    async def _offline(self, who: str) -> str:
        await self.find(who).offline()
        return "offline"

    async def _online(self, who: str) -> str:
        await self.find(who).online()
        return "online"

    async def _cut(self, who: str) -> str:
        self._network.connection_of(self.find(who).number).cut()
        return "cut"

    async def _log(self, count: str = "20") -> str:
        shown = self._network.records.messages[-int(count) :]
        lines = [
            f"+{one.from_number}/{one.from_device} -> +{one.to_number} {one.id} to {len(one.devices)} devices"
            for one in shown
        ]
        return "\n".join(lines) or "nothing yet"

    async def _help(self) -> str:
        return HELP
