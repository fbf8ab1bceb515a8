"""Whatever comes in, cleaning answers, quickly, and its spans lie inside the text."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.clean import read_page
from dragoman.schema.text import Article, Span

SENTENCE = "The minister met his colleague in Oslo on Monday. "
WORDS = (SENTENCE, "LUSAKA, 14 MAY 89 (ZANA) -- ", "Share", "RELATED", "By Ana Silva", "24/06/2019", "1. ", "外相", "END", "###", "<p>")
MARKS = ("\n", "\n\n", "\r", "\r\n", "\x00", "\u200b", "\u200f", "\ud800", "• ", "(", ")", "[TEXT]", "[END TEXT]", " | ", "—", "\t", ".", ": ")
PIECES = st.sampled_from((*WORDS, *MARKS))
TEXTS = st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(st.characters(codec=None), max_size=300))


def spans(article: Article) -> list[Span]:
    found = [b.span for b in article.blocks] + [f.span for f in article.furniture]
    return found + [s for s in (article.dateline, article.dateline_place, article.issuer, article.title) if isinstance(s, Span)]


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_text_is_answered(text: str) -> None:
    article = read_page(text, id="any")
    assert article.text == text
    assert article.article is (article.why_not is None)
    assert all(0 <= s.start < s.end <= len(text) for s in spans(article))
    assert article == read_page(text, id="any")


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_blocks_follow_each_other_and_hold_no_furniture(text: str) -> None:
    article = read_page(text, id="any")
    parts = sorted([b.span for b in article.blocks] + [f.span for f in article.furniture])
    assert all(a.end <= b.start for a, b in pairwise(parts))
    if not article.article:
        assert article.blocks == ()


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE * 100_000,
        "a" * 5_000_000,
        "(" * 5_000_000,
        ". (A)" * 1_000_000,
        "Word " + " " * 5_000_000 + "end",
        "12 " * 1_600_000,
        "Abc, " * 1_000_000,
        "END " * 1_250_000,
    ],
    ids=["prose", "no spaces", "parentheses", "sources", "spaces", "figures", "commas", "end marks"],
)
def test_a_line_of_five_megabytes_takes_no_time(text: str) -> None:
    start = time.perf_counter()
    read_page(text, id="long")
    assert time.perf_counter() - start < 5


def test_a_hundred_thousand_lines_take_seconds() -> None:
    start = time.perf_counter()
    read_page((SENTENCE + "\n") * 100_000, id="long")
    assert time.perf_counter() - start < 10


def test_marks_that_nobody_sees_change_nothing() -> None:
    plain = read_page("print PRINT\n\nEnvoys meet in Bern\n\nTwo envoys met in Bern on Monday.", id="x")
    marked = read_page("\ufeffprint PRINT\r\r\u200bEnvoys meet in Bern\u200f\r\rTwo envoys met in Bern on Monday.\x00", id="x")
    assert [b.span.of(marked.text) for b in marked.blocks] == [b.span.of(plain.text) for b in plain.blocks]


def test_binary_is_refused_in_a_sentence() -> None:
    article = read_page("".join(chr(i % 32) for i in range(4000)), id="x")
    assert article.why_not == "This is binary data, not a text."
    assert read_page("\ud800" * 50, id="x").article is False


def test_stray_marks_do_not_make_a_text_binary() -> None:
    assert read_page("The envoy \x00left Oslo on Mon\ufffdday for \x01talks in Bergen, the ministry said, and will be back.", id="x").article is True
