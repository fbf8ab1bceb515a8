"""From a coded item to its directed rows, as event data sets count them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from dragoman.coding.actor_codes import actor_codes
from dragoman.lexicon.ontology import Ontology
from dragoman.schema.record import Action, Codes, Engagement, Event, Statement
from dragoman.schema.text import Article, Span

Item = Engagement | Statement | Action
Ends = tuple[str | None, str | None]
HOSTING = "043"
DONE = frozenset({"held", "ongoing", "occurred"})
NEAR = 30
BESIDE = ("status", "host", "place")
KIND_FIELD: Mapping[type, str] = {Engagement: "kind", Statement: "act", Action: "type"}


@dataclass(frozen=True, kw_only=True)
class Sides:
    """Codes of those an event goes out from and of those it goes to. `alike`: several take part on the same footing."""

    sources: tuple[str, ...]
    targets: tuple[str, ...]
    alike: bool = False
    anybody: bool = True


def rows(item: Item, codes: Codes, direction: str, article: Article, ontology: Ontology) -> Iterator[Event]:
    """Give the directed rows of an item; none where it has no codes or nobody takes part."""
    sides = _sides(item, ontology)
    if (codes.cameo is None and codes.plover is None) or not sides.anybody:
        return
    for ends in dict.fromkeys(_DIRECTIONS[direction](sides)):
        yield _event(item, codes, ends, article)
    if direction == "visit":
        hosting = _hosting(codes, ontology)
        for visitor, host in dict.fromkeys(_across(sides)):
            if host is not None:
                yield _event(item, hosting, (host, visitor), article)


def event_date(item: Item, article: Article) -> str | None:
    """Say on which day the coded deed took place: of a done one its own, of all others the day on which it was said."""
    if item.status in DONE:
        return item.date
    said_on = item.said_on if isinstance(item, Engagement) else None
    return said_on or article.date


def event_text(item: Item, article: Article) -> str:
    """Quote the words that tell of the deed: those that gave its kind, with auxiliaries and goal beside them, else the first evidence."""
    first = item.because.get(KIND_FIELD[type(item)])
    if first is None or not first.spans:
        return _quote(item.evidence[0], article) if item.evidence else ""
    home = next((e for e in item.evidence if e.overlaps(first.spans[0])), None)
    beside = [span for name in BESIDE for span in (item.because[name].spans if name in item.because else ())]
    goal = _goal(item, first.spans[-1], home, article)
    return _quote(_grown(first.spans, [*goal, *(s for s in beside if home is None or home.covers(s))]), article)


def _goal(item: Item, trigger: Span, home: Span | None, article: Article) -> tuple[Span, ...]:
    """Where a visit goes: the name of its place behind the trigger."""
    if not isinstance(item, Engagement) or item.kind != "visit" or item.place is None or home is None:
        return ()
    at = article.text.casefold().find(item.place.casefold(), trigger.end, home.end)
    return (Span(start=at, end=at + len(item.place)),) if at >= 0 else ()


def _grown(spans: tuple[Span, ...], beside: list[Span]) -> Span:
    start, end = spans[0].start, spans[0].end
    for span in sorted((*spans[1:], *beside), key=lambda s: abs(s.start - start)):
        if span.start - end <= NEAR and start - span.end <= NEAR:
            start, end = min(start, span.start), max(end, span.end)
    return Span(start=start, end=end)


def _quote(span: Span, article: Article) -> str:
    return " ".join(span.of(article.text).split())


def _event(item: Item, codes: Codes, ends: Ends, article: Article) -> Event:
    return Event(
        source=ends[0],
        target=ends[1],
        date=event_date(item, article),
        item=item.id,
        text=event_text(item, article),
        cameo=codes.cameo,
        plover=codes.plover,
        mode=codes.mode,
        contexts=codes.contexts,
        quad=codes.quad,
        goldstein=codes.goldstein,
    )


def _hosting(codes: Codes, ontology: Ontology) -> Codes:
    """Mirror a visit: what the host does."""
    code = ontology.cameo[HOSTING]
    return Codes(plover=codes.plover, mode=codes.mode, contexts=codes.contexts, cameo=HOSTING, quad=code.quad, goldstein=code.goldstein)


def _sides(item: Item, ontology: Ontology) -> Sides:
    if isinstance(item, Engagement):
        host = item.host or item.place_country if item.kind == "visit" else None
        doing, targets = item.participants, (host,) if host is not None else ()
        codes = actor_codes(doing, ontology)
        return Sides(sources=codes, targets=targets, alike=len(doing) > 1, anybody=bool(codes or targets))
    doing = item.speakers if isinstance(item, Statement) else item.actors
    others = item.targets if isinstance(item, Statement) else item.recipients
    return Sides(
        sources=actor_codes(doing, ontology), targets=actor_codes(others, ontology), alike=len(doing) > 1, anybody=bool(doing) or bool(others)
    )


def _across(sides: Sides) -> Iterator[Ends]:
    """Pair each source with each target; an actor toward itself only where nobody else is there."""
    pairs = [(s, t) for s in sides.sources or (None,) for t in sides.targets or (None,)]
    return iter([p for p in pairs if p[0] != p[1]] or pairs)


def _back(sides: Sides) -> Iterator[Ends]:
    return ((target, source) for source, target in _across(sides))


def _mutual(sides: Sides) -> Iterator[Ends]:
    """Pair all sources with each other where there is no target."""
    if sides.targets or not sides.alike:
        return _across(sides)
    return _across(Sides(sources=sides.sources, targets=sides.sources))


def _both(sides: Sides) -> Iterator[Ends]:
    every = (*sides.sources, *(t for t in sides.targets if t not in sides.sources))
    return _across(Sides(sources=every, targets=every)) if len(every) > 1 else _mutual(sides)


_DIRECTIONS: Mapping[str, Callable[[Sides], Iterator[Ends]]] = {
    "visit": _across,
    "visitor_first": _across,
    "host_first": _back,
    "mutual": _mutual,
    "both": _both,
    "directed": _across,
}
