"""Find direct quotations and who speaks in them, across sentences and paragraphs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.schema.text import Article, Span
from dragoman.schema.world import Actor

PAIRS = re.compile(r"“[^“”]*(?:”|$)|\"[^\"]*(?:\"|$)|''(?:(?!'').)*(?:''|$)|«[^«»]*(?:»|$)", re.S)
WORDS = 4  # fewer words are a term in quotation marks, not speech
REACH = 400  # characters after a quotation within which the next one is still the same speaker's


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A verb of speech outside quotation marks: where it stands and who speaks."""

    span: Span
    clause: Span
    speakers: tuple[Actor, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """The words between the marks, the marks left out, and whose they are."""

    span: Span
    speakers: tuple[Actor, ...] = ()


def quoted(article: Article) -> Iterator[Span]:
    """Spans of speech between quotation marks; one left open ends with its paragraph."""
    for block in article.blocks:
        text = block.span.of(article.text)
        for found in PAIRS.finditer(text):
            inner = found.group().strip("“”\"«»' \n")
            start = block.span.start + found.start() + found.group().find(inner)
            if len(inner.split()) >= WORDS:
                yield Span(start=start, end=start + len(inner))


def quotations(article: Article, tellings: tuple[Telling, ...]) -> tuple[Quotation, ...]:
    """All quotations with their speakers: of the verb of speech beside it, else of the quotation before."""
    spans = list(quoted(article))
    outside = [t for t in tellings if t.speakers and not any(s.covers(t.span) for s in spans)]
    found: list[Quotation] = []
    for span in spans:
        speakers = _beside(span, outside)
        if not speakers and found and span.start - found[-1].span.end < REACH:
            speakers = found[-1].speakers
        found.append(Quotation(span=span, speakers=speakers))
    return tuple(found)


def _beside(span: Span, tellings: list[Telling]) -> tuple[Actor, ...]:
    """The nearest verb of speech whose clause touches the quotation."""
    near = [t for t in tellings if t.clause.start - 3 <= span.end and span.start - 3 <= t.clause.end]
    chosen = min(near, key=lambda t: min(abs(t.span.start - span.end), abs(span.start - t.span.end)), default=None)
    return chosen.speakers if chosen is not None else ()


def quotation_at(found: tuple[Quotation, ...], span: Span) -> Quotation | None:
    """The quotation that a word stands in."""
    return next((q for q in found if q.span.covers(span)), None)
