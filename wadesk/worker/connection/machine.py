"""One slot's connection as a whole: facts in, link state and orders out, time passed in."""

from collections.abc import Callable
from typing import Any

from wadesk.domain.ids import SlotId
from wadesk.domain.linkstate import STAYS, LinkState, PairingCode, SlotStatus
from wadesk.wire import engine_frames as frames
from wadesk.worker.connection import (
    rules_engine,
    rules_linking,
    rules_online,
    rules_phone,
    rules_time,
    rules_wish,
    values,
)
from wadesk.worker.connection.standing import Standing
from wadesk.worker.connection.values import Fact, Moment, Order, Phase

_RULES: dict[type, Callable[[Standing, Any], None]] = {
    values.Wanted: rules_wish.on_wanted,
    values.LinkCancelled: rules_wish.on_link_cancelled,
    values.Halted: rules_wish.on_halted,
    values.TryNow: rules_wish.on_try_now,
    values.Woken: rules_wish.on_woken,
    values.LeaveBegun: rules_wish.on_leave_begun,
    values.LeaveFailed: rules_wish.on_leave_failed,
    values.Left: rules_wish.on_left,
    values.Cleared: rules_wish.on_cleared,
    values.PairingCodeMade: rules_linking.on_pairing_code,
    values.EngineAbsent: rules_engine.on_engine_absent,
    values.EngineCrashed: rules_engine.on_engine_crashed,
    values.EngineEnded: rules_engine.on_engine_ended,
    values.StoreFailed: rules_engine.on_store_failed,
    values.NumberClaimed: rules_linking.on_claimed,
    values.NumberRefused: rules_linking.on_refused,
    values.DialReplied: rules_online.on_dial_replied,
    values.SendStalled: rules_online.on_send_stalled,
    values.SendPassed: rules_online.on_send_passed,
    frames.Ready: rules_engine.on_ready,
    frames.QrCode: rules_linking.on_qr,
    frames.QrTimeout: rules_linking.on_qr_timeout,
    frames.PasskeyRequest: rules_linking.on_passkey_request,
    frames.ScannedWithoutMultidevice: rules_linking.on_old_phone,
    frames.Paired: rules_linking.on_paired,
    frames.PairError: rules_linking.on_pair_error,
    frames.LoginRestart: rules_linking.on_login_restart,
    frames.Connected: rules_online.on_connected,
    frames.Disconnected: rules_online.on_disconnected,
    frames.LoggedOut: rules_online.on_logged_out,
    frames.Banned: rules_online.on_banned,
    frames.Restricted: rules_online.on_restricted,
    frames.Replaced: rules_online.on_replaced,
    frames.Outdated: rules_online.on_outdated,
    frames.ConnectFailure: rules_online.on_connect_failure,
    frames.StreamError: rules_online.on_stream_error,
    frames.KeepaliveTimeout: rules_online.on_keepalive_timeout,
    frames.KeepaliveRestored: rules_online.on_keepalive_restored,
    frames.PhoneHeard: rules_phone.on_phone_heard,
}

_KEPT = STAYS | {LinkState.UNLINKED, LinkState.ERROR, LinkState.PASSKEY_REQUIRED}


class Connection:
    """Decides every attempt of one slot. Not thread-safe; knows no clock, no process and no socket.

    ``status`` is the link state: its counter grows by one with each change. After each :meth:`hear` and
    :meth:`tick` carry out the orders in turn, and call :meth:`tick` when :attr:`deadline` passes.
    """

    def __init__(
        self,
        slot_id: SlotId,
        *,
        epoch: int,
        number: str | None,
        last: SlotStatus | None,
        random: Callable[[], float],
        now: Moment,
    ) -> None:
        """Begin at rest. ``last`` is the link state that was last reported; ``number`` the bound one."""
        self._standing = Standing(_beginning(slot_id, epoch, number, last), random, now)

    def phone_was_seen(self, time_ms: int | None) -> None:
        """When the phone was last heard of, as it was stored; before anything is heard."""
        if time_ms is not None:
            self._standing.see_phone(time_ms)

    @property
    def status(self) -> SlotStatus:
        """The slot's link state now."""
        return self._standing.status

    @property
    def phase(self) -> Phase:
        """Where the connection is, finer than the link state."""
        return self._standing.phase

    @property
    def dial(self) -> int:
        """The number of the latest attempt."""
        return self._standing.dial

    @property
    def claimed(self) -> str | None:
        """The number the parent let us pair with, while that is under way."""
        return self._standing.claimed

    @property
    def pairing(self) -> PairingCode | None:
        """The pairing code that is shown."""
        return self._standing.pairing

    @property
    def deadline(self) -> float | None:
        """When :meth:`tick` has something to do, on the monotonic clock; None when nothing is waited for."""
        return min(self._standing.timers.values(), default=None)

    def hear(self, fact: Fact, now: Moment) -> list[Order]:
        """Take in one fact; the orders that follow from it."""
        return self._apply(lambda s: _RULES[type(fact)](s, fact), now)

    def tick(self, now: Moment) -> list[Order]:
        """Let the limits that have passed by ``now`` take effect, the earliest first."""
        orders: list[Order] = []
        timers = self._standing.timers
        while timers and min(timers.values()) <= now.monotonic:
            timer = min(timers, key=lambda name: timers[name])
            del timers[timer]
            orders += self._apply(rules_time.AFTER[timer], now)
        return orders

    def _apply(self, rule: Callable[[Standing], None], now: Moment) -> list[Order]:
        standing = self._standing
        before = standing.status
        standing.now, standing.orders = now, []
        rule(standing)
        standing.count_change(before)
        return standing.orders


def _beginning(slot_id: SlotId, epoch: int, number: str | None, last: SlotStatus | None) -> SlotStatus:
    """The link state at rest: what stays is kept; of anything else nothing is known yet."""
    seen = None if last is None else last.last_seen_ms
    phone = None if last is None else last.phone_seen_ms
    if last is not None and last.state in _KEPT:
        return SlotStatus(
            slot_id=slot_id, state=last.state, epoch=epoch, counter=0, number=number, code=last.code,
            facts=last.facts, until_ms=last.until_ms, since_ms=last.since_ms, last_seen_ms=seen, phone_seen_ms=phone,
        )  # fmt: skip
    state = LinkState.UNLINKED if number is None else LinkState.CONNECTING
    return SlotStatus(
        slot_id=slot_id, state=state, epoch=epoch, counter=0, number=number, last_seen_ms=seen, phone_seen_ms=phone
    )  # fmt: skip
