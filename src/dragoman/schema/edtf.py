"""Read and write the EDTF values (ISO 8601-2) that the record uses: days to centuries, intervals, open ends, sets, clock times."""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.errors import DataError

OPEN = ".."
POINT = re.compile(
    r"(?P<century>\d\d)XX|(?P<decade>\d{3})X|(?P<year>\d{4}|XXXX)"
    r"(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<clock>\d\d:\d\d(?::\d\d)?))?)?)?"
)
MONTH_DAYS_OF_A_LEAP_YEAR = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Edtf:
    """A value of the record.

    `kind`: `day`, `month`, `year`, `decade`, `century`, `interval`, `set`. `earliest` and `latest` are the outer days, None
    where an end is open or the year unspecified. `qualifier` is `~`, `?`, `%` or "". `month` and `day` are kept of a date
    without its year; `ends` are those of an interval or set, None where open; `listed` is true of a set of single members.
    """

    kind: str
    earliest: date | None
    latest: date | None
    qualifier: str = ""
    clock: str | None = None
    month: int | None = None
    day: int | None = None
    ends: tuple["Edtf | None", ...] = ()
    listed: bool = False


def parse(value: str) -> Edtf:
    """The value read. DataError names the fault of one that is not of the record's forms."""
    text = value.strip()
    if text.startswith("["):
        return _set(text)
    if "/" in text:
        return _interval(text)
    return _point(text, value)


def is_valid(value: str) -> bool:
    """Whether a value is of a form that the record uses."""
    try:
        parse(value)
    except DataError:
        return False
    return True


def bounds(value: str) -> tuple[date | None, date | None]:
    """Earliest and latest day of a value; None where open or unspecified."""
    read = parse(value)
    return read.earliest, read.latest


def write(edtf: Edtf) -> str:
    """The value in its plain form; `parse` of it gives the same again."""
    if edtf.kind == "interval":
        return "/".join(OPEN if end is None else write(end) for end in edtf.ends)
    if edtf.kind == "set":
        joint = "," if edtf.listed else OPEN
        return "[" + joint.join("" if end is None else write(end) for end in edtf.ends) + "]"
    return _digits(edtf) + edtf.qualifier


def _digits(edtf: Edtf) -> str:
    if edtf.earliest is None:
        return "-".join(["XXXX", f"{edtf.month:02d}"] + ([f"{edtf.day:02d}"] if edtf.day else []))
    day = edtf.earliest.isoformat()
    if edtf.kind == "day":
        return day + (f"T{edtf.clock}" if edtf.clock else "")
    return {"month": day[:7], "year": day[:4], "decade": day[:3] + "X", "century": day[:2] + "XX"}[edtf.kind]


def _point(text: str, whole: str) -> Edtf:
    bare = text.rstrip("~?%")
    qualifier = text[len(bare) :]
    found = POINT.fullmatch(bare)
    if not found or len(qualifier) > 1:
        raise DataError(f"'{whole}' is no EDTF value of the record; write a date as 2018-03-16, 2018-03, 2018, 201X or 20XX.")
    try:
        return replace(_calendar(found), qualifier=qualifier)
    except ValueError as slip:
        raise DataError(f"'{whole}' names no day of the calendar: {slip}.") from slip


def _calendar(found: re.Match[str]) -> Edtf:
    if found["century"] or found["decade"]:
        years = 100 if found["century"] else 10
        first = int(found["century"] or found["decade"]) * years
        return Edtf(kind="century" if years == 100 else "decade", earliest=date(first, 1, 1), latest=date(first + years - 1, 12, 31))
    month, day = (int(found[k]) if found[k] else None for k in ("month", "day"))
    if found["year"] == "XXXX":
        return _without_year(month, day, found["clock"])
    return _of_year(int(found["year"]), month, day, found["clock"])


def _of_year(year: int, month: int | None, day: int | None, clock: str | None) -> Edtf:
    if month is None:
        return Edtf(kind="year", earliest=date(year, 1, 1), latest=date(year, 12, 31))
    if day is None:
        return Edtf(kind="month", earliest=date(year, month, 1), latest=date(year, month, monthrange(year, month)[1]))
    _check_clock(clock)
    return Edtf(kind="day", earliest=date(year, month, day), latest=date(year, month, day), clock=clock)


def _check_clock(clock: str | None) -> None:
    if clock and any(int(part) > most for part, most in zip(clock.split(":"), (24, 59, 59), strict=False)):
        raise ValueError(f"{clock} is no time of day")


def _without_year(month: int | None, day: int | None, clock: str | None) -> Edtf:
    if month is None or clock:
        raise ValueError("a date without its year needs a month, and no clock time")
    date(MONTH_DAYS_OF_A_LEAP_YEAR, month, day or 1)
    return Edtf(kind="day" if day else "month", earliest=None, latest=None, month=month, day=day)


def _interval(text: str) -> Edtf:
    parts = text.split("/")
    if len(parts) != 2:
        raise DataError(f"'{text}' has {len(parts) - 1} strokes; an interval has one, as in 2018-03-15/2018-03-17.")
    return _spanning(text, [None if p in ("", OPEN) else _point(p, text) for p in parts], "interval")


def _set(text: str) -> Edtf:
    if not text.endswith("]"):
        raise DataError(f"'{text}' opens a set that it does not close; write [2018-04-21..2018-04-30].")
    inner = text[1:-1]
    if "," in inner:
        members: list[Edtf | None] = [_point(p.strip(), text) for p in inner.split(",")]
        return replace(_spanning(text, members, "set"), listed=True)
    parts = inner.split(OPEN)
    if len(parts) > 2:
        raise DataError(f"'{text}' has more than two ends; write [2018-04-21..2018-04-30].")
    return replace(_spanning(text, [_point(p, text) if p else None for p in parts], "set"), listed=len(parts) == 1)


def _spanning(text: str, ends: list[Edtf | None], kind: str) -> Edtf:
    if not any(ends):
        raise DataError(f"'{text}' tells neither of its ends; leave such a value out.")
    first, last = ends[0], ends[-1]
    earliest, latest = (first.earliest if first else None), (last.latest if last else None)
    if kind == "interval" and earliest and latest and earliest > latest:
        raise DataError(f"'{text}' ends before it begins; write the earlier day first.")
    return Edtf(kind=kind, earliest=earliest, latest=latest, ends=tuple(ends))


def days(first: date, last: date) -> str:
    """The day, or the interval from the first to the last."""
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def visit_interval(value: str, length: int, *, ending: bool = False) -> str | None:
    """The days of an event of a length: from a first day ("on Thursday", three days), or up to a last one (`ending`, or open at its start).

    None where the value is not about one day.
    """
    read = parse(value)
    until = ending or (read.kind == "interval" and read.earliest is None)
    edge = read.latest if until else read.earliest
    if edge is None or not _one_day(read) or length < 1:
        return None
    return _days_to(edge, length - 1) if until else _days_from(edge, length - 1)


def _one_day(read: Edtf) -> bool:
    told = [end for end in read.ends if end is not None] if read.kind == "interval" else [read]
    return len(told) == 1 and told[0].kind == "day"


def _days_from(edge: date, more: int) -> str | None:
    return days(edge, edge + timedelta(days=more)) if more < (date.max - edge).days else None


def _days_to(edge: date, more: int) -> str | None:
    return days(edge - timedelta(days=more), edge) if more < (edge - date.min).days else None
