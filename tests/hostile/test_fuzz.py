"""Chance finds what nobody thought of. The same chance on every run; `scripts/fuzz.py` runs longer and on other chances."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.acquire import BadRow, from_bytes, read_rows
from dragoman.clean import read_page, shown
from dragoman.schema.text import Span
from tests.hostile import strategies
from tests.hostile.checks import check, is_sentence, patience, reader

pytestmark = pytest.mark.model
OFTEN = settings(max_examples=100, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
SELDOM = settings(OFTEN, max_examples=15)


@pytest.fixture(autouse=True)
def bounded() -> Iterator[None]:
    with patience(300):
        yield


@OFTEN
@given(strategies.any_bytes(), st.booleans())
def test_any_bytes_become_a_page(data: bytes, html: bool) -> None:
    raw = from_bytes(data, id="any", html=html)
    article = read_page(raw.text, id=raw.id)
    assert article.article or is_sentence(article.why_not or "")
    assert all(0 <= b.span.start < b.span.end <= len(raw.text) for b in article.blocks)


@OFTEN
@given(st.binary(max_size=200))
def test_any_bytes_as_a_table(data: bytes) -> None:
    for row in read_rows(data, stem="any"):
        assert not isinstance(row, BadRow) or row.sentence.startswith("any, line ")


@OFTEN
@given(strategies.mangled())
def test_what_is_seen_leads_back_to_what_was_given(text: str) -> None:
    seen = shown(text)
    if seen is None:
        return
    places = [seen.back(Span(start=i, end=i + 1)) for i in range(len(seen.text))]
    assert all(0 <= p.start < p.end <= len(text) for p in places)
    assert all(a.start <= b.start and a.end <= b.end for a, b in pairwise(places))
    same = [i for i, p in enumerate(places) if p.of(text) == seen.text[i]]
    assert len(same) >= len(places) * 0.3


@SELDOM
@given(strategies.spoilt_files(), strategies.DAYS)
def test_a_spoilt_file_gives_a_record_or_a_sentence(data: bytes, day: str | None) -> None:
    check(reader().read(from_bytes(data, id="spoilt").text, date=day))


@SELDOM
@given(strategies.mangled(), strategies.DAYS)
def test_a_mangled_wire_gives_a_record_or_a_sentence(text: str, day: str | None) -> None:
    check(reader().read(text, date=day))


@SELDOM
@given(strategies.word_salad(), strategies.DAYS)
def test_words_in_any_order_give_a_record_or_a_sentence(text: str, day: str | None) -> None:
    check(reader().read(text, date=day))
