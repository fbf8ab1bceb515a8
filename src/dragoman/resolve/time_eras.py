"""Rules for years and what is longer or named otherwise: decades, centuries, seasons, quarters, feasts; and clock times.

Each rule looks at one place and returns the node and where it ends, or None.
"""

from dragoman.resolve.time_calendar import day_month, month_day
from dragoman.resolve.time_nodes import At, Calendar, Feast, Fiscal, Found, Nth, Period, Range, Season, Years
from dragoman.resolve.time_parts import FIRST_YEAR, counts_things, is_count, larger, part_of_name, year_after, year_at
from dragoman.resolve.time_words import Words

COMMON_YEARS = range(1700, 2060)
FIRST_DECADE_OF_ZEROS = 2000  # "the 1800s" are a century, "the 2000s" a decade
OLDEST_RANGE = 1400  # a range of lesser numbers is one of pages
COPYRIGHT = ("©", "(c)")


def bare_year(w: Words, i: int) -> Found | None:
    """A number of four digits that its neighbours let be a year; "1950-53" as a range."""
    year = year_at(w, i)
    if year is None or not _stands_as_year(w, i, year):
        return None
    even = w.joined(i) == w.joined(i + 1) or w.text(i + 1) == "–"
    if w.text(i + 1) in ("-", "–", "/") and w.at(i + 2).figure == "int" and len(w.at(i + 2).raw) == 2 and even:
        last = year - year % 100 + w.at(i + 2).number
        if year < last < year + 60:
            return Range(first=Calendar(year=year), last=Calendar(year=last)), i + 3
    return Calendar(year=year), i + 1


def _stands_as_year(w: Words, i: int, year: int) -> bool:
    if w.text(i - 1) in ("$", "€", "£", "#", "№", ":", ".", "/") and w.joined(i - 1) or _numbers_a_thing(w, i) or w.text(i - 1) in COPYRIGHT:
        return False
    if year >= OLDEST_RANGE and w.text(i + 1) in ("-", "–") and (last := year_at(w, i + 2)) is not None and 0 < last - year < 150:
        return True
    if w.text(i - 1) == "-" and w.joined(i - 1) and w.joined(i - 2) and not w.has(i - 2, "edge", "year_after") and year_at(w, i - 2) is None:
        return False
    if (
        is_count(w, i)
        or w.has(i + 1, "ampm", "zone")
        or (w.text(i + 1) == "-" and w.joined(i + 1) and w.joined(i) and w.text(i + 2).isalpha() and not w.has(i + 2, "present"))
    ):
        return False
    return _year_in_place(w, i, year)


def _numbers_a_thing(w: Words, i: int) -> bool:
    """Whether a number is the name of what stands before it: "Resolution 1929", "50 U.S.C. 1701-1706"."""
    return w.has(i - 1, "numbered") or (w.text(i - 1) in ("-", "/") and w.at(i - 2).figure == "int" and w.has(i - 3, "numbered"))


def _year_in_place(w: Words, i: int, year: int) -> bool:
    introduced = w.has(i - 1, "year_after") or w.text(i - 1) in ("(", "-", "–", ",", "/") or w.at(i - 1).figure == "int"
    if year_at(w, i - 2) is not None and w.text(i - 1) in ("-", "–"):
        return True
    if year in COMMON_YEARS and (year % 100 or introduced):
        return not (counts_things(w, i) and year % 50 == 0)
    return introduced and not counts_things(w, i) and w.text(i - 1) not in (",", "-")


def decade(w: Words, i: int) -> Found | None:
    """Reads "the 1970s", "the seventies", "the '30s"."""
    at = i + 1 if w.text(i) == "the" else i
    quoted = w.text(at) in ("'", "’")
    piece = w.at(at + quoted)
    if piece.figure == "decade" and piece.number >= FIRST_YEAR:
        whole = piece.number % 100 == 0 and piece.number < FIRST_DECADE_OF_ZEROS
        return Years(first=piece.number, length=100 if whole else 10), at + quoted + 1
    if piece.figure == "decade" and (at > i or quoted) and not w.has(i - 1, "possessor"):
        return Years(first=piece.number, length=10, told=False), at + quoted + 1
    word = w.number(at, "decade")
    return (Years(first=word * 10, length=10, told=False), at + 1) if word is not None and at > i else None


def century(w: Words, i: int) -> Found | None:
    """Reads "the 19th century", "the seventeenth century"."""
    at = i + 1 if w.text(i) == "the" else i
    piece = w.at(at)
    n = piece.number if piece.figure == "ordinal" else w.number(at, "ordinal")
    end = at + 2 if w.text(at + 1) == "-" else at + 1
    if n is None or not 11 <= n <= 22 or w.word(end, "unit") != "century" or w.has(end + 1, "era"):
        return None
    qualifies = at == i and w.tag(end + 1).startswith(("NN", "JJ"))
    return None if qualifies else (Years(first=(n - 1) * 100, length=100), end + 1)


def season(w: Words, i: int) -> Found | None:
    """Reads "the spring", "this summer", "summer of 2001", "winter 2021/2022"."""
    at = i + 1 if w.text(i) == "the" else i
    shift = w.word(at, "shift")
    at += bool(shift)
    month = w.number(at, "season")
    if month is None:
        return None
    year, within, end = year_after(w, at + 1)
    if year is None and within is None and not (shift and w.text(at + 1) != "-" or _stands_as_season(w, at)):
        return None
    if year is not None and w.text(end) in ("/", "-", "–") and w.at(end + 1).figure == "int":
        end += 2
    return Season(month=month, year=year, shift=shift, within=within), end


def _stands_as_season(w: Words, at: int) -> bool:
    after = w.token(at + 1)
    noun = after is not None and after.upos in ("NOUN", "PROPN") and w.text(at + 1).isalpha() and not w.has(at + 1, "weekday", "month", "shift")
    return w.has(at - 1, "season_after") and w.text(at + 1) not in ("of", "-") and not noun and not w.tag(at).startswith("VB")


def feast(w: Words, i: int) -> Found | None:
    """Reads "Christmas", "last Easter", "Eid al-Adha 2019"."""
    at = i + 1 if w.text(i) == "the" else i
    shift = w.word(at, "shift")
    at += bool(shift)
    name = w.word(at, "holiday")
    if name is None or not (w.raised(at) or w.text(at).startswith("holy")) or part_of_name(w, at):
        return None
    goes_on = w.raised(at + 1) and not w.capitals and not w.has(at + 1, "weekday", "month")
    year, _, end = year_after(w, at + 1)
    return None if goes_on else (Feast(name=name, year=year, shift=shift), end)


def quarter(w: Words, i: int) -> Found | None:
    """Reads "the third quarter of 2019", "the first half of the year", "the first week of July"."""
    at = i + 1 if w.text(i) == "the" else i
    n = w.number(at, "ordinal") if w.at(at).figure != "ordinal" else w.at(at).number
    count = w.number(at + 1, "cardinal")
    unit = w.word(at + 1 + (count is not None), "unit")
    if n is None or unit not in ("quarter", "half", "week", "day", "month", "days", "weekend"):
        return None
    at += 2 + (count is not None)
    inner = _whole(w, at + 1) if w.has(at, "of") else None
    if inner is None:
        return (Nth(n=n, unit=unit, inner=Period(unit="year", shift="")), at) if unit == "half" and w.text(at - 1) == "semester" else None
    return (None if count else (Nth(n=n, unit=unit, inner=inner[0]), inner[1])) if unit else None


def _whole(w: Words, i: int) -> Found | None:
    return larger(w, i, "month", "year", "quarter", "week") or month_day(w, i) or bare_year(w, i)


def week_of(w: Words, i: int) -> Found | None:
    """Reads "the week of September 26"."""
    if w.text(i) != "the" or w.word(i + 1, "unit") != "week" or w.text(i + 2) != "of":
        return None
    found = month_day(w, i + 3) or day_month(w, i + 3)
    day = found[0].first if found and isinstance(found[0], Range) else found[0] if found else None
    return (Nth(n=0, unit="week", inner=day), found[1]) if found and isinstance(day, Calendar) and day.day else None


def fiscal(w: Words, i: int) -> Found | None:
    """Reads "FY 2014-15" (it begins in the first year), "fiscal year 2022" (named by the year in which it ends)."""
    month = w.number(i, "fiscal")
    year = year_at(w, i + 1)
    if month is None or year is None:
        return None
    double = w.text(i + 2) in ("-", "–", "/") and w.at(i + 3).figure == "int"
    return Fiscal(year=year, month=4 if double else month, begins=double or month < 7), i + (4 if double else 2)


def clock(w: Words, i: int) -> Found | None:
    """Reads "7:45 p.m.", "10 a.m.", "1400 GMT", "17h30"."""
    piece = w.at(i)
    hour, minute = _hour(piece.figure, piece.raw, piece.number)
    half = w.word(i + 1, "ampm")
    if hour is None or not (half or piece.figure == "clock" or (len(piece.raw) == 4 and w.has(i + 1, "zone"))):
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    end = i + 1 + bool(half)
    end += w.has(end, "zone")
    return (At(clock=f"{hour:02d}:{minute:02d}"), end) if hour < 24 and minute < 60 else None


def _hour(figure: str, raw: str, number: int) -> tuple[int | None, int]:
    if figure == "clock":
        hour, _, minute = raw.lower().replace("h", ":").partition(":")
        return int(hour), int(minute)
    if figure == "quantity" and raw.count(".") == 1 and len(raw) in (4, 5) and raw[-3] == ".":
        return (int(raw[:-3]), int(raw[-2:])) if raw[:-3].isascii() and raw[:-3].isdigit() and raw[-2:].isdigit() else (None, 0)
    if figure == "int" and number >= 0:
        return (number // 100, number % 100) if len(raw) == 4 else (number, 0) if number <= 12 else (None, 0)
    return None, 0
