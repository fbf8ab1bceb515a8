"""Tense, modality and negation of the predicate, on parsed sentences."""

import pytest

from dragoman.analyse.encoder import EncoderEngine
from dragoman.coding.status import ClauseStatus, clause_status
from dragoman.lexicon.frames import FrameLexicon, load_frames
from dragoman.lexicon.words import load_words
from dragoman.schema.text import Block, Span


@pytest.fixture(scope="module")
def engine() -> EncoderEngine:
    return EncoderEngine(load_words())


@pytest.fixture(scope="module")
def lexicon() -> FrameLexicon:
    return load_frames()


def status(engine: EncoderEngine, lexicon: FrameLexicon, text: str, word: str) -> ClauseStatus:
    (sentence,) = engine.parse(text, (Block(span=Span(start=0, end=len(text)), kind="body"),))
    return clause_status(sentence, next(t for t in sentence.tokens if t.text == word), lexicon)


@pytest.mark.parametrize(
    ("text", "word", "tense", "modality", "negated"),
    [
        ("The Ghanaian president will meet his Malian colleague on Friday.", "meet", "future", "fact", False),
        ("The envoys met in Bern.", "met", "past", "fact", False),
        ("The envoys have not met since May.", "met", "past", "fact", True),
        ("Chile plans to send a delegation.", "send", "future", "planned", False),
        ("The minister is expected to visit Lima.", "visit", "future", "expected", False),
        ("The minister refused to meet the rebels.", "meet", "past", "fact", True),
        ("The king may travel to Oman.", "travel", "none", "possible", False),
        ("The premier had planned to meet the queen.", "meet", "past", "planned", False),
        ("The minister will fly to Oslo and meet the premier.", "meet", "future", "fact", False),
    ],
)
def test_clause(engine: EncoderEngine, lexicon: FrameLexicon, text: str, word: str, tense: str, modality: str, negated: bool) -> None:
    found = status(engine, lexicon, text, word)
    assert (found.tense, found.modality, found.negated) == (tense, modality, negated)


def test_a_visit_under_way_is_ongoing(engine: EncoderEngine, lexicon: FrameLexicon) -> None:
    assert status(engine, lexicon, "The president is visiting Rabat.", "visiting").ongoing


def test_a_hedge_is_kept_with_its_words(engine: EncoderEngine, lexicon: FrameLexicon) -> None:
    text = "The minister is expected to visit Lima."
    hedge = status(engine, lexicon, text, "visit").hedge
    assert hedge is not None
    assert hedge.of(text) == "is expected"
