"""Give periods and lengths their days: "last week", "the same month", "two weeks ago", "the past year", "the first week of July"."""

from datetime import date, timedelta

from dragoman.resolve.time_choice import Anchors, choose
from dragoman.resolve.time_extent import Extent, around, narrowed, of_day, of_days, of_month, of_months, of_year, of_years, step
from dragoman.resolve.time_nodes import Nth, Offset, Period, Stretch, Years

WEEKS = range(-3, 4)
STEPS = {"": 0, "last": -1, "past": -1, "next": 1, "coming": 1, "this": 0}
TEXT_STEPS = {"previous": -1, "following": 1, "same": 0, "that": 0}


def period(node: Period, a: Anchors) -> Extent | None:
    """The days of a unit that a word turns: "last week", "this year", "the same day"."""
    if node.shift == "end":
        return _unit_end(node.unit, a)
    if node.unit != "weekend" and _of_text(node, a):
        return _period_of_text(node, a)
    if a.document is None:
        return None
    if node.unit == "weekend":
        return _weekend(node.shift, a.document, a)
    if node.shift == "past" or (node.shift == "last" and node.the and node.unit in ("week", "month", "year", "decade")):
        return stretch(Stretch(count=1, unit=node.unit, sign=-1), a)
    return around(node.unit, step(_middle(node.unit, a.document), node.unit, STEPS[node.shift]))


def _of_text(node: Period, a: Anchors) -> bool:
    """Whether a period counts from what was named before: "the same day", "the next day", in a history also "the end of the month"."""
    return (
        node.shift in TEXT_STEPS
        or (node.shift == "next" and node.the and (node.unit == "day" or a.story))
        or (a.story and (not node.shift or (node.shift == "this" and node.unit in ("day", "date"))))
    )


def _middle(unit: str, day: date) -> date:
    """A day from which whole steps never skip a shorter month."""
    return day.replace(day=15) if unit in ("month", "quarter", "half", "year") else day


def _unit_end(unit: str, a: Anchors) -> Extent | None:
    """The end of the present unit: "year's end", "month-end"."""
    whole = around(unit, a.reference) if a.reference else None
    return narrowed(whole, "end", a.document) if whole else None


def _period_of_text(node: Period, a: Anchors) -> Extent | None:
    """A unit counted from what was named before: "the same day", "the following month", "the previous year"."""
    base = a.named if node.unit in ("month", "year", "decade", "century") else a.day
    count = TEXT_STEPS.get(node.shift, 1 if node.shift == "next" else 0)
    if base is None or base.first is None:
        return None
    day = base.first if count < 0 else base.last or base.first
    return around(node.unit, step(_middle(node.unit, day), node.unit, count))


def _weekend(shift: str, document: date, a: Anchors) -> Extent | None:
    def make(n: int) -> Extent | None:
        return around("weekend", document + timedelta(days=7 * n))

    if shift == "next":
        return make(1)
    if shift == "this" and a.direction == 0:
        return make(0)
    return choose(make, WEEKS, a, shift if shift in ("past", "coming", "last") else None)


def stretch(node: Stretch, a: Anchors) -> Extent | None:
    """So many units up to the document's day, or from it on."""
    if a.document is None:
        return None
    edge = step(a.document, node.unit, node.sign * node.count)
    return of_days(edge, a.document) if node.sign < 0 else of_days(a.document, edge)


def offset(node: Offset, a: Anchors) -> Extent | None:
    """A day from "two weeks ago", a month from "three months later", a year from "nine years ago"."""
    fine = node.unit in ("day", "week", "fortnight")
    base = None if node.anchor != "text" else a.day if fine else a.named
    start = base.first if base else a.document
    if start is None or node.unit not in ("day", "week", "fortnight", "month", "year", "decade", "century"):
        return None
    moved = step(start, node.unit, node.sign * node.count)
    if fine:
        return of_day(moved)
    if node.unit == "decade":
        return of_years(moved.year - moved.year % 10, 10)
    if node.unit == "month":
        return of_month(moved.year, moved.month) if base is None or base.grain != "year" else None
    return of_year(moved.year)


def years(node: Years, a: Anchors) -> Extent | None:
    """A decade or century; of "the seventies" the one that lies behind the reference."""
    if node.told:
        return of_years(node.first, node.length)
    year = (a.reference or a.document or date(2000, 1, 1)).year
    base = year - year % 100 + node.first
    return of_years(base if base <= year + node.length else base - 100, node.length)


def nth(node: Nth, whole: Extent) -> Extent | None:
    """The n-th unit of a period already placed."""
    if whole.first is None or whole.last is None:
        return None
    if node.n == 0:
        return around("week", whole.first)
    if node.unit in ("half", "quarter"):
        return _share(node, whole)
    if node.unit == "month":
        months = (whole.last.year - whole.first.year) * 12 + whole.last.month - whole.first.month + 1
        moved = step(whole.first, "month", node.n - 1 if node.n > 0 else months + node.n)
        return of_month(moved.year, moved.month) if moved <= whole.last else None
    return _nth_days(node, whole.first, whole.last)


def _nth_days(node: Nth, first: date, last: date) -> Extent | None:
    length = timedelta(days={"week": 7, "weekend": 7}.get(node.unit, 1))
    start = first + length * (node.n - 1) if node.n > 0 else last - length + timedelta(days=1)
    end = min(start + length - timedelta(days=1), last)
    if start > last:
        return None
    return around("weekend", start) if node.unit == "weekend" else of_days(start, end)


def _share(node: Nth, whole: Extent) -> Extent | None:
    """The half of a month in days, the half or quarter of a year in months."""
    if whole.first is None or whole.last is None:
        return None
    parts = 2 if node.unit == "half" else 4
    n = node.n if node.n > 0 else parts
    if n > parts:
        return None
    if whole.grain == "year":
        return of_months(whole.first.year, (n - 1) * 12 // parts + 1, 12 // parts)
    middle = whole.first + ((whole.last - whole.first + timedelta(days=1)) // 2)
    return of_days(whole.first, middle - timedelta(days=1)) if n == 1 else of_days(middle, whole.last)
