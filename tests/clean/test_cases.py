"""Pages of tests/cases/en/furniture.toml, each with what must be left out and what must be read."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from dragoman.clean import read_page
from dragoman.schema.text import Article, Span

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "en" / "furniture.toml").read_text(encoding="utf-8"))["case"]
PLAIN = ("article", "why_not", "language", "capitals", "date")


def told(article: Article, value: Span | str | None) -> str:
    return value.of(article.text) if isinstance(value, Span) else value or ""


def read(case: dict[str, Any]) -> Article:
    return read_page(case["text"].lstrip("\n"), id="case", date=case.get("given"))


@pytest.mark.parametrize("case", CASES, ids=[c["why"] for c in CASES])
def test_a_page_is_sorted(case: dict[str, Any]) -> None:
    article = read(case)
    for name in PLAIN:
        if name in case:
            assert getattr(article, name) == case[name], name
    for name, value in (("title", article.title), ("issuer", article.issuer), ("dateline", article.dateline), ("place", article.dateline_place)):
        if name in case:
            assert told(article, value) == case[name], name
    if "date_from" in case:
        assert (article.date_from or "") == case["date_from"]


@pytest.mark.parametrize("case", [c for c in CASES if "furniture" in c or "kept" in c], ids=lambda c: c["why"])
def test_nothing_is_lost_and_nothing_is_left_in(case: dict[str, Any]) -> None:
    article = read(case)
    aside = [f.span.of(article.text).strip() for f in article.furniture]
    blocks = [b.span.of(article.text) for b in article.blocks]
    assert [piece for piece in case.get("furniture", []) if piece.strip() not in aside] == []
    assert [piece for piece in case.get("kept", []) if not any(piece in block for block in blocks)] == []
