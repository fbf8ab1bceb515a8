"""Give a time expression its days: the node of the grammar, evaluated against the document's day and the times named before."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from dragoman.lexicon.times import Holiday
from dragoman.resolve.time_choice import Anchors, choose
from dragoman.resolve.time_extent import Extent, narrowed, of_day, of_days, of_month, of_months, of_year, spanning, step, unset
from dragoman.resolve.time_feasts import feast_days
from dragoman.resolve.time_nodes import (
    About,
    At,
    Calendar,
    Edge,
    Feast,
    Fiscal,
    Node,
    Nth,
    Numeric,
    Offset,
    Open,
    Period,
    Range,
    RelativeDay,
    Season,
    Stretch,
    Years,
)
from dragoman.resolve.time_periods import TEXT_STEPS, WEEKS, nth, offset, period, stretch, years

YEARS, MONTHS = range(-2, 3), range(-2, 3)
CLOSE = 7  # days from the document's day to a date of figures that tells nothing of its order
PIVOT = 30  # a year of two digits in an undated text: 31-99 is 19xx, 00-30 is 20xx
Holidays = Mapping[str, Holiday]


def evaluate(node: Node, anchors: Anchors, holidays: Holidays) -> Extent | None:
    """The days of a time; None where nothing anchors it or no such day exists."""
    try:
        return _value(node, anchors, holidays)
    except (ValueError, OverflowError):
        return None


def _value(node: Node, a: Anchors, h: Holidays) -> Extent | None:
    match node:
        case Calendar():
            return _calendar(node, a, h)
        case Period():
            return period(node, a)
        case Season():
            return _season(node, a, h)
        case Range():
            return _range(node, a, h)
        case Feast():
            return _feast(node, a, h)
        case Numeric():
            return _numeric(node, a)
        case Edge() | Nth() | Open() | About() | At():
            return _wrapped(node, a, h)
        case _:
            return _counted(node, a)


def _counted(node: Node, a: Anchors) -> Extent | None:
    match node:
        case RelativeDay(days=days):
            return of_day(a.document + timedelta(days=days)) if a.document else None
        case Stretch():
            return stretch(node, a)
        case Offset():
            return offset(node, a)
        case Years():
            return years(node, a)
        case Fiscal(year=year, month=month, begins=begins):
            return of_months(year if begins else year - 1, month, 12)
        case _:
            return None


def _wrapped(node: Edge | Nth | Open | About | At, a: Anchors, h: Holidays) -> Extent | None:
    if isinstance(node, At):
        return _clock(node, a, h)
    if isinstance(node, Edge) and isinstance(node.inner, Period) and node.inner.shift in ("same", "that") and node.edge == "later":
        return _later_then(node.inner, a)
    inner = _value(node.inner, a, h)
    if inner is None:
        return None
    match node:
        case Edge(edge=edge):
            return narrowed(inner, edge, a.document)
        case Nth():
            return nth(node, inner)
        case Open():
            return _open(node, inner)
    plain = inner.first is not None and "/" not in inner.value
    return replace(inner, value=inner.value + "~") if plain else inner


def _later_then(node: Period, a: Anchors) -> Extent | None:
    """From the day last named to the month's end: "later that month"."""
    whole = period(node, a)
    if whole is None or whole.last is None or a.day is None or a.day.first is None or whole.grain == "day":
        return whole
    return of_days(a.day.first, whole.last) if a.day.first <= whole.last else whole


def _calendar(node: Calendar, a: Anchors, h: Holidays) -> Extent | None:
    if node.within is not None:
        base = _value(node.within, a, h)
        return _inside(node, base) if base is not None and base.first is not None else _yearless(node)
    if node.shift in TEXT_STEPS and a.named is not None:
        a = replace(a, story=True)
    if node.year is not None:
        return _told(node, _century(node.year, a))
    if node.month is not None:
        return _of_no_year(node, a)
    if node.day is not None:
        return _of_no_month(node, a)
    return _weekday(node.weekday, node.shift, a) if node.weekday is not None else None


def _century(year: int, a: Anchors) -> int:
    """The full year of one told by two digits: the one nearest to the document's."""
    if year >= 100:
        return year
    if a.document is None:
        return 1900 + year if year > PIVOT else 2000 + year
    nearest = a.document.year - a.document.year % 100 + year
    return min((nearest - 100, nearest, nearest + 100), key=lambda y: abs(y - a.document.year if a.document else 0))


def _told(node: Calendar, year: int) -> Extent | None:
    if node.month is None:
        return of_year(year)
    return of_month(year, node.month) if node.day is None else of_day(date(year, node.month, node.day))


def _yearless(node: Calendar) -> Extent | None:
    if node.month is None or node.day is not None and node.day > monthrange(2000, node.month)[1]:
        return None
    return unset(node.month, node.day)


def _inside(node: Calendar, base: Extent) -> Extent | None:
    """A date inside a larger period already placed."""
    if base.first is None or base.last is None:
        return None
    if node.month is not None:
        return _told(node, base.first.year)
    if node.day is not None:
        return of_day(base.first.replace(day=node.day))
    if node.weekday is None:
        return base
    return of_day(base.first + timedelta(days=(node.weekday - base.first.weekday()) % 7))


def _safe(node: Calendar, year: int) -> Extent | None:
    try:
        return _told(node, year)
    except ValueError:
        return None


def _of_no_year(node: Calendar, a: Anchors) -> Extent | None:
    reference = a.reference
    if a.year is not None and node.shift is None and a.floor is None:
        return _told(node, a.year)
    if reference is None:
        return _yearless(node) if node.shift is None else None
    if node.shift == "this":
        return _told(node, reference.year)
    if node.weekday is not None and node.day is not None and (fitting := _on_weekday(node, reference)) is not None:
        return fitting
    return choose(lambda n: _safe(node, reference.year + n), YEARS, a, node.shift)


def _on_weekday(node: Calendar, reference: date) -> Extent | None:
    """The year near the reference in which the day falls on the weekday that is told with it."""
    for n in (0, 1, -1):
        found = _safe(node, reference.year + n)
        if found and found.first and found.first.weekday() == node.weekday:
            return found
    return None


def _of_no_month(node: Calendar, a: Anchors) -> Extent | None:
    """A day whose month is not told: "the 15th", "Monday 16"."""
    reference = a.reference
    if reference is None or node.day is None:
        return None
    day = node.day

    def make(n: int) -> Extent | None:
        month = step(reference.replace(day=1), "month", n)
        found = month.replace(day=day) if day <= monthrange(month.year, month.month)[1] else None
        return of_day(found) if found and node.weekday in (None, found.weekday()) else None

    return choose(make, MONTHS, a if node.weekday is None else replace(a, direction=0))


def _weekday(weekday: int, shift: str | None, a: Anchors) -> Extent | None:
    reference = a.reference
    if reference is None:
        return None
    monday = reference - timedelta(days=reference.weekday())
    if shift == "this" and a.direction == 0:
        return of_day(monday + timedelta(days=weekday))
    return choose(lambda n: of_day(monday + timedelta(days=7 * n + weekday)), WEEKS, a, shift)


def _season(node: Season, a: Anchors, h: Holidays) -> Extent | None:
    if node.year is not None:
        return of_months(node.year, node.month, 3)
    if node.within is not None:
        base = _value(node.within, a, h)
        return of_months(base.first.year, node.month, 3) if base and base.first else None
    reference = a.reference
    if a.year is not None and node.shift is None:
        return of_months(a.year, node.month, 3)
    if reference is None:
        return None
    if node.shift == "this":
        return of_months(reference.year - (node.month == 12 and reference.month < 3), node.month, 3)
    recent = "past" if node.shift == "last" else node.shift
    return choose(lambda n: of_months(reference.year + n, node.month, 3), YEARS, a, recent)


def _feast(node: Feast, a: Anchors, h: Holidays) -> Extent | None:
    holiday, reference = h[node.name], a.reference

    def make(year: int) -> Extent | None:
        found = feast_days(holiday, year)
        return of_days(*found) if found else None

    if node.year is not None or a.year is not None and node.shift is None:
        return make(node.year or a.year or 0)
    if reference is None:
        return unset(holiday.month, holiday.day) if holiday.month and holiday.day and node.shift is None else None
    if node.shift == "this":
        return make(reference.year)
    return choose(lambda n: make(reference.year + n), YEARS, a, "past" if node.shift == "last" else node.shift)


def _numeric(node: Numeric, a: Anchors) -> Extent | None:
    """Day before month; the month first where only that is a date, or where that is the document's day or close to it."""
    orders = [(node.first, node.second), (node.second, node.first)][: 1 if node.dotted else 2]
    readings = [date(node.year, month, day) for day, month in orders if 1 <= month <= 12 and 1 <= day <= monthrange(node.year, month)[1]]
    if not readings:
        return None
    document = a.document
    near = [d for d in readings if document is not None and abs((d - document).days) <= CLOSE]
    return of_day((near or readings)[0])


def _range(node: Range, a: Anchors, h: Holidays) -> Extent | None:
    first, last = _shared(node.first, node.last)
    start = _value(first, a, h)
    if start is None:
        return None
    end = _value(last, replace(a, floor=start.first) if start.first and _incomplete(last) else a, h)
    return spanning(start, end) if end is not None else None


def _incomplete(node: Node) -> bool:
    if isinstance(node, Edge):
        return _incomplete(node.inner)
    return isinstance(node, Calendar) and node.year is None and node.within is None


def _shared(first: Node, last: Node) -> tuple[Node, Node]:
    """A range's ends with the year or larger period that only the last one tells ("June 29 through July 5, 2022")."""
    if isinstance(first, Edge) and isinstance(last, Edge | Calendar):
        inner, _ = _shared(first.inner, last.inner if isinstance(last, Edge) else last)
        return replace(first, inner=inner), last
    if not isinstance(first, Calendar) or not isinstance(last, Calendar) or not _incomplete(first):
        return first, last
    if last.within is not None:
        return replace(first, within=last.within), last
    if last.year is None or (first.month is None and first.day is None):
        return first, last
    earlier = last.month is not None and first.month is not None and first.month > last.month
    return replace(first, year=last.year - earlier, month=first.month or last.month), last


def _open(node: Open, inner: Extent) -> Extent | None:
    if node.side == "from":
        return Extent(first=inner.first, last=None, grain=inner.grain, value=f"{inner.value.split('/')[0]}/..")
    if node.excluding and inner.grain == "weekend" and inner.first:
        last = inner.first - timedelta(days=1)
        return Extent(first=None, last=last, grain="day", value=f"../{last.isoformat()}")
    return Extent(first=None, last=inner.last, grain=inner.grain, value=f"../{inner.value.split('/')[-1]}")


def _clock(node: At, a: Anchors, h: Holidays) -> Extent | None:
    inner = _value(node.inner, a, h) if node.inner is not None else a.day or (of_day(a.document) if a.document else None)
    if inner is None or inner.grain != "day" or "/" in inner.value or inner.first is None:
        return inner if node.inner is not None else None
    return replace(inner, value=f"{inner.first.isoformat()}T{node.clock}")
