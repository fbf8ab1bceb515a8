"""Which characters of an article are quoted speech, and whose."""

import re
from collections.abc import Iterator

from dragoman.schema.text import Article, Sentence, Span, Token

_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_CURLY = re.compile(r"“[^“”]*(?:”|$)")
_STRAIGHT = re.compile(r'"[^"]*(?:"|$)')
_SHORTEST = 4  # words; less is a term in quotation marks, no speech


def quoted(article: Article) -> tuple[Span, ...]:
    """Quotations in order; one whose mark is never closed ends with its paragraph."""
    return tuple(s for p in _PARAGRAPH.finditer(article.text) for s in _of_paragraph(p.group(), p.start()))


def _of_paragraph(text: str, start: int) -> Iterator[Span]:
    for pattern in (_CURLY, _STRAIGHT):
        for match in pattern.finditer(text):
            if len(match.group().split()) >= _SHORTEST:
                yield Span(start=start + match.start(), end=start + match.end())


def quotation(quotes: tuple[Span, ...], at: int) -> Span | None:
    """The quotation that a character lies in."""
    return next((q for q in quotes if q.start <= at < q.end), None)


def speaker_of(sentence: Sentence, quote: Span, quotes: tuple[Span, ...]) -> Token | None:
    """The subject, outside the quotation, of the clause that tells it: the nearest to the quotation."""
    subjects = [
        t
        for t in sentence.tokens
        if t.relation == "nsubj" and quotation(quotes, t.start) is None and (h := sentence.head(t)) is not None and quotation(quotes, h.start) is None
    ]
    return min(subjects, key=lambda t: min(abs(t.start - quote.end), abs(t.end - quote.start)), default=None)
