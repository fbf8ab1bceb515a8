"""From the record to its JSON form."""

from collections.abc import Iterable
from typing import Any, Literal, TypeVar, cast

from msgspec import UNSET, UnsetType

from dragoman.schema import wire as w
from dragoman.schema.record import Action, Codes, Document, Engagement, Event, Mention, PlaceMention, Statement, Time
from dragoman.schema.text import Article, Block, Furniture, Span
from dragoman.schema.world import Actor

T = TypeVar("T")


def to_wire(document: Document, doubtful: bool) -> w.DocumentWire:
    """Give a document its wire form, doubtful items and their events only on demand."""
    kept = {item.id for item in _items(document) if doubtful or not item.doubtful}
    return w.DocumentWire(
        **_article(document.article),
        mentions=tuple(_mention(m) for m in document.mentions),
        times=tuple(_time(t) for t in document.times),
        engagements=tuple(_engagement(e) for e in document.engagements if doubtful or not e.doubtful),
        statements=tuple(_statement(s) for s in document.statements if doubtful or not s.doubtful),
        actions=tuple(_action(a) for a in document.actions if doubtful or not a.doubtful),
        events=tuple(_event(e) for e in document.events if e.item in kept),
        places=_some(_place(p) for p in document.places),
    )


def _items(document: Document) -> tuple[Engagement | Statement | Action, ...]:
    return (*document.engagements, *document.statements, *document.actions)


def _article(article: Article) -> dict[str, Any]:
    title = article.title
    return {
        "id": article.id,
        "date": article.date,
        "date_from": article.date_from,
        "title": title.of(article.text) if isinstance(title, Span) else title,
        "title_at": _span(title) if isinstance(title, Span) else UNSET,
        "language": article.language,
        "article": article.article,
        "why_not": article.why_not,
        "capitals": article.capitals or UNSET,
        "dateline": _span(article.dateline) or UNSET,
        "dateline_place": _span(article.dateline_place) or UNSET,
        "issuer": _span(article.issuer) or UNSET,
        "source": _known(article.source),
        "url": _known(article.url),
        "blocks": _some(_stretch(b) for b in article.blocks),
        "furniture": _some(_stretch(f) for f in article.furniture),
    }


def _known(value: T | None) -> T | UnsetType:
    return UNSET if value is None else value


def _some(values: Iterable[T]) -> tuple[T, ...] | UnsetType:
    return tuple(values) or UNSET


def _span(span: Span | None) -> w.SpanWire | None:
    return None if span is None else w.SpanWire(start=span.start, end=span.end)


def _spans(spans: Iterable[Span]) -> tuple[w.SpanWire, ...]:
    return tuple(w.SpanWire(start=s.start, end=s.end) for s in spans)


def _stretch(mark: Block | Furniture) -> w.StretchWire:
    return w.StretchWire(start=mark.span.start, end=mark.span.end, kind=mark.kind)


def _actor(actor: Actor) -> w.ActorWire:
    return w.ActorWire(
        name=actor.name,
        country=actor.country,
        office=_known(actor.office),
        acting=actor.acting if actor.office is not None or actor.acting else UNSET,
        kind=cast(w.ActorKind, actor.kind),
        holder=_known(actor.holder),
        id=_known(actor.id),
        code=_known(actor.code),
    )


def _actors(actors: Iterable[Actor]) -> tuple[w.ActorWire, ...]:
    return tuple(_actor(a) for a in actors)


def _mention(mention: Mention) -> w.MentionWire:
    return w.MentionWire(
        start=mention.span.start,
        end=mention.span.end,
        refers_to=_actors(mention.refers_to),
        kind=cast(w.MentionKind, mention.kind),
        sentence=mention.sentence,
        head=mention.head,
        rule=mention.rule or UNSET,
    )


def _time(time: Time) -> w.TimeWire:
    return w.TimeWire(
        start=time.span.start,
        end=time.span.end,
        value=time.value,
        means=cast(w.Means, time.means),
        sentence=time.sentence,
        head=time.head,
        rule=time.rule or UNSET,
    )


def _place(mark: PlaceMention) -> w.PlaceWire:
    place = mark.place
    return w.PlaceWire(
        start=mark.span.start,
        end=mark.span.end,
        name=place.name,
        country=place.country,
        kind=cast(Literal["city", "venue", "country", "region"], place.kind),
        latitude=_known(place.latitude),
        longitude=_known(place.longitude),
        id=_known(place.id),
        sentence=mark.sentence,
        head=mark.head,
    )


def _codes(codes: Codes) -> w.CodesWire:
    if codes == Codes():
        return w.CodesWire()
    return w.CodesWire(
        plover=cast(w.Plover | None, codes.plover),
        mode=codes.mode,
        contexts=codes.contexts,
        cameo=codes.cameo,
        quad=cast(w.Quad | None, codes.quad),
        goldstein=codes.goldstein,
    )


def _shared(item: Engagement | Statement | Action) -> dict[str, Any]:
    reasons = {name: w.BecauseWire(spans=_spans(b.spans), rule=b.rule) for name, b in item.because.items()}
    return {
        "id": item.id,
        "date": item.date,
        "status": item.status,
        "evidence": _spans(item.evidence),
        "codes": _codes(item.codes),
        "rule": item.rule or UNSET,
        "scope": item.scope if item.scope != "foreign" else UNSET,
        "doubtful": item.doubtful or UNSET,
        "because": reasons or UNSET,
    }


def _engagement(item: Engagement) -> w.EngagementWire:
    return w.EngagementWire(
        kind=cast(w.Kind, item.kind),
        participants=_actors(item.participants),
        host=item.host,
        date_means=cast(w.Means | UnsetType, _known(item.date_means)),
        place=item.place,
        place_country=item.place_country,
        condition=_span(item.condition),
        issues=item.issues,
        open=cast(tuple[w.Open, ...], item.open),
        candidates=item.candidates,
        said_on=_known(item.said_on),
        **_shared(item),
    )


def _statement(item: Statement) -> w.StatementWire:
    return w.StatementWire(
        act=cast(w.Act, item.act),
        speakers=_actors(item.speakers),
        targets=_actors(item.targets),
        content=_span(item.content),
        condition=_span(item.condition),
        attributed_to=item.attributed_to,
        hedge=_span(item.hedge),
        **_shared(item),
    )


def _action(item: Action) -> w.ActionWire:
    return w.ActionWire(
        type=cast(w.Deed, item.type),
        actors=_actors(item.actors),
        recipients=_actors(item.recipients),
        place=item.place,
        what=_span(item.what),
        **_shared(item),
    )


def _event(event: Event) -> w.EventWire:
    return w.EventWire(
        source=event.source,
        target=event.target,
        date=event.date,
        cameo=event.cameo,
        plover=cast(w.Plover | None, event.plover),
        mode=event.mode,
        contexts=event.contexts,
        quad=cast(w.Quad | None, event.quad),
        goldstein=event.goldstein,
        item=event.item,
        text=event.text,
    )
