"""Rules for dates: month and day, weekday, ordinal, figures.

Each rule looks at one place and returns the node and where it ends, or None.
"""

import re
from dataclasses import replace

from dragoman.resolve.time_nodes import At, Calendar, Found, Numeric, Range
from dragoman.resolve.time_parts import counts_things, day_number, days_at, larger, month_at, one_stretch, row_of, year_after
from dragoman.resolve.time_words import Words

FREE_AFTER = {"", "IN", "TO", "CC", "MD", "VBD", "VBZ", "VBP", "RB", "PRP", "DT", "WDT", "WP", "RP", ".", ",", ":", "-RRB-", "''", "HYPH"}


def month_day(w: Words, i: int) -> Found | None:
    """Reads "July", "July 13", "July 13-16, 2018", "July 2018", "July of this year", "Oct. 9"."""
    named = month_at(w, i)
    if named is None:
        return None
    month, at = named
    days, joint, end = days_at(w, at)
    if days and not one_stretch(days, joint):
        days, end = days[:1], at + 1
    if days and len(days) == 1 and counts_things(w, at):
        days, end = [], at
    year, within, end = year_after(w, end, short=not days or w.capitals)
    base = Calendar(month=month, year=year, within=within)
    return (row_of(days, base) if days else base), end


def day_month(w: Words, i: int) -> Found | None:
    """Reads "14 May 1989", "31 JAN 90", "23 and 24 May", "the 25th of August", "16 to 22 July 2018"."""
    start = i + 1 if w.text(i) == "the" else i
    days, joint, at = days_at(w, start)
    if not days and start > i and w.text(start + 1) == "of" and (told := w.number(start, "ordinal") or 0) > 0:
        days, at = [told], start + 1
    if not days:
        return None
    at += w.text(at) == "day"
    named = month_at(w, at + 1) if w.text(at) in ("of", "-", "/") else month_at(w, at)
    if named is None:
        return None
    month, end = named
    year, within, end = year_after(w, end, short=True)
    base = Calendar(month=month, year=year, within=within)
    return (row_of(days, base), end) if one_stretch(days, joint) else None


def ordinal_day(w: Words, i: int) -> Found | None:
    """Reads "the 15th", "the 28th of last month", "the 28th and 29th"."""
    if w.text(i) != "the" or w.at(i + 1).figure != "ordinal":
        return None
    days, joint, end = days_at(w, i + 1)
    if not days or not one_stretch(days, joint) or _qualifies(w, end):
        return None
    whole = larger(w, end + 1, "month") if w.text(end) == "of" else None
    if whole is None and w.text(end) == "of":
        return None
    return row_of(days, Calendar(within=whole[0] if whole else None)), whole[1] if whole else end


def _qualifies(w: Words, end: int) -> bool:
    """Whether an ordinal stands before its noun ("the 16th round") and so names no day."""
    before, after = w.token(end - 1), w.token(end)
    if w.at(end).figure or (w.text(end) == "-" and w.joined(end)):
        return True
    if before is None or after is None or not w.text(end)[:1].isalpha():
        return False
    return before.deprel == "amod" and before.head > before.index or w.tag(end) not in FREE_AFTER


def weekday(w: Words, i: int) -> Found | None:
    """Reads "Monday", "last Friday", "Saturday, 28th September", "Tuesday, June 29, 2021", "Monday 16", "Monday of next week"."""
    shift = w.word(i, "shift")
    at = i + 1 if shift else i
    if shift and not _turns(w, i, shift):
        return None
    named = _weekday_at(w, at)
    if named is None:
        return None
    day, end = named
    dated = _dated(w, end, day)
    if dated is not None:
        return dated
    if w.has(at, "weekday_short"):
        return None
    number = day_number(w, end)
    if number is not None and not counts_things(w, end) and not w.has(end + 1, "ampm", "zone"):
        return Calendar(weekday=day, day=number), end + 1
    whole = larger(w, end + 1, "week") if w.has(end, "of") else larger(w, end, "week")
    return Calendar(weekday=day, shift=shift, within=whole[0] if whole else None), whole[1] if whole else end


def _turns(w: Words, i: int, shift: str) -> bool:
    """Whether a word turns the day or month behind it: not the preposition of "following Saturday's attack", nor a conjunction "that"."""
    if shift in ("following", "previous"):
        return w.text(i - 1) == "the"
    return shift != "that" or w.tag(i) in ("DT", "")


def _weekday_at(w: Words, i: int) -> tuple[int, int] | None:
    if (day := w.number(i, "weekday")) is not None and w.raised(i):
        return None if _name_goes_on(w, i) else (day, i + 1)
    if (day := w.number(i, "weekday_short")) is not None and w.raised(i):
        return day, i + 2 if w.text(i + 1) == "." else i + 1
    return None


def _name_goes_on(w: Words, i: int) -> bool:
    """Whether a day's name is part of a longer name ("the Sunday Times", "Bloody Sunday")."""
    token, after, before = w.token(i), w.token(i + 1), w.token(i - 1)
    if token is None or token.name == "O" or w.capitals:
        return False
    kind = token.name[2:]
    goes_on = after is not None and after.name == f"I-{kind}" and after.text[:1].isupper()
    return goes_on or (token.name.startswith("I-") and before is not None and before.name.endswith(kind) and before.text[:1].isupper())


def _dated(w: Words, end: int, day: int) -> Found | None:
    """The date that follows a weekday, with it."""
    for at in (end, end + 1) if w.text(end) in (",", "(") else (end,):
        found = day_month(w, at) or month_day(w, at)
        if found and isinstance(found[0], Calendar) and found[0].day:
            return replace(found[0], weekday=day), found[1]
        if found and isinstance(found[0], Range):
            return found
    return None


def shifted_month(w: Words, i: int) -> Found | None:
    """Reads "last October", "next May", "the previous April"."""
    start = i + 1 if w.text(i) == "the" else i
    shift = w.word(start, "shift")
    month = w.number(start + 1, "month") if shift and w.raised(start + 1) else None
    day = day_number(w, start + 2)
    if shift is None or month is None or not _turns(w, start, shift) or (day and shift not in ("this", "last", "next")):
        return None
    return Calendar(month=month, day=day, shift=shift), start + (3 if day else 2)


def figures(w: Words, i: int) -> Found | None:
    """Reads "2019-11-08", "24/06/2019", "15.02.2016"."""
    piece = w.at(i)
    if piece.figure == "iso":
        year, month, day = (int(x) for x in piece.raw[:10].split("-"))
        found = Calendar(year=year, month=month, day=day)
        return (At(clock=piece.raw[11:], inner=found) if len(piece.raw) > 10 else found), i + 1
    if piece.figure == "strokes":
        first, second, year = (int(x) for x in re.split("[/.-]", piece.raw))
        return Numeric(first=first, second=second, year=year, dotted="." in piece.raw), i + 1
    return None
