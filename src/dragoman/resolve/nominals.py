"""Generic nouns: "the two sides", "the government", "a senior official", "the peninsula"."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.resolve.actors import office_actor
from dragoman.resolve.coreference import other_side, pair_of_persons, pair_of_states, with_conjuncts
from dragoman.resolve.gazetteer import group_named
from dragoman.resolve.mentions import Found, Noun
from dragoman.resolve.names import singular_title
from dragoman.resolve.offices import Office
from dragoman.resolve.scene import SUBJECT, Scene, Seen
from dragoman.resolve.titled import holder_named, state_at_hand
from dragoman.schema.world import Actor

_PAIR = 2
_RULERS = ("head of state", "head of government", "party leader")


def noun(scene: Scene, found: Found, told: Noun) -> tuple[Actor, ...]:
    """The actors that a generic noun stands for; the first rule that answers counts."""
    for rule in (_apposed, _named_behind, _area, _capital, _both, _organ, _stately, _listed_offices, _people, _source, _body, _group, _one_person):
        actors = rule(scene, found, told)
        if actors:
            return actors
    return _by_itself(scene, found, told) if told.plural or told.possessor is None or not told.plain else _whose(scene, found, told)


def _whose(scene: Scene, found: Found, told: Noun) -> tuple[Actor, ...]:
    """ "Our alliance" without a better reading stands for its owners."""
    if _is_ours(scene, found, told) and _is(scene, told, "shared"):
        return _all_ours(scene, found, _states_told(scene, found, told))
    seen = scene.at(found.sentence, told.possessor) if told.possessor is not None else None
    return seen.actors if seen is not None else ()


def _is(scene: Scene, told: Noun, *kinds: str) -> bool:
    return scene.anaphora.is_noun(told.lemma, *kinds)


def _states_told(scene: Scene, found: Found, told: Noun) -> tuple[str, ...]:
    """The states that modify a noun or own it."""
    if told.states:
        return told.states
    owner = told.possessor if told.possessor is not None else told.namer
    seen = scene.at(found.sentence, owner) if owner is not None else None
    if seen is None and told.namer is not None:
        return _state_of_name(scene, scene.sentences[found.sentence].tokens[told.namer].text)
    return tuple(dict.fromkeys(a.country for a in seen.actors if a.country)) if seen is not None else ()


def _state_of_name(scene: Scene, name: str) -> tuple[str, ...]:
    """The state that a leader governs, by the register: "the Smith government"."""
    held = [t for t in scene.world.persons(name, on=scene.article.date) if t.role in _RULERS and t.country]
    return (held[0].country,) if held and held[0].country else ()


def _capital(scene: Scene, found: Found, told: Noun) -> tuple[Actor, ...]:
    """ "The U.S. capital" is Washington."""
    if told.lemma != "capital" or told.plural and told.count is None:
        return ()
    if told.plural:
        return pair_of_states(scene, found, told.count or _PAIR, apart=True)
    states = _states_told(scene, found, told)
    state = states[0] if states else state_at_hand(scene, found)
    country = scene.world.country(state) if state else None
    return (Actor(name=country.capital, country=state, kind="state"),) if country is not None and country.capital else ()


def _apposed(scene: Scene, found: Found, told: Noun) -> tuple[Actor, ...]:
    """ "UNESCO, a specialised agency": what the noun stands in apposition to."""
    sentence = scene.sentences[found.sentence]
    token = sentence.tokens[found.head]
    if token.deprel != "appos" or token.head > found.head or _is(scene, told, "source"):
        return ()
    if told.plural:
        several = with_conjuncts(scene, sentence, sentence.tokens[token.head])
        return several if len(several) > 1 and not told.states else ()
    seen = scene.at(found.sentence, token.head)
    return seen.actors if seen is not None and len(seen.actors) == 1 and seen.kind != "pronoun" else ()


def _named_behind(scene: Scene, found: Found, told: Noun) -> tuple[Actor, ...]:
    """ "His running mates, A and B": the persons of the list that follows a plural."""
    if not told.plural:
        return ()
    tokens = scene.sentences[found.sentence].tokens
    actors: list[Actor] = []
    end = found.last
    for called in scene.called.get(found.sentence, ()):
        if called.start < found.last:
            continue
        between = tokens[end : called.first]
        if len(between) > _PAIR + 1 or any(t.upos != "PUNCT" and t.text.lower() != "and" for t in between):
            break
        actors.append(scene.cast.of(called).actor)
        end = called.last
    return tuple(actors) if len(actors) > 1 else ()


def _area(scene: Scene, _found: Found, told: Noun) -> tuple[Actor, ...]:
    """ "The peninsula": the region named before, in full."""
    if not _is(scene, told, "area") or not told.definite or not told.plain:
        return ()
    named = [r for r in scene.regions if told.lemma in r.lower().split()]
    return (Actor(name=named[0], country=None, kind="body"),) if named else ()


def _both(scene: Scene, found: Found, told: Noun) -> tuple[Actor, ...]:
    """ "Both", "the two" without a noun: persons who met, else states."""
    if not scene.anaphora.says(told.lemma, "pair"):
        return ()
    return pair_of_persons(scene, found, frozenset(), 2) or pair_of_states(scene, found, 2)


def _organ(scene: Scene, found: Found, told: Noun) -> tuple[Actor, ...]:
    """A government, delegation or ministry stands for its state; without one for the state at hand."""
    if not _is(scene, told, "organ") or told.lemma == "authority" and not told.plural and told.possessor is not None:
        return ()
    states = _states_told(scene, found, told)
    if told.plural and _is_ours(scene, found, told) and len(states) == 1 and (_is(scene, told, "shared") or _is_between(scene, found)):
        return _all_ours(scene, found, states)
    if states and not (told.bodies and not told.states):
        return _organs_of(scene, told, states)
    if told.bodies:
        body = scene.world.body(told.bodies[0])
        return (body,) if body is not None else ()
    if told.count == _PAIR or told.plural and (told.definite or _is_opening(scene, found, told)) and _is(scene, told, "meeting"):
        return pair_of_states(scene, found, told.count or _PAIR, parties=True, apart=_is(scene, told, "disputant"))
    if _is(scene, told, "body", "group") or not told.definite or _is(scene, told, "people"):
        return ()
    if _is(scene, told, "foreign"):
        return _state_before(scene, found)
    state = state_at_hand(scene, found)
    return (scene.state(state),) if state else ()


def _is_ours(scene: Scene, found: Found, told: Noun) -> bool:
    """Whether "our" is the possessor."""
    if told.possessor is None:
        return False
    word = scene.sentences[found.sentence].tokens[told.possessor].text.lower()
    return scene.anaphora.pronouns.get(word) == "ours"


def _all_ours(scene: Scene, found: Found, states: Sequence[str]) -> tuple[Actor, ...]:
    """ "Our countries": the speaker's state and those of the others who take part."""
    own = tuple(scene.state(s) for s in states)
    return own + other_side(scene, found, own) if len(own) == 1 else own


def _is_between(scene: Scene, found: Found) -> bool:
    """ "Between our peoples"."""
    sentence = scene.sentences[found.sentence]
    case = sentence.child(sentence.tokens[found.head], "case")
    return case is not None and case.text.lower() == "between"


def _organs_of(scene: Scene, told: Noun, states: Sequence[str]) -> tuple[Actor, ...]:
    """A government or delegation is its state; an army, court or parliament is called by its own words."""
    if len(states) == 1 and _is(scene, told, "forces") and told.possessor is None:
        return (Actor(name=_bare(scene, told.text), country=states[0], kind="body"),)
    return tuple(scene.state(s) for s in states)


def _bare(scene: Scene, text: str) -> str:
    """A phrase without its article."""
    first, _, rest = text.partition(" ")
    return rest if scene.anaphora.says(first.lower(), "bare") and rest else text


def _stately(scene: Scene, found: Found, told: Noun) -> tuple[Actor, ...]:
    """ "The two countries", "both sides", "his country", "the country"."""
    if not _is(scene, told, "state"):
        return ()
    states = _states_told(scene, found, told)
    if _is(scene, told, "friendly") and told.count is None:
        return ()
    if told.plural or told.count:
        return _states_plural(scene, found, told, states)
    if states:
        return (scene.state(states[0]),)
    if told.definite and not _is(scene, told, "body", "group") and not _is(scene, told, "vague"):
        return _state_before(scene, found)
    return ()


def _states_plural(scene: Scene, found: Found, told: Noun, states: tuple[str, ...]) -> tuple[Actor, ...]:
    if len(states) == 1 and _is_ours(scene, found, told) and _is(scene, told, "shared"):
        return _all_ours(scene, found, states)
    if len(states) > 1 or states and told.possessor is None:
        return tuple(scene.state(s) for s in states) if len(states) > 1 or _is(scene, told, "polity") else ()
    if told.plain and told.definite and (told.lemma == "side" or not _is(scene, told, "vague")) or told.count in (2, 3):
        parties = _is(scene, told, "party")
        apart = _is(scene, told, "disputant")
        return pair_of_states(scene, found, told.count or max(_PAIR, len(states)), parties=parties, apart=apart)
    return ()


def _state_before(scene: Scene, found: Found) -> tuple[Actor, ...]:
    """The state that "the country" is: the one named last, a place or subject before an adjective."""
    before = [s for s in scene.back(found.sentence) if _of_one_state(s) and (s.sentence, s.first) < (found.sentence, found.first)]
    authors = {a.country for a in scene.author}
    near = [s for s in before if s.actors[0].country not in authors] or before
    governed = [s for s in near if not (s.sentence == found.sentence and s.rank >= SUBJECT - 1)]
    states = [s for s in governed or near if s.actors[0].kind == "state"]
    named = [s for s in states if s.rank > 0] or states or near
    best = max(named, key=lambda s: (-2 * (found.sentence - s.sentence) + min(s.rank, 2), s.first), default=None)
    return (scene.state(best.actors[0].country or ""),) if best is not None else ()


def _of_one_state(seen: Seen) -> bool:
    return len(seen.actors) == 1 and seen.actors[0].country is not None


def _listed_offices(scene: Scene, found: Found, told: Noun) -> tuple[Actor, ...]:
    """ "The foreign ministers of Chad and Peru": the persons of those states and that role, else the offices."""
    states = told.states or (_states_told(scene, found, told) if told.possessor is not None else ())
    if told.office is None or not told.plural or not states or told.office.role in (None, "official"):
        return ()
    if len(states) == 1 and len(told.office.title.split()) == 1:
        return ()
    single = replace(told.office, plural=False, title=singular_title(told.office.title, scene.anaphora))
    return tuple(a for c in states for a in _holder_in(scene, found, single, c))


def _holder_in(scene: Scene, found: Found, told: Office, country: str) -> tuple[Actor, ...]:
    person = holder_named(scene, found, told, country)
    return (person.actor,) if person is not None else (office_actor(scene.world, scene.anaphora, told, country, None, on=scene.article.date),)


def _people(scene: Scene, found: Found, told: Noun) -> tuple[Actor, ...]:
    """ "The two leaders", "the ministers": persons who met; a noun with a state or other words stays as it is."""
    if not told.plural or told.states or told.bodies or not _is(scene, told, "pair") or not (told.definite or _is_opening(scene, found, told)):
        return ()
    words = frozenset[str]() if _is(scene, told, "anyone") else frozenset({told.lemma})
    if not told.plain and told.office is None:
        return ()
    met = pair_of_persons(scene, found, words, told.count)
    return met or (pair_of_states(scene, found, _PAIR, parties=True) if _is_opening(scene, found, told) else ())


def _is_opening(scene: Scene, found: Found, told: Noun) -> bool:
    """ "Participants affirmed …": a bare plural of those who met, as the subject that opens a sentence."""
    token = scene.sentences[found.sentence].tokens[found.head]
    return told.plain and not told.article and found.first == 0 and token.relation == "nsubj" and _is(scene, told, "meeting")


def _source(scene: Scene, found: Found, told: Noun) -> tuple[Actor, ...]:
    """An anonymous source: its own words when it comes in, the same again as "the official"."""
    if not _is(scene, told, "source") or told.plural and not _is(scene, told, "unnamed"):
        return ()
    again = _source_before(scene, found, told) if told.definite and told.possessor is None and not told.states else ()
    named = _named_by_title(scene, found, told)
    if again and (not named or _is(scene, told, "unnamed")):
        return again
    if named:
        return named
    country = _government(scene, found, told)
    if country is not None:
        return (Actor(name=told.unowned, country=country, kind="people" if told.plural else "source"),)
    return (_described(told, "people" if told.plural and told.lemma != "source" else "source"),)


def _government(scene: Scene, found: Found, told: Noun) -> str | None:
    """The state of "a government spokesman", "his aides", "Solis Palma's spokesman"."""
    if told.states:
        return told.states[0]
    if told.possessor is not None or told.namer is not None:
        return next(iter(_states_told(scene, found, told)), None)
    if not told.official:
        return None
    return scene.located.get(found.sentence) or next((a.country for a in _state_before(scene, found)), None)


def _source_before(scene: Scene, found: Found, told: Noun) -> tuple[Actor, ...]:
    """The last source called by this noun."""
    for seen in scene.back(found.sentence, window=40):
        if (
            seen.kind in (("source", "people") if told.plural else ("source",))
            and seen.lemma == told.lemma
            and (seen.sentence, seen.first) < (found.sentence, found.first)
        ):
            return seen.actors
    return ()


def _named_by_title(scene: Scene, found: Found, told: Noun) -> tuple[Actor, ...]:
    """A spokesman or official whom the text names elsewhere."""
    if told.office is None or not told.definite or told.plural:
        return ()
    country = told.states[0] if told.states else None
    person = holder_named(scene, found, told.office, country)
    return (person.actor,) if person is not None else ()


def _body(scene: Scene, found: Found, told: Noun) -> tuple[Actor, ...]:
    """ "The organisation", "the League": the body named last, one with the word in its name first."""
    return _again(scene, found, told, "body") if _is(scene, told, "body") and not told.plural else ()


def _group(scene: Scene, found: Found, told: Noun) -> tuple[Actor, ...]:
    """ "The rebels", "the movement": the group named last; "Taliban fighters": the group that is told."""
    members = next((b for b in told.bodies if scene.world.group(b) is not None), None)
    if members is not None and told.plural and not told.states and _is(scene, told, "group", "people"):
        return group_named(scene, members)
    if told.lemma == "opposition" and told.definite:
        return _opposition(scene, found, told)
    return _again(scene, found, told, "group") if _is(scene, told, "group") else ()


def _opposition(scene: Scene, found: Found, told: Noun) -> tuple[Actor, ...]:
    """The opposition of the state told, else of the state at hand: "Tajik opposition"."""
    state = told.states[0] if told.states else next((a.country for a in _state_before(scene, found)), None)
    country = scene.world.country(state) if state else None
    if country is None or not country.adjective:
        return ()
    name = f"{country.adjective} opposition"
    return (scene.world.group(name) or Actor(name=name, country=country.iso3, kind="group"),)


def _again(scene: Scene, found: Found, told: Noun, kind: str) -> tuple[Actor, ...]:
    if not told.definite or told.states or not told.plain:
        return ()
    near = [s for s in scene.back(found.sentence, window=30) if len(s.actors) == 1 and s.actors[0].kind == kind]
    named = [s for s in near if told.lemma in s.actors[0].name.lower()]
    best: Seen | None = next(iter(named or [s for s in near if found.sentence - s.sentence < 5]), None)
    if best is not None:
        return best.actors
    ahead = [b for b in (scene.world.body(t) for t in scene.bodies) if b is not None and told.lemma in b.name.lower()]
    return tuple(ahead[:1]) if kind == "body" else ()


def _one_person(scene: Scene, found: Found, told: Noun) -> tuple[Actor, ...]:
    """ "The general", "the veteran diplomat": the person before, of the state told."""
    if told.plural or not told.definite or not _is(scene, told, "person"):
        return ()
    for seen in scene.back(found.sentence, window=3):
        if len(seen.actors) == 1 and seen.actors[0].kind == "person" and (not told.states or seen.actors[0].country in told.states):
            return seen.actors
    return ()


def _by_itself(scene: Scene, found: Found, told: Noun) -> tuple[Actor, ...]:
    """A noun phrase that stands for nobody named is an actor of its own words."""
    if told.article == "no" or not _is(scene, told, "people", "group", "state", "organ", "body"):
        return ()
    if told.plain and not told.plural and not told.states:
        return ()
    if len(told.states) > 1:
        return tuple(scene.state(s) for s in told.states)
    if told.official and not told.states and _is(scene, told, "people"):
        return (Actor(name=told.unowned, country=_government(scene, found, told), kind="people"),)
    return (_described(told, "people"),)


def _described(told: Noun, kind: str) -> Actor:
    country = told.states[0] if told.states else None
    return Actor(name=told.unowned, country=country, kind=kind)
