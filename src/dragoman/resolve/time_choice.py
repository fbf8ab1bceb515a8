"""Choose among the days that an incomplete date can be: the year of "October 27", the week of "Tuesday"."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from dragoman.resolve.time_extent import Extent

FAR, NEAR = 240, 100  # days: a date this far off in the told direction gives way to one this near in the other
RECENT = 60  # days: "last October" told in November is the October of the year before
PAST = -1
BACKWARD = 2.0  # a story goes on rather than back: days backward weigh double (wikiwars, .68 to .72 right)


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchors:
    """What a time is counted from.

    `document` its day, None for an undated text; `day` and `named` the last day and the last time named before; `story` true of
    a text about other years than the document's; `direction` of the clause, -1 past (-2 for sure), 1 future; `year` told shortly before in the
    same sentence; `years` those that a story moves in;
    `floor` the first day of a range whose end is read.
    """

    document: date | None
    day: Extent | None = None
    named: Extent | None = None
    story: bool = False
    direction: int = 0
    year: int | None = None
    years: range | None = None
    floor: date | None = None

    @property
    def reference(self) -> date | None:
        """The day that dates without a year lie near."""
        if self.story and self.named is not None:
            return self.named.last if self.named.grain in ("day", "month") else self.named.first
        return self.document


def choose(make: Callable[[int], Extent | None], steps: range, anchors: Anchors, shift: str | None = None) -> Extent | None:
    """The fitting one of the candidates `make` gives for each step (years, months or weeks off the reference); None without a reference."""
    reference = anchors.reference
    candidates = [c for c in (make(n) for n in steps) if c is not None and c.first is not None and c.last is not None]
    if reference is None or not candidates:
        return None
    if anchors.floor is not None:
        return next((c for c in candidates if c.last is not None and c.last >= anchors.floor), None)
    if shift in ("last", "past", "previous"):
        return _before(candidates, reference, recent=shift == "last")
    if shift in ("next", "following"):
        return next((c for c in candidates if c.first is not None and c.first > reference), None)
    if shift == "coming":
        return next((c for c in candidates if c.last is not None and c.last > reference), None)
    return _nearest(candidates, reference, anchors)


def _before(candidates: list[Extent], reference: date, *, recent: bool) -> Extent | None:
    earlier = [c for c in candidates if c.last is not None and c.last < reference]
    weeks = len(earlier) > 1 and _gap(earlier[-1], earlier[-2].last or reference) < RECENT
    if recent and not weeks:
        earlier = [c for c in earlier if c.last is not None and (c.last.year < reference.year or _gap(c, reference) > RECENT)]
    return earlier[-1] if earlier else None


def _inside(candidates: list[Extent], named: Extent | None) -> Extent | None:
    """The first candidate that begins in a longer period just named: the October of "In 1915"."""
    if named is None or named.first is None or named.last is None or named.grain in ("day", "month", "week"):
        return None
    return next((c for c in candidates if c.first is not None and named.first <= c.first <= named.last), None)


def _gap(extent: Extent, day: date) -> int:
    """Days from an extent to a day; 0 inside."""
    if extent.first is None or extent.last is None or extent.first <= day <= extent.last:
        return 0
    return (extent.first - day).days if extent.first > day else (day - extent.last).days


def _nearest(candidates: list[Extent], reference: date, anchors: Anchors) -> Extent | None:
    back = [c for c in candidates if c.first is not None and c.first <= reference]
    ahead = [c for c in candidates if c.last is not None and c.last >= reference]
    if not back or not ahead:
        return (back or ahead)[-1 if back else 0]
    past, future = back[-1], ahead[0]
    to_past, to_future = _gap(past, reference), _gap(future, reference)
    if anchors.story:
        inside = _inside(candidates, anchors.named)
        if inside is not None:
            return inside
        return past if to_past * BACKWARD < to_future else future
    if anchors.direction:
        wanted, other = (past, future) if anchors.direction < 0 else (future, past)
        sure = anchors.direction < PAST
        return other if not sure and _gap(wanted, reference) > FAR and _gap(other, reference) < NEAR else wanted
    return past if to_past <= to_future else future
