"""Read engagements out of frames: who takes part, where and when, about what, and how it stands."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.coding.clauses import clause_of, preposition, subject
from dragoman.coding.context import Context, phrase
from dragoman.coding.days import days_of
from dragoman.coding.drafts import Draft
from dragoman.coding.engagement_status import engagement_status, occasion
from dragoman.coding.frames import Frame
from dragoman.coding.status import ClauseStatus, clause_status
from dragoman.lexicon.times import TimeLexicon, duration_days
from dragoman.schema.edtf import bounds, visit_interval
from dragoman.schema.record import Because, PlaceMention, Time
from dragoman.schema.text import Sentence, Span, Token
from dragoman.schema.world import Actor, Place

PLACE_PREPOSITIONS = frozenset({"in", "at", "to", "into", "for", "outside", "near", "within"})
ARRIVALS = ("arrive/", "travel/")
SEPARATE = frozenset({"separate", "separately"})
DETERMINERS = frozenset({"the", "this", "that", "these", "those", "their", "his", "her", "its", "our", "both"})


def drafts(frames: tuple[Frame, ...], context: Context, times: TimeLexicon) -> Iterator[Draft]:
    """A draft of every engagement frame; one for each leg of a journey."""
    for frame in frames:
        if frame.entry.layer == "engagement":
            yield from _drafts(frame, context, times)


def _drafts(frame: Frame, context: Context, times: TimeLexicon) -> Iterator[Draft]:
    status = engagement_status(frame, context.lexicon.frames)
    clause = clause_status(frame.sentence, frame.predicate, context.lexicon.frames)
    time = _time(frame, context)
    if clause.tense == "present" and _announces(frame, context, time, status):
        status = "planned"
    base = _base(frame, context, times, _Told(status=status, clause=clause, time=time))
    if frame.entry.label == "visit":
        yield from _visits(frame, context, base)
    else:
        yield from _gatherings(frame, context, base)


def _announces(frame: Frame, context: Context, time: Time | None, status: str | None) -> bool:
    """Whether the present tense tells of what is to come."""
    if status in {"held", "ongoing"} and frame.entry.label != "visit" and _dated_ahead(frame, context, time):
        return True
    return status == "held" and context.article.date is None and context.undated(frame.sentence, frame.predicate)


def _dated_ahead(frame: Frame, context: Context, time: Time | None) -> bool:
    """ "Sits down with officials on Thursday", told on that Thursday or before: the present tense with a day announces, but not with "today"."""
    today = context.article.date
    if time is None or time.value is None or today is None or frame.sentence.kind == "title" or time.rule.startswith("relative"):
        return False
    low, high = days_of(time.value)
    day, _ = days_of(today)
    return low is not None and day is not None and low == high and low >= day


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What the clause of a frame tells of status and time, read once."""

    status: str | None
    clause: ClauseStatus
    time: Time | None


def _base(frame: Frame, context: Context, times: TimeLexicon, told: _Told) -> Draft:
    sentence, status, time = frame.sentence, told.status, told.time
    condition = _condition(frame, context)
    because = {"kind": Because(spans=tuple(t.span for t in frame.words), rule=frame.rule)}
    if status is not None:
        because["status"] = told.clause.because
    if time is not None:
        because["date"] = Because(spans=(time.span,), rule=time.rule)
    return Draft(
        kind=frame.entry.label,
        sentence=sentence.index,
        participants=_participants(frame, context),
        status=status,
        time=time,
        value=_value(frame, time, times),
        condition=condition,
        issues=_issues(frame, context),
        evidence=(evidence(frame, context, condition),),
        definite=_definite(frame),
        verbal=frame.trigger.upos in {"VERB", "AUX"} or frame.support is not None,
        arrival=frame.rule.startswith(ARRIVALS) or (frame.support is not None and (_duration(frame, times) or 0) > 1),
        reported=status == "held" and told.clause.tense == "present",
        rule=frame.rule,
        because=because,
    )


def _participants(frame: Frame, context: Context) -> tuple[Actor, ...]:
    """Who takes part; of an event noun that sets a scene ("in talks with X, Y said") the subject of its clause too."""
    days = _days(frame, context)
    tokens = [t for t in frame.args.get("participant", ()) if t.index not in days]
    if frame.support is None and frame.trigger.upos == "NOUN" and occasion(frame) and "poss" not in frame.slots:
        found = subject(frame.sentence, clause_of(frame.sentence, frame.trigger))
        tokens = [found, *tokens] if found is not None else tokens
    listed = [t for token in tokens for t in (token, *_listed(frame.sentence, token))]
    first = context.actors(frame.sentence, tokens)
    persons = tuple(a for a in context.actors(frame.sentence, listed) if a.kind == "person" and all(a.name != b.name for b in first))
    return (*first, *persons) or _own_name(frame, context)


def _listed(sentence: Sentence, token: Token) -> Iterator[Token]:
    """Further names of a list that a parser hung as appositions ("with the envoy A, the envoy B, and C")."""
    for child in sentence.children(token, "appos", "list", "conj"):
        yield child
        yield from _listed(sentence, child)


def _own_name(frame: Frame, context: Context) -> tuple[Actor, ...]:
    """A gathering whose members the text does not name goes by its own name ("the Summit of the Americas")."""
    noun = frame.trigger
    if noun.upos != "PROPN" or frame.entry.label not in {"summit", "conference"}:
        return ()
    words = frame.sentence.subtree(noun, "acl", "acl:relcl", "appos", "conj", "cc", "det", "case", "punct", "cop", "nsubj", "parataxis", "obl")
    named = [t for t in words if t.head == noun.index or t is noun or t.upos in {"PROPN", "ADP", "DET", "NOUN", "PART", "PUNCT"}]
    name = " ".join(frame.sentence.extent(tuple(named)).of(context.article.text).split())
    return (Actor(name=name, country=None, kind="body"),) if len(name.split()) > 1 else ()


def _days(frame: Frame, context: Context) -> frozenset[int]:
    """Words of times in the sentence: they fill no role of an actor, place or issue."""
    sentence = frame.sentence
    spans = [t.span for t in context.resolution.times if t.sentence == sentence.index]
    return frozenset(t.index for t in sentence.tokens if any(s.covers(t.span) for s in spans))


def _issues(frame: Frame, context: Context) -> tuple[str, ...]:
    """What it is about, at most four phrases; a day in the slot ("on Friday") is none."""
    taken = _days(frame, context) | {token for sentence, token in context.triggers if sentence == frame.sentence.index}
    heads = [t for t in frame.args.get("issue", ()) if t.upos in {"NOUN", "PROPN"} and t.index not in taken]
    return tuple(phrase(frame.sentence, t).of(context.article.text) for t in heads)[:4]


def evidence(frame: Frame, context: Context, condition: Span | None) -> Span:
    """The words of the passage: the clause of the predicate, cut where another clause begins far behind it."""
    sentence = frame.sentence
    known = {m.head for m in context.resolution.mentions if m.sentence == sentence.index}
    known |= {p.head for p in context.resolution.places if p.sentence == sentence.index}
    heads = [t for role, tokens in frame.args.items() for t in tokens if t.index in known and role != "issue"]
    time = context.time_of(sentence, frame.predicate)
    inside = [*frame.words, frame.predicate, *heads]
    spans = [t.span for t in inside] + list(context.spans(sentence, heads)) + ([time.span] if time is not None else [])
    spans += [condition] if condition is not None else []
    return Span(start=min(s.start for s in spans), end=max(s.end for s in spans))


def _time(frame: Frame, context: Context) -> Time | None:
    for anchor in dict.fromkeys((frame.trigger, frame.predicate)):
        found = context.time_of(frame.sentence, anchor)
        if found is not None:
            return found
    if frame.support is None and frame.trigger.upos == "NOUN" and occasion(frame):
        return context.time_of(frame.sentence, clause_of(frame.sentence, frame.trigger))
    above = frame.sentence.head(frame.predicate)
    while above is not None and frame.predicate.relation in {"xcomp", "conj"}:
        found = context.time_of(frame.sentence, above)
        if found is not None:
            return found
        above = frame.sentence.head(above) if above.relation in {"xcomp", "conj"} else None
    return None


def _value(frame: Frame, time: Time | None, times: TimeLexicon) -> str | None:
    """The date; with a told duration the whole interval ("arrived on Thursday for a three-day visit", "a three-day visit through Saturday")."""
    days = _duration(frame, times)
    if time is None or time.value is None:
        return None
    if days is None or days < 2:
        return time.value
    low, high = bounds(time.value)
    if low is None and high is not None:
        return visit_interval(high.isoformat(), days, ending=True) or time.value
    return visit_interval(time.value, days) or time.value


def _duration(frame: Frame, times: TimeLexicon) -> int | None:
    nouns = [frame.trigger] if frame.trigger.upos == "NOUN" else [t for f in frame.slots.values() for t in f if t.upos == "NOUN"]
    return next((d for n in nouns if (d := duration_days(frame.sentence, n, times)) is not None), None)


def _condition(frame: Frame, context: Context) -> Span | None:
    """The "if", "unless", "provided that" clause on which it hangs."""
    sentence, cues = frame.sentence, context.lexicon.frames
    for child in sentence.children(frame.predicate, "advcl"):
        mark = sentence.child(child, "mark")
        if mark is not None and "condition" in cues.cue("mark", mark.lemma.lower()):
            return sentence.extent(sentence.subtree(child, "punct"))
    return None


def _definite(frame: Frame) -> bool:
    if frame.trigger.upos not in {"NOUN", "PROPN"}:
        return False
    determiners = frame.sentence.children(frame.trigger, "det", "nmod:poss")
    return any(d.lemma.lower() in DETERMINERS or d.text.lower() in DETERMINERS for d in determiners)


def _visits(frame: Frame, context: Context, base: Draft) -> Iterator[Draft]:
    """One visit for each country on the way."""
    visitors = tuple(a for a in base.participants if a.kind != "source")
    days = _days(frame, context)
    tokens = [t for t in frame.args.get("destination", ()) if t.index not in days]
    targets = [p for p in (_destination(frame, context, t) for t in tokens) if p is not None]
    if not targets:
        targets = [p.place for p in _placed(frame, context)][:1]
    legs: dict[str | None, Place] = {}
    for place in targets:
        known = legs.get(place.country)
        if known is None or known.kind == "country":
            legs[place.country] = place
    for country, place in legs.items():
        yield replace(base, participants=visitors, host=country, place=None if place.kind == "country" else place)
    if not legs:
        yield replace(base, participants=visitors)


def _destination(frame: Frame, context: Context, token: Token) -> Place | None:
    found = [p for p in context.resolution.places if p.sentence == frame.sentence.index and (p.head == token.index or p.span.covers(token.span))]
    if found:
        return max(found, key=lambda p: p.span.end - p.span.start).place
    actors = context.actors(frame.sentence, (token,))
    for actor in actors:
        place = context.lexicon.world.place_named(actor.name, near=actor.country, small=False) if actor.kind in {"place", "state"} else None
        if place is not None and place.kind == "city":
            return place  # "the U.S. capital"
    state = next((a for a in actors if a.country is not None and a.kind in {"state", "metonym"}), None)
    return Place(name=state.name, country=state.country, kind="country") if state is not None else None


def _placed(frame: Frame, context: Context) -> list[PlaceMention]:
    """Places of the clause that stand in a phrase of place."""
    found: dict[Span, PlaceMention] = {}
    for anchor in dict.fromkeys((frame.trigger, frame.predicate)):
        for place in context.places(frame.sentence, anchor):
            head = frame.sentence.tokens[place.head]
            taken = any(head.index == t.index for r in ("participant", "issue") for t in frame.args.get(r, ()))
            if preposition(frame.sentence, head) in PLACE_PREPOSITIONS and not taken:
                found.setdefault(place.span, place)
    return list(found.values())


def _gatherings(frame: Frame, context: Context, base: Draft) -> Iterator[Draft]:
    places = [p.place for p in _placed(frame, context)]
    city = next((p for p in places if p.kind in {"city", "venue"}), None)
    land = city.country if city is not None else next((p.country for p in places if p.kind == "country"), None)
    placed = replace(base, place=city, host=land)
    yield from _separately(placed) if _is_separate(frame) else (placed,)


def _is_separate(frame: Frame) -> bool:
    modifiers = frame.sentence.children(frame.trigger, "amod", "advmod") + frame.sentence.children(frame.predicate, "advmod")
    return any(m.lemma.lower() in SEPARATE for m in modifiers)


def _separately(draft: Draft) -> Iterator[Draft]:
    """ "In separate talks with X and Y": one engagement with each."""
    first, *others = draft.participants or (None,)
    for other in others if len(others) > 1 else ():
        yield replace(draft, participants=tuple(a for a in (first, other) if a is not None))
    if len(others) < 2:
        yield draft
