"""Values of the record in words for people: dates, actors, places."""

from calendar import month_abbr
from datetime import date

from dragoman.schema import edtf
from dragoman.schema.edtf import Edtf
from dragoman.schema.record import Engagement
from dragoman.schema.text import Span
from dragoman.schema.world import Actor

LONGEST_QUOTE = 160


def date_words(value: str | None, means: str | None = None) -> str:
    """A date as people write it: "16 Mar 2018", "some day of 21-30 Apr 2018" where an interval is meant so, "by 31 May 2018"."""
    if value is None:
        return "not told"
    read = edtf.parse(value)
    if read.kind in ("interval", "set"):
        return _between(read, means)
    return ("about " if read.qualifier else "") + _point(read)


def actor_words(actor: Actor) -> str:
    """An actor with office and country: "Taro Kono, foreign minister, JPN"; an office alone with its holder of that day."""
    acting = "acting " if actor.acting else ""
    held = f"{acting}{actor.office}" if actor.office and actor.kind != "office" else None
    country = actor.country if actor.kind != "state" else None
    holder = f" (that day {actor.holder})" if actor.holder else ""
    return ", ".join(part for part in (actor.name, held, country) if part) + holder


def actors_words(actors: tuple[Actor, ...]) -> str:
    """Actors, one a line."""
    return "\n".join(actor_words(actor) for actor in actors)


def where_words(engagement: Engagement) -> str:
    """Where it takes place, or which options the text leaves open."""
    if "place" in engagement.open:
        return "open: " + " ".join(f"{option}?" for option in engagement.candidates) if engagement.candidates else "open"
    told = [engagement.place, engagement.place_country or engagement.host]
    return ", ".join(part for part in told if part) or "not told"


def when_words(engagement: Engagement) -> str:
    """When it takes place; "open" where the text says that this is undetermined."""
    if "time" not in engagement.open:
        return date_words(engagement.date, engagement.date_means)
    return "open" if engagement.date is None else f"open: {date_words(engagement.date, engagement.date_means)}"


def quote(text: str, span: Span | None) -> str:
    """The words of a span in quotation marks, line breaks closed up and a long stretch shortened in its middle."""
    if span is None:
        return ""
    words = " ".join(span.of(text).split())
    half = LONGEST_QUOTE // 2
    return f"“{words}”" if len(words) <= LONGEST_QUOTE else f"“{words[:half].rstrip()} … {words[-half:].lstrip()}”"


def _between(read: Edtf, means: str | None) -> str:
    if read.listed:
        return " or ".join(_point(end) for end in read.ends if end)
    first, last = read.ends[0], read.ends[-1]
    if first is None and last is not None:
        return f"by {_point(last)}"
    if first is not None and last is None:
        return f"from {_point(first)}"
    some_day = "some day of " if means == "within" or read.kind == "set" else ""
    return some_day + _stretch(first, last) if first and last else "not told"


def _stretch(first: Edtf, last: Edtf) -> str:
    a, b = first.earliest, last.latest
    if first.kind == last.kind == "day" and a and b and (a.year, a.month) == (b.year, b.month):
        return f"{a.day}–{_day(b)}"
    return f"{_point(first)} – {_point(last)}"


def _point(read: Edtf) -> str:
    day = read.earliest
    if day is None:
        return f"{read.day or ''} {month_abbr[read.month or 0]}".strip()
    if read.kind == "day":
        return _day(day) + (f", {read.clock}" if read.clock else "")
    if read.kind == "month":
        return f"{month_abbr[day.month]} {day.year}"
    return f"the {day.year}s" if read.kind in ("decade", "century") else str(day.year)


def _day(day: date) -> str:
    return f"{day.day} {month_abbr[day.month]} {day.year}"
