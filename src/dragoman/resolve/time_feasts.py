"""The day of a feast in a year: fixed, counted from Easter, the n-th weekday of a month, or of the Islamic calendar."""

from calendar import monthrange
from datetime import date, timedelta

from dragoman.lexicon.times import Holiday

ISLAMIC_EPOCH = 227015  # 16 July 622 of the Julian calendar as a proleptic ordinal; tabular reckoning is off by a day at most
ISLAMIC_YEAR = 354.367


def feast_days(holiday: Holiday, year: int) -> tuple[date, date] | None:
    """First and last day of the feast that begins in a year; None where the entry tells no rule."""
    if holiday.easter is not None:
        day = easter(year) + timedelta(days=holiday.easter)
        return day, day
    if holiday.islamic_month is not None:
        return _islamic_feast(holiday.islamic_month, holiday.islamic_day, year)
    if holiday.month is None:
        return None
    if holiday.weekday is not None:
        day = nth_weekday(year, holiday.month, holiday.weekday, holiday.nth or 1)
    else:
        day = date(year, holiday.month, holiday.day or 1)
    return day, day


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The n-th such weekday of a month, the last at -1."""
    length = monthrange(year, month)[1]
    days = [d for d in (date(year, month, n) for n in range(1, length + 1)) if d.weekday() == weekday]
    return days[nth - 1 if nth > 0 else nth]


def islamic(year: int, month: int, day: int) -> date:
    """A day of the tabular Islamic calendar."""
    days = day + (59 * (month - 1) + 1) // 2 + (year - 1) * 354 + (3 + 11 * year) // 30
    return date.fromordinal(ISLAMIC_EPOCH + days - 1)


def _islamic_feast(month: int, day: int | None, year: int) -> tuple[date, date] | None:
    about = int((year - 622) * 365.2425 / ISLAMIC_YEAR)
    for lunar in range(about - 1, about + 3):
        first = islamic(lunar, month, day or 1)
        if first.year == year:
            following = islamic(lunar + month // 12, month % 12 + 1, 1)
            return first, first if day else following - timedelta(days=1)
    return None
