"""What the coders ask of an article: who a word refers to, when and where its clause is set."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from dragoman.coding.clauses import clause_of
from dragoman.lexicon.frames import FrameLexicon
from dragoman.lexicon.world import World
from dragoman.schema.record import Mention, PlaceMention, Resolution, Time
from dragoman.schema.text import Article, Sentence, Span, Token
from dragoman.schema.world import Actor


class Knowledge(Protocol):
    """The part of the lexicon that coding reads."""

    @property
    def frames(self) -> FrameLexicon:
        """Frames, supports and cues."""
        ...

    @property
    def world(self) -> World:
        """States by their code."""
        ...


FAR = 99


@dataclass(frozen=True, kw_only=True)
class Context:
    """An article with its sentences and what resolving found in them.

    `triggers` are (sentence, token) of all frames: the noun of another frame keeps its own time.
    """

    article: Article
    sentences: tuple[Sentence, ...]
    resolution: Resolution
    lexicon: Knowledge
    triggers: frozenset[tuple[int, int]] = frozenset()

    @cached_property
    def _mentions(self) -> dict[tuple[int, int], Mention]:
        """By sentence and head; of several the widest that is resolved."""
        found: dict[tuple[int, int], Mention] = {}
        for m in sorted(self.resolution.mentions, key=lambda m: (bool(m.refers_to), m.span.end - m.span.start)):
            found[m.sentence, m.head] = m
        return found

    def mention(self, sentence: Sentence, token: Token) -> Mention | None:
        """The mention that a word heads."""
        return self._mentions.get((sentence.index, token.index))

    def actors(self, sentence: Sentence, tokens: Iterable[Token]) -> tuple[Actor, ...]:
        """Whom some argument heads refer to, in order, each once; a head without a mention lends its closest covering one."""
        found: dict[tuple[str, str | None], Actor] = {}
        for token in tokens:
            for actor in self._of(sentence, token):
                found.setdefault((actor.name, actor.country), actor)
        return tuple(found.values())

    def _of(self, sentence: Sentence, token: Token) -> tuple[Actor, ...]:
        mention = self.mention(sentence, token)
        if mention is None:
            covering = [m for m in self.resolution.mentions if m.sentence == sentence.index and m.span.covers(token.span)]
            mention = min(covering, key=lambda m: m.span.end - m.span.start, default=None)
        return mention.refers_to if mention is not None else self._by_word.get(token.text, ()) if token.upos == "PROPN" else ()

    @cached_property
    def _by_word(self) -> dict[str, tuple[Actor, ...]]:
        """Persons by a word of their name that no other shares: for "the Trump-Kim summit"."""
        people = {a.name: a for m in self.resolution.mentions for a in m.refers_to if a.kind == "person"}
        found: dict[str, list[Actor]] = {}
        for actor in people.values():
            for word in actor.name.split():
                found.setdefault(word, []).append(actor)
        return {word: tuple(actors) for word, actors in found.items() if len(actors) == 1}

    def spans(self, sentence: Sentence, tokens: Iterable[Token]) -> tuple[Span, ...]:
        """The words of arguments: of the mention each heads, else the word."""
        return tuple(m.span if (m := self.mention(sentence, t)) is not None else t.span for t in tokens)

    def times(self, sentence: Sentence, predicate: Token) -> tuple[Time, ...]:
        """Times of the predicate's own clause, nearest in the tree first; then those that the clause above sets ("On Friday, X said he would")."""
        home = [t for t in self.resolution.times if t.sentence == sentence.index and t.value is not None]
        scored = [(self._distance(sentence, sentence.tokens[t.head], predicate), t) for t in home]
        return tuple(t for d, t in sorted(scored, key=lambda pair: pair[0]) if d < FAR)

    def undated(self, sentence: Sentence, predicate: Token) -> bool:
        """Whether the clause names a time that nothing anchors."""
        home = [t for t in self.resolution.times if t.sentence == sentence.index and t.value is None]
        return any(self._distance(sentence, sentence.tokens[t.head], predicate) < FAR for t in home)

    def time_of(self, sentence: Sentence, predicate: Token) -> Time | None:
        """The time of a clause, None where it names none."""
        found = self.times(sentence, predicate)
        return found[0] if found else None

    def places(self, sentence: Sentence, predicate: Token) -> tuple[PlaceMention, ...]:
        """Places of the predicate's clause in a phrase of place, nearest first."""
        home = [p for p in self.resolution.places if p.sentence == sentence.index]
        scored = [(self._distance(sentence, sentence.tokens[p.head], predicate), p) for p in home]
        return tuple(p for d, p in sorted(scored, key=lambda pair: pair[0]) if d < FAR)

    def _distance(self, sentence: Sentence, token: Token, predicate: Token) -> int:
        """Steps up from a word to the predicate; FAR if another clause, a subject or another event's noun lies between."""
        current, steps = token, 0
        while current.index != predicate.index:
            above = sentence.head(current)
            crosses = current is not token and clause_of(sentence, current).index == current.index and current.deprel != "acl"
            taken = current.relation == "nsubj" or (current.upos == "NOUN" and (sentence.index, current.index) in self.triggers)
            if above is None or crosses or taken or steps > 8:
                return FAR
            current, steps = above, steps + 1
        return steps


def phrase(sentence: Sentence, token: Token) -> Span:
    """The words of a noun phrase without relative clauses, appositions and what is coordinated with it."""
    kept = sentence.subtree(token, "acl:relcl", "appos", "conj", "cc", "parataxis", "case", "punct")
    return sentence.extent(kept)
