"""A text as a reader sees it, and the way back to the text as given: marks that show nothing are left out, pieces of letters put together.

Zero-width and direction marks and soft hyphens stand inside words and names; NULs, halves of surrogate pairs, character references
and letters in several pieces do, too. The stages read the text without them, and what they find is moved back to the characters as given.
"""

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from dragoman.clean.encoding import why_no_text
from dragoman.schema.text import Article, Span

T = TypeVar("T")
MOST_OF_A_LETTER = 8  # marks that are put together with their letter
HIDDEN = "\x00-\x08\x0e-\x1b\x7f\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
EMPHASIS = r"(?<![*\w])\*\*(?=\w)|(?<=[\w.,])\*\*(?![*\w])"
HALF_PAIR = re.compile("[\ud800-\udfff]")
REFERENCE = r"&(?:amp|quot|apos|nbsp|[lr][sd]quo|[mn]dash|hellip|#(?:3[49]|38|160|82(?:0[3-7]|1[1267]|2[01]|30)));"
ODD = re.compile(
    rf"(?P<hidden>[{HIDDEN}]+|&shy;|&#173;|{EMPHASIS})|(?P<half>[\ud800-\udfff])|(?P<reference>{REFERENCE})"
    rf"|[^\W\d_][\u0300-\u036f]{{1,{MOST_OF_A_LETTER}}}|[\ufb00-\ufb06\uff01-\uff5e]"
)

SIGN = re.compile(rf"[{HIDDEN}\ud800-\udfff\u0300-\u036f\ufb00-\ufb06\uff01-\uff5e&]|\*\*")  # one of which every such stretch has; soon looked for


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch of the text as seen that begins `here`, at `there` of the text as given; with `until`, it stands for all up to there."""

    here: int
    there: int
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A text as seen, the text as given, and the stretches of the one in the other, in order."""

    text: str
    given: str
    cuts: tuple[Cut, ...]

    def back(self, value: T) -> T:
        """A finding with its spans in the text as given: any nest of tuples, mappings and dataclasses."""
        if isinstance(value, Span):
            return cast(T, self._span(value))
        if isinstance(value, tuple):
            return cast(T, tuple(self.back(part) for part in value))
        if isinstance(value, Mapping):
            return cast(T, {name: self.back(part) for name, part in value.items()})
        if not is_dataclass(value):
            return value
        changes = {f.name: self.back(getattr(value, f.name)) for f in fields(value)}
        if isinstance(value, Article):
            changes["text"] = self.given
        return cast(T, replace(cast(Any, value), **changes))

    def _span(self, span: Span) -> Span:
        if span.end <= span.start:
            return Span(start=self._place(span.start), end=self._place(span.start))
        return Span(start=self._place(span.start), end=self._end(span.end - 1))

    def _cut(self, place: int) -> Cut:
        return self.cuts[bisect_right(self.cuts, place, key=lambda c: c.here) - 1]

    def _place(self, place: int) -> int:
        cut = self._cut(place)
        return cut.there + (place - cut.here if cut.until is None else 0)

    def _end(self, place: int) -> int:
        cut = self._cut(place)
        return cut.there + place - cut.here + 1 if cut.until is None else cut.until


def shown(text: str) -> Shown | None:
    """The text as seen; None where it is as given, which most are, and where it is no text at all."""
    if not SIGN.search(text) or not ODD.search(text) or why_no_text(text):
        return None
    pieces: list[str] = []
    cuts: list[Cut] = []
    here = 0
    for piece, cut in _pieces(text):
        if piece:
            pieces.append(piece)
            cuts.append(replace(cut, here=here))
            here += len(piece)
    return Shown("".join(pieces), text, (*cuts, Cut(here, len(text))))


def whole(text: str) -> str:
    """Halves of surrogate pairs, which no file can hold, become the replacement character, one for one."""
    return HALF_PAIR.sub("\ufffd", text)


def _pieces(text: str) -> Iterator[tuple[str, Cut]]:
    last = 0
    for found in ODD.finditer(text):
        yield text[last : found.start()], Cut(0, last)
        yield _seen(found), Cut(0, found.start(), found.end())
        last = found.end()
    yield text[last:], Cut(0, last)


def _seen(found: re.Match[str]) -> str:
    if found["hidden"]:
        return ""
    if found["half"]:
        return "\ufffd"
    return html.unescape(found[0]) if found["reference"] else unicodedata.normalize("NFKC", found[0])
