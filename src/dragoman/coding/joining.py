"""Join what several passages of one text tell of the same engagement."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from dragoman.coding.drafts import Draft
from dragoman.errors import DataError
from dragoman.schema.edtf import bounds
from dragoman.schema.world import Actor

NEAR = 4  # sentences
LOOSE = 14  # days; a date wider than a fortnight gives way to any closer one
FINAL = frozenset({"cancelled", "postponed", "denied"})
TO_COME = frozenset({"planned", "proposed"})
VAGUE = frozenset({"state", "office", "body"})


def join(found: Iterable[Draft]) -> list[Draft]:
    """Each engagement once, with all its evidence, in order of first telling."""
    joined: list[Draft] = []
    for draft in found:
        index = _partner(joined, draft)
        if index is None:
            joined.append(draft)
        else:
            joined[index] = _merge(joined[index], draft)
    return _specified(joined)


def _specified(joined: list[Draft]) -> list[Draft]:
    """ "Will meet senior officials" is what the next lines name: its date, place and words go to each of those."""
    kept = list(joined)
    for vague in joined:
        partners = [i for i, d in enumerate(kept) if d is not vague and _specifies(d, vague)]
        for i in partners:
            kept[i] = _merge(kept[i], replace(vague, participants=vague.named))
        if partners:
            kept = [d for d in kept if d is not vague]
    return kept


def _specifies(draft: Draft, vague: Draft) -> bool:
    unnamed = {a.country for a in vague.participants if a.kind == "people" and a.country is not None}
    near = 0 <= draft.sentence - vague.sentence <= NEAR
    if not unnamed or not near or draft.group != vague.group or not _statuses_agree(vague, draft) or not _dates_agree(vague.value, draft.value):
        return False
    named = {a.country for a in draft.named}
    return unnamed <= named and all(any(same_actor(a, b) for b in draft.named) for a in vague.named) and len(draft.named) > len(vague.named)


def _partner(joined: list[Draft], draft: Draft) -> int | None:
    """The latest earlier draft that this one tells of too; one whose people are known before one without."""
    alike = [i for i in range(len(joined) - 1, -1, -1) if _same(joined[i], draft)]
    peopled = [i for i in alike if joined[i].participants and draft.participants]
    return next(iter(peopled or alike), None)


def _same(a: Draft, b: Draft) -> bool:
    if a.group != b.group or not _statuses_agree(a, b) or not _dates_agree(a.value, b.value):
        return False
    if b.open and a.status in {"held", "ongoing"}:
        return False  # what is open is still to come
    if not b.participants or not a.participants:
        told_apart = a.kind == b.kind == "summit" and bool(b.participants) and b.definite and _both_told(a, b)
        return ((not b.participants and b.definite) or told_apart) and _hosts_agree(a, b)
    if a.group != "visit" and _unnamed(a) != _unnamed(b):
        return False  # left to `_specified`
    if a.group == "visit":
        return bool(a.participants) and _hosts_agree(a, b) and _one_known(a.participants, b.participants)
    return _covered(a.participants, b.participants) and _hosts_agree(a, b)


def _both_told(a: Draft, b: Draft) -> bool:
    """A summit told once with its day and once with its people is one, if no other fits."""
    return (a.value is None) != (b.value is None) or a.value == b.value


def _statuses_agree(a: Draft, b: Draft) -> bool:
    if a.status is None or b.status is None or a.status == b.status:
        return True
    pair = {a.status, b.status}
    if pair & FINAL and (_unnamed(a) or _unnamed(b)):
        return False
    if pair & FINAL:
        return "held" not in pair and "ongoing" not in pair and a.verbal
    return pair <= TO_COME or pair == {"ongoing", "held"} or (pair == {"ongoing", "planned"} and a.group == "visit")


def _unnamed(draft: Draft) -> bool:
    return any(a.kind == "people" for a in draft.participants)


def _dates_agree(a: str | None, b: str | None) -> bool:
    if a is None or b is None:
        return True
    try:
        (low, high), (start, end) = bounds(a), bounds(b)
    except DataError:
        return a == b
    return (low or date.min) <= (end or date.max) and (start or date.min) <= (high or date.max)


def _hosts_agree(a: Draft, b: Draft) -> bool:
    return a.host is None or b.host is None or a.host == b.host


def same_actor(a: Actor, b: Actor) -> bool:
    """One and the same, or one a vaguer word for the other (a state for its minister)."""
    if a.name == b.name:
        return True
    return a.country is not None and a.country == b.country and (a.kind in VAGUE or b.kind in VAGUE)


def _one_known(a: tuple[Actor, ...], b: tuple[Actor, ...]) -> bool:
    return any(same_actor(x, y) for x in a for y in b)


def _covered(a: tuple[Actor, ...], b: tuple[Actor, ...]) -> bool:
    """Every participant of the smaller side is known on the larger one, and two meet at least where two are told."""
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    return bool(small) and all(any(same_actor(x, y) for y in large) for x in small) and (len(small) > 1 or len(large) == 1)


def _merge(a: Draft, b: Draft) -> Draft:
    """The first telling, filled and corrected from the second."""
    status = b.status if b.status in FINAL or a.status is None else a.status
    richer = _richer(a, b)
    return replace(
        a,
        kind=_kind(a, b),
        status=status,
        value=_narrower(a.value, b.value, whole=a.kind == "visit"),
        time=a.time or b.time,
        participants=richer,
        host=a.host or b.host,
        place=a.place or b.place,
        condition=a.condition or b.condition,
        issues=tuple(dict.fromkeys((*a.issues, *b.issues)))[:5],
        open=tuple(dict.fromkeys((*a.open, *b.open))),
        candidates=tuple(dict.fromkeys((*a.candidates, *b.candidates))),
        evidence=tuple(dict.fromkeys((*a.evidence, *b.evidence))),
        verbal=a.verbal or b.verbal,
        arrival=a.arrival or b.arrival,
        reported=a.reported or b.reported,
        because={**b.because, **a.because},
    )


def _kind(a: Draft, b: Draft) -> str:
    ranked = ("summit", "talks", "meeting")
    return next((k for k in ranked if k in {a.kind, b.kind}), a.kind) if a.group == "meet" else a.kind


def _narrower(a: str | None, b: str | None, *, whole: bool) -> str | None:
    """The closer of two dates; of a journey of some days (`whole`) never a single day of it."""
    if a is None or b is None:
        return a or b
    try:
        (low, high), (start, end) = bounds(a), bounds(b)
    except DataError:
        return a
    if low is None or high is None:
        return b if start is not None and end is not None else a
    if start is None or end is None or (end - start) >= (high - low):
        return a
    return b if (whole and end > start) or (high - low).days >= LOOSE else a


def _richer(a: Draft, b: Draft) -> tuple[Actor, ...]:
    """Persons in the place of their states and of unnamed officials."""
    every = {(x.name, x.country): x for x in (*a.participants, *b.participants)}.values()
    persons = [x for x in every if x.kind == "person"]
    countries = {x.country for x in persons}
    kept = [x for x in every if x.kind == "person" or x.kind not in VAGUE or x.country is None or x.country not in countries]
    return tuple(kept)
