"""Words and sentences are cut as the treebanks cut them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.analyse.words import LONGEST, sentences, words
from dragoman.lexicon.words import load_words
from dragoman.schema.text import Span

TABLES = load_words()


def cut(text: str) -> list[str]:
    return [s.of(text) for s in words(text, Span(start=0, end=len(text)), TABLES)]


def split(text: str) -> list[str]:
    found = sentences(text, Span(start=0, end=len(text)), TABLES)
    return [text[s[0].start : s[-1].end] for s in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gen. Diaz can't go.", ["Gen.", "Diaz", "ca", "n't", "go", "."]),
        ("the U.S.-North Korea pact", ["the", "U.S.", "-", "North", "Korea", "pact"]),
        ("Peru’s allies’ help", ["Peru", "’s", "allies", "’", "help"]),
        ("a three-day visit", ["a", "three", "-", "day", "visit"]),
        ("They cannot, he'll say", ["They", "can", "not", ",", "he", "'ll", "say"]),
        ("$5.3 million (10%)", ["$", "5.3", "million", "(", "10", "%", ")"]),
        ("see www.example.org/a-b now", ["see", "www.example.org/a-b", "now"]),
        ("J. R. Smith", ["J.", "R.", "Smith"]),
        ("May 3-5, 2021", ["May", "3", "-", "5", ",", "2021"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks ended. Peru left.", ["Talks ended.", "Peru left."]),
        ("Mr. Ban met Gen. Ali in the U.S. capital.", ["Mr. Ban met Gen. Ali in the U.S. capital."]),
        ("He flew to the U.S. The talks failed.", ["He flew to the U.S.", "The talks failed."]),
        ("“We will go.” Peru agreed.", ["“We will go.”", "Peru agreed."]),
        ("“Will they go?” he asked.", ["“Will they go?” he asked."]),
        ("No. 3 in rank came.", ["No. 3 in rank came."]),
        ("TALKS ENDED. PERU LEFT.", ["TALKS ENDED.", "PERU LEFT."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@given(st.text(max_size=300))
def test_words_lie_in_order_inside_the_text(text: str) -> None:
    found = words(text, Span(start=0, end=len(text)), TABLES)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(s.start < s.end <= len(text) for s in found)


def test_a_sentence_is_never_longer_than_a_window() -> None:
    text = "word " * 1000
    assert max(len(s) for s in sentences(text, Span(start=0, end=len(text)), TABLES)) == LONGEST
