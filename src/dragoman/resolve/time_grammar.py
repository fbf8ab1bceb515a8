"""Find the time expressions of a sentence: single times, their edges and clock times, ranges, lists and open ends."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from dragoman.resolve import time_calendar as calendar
from dragoman.resolve import time_eras as eras
from dragoman.resolve import time_relative as relative
from dragoman.resolve.time_nodes import About, At, Calendar, Edge, Found, Node, Open, Period, Range, RelativeDay, Season, Years
from dragoman.resolve.time_parts import larger
from dragoman.resolve.time_words import Words

Rule = Callable[[Words, int], Found | None]
RULES: tuple[Rule, ...] = (
    calendar.figures,
    calendar.month_day,
    calendar.day_month,
    calendar.ordinal_day,
    calendar.weekday,
    calendar.shifted_month,
    eras.bare_year,
    eras.decade,
    eras.century,
    eras.season,
    eras.feast,
    eras.quarter,
    eras.week_of,
    eras.fiscal,
    eras.clock,
    relative.relative_day,
    relative.period,
    relative.stretch,
    relative.offset,
    relative.in_days,
    relative.month_end,
)
QUOTES = ("'", "’")
TIME_WORDS = {
    *("month", "month_short", "weekday", "weekday_short", "season", "decade", "holiday", "relative_day", "shift", "recent", "edge", "fiscal", "part"),
    *("cardinal", "ordinal", "few", "unit"),
}
OPENERS = {"the", "article", "in", "within", "approximate", "between", "bound"}
MOST_ITEMS = 8  # of a list of neighbouring times


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """A time expression: its node, its lexemes (`end` not included), and the name of the rule that read it."""

    node: Node
    start: int
    end: int
    rule: str


def expressions(w: Words) -> Iterator[Expression]:
    """The expressions of a sentence from left to right; none overlap."""
    i = 0
    while i < len(w.lexemes):
        found = _expression(w, i) if _may_begin(w, i) and not w.has(i - 1, "every") else None
        if found is None:
            i += 1
            continue
        yield Expression(node=found[0], start=i, end=found[1], rule=rule_name(found[0]))
        i = found[1]


def _may_begin(w: Words, i: int) -> bool:
    """Whether a time can begin here: a cheap look that spares most places the rules."""
    kinds = w.at(i).kinds.keys()
    if w.at(i).figure or w.text(i) in QUOTES or kinds & TIME_WORDS:
        return True
    after = w.at(i + 1)
    return bool(kinds & OPENERS) and bool(after.figure or after.kinds or after.text in QUOTES)


def rule_name(node: Node) -> str:
    """What the expression was read as."""
    return type(node).__name__.lower()


def _expression(w: Words, i: int) -> Found | None:
    if w.has(i, "between"):
        return _between(w, i)
    if w.has(i, "bound") and (found := _bounded(w, i)) is not None:
        return found
    return _joined(w, i)


def _between(w: Words, i: int) -> Found | None:
    """Reads "between 2010 and 2012"."""
    first = _item(w, i + 1)
    second = _item(w, first[1] + 1) if first and w.has(first[1], "and") else None
    if first is None or second is None or not _fit(first[0], second[0], loose=True):
        return None
    return Range(first=first[0], last=second[0]), second[1]


def _bounded(w: Words, i: int) -> Found | None:
    """Reads "by the end of May", "since 2017", "until Friday"; before a noun that the time belongs to, no bound."""
    side = w.word(i, "bound")
    found = _joined(w, i + 1)
    if found is None or side is None or isinstance(found[0], Range) and side == "from" or _belongs(w, found[1]):
        return None
    return Open(side=side, inner=found[0], excluding=w.has(i, "excluding")), found[1]


def _belongs(w: Words, end: int) -> bool:
    """Whether a noun follows that the time belongs to ("before Monday's talks", "before the May 12 summit")."""
    if w.text(end) == "'s":
        return True
    before, after = w.token(end - 1), w.token(end)
    if before is None or after is None or not w.text(end):
        return False
    return before.head >= after.index and before.deprel in ("compound", "nmod:poss", "amod", "nmod:unmarked") and w.at(end).text.isalpha()


def _joined(w: Words, i: int) -> Found | None:
    """One time, or a range or row of neighbours."""
    found = _item(w, i)
    if found is not None and _only_clock(found[0]):
        return None
    for _ in range(MOST_ITEMS):
        longer = _more(w, found) if found else None
        if longer is None:
            break
        found = longer
    return found


def _only_clock(node: Node) -> bool:
    """Whether a time is an hour without its day."""
    return _only_clock(node.inner) if isinstance(node, About) else isinstance(node, At) and node.inner is None


def _more(w: Words, found: Found) -> Found | None:
    """The time with the next one joined to it, where the two make one stretch."""
    node, at = found
    if w.has(at, "onward"):
        return Open(side="from", inner=node), at + 1
    span = _is_range(w, at)
    if span and w.has(at + 1, "present") and isinstance(node, Calendar) and not w.has(at, "word"):
        return Open(side="from", inner=node), at + 2
    after = at + 1 if span or w.has(at, "and") or w.text(at) in (",", "&") else 0
    second = _item(w, after + (w.text(after) == ",")) if after else None
    if second is None or isinstance(node, Open | At) or not _fit(node, second[0], loose=w.has(at, "range")):
        return None
    if span:
        return Range(first=node, last=second[0]), second[1]
    return (_row(node, second[0]), second[1]) if _neighbours(node, second[0]) else None


def _is_range(w: Words, at: int) -> bool:
    return w.text(at) in ("-", "–", "—", "‑", "/") or w.has(at, "range")


def _row(node: Node, last: Node) -> Node:
    return replace(node, last=last) if isinstance(node, Range) else Range(first=node, last=last)


def _level(node: Node) -> str:
    """How fine a time is: `day`, `month`, `year`, `years`, `season`, else nothing that can be joined."""
    if isinstance(node, Edge):
        return _level(node.inner)
    if isinstance(node, Range):
        return _level(node.last)
    if isinstance(node, Calendar):
        return "day" if node.day or node.weekday is not None else "month" if node.month else "year"
    plain: dict[type, str] = {RelativeDay: "day", Years: "years", Season: "season"}
    return plain.get(type(node), "")


def _fit(first: Node, last: Node, *, loose: bool) -> bool:
    a, b = _level(first), _level(last)
    if not a or not b:
        return False
    return a == b or (loose and {a, b} <= {"month", "year", "season"})


def _neighbours(first: Node, last: Node) -> bool:
    """Whether two times follow on each other: Monday and Tuesday, 1996 and 1997, September and October."""
    if isinstance(first, Range):
        return _neighbours(first.last, last)
    if isinstance(first, Years) and isinstance(last, Years):
        return (last.first - first.first) in (first.length, first.length % 100) and first.length == last.length
    if not isinstance(first, Calendar) or not isinstance(last, Calendar):
        return False
    return _next_weekday(first, last) or _next_number(first, last)


def _next_weekday(first: Calendar, last: Calendar) -> bool:
    if first.weekday is None or last.weekday is None or first.day or last.day:
        return False
    return (last.weekday - first.weekday) % 7 == 1


def _next_number(first: Calendar, last: Calendar) -> bool:
    if first.weekday is not None or last.weekday is not None or first.day or last.day:
        return False
    if first.month and last.month:
        return last.month - first.month == 1 and first.year is None
    return bool(first.year and last.year and not first.month and not last.month and last.year - first.year == 1)


def _item(w: Words, i: int) -> Found | None:
    """One time with the words that narrow it: edge, about, part of the day, clock."""
    if w.has(i, "approximate") and (found := _about(w, i)) is not None:
        return found
    if (found := _edged(w, i)) is not None:
        return found
    if (found := _clock_first(w, i)) is not None:
        return found
    found = _single(w, i)
    return _with_part(w, found) if found else None


def _about(w: Words, i: int) -> Found | None:
    """Reads "about the 15th", "around fifteen years ago"."""
    rules: tuple[Rule, ...] = (calendar.ordinal_day, calendar.month_day, calendar.day_month, eras.bare_year, relative.offset, eras.clock)
    found = _longest(w, i + 1, rules)
    return (About(inner=found[0]), found[1]) if found else None


def _edged(w: Words, i: int, *, again: bool = True) -> Found | None:
    """Reads "late April", "the end of September", "mid-March", "later this month", "early in 1942", "late in the year"."""
    at = i + 1 if w.text(i) == "the" else i
    edge = w.word(at, "edge")
    if edge is None:
        return None
    at += 1
    at += w.text(at) == "-"
    at += w.has(at, "in") or w.text(at) == "on"
    found = larger(w, at, "week", "month", "year", "decade", "century") or (_edged(w, at, again=False) if again else None) or _single(w, at)
    if found is None:
        return None
    found = _with_part(w, _inside(w, found))
    if edge in ("start", "end") and isinstance(found[0], RelativeDay):
        return None
    narrowed = isinstance(found[0], Calendar) and found[0].within is not None and found[0].weekday is not None
    return (found[0] if narrowed else Edge(edge=edge, inner=found[0])), found[1]


def _inside(w: Words, found: Found) -> Found:
    """A smaller date inside the period just read: "this week on Wednesday", "last year August 8"."""
    period, end = found
    if not isinstance(period, Period) or period.unit not in ("week", "year", "month"):
        return found
    after = end + (w.text(end) in ("on", "in", ","))
    inner = calendar.weekday(w, after) if period.unit == "week" else calendar.month_day(w, after) if period.unit == "year" else None
    if inner is None or not isinstance(inner[0], Calendar) or inner[0].year or inner[0].shift:
        return found
    return replace(inner[0], within=period), inner[1]


def _clock_first(w: Words, i: int) -> Found | None:
    """Reads "noon today", "midnight on Wednesday", "10 a.m. Tuesday", "the morning of April 19"."""
    at = i + 1 if w.text(i) == "the" else i
    clocked = eras.clock(w, at) if at == i else None
    if clocked is None and not w.has(at, "part"):
        return None
    end = clocked[1] if clocked else at + 1
    after = end + (w.text(end) in ("on", "of", ","))
    found = _single(w, after)
    if found is None or _level(found[0]) != "day":
        return None
    clock = clocked[0].clock if clocked and isinstance(clocked[0], At) else None
    return (At(clock=clock, inner=found[0]) if clock else found[0]), found[1]


def _single(w: Words, i: int) -> Found | None:
    found = _longest(w, i, RULES)
    return _inside(w, found) if found else None


def _longest(w: Words, i: int, rules: tuple[Rule, ...]) -> Found | None:
    best: Found | None = None
    for rule in rules:
        found = rule(w, i)
        if found and (best is None or found[1] > best[1]):
            best = found
    return best


def _with_part(w: Words, found: Found) -> Found:
    """Reads "Monday morning", "yesterday afternoon", "today at 10:00 a.m."."""
    node, at = found
    if _level(node) != "day":
        return found
    if w.has(at, "part"):
        at += 1
    elif w.text(at) == "at" and w.has(at + 1, "part"):
        at += 2
    after = at + w.has(at, "at") + (w.text(at) == ",")
    clocked = eras.clock(w, after)
    if clocked and isinstance(clocked[0], At) and not isinstance(node, Range):
        return At(clock=clocked[0].clock, inner=node), _elsewhere(w, clocked[1])
    return node, at


def _elsewhere(w: Words, at: int) -> int:
    """The end after the same hour of another zone in brackets: "18:00 local time (1500 UTC)"."""
    again = eras.clock(w, at + 1) if w.text(at) == "(" else None
    return again[1] + 1 if again and w.text(again[1]) == ")" else at
