"""Commands for what may happen to a number or the network, and for names, pictures, groups and the past."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tests.network.groups import Group

if TYPE_CHECKING:
    from tests.network.phone import Phone
    from tests.network.server import Network

HELP = """\
say-ago PHONE TO MINUTES TEXT     write with a time in the past
past PHONE WITH MINUTES TEXT      before the link: a message that the phone heard so long ago (unread)
past-own PHONE WITH MINUTES TEXT  the same, for one that it sent
name PHONE WHO NAME               enter somebody in the address book
picture PHONE FILE                have a JPEG as profile picture; none takes it away
group NAME PHONE PHONE...         make a group; the first made it
say-in PHONE GROUP TEXT           write to a group
rename GROUP NAME                 give a group another name
ban, lock, lose, outdate, replace PHONE   banned; locked; main phone gone; client too old; opened elsewhere
restrict PHONE [SECONDS]          restricted for a time
pardon PHONE                      everything works again for that number
limit PHONE COUNT                 so many linked devices at most
passkey PHONE [off]               ask for a passkey when it scans
hush PHONE [TIMES]                leave its next logins unanswered, as after a scan that leads nowhere
no-codes [ERROR]                  give no codes of letters: 429 asked too often, 0 gives them again
old-scan [CODE]                   scan with a phone that knows no linked devices
silent PHONE DAYS                 the phone itself was last heard so long ago
hole PHONE [off]                  read what its devices send, and answer nothing
slow PHONE SECONDS                everything of it takes longer
unplug, plug                      the whole network goes, comes back"""


class Happenings:
    """Carries out these lines; `find` finds a phone, `code` a code on the screen."""

    def __init__(self, network: Network, find: Callable[[str], Phone], code: Callable[[str], str]) -> None:
        self._network, self._find, self._code = network, find, code
        self._groups: dict[str, Group] = {}
        hand = network.control
        self.known: dict[str, Callable[..., Awaitable[str]]] = {
            "say-ago": self._say_ago,
            "past": self._past,
            "past-own": self._past_own,
            "name": self._name,
            "picture": self._picture,
            "group": self._group,
            "say-in": self._say_in,
            "rename": self._rename,
            "ban": self._of_number(hand.ban, "banned"),
            "lock": self._of_number(hand.lock, "locked"),
            "lose": self._of_number(hand.lose_phone, "main phone gone"),
            "outdate": self._of_number(hand.outdate, "too old"),
            "replace": self._of_number(hand.replace, "opened elsewhere"),
            "pardon": self._of_number(hand.pardon, "works again"),
            "restrict": self._restrict,
            "limit": self._limit,
            "passkey": self._passkey,
            "hush": self._hush,
            "no-codes": self._no_codes,
            "old-scan": self._old_scan,
            "silent": self._silent,
            "hole": self._hole,
            "slow": self._slow,
            "unplug": self._unplug,
            "plug": self._plug,
        }

    def _of_number(self, action: Callable[[str], None], done: str) -> Callable[[str], Awaitable[str]]:
        async def command(who: str) -> str:
            action(self._find(who).number)
            return done

        return command

    def _ago(self, minutes: str) -> float:
        return self._network.now() - 60 * float(minutes)

    async def _say_ago(self, who: str, to: str, minutes: str, *text: str) -> str:
        number = self._find(to).number
        return f"sent {await self._find(who).say(number, ' '.join(text), at=self._ago(minutes))}"

    def _whose(self, words: str) -> Phone | Group:
        return self._groups.get(words.casefold()) or self._find(words)

    async def _past(self, who: str, whom: str, minutes: str, *text: str) -> str:
        past, whose = self._find(who).past, self._whose(whom)
        past.add(whose, " ".join(text), self._ago(minutes))
        unread = past.chats[past.chat_of(whose)].unread
        past.chat(whose, unread=unread + 1)
        return f"{len(past.messages)} messages of the past"

    async def _past_own(self, who: str, whom: str, minutes: str, *text: str) -> str:
        past = self._find(who).past
        past.add(self._whose(whom), " ".join(text), self._ago(minutes), own=True)
        return f"{len(past.messages)} messages of the past"

    async def _name(self, who: str, whom: str, *name: str) -> str:
        self._find(who).name_contact(self._find(whom), " ".join(name))
        return "entered"

    async def _picture(self, who: str, file: str) -> str:
        # A person's small file, read once.
        self._find(who).set_picture(None if file == "none" else Path(file).read_bytes())
        return "no picture" if file == "none" else "changed"

    async def _group(self, name: str, owner: str, *others: str) -> str:
        group = self._network.groups.create(name, self._find(owner), *map(self._find, others))
        self._groups[name.casefold()] = group
        return str(group.jid)

    def _known_group(self, name: str) -> Group:
        group = self._groups.get(name.casefold())
        if group is None:
            raise LookupError(f"there is no group {name}")
        return group

    async def _say_in(self, who: str, group: str, *text: str) -> str:
        return f"sent {await self._find(who).say_in(self._known_group(group), ' '.join(text))}"

    async def _rename(self, name: str, *new: str) -> str:
        group = self._known_group(name)
        self._network.groups.rename(group, " ".join(new))
        self._groups[group.subject.casefold()] = self._groups.pop(name.casefold())
        return "renamed"

    async def _restrict(self, who: str, seconds: str = "3600") -> str:
        self._network.control.restrict(self._find(who).number, int(seconds))
        return f"restricted for {seconds} s"

    async def _limit(self, who: str, most: str) -> str:
        self._network.control.limit_devices(self._find(who).number, int(most))
        return f"{most} devices at most"

    async def _passkey(self, who: str, off: str = "") -> str:
        self._network.control.demand_passkey(self._find(who).number, on=off != "off")
        return "asks for no passkey" if off == "off" else "asks for a passkey"

    async def _hush(self, who: str, times: str = "1") -> str:
        self._network.control.silence_after_scan(self._find(who).number, int(times))
        return f"silent for {times} logins"

    async def _no_codes(self, error: str = "429") -> str:
        self._network.control.refuse_pairing_codes(int(error))
        return f"answers with {error}" if int(error) else "gives codes"

    async def _old_scan(self, code: str = "") -> str:
        self._network.control.scan_with_old_phone(code if "," in code else self._code(code))
        return "scanned in vain"

    async def _silent(self, who: str, days: str) -> str:
        self._network.control.silence_phone(self._find(who).number, float(days))
        return f"last heard {days} days ago"

    async def _hole(self, who: str, off: str = "") -> str:
        self._network.control.black_hole(self._find(who).number, on=off != "off")
        return "answers" if off == "off" else "answers nothing"

    async def _slow(self, who: str, seconds: str) -> str:
        self._network.control.slow(self._find(who).number, float(seconds))
        return f"{seconds} s late"

    async def _unplug(self) -> str:
        self._network.control.unplug()
        return "unplugged"

    async def _plug(self) -> str:
        await self._network.control.plug_in()
        return "plugged in"
