"""What flows between reading and resolving: the article, its sentences, its words."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """Characters `start` to `end` (not included) of the text as it was given."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether the other lies inside this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One stretch of article text that is parsed by itself: a headline, a paragraph, a list item.

    `kind` is `title`, `lead` (first paragraph of the body) or `body`.
    """

    span: Span
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """A stretch that is no part of the article, and why (`menu`, `share line`, `topic list`, `byline`, `caption` …)."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A text as given, with what cleaning found: never altered, only marked by offset.

    `date` is the document's day (EDTF) and `date_from` how it was found (`given`, `dateline`, `page`, None).
    `capitals` is true for a wire whose body is set in capitals. `article` false carries a sentence in `why_not`.
    """

    id: str
    text: str
    date: str | None = None
    date_from: str | None = None
    title: Span | str | None = None
    language: str | None = None
    article: bool = True
    why_not: str | None = None
    capitals: bool = False
    dateline: Span | None = None
    dateline_place: Span | None = None
    issuer: Span | None = None
    blocks: tuple[Block, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    source: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One word of Universal Dependencies. `head` counts tokens of the sentence from 0; the root's is -1.

    `xpos` is the Penn tag (VBD, VBN, NNS …), from which tense and number are read. `name` is the BIO tag of names.
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    upos: str
    xpos: str
    head: int
    deprel: str
    name: str = "O"

    @property
    def relation(self) -> str:
        """The universal relation without its subtype."""
        return self.deprel.partition(":")[0]

    @property
    def span(self) -> Span:
        """Its characters."""
        return Span(start=self.start, end=self.end)


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """One analysed sentence: tokens in order, their tree, and the block that they stand in (`title`, `lead`, `body`).

    `proposals` is where trained heads put items; empty for an engine that has none.
    """

    index: int
    start: int
    end: int
    tokens: tuple[Token, ...]
    kind: str = "body"
    proposals: tuple[object, ...] = ()

    @property
    def span(self) -> Span:
        """Its characters."""
        return Span(start=self.start, end=self.end)

    @cached_property
    def _children(self) -> tuple[tuple[Token, ...], ...]:
        found: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head >= 0:
                found[token.head].append(token)
        return tuple(tuple(c) for c in found)

    def children(self, token: Token, *relations: str) -> tuple[Token, ...]:
        """Dependents of a token in order; with relations (full or without subtype), those alone."""
        found = self._children[token.index]
        return tuple(c for c in found if c.deprel in relations or c.relation in relations) if relations else found

    def child(self, token: Token, *relations: str) -> Token | None:
        """The first such dependent, if any."""
        found = self.children(token, *relations)
        return found[0] if found else None

    def head(self, token: Token) -> Token | None:
        """What the token hangs on; None for the root."""
        return self.tokens[token.head] if token.head >= 0 else None

    def subtree(self, token: Token, *without: str) -> tuple[Token, ...]:
        """The token and all below it in order, branches with a relation of `without` left out (at the top level only)."""
        found, waiting = [token], [c for c in self.children(token) if c.deprel not in without and c.relation not in without]
        while waiting:
            current = waiting.pop()
            found.append(current)
            waiting += self.children(current)
        return tuple(sorted(found, key=lambda t: t.index))

    def ancestors(self, token: Token) -> Iterator[Token]:
        """The heads above a token, nearest first."""
        current = self.head(token)
        while current is not None:
            yield current
            current = self.head(current)

    def extent(self, tokens: tuple[Token, ...]) -> Span:
        """From the first to the last of some tokens."""
        return Span(start=min(t.start for t in tokens), end=max(t.end for t in tokens))
