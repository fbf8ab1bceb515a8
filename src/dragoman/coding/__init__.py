"""From frames to items: engagements, statements, actions, each with its status, its words and its rule."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol

from dragoman.coding.actions import actions
from dragoman.coding.context import Context, Knowledge
from dragoman.coding.drafts import Draft
from dragoman.coding.engagements import drafts
from dragoman.coding.finish import finish
from dragoman.coding.frames import Frame, match
from dragoman.coding.joining import join
from dragoman.coding.openness import open_matters
from dragoman.coding.statements import statements
from dragoman.lexicon.opens import OpenWords
from dragoman.lexicon.times import TimeLexicon
from dragoman.schema.record import Action, Engagement, Resolution, Statement
from dragoman.schema.text import Article, Sentence

Items = tuple[tuple[Engagement, ...], tuple[Statement, ...], tuple[Action, ...]]


class CodingLexicon(Knowledge, Protocol):
    """What coding reads of the lexicon."""

    @property
    def times(self) -> TimeLexicon:
        """Words of time, for told durations."""
        ...

    @property
    def opens(self) -> OpenWords:
        """Words of what is left open."""
        ...


def code(article: Article, sentences: tuple[Sentence, ...], resolution: Resolution, lexicon: CodingLexicon) -> Items:
    """All items of an article, ids e1…, s1…, a1… in the order of the text."""
    frames: tuple[Frame, ...] = tuple(f for s in sentences for f in match(s, lexicon.frames))
    triggers = frozenset((f.sentence.index, f.trigger.index) for f in frames)
    context = Context(article=article, sentences=sentences, resolution=resolution, lexicon=lexicon, triggers=triggers)
    told: Iterable[Draft] = (*drafts(frames, context, lexicon.times), *open_matters(context, lexicon.opens))
    engagements = finish(join(sorted(told, key=lambda d: d.sentence)), context)
    return (
        tuple(replace(e, id=f"e{i}") for i, e in enumerate(engagements, 1)),
        tuple(replace(s, id=f"s{i}") for i, s in enumerate(statements(frames, context), 1)),
        tuple(replace(a, id=f"a{i}") for i, a in enumerate(actions(frames, context), 1)),
    )
