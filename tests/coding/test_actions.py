"""Actions read by the whole reader out of single sentences (tests/cases/en/actions.toml)."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

import dragoman

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "en" / "actions.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def reader() -> "dragoman.Reader":
    return dragoman.open_reader()


@pytest.mark.parametrize("case", CASES["case"], ids=lambda c: c["why"])
def test_actions(reader: "dragoman.Reader", case: dict[str, Any]) -> None:
    found = [
        [a.type, a.status, [x.country or "" for x in a.actors], [x.country or "" for x in a.recipients], a.date or ""]
        for a in reader.read(case["text"], date=CASES["date"]).actions
        if not a.doubtful and a.scope == "foreign"
    ]
    assert found == case["actions"]


def test_what_and_evidence_and_reasons_point_at_words(reader: "dragoman.Reader") -> None:
    text = "Peru expelled two Venezuelan diplomats on Monday."
    (action,) = reader.read(text, date="2019-09-11").actions
    assert action.what is not None
    assert action.what.of(text) == "expelled two Venezuelan diplomats"
    assert action.evidence[0].of(text) == text[:-1]
    assert [s.of(text) for s in action.because["actors"].spans] == ["Peru"]
    assert [s.of(text) for s in action.because["date"].spans] == ["Monday"]


def test_told_twice_is_one(reader: "dragoman.Reader") -> None:
    text = "Peru expelled two Venezuelan diplomats on Monday.\n\nThe expulsion of the Venezuelan diplomats by Peru came without warning."
    (action,) = reader.read(text, date="2019-09-11").actions
    assert len(action.evidence) == 2
