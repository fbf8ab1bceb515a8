"""The three examples of the record, as the codec writes them and as the whole reader reads them. Only the fields shown are compared."""

import json
from typing import Any

import pytest

import dragoman
from dragoman.errors import EngineError
from dragoman.schema.codec import from_json, to_dict, to_json

LUSAKA = (
    "LUSAKA, 14 MAY 89 (ZANA) -- [TEXT] FOREIGN MINISTER LUKE MWANANSHIKU SAID TODAY THAT HE WILL FLY TO HARARE ON TUESDAY "
    "UNLESS THE BORDER IS REOPENED FIRST."
)
LUSAKA_RECORD = """
{"id": "x1", "date": "1989-05-14", "date_from": "dateline", "title": null, "language": "en", "article": true, "why_not": null,
 "mentions": [{"start": 35, "end": 68, "refers_to": [{"name": "Luke Mwananshiku", "country": "ZMB", "office": "foreign minister", "acting": false}]},
              {"start": 85, "end": 87, "refers_to": [{"name": "Luke Mwananshiku", "country": "ZMB"}]}],
 "times": [{"start": 8, "end": 17, "value": "1989-05-14"}, {"start": 74, "end": 79, "value": "1989-05-14"},
           {"start": 110, "end": 117, "value": "1989-05-16"}],
 "engagements": [{"id": "e1", "kind": "visit", "participants": [{"name": "Luke Mwananshiku", "country": "ZMB"}], "host": "ZWE",
   "date": "1989-05-16", "place": "Harare", "place_country": "ZWE", "status": "planned",
   "issues": [], "open": [], "candidates": [], "condition": {"start": 118, "end": 153}, "evidence": [{"start": 85, "end": 153}],
   "codes": {"plover": "AGREE", "mode": null, "cameo": "036"}}],
 "statements": [], "actions": [],
 "events": [{"source": "ZMBGOV", "target": "ZWE", "date": "1989-05-14", "cameo": "036", "plover": "AGREE", "mode": null, "contexts": [],
             "quad": 1, "goldstein": 4.0, "item": "e1", "text": "WILL FLY TO HARARE"}]}
"""
UNDATED = "The two ministers meet again on Thursday, officials in Quito said."
UNDATED_RECORD = """
{"id": "x2", "date": null, "date_from": null, "language": "en", "article": true, "times": [{"start": 32, "end": 40, "value": null}],
 "engagements": [{"id": "e1", "kind": "meeting", "participants": [], "date": null, "place": null, "status": "planned", "doubtful": true}]}
"""
TOPICS = ("Envoys", "Markets", "Storms", "Farmers", "Pilots", "Judges", "Nurses", "Painters")
TURNS = ("gather in Vienna", "await the verdict", "leave the capital", "seek more time", "return home")
HEADLINES = "\n".join(f"{who} {what}" for what in TURNS for who in TOPICS)
HEADLINES_RECORD = """
{"id": "x3", "article": false, "why_not": "A list of 40 headlines without running text.",
 "mentions": [], "times": [], "engagements": [], "statements": [], "actions": [], "events": []}
"""
RECORDS = {"lusaka": LUSAKA_RECORD, "undated": UNDATED_RECORD, "headlines": HEADLINES_RECORD}


def differences(wanted: object, found: object, path: str = "") -> list[str]:
    """Where the fields shown are not as wanted; lists must be as long."""
    if isinstance(wanted, dict) and isinstance(found, dict):
        return [slip for name, value in wanted.items() for slip in differences(value, found.get(name, "absent"), f"{path}.{name}")]
    if isinstance(wanted, list) and isinstance(found, list) and len(wanted) == len(found):
        return [slip for n, pair in enumerate(zip(wanted, found, strict=True)) for slip in differences(*pair, f"{path}[{n}]")]
    return [] if wanted == found and type(wanted) is type(found) else [f"{path}: {found!r} where {wanted!r} is wanted"]


@pytest.mark.parametrize("name", RECORDS)
def test_the_codec_keeps_the_examples(name: str) -> None:
    wanted = json.loads(RECORDS[name])
    document = from_json(RECORDS[name])
    assert differences(wanted, to_dict(document, doubtful=True)) == []
    assert from_json(to_json(document, doubtful=True)) == document


@pytest.fixture(scope="module")
def reader() -> "dragoman.Reader":
    try:
        return dragoman.open_reader()
    except EngineError as missing:
        pytest.skip(str(missing))


def read(reader: "dragoman.Reader", text: str, name: str) -> dict[str, Any]:
    return to_dict(reader.read(text, id=name), doubtful=True)


def test_a_wire_in_capitals(reader: "dragoman.Reader") -> None:
    found = to_dict(reader.read(LUSAKA, id="x1"))
    assert differences(json.loads(LUSAKA_RECORD), found) == []


def test_an_undated_sentence(reader: "dragoman.Reader") -> None:
    wanted = json.loads(UNDATED_RECORD)
    assert differences(wanted, read(reader, UNDATED, "x2")) == []
    assert to_dict(reader.read(UNDATED, id="x2"))["engagements"] == []


def test_a_list_of_headlines(reader: "dragoman.Reader") -> None:
    assert differences(json.loads(HEADLINES_RECORD), read(reader, HEADLINES, "x3")) == []


def test_weekday_is_never_guessed_without_a_date(reader: "dragoman.Reader") -> None:
    found = read(reader, UNDATED, "x2")
    assert [time["value"] for time in found["times"]] == [None]
    assert (found["date"], found["date_from"]) == (None, None)
