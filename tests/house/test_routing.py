"""Nothing in the package picks a slot, account or token by position, default or state."""

import ast
import textwrap

import pytest

from tests.house.routing import RULES, check
from tests.house.sources import files, tree

# Places that look like a choice and are none: (file, function) and why.
ALLOWED: dict[tuple[str, str], str] = {
    ("wadesk/ui/widgets/board_section.py", "show_head"): "a heading; all of its cards are of the one account it names",
    (
        "wadesk/ui/widgets/dialogs.py",
        "account_id",
    ): "where there is one account the dialog for a new number offers none",
}

PLANTED = [
    ("position: index", "slot = slots[0]"),
    ("position: index", "slot = self._slots[-1]"),
    ("position: index", "slot = list(self._slots.values())[0]"),
    ("position: index", "slot = sorted(account.slots, key=lambda slot: slot.position)[0]"),
    ("position: index", "account = (await desk.accounts())[0]"),
    ("position: index", "slot = [slot for slot in slots if slot.online][0]"),
    ("position: index", "token = tokens[:1]"),
    ("position: index", "row = slot_rows[0]"),
    ("position: next", "slot = next(iter(slots))"),
    ("position: next", "slot_id = next(iter(self._engines.keys()))"),
    ("position: next", "slot = next(slot for slot in slots)"),
    ("position: next", "token = next(iter(tokens), None)"),
    ("position: next", "slot = next(filter(is_usable, slots))"),
    ("position: extreme", "slot = min(slots, key=lambda slot: slot.queued)"),
    ("position: extreme", "slot_id = max(slot.slot_id for slot in slots)"),
    ("position: extreme", "slot = random.choice(slots)"),
    ("position: extreme", "account = min(accounts)"),
    ("position: pop", "slot = slots.pop()"),
    ("position: pop", "slot = slots.pop(0)"),
    ("position: pop", "slot_id, engine = engines.popitem()"),
    ("position: unpacking", "slot, *rest = slots"),
    ("position: unpacking", "(account,) = accounts"),
    ("position: unpacking", "[token] = list(tokens)"),
    ("position: first row", "row = connection.execute(select(slot.c.slot_id)).first()"),
    ("position: first row", "row = connection.scalars(select(account).order_by(account.c.position)).first()"),
    ("position: first row", "query = select(slot.c.slot_id).limit(1)"),
    ("position: first row", "token = connection.execute(select(api_token.c.token_hash)).scalar()"),
    ("position: first", "slot = account.slots.first()"),
    ("position: loop", "for slot in slots:\n    return slot"),
    ("position: loop", "for account in accounts:\n    for slot in account.slots:\n        return slot.slot_id"),
    ("position: loop", "for slot in slots:\n    chosen = slot\n    break"),
    ("position: text of a query", "row = c.exec_driver_sql('SELECT slot_id FROM slot ORDER BY slot_id LIMIT 1')"),
    ("position: text of a query", "sql = 'SELECT * FROM account WHERE state = ? LIMIT 1'"),
    ("default: parameter", "async def send_text(self, text, slot_id=None): ..."),
    ("default: parameter", "def mark_read(chat_id, *, account_id=MAIN): ..."),
    ("default: parameter", "def reply(text, session='x-slot1'): ..."),
    ("default: field", "class QueueText(Struct):\n    slot_id: SlotId | None = None"),
    ("default: field", "class SendText(Struct):\n    text: str\n    chat_id: ChatId | None = None"),
    ("default: or", "send(slot_id or self.chosen, text)"),
    ("default: or", "slot_id = request.slot_id or chat.usual"),
    ("default: or", "session = body.get('session') or usual"),
    ("default: condition", "slot_id = slot_id if slot_id else self.chosen"),
    ("default: condition", "token = usual if token is None else token"),
    ("default: condition", "send(usual if not slot_id else slot_id)"),
    ("default: get", "engine = self._engines.get(slot_id, usual)"),
    ("default: get", "account = accounts_by_id.get(wanted, accounts_by_id['x'])"),
    ("default: name", "self._default_slot = chosen"),
    ("default: name", "def first_account(self): ..."),
    ("default: name", "def post(fallback_token): ..."),
    ("state: next", "slot = next((slot for slot in slots if slot.state is LinkState.ONLINE), None)"),
    ("state: next", "slot = next(s for s in self.slots.values() if s.connected)"),
    ("state: loop", "for slot in slots:\n    if slot.online:\n        return slot"),
    ("state: loop", "for slot in slots:\n    if slot.state == LinkState.ONLINE:\n        chosen = slot\n        break"),
    ("state: query", "row = c.execute(select(slot.c.slot_id).where(slot.c.state == 'online')).first()"),
    ("state: query", "query = select(account).where(account.c.enabled).limit(1)"),
]

ALLOWED_LINES = [
    "slot = slots[slot_id]",
    "slot = self._slots.get(slot_id)",
    "state = self._slot_states.get(slot_id, LinkState.UNLINKED)",
    "slot = next((slot for slot in slots if slot.slot_id == wanted), None)",
    "position = max((slot.position for slot in slots), default=0) + 1",
    "engine = self._engines.pop(slot_id)",
    "engine = self._engines.pop(slot_id, None)",
    "row = connection.execute(select(slot).where(slot.c.slot_id == slot_id)).first()",
    "row = connection.execute(select(chat.c.name).where(chat.c.chat_id == chat_id)).first()",
    "for slot in slots:\n    if slot.number == number:\n        return slot",
    "for key in tokens:\n    if hmac.compare_digest(key.digest, digest):\n        return key",
    "for slot in slots:\n    if slot.online:\n        return True",
    "online = [slot for slot in slots if slot.online]",
    "def list_chats(self, account_id, slot_id=None): ...",
    "def send_text(self, slot_id, text, *, chat_id=None, number=None): ...",
    "slot = slot if chat_id is None else resolve(slot, chat_id)",
    "text = path.get('session_id') or query.get('sessionId')",
    "slot = slot if slot.name else replace(slot, name='Number')",
    "def make_first_account(self): ...",
    "if slot_id or account_id: pass",
    "if not (slot_id or account_id): pass",
    "name = slot.name or slot_id",
    "token = body.get('token') or None",
    "parts = text.split('-')[0]",
    "sql = 'SELECT slot_id FROM slot WHERE slot_id = ? LIMIT 1'",
    "values: dict[SlotId, int] = {}",
    "number = len(slots)",
    "for slot_id, engine in engines.items():\n    await engine.stop()",
]


@pytest.mark.parametrize(("rule", "line"), PLANTED)
def test_a_planted_line_is_refused_by_its_rule(rule: str, line: str) -> None:
    code = f"def planted(self):\n{textwrap.indent(line, '    ')}"
    assert rule in {finding.rule for finding in check(ast.parse(code))}


@pytest.mark.parametrize("line", ALLOWED_LINES)
def test_a_line_that_asks_for_a_certain_one_passes(line: str) -> None:
    code = f"def planted(self):\n{textwrap.indent(line, '    ')}"
    assert check(ast.parse(code)) == []


def test_every_rule_has_a_planted_line() -> None:
    assert {rule for rule, _ in PLANTED} == set(RULES)


def test_no_place_in_the_package_picks_a_slot_account_or_token() -> None:
    found = {
        (path.as_posix(), finding.function): f"{path}:{finding.line}: {finding.rule}"
        for path in files("wadesk/*.py")
        for finding in check(tree(path))
    }
    assert [place for key, place in found.items() if key not in ALLOWED] == []
    assert set(ALLOWED) <= set(found), "these entries allow nothing any more"
