"""Say whether a statement or deed touches foreign relations, in the light of the whole text."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.coding.context import Context
from dragoman.coding.scope import sides
from dragoman.schema.world import Actor

PRIVATE = frozenset({"person", "people", "source"})
OFTEN = 2  # mentions that make a country a party of the text, not a passing remark
SHARE = 0.4  # of all mentions that are another country's


def parties(actors: Iterable[Actor]) -> frozenset[str]:
    """The sides that actors stand for; a person without a country or office stands for none."""
    return sides(a for a in actors if a.country is not None or a.kind not in PRIVATE)


def public(actor: Actor) -> bool:
    """Whether an actor acts for a state, body or group: by office or as such."""
    return actor.kind not in PRIVATE or actor.office is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relevance:
    """What a text is about: `foreign` where other countries have their share of it, `several` where any is named; `author` the sides that speak."""

    foreign: bool
    several: bool
    author: frozenset[str]

    def touches(self, speakers: tuple[Actor, ...], others: tuple[Actor, ...]) -> bool:
        """Whether two sides are named, or one speaks for its side in a text about several."""
        known = parties((*speakers, *others))
        if len(known) > 1:
            return any(public(a) or a.country is not None for a in speakers) or not speakers
        if self.author and sides(speakers) == self.author:
            return self.several
        return self.foreign and (any(public(a) for a in speakers) or (bool(speakers) and all(a.kind == "source" for a in speakers)))


def relevance_of(context: Context) -> Relevance:
    """Count the sides that a text mentions."""
    counts = Counter(side for m in context.resolution.mentions for side in parties(m.refers_to))
    total = sum(counts.values())
    others = sum(n for _, n in counts.most_common()[1:] if n >= OFTEN)
    foreign = bool(total) and others / total >= SHARE
    return Relevance(foreign=foreign, several=len(counts) > 1, author=sides(context.resolution.author))
