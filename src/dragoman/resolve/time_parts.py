"""The parts that dates are made of, read at a place of a sentence: months, days in a row, years, larger periods."""

from dataclasses import replace

from dragoman.resolve.time_nodes import Calendar, Found, Node, Period, Range
from dragoman.resolve.time_words import Words

MOST_DAYS = 4  # of a list such as "3, 4, 5 and 6 May"
FIRST_YEAR, LAST_YEAR = 1000, 2199


def month_at(w: Words, i: int) -> tuple[int, int] | None:
    """(month, place after its name) of a month's name; of a short or guarded one only where its neighbours make it a month."""
    if (month := w.number(i, "month")) is not None and w.raised(i):
        return (month, i + 1) if not w.has(i, "month_guarded") or _is_month(w, i) else None
    if (month := w.number(i, "month_short")) is not None and w.raised(i):
        end = i + 2 if w.text(i + 1) == "." else i + 1
        beside = w.at(end).figure in ("int", "ordinal") or day_number(w, i - 1) is not None or w.text(i - 1) in ("-", "/")
        return (month, end) if beside else None
    return None


def _is_month(w: Words, i: int) -> bool:
    if w.at(i + 1).figure in ("int", "ordinal") or w.at(i - 1).figure in ("int", "ordinal"):
        return True
    if w.text(i + 1) in (",", "of") and w.at(i + 2).figure == "int" or (w.text(i + 1) in ("-", "–") and w.has(i + 2, "month")):
        return True
    if w.text(i + 1) == "'s" and not w.has(i - 1, "edge", "shift"):
        return False
    near = w.has(i - 1, "beside_month", "edge") or (w.text(i - 1) == "-" and w.has(i - 2, "edge"))
    near = near or (w.text(i - 1) == "the" and not w.capitals)
    return near and not w.tag(i).startswith("VB") and not part_of_name(w, i)


def part_of_name(w: Words, i: int) -> bool:
    """Whether a word is part of a person's name ("June Smith")."""
    token = w.token(i)
    return token is not None and token.name.endswith("PERSON")


def day_number(w: Words, i: int) -> int | None:
    """A number that can be the day of a month."""
    piece = w.at(i)
    fits = piece.figure in ("int", "ordinal") and 1 <= piece.number <= 31 and len(piece.raw) <= 4
    return piece.number if fits and w.text(i + 1) not in ("%", ":") and w.text(i - 1) not in ("$", "€", "£") else None


def year_at(w: Words, i: int) -> int | None:
    """A number of four digits that can be a year, whatever stands around it."""
    piece = w.at(i)
    fits = piece.figure == "int" and len(piece.raw) == 4 and FIRST_YEAR <= piece.number <= LAST_YEAR
    return piece.number if fits and not w.has(i + 1, "era") else None


def _short_year(w: Words, i: int) -> int | None:
    """The "90" of "31 JAN 90" and "May '68" as 1990 and 1968; the century is chosen in `time_values`."""
    at = i + 1 if w.text(i) in ("'", "’") else i
    piece = w.at(at)
    fits = piece.figure == "int" and len(piece.raw) == 2 and piece.number > 31
    return piece.number if fits else None


def year_after(w: Words, i: int, *, short: bool = False) -> tuple[int | None, "Node | None", int]:
    """(year, larger period, end) of what follows a day or month: ", 2018", " of 2018", "of this year", "last year"."""
    at = i + 1 if w.text(i) in (",", "of", "in") else i
    if (year := year_at(w, at)) is not None and not is_count(w, at):
        return year, None, at + 1
    if short and (year := _short_year(w, i)) is not None:
        return year, None, i + (2 if w.at(i).figure != "int" else 1)
    if (period := larger(w, at, "year")) is not None:
        return None, period[0], period[1]
    return None, None, i


def is_count(w: Words, i: int) -> bool:
    """Whether what is counted, or a sign of percent or money, follows a number."""
    return w.has(i + 1, "counted") or w.text(i + 1) in ("%", "$")


def counts_things(w: Words, i: int) -> bool:
    """Whether a number is the count of a plural noun right behind it ("In June 20 people died")."""
    token, after = w.token(i), w.token(i + 1)
    counted = token is not None and after is not None and token.deprel == "nummod" and token.head == after.index and after.xpos == "NNS"
    return w.has(i + 1, "counted") or (counted and not w.has(i + 1, "unit"))


def larger(w: Words, i: int, *units: str) -> Found | None:
    """Reads "this year", "that year", "last month" after a smaller date."""
    at = i + 1 if w.text(i) == "the" else i
    shift, unit = w.word(at, "shift"), w.word(at + 1, "unit")
    if shift and unit in units:
        return Period(unit=unit, shift=shift, the=at > i), at + 2
    return (Period(unit=unit, shift=""), at + 1) if at > i and (unit := w.word(at, "unit")) in units and unit else None


def days_at(w: Words, i: int) -> tuple[list[int], str, int]:
    """Days in a row, how the last two are joined (`range`, `and`), and the end: "13", "13-16", "9 and 10", "3, 4 and 5"."""
    first = day_number(w, i)
    if first is None:
        return [], "", i
    days, joint, at = [first], "", i + 1
    while len(days) < MOST_DAYS and (step := _joint(w, at)) is not None:
        how, after = step
        after += w.text(after) == "the"
        following = day_number(w, after)
        if following is None or following <= days[-1] or w.has(after + 1, "unit", "counted", "ampm"):
            break
        days.append(following)
        joint, at = how, after + 1
    return days, joint, at


def _joint(w: Words, i: int) -> tuple[str, int] | None:
    """How two times are joined at a place, and where the second begins."""
    if w.text(i) in ("-", "–", "—", "‑", "/") or w.has(i, "range"):
        return "range", i + 1
    if w.text(i) == "-" and w.text(i + 1) == "-":
        return None
    if w.text(i) == "," and w.has(i + 1, "and"):
        return "and", i + 2
    return ("and", i + 1) if w.has(i, "and") or w.text(i) in (",", "&") else None


def row_of(days: list[int], base: Calendar) -> Node:
    """One day, or the row from the first to the last."""
    first = replace(base, day=days[0])
    return first if len(days) == 1 else Range(first=first, last=replace(base, day=days[-1]))


def one_stretch(days: list[int], joint: str) -> bool:
    """Whether days can be told as one stretch: a range, or neighbours."""
    return joint == "range" or days == list(range(days[0], days[0] + len(days)))
