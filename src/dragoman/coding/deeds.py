"""What a frame tells of a deed, and the action that it becomes."""

from dataclasses import dataclass, replace

from dragoman.coding.clauses import is_passive
from dragoman.coding.context import Context, phrase
from dragoman.coding.frames import Frame
from dragoman.coding.relevance import Relevance, parties
from dragoman.coding.roles import Roles, carried
from dragoman.coding.said import mentioned
from dragoman.coding.status import ClauseStatus
from dragoman.schema.record import Action, Because, Time
from dragoman.schema.text import Sentence, Span, Token
from dragoman.schema.world import Actor

IN = frozenset({"in", "at", "near", "outside", "off", "into"})
DYING = frozenset({"die_in_office", "death_noun"})
AT_ONCE = frozenset({"SANCTION", "RETREAT", "AGREE", "SUPPORT", "REJECT"})  # types whose deed is done in a moment
ON_SOIL = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "AID"})  # types that are done to the state on whose soil they are done
OWN_FORCES = frozenset({"RETREAT", "MOBILIZE"})  # types whose troops belong to the side that moves them
JOINING = frozenset({"join_body"})
PENDING = frozenset({"nominate", "nomination_noun"})

Actors = tuple[Actor, ...]


@dataclass(frozen=True, kw_only=True)
class Deed:
    """An action in the making."""

    frame: Frame
    roles: Roles
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    status: str
    told: ClauseStatus


def finish(deed: Deed, context: Context, relevance: Relevance) -> Action | None:
    """The action; None where nobody in it is known."""
    frame = deed.frame
    what = what_of(deed)
    actors, recipients = _parties(deed, what, context)
    if not actors and not recipients:
        return None
    time = _time(deed, context)
    others = mentioned(context, frame.sentence, what)
    return Action(
        id="",
        type="CONCEDE" if frame.entry.label == "RETREAT" and deed.status == "planned" else frame.entry.label,
        actors=actors,
        recipients=recipients,
        what=what,
        date=_date(deed, time, context),
        place=_place(deed, context),
        status=_aspect(deed, time, context),
        evidence=(_evidence(deed, what, time, context),),
        scope="foreign" if _foreign(deed, relevance, (actors, recipients), others) else "domestic",
        doubtful=_doubtful(deed, actors, recipients),
        rule=frame.rule,
        because=_because(deed, what, time),
    )


def _parties(deed: Deed, what: Span, context: Context) -> tuple[Actors, Actors]:
    """Who acts upon whom, by the customs of each type."""
    label = deed.frame.entry.label
    if label == "OFFICE":
        return _office(deed, what, context)
    actors = known_of(deed, "actor", deed.actors, context)
    if not actors and label in OWN_FORCES:
        actors = known_of(deed, "what", (), context)
    recipients = known_of(deed, "recipient", deed.recipients, context)
    if label == "AGREE":
        joined = _named_in(deed, what, actors, context) if deed.frame.entry.id in JOINING else ()
        return tuple(dict.fromkeys((*actors, *recipients))), joined
    recipients = tuple(r for r in recipients if r not in actors)
    if not parties(recipients):
        recipients = _named_in(deed, what, actors, context) or recipients
    if label == "COERCE" and not actors:
        actors = _keeper(deed, recipients, context)
    if label == "SUPPORT" and not recipients and len(parties(actors)) > 1:
        recipients = actors
    return actors, recipients


def known_of(deed: Deed, role: str, found: Actors, context: Context) -> Actors:
    """For people without a country ("the crew of a Greek ship") the state or body that their phrase names."""
    if found and all(a.country is not None or a.kind in {"body", "group", "state"} for a in found):
        return found
    sentence = deed.frame.sentence
    kept = [a for a in found if a.country is not None or a.kind in {"body", "group", "state"}]
    for head in deed.roles.get(role, ()):
        inside = mentioned(context, sentence, sentence.extent(sentence.subtree(head, "acl", "appos")))
        kept += [a for a in inside if a.kind in {"state", "group", "body"} and a not in kept and a not in deed.actors]
    return tuple(kept) or found


def _named_in(deed: Deed, what: Span, actors: Actors, context: Context) -> Actors:
    """Without a recipient of its own, a deed is done to the first other side that its words name, or whose soil they name."""
    sentence = deed.frame.sentence
    home = parties(actors)
    span = Span(start=min(what.start, deed.frame.predicate.start), end=what.end)
    inside = mentioned(context, sentence, span)
    named = tuple(a for a in inside if a.kind in {"state", "group", "body"} and not parties((a,)) & home)[:1]
    if named or deed.frame.entry.label not in ON_SOIL:
        return named or _counterpart(sentence, home, context)
    places = [p.place for p in context.resolution.places if p.sentence == sentence.index and span.covers(p.span)]
    return tuple(_state(p.country, context) for p in places if p.country is not None and p.country not in home)[:1]


def _counterpart(sentence: Sentence, home: frozenset[str], context: Context) -> Actors:
    """The one other side that the sentence names, if it is one alone ("Thailand, angry at Cambodia, pulled out its ambassador")."""
    others = [a for a in mentioned(context, sentence, sentence.span) if a.kind in {"state", "group"} and not parties((a,)) & home]
    return tuple(others[:1]) if home and len(parties(others)) == 1 else ()


def _keeper(deed: Deed, recipients: Actors, context: Context) -> Actors:
    """Who is held in a foreign country is held by it ("an American detained in Belarus")."""
    places = context.places(deed.frame.sentence, deed.frame.trigger)
    countries = [p.place.country for p in places if p.place.country is not None]
    home = parties(recipients)
    return tuple(_state(c, context) for c in countries if home and c not in home)[:1]


def _office(deed: Deed, what: Span, context: Context) -> tuple[Actors, Actors]:
    """The state or appointing person acts upon the office-holder; who leaves by own will acts alone; who dies is acted on by none."""
    frame, actors, recipients = deed.frame, deed.actors, deed.recipients
    if "recipient" not in frame.entry.frame.values():
        return tuple(a for a in actors or recipients if a.kind in {"person", "office"}) or actors, ()
    states = [a for a in mentioned(context, frame.sentence, what) if a.kind == "state"]
    holders = tuple(r for r in recipients if r.kind in {"person", "office"} and r not in actors) or recipients
    holders = tuple(replace(h, country=states[0].country) if states and h.country is None and h.kind == "person" else h for h in holders)
    if actors or frame.entry.id in DYING:
        return actors, holders
    return tuple(dict.fromkeys(_state(h.country, context) for h in holders if h.country is not None)), holders


def _state(country: str, context: Context) -> Actor:
    """The state of an office-holder, by the name that the text's other mentions of it carry."""
    known = (a for m in context.resolution.mentions for a in m.refers_to if a.kind == "state" and a.country == country)
    return next(known, Actor(name=country, country=country, kind="state"))


def _aspect(deed: Deed, time: Time | None, context: Context) -> str:
    """ "is imposing sanctions" is done by saying so; "Russia's war against Ukraine" goes on where no day is told."""
    if deed.status == "ongoing" and deed.frame.entry.label in AT_ONCE:
        return "occurred"
    if deed.status == "occurred" and deed.frame.entry.id in PENDING:
        return "planned"
    lasting = context.lexicon.frames.sets.get("lasting", frozenset())
    noun = deed.frame.trigger
    if deed.status == "occurred" and noun.upos == "NOUN" and noun.lemma.lower() in lasting and time is None and deed.actors:
        return "ongoing"
    return deed.status


def _foreign(deed: Deed, relevance: Relevance, parts: tuple[Actors, Actors], others: Actors) -> bool:
    """Two sides take part; or an office of foreign relations changes hands; or, nobody known to act, a side of a text about several suffers."""
    actors, recipients = parts
    if deed.frame.entry.label == "OFFICE":
        return any(a.office is not None for a in (*actors, *recipients, *others)) or len(parties((*actors, *recipients))) > 1
    known = parties((*actors, *recipients))
    if not actors:
        return bool(known) and (len(known) > 1 or relevance.several)
    if parties(recipients):
        return len(known) > 1
    return len(parties((*actors, *others))) > 1 or relevance.touches(actors, others)


def _doubtful(deed: Deed, actors: tuple[Actor, ...], recipients: tuple[Actor, ...]) -> bool:
    """A noun of a deed with one side known only, or an office-holder without an office."""
    noun = deed.frame.trigger.upos in {"NOUN", "PROPN"}
    if deed.frame.entry.label == "OFFICE":
        return not any((a.office or a.kind == "office") and a.kind in {"person", "office"} for a in (*actors, *recipients))
    return noun and not (actors and recipients) and deed.frame.entry.label != "AGREE"


def what_of(deed: Deed) -> Span:
    """The verb phrase with its object, or the noun phrase of the deed."""
    frame, sentence = deed.frame, deed.frame.sentence
    if frame.trigger.upos in {"NOUN", "PROPN"} and not carried(frame):
        return phrase(sentence, frame.trigger)
    heads = [t for tokens in deed.roles.values() for t in tokens]
    passive = is_passive(sentence, frame.predicate)
    inside = [t for t in heads if t.index > frame.predicate.index or (passive and t.index < frame.predicate.index)]
    spans = [phrase(sentence, t) for t in inside if not _clausal(t)] + [t.span for t in frame.words] + [frame.predicate.span]
    return Span(start=min(s.start for s in spans), end=max(s.end for s in spans))


def _clausal(token: Token) -> bool:
    return token.upos in {"VERB", "AUX"}


def _time(deed: Deed, context: Context) -> Time | None:
    sentence = deed.frame.sentence
    for anchor in dict.fromkeys((deed.frame.trigger, deed.frame.predicate)):
        for time in context.times(sentence, anchor):
            if not _inside_argument(sentence, sentence.tokens[time.head], anchor):
                return time
    return None


def _inside_argument(sentence: Sentence, token: Token, anchor: Token) -> bool:
    """Whether a time only describes the subject or object ("the treaty ending the 1950-53 war")."""
    branch = token
    while branch.head not in {anchor.index, -1}:
        branch = sentence.tokens[branch.head]
    return branch.head == anchor.index and branch.relation in {"nsubj", "obj", "iobj", "ccomp", "xcomp"} and branch is not token


def _date(deed: Deed, time: Time | None, context: Context) -> str | None:
    """The told day; of news in the present tense ("Peru recalls its envoy"), of a deed done by saying so, the document's."""
    if time is not None:
        return time.value
    told = deed.told
    news = told.tense == "present" and not told.perfect and deed.frame.predicate.upos == "VERB" and deed.status == "occurred"
    return context.article.date if news else None


def _place(deed: Deed, context: Context) -> str | None:
    sentence = deed.frame.sentence
    places = context.places(sentence, deed.frame.trigger) or context.places(sentence, deed.frame.predicate)
    for found in places:
        case = sentence.child(sentence.tokens[found.head], "case")
        if case is not None and case.text.lower() in IN:
            return found.place.name
    return None


def _evidence(deed: Deed, what: Span, time: Time | None, context: Context) -> Span:
    frame = deed.frame
    heads = [t for tokens in deed.roles.values() for t in tokens if not _clausal(t)]
    spans = [what, *context.spans(frame.sentence, heads), *((time.span,) if time is not None else ())]
    return Span(start=min(s.start for s in spans), end=max(s.end for s in spans))


def _because(deed: Deed, what: Span, time: Time | None) -> dict[str, Because]:
    frame = deed.frame
    found = {
        "type": Because(spans=tuple(t.span for t in frame.words), rule=frame.rule),
        "what": Because(spans=(what,), rule=f"{frame.rule}/what"),
        "status": deed.told.because,
    }
    for role, name in (("actor", "actors"), ("recipient", "recipients")):
        heads = deed.roles.get(role, ())
        if heads:
            found[name] = Because(spans=tuple(t.span for t in heads), rule=f"{frame.rule}/{role}")
    if time is not None:
        found["date"] = Because(spans=(time.span,), rule=time.rule)
    return found
