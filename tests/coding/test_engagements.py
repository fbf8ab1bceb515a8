"""Engagements read by the whole reader out of single sentences (tests/cases/en/engagements.toml)."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

import dragoman

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "en" / "engagements.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def reader() -> "dragoman.Reader":
    return dragoman.open_reader()


@pytest.mark.parametrize("case", CASES["case"], ids=lambda c: c["why"])
def test_engagements(reader: "dragoman.Reader", case: dict[str, Any]) -> None:
    document = reader.read(case["text"], date=CASES["date"])
    told = [e for e in document.engagements if not e.doubtful and e.scope == "foreign"]
    read = [[e.kind, e.status, [p.name for p in e.participants], e.host or "", e.date or "", e.place or ""] for e in told]
    assert read == case["engagements"]
    for name in ("open", "candidates"):
        assert name not in case or [list(getattr(e, name)) for e in told] == case[name]


def test_evidence_and_reasons_point_at_words(reader: "dragoman.Reader") -> None:
    text = CASES["case"][0]["text"]
    (engagement,) = reader.read(text, date=CASES["date"]).engagements
    assert engagement.evidence[0].of(text).startswith("Norwegian Foreign Minister")
    assert [s.of(text) for s in engagement.because["date"].spans] == ["Friday"]
    assert [s.of(text) for s in engagement.because["kind"].spans] == ["meet"]


def test_told_twice_is_one(reader: "dragoman.Reader") -> None:
    text = (
        "Polish President Andrzej Duda met Rwandan President Paul Kagame on Tuesday.\n\n"
        "Duda and Kagame met in Kigali, a spokesman said. The meeting lasted two hours."
    )
    found = [e for e in reader.read(text, date="2019-09-11").engagements if e.kind == "meeting" and not e.doubtful]
    assert [(e.date, e.place) for e in found] == [("2019-09-10", "Kigali")]
    assert len(found[0].evidence) > 1
