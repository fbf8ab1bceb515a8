"""From the JSON form back to the record."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import msgspec
from msgspec import UNSET, Struct, UnsetType

from dragoman.schema import wire as w
from dragoman.schema.record import Action, Because, Codes, Document, Engagement, Event, Mention, PlaceMention, Reasons, Statement, Time
from dragoman.schema.text import Article, Block, Furniture, Span
from dragoman.schema.world import Actor, Place

T = TypeVar("T")
U = TypeVar("U")


def from_wire(doc: w.DocumentWire) -> Document:
    """Give the document that a wire form tells of; items without an id are numbered."""
    return Document(
        article=_article_back(doc),
        mentions=tuple(_mention_back(m) for m in doc.mentions),
        times=tuple(_time_back(t) for t in doc.times),
        places=tuple(_place_back(p) for p in _or(doc.places, ())),
        engagements=tuple(_engagement_back(e, f"e{n}") for n, e in enumerate(doc.engagements, 1)),
        statements=tuple(_statement_back(s, f"s{n}") for n, s in enumerate(doc.statements, 1)),
        actions=tuple(_action_back(a, f"a{n}") for n, a in enumerate(doc.actions, 1)),
        events=tuple(Event(**_fields(e)) for e in doc.events),
    )


def _article_back(doc: w.DocumentWire) -> Article:
    return Article(
        id=doc.id,
        text="",
        date=doc.date,
        date_from=doc.date_from,
        title=_span_back(doc.title_at) or doc.title,
        language=doc.language,
        article=doc.article,
        why_not=doc.why_not,
        capitals=_or(doc.capitals, False),
        dateline=_span_back(doc.dateline),
        dateline_place=_span_back(doc.dateline_place),
        issuer=_span_back(doc.issuer),
        blocks=_stretches(doc.blocks, lambda span, kind: Block(span=span, kind=kind)),
        furniture=_stretches(doc.furniture, lambda span, kind: Furniture(span=span, kind=kind)),
        source=_or(doc.source, None),
        url=_or(doc.url, None),
    )


def _or(value: T | UnsetType, otherwise: U) -> T | U:
    return otherwise if isinstance(value, UnsetType) else value


def _fields(part: Struct, *without: str) -> dict[str, Any]:
    return {name: value for name, value in msgspec.structs.asdict(part).items() if value is not UNSET and name not in without}


def _span_back(span: w.SpanWire | UnsetType | None) -> Span | None:
    return Span(start=span.start, end=span.end) if isinstance(span, w.SpanWire) else None


def _spans_back(spans: Iterable[w.SpanWire]) -> tuple[Span, ...]:
    return tuple(Span(start=s.start, end=s.end) for s in spans)


def _stretches(marks: tuple[w.StretchWire, ...] | UnsetType, make: Callable[[Span, str], T]) -> tuple[T, ...]:
    return tuple(make(Span(start=m.start, end=m.end), m.kind) for m in _or(marks, ()))


def _actors_back(actors: Iterable[w.ActorWire]) -> tuple[Actor, ...]:
    return tuple(Actor(**_fields(a)) for a in actors)


def _pin(mark: w.MentionWire | w.TimeWire | w.PlaceWire) -> dict[str, Any]:
    return {"span": Span(start=mark.start, end=mark.end), "sentence": _or(mark.sentence, -1), "head": _or(mark.head, -1)}


def _mention_back(mark: w.MentionWire) -> Mention:
    return Mention(refers_to=_actors_back(mark.refers_to), kind=_or(mark.kind, "name"), rule=_or(mark.rule, ""), **_pin(mark))


def _time_back(mark: w.TimeWire) -> Time:
    return Time(value=mark.value, means=_or(mark.means, "within"), rule=_or(mark.rule, ""), **_pin(mark))


def _place_back(mark: w.PlaceWire) -> PlaceMention:
    place = Place(**_fields(mark, "start", "end", "sentence", "head", "rule"))
    return PlaceMention(place=place, **_pin(mark))


def _reasons(because: dict[str, w.BecauseWire] | UnsetType) -> Reasons:
    return {name: Because(spans=_spans_back(b.spans), rule=b.rule) for name, b in _or(because, {}).items()}


def _shared_back(item: w.EngagementWire | w.StatementWire | w.ActionWire, key: str) -> dict[str, Any]:
    return {
        "id": _or(item.id, key),
        "evidence": _spans_back(item.evidence),
        "codes": Codes(**_fields(item.codes)),
        "rule": _or(item.rule, ""),
        "scope": _or(item.scope, "foreign"),
        "doubtful": _or(item.doubtful, False),
        "because": _reasons(item.because),
        "date": item.date,
        "status": item.status,
    }


def _engagement_back(item: w.EngagementWire, key: str) -> Engagement:
    return Engagement(
        kind=item.kind,
        participants=_actors_back(item.participants),
        host=item.host,
        date_means=_or(item.date_means, None),
        place=item.place,
        place_country=item.place_country,
        condition=_span_back(item.condition),
        issues=item.issues,
        open=item.open,
        candidates=item.candidates,
        said_on=_or(item.said_on, None),
        **_shared_back(item, key),
    )


def _statement_back(item: w.StatementWire, key: str) -> Statement:
    return Statement(
        act=item.act,
        speakers=_actors_back(item.speakers),
        targets=_actors_back(item.targets),
        content=_span_back(item.content),
        condition=_span_back(item.condition),
        attributed_to=item.attributed_to,
        hedge=_span_back(item.hedge),
        **_shared_back(item, key),
    )


def _action_back(item: w.ActionWire, key: str) -> Action:
    return Action(
        type=item.type,
        actors=_actors_back(item.actors),
        recipients=_actors_back(item.recipients),
        what=_span_back(item.what),
        place=item.place,
        **_shared_back(item, key),
    )
