"""On whose word a clause rests, and whose words stand between quotation marks: on sentences parsed by hand."""

from dataclasses import dataclass

import pytest

from dragoman.coding.attribution import attribution_of
from dragoman.coding.context import Context
from dragoman.coding.quotes import Telling, quotation_at, quotations, quoted
from dragoman.lexicon.frames import FrameLexicon, load_frames
from dragoman.schema.record import Mention, Resolution
from dragoman.schema.text import Article, Block, Sentence, Span
from dragoman.schema.world import Actor
from tests.trees import sentence

PERU = Actor(name="Peru", country="PER", kind="state")
ENVOY = Actor(name="a Peruvian envoy", country="PER", kind="source")

SAID = "Chad closed the border, a Peruvian envoy said."
SAID_TREE = (
    "Chad//PROPN/NNP/2/nsubj closed/close/VERB/VBD/0/root the//DET/DT/4/det border//NOUN/NN/2/obj ,//PUNCT/,/2/punct "
    "a//DET/DT/8/det Peruvian//ADJ/JJ/8/amod envoy//NOUN/NN/9/nsubj said/say/VERB/VBD/2/parataxis .//PUNCT/./2/punct"
)
ACCORDING = "According to Peru, Chad closed the border."
ACCORDING_TREE = (
    "According/accord/VERB/VBG/3/case to//ADP/IN/1/fixed Peru//PROPN/NNP/6/obl ,//PUNCT/,/3/punct Chad//PROPN/NNP/6/nsubj "
    "closed/close/VERB/VBD/0/root the//DET/DT/8/det border//NOUN/NN/6/obj .//PUNCT/./6/punct"
)
PLAIN = "Chad closed the border."
PLAIN_TREE = "Chad//PROPN/NNP/2/nsubj closed/close/VERB/VBD/0/root the//DET/DT/4/det border//NOUN/NN/2/obj .//PUNCT/./2/punct"


@dataclass(frozen=True)
class Frames:
    """A lexicon of frames alone."""

    frames: FrameLexicon


@pytest.fixture(scope="module")
def frames() -> Frames:
    return Frames(load_frames())


def context(text: str, parsed: Sentence, frames: Frames, *mentions: Mention) -> Context:
    return Context(article=Article(id="x", text=text), sentences=(parsed,), resolution=Resolution(mentions=mentions), lexicon=frames)


def mention(parsed: Sentence, head: int, actor: Actor) -> Mention:
    token = parsed.tokens[head]
    return Mention(span=token.span, refers_to=(actor,), kind="source", sentence=0, head=head)


def test_a_verb_of_saying_behind_the_clause(frames: Frames) -> None:
    parsed = sentence(SAID, SAID_TREE)
    found = attribution_of(parsed, parsed.tokens[1], context(SAID, parsed, frames, mention(parsed, 7, ENVOY)))
    assert (found.source, found.actors) == ("a Peruvian envoy", (ENVOY,))


def test_according_to(frames: Frames) -> None:
    parsed = sentence(ACCORDING, ACCORDING_TREE)
    found = attribution_of(parsed, parsed.tokens[5], context(ACCORDING, parsed, frames, mention(parsed, 2, PERU)))
    assert (found.source, found.span and found.span.of(ACCORDING)) == ("Peru", "Peru")


def test_a_text_that_speaks_for_itself_names_no_source(frames: Frames) -> None:
    parsed = sentence(PLAIN, PLAIN_TREE)
    assert attribution_of(parsed, parsed.tokens[1], context(PLAIN, parsed, frames)).source is None


def article(text: str) -> Article:
    blocks = tuple(Block(span=Span(start=text.index(p), end=text.index(p) + len(p)), kind="body") for p in text.split("\n\n"))
    return Article(id="x", text=text, blocks=blocks)


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("He said: “We will not leave the island.” She left.", ["We will not leave the island."]),
        ('He said "we will not leave the island" and left.', ["we will not leave the island"]),
        ("The so-called “peace bridge” was shut.", []),  # a term, no speech
        ("“We will not leave the island.\n\n“We will stay here for good.”", ["We will not leave the island.", "We will stay here for good."]),
    ],
)
def test_quotations_lie_between_their_marks(text: str, inside: list[str]) -> None:
    assert [s.of(text) for s in quoted(article(text))] == inside


def test_the_next_quotation_is_the_same_speakers() -> None:
    text = "“We will not leave the island,” the envoy said. “We will stay here for good.”"
    said = Span(start=text.index("said"), end=text.index("said") + 4)
    found = quotations(article(text), (Telling(span=said, clause=Span(start=0, end=said.end + 1), speakers=(ENVOY,)),))
    assert [q.speakers for q in found] == [(ENVOY,), (ENVOY,)]
    stay = text.index("stay")
    assert quotation_at(found, Span(start=stay, end=stay + 4)) == found[1]
