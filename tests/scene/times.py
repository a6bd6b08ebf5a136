"""The scene's clock: it stands at 14:33:20 on Monday 12 May 2025, wherever one is."""

from datetime import datetime, timedelta

DAY = datetime(2025, 5, 12)  # noqa: DTZ001 - local time on purpose: screens show it so


def at(clock: str, days_ago: int = 0) -> int:
    """A local time such as ``14:32`` (or ``14:33:20``) of the scene's day, or of a day before, in UTC ms."""
    hour, minute, *second = map(int, clock.split(":"))
    moment = DAY - timedelta(days=days_ago) + timedelta(hours=hour, minutes=minute, seconds=sum(second))
    return int(moment.timestamp()) * 1000


NOW_MS = at("14:33:20")
