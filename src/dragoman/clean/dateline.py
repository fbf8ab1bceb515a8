"""Find the dateline before the first words of an article: "LUSAKA, 14 MAY 89 (ZANA) -- [TEXT]", "WASHINGTON (AP) —", "CAIRO, May 21. (TASS)"."""

import re
from dataclasses import dataclass

from dragoman.clean.dates import Calendar, FoundDate, date_at

REACH = 220  # characters of a paragraph in which a dateline must end
PART = r"[^\W\d_][\w.'’`-]*"
NAME = rf"{PART}(?:[ -](?:{PART})){{0,5}}"
PLACE = re.compile(rf"{NAME}(?:\s?/\s?{NAME}){{0,2}}")
SIGN = re.compile(r"[—–―(:]| -|--|\.-|\d")  # one of these stands in every dateline
COMMA = re.compile(r",?\s+|,")
SEPARATOR = re.compile(r"\s*(?:\.?\s?(?:---?|[—–―])\s*|\s-\s+|\.-\s*|:\s+|-\s(?=[A-Z“\"]))")
AGENCY = re.compile(
    r"\s*[,.]?\s*(?:\((?P<agency>[^()\d]{2,60})\)|/(?P<slashed>[^/\d]{2,30})/|(?P<stopped>[A-Z]{3,12})(?=\.\s)"
    r"|(?P<name>[A-Z][A-Za-z]{2,11}(?=\s*[-–—])))"
)
IN_PARENTHESES = re.compile(r"\s*\((?P<agency>[^()\s\d][^()\d]{1,40})\)")
END_OF_LINE = re.compile(r"[ \t.]*(?:\n|\r|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """A dateline at the head of a paragraph, by offsets in it: the article goes on at `end`. `alone`: nothing follows it."""

    end: int
    place_end: int
    date: FoundDate | None
    alone: bool = False


def read_dateline(paragraph: str, calendar: Calendar, openings: tuple[str, ...] = ()) -> Dateline | None:
    """The dateline that a paragraph begins with. `openings`: marks such as [TEXT] that may end it."""
    text = paragraph[:REACH]
    place = PLACE.match(text) if text[:1].isupper() and SIGN.search(text) else None
    if place is None:
        return None
    for end in _place_ends(text, place.end(), calendar):
        found = _after_place(text, end, calendar)
        if found:
            return _past_openings(text, found, openings)
    return None


def _place_ends(text: str, longest: int, calendar: Calendar) -> list[int]:
    """Where the place may end: before a comma and region, at the longest name, or at a word before it."""
    ends = [m.start() for m in re.finditer(r"(?=[\s,/(]|$)", text[: longest + 1]) if 2 < m.start() <= longest] or [longest]
    return [e for e in dict.fromkeys([longest, *reversed(ends)]) if _is_place(text[:e], calendar)]


def _is_place(name: str, calendar: Calendar) -> bool:
    words = re.split(r"[\s/]+", name.strip())
    return bool(words) and words[0][:1].isupper() and len(words) <= 7 and all(w[:1].isupper() or w in calendar.links for w in words if w)


def _after_place(text: str, end: int, calendar: Calendar) -> Dateline | None:
    at = _past_region(text, end, calendar)
    comma = COMMA.match(text, at)
    found = date_at(text, comma.end(), calendar) if comma else None
    if found and found.start == (comma.end() if comma else 0) and text[at : at + 1] == ",":
        return _dated(text, end, found)
    if found is None and at != end:
        return _undated(text, end, at, calendar)
    return _undated(text, end, end, calendar)


def _past_region(text: str, end: int, calendar: Calendar) -> int:
    """Past ", Peru" or ", New York" and such, unless a date stands there."""
    at = end
    for _ in range(2):
        if text[at : at + 2] != ", " or date_at(text, at + 2, calendar):
            return at
        region = PLACE.match(text, at + 2)
        if region is None or not _is_place(region.group(), calendar) or len(region.group().split()) > 4:
            return at
        at = region.end()
    return at


def _dated(text: str, place_end: int, found: FoundDate) -> Dateline | None:
    at = found.end
    agency = AGENCY.match(text, at)
    past = agency.end() if agency else at
    separator = SEPARATOR.match(text, past)
    if separator:
        return Dateline(end=separator.end(), place_end=place_end, date=found)
    if agency and (agency.group("agency") or agency.group("slashed") or agency.group("stopped")):
        dot = re.compile(r"\.?\s+").match(text, past)
        return Dateline(end=dot.end() if dot else past, place_end=place_end, date=found)
    if END_OF_LINE.match(text, at) and text[at:].strip(" \t.\r\n") == "":
        return Dateline(end=len(text), place_end=place_end, date=found, alone=True)
    return None


def _undated(text: str, place_end: int, at: int, calendar: Calendar) -> Dateline | None:
    """ "WASHINGTON (AP) —", "GENEVA — ", "Paris/Vienna (dpa) - ": without an agency the place must stand in capitals."""
    agency = IN_PARENTHESES.match(text, at)
    if agency and not (agency.group("agency")[0].isupper() or agency.group("agency").split()[0] in calendar.agencies):
        return None
    separator = SEPARATOR.match(text, agency.end() if agency else at)
    if agency and agency.group("agency").isupper() and text[agency.end() : agency.end() + 1].isupper():
        return Dateline(end=agency.end(), place_end=place_end, date=None)  # "Skopje (LNN)The two ministers"
    if separator is None or (separator.group().strip() == ":"):
        return None
    name = text[:place_end]
    if agency is None and not (name.isupper() and not any(c.isdigit() for c in name) and len(name) >= 4 and len(name.split()) <= 4):
        return None
    if agency is not None and place_end > 40:
        return None
    return Dateline(end=separator.end(), place_end=place_end, date=None)


def _past_openings(text: str, found: Dateline, openings: tuple[str, ...]) -> Dateline:
    end = found.end
    for mark in openings:
        if text[end:].lstrip(" \r\n").startswith(mark):
            end = text.index(mark, end) + len(mark)
            end += len(text[end:]) - len(text[end:].lstrip(" \r\n"))
    return Dateline(end=end, place_end=found.place_end, date=found.date, alone=found.alone)
