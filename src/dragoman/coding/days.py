"""Days that a passage does not tell itself: of a leg of a journey, of a meeting on it, of news told in the present tense."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from dragoman.coding.context import Context
from dragoman.coding.drafts import Draft
from dragoman.errors import DataError
from dragoman.schema.edtf import bounds

ON_TRIP = 20  # sentences
AHEAD = 14  # sentences in which an announcement goes through its legs


def days_of(value: str) -> tuple[date | None, date | None]:
    """Earliest and latest day; None where open or not of the record's forms."""
    try:
        return bounds(value)
    except DataError:
        return None, None


def dated_legs(joined: list[Draft], context: Context) -> list[Draft]:
    """Give each leg of a journey the days that a later sentence tells of its country ("In Ankara on March 4-5, …")."""
    shared = [(d.sentence, d.value) for d in joined if d.kind == "visit"]
    return [_leg(d, context) if d.kind == "visit" and shared.count((d.sentence, d.value)) > 1 else d for d in joined]


def _leg(draft: Draft, context: Context) -> Draft:
    if draft.value is None or "/" not in draft.value or draft.host is None:
        return draft
    value = next(_told_later(draft, context), None)
    return replace(draft, value=value) if value is not None else draft


def _told_later(draft: Draft, context: Context) -> Iterator[str]:
    low, high = days_of(draft.value or "")
    places = {p.sentence for p in context.resolution.places if p.place.country == draft.host}
    for time in context.resolution.times:
        if time.value is None or not draft.sentence < time.sentence <= draft.sentence + AHEAD or time.sentence not in places:
            continue
        start, end = days_of(time.value)
        if low and high and start and end and low <= start and end <= high and (start, end) != (low, high):
            yield time.value


def with_day(draft: Draft, context: Context, trips: list[Draft]) -> Draft:
    """A deed told in the present tense is of the document's day; one without a day on a journey is of the journey's."""
    if draft.value is not None:
        return draft
    if draft.reported:
        return replace(draft, value=context.article.date)
    trip = next((t for t in reversed(trips) if _on_trip(draft, t)), None)
    return replace(draft, value=trip.value, time=trip.time) if trip is not None else draft


def _on_trip(draft: Draft, trip: Draft) -> bool:
    """The traveller takes part, nothing later is told, and the country fits."""
    near = 0 <= draft.sentence - trip.sentence <= ON_TRIP
    if not near or trip.value is None or draft.status != trip.status or draft is trip:
        return False
    there = draft.host == trip.host if draft.host is not None else any(a.country == trip.host for a in draft.participants)
    return there and any(a.name == b.name for a in draft.participants for b in trip.participants)
