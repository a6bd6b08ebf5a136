"""The words of a day line."""

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

translate = QCoreApplication.translate


def day_of(ms: int) -> QDate:
    """The local day of a moment (UTC ms)."""
    return QDateTime.fromMSecsSinceEpoch(ms).date()


def day_words(day: QDate, today: QDate) -> str:
    """``Today``, ``Yesterday``, or the weekday with the date; the year only where it is another one."""
    days = day.daysTo(today)
    if days == 0:
        return translate("Days", "Today")
    if days == 1:
        return translate("Days", "Yesterday")
    locale = QLocale()
    shape = translate("Days", "dddd, MMMM d") if day.year() == today.year() else translate("Days", "MMMM d, yyyy")
    words = locale.toString(day, shape)
    return words[:1].upper() + words[1:]
