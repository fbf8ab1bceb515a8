"""Stretches of the calendar with the EDTF value that tells them, and steps from unit to unit."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
DAYS = {"day": 1, "date": 1, "week": 7, "fortnight": 14, "weekend": 7}
THIRDS_OF_CENTURY = {"early": (0, 33), "mid": (34, 66), "late": (67, 99), "start": (0, 9), "end": (90, 99)}
THIRDS_OF_DECADE = {"early": (0, 3), "mid": (4, 6), "late": (7, 9), "start": (0, 3), "end": (7, 9)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """Days `first` to `last`, None where open or without a year; `grain` is `day`, `month`, `year`, `decade`, `century`, `week` or `span`."""

    first: date | None
    last: date | None
    grain: str
    value: str


def of_day(day: date) -> Extent:
    """One day."""
    return Extent(first=day, last=day, grain="day", value=day.isoformat())


def of_month(year: int, month: int) -> Extent:
    """One month."""
    return Extent(first=date(year, month, 1), last=date(year, month, monthrange(year, month)[1]), grain="month", value=f"{year:04d}-{month:02d}")


def of_year(year: int) -> Extent:
    """One year."""
    return Extent(first=date(year, 1, 1), last=date(year, 12, 31), grain="year", value=f"{year:04d}")


def of_years(first: int, length: int) -> Extent:
    """A decade or a century."""
    value = f"{first // 10:03d}X" if length == 10 else f"{first // 100:02d}XX"
    return Extent(first=date(first, 1, 1), last=date(first + length - 1, 12, 31), grain="decade" if length == 10 else "century", value=value)


def of_months(year: int, month: int, length: int) -> Extent:
    """Some months from one on."""
    first, last = of_month(year, month), of_month(*_month(year, month + length - 1))
    return Extent(first=first.first, last=last.last, grain="span", value=f"{first.value}/{last.value}")


def of_days(first: date, last: date, grain: str = "span") -> Extent:
    """From a day to a day."""
    return of_day(first) if first == last else Extent(first=first, last=last, grain=grain, value=f"{first.isoformat()}/{last.isoformat()}")


def unset(month: int, day: int | None = None) -> Extent:
    """A month or day whose year is not told."""
    value = f"XXXX-{month:02d}" + (f"-{day:02d}" if day else "")
    return Extent(first=None, last=None, grain="day" if day else "month", value=value)


def spanning(first: Extent, last: Extent) -> Extent | None:
    """From the start of one to the end of another; None where that runs backwards."""
    if first.first and last.last and last.last < first.first:
        return None
    value = f"{first.value.split('/')[0]}/{last.value.split('/')[-1]}"
    return Extent(first=first.first, last=last.last, grain="span", value=value)


def around(unit: str, day: date) -> Extent | None:
    """The unit that a day lies in: its Monday-to-Sunday week, its month, its quarter."""
    if unit in ("day", "date"):
        return of_day(day)
    if unit == "week":
        monday = day - timedelta(days=day.weekday())
        return of_days(monday, monday + timedelta(days=6), "week")
    if unit == "weekend":
        saturday = day + timedelta(days=5 - day.weekday())
        return of_days(saturday, saturday + timedelta(days=1), "weekend")
    if unit == "month":
        return of_month(day.year, day.month)
    if unit in ("quarter", "half"):
        length = MONTHS[unit]
        return of_months(day.year, (day.month - 1) // length * length + 1, length)
    length = {"year": 1, "decade": 10, "century": 100}.get(unit, 0)
    return of_year(day.year) if length == 1 else of_years(day.year - day.year % length, length) if length else None


def step(day: date, unit: str, count: int) -> date:
    """A day moved by units, to the last day of a shorter month. ValueError or OverflowError beyond the calendar."""
    if unit in DAYS:
        return day + timedelta(days=DAYS[unit] * count)
    if unit == "hour":
        return day + timedelta(days=-(-abs(count) // 24) * (1 if count > 0 else -1))
    year, month = _month(day.year, day.month + MONTHS[unit] * count)
    if not 1 <= year <= 9999:
        raise ValueError(f"the year {year} lies beyond the calendar")
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _month(year: int, month: int) -> tuple[int, int]:
    return year + (month - 1) // 12, (month - 1) % 12 + 1


def narrowed(whole: Extent, edge: str, document: date | None) -> Extent | None:
    """A part of a period: early, mid, late, start, end, and earlier or later than the document's day."""
    if whole.first is None or whole.last is None:
        return None
    if edge in ("earlier", "later"):
        return _beside_document(whole, edge, document)
    if whole.grain == "day":
        return whole
    if whole.grain == "month":
        return _of_month(whole, edge)
    if whole.grain == "year":
        return _of_year(whole.first.year, edge)
    if whole.grain == "decade":
        a, b = THIRDS_OF_DECADE[edge]
        return spanning(of_year(whole.first.year + a), of_year(whole.first.year + b))
    if whole.grain == "century":
        a, b = THIRDS_OF_CENTURY[edge]
        return spanning(of_year(whole.first.year + a), of_year(whole.first.year + b))
    return _third(whole, edge)


def _beside_document(whole: Extent, edge: str, document: date | None) -> Extent:
    if whole.grain == "day" or whole.first is None or whole.last is None or document is None or not whole.first <= document <= whole.last:
        return whole
    return of_days(whole.first, document) if edge == "earlier" else of_days(document, whole.last)


def _of_month(whole: Extent, edge: str) -> Extent:
    if whole.first is None or whole.last is None:
        return whole
    first = whole.first
    parts = {"early": (1, 10), "start": (1, 10), "mid": (11, 20), "late": (21, whole.last.day), "end": (21, whole.last.day)}
    a, b = parts[edge]
    return of_days(first.replace(day=a), first.replace(day=b))


def _of_year(year: int, edge: str) -> Extent:
    if edge in ("start", "end"):
        return of_month(year, 1 if edge == "start" else 12)
    return of_months(year, {"early": 1, "mid": 5, "late": 9}[edge], 4)


def _third(whole: Extent, edge: str) -> Extent | None:
    if whole.first is None or whole.last is None:
        return None
    third = timedelta(days=((whole.last - whole.first).days + 1) // 3)
    day = timedelta(days=1)
    if edge in ("early", "start"):
        return of_days(whole.first, whole.first + third - day)
    if edge in ("late", "end"):
        return of_days(whole.last - third + day, whole.last)
    return of_days(whole.first + third, whole.last - third)
