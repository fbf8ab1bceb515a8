"""Cut a paragraph to its words: list mark, dateline, wire marks and the sources of digests are set aside by offset."""

import re
from dataclasses import dataclass

from dragoman.clean.dateline import Dateline
from dragoman.clean.furniture import Words
from dragoman.clean.lines import EDGES, Paragraph
from dragoman.schema.text import Furniture, Span

SOURCES = re.compile(r"(?<=[.!?…\"”’)\]>a-z0-9])(?:\s*\((?:[^\W\d_]|\d)[^()\n]{1,60}\))+(?:\s*<!--)?\s*\.?$")
AFTER_STOP = re.compile(r"[.!?…][\"”’)\]]*$")
INITIALS = re.compile(r"(?<=[.!?\"”])\s+[A-Z]{2,5}(?: [A-Z/]{2,5}){0,2}$")
CONTINUED = re.compile(r"\s=\d{1,2}(?:\s+(?P<place>[A-Z][A-Z .'-]{2,30}))?$")  # a wire's second page: "REBUFF =2 LA PAZ"
PAGE_MARK = 48  # characters that such a mark has at most
FOOT = 400  # characters at the end of a paragraph in which marks and sources stand
SOURCE_WORDS = 9


@dataclass(frozen=True, slots=True)
class Cut:
    """What is left of a paragraph, and what was set aside."""

    span: Span
    aside: tuple[Furniture, ...]


def cut(paragraph: Paragraph, words: Words, *, dateline: Dateline | None = None, own: bool = False, last: bool = False) -> Cut:
    """The words of a paragraph. `own`: the dateline is the article's and needs no mark of its own; `last`: agency initials may close it."""
    text, base = paragraph.text, paragraph.span.start
    start, end = paragraph.bullet, len(text)
    aside: list[Furniture] = []
    if dateline is not None:
        if not own:
            aside.append(_mark(base + start, base + start + dateline.end, "dateline"))
        start += dateline.end
    else:
        start, found = _openings(text, start, words)
        aside += [_mark(base + a, base + b, "wire mark") for a, b in found]
    continued = CONTINUED.search(text[-PAGE_MARK:])
    if continued and end - PAGE_MARK + continued.start() > start:
        end = len(text) - len(continued.group())
        aside.append(_mark(base + end + 1, base + len(text), "wire mark"))
    end, found = _closings(text, start, end, words, initials=last)
    aside += [_mark(base + a, base + b, "end mark") for a, b in found]
    end, found = _sources(text, start, end)
    aside += [_mark(base + a, base + b, "source") for a, b in found]
    return Cut(Span(start=base + start, end=base + end), tuple(sorted(aside, key=lambda f: f.span)))


def continued_from(paragraph: Paragraph) -> Span | None:
    """The place of the dateline that a wire's second page repeats behind its headline."""
    found = CONTINUED.search(paragraph.text[-PAGE_MARK:])
    if found is None or found["place"] is None:
        return None
    end = paragraph.span.end
    return Span(start=end - len(found["place"]), end=end)


def _mark(start: int, end: int, kind: str) -> Furniture:
    return Furniture(span=Span(start=start, end=end), kind=kind)


def _openings(text: str, start: int, words: Words) -> tuple[int, list[tuple[int, int]]]:
    found: list[tuple[int, int]] = []
    for mark in (*words.openings, *words.headline_marks):
        if text.startswith(mark, start) and len(text) > start + len(mark):
            found.append((start, start + len(mark)))
            start = _skip(text, start + len(mark))
    return start, found


def _skip(text: str, start: int) -> int:
    while start < len(text) and text[start] in EDGES:
        start += 1
    return start


def _closings(text: str, start: int, end: int, words: Words, *, initials: bool) -> tuple[int, list[tuple[int, int]]]:
    found: list[tuple[int, int]] = []
    while mark := _closing(text[max(start, end - FOOT) : end], words, initials=initials and not found):
        begin = end - len(mark)
        if begin <= start:
            break
        found.append((begin, end))
        end = begin - (len(text[start:begin][-FOOT:]) - len(text[start:begin][-FOOT:].rstrip(EDGES)))
    return end, found


def _closing(foot: str, words: Words, *, initials: bool) -> str:
    """The mark that a paragraph ends with; a word such as END only after a full stop."""
    for mark in words.closings:
        if foot.endswith(mark):
            before = foot[: -len(mark)]
            bracketed = not mark[0].isalpha()
            if before[-1:] in EDGES and before and (bracketed or AFTER_STOP.search(before.rstrip(EDGES))):
                return mark
    letters = INITIALS.search(foot) if initials and foot.upper() != foot else None
    return letters.group().strip() if letters else ""


def _sources(text: str, start: int, end: int) -> tuple[int, list[tuple[int, int]]]:
    """ "(BBC) (AP via ABC News)" after the full stop of a digest's item."""
    foot = max(start, end - FOOT)
    found = SOURCES.search(text[foot:end])
    if found is None or foot + found.start() <= start:
        return end, []
    begin = foot + found.start()
    before = text[max(start, begin - 8) : begin].rstrip(EDGES)
    named = all(_is_source(s) for s in re.findall(r"\(([^()]+)\)", found.group()))
    if not named or not AFTER_STOP.search(before):
        return end, []
    return begin, [(_skip(text, begin), end)]


def _is_source(name: str) -> bool:
    parts = name.replace("→", "").split()
    return 0 < len(parts) <= SOURCE_WORDS and (parts[0][0].isupper() or parts[0][0].isdigit() or "." in parts[0])
