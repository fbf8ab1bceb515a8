"""Titles alone: who "the Japanese foreign minister" and "his Greek counterpart" are in this text."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from dragoman.resolve.actors import Person, office_actor
from dragoman.resolve.coreference import distinct
from dragoman.resolve.mentions import Found
from dragoman.resolve.offices import Office
from dragoman.resolve.scene import Scene
from dragoman.schema.text import Token
from dragoman.schema.world import Actor


def office(scene: Scene, found: Found, told: Office) -> tuple[Actor, ...]:
    """The person who holds a title in this text, else the office itself."""
    if told.kin:
        return counterpart(scene, found, told)
    group = scene.world.group(told.body) if told.body else None
    if group is not None and group.country:
        told = replace(told, body=None, country=group.country)
    country = told.country or _possessing_state(scene, found, told.possessor)
    predicate = predicated(scene, found)
    if predicate:
        return predicate
    person = holder_named(scene, found, told, country) or _only_one(scene, told, country)
    if person is not None:
        return (person.actor,)
    if told.body is None and country is None:
        seen = _last_office(scene, found, told)
        if seen is not None:
            return seen
        country = state_at_hand(scene, found)
    predicate = predicated(scene, found)
    if predicate:
        return predicate
    if told.countries[1:]:
        return tuple(office_actor(scene.world, scene.anaphora, told, c, None, on=scene.article.date) for c in told.countries)
    return (office_actor(scene.world, scene.anaphora, told, country, told.body, on=scene.article.date),)


def _only_one(scene: Scene, told: Office, country: str | None) -> Person | None:
    """The one person of a state in the text, where a former office or one that the register does not know is told."""
    own = [p for p in scene.cast.persons if country is not None and p.actor.country == country]
    fitting = len(own) == 1 and (told.former or not own[0].roles) and told.article == "the"
    return own[0] if fitting else None


def predicated(scene: Scene, found: Found) -> tuple[Actor, ...]:
    """Of whom an office is said: "X is elected president", "appointed X as envoy", "succeeds Y as minister"."""
    sentence = scene.sentences[found.sentence]
    token = sentence.tokens[found.head]
    if sentence.child(token, "cop") is not None:
        return _actors_at(scene, found, sentence.child(token, "nsubj"))
    case = sentence.child(token, "case")
    verb = sentence.head(token)
    if verb is None or verb.upos != "VERB" or not (token.relation == "xcomp" or case is not None and case.text.lower() == "as"):
        return ()
    subject = sentence.child(verb, "nsubj")
    object_ = sentence.child(verb, "obj")
    own = verb.lemma.lower() in scene.anaphora.roles["subject"] or object_ is None
    return _actors_at(scene, found, subject if own else object_)


def _actors_at(scene: Scene, found: Found, token: Token | None) -> tuple[Actor, ...]:
    """The one person seen at a word."""
    seen = scene.at(found.sentence, token.index) if token is not None else None
    return seen.actors if seen is not None and len(seen.actors) == 1 and seen.actors[0].kind == "person" else ()


def _last_office(scene: Scene, found: Found, told: Office) -> tuple[Actor, ...] | None:
    """An office named alone before, to which the same words point again."""
    for seen in scene.back(found.sentence, window=60):
        if len(seen.actors) == 1 and seen.actors[0].kind == "office" and told.role and seen.actors[0].office == told.role and not told.former:
            return seen.actors
    return None


def _possessing_state(scene: Scene, found: Found, possessor: int | None) -> str | None:
    seen = scene.at(found.sentence, possessor) if possessor is not None else None
    return seen.actors[0].country if seen is not None else None


def state_at_hand(scene: Scene, found: Found) -> str | None:
    """The state that an office without one belongs to: the home of the text, else the one named last."""
    if found.sentence in scene.located:
        return scene.located[found.sentence]
    if scene.home is not None:
        return scene.home
    for seen in sorted((s for s in scene.seen if s.sentence >= found.sentence - 6), key=lambda s: (-s.sentence, -s.rank)):
        if seen.actors[0].country:
            return seen.actors[0].country
    weighed = scene.states_by_weight()
    return weighed[0] if weighed else None


def holder_named(scene: Scene, found: Found, told: Office, country: str | None) -> Person | None:
    """The person of the cast who bears this title: same words first, then same role; the one mentioned last before, else the first after.

    A title without a state is the author's own minister's before all others.
    """
    authors = {a.country for a in scene.author}
    if country is None and told.body is None and len(authors) == 1:
        own = _holder_among(scene, found, told, [p for p in scene.cast.persons if p.actor.country in authors], (_same_title, _title_within))
        if own is not None:
            return own
    fitting = [p for p in scene.cast.persons if _may_hold(p, told, country)]
    return _holder_among(scene, found, told, fitting, (_same_title, _title_within, _same_role))


def _holder_among(
    scene: Scene, found: Found, told: Office, own: Sequence[Person], tests: Sequence[Callable[[Person, Office], bool]]
) -> Person | None:
    for test in tests:
        fitting = [p for p in own if test(p, told)]
        if fitting:
            return _nearest(scene, found, fitting)
    return None


def _may_hold(person: Person, told: Office, country: str | None) -> bool:
    if told.body is not None:
        return person.body == told.body
    return country is None or person.actor.country == country


def _same_title(person: Person, told: Office) -> bool:
    return any(t == told.words for t in person.titles)


def _title_within(person: Person, told: Office) -> bool:
    return bool(told.words) and any(
        told.words < t and not (t - told.words) & {"deputy", "vice", "assistant", "under", "former"} for t in person.titles
    )


def _same_role(person: Person, told: Office) -> bool:
    return told.role is not None and told.role not in ("official", "minister other") and told.role in person.roles


def _nearest(scene: Scene, found: Found, persons: Sequence[Person]) -> Person:
    names = {p.actor.name: p for p in persons}
    for seen in sorted(
        (s for s in scene.seen if (s.sentence, s.first) < (found.sentence, found.first)), key=lambda s: (-s.sentence, -s.rank, -s.first)
    ):
        for actor in seen.actors:
            if actor.name in names:
                return names[actor.name]
    return min(persons, key=lambda p: p.first_seen)


def counterpart(scene: Scene, found: Found, told: Office) -> tuple[Actor, ...]:
    """Whom "his Greek counterpart" means: of that state the person in the possessor's role, else the office; a plural all others there."""
    owner = _owner(scene, found, told)
    role = owner.office if owner is not None else None
    if told.plural:
        return _counterparts(scene, found, told, owner)
    if told.country is not None:
        return _of_state(scene, told, told.country, owner, role)
    others = [s for s in scene.back(found.sentence, window=3) if len(s.actors) == 1 and s.actors[0].kind in ("person", "office")]
    return next((s.actors for s in others if owner is None or s.actors[0].name != owner.name and s.actors[0].country != owner.country), ())


def _owner(scene: Scene, found: Found, told: Office) -> Actor | None:
    seen = scene.at(found.sentence, told.possessor) if told.possessor is not None else None
    if seen is not None:
        return seen.actors[0]
    subjects = [
        s
        for s in scene.back(found.sentence, window=1)
        if s.actors[0].kind in ("person", "office") and s.first < found.first or s.sentence < found.sentence
    ]
    return subjects[0].actors[0] if subjects else None


def _of_state(scene: Scene, told: Office, country: str, owner: Actor | None, role: str | None) -> tuple[Actor, ...]:
    """The person of a state in a role; the only one of that state whose role nobody tells; else the office."""
    persons = [p for p in scene.cast.persons if p.actor.country == country and (owner is None or p.actor.name != owner.name)]
    same = [p for p in persons if role is not None and role in p.roles]
    if same or len(persons) == 1 and not persons[0].roles:
        return ((same or persons)[0].actor,)
    person = scene.cast.person_of(owner) if owner is not None else None
    title = (person.title if person is not None else None) or _title_of(role)
    return (office_actor(scene.world, scene.anaphora, replace(told, title=title, role=role, kin=False), country, None, on=scene.article.date),)


def _title_of(role: str | None) -> str:
    """The words for a role: as the register calls it in general ("foreign minister")."""
    names = {"head of state": "president", "head of government": "prime minister", "defence minister": "defense minister"}
    return names.get(role or "", role or "counterpart")


def _counterparts(scene: Scene, found: Found, told: Office, owner: Actor | None) -> tuple[Actor, ...]:
    """All others who were named beside the possessor, or the offices of the states named."""
    if told.countries:
        return tuple(a for c in told.countries for a in _of_state(scene, told, c, owner, owner.office if owner else None))
    near = [s for s in scene.back(found.sentence, window=2) if s.rank >= 1 and (s.sentence < found.sentence or s.first < found.first)]
    return distinct(
        a for s in near for a in s.actors if a.kind in ("person", "office") and (owner is None or a.name != owner.name and a.country != owner.country)
    )
