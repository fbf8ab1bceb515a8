"""Rules for times that count from a day: today, last week, two weeks ago, three years later, the same day, the past month."""

from dragoman.resolve.time_nodes import Found, Offset, Period, RelativeDay, Stretch, Vague
from dragoman.resolve.time_words import Words

ANAPHORIC = {"same", "that", "following", "previous"}


def relative_day(w: Words, i: int) -> Found | None:
    """Reads "today", "the day before yesterday", "last night"."""
    at = i + 1 if w.text(i) == "the" else i
    days = w.number(at, "relative_day")
    if days is None or (at > i and " " not in w.text(at)) or _in_general(w, at):
        return None
    return RelativeDay(days=days), at + 1


def _in_general(w: Words, at: int) -> bool:
    """Whether today is no day: "the challenges of today", the newspaper "Today"."""
    token = w.token(at)
    named = token is not None and token.name.startswith("I-") and w.raised(at) and not w.capitals
    return named or (w.text(at - 1) == "of" and w.number(at, "relative_day") == 0)


def period(w: Words, i: int) -> Found | None:
    """Reads "last week", "the same day", "this year", "the past month", "this morning", "that night", "the weekend"."""
    the = w.text(i) == "the"
    at = i + 1 if the else i
    shift = w.word(at, "shift")
    if shift is None:
        return _weekend(w, at, the)
    unit = w.word(at + 1, "unit")
    if unit is None and w.has(at + 1, "part"):
        return _part_of_day(w, at, shift)
    if unit in (None, "hour", "half") or _no_date(w, at) or shift == "that" and w.tag(at) == "IN":
        return None
    if w.text(at + 1).endswith("s") or (w.text(at + 2) == "-" and w.joined(at + 1)):
        return None
    return Period(unit=str(unit), shift=shift, the=the), at + 2


def _no_date(w: Words, at: int) -> bool:
    """Whether a unit names no time: "its current date" of a plan, "this Year of Action"."""
    if w.text(at + 1) == "date":
        return w.tag(at) not in ("DT", "JJ", "") or w.has(at, "plain_adjective")
    return w.text(at + 2) == "of" and w.raised(at + 1) and w.raised(at + 3) and not w.capitals


def _weekend(w: Words, at: int, the: bool) -> Found | None:
    """Reads "the weekend", which needs no word of direction."""
    if the and w.word(at, "unit") == "weekend":
        return Period(unit="weekend", shift="", the=True), at + 1
    return None


def _part_of_day(w: Words, at: int, shift: str) -> Found | None:
    if shift == "this":
        return RelativeDay(days=0), at + 2
    the_next = shift == "next" and w.text(at - 1) == "the"
    return (Period(unit="day", shift="following" if the_next else shift), at + 2) if the_next or shift in ANAPHORIC else None


def stretch(w: Words, i: int) -> Found | None:
    """Reads "the past two weeks", "the last 48 hours", "the next ten days", "within a month", "recent weeks"."""
    at = i + 1 if w.text(i) == "the" else i
    if w.has(at, "recent", "few") and not w.has(at, "article") or w.text(at) == "coming":
        return _vague(w, at)
    if w.has(i, "within"):
        return _within(w, i + 1)
    shift = w.word(at, "shift")
    sign = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}.get(shift or "")
    counted = count(w, at + 1)
    if sign is None or counted is None or w.word(counted[1], "unit") is None:
        return None
    return Stretch(count=counted[0], unit=str(w.word(counted[1], "unit")), sign=sign), counted[1] + 1


def _within(w: Words, at: int) -> Found | None:
    shift = w.has(at, "the") and w.word(at + 1, "shift") in ("next", "coming")
    counted = count(w, at + 2 if shift else at)
    unit = w.word(counted[1], "unit") if counted else None
    if counted is None or unit in (None, "hour", "date") or (w.text(counted[1] + 1) == "of"):
        return None
    return Stretch(count=counted[0], unit=str(unit), sign=1), counted[1] + 1


def _vague(w: Words, at: int) -> Found | None:
    many = w.word(at + 1, "unit") not in (None, "hour") and w.text(at + 1).endswith("s")
    if not many:
        return None
    if w.has(at, "few"):
        return (Vague(), at + 3) if w.has(at + 2, "ago") else None
    return Vague(), at + 2


def count(w: Words, i: int) -> tuple[int, int] | None:
    """A number in words or figures and where it ends: "two", "a", "48", "twenty-five"."""
    piece = w.at(i)
    if piece.figure == "int" and 0 < piece.number < 1000:
        return piece.number, i + 1
    if piece.figure == "" and w.has(i, "article"):
        return 1, i + 1
    number = w.number(i, "cardinal")
    if number is None:
        return None
    tens = number % 10 == 0 and 20 <= number <= 90
    at = i + 2 if w.text(i + 1) == "-" else i + 1
    ones = w.number(at, "cardinal") if tens else None
    return (number + ones, at + 1) if ones is not None and ones < 10 else (number, i + 1)


def offset(w: Words, i: int) -> Found | None:
    """Reads "two weeks ago", "a fortnight ago", "three years later", "the day before"."""
    counted = count(w, i)
    if counted is None:
        return _day_before(w, i)
    number, at = counted
    unit = w.word(at, "unit")
    if unit in (None, "hour", "date", "half", "quarter"):
        return None
    return _turned(w, at + 1, number, str(unit))


def _turned(w: Words, at: int, number: int, unit: str) -> Found | None:
    if (sign := w.number(at, "ago")) is not None:
        return Offset(count=number, unit=unit, sign=sign, anchor="document"), at + 1
    if (sign := w.number(at, "later")) is not None:
        return Offset(count=number, unit=unit, sign=sign, anchor="text"), at + 1
    return None


def _day_before(w: Words, i: int) -> Found | None:
    """Reads "the day before", "the week after" without a date behind it."""
    unit = w.word(i + 1, "unit")
    sign = w.number(i + 2, "later")
    if w.text(i) != "the" or unit in (None, "hour", "date", "half") or sign is None or w.text(i + 1).endswith("s"):
        return None
    return Offset(count=1, unit=str(unit), sign=sign, anchor="text"), i + 3


def in_days(w: Words, i: int) -> Found | None:
    """Reads "in three days", "in the next ten days"."""
    if not w.has(i, "in"):
        return None
    if w.has(i + 1, "the") and (found := stretch(w, i + 1)) is not None:
        return found
    counted = count(w, i + 1)
    unit = w.word(counted[1], "unit") if counted else None
    if counted is None or unit in (None, "hour", "date", "decade", "century", "half", "quarter") or any(w.has(k, "ordinal") for k in range(i - 5, i)):
        return None
    return Offset(count=counted[0], unit=str(unit), sign=1, anchor="ahead"), counted[1] + 1


def month_end(w: Words, i: int) -> Found | None:
    """Reads "year's end", "month-end"."""
    unit = w.word(i, "unit")
    if unit not in ("week", "month", "year", "quarter") or w.text(i + 1) not in ("'s", "-") or not w.has(i + 2, "edge_after"):
        return None
    return Period(unit=str(unit), shift="end"), i + 3
