"""Read the full dates that stand on pages and in datelines: "14 MAY 89", "Feb. 21", "Wed, 26 May 2021 22:11:22 +0000", "24/06/2019 - 18:20"."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import cast

from dragoman.lexicon.rows import toml_tables

YEAR = r"(?:\d{4}|['’]?\d{2}(?!\d|[:.]\d))"
DAY = r"\d{1,2}(?:st|nd|rd|th|ST|ND|RD|TH|º)?"
NAME = r"[^\W\d_]{3,9}\.?"
WEEKDAY = rf"(?:(?P<weekday>{NAME}),?\s+)?"
DAY_FIRST = rf"(?P<day>{DAY})(?:\s+of)?[\s-]+(?P<month>{NAME})(?:,?[\s-]+(?P<year>{YEAR}))?"
MONTH_FIRST = rf"(?P<month2>{NAME})\s+(?P<day2>{DAY})(?!\d|\s*[-–]\s*\d)(?:,?\s+(?P<year2>{YEAR}))?"
YEAR_FIRST = rf"(?P<year3>\d{{4}})[\s,]+(?P<month3>{NAME})\s+(?P<day3>\d{{1,2}})"
FIGURES = r"(?P<one>\d{1,2})(?P<sep>[./-])(?P<two>\d{1,2})(?P=sep)(?P<year4>\d{4})"
ISO = r"(?P<iso>\d{4}-\d{2}-\d{2})(?:T[\d:.]+Z?)?"
EXPRESSION = rf"{WEEKDAY}(?:{ISO}|{FIGURES}|{YEAR_FIRST}|{DAY_FIRST}|{MONTH_FIRST})(?![\w])"
ONE = re.compile(EXPRESSION)
CLOCK = re.compile(
    r"[\s,|•·–—(-]*(?:[^\W\d_]{2}\s+)?(?:\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?)?"
    r"\s*(?:\(?(?:[A-Z]{2,4}|[+-]\d{4}|[+-]\d{2}:?\d{2}|hrs\.?)\)?)?\s*(?:\([^()]{0,40}\))?[\s.|,]*$",
    re.IGNORECASE,
)
HOUR = re.compile(r"(?<!\d)\d{1,2}[:.]\d{2}(?!\d)|(?<!\d)\d{1,2} ?[AaPp]\.?[Mm]\b")
AGO = re.compile(r"\d+ [a-z]+ ago|[AaPp]\.?[Mm]\.?(?![a-z])")
NAMES = re.compile(r"[^\W\d_]+")
NOTHING = re.compile(r"[\s.,;:|–—-]*$")
FIRST_OF_THE_OLD_CENTURY = 85  # a wire's '85 is 1985, its '84 is 2084: no wire of the archives is older


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """A date expression at `start` to `end` of a line; `day` is None where its year, or the order of its figures, is not told."""

    start: int
    end: int
    day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Names of months and weekdays, in lower case; `day_first` settles 09/07/2011, None where nothing does.

    `links`: small words inside the names of places. `agencies`: news agencies that write themselves small.
    `before`: words that may stand before the date of a date line.
    """

    months: Mapping[str, int]
    weekdays: frozenset[str]
    links: frozenset[str] = frozenset()
    agencies: frozenset[str] = frozenset()
    before: tuple[str, ...] = ()
    day_first: bool | None = None


@cache
def packaged_calendar() -> Calendar:
    """The names of data/en/times.toml, and the words around dates and places of data/en/furniture.toml."""
    months: dict[str, int] = {}
    weekdays: set[str] = set()
    for _, table in toml_tables("en/times.toml"):
        for section in ("month", "month_short"):
            months |= cast("dict[str, int]", table.get(section, {}))
        for section in ("weekday", "weekday_short"):
            weekdays |= set(cast("dict[str, int]", table.get(section, {})))
    words = [cast("dict[str, list[str]]", table.get("dateline", {})) for _, table in toml_tables("en/furniture.toml")]
    links, agencies, before = (tuple(w for table in words for w in table.get(name, [])) for name in ("links", "agencies", "before"))
    return Calendar(
        months=months,
        weekdays=frozenset(weekdays),
        links=frozenset(links),
        agencies=frozenset(agencies),
        before=tuple(sorted(before, key=len, reverse=True)),
    )


def dates_in(line: str, calendar: Calendar) -> Iterator[FoundDate]:
    """The dates of a line in order; words that only look like a month are passed over."""
    start = 0
    while found := ONE.search(line, start):
        read = _read(found, calendar)
        start = found.end() if read else found.start() + 1
        if read:
            yield read


def date_at(line: str, start: int, calendar: Calendar) -> FoundDate | None:
    """The date that begins exactly there."""
    found = ONE.match(line, start)
    return _read(found, calendar) if found else None


def _read(found: re.Match[str], calendar: Calendar) -> FoundDate | None:
    part = found.groupdict()
    weekday = part["weekday"]
    start = found.start()
    if weekday and weekday.casefold().rstrip(".") not in calendar.weekdays:
        return None
    if part["iso"] or part["one"]:
        day = _iso(part["iso"]) if part["iso"] else _figures(part, calendar)
        return FoundDate(start=start, end=found.end(), day=day)
    month = part["month"] or part["month2"] or part["month3"] or ""
    number = calendar.months.get(month.casefold().rstrip("."))
    if number is None:
        return None
    digits = re.match(r"\d+", part["day"] or part["day2"] or part["day3"] or "")
    year = _year(part["year"] or part["year2"] or part["year3"])
    day_number = int(digits.group()) if digits else 0
    if not 1 <= day_number <= 31:
        return None
    return FoundDate(start=start, end=found.end(), day=_day(year, number, day_number))


def _year(digits: str | None) -> int | None:
    if digits is None:
        return None
    value = int(digits.lstrip("'’"))
    if value >= 100:
        return value
    return value + (1900 if value >= FIRST_OF_THE_OLD_CENTURY else 2000)


def _day(year: int | None, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year else None
    except ValueError:
        return None


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _figures(part: Mapping[str, str | None], calendar: Calendar) -> date | None:
    one, two, year = int(part["one"] or 0), int(part["two"] or 0), int(part["year4"] or 0)
    if one > 12 or part["sep"] == ".":
        return _day(year, two, one)
    if two > 12:
        return _day(year, one, two)
    if one == two or calendar.day_first is not None:
        return _day(year, two, one) if calendar.day_first or one == two else _day(year, one, two)
    return None


def is_date_line(line: str, calendar: Calendar) -> FoundDate | None:
    """The date of a line that holds a date and at most a clock time, a zone, a short remark in parentheses, three words with a clock time."""
    if len(line) > 120:
        return None
    found = date_at(line, _past_words(line, calendar.before), calendar)
    if found and CLOCK.match(line, found.end):
        return found
    return _stamp(line, calendar)


def _stamp(line: str, calendar: Calendar) -> FoundDate | None:
    """ "World News March 8, 2018 / 5:22 AM / 2 years ago", "LTN | Mar 8, 2018, 10:33 IST": a full date and a clock time among at most three words."""
    clock = HOUR.search(line)
    found = [f for f in dates_in(line, calendar) if f.day] if clock else []
    if len(found) != 1:
        return None
    rest = line[: found[0].start] + " " + line[found[0].end :]
    words = [w for w in NAMES.findall(AGO.sub("", rest)) if len(w) > 3 or w.islower()]
    return found[0] if len(words) <= 3 and not line.rstrip().endswith(".") else None


def _past_words(line: str, words: tuple[str, ...]) -> int:
    start, lower = 0, line.casefold()
    for _ in range(2):
        word = next((w for w in words if lower.startswith(w, start) and lower[start + len(w) : start + len(w) + 1] in {":", " "}), "")
        start += len(word)
        start += len(line[start:]) - len(line[start:].lstrip(" :")) if word else 0
    return start


def closing_date(line: str, calendar: Calendar) -> FoundDate | None:
    """The full date that ends a line after a comma or dash, as of "2687th meeting - Brussels, 7 November 2005", or stands first between commas."""
    if len(line) > 250:
        return None
    found = [f for f in dates_in(line, calendar) if f.day]
    last = found[-1] if len(found) == 1 else None
    if last is None:
        return None
    before, after = line[: last.start].rstrip(), line[last.end :]
    if NOTHING.match(after) and before[-1:] in {",", "-", "–", "—", "/", "|", "•", ":"}:
        return last
    return last if before.endswith(",") and after.startswith(",") and len(before) <= 20 else None


def order_of_figures(text: str, calendar: Calendar) -> bool | None:
    """Whether a text writes the day before the month, by its dates in words and its dates in figures that can be read one way only."""
    first, second = 0, 0
    for found in ONE.finditer(text[:20000]):
        part = found.groupdict()
        month = (part["month"] or part["month2"] or "").casefold().rstrip(".")
        if part["one"] and int(part["one"]) != int(part["two"]):
            first += 5 * (int(part["one"]) > 12)
            second += 5 * (int(part["two"]) > 12)
        elif month in calendar.months:
            first += part["month"] is not None
            second += part["month2"] is not None
    return None if first == second else first > second
