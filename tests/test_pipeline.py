"""The whole chain on texts of our own: what `dragoman.read` promises, whatever the stages become. The events are invented."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

import dragoman
from dragoman.acquire import RawDocument
from dragoman.errors import SettingsError
from dragoman.schema.codec import from_json
from dragoman.schema.record import Document, Mention, Time
from dragoman.schema.text import Span

HOME = Path(__file__).resolve().parents[1]
PAGE = (HOME / "examples" / "helsinki.txt").read_text(encoding="utf-8")
WIRE = (HOME / "examples" / "wire.txt").read_text(encoding="utf-8")
THURSDAY = "2019-09-12"

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def reader() -> dragoman.Reader:
    return dragoman.open_reader(settings=dragoman.Settings())


@pytest.fixture(scope="module")
def page(reader: dragoman.Reader) -> Document:
    return reader.read(PAGE, date=THURSDAY, id="helsinki")


def said(document: Document, part: Mention | Time) -> str:
    return part.span.of(document.article.text)


def test_a_page_is_read_from_headline_to_codes(page: Document) -> None:
    assert (page.id, page.article.language, page.article.date, page.article.date_from) == ("helsinki", "en", THURSDAY, "given")
    assert isinstance(page.article.title, Span)
    assert page.article.title.of(PAGE) == "Finland offers Helsinki for second round of Nile dam talks"
    meetings = [e for e in page.engagements if e.place == "Cairo"]
    assert [(e.kind, e.status, e.date, e.place_country, e.codes.plover, e.codes.cameo) for e in meetings] == [
        ("meeting", "planned", "2019-09-14", "EGY", "AGREE", "036")
    ]
    assert "Pekka Haavisto" in {actor.name for actor in meetings[0].participants}


def test_a_condition_and_its_warning_are_kept(page: Document) -> None:
    warning = next(s for s in page.statements if s.act == "warn")
    assert [actor.name for actor in warning.speakers] == ["Abdel Fattah el-Sisi"]
    assert warning.condition is not None
    assert warning.condition.of(PAGE) == "unless the filling is postponed"


def test_deeds_of_the_past_keep_their_own_date(page: Document) -> None:
    assert {(a.type, a.date, a.status) for a in page.actions} >= {("AGREE", "2017", "occurred"), ("AID", "2019-08", "occurred")}


def test_furniture_yields_nothing(page: Document) -> None:
    topics = PAGE.index("Related topics")
    spans = [span for items in (page.engagements, page.statements, page.actions) for item in items for span in item.evidence]
    assert all(span.end <= topics for span in spans)


def test_every_span_lies_in_the_text_as_given(page: Document) -> None:
    marks = [part.span for part in (*page.mentions, *page.times)]
    assert marks
    assert all(0 <= span.start < span.end <= len(PAGE) for span in marks)
    assert {said(page, t): t.value for t in page.times}["Saturday"] == "2019-09-14"


def test_a_wire_in_capitals_is_dated_by_its_dateline(reader: dragoman.Reader) -> None:
    wire = reader.read(WIRE, id="wire")
    assert (wire.article.date, wire.article.date_from, wire.article.capitals) == ("1988-11-09", "dateline", True)
    held = next(e for e in wire.engagements if e.status == "held")
    assert {actor.country for actor in held.participants} == {"ZWE", "MOZ"}
    assert (held.date, held.place) == ("1988-11-09", "Harare")


def test_without_a_date_nothing_relative_is_guessed(reader: dragoman.Reader) -> None:
    undated = reader.read(PAGE)
    values = {said(undated, t): t.value for t in undated.times}
    assert (undated.article.date, undated.article.date_from) == (None, None)
    assert values["Saturday"] is values["Monday"] is None
    assert values["2017"] == "2017"
    assert all(e.date is None for e in undated.engagements if e.status == "planned")


def test_the_same_text_gives_the_same_record(reader: dragoman.Reader, page: Document) -> None:
    reader.read(WIRE)
    assert reader.read(PAGE, date=THURSDAY, id="helsinki").to_json(doubtful=True) == page.to_json(doubtful=True)


def test_a_sentence_is_read_alike_whatever_follows_it(reader: dragoman.Reader) -> None:
    first = "Norwegian Foreign Minister Ine Eriksen Søreide met her Turkish counterpart in Oslo on Tuesday."
    alone, followed = (reader.read(text, date=THURSDAY) for text in (first, f"{first}\n\nThe weather was fine, and the harbour full of boats."))
    assert [(t.span, t.value) for t in alone.times] == [(t.span, t.value) for t in followed.times]
    assert [e.participants for e in alone.engagements] == [e.participants for e in followed.engagements]


def test_the_record_survives_its_json(page: Document) -> None:
    line = page.to_json(doubtful=True)
    assert "\n" not in line
    back = from_json(line)
    assert replace(back, article=replace(back.article, text=PAGE)).to_json(doubtful=True) == line


def test_doubtful_items_are_left_out_of_the_json(page: Document) -> None:
    few, all_ = json.loads(page.to_json()), json.loads(page.to_json(doubtful=True))
    assert not any(item.get("doubtful") for layer in ("engagements", "statements", "actions") for item in few[layer])
    assert len(all_["engagements"]) == len(page.engagements)


FRENCH = "Le ministre des Affaires étrangères a reçu mardi à Paris son homologue chilien, a annoncé le Quai d'Orsay."


@pytest.mark.parametrize("text", ["", " \n\t ", "\x00\x01\x02PNG\x00\x00\x00", FRENCH], ids=["empty", "blank", "binary", "French"])
def test_what_is_no_english_article_gives_an_empty_record_that_says_why(text: str, reader: dragoman.Reader) -> None:
    document = reader.read(text)
    assert document.article.article is False
    assert document.article.why_not
    assert document.article.why_not.endswith(".")
    assert (document.mentions, document.times, document.engagements, document.statements, document.actions) == ((), (), (), (), ())
    assert json.loads(document.to_json())["article"] is False


def test_a_row_keeps_what_came_with_it(reader: dragoman.Reader) -> None:
    raw = RawDocument(
        id="r1", text="Chile recalled its ambassador from Lima on Monday.", date="2018-05-10", title="Recall", source="x", url="https://x.org/1"
    )
    read = reader.read_raw(raw)
    assert (read.id, read.article.date, read.article.title, read.article.source, read.article.url) == (
        "r1",
        "2018-05-10",
        "Recall",
        "x",
        "https://x.org/1",
    )


def test_read_is_the_short_way() -> None:
    document = dragoman.read("The presidents of Chile and Peru met in Lima on Friday.", date="2018-03-16")
    assert [(e.kind, e.date) for e in document.engagements] == [("meeting", "2018-03-16")]


def test_an_engine_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(SettingsError, match="accurate"):
        dragoman.open_reader(settings=dragoman.Settings(engine="magic"))


def test_what_the_package_offers_is_there() -> None:
    assert all(hasattr(dragoman, name) for name in dragoman.__all__)
    assert sorted(dir(dragoman)) == sorted(dragoman.__all__)
    with pytest.raises(AttributeError, match="no attribute 'raed'"):
        dragoman.raed  # type: ignore[attr-defined]  # noqa: B018
