"""The record survives the way to JSON and back; slips are named by path."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import InputError
from dragoman.schema import wire
from dragoman.schema.codec import from_json, json_schema, to_dict, to_json
from dragoman.schema.record import Action, Because, Codes, Document, Engagement, Event, Mention, PlaceMention, Statement, Time
from dragoman.schema.text import Article, Block, Furniture, Span
from dragoman.schema.world import Actor, Place

SPANS = st.builds(lambda a, n: Span(start=a, end=a + n), st.integers(0, 9999), st.integers(0, 500))
NAMES = st.text(min_size=1, max_size=12)
MAYBE = st.none() | NAMES
STATES = st.sampled_from(["JPN", "USA", "ZMB", None])
CODES = st.builds(
    Codes,
    plover=st.sampled_from(["AGREE", "CONSULT", None]),
    mode=MAYBE,
    contexts=st.just(("military",)),
    cameo=st.sampled_from(["036", "042", None]),
    quad=st.sampled_from([1, 2, 3, 4, None]),
    goldstein=st.none() | st.floats(-10, 10),
)
ACTORS = st.builds(
    Actor,
    name=NAMES,
    country=STATES,
    kind=st.sampled_from(["person", "office", "state", "body", "group", "people", "source"]),
    office=MAYBE,
    acting=st.booleans(),
    holder=MAYBE,
    id=MAYBE,
    code=MAYBE,
)


def tuples(of: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    """Up to two of something."""
    return st.lists(of, max_size=2).map(tuple)


REASONS = st.dictionaries(NAMES, st.builds(Because, spans=tuples(SPANS), rule=NAMES), max_size=2)
SHARED = {
    "id": NAMES,
    "evidence": tuples(SPANS),
    "codes": CODES,
    "scope": st.sampled_from(["foreign", "domestic"]),
    "doubtful": st.booleans(),
    "rule": st.text(max_size=8),
    "because": REASONS,
    "date": MAYBE,
}
ENGAGEMENTS = st.builds(
    Engagement,
    kind=st.sampled_from(["meeting", "visit", "call"]),
    participants=tuples(ACTORS),
    status=st.sampled_from(["planned", "held", "denied"]),
    host=STATES,
    date_means=st.sampled_from(["within", "throughout", None]),
    place=MAYBE,
    place_country=STATES,
    condition=st.none() | SPANS,
    issues=tuples(NAMES),
    open=st.just(("time", "place")),
    candidates=tuples(NAMES),
    said_on=MAYBE,
    **SHARED,
)
STATEMENTS = st.builds(
    Statement,
    act=st.sampled_from(["state", "demand", "apologise"]),
    speakers=tuples(ACTORS),
    targets=tuples(ACTORS),
    content=st.none() | SPANS,
    condition=st.none() | SPANS,
    status=st.sampled_from(["occurred", "negated"]),
    attributed_to=MAYBE,
    hedge=st.none() | SPANS,
    **SHARED,
)
ACTIONS = st.builds(
    Action,
    type=st.sampled_from(["AID", "OFFICE"]),
    actors=tuples(ACTORS),
    recipients=tuples(ACTORS),
    what=st.none() | SPANS,
    place=MAYBE,
    status=st.sampled_from(["occurred", "ongoing", "planned"]),
    **SHARED,
)
PINS = {"sentence": st.integers(0, 50), "head": st.integers(0, 50), "span": SPANS}
DOCUMENTS = st.builds(
    Document,
    article=st.builds(
        Article,
        id=NAMES,
        text=st.just(""),
        date=MAYBE,
        date_from=st.sampled_from(["given", "dateline", None]),
        title=MAYBE,
        language=MAYBE,
        article=st.booleans(),
        why_not=MAYBE,
        capitals=st.booleans(),
        dateline=st.none() | SPANS,
        issuer=st.none() | SPANS,
        blocks=tuples(st.builds(Block, span=SPANS, kind=NAMES)),
        furniture=tuples(st.builds(Furniture, span=SPANS, kind=NAMES)),
        source=MAYBE,
        url=MAYBE,
    ),
    mentions=tuples(st.builds(Mention, refers_to=tuples(ACTORS), kind=st.sampled_from(["name", "pronoun"]), rule=st.text(max_size=5), **PINS)),
    times=tuples(st.builds(Time, value=MAYBE, means=st.sampled_from(["within", "throughout"]), **PINS)),
    places=tuples(
        st.builds(PlaceMention, place=st.builds(Place, name=NAMES, country=STATES, kind=st.just("city"), latitude=st.floats(-90, 90)), **PINS)
    ),
    engagements=tuples(ENGAGEMENTS),
    statements=tuples(STATEMENTS),
    actions=tuples(ACTIONS),
)


@given(DOCUMENTS)
def test_round_trip_keeps_everything_but_the_text(document: Document) -> None:
    assert from_json(to_json(document, doubtful=True)) == document


@given(DOCUMENTS)
def test_dict_and_json_are_the_same(document: Document) -> None:
    assert json.loads(to_json(document)) == json.loads(json.dumps(to_dict(document)))


def visit(**changes: object) -> Engagement:
    """A visit of a Zambian minister to Zimbabwe."""
    fields = {"id": "e1", "kind": "visit", "participants": (Actor(name="Luke Mwananshiku", country="ZMB"),), "status": "planned", "evidence": ()}
    return Engagement(**{**fields, **changes})  # type: ignore[arg-type]


def test_doubtful_items_and_their_events_are_left_out() -> None:
    event = Event(source="ZMBGOV", target="ZWE", date=None, item="e1", text="will fly")
    document = Document(article=Article(id="x", text=""), engagements=(visit(doubtful=True),), events=(event,))
    assert (to_dict(document)["engagements"], to_dict(document)["events"]) == ([], [])
    kept = to_dict(document, doubtful=True)
    assert kept["engagements"][0]["doubtful"] is True
    assert kept["events"][0]["item"] == "e1"


def test_title_that_is_a_span_is_written_as_text() -> None:
    article = Article(id="x", text="Envoy leaves\n\nThe envoy left.", title=Span(start=0, end=12))
    written = to_dict(Document(article=article))
    assert (written["title"], written["title_at"]) == ("Envoy leaves", {"start": 0, "end": 12})
    assert from_json(to_json(Document(article=article))).article.title == Span(start=0, end=12)


def test_only_known_parts_of_an_actor_are_written() -> None:
    mention = Mention(span=Span(start=3, end=7), refers_to=(Actor(name="Japan", country="JPN", kind="state"),), kind="state", sentence=0, head=0)
    (written,) = to_dict(Document(article=Article(id="x", text=""), mentions=(mention,)))["mentions"]
    assert written["refers_to"] == [{"name": "Japan", "country": "JPN", "kind": "state"}]


def test_items_without_codes_have_an_empty_object() -> None:
    assert to_dict(Document(article=Article(id="x", text=""), engagements=(visit(),)))["engagements"][0]["codes"] == {}


def test_items_without_an_id_are_numbered() -> None:
    text = '{"id": "x", "engagements": [{"kind": "visit", "status": "held"}, {"kind": "call", "status": "held"}]}'
    assert [e.id for e in from_json(text).engagements] == ["e1", "e2"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            '{"id": "x", "engagements": [{"kind": "call", "status": "held"}, {"kind": "visit", "status": "maybe"}]}',
            "engagements[1].status: 'maybe' is none of proposed, planned, ongoing, held, postponed, cancelled, denied; mend the row.",
        ),
        ('{"id": "x", "actions": [{"type": "WAR"}]}', "actions[0].type: 'WAR' is none of AGREE,"),
        ('{"id": "x", "events": [{"quad": 7}]}', "events[0].quad: 7 is none of 1, 2, 3, 4; mend the row."),
        ('{"id": "x", "times": [{"start": -1, "end": 2}]}', "times[0].start: expected `int` >= 0; mend the row."),
        ('{"id": "x", "engagements": [{"kind": "visit"}]}', "engagements[0]: object missing required field `status`; mend the row."),
        ("[]", "the record: expected `object`, got `array`; mend the row."),
        ("{", "The record is no JSON object"),
    ],
)
def test_slips_are_named_by_path(text: str, message: str) -> None:
    with pytest.raises(InputError) as slip:
        from_json(text)
    assert str(slip.value).startswith(message)


def test_the_schema_file_is_fresh() -> None:
    stored = Path(__file__).parents[2] / "docs" / "record.schema.json"
    assert json.loads(stored.read_text(encoding="utf-8")) == json_schema()


def test_every_layer_of_the_record_is_in_the_schema() -> None:
    described = set(json_schema()["$defs"]["DocumentWire"]["properties"])
    assert {"mentions", "times", "engagements", "statements", "actions", "events"} <= described
    assert wire.EngagementWire.__name__ in json_schema()["$defs"]
