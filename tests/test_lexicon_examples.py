"""Every class of the lexicon reads its own examples, and leaves its counter-examples alone."""

import pytest

from dragoman.analyse.encoder import EncoderEngine
from dragoman.coding.frames import match
from dragoman.lexicon.check import check_examples, check_frames
from dragoman.lexicon.frames import FrameLexicon, load_frames
from dragoman.lexicon.words import load_words
from dragoman.schema.text import Block, Span


@pytest.fixture(scope="module")
def lexicon() -> FrameLexicon:
    return load_frames()


def test_no_class_is_malformed(lexicon: FrameLexicon) -> None:
    assert list(check_frames(lexicon)) == []


def test_examples_are_read_and_counter_examples_are_not(lexicon: FrameLexicon) -> None:
    engine = EncoderEngine(load_words())

    def read(text: str) -> list[str]:
        sentences = engine.parse(text, (Block(span=Span(start=0, end=len(text)), kind="body"),))
        return [frame.entry.id for sentence in sentences for frame in match(sentence, lexicon)]

    assert list(check_examples(lexicon, read)) == []
