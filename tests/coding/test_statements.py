"""Statements read by the whole reader out of single sentences (tests/cases/en/statements.toml)."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

import dragoman
from dragoman.coding import attribution, deeds, telling
from dragoman.lexicon.frames import load_frames
from dragoman.schema.record import Statement

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "en" / "statements.toml").read_text(encoding="utf-8"))
DAY = CASES["date"]


@pytest.fixture(scope="module")
def reader() -> "dragoman.Reader":
    return dragoman.open_reader()


def read(reader: "dragoman.Reader", text: str) -> list[Statement]:
    return [s for s in reader.read(text, date=DAY).statements if not s.doubtful and s.scope == "foreign"]


@pytest.mark.parametrize("case", CASES["case"], ids=lambda c: c["why"])
def test_statements(reader: "dragoman.Reader", case: dict[str, Any]) -> None:
    text = case["text"]
    found = [
        [
            s.act,
            s.status,
            [a.name for a in s.speakers],
            s.content.of(text) if s.content else "",
            s.condition.of(text) if s.condition else "",
            s.attributed_to or "",
        ]
        for s in read(reader, text)
    ]
    assert found == case["statements"]


def test_evidence_runs_from_the_speaker_into_the_content_and_reasons_point_at_words(reader: "dragoman.Reader") -> None:
    text = "Peru urged Ecuador to reopen the border crossing at Huaquillas."
    (statement,) = read(reader, text)
    assert statement.evidence[0].of(text) == text[:-1]
    assert [a.name for a in statement.targets] == ["Ecuador"]
    assert [s.of(text) for s in statement.because["act"].spans] == ["urged"]
    assert [s.of(text) for s in statement.because["targets"].spans] == ["Ecuador"]


def test_told_twice_is_one(reader: "dragoman.Reader") -> None:
    text = "The border was quiet.\n\nPeru urged Ecuador to reopen the crossing.\n\nPeru urged Ecuador to reopen the crossing, a spokesman said."
    (statement,) = read(reader, text)
    assert len(statement.evidence) == 2


def test_a_quotation_speaks_in_the_first_person_of_its_speaker(reader: "dragoman.Reader") -> None:
    text = "“We will defend the border with Togo,” Ghanaian President Nana Akufo-Addo told reporters. “We condemn the raid by Togo.”"
    assert [(s.act, [a.name for a in s.speakers]) for s in read(reader, text)] == [
        ("pledge", ["Nana Akufo-Addo"]),
        ("criticise", ["Nana Akufo-Addo"]),
    ]


def test_classes_that_the_code_names_are_in_the_lexicon() -> None:
    frames = load_frames()
    named = attribution.SAYING | telling.JOINT | deeds.DYING | deeds.JOINING | deeds.PENDING
    assert [name for name in sorted(named) if frames.by_id(name) is None] == []


def test_one_asked_at_a_meeting_is_the_target(reader: "dragoman.Reader") -> None:
    text = "Kenyan President Uhuru Kenyatta met Norwegian Foreign Minister Ine Eriksen Soreide and requested that Somalia be invited."
    (statement,) = read(reader, text)
    assert (statement.act, [a.name for a in statement.targets]) == ("request", ["Ine Eriksen Soreide"])
