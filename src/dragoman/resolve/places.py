"""Places named in the text: cities, venues, regions, and states as places."""

from collections.abc import Iterator, Sequence

from dragoman.resolve.phrases import Reading, head_of
from dragoman.schema.record import PlaceMention
from dragoman.schema.text import Sentence, Span
from dragoman.schema.world import Place

_KINDS = ("city", "venue", "region", "country", "metonym")


def read_places(readings: Sequence[Reading]) -> tuple[PlaceMention, ...]:
    """The places of an article in order, those of the dateline included."""
    return (*_dateline(readings), *(p for r in readings for p in _of_sentence(r)))


def _of_sentence(reading: Reading) -> Iterator[PlaceMention]:
    for mark in reading.marks:
        if mark.kind not in _KINDS:
            continue
        near = mark.target if len(mark.target) == 3 else None
        place = reading.world.place_named(mark.text, near=near, small=mark.kind == "city")
        if mark.kind == "region" and place is None:
            place = Place(name=mark.text, country=near, kind="region")
        if place is not None and not (mark.kind == "metonym" and place.kind == "country"):
            head = head_of(reading.sentence, mark.first, mark.last)
            yield PlaceMention(span=reading.span(mark.first, mark.last), place=place, sentence=reading.sentence.index, head=head)


def _dateline(readings: Sequence[Reading]) -> Iterator[PlaceMention]:
    """The city of a dateline that stands in no sentence; it hangs on the first word of the sentence behind it."""
    if not readings:
        return
    article = readings[0].article
    line = article.dateline_place
    if line is None or any(r.sentence.span.covers(line) for r in readings):
        return
    place = dateline_place(line, article.text, readings)
    if place is not None:
        behind: Sentence = next((r.sentence for r in readings if r.sentence.start >= line.end), readings[0].sentence)
        yield PlaceMention(span=line, place=place, sentence=behind.index, head=0)


def dateline_place(line: Span, text: str, readings: Sequence[Reading]) -> Place | None:
    """The city that a dateline names, in normal case."""
    name = " ".join(line.of(text).split()).strip(" ,-–—(")
    return readings[0].world.place_named(name.title() if name.isupper() else name)
