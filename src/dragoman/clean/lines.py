"""Lines of a text as given, and the paragraphs that they make: a hard-wrapped paragraph is one, a list item is one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from dragoman.schema.text import Span

BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
INVISIBLE = "\x00\ufeff\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\u00ad"
EDGES = " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u2002\u2003\u2007\u2009\u202f\u3000\u2028\u2029" + INVISIBLE
BULLET = re.compile(r"(?:[•▪●◦‣·∙○■►▶»*–—-]|\d{1,2}[.)]|\(\d{1,2}\)|[a-z]\)|\([a-z]\)|\([ivx]{1,4}\))[ \t\xa0]+(?=\S)")
CLOSERS = "\"'”’»)]}*_`\u200f\u200e "
TERMINAL = frozenset(".!?…。！？؟।։")
ASIDES = re.compile(r"(?:\s*[(\[][^()\[\]]{1,60}[)\]])+$")
INNER_END = re.compile(r"[a-z0-9\"”’)]{2}[.!?][\"”’)]{0,2} {1,2}[\"“‘(]?[A-Z]")
SPEAKER = re.compile(r"(?:[A-Z][A-Z.’' -]{2,40}:|Q) {2,8}\S+ +\S+")  # a turn of a transcript: "MS. HOLT:  Let me"
WORD = re.compile(r"[^\W\d_]+")
HEAD = 2000  # characters of a paragraph that the tests of its shape look at, so that a line of megabytes costs no more
NARROWEST, WIDEST, SLACK = 45, 110, 6  # of hard-wrapped lines; the wires and White House pages of train are 65-75 wide


@dataclass(frozen=True, slots=True)
class Line:
    """One line without the space around it. `indent` counts characters before it, `gap` the empty lines above it."""

    start: int
    end: int
    indent: int
    gap: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    """Lines that belong together, as one span of the text with its line ends inside."""

    lines: tuple[Line, ...]
    text: str

    @property
    def span(self) -> Span:
        """From its first to its last visible character."""
        return Span(start=self.lines[0].start, end=self.lines[-1].end)

    @property
    def gap(self) -> int:
        """Empty lines above it."""
        return self.lines[0].gap

    @cached_property
    def head(self) -> str:
        """Its beginning on one line."""
        return BREAK.sub(" ", self.text[:HEAD])

    @cached_property
    def words(self) -> int:
        """How many words, counted up to the limit of `head`."""
        return sum(1 for _ in WORD.finditer(self.head))

    @cached_property
    def bullet(self) -> int:
        """Length of the list mark that it begins with."""
        found = BULLET.match(self.text)
        return found.end() if found else 0

    @cached_property
    def ended(self) -> bool:
        """Whether it ends as a sentence does, a source in parentheses aside."""
        return ends_sentence(self.text[-300:])

    @cached_property
    def prose(self) -> bool:
        """Whether it is running text: a sentence, several, or many words."""
        if self.ended and self.words >= 4:
            return True
        if self.words >= 8 and INNER_END.search(self.head):
            return True
        if SPEAKER.match(self.text):
            return True
        colon = self.text.endswith(":") and self.words >= 6
        return colon or self.words >= 30 or (len(self.lines) >= 3 and self.words >= 20) or self._unspaced

    @property
    def _unspaced(self) -> bool:
        """Scripts without spaces between words: a sentence by its stop and length alone."""
        return self.ended and len(self.text) >= 12 and not self.text.isascii() and self.words <= 3


def ends_sentence(text: str) -> bool:
    """Whether the last mark, quotation marks and parenthesised sources aside, closes a sentence."""
    bare = ASIDES.sub("", text).rstrip(CLOSERS) or text.rstrip(CLOSERS)
    return bool(bare) and bare[-1] in TERMINAL


def read_lines(text: str) -> tuple[Line, ...]:
    """The lines that show something, whatever ends them (LF, CR LF, CR, page break)."""
    found: list[Line] = []
    start, gap = 0, 0
    for stop, after in _stops(text):
        shown = text[start:stop].strip(EDGES)
        if shown:
            indent = len(text[start:stop]) - len(text[start:stop].lstrip(EDGES))
            found.append(Line(start + indent, start + indent + len(shown), indent, gap, shown))
            gap = 0
        else:
            gap += 1
        start = after
    return tuple(found)


def _stops(text: str) -> Iterator[tuple[int, int]]:
    for mark in BREAK.finditer(text):
        yield mark.start(), mark.end()
    yield len(text), len(text)


def read_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a text; an empty line, a list mark or an indented line begins a new one."""
    lines = read_lines(text)
    width = wrap_width(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(Paragraph(tuple(g), text[g[0].start : g[-1].end]) for g in groups)


def wrap_width(lines: tuple[Line, ...]) -> int | None:
    """At which column the lines were broken; None where a line is a paragraph."""
    pairs = [(a, b) for a, b in pairwise(lines) if b.gap == 0]
    if len(pairs) < 2:
        return None
    lengths = sorted(_length(a) for a, _ in pairs if not _has_address(a)) or [0]
    width = lengths[min(len(lengths) - 1, int(len(lengths) * 0.95))]
    long = sum(1 for _, b in pairs if _length(b) > WIDEST and not _has_address(b))
    if not NARROWEST <= width <= WIDEST or long > len(pairs) * 0.1:
        return None
    full = sum(1 for a, b in pairs if _is_full(a, b, width))
    return width if full >= len(pairs) * 0.6 else None


def _length(line: Line) -> int:
    return line.indent + len(line.text)


def _has_address(line: Line) -> bool:
    """Whether a word as long as a web address made the line as long as it is."""
    return len(line.text) < HEAD and max(map(len, line.text.split())) > NARROWEST


def _is_full(line: Line, following: Line, width: int) -> bool:
    """Whether the next line's first word would not have fitted on this one."""
    return _length(line) + 1 + len(following.text[: WIDEST * 2].partition(" ")[0]) > width - SLACK


def _goes_on(group: list[Line], line: Line, width: int | None) -> bool:
    last = group[-1]
    if line.gap or BULLET.match(line.text) or _is_indented(group, line):
        return False
    if width is None:
        return len(last.text) >= 30 and line.text[0].islower() and not ends_sentence(last.text[-300:])
    return _is_full(last, line, width)


def _is_indented(group: list[Line], line: Line) -> bool:
    item = len(group) == 1 and BULLET.match(group[0].text)
    return not item and line.indent >= group[-1].indent + 2
