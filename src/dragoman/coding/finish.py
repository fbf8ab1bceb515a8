"""Turn joined drafts into engagements: scope, default status by date, what is left open, doubt."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from dragoman.coding.context import Context
from dragoman.coding.days import dated_legs, days_of, with_day
from dragoman.coding.drafts import Draft
from dragoman.coding.scope import is_foreign
from dragoman.schema.record import Engagement
from dragoman.schema.world import Actor

ON_FOREIGN_SOIL = frozenset({"visit", "conference", "summit", "ceremony"})  # one known party abroad is enough


def finish(joined: list[Draft], context: Context) -> Iterator[Engagement]:
    """The engagements that a document asserts; those that cannot be pinned down are doubtful."""
    legs = dated_legs(joined, context)
    trips = [d for d in legs if d.kind == "visit"]
    for told in legs:
        draft = with_day(told, context, trips)
        status = draft.status or _by_date(draft, context)
        if status is not None:
            yield _engagement(_with_states(draft, context), _under_way(draft, status, context))


def _under_way(draft: Draft, status: str, context: Context) -> str:
    """A visit told as begun goes on while its days last; a deed of days to come ("leaves on Sunday") is planned."""
    if status != "held" or draft.value is None or context.article.date is None:
        return status
    low, high = days_of(draft.value)
    today, _ = days_of(context.article.date)
    if today is not None and low is not None and low > today:
        return "planned"
    if draft.kind != "visit" or not draft.arrival or low is None or high is None or today is None:
        return status
    return "ongoing" if low <= today <= high else status


def _with_states(draft: Draft, context: Context) -> Draft:
    """Unnamed officials stand for their state, unless it is known by a person already; unnamed people of no state for nobody."""
    known = {a.country for a in draft.named}
    found = dict.fromkeys(draft.named)
    for actor in draft.participants:
        country = context.lexicon.world.country(actor.country) if actor.kind == "people" and actor.country not in known and actor.country else None
        if country is not None:
            found[Actor(name=country.name, country=country.iso3, kind="state")] = None
    return replace(draft, participants=tuple(found))


def _by_date(draft: Draft, context: Context) -> str | None:
    """A bare noun with a date is planned or held as the date lies after or before the document's."""
    if draft.value is None or context.article.date is None:
        return None
    low, high = days_of(draft.value)
    today, _ = days_of(context.article.date)
    if today is None or (low is None and high is None):
        return None
    return "held" if (high or date.max) <= today else "planned"


def _engagement(draft: Draft, status: str) -> Engagement:
    participants = draft.participants
    foreign = is_foreign(participants, host=draft.host if draft.kind in ON_FOREIGN_SOIL else None) or _of_many(draft)
    return Engagement(
        id="",
        kind=draft.kind,
        participants=participants,
        status=status,
        evidence=draft.evidence,
        host=draft.host,
        date=draft.value,
        date_means=_means(draft),
        place=draft.place.name if draft.place is not None else None,
        place_country=draft.host,
        condition=draft.condition,
        issues=draft.issues,
        open=draft.open,
        candidates=draft.candidates,
        scope="foreign" if foreign else "domestic",
        doubtful=_doubtful(draft, foreign=foreign),
        rule=draft.rule,
        said_on=draft.said_on,
        because=draft.because,
    )


def _of_many(draft: Draft) -> bool:
    """A gathering of a body of several states ("the SAARC summit"), or one that goes by its own name."""
    return draft.kind in {"summit", "conference"} and any(a.kind == "body" and a.country is None for a in draft.participants)


def _doubtful(draft: Draft, *, foreign: bool) -> bool:
    """Nobody known, a visit to nowhere known, or a meeting with one side alone."""
    if not draft.participants or (draft.kind == "visit" and draft.host is None):
        return True
    return len(draft.participants) < 2 and not foreign and draft.kind != "visit"


def _means(draft: Draft) -> str | None:
    if draft.value is None or "/" not in draft.value:
        return None
    return draft.time.means if draft.time is not None and draft.time.value == draft.value else "throughout"
