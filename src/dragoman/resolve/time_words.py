"""Cut a sentence into the words and figures that the time grammar reads, each with its kinds in the lexicon."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dragoman.lexicon.times import Meaning, TimeLexicon
from dragoman.schema.text import Sentence, Span, Token

PIECE = re.compile(
    r"(?P<address>(?:https?://|www\.)[^\s)\]>]++)"
    r"|(?P<iso>\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?(?![\w-]))"
    r"|(?P<strokes>\d{1,2}(?P<mark>[/.-])\d{1,2}(?P=mark)\d{4}(?!\w))"
    r"|(?P<clock>\d{1,2}[:h]\d\d(?![\w:]))"
    r"|(?P<quantity>\d{1,3}(?:,\d{3})++(?:\.\d++)?|\d++[.,]\d++)"
    r"|(?P<decade>\d{4}['’]?s\b|\d0['’]?s\b)"
    r"|(?P<ordinal>\d{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<int>\d++(?!\w))"
    r"|(?P<joined>[^\W\d_]{2}(?=\d{4}\b))"
    r"|(?P<abbreviation>(?:[^\W\d_]\.){2,}+)"
    r"|(?P<own>['’]s\b)"
    r"|(?P<word>[^\W\d_]++(?!\w))"
    r"|(?P<other>\w++|[^\s])",
    re.IGNORECASE,
)
NOTHING: Mapping[str, Meaning] = {}
FIGURES = {"iso", "strokes", "clock", "quantity", "decade", "ordinal", "int"}
LONG_FIGURE = 4


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One piece: its characters, its words in lower case, its kinds and meanings, and of figures the sort and value."""

    start: int
    end: int
    text: str
    raw: str
    kinds: Mapping[str, Meaning]
    figure: str = ""
    number: int = -1


@dataclass(frozen=True, kw_only=True)
class Words:
    """The lexemes of one sentence beside its tokens. Reading past either end gives the empty lexeme. `capitals` of a wire set in capitals."""

    lexemes: tuple[Lexeme, ...]
    sentence: Sentence
    lexicon: TimeLexicon
    capitals: bool = False

    def at(self, i: int) -> Lexeme:
        """The lexeme at a place."""
        return self.lexemes[i] if 0 <= i < len(self.lexemes) else END

    def text(self, i: int) -> str:
        """Its words in lower case."""
        return self.at(i).text

    def has(self, i: int, *kinds: str) -> bool:
        """Whether it is of one of the kinds."""
        return any(k in self.at(i).kinds for k in kinds)

    def number(self, i: int, kind: str) -> int | None:
        """What it means as a kind, where that is a number."""
        found = self.at(i).kinds.get(kind)
        return found if isinstance(found, int) else None

    def word(self, i: int, kind: str) -> str | None:
        """What it means as a kind, where that is a word."""
        found = self.at(i).kinds.get(kind)
        return found if isinstance(found, str) else None

    def raised(self, i: int) -> bool:
        """Whether it begins with a capital."""
        return self.at(i).raw[:1].isupper()

    def joined(self, i: int) -> bool:
        """Whether nothing stands between it and the next."""
        return self.at(i).end == self.at(i + 1).start

    @cached_property
    def _starts(self) -> list[int]:
        return [t.start for t in self.sentence.tokens]

    def token(self, i: int) -> Token | None:
        """The token in which it ends."""
        at = bisect_right(self._starts, self.at(i).end - 1) - 1
        return self.sentence.tokens[at] if at >= 0 else None

    def tag(self, i: int) -> str:
        """The Penn tag of its token, "" without one."""
        token = self.token(i) if 0 <= i < len(self.lexemes) else None
        return token.xpos if token else ""


END = Lexeme(-1, -1, "", "", NOTHING)


def lexemes(text: str, span: Span, lexicon: TimeLexicon) -> tuple[Lexeme, ...]:
    """The pieces of a stretch of text, phrases of the lexicon taken together."""
    single = [_lexeme(found, lexicon) for found in PIECE.finditer(text, span.start, span.end)]
    out: list[Lexeme] = []
    at = 0
    while at < len(single):
        joined, length = _phrase(single, at, lexicon)
        out.append(joined)
        at += length
    return tuple(out)


def _lexeme(found: re.Match[str], lexicon: TimeLexicon) -> Lexeme:
    sort, raw = found.lastgroup or "other", found.group()
    text = raw.lower().replace("’", "'")
    if sort in ("word", "abbreviation", "joined"):
        return Lexeme(found.start(), found.end(), text, raw, lexicon.words.get(text, NOTHING))
    return Lexeme(found.start(), found.end(), text, raw, NOTHING, sort if sort in FIGURES else "", _value(sort, text))


def _value(sort: str, text: str) -> int:
    """The number of a figure; -1 of one too long for a day, a year or a count."""
    digits = text.rstrip("stndrh'") if sort in ("int", "ordinal", "decade") else ""
    return int(digits) if 0 < len(digits) <= LONG_FIGURE and digits.isascii() else -1


def _phrase(single: list[Lexeme], at: int, lexicon: TimeLexicon) -> tuple[Lexeme, int]:
    first = single[at]
    for rest, _, _ in lexicon.phrases.get(first.text, ()):
        part = single[at + 1 : at + 1 + len(rest)]
        if tuple(p.text for p in part) == rest:
            return _joined(first, part, lexicon), 1 + len(rest)
    return first, 1


def _joined(first: Lexeme, part: list[Lexeme], lexicon: TimeLexicon) -> Lexeme:
    text = " ".join([first.text, *(p.text for p in part)])
    kinds = {k: m for rest, k, m in lexicon.phrases[first.text] if rest == tuple(p.text for p in part)}
    return Lexeme(first.start, part[-1].end, text, first.raw, kinds)
