"""Every screen of the design and how the window is brought to show it, with the scene behind it."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from tests.scene.chats import chat_of, drafts
from tests.scene.desk import slots
from tests.scene.times import NOW_MS
from tests.ui.conftest import soon
from tests.ui.desktop import Desktop
from tests.ui.scene import SceneSupervisor
from wadesk.domain.events import HistoryProgress, QrGone
from wadesk.domain.ids import SlotId, account_of
from wadesk.domain.linkstate import LinkState
from wadesk.ui.widgets.daily_view import DailyView
from wadesk.ui.widgets.number_filter import NumberFilter
from wadesk.ui.widgets.search_field import SearchField
from wadesk.ui.widgets.settings.page import Section, SettingsPage
from wadesk.ui.widgets.switch_dialog import SwitchDialog
from wadesk.ui.widgets.switcher import KeyHints, SwitcherField

Show = Callable[[Desktop], Awaitable[None]]
DAY_MS = 86_400_000


@dataclass(frozen=True)
class Shot:
    """One screen. ``mock`` is the design's picture of it; ``worst`` adds the banned and the broken number."""

    name: str
    mock: str
    show: Show
    worst: bool = False
    empty: bool = False
    size: tuple[int, int] = (1280, 800)


def slot(key: str) -> SlotId:
    """The id of a number of the scene."""
    return slots()[key].slot_id


def supervisor(seen: Desktop) -> SceneSupervisor:
    """The scene behind a window."""
    assert isinstance(seen.fake, SceneSupervisor)
    return seen.fake


# -- the daily view ------------------------------------------------------------------------------------


async def open_chat(seen: Desktop, name: str) -> None:
    """Open the chat of that customer, in its account, all numbers shown."""
    chat_id = chat_of(name)
    seen.work.screens.show_account(account_of(SlotId(chat_id.partition(".")[0])))
    await soon("the list", lambda: seen.work.inbox.chats.chat(chat_id))
    seen.work.inbox.open(chat_id)
    await soon("the messages", lambda: seen.work.inbox.messages.rowCount() > 0)


async def daily(seen: Desktop) -> None:
    for chat_id, text in drafts().items():
        seen.work.inbox.drafts.keep(chat_id, text)
    await open_chat(seen, "Beatriz Amaral")


async def no_chat(seen: Desktop) -> None:
    seen.work.screens.show_account(account_of(slot("PS1")))
    await soon("the list", lambda: seen.work.inbox.chats.rowCount() > 0)


async def messages(seen: Desktop) -> None:
    await open_chat(seen, "Lourdes Teixeira")


def sending(name: str, key: str = "", state: LinkState | None = None, **facts: Any) -> Show:
    """The chat of ``name``, whose number stands as the scene has it, or otherwise."""

    async def show(seen: Desktop) -> None:
        if state is not None:
            supervisor(seen).stand(key, state, **facts)
        await open_chat(seen, name)

    return show


# -- the board and linking ------------------------------------------------------------------------------


async def board(seen: Desktop) -> None:
    supervisor(seen).show_live()
    seen.work.screens.show_board()


async def link(seen: Desktop) -> None:
    supervisor(seen).show_live()
    supervisor(seen).show_pairing_code()
    seen.work.screens.show_link(slot("CV2"))


def linking(state: LinkState, key: str = "CV2", **facts: Any) -> Show:
    """The link page of a number that stands so."""

    async def show(seen: Desktop) -> None:
        number = slots()[key].number if state not in {LinkState.UNLINKED, LinkState.LINKING} else None
        supervisor(seen).put_status(slot(key), state, **({"number": number} | facts))
        supervisor(seen).tell(QrGone(slot_id=slot(key)))
        seen.work.screens.show_link(slot(key))

    return show


async def history(seen: Desktop) -> None:
    await linking(LinkState.ONLINE, last_seen_ms=NOW_MS - 4_000)(seen)
    supervisor(seen).tell(HistoryProgress(slot_id=slot("CV2"), percent=64, messages=1240))


# -- what opens over them -------------------------------------------------------------------------------


def flow(name: str, *args: Any, before: Show = board) -> Show:
    """A dialog or a menu of :class:`wadesk.ui.flows.Flows` over a screen."""

    async def show(seen: Desktop) -> None:
        await before(seen)
        getattr(seen.work.flows, name)(*args)

    return show


def act(name: str, key: str) -> Show:
    """A dialog of :class:`wadesk.ui.number_flows.NumberFlows` over the board."""

    async def show(seen: Desktop) -> None:
        await board(seen)
        getattr(seen.work.flows.numbers, name)(slot(key))

    return show


def settings(section: Section) -> Show:
    """A section of the settings."""

    async def show(seen: Desktop) -> None:
        seen.work.screens.show_settings()
        page = seen.find(SettingsPage)
        assert isinstance(page, SettingsPage)
        page.show_section(section)

    return show


async def switcher(seen: Desktop) -> None:
    await daily(seen)
    seen.work.jump.open()
    field = seen.find(SwitcherField)
    assert isinstance(field, SwitcherField)
    field.setText("rec")
    await soon("what was found", lambda: field.text() == "rec" and seen.find(KeyHints).isVisible())
    await asyncio.sleep(0.3)


async def number_filter(seen: Desktop) -> None:
    await daily(seen)
    button = seen.find(NumberFilter)
    assert isinstance(button, NumberFilter)
    button.open_menu()


async def number_switch(seen: Desktop) -> None:
    await daily(seen)
    _daily(seen).ask_switch()


async def switch_question(seen: Desktop) -> None:
    await daily(seen)
    chat = seen.work.inbox.open_chat
    assert chat is not None
    seen.work.inbox.others.switch.choose(chat, slot("PS2"))
    await soon("the question", lambda: seen.window.findChild(SwitchDialog))


async def unusual(seen: Desktop) -> None:
    """The customer's chat on a number that is not the usual one."""
    await switch_question(seen)
    dialog = seen.find(SwitchDialog)
    assert isinstance(dialog, SwitchDialog)
    dialog.asked.emit()
    await soon("the other chat", lambda: (chat := seen.work.inbox.open_chat) and chat.slot_id == slot("PS2"))


async def drawer(seen: Desktop) -> None:
    await daily(seen)
    _daily(seen).toggle_contact()


async def new_chat(seen: Desktop) -> None:
    await daily(seen)
    _daily(seen).ask_new_chat()


async def nothing_found(seen: Desktop) -> None:
    await daily(seen)
    field = next(one for one in seen.window.findChildren(SearchField) if one.isVisible())
    field.setText("bolo de rolo")
    await asyncio.sleep(0.3)


async def first_form(seen: Desktop) -> None:
    """The second step of the first run, filled in."""
    buttons = [one for one in seen.window.findChildren(QPushButton) if one.isVisible()]
    next(one for one in buttons if one.property("kind") == "primary").click()
    fields = [one for one in seen.window.findChildren(QLineEdit) if one.isVisible()]
    assert fields
    QTest.keyClicks(fields[0], "Bem-Me-Quer Flores")


def _daily(seen: Desktop) -> DailyView:
    view = seen.find(DailyView)
    assert isinstance(view, DailyView)
    return view


def slot_menu(key: str) -> Show:
    """The menu of a number."""

    async def show(seen: Desktop) -> None:
        await board(seen)
        # A window that only now becomes the active one closes what is open over it.
        await asyncio.sleep(0.2)
        seen.work.flows.slot_menu(slot(key), seen.window.mapToGlobal(QPoint(600, 120)))

    return show


async def toasts(seen: Desktop) -> None:
    await daily(seen)
    say = seen.parts.toasts.say
    say("ok", "Conversa arquivada")
    say("info", "Novo código pronto para 2 Recepção")
    say("danger", "Mensagem não saiu de 2 Encomendas")


async def first_run(seen: Desktop) -> None:
    """Nothing to bring about: it opens with it."""


UNLINKED, LINKING = LinkState.UNLINKED, LinkState.LINKING
_WRONG = {"expected": "+5511999990022", "got": "+5511999990061"}
_ELSEWHERE = {"slot": "1 Pedidos", "account": "Bem-Me-Quer Flores"}

LINK_STATES: dict[str, Show] = {
    "expired": linking(UNLINKED, code="qr_expired"),
    "scanned": linking(LinkState.CONNECTING, code="scanned"),
    "stuck": linking(LinkState.CONNECTING, code="stuck"),
    "wrong-phone": linking(UNLINKED, code="wrong_number", facts=_WRONG),
    "elsewhere": linking(UNLINKED, code="bound_elsewhere", facts=_ELSEWHERE),
    "hidden": linking(UNLINKED, code="bound_hidden"),
    "no-internet": linking(LINKING, code="no_internet", attempt=2),
    "old-phone": linking(LINKING, code="old_phone"),
    "device-limit": linking(UNLINKED, code="device_limit"),
    "refused": linking(UNLINKED, code="pair_refused"),
    "cancelled": linking(UNLINKED, code="link_cancelled"),
    "passkey": linking(LinkState.PASSKEY_REQUIRED, code="passkey"),
    "preparing": linking(LINKING),
    "connected": history,
    "phone-offline": linking(LinkState.PHONE_OFFLINE, phone_seen_ms=NOW_MS - 11 * DAY_MS),
    "reconnecting": linking(LinkState.RECONNECTING, attempt=3, next_try_ms=NOW_MS + 12_000, since_ms=NOW_MS - 60_000),
    "paused": linking(LinkState.PAUSED, facts={"by": "Marina"}),
    "logged-out": linking(LinkState.LOGGED_OUT, code="device_removed", since_ms=NOW_MS - 19_000_000),
    "account-locked": linking(LinkState.LOGGED_OUT, code="account_locked"),
    "main-device-gone": linking(LinkState.LOGGED_OUT, code="main_device_gone"),
    "by-person": linking(LinkState.LOGGED_OUT, code="by_person"),
    "replaced": linking(LinkState.REPLACED),
    "restricted": linking(LinkState.RESTRICTED, until_ms=NOW_MS + 14_800_000),
    "banned": linking(LinkState.BANNED),
    "outdated": linking(LinkState.OUTDATED),
    "engine-missing": linking(LinkState.ERROR, code="engine_missing"),
    "engine-blocked": linking(LinkState.ERROR, code="engine_blocked"),
    "crashing": linking(LinkState.ERROR, code="crashing"),
    "locked": linking(LinkState.ERROR, code="locked"),
    "damaged": linking(LinkState.ERROR, code="damaged"),
}
"""Every standing of a number that a person may meet on its link page."""

SHOTS = [
    Shot("01-daily", "01-main-light.png", daily),
    Shot("01-no-chat", "01-main-light.png", no_chat),
    Shot("01b-connecting", "01b-sending-from-states.png", sending("Olavo Brito")),
    Shot("01b-reconnecting", "01b-sending-from-states.png", sending("João Furtado")),
    Shot("01b-logged-out", "01b-sending-from-states.png", sending("Davi Lopes")),
    Shot("01b-paused", "01b-sending-from-states.png", sending("Rita Moura")),
    Shot("01b-restricted", "01b-sending-from-states.png", sending("Nina Farias")),
    Shot("01b-banned", "01b-sending-from-states.png", sending("Nina Farias", "AC1", LinkState.BANNED)),
    Shot("01b-error", "01b-sending-from-states.png", sending("Nina Farias", "AC1", LinkState.ERROR, code="crashing")),
    Shot("03-board", "03-board.png", board, size=(1440, 900)),
    Shot("03-board-all-states", "03-board.png", board, worst=True),
    Shot("04-link", "04-link-slot.png", link),
    Shot("05-first-run", "05-first-run.png", first_run, empty=True),
    Shot("05-first-form", "05-first-run.png", first_form, empty=True),
    Shot("10b-messages", "10b-components-messages.png", messages),
    Shot("10c-toasts", "10c-components-feedback.png", toasts),
    Shot("10c-slot-menu", "10c-components-feedback.png", slot_menu("PS3")),
    Shot("10c-new-account", "10c-components-feedback.png", flow("new_account")),
    Shot("10c-new-number", "10c-components-feedback.png", flow("new_number")),
    Shot("10c-rename-number", "10c-components-feedback.png", flow("rename_slot", slot("PS3"))),
    *(
        Shot(f"10c-{name.replace('_', '-')}-{key}", "10c-components-feedback.png", act(name, key))
        for name, key in (("remove", "BQ1"), ("log_out", "PS3"), ("clear", "PS3"), ("advise", "AC1"))
    ),
    Shot("10c-nothing-found", "10c-components-feedback.png", nothing_found),
    Shot("10c-new-chat", "10c-components-feedback.png", new_chat),
    Shot("10c-number-filter", "10c-components-feedback.png", number_filter),
    Shot("01b-number-switch", "01b-sending-from-states.png", number_switch),
    Shot("01b-switch-question", "01b-sending-from-states.png", switch_question),
    Shot("01b-unusual", "01b-sending-from-states.png", unusual),
    *(Shot(f"08d-{section}", "08d-settings-appearance-language.png", settings(section)) for section in Section),
    Shot("11-narrow-900", "11-narrow-900.png", daily, size=(900, 640)),
    Shot("11b-narrow-900-contact", "11b-narrow-900-contact.png", drawer, size=(900, 640)),
    Shot("12-switcher", "12-switcher.png", switcher, size=(1440, 900)),
    Shot("11c-narrow-680", "11c-narrow-680.png", daily, size=(680, 640)),
]
"""Each screen once, in light and in Portuguese."""

LINK_SHOTS = [Shot(f"04-link-{name}", "04-link-slot.png", show) for name, show in LINK_STATES.items()]
"""The link page in every standing; one window shows them all, one after another."""

MAIN = [
    shot
    for shot in SHOTS
    if shot.name in {"01-daily", "03-board", "04-link", "05-first-form", "08d-look", "12-switcher"}
]
"""The screens that are also taken in every look, language, size and width, by pairs."""
