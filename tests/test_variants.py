"""Ten pages of our own, built like the page that the product was asked for: undated, with furniture about them, real office-holders, invented events.

`LEAST` is what the reader reaches less one item, rounded down. A change that lifts a figure lifts its row;
none is lowered without a reason in CHANGELOG.md.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

import dragoman
from tests.scoring import Item, Score, quoted, score, spans

CASES = Path(__file__).parent / "cases" / "en" / "variants"
COLUMNS = ("engagements found", "engagements right", "times right", "statements found", "statements right", "actions found", "mentions right")
LEAST: Mapping[str, tuple[float, ...]] = {
    "v01_delhi": (0.70, 0.50, 0.90, 0.77, 0.44, 0.25, 0.85),
    "v02_addis": (0.70, 0.60, 0.91, 0.50, 0.25, 0.50, 0.83),
    "v03_ankara": (0.40, 0.20, 0.91, 0.62, 0.25, 0.25, 0.87),
    "v04_tehran": (0.80, 0.60, 0.83, 0.55, 0.11, 0.50, 0.85),
    "v05_lima": (0.70, 0.60, 0.91, 0.55, 0.44, 0.25, 0.85),
    "v06_belgrade": (0.60, 0.50, 0.91, 0.62, 0.25, 0.00, 0.71),
    "v07_kyiv": (0.90, 0.40, 0.91, 0.62, 0.37, 0.75, 0.87),
    "v08_kinshasa": (0.70, 0.30, 0.92, 0.62, 0.37, 0.25, 0.87),
    "v09_juba": (0.70, 0.20, 0.91, 0.62, 0.37, 0.25, 0.88),
    "v10_dushanbe": (0.54, 0.27, 0.91, 0.75, 0.37, 0.25, 0.87),
}
EXTRA = 3

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def reader() -> dragoman.Reader:
    return dragoman.open_reader(settings=dragoman.Settings())


def case(name: str) -> tuple[str, Any]:
    return (CASES / f"{name}.txt").read_text(encoding="utf-8"), json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))


def figures(scores: Mapping[str, Score]) -> tuple[float, ...]:
    """The columns of the table."""
    parts = (column.split() for column in COLUMNS)
    return tuple(getattr(scores[layer], f"share_{what}") for layer, what in parts)


def record(reader: dragoman.Reader, text: str, gold: Item) -> Any:
    return json.loads(reader.read(text, date=gold["date"], id=gold["id"]).to_json())


@pytest.mark.parametrize("name", LEAST)
def test_a_variant_is_read_about_as_well_as_before(reader: dragoman.Reader, name: str) -> None:
    text, gold = case(name)
    scores = score(text, gold, record(reader, text, gold))
    reached = figures(scores)
    notes = [f"{layer}: {note}" for layer, result in scores.items() for note in result.notes]
    below = {column: (got, least) for column, got, least in zip(COLUMNS, reached, LEAST[name], strict=True) if got < least}
    assert below == {}, "\n".join(notes)
    assert scores["engagements"].extra <= EXTRA, "\n".join(notes)


def test_every_page_has_its_row() -> None:
    assert sorted(LEAST) == sorted(path.stem for path in CASES.glob("*.txt")) == sorted(path.stem for path in CASES.glob("*.json"))


@pytest.mark.parametrize("name", LEAST)
def test_the_gold_quotes_its_page(name: str) -> None:
    text, gold = case(name)
    for layer, field in (("engagements", "condition"), ("statements", "content"), ("actions", "what")):
        assert all(spans(item, text, (field, "condition", "hedge")) for item in gold[layer])
    assert all(quoted(text, item["text"], item.get("occurrence", 1)) for layer in ("times", "mentions") for item in gold[layer])


@pytest.mark.parametrize("name", LEAST)
def test_furniture_yields_nothing(reader: dragoman.Reader, name: str) -> None:
    """No item rests on the buttons above the headline or the topics under the text."""
    text, gold = case(name)
    read = record(reader, text, gold)
    body = text.rstrip().rindex("\n\n")
    items = [item for layer in ("engagements", "statements", "actions") for item in read[layer]]
    assert all(span["end"] <= body for item in items for span in item["evidence"])


def test_gold_against_itself_is_whole() -> None:
    """The scorer finds everything right in a record that says what the gold says."""
    text, gold = case("v01_delhi")
    said = json.loads(json.dumps(gold))
    for layer in ("engagements", "statements", "actions"):
        for item in said[layer]:
            places = [(name, quoted(text, item.get(name))) for name in ("content", "what", "condition", "hedge")]
            item.update({name: {"start": at[0], "end": at[1]} for name, at in places if at})
            item["evidence"] = [{"start": at[0], "end": at[1]} for at in (quoted(text, quote) for quote in item["evidence"]) if at]
    for item in said["times"]:
        item["start"], item["end"] = quoted(text, item["text"], item.get("occurrence", 1)) or (0, 0)
    said["mentions"], gold["mentions"] = [], []
    assert all(result.right == result.wanted and not result.extra for result in score(text, gold, said).values())
