"""Pronouns and plurals: whom "he", "they", "it", "we" and "the two sides" mean, by agreement and prominence."""

from collections.abc import Iterable, Sequence

from dragoman.resolve.mentions import Found
from dragoman.resolve.quotes import quotation, speaker_of
from dragoman.resolve.scene import Scene, Seen, rank
from dragoman.schema.text import Sentence, Span, Token
from dragoman.schema.world import Actor

_PERSONAL = ("person", "office")
_STATELY = ("state", "body", "group")
_WINDOW = 4
_FAR_BACK = 30  # sentences that "he" looks back where nobody is near
_HIGH = 3
_LOOK = 5
_FAR = 9  # sentences that "the two presidents" looks back
_PAIR = 2
_TOP = frozenset({"head of state", "head of government", "party leader", "vice head of state", "head of organisation"})
_NEAR = 3  # sentences that "it" looks back
_OWNER = 2.5  # what a possessor gains as an antecedent of "its"
_LEAD = 3  # sentences that tell who takes part
# Tuned on gold/train: 167 of its 276 plural mentions right; a third more or less of any of these moves two of them.
_PROMINENCE = (0.6, 1.0, 2.2, 2.5, 3.0)
_DECAY = 0.8
_FREQUENT = 4.0


def pronoun(scene: Scene, found: Found) -> tuple[Actor, ...]:
    """Whom a pronoun of the third person or a relative one means."""
    if found.pronoun in ("masculine", "feminine"):
        return person_before(scene, found)
    if found.pronoun == "neuter":
        return thing_before(scene, found)
    if found.pronoun == "plural":
        return several_before(scene, found)
    return latter(scene, found) if found.pronoun == "latter" else antecedent(scene, found)


def latter(scene: Scene, found: Found) -> tuple[Actor, ...]:
    """The last one named before."""
    before = [s for s in _earlier(scene, found) if _is_one(s, (*_PERSONAL, *_STATELY)) and s.rank > 0]
    return max(before, key=lambda s: (s.sentence, s.first)).actors if before else ()


def antecedent(scene: Scene, found: Found) -> tuple[Actor, ...]:
    """The noun that a relative clause hangs on."""
    sentence = scene.sentences[found.sentence]
    for head in sentence.ancestors(sentence.tokens[found.head]):
        if head.deprel in ("acl:relcl", "acl"):
            noun = sentence.head(head)
            seen = scene.at(found.sentence, noun.index) if noun is not None else None
            return seen.actors if seen else ()
    return ()


def person_before(scene: Scene, found: Found) -> tuple[Actor, ...]:
    """The most prominent person before that agrees in gender and is no argument of the same verb."""
    beside = {a.name for s in scene.seen if _same_clause(scene, found, s) for a in s.actors}
    earlier = [s for s in _earlier(scene, found, window=_FAR_BACK) if _is_one(s, _PERSONAL) and s.actors[0].name not in beside]
    fitting = [s for s in earlier if _agrees(scene, s, found.pronoun)]
    near = [s for s in fitting if found.sentence - s.sentence <= _WINDOW]
    if found.pronoun == "feminine":
        near = [s for s in near if (p := scene.cast.person_of(s.actors[0])) is not None and p.female] or near
    best = _beside(scene, found, near) or max(near or fitting[:1], key=lambda s: _score(s, found), default=None)
    return best.actors if best is not None else _ahead(scene, found)


def _beside(scene: Scene, found: Found, fitting: Sequence[Seen]) -> Seen | None:
    """The person that the possessed is coordinated with ("Smith and his allies")."""
    sentence = scene.sentences[found.sentence]
    noun = sentence.head(sentence.tokens[found.head])
    if noun is None or noun.deprel != "conj" or sentence.tokens[found.head].deprel != "nmod:poss":
        return None
    return next((s for s in fitting if s.sentence == found.sentence and s.head == noun.head), None)


def _ahead(scene: Scene, found: Found) -> tuple[Actor, ...]:
    """The person named later in the same sentence ("After his talks, Kono …")."""
    names = [(at, p) for at, p in scene.cast.by_place.items() if at[0] == found.sentence and at[1] > found.head]
    return (scene.cast.persons[min(names)[1]].actor,) if names else ()


def _earlier(scene: Scene, found: Found, *, window: int = _WINDOW) -> list[Seen]:
    near = scene.back(found.sentence, window=window)
    return [s for s in near if s.sentence < found.sentence or s.head < found.head]


def _is_one(seen: Seen, kinds: Sequence[str]) -> bool:
    return len(seen.actors) == 1 and seen.actors[0].kind in kinds and not (seen.kind == "pronoun" and seen.plural)


def _agrees(scene: Scene, seen: Seen, gender: str) -> bool:
    person = scene.cast.person_of(seen.actors[0])
    if person is None or person.female is None:
        return True
    return person.female == (gender == "feminine")


def _same_clause(scene: Scene, found: Found, seen: Seen) -> bool:
    """Whether both are arguments of one verb, so that they cannot be the same."""
    sentence = scene.sentences[found.sentence]
    token = sentence.tokens[found.head]
    if seen.sentence != found.sentence or token.relation not in ("obj", "iobj", "obl", "nsubj"):
        return False
    return sentence.tokens[seen.head].head == token.head and sentence.tokens[seen.head].relation in ("nsubj", "obj", "obl", "iobj")


def _score(seen: Seen, found: Found) -> float:
    """Recency and prominence: a subject of the sentence before outweighs an oblique of it, and a modifier of this one."""
    distance = found.sentence - seen.sentence
    return 6 - 2.5 * distance + 1.5 * seen.rank + (0.002 * seen.first if not distance else 0)


def thing_before(scene: Scene, found: Found) -> tuple[Actor, ...]:
    """The state, body or group before that is most prominent; what only modifies counts least."""
    fitting = [
        s
        for s in _earlier(scene, found)
        if _is_one(s, _STATELY) and not (s.rank == 0 and s.sentence < found.sentence) and not _same_clause(scene, found, s)
    ]
    fitting = [s for s in fitting if found.sentence - s.sentence < _NEAR]
    own = _governor(scene, found, fitting)
    best = own or max(fitting, key=lambda s: _score(s, found) + (_OWNER if _is_possessor(scene, s) else 0), default=None)
    return best.actors if best is not None else ()


def _is_possessor(scene: Scene, seen: Seen) -> bool:
    return scene.sentences[seen.sentence].tokens[seen.head].deprel == "nmod:poss"


def _governor(scene: Scene, found: Found, fitting: Sequence[Seen]) -> Seen | None:
    """Of several candidates the one whose deed is told by the verb over the pronoun ("urge Chad to keep its word")."""
    sentence = scene.sentences[found.sentence]
    here = {s.head: s for s in fitting if s.sentence == found.sentence}
    noun = sentence.head(sentence.tokens[found.head])
    if noun is not None and noun.deprel == "conj" and noun.head in here:
        return here[noun.head]
    for verb in sentence.ancestors(sentence.tokens[found.head]):
        if verb.upos in ("VERB", "AUX"):
            argument = next((t for t in _arguments(sentence, verb) if t.index in here), None)
            if argument is not None:
                return here[argument.index]
    return None


def several_before(scene: Scene, found: Found) -> tuple[Actor, ...]:
    """Who "they" are: in the same sentence the plural that governs the clause, before it a plural subject or those who met."""
    own = _governing(scene, found)
    if own:
        return own
    for distance in range(_WINDOW):
        at = found.sentence - distance
        seen = [s for s in scene.seen if s.sentence == at and (distance or s.head < found.head)]
        actors = _plural_of(scene, seen, at, found.head if not distance else None)
        if actors:
            return actors
    return ()


def _plural_of(scene: Scene, seen: Sequence[Seen], at: int, before: int | None) -> tuple[Actor, ...]:
    """The plural that a sentence leaves in mind: its coordinated or plural subject, those who met in it, any other plural."""
    subjects = _coordinated(scene, [s for s in seen if s.rank >= _HIGH])
    if len(subjects) > 1:
        return subjects
    met = joint(scene, at, before)
    if len(met) > 1 and met[0].kind in _PERSONAL:
        return met
    plural = [s for s in seen if _is_many(s) and s.rank >= (_HIGH if s.kind == "people" else 1)]
    if plural:
        return max(plural, key=lambda s: (s.rank, s.first)).actors
    return met if len(met) > 1 else ()


def _is_many(seen: Seen) -> bool:
    return seen.plural or seen.kind in ("people", "plural", "group")


def _governing(scene: Scene, found: Found) -> tuple[Actor, ...]:
    """The plural subject of the verb over a pronoun; of an infinitive or participle first the object of the verb above."""
    sentence = scene.sentences[found.sentence]
    for verb in sentence.ancestors(sentence.tokens[found.head]):
        if verb.upos not in ("VERB", "AUX", "NOUN", "ADJ"):
            continue
        for noun in _arguments(sentence, verb):
            seen = scene.at(found.sentence, noun.index) if noun.index < found.head else None
            if seen is not None and (_is_many(seen) or seen.kind == "name" and len(with_conjuncts(scene, sentence, noun)) > 1):
                return seen.actors if seen.plural else with_conjuncts(scene, sentence, noun) or seen.actors
    return ()


def _arguments(sentence: Sentence, verb: Token) -> list[Token]:
    """Whose deed a verb may be: its subject, else the object and subject of the verb that it completes."""
    subject = sentence.child(verb, "nsubj")
    if subject is not None:
        return [subject]
    above = sentence.head(verb)
    if above is None or verb.relation not in ("xcomp", "advcl", "ccomp", "acl"):
        return []
    if verb.relation == "acl":
        return [above]
    return [*sentence.children(above, "iobj"), *sentence.children(above, "obj"), *sentence.children(above, "obl")]


def with_conjuncts(scene: Scene, sentence: Sentence, token: Token) -> tuple[Actor, ...]:
    """The actors of a word and of those coordinated with it."""
    words = (token, *sentence.children(token, "conj"))
    return distinct(a for t in words if (s := scene.at(sentence.index, t.index)) is not None for a in s.actors)


def _coordinated(scene: Scene, subjects: Iterable[Seen]) -> tuple[Actor, ...]:
    """The members of one coordination of subjects, each once."""
    by_verb: dict[tuple[int, int], list[Actor]] = {}
    for seen in subjects:
        sentence = scene.sentences[seen.sentence]
        token = sentence.tokens[seen.head]
        while token.deprel == "conj" and (head := sentence.head(token)) is not None:
            token = head
        by_verb.setdefault((seen.sentence, token.index), []).extend(seen.actors)
    groups = [distinct(actors) for actors in by_verb.values()]
    return max(groups, key=len, default=())


def joint(scene: Scene, sentence: int, before: int | None = None) -> tuple[Actor, ...]:
    """The persons who take part in what a sentence tells: its subject and those in object or oblique, if there are at least two."""
    seen = [s for s in scene.seen if s.sentence == sentence and s.rank >= 2 and (before is None or s.head < before)]
    persons = distinct(a for s in seen for a in s.actors if a.kind in _PERSONAL)
    if any(s.rank >= 3 and any(a.kind in _PERSONAL for a in s.actors) for s in seen) and len(persons) > 1:
        return persons
    states = distinct(a for s in seen for a in s.actors if a.kind in _STATELY)
    return states if any(s.rank >= 3 and any(a.kind in _STATELY for a in s.actors) for s in seen) else ()


def distinct(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Each actor once, by name, in order."""
    return tuple({a.name: a for a in actors}.values())


def first_person(scene: Scene, found: Found, quotes: tuple[Span, ...]) -> tuple[Actor, ...]:
    """Whom "we" and "I" mean: in a quotation its speaker or the speaker's state, elsewhere the author."""
    sentence = scene.sentences[found.sentence]
    quote = quotation(quotes, sentence.tokens[found.head].start)
    speaker = _speaker(scene, found.sentence, quote, quotes) if quote is not None else ()
    if found.pronoun == "mine":
        return speaker or tuple(a for a in scene.author if a.kind == "person")[:1]
    if speaker:
        return tuple(_voice(scene, a) for a in speaker)
    own = tuple(a for a in scene.author if a.kind != "person")
    if len(own) == 1 and _is_shared(scene, sentence, sentence.tokens[found.head]):
        return own + other_side(scene, found, own)
    return own


def _voice(scene: Scene, actor: Actor) -> Actor:
    """A speaker says "we" for the state or the body."""
    if actor.country and actor.kind in ("person", "office", "state", "source", "people"):
        return scene.state(actor.country)
    person = scene.cast.person_of(actor)
    body = scene.world.body(person.body) if person is not None and person.body else None
    return body or actor


def _is_shared(scene: Scene, sentence: Sentence, token: Token) -> bool:
    """Whether "our" is of both parties: "our two countries", "our alliance", "our shared goal"."""
    head = sentence.head(token)
    if head is None or token.deprel != "nmod:poss":
        return False
    if any(c.text.lower() == "between" for c in sentence.children(head, "case")):
        return True
    words = {head.lemma.lower(), *(c.text.lower() for c in sentence.children(head))}
    return any(scene.anaphora.is_noun(w, "shared") for w in words) or scene.anaphora.is_noun(head.lemma.lower(), "polity") and head.xpos == "NNS"


def other_side(scene: Scene, found: Found, own: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The states, other than the author's, of the persons that the text begins with; else the one mentioned last."""
    mine = {a.country for a in own}
    lead = dict.fromkeys(a.country for s in scene.seen if s.sentence < _LEAD and s.rank >= 1 for a in s.actors if a.kind in _PERSONAL and a.country)
    others = [c for c in lead if c not in mine and c is not None]
    if others:
        return tuple(scene.state(c) for c in others)
    for seen in sorted(_earlier(scene, found), key=lambda s: (-s.sentence, -s.rank, -s.first)):
        for actor in seen.actors:
            if actor.country and actor.country not in mine:
                return (scene.state(actor.country),)
    weighed = [c for c in scene.states_by_weight() if c not in mine]
    return (scene.state(weighed[0]),) if weighed else ()


def _speaker(scene: Scene, at: int, quote: Span, quotes: tuple[Span, ...]) -> tuple[Actor, ...]:
    """The actors who say a quotation: told in its own sentence, the ones around it, else the last who spoke."""
    for index in _around(scene, at, quote):
        sentence = scene.sentences[index]
        token = speaker_of(sentence, quote, quotes)
        seen = scene.at(index, token.index) if token is not None else None
        if seen is not None:
            return seen.actors
    return ()


def _around(scene: Scene, at: int, quote: Span) -> list[int]:
    """Sentences in which the speaker of a quotation may be told: those that it lies in, then earlier ones, then the next."""
    inside = [s.index for s in scene.sentences if s.span.overlaps(quote)]
    earlier = range(min(inside, default=at) - 1, max(-1, at - 6), -1)
    return [*inside, *earlier, *(i for i in (max(inside, default=at) + 1,) if i < len(scene.sentences))]


def pair_of_states(scene: Scene, found: Found, count: int, *, parties: bool = False, apart: bool = False) -> tuple[Actor, ...]:
    """The states that "the two countries" are: the most prominent of this sentence and the last ones, and of the article so far.

    With `parties` ("the two sides") bodies and groups count as well; `apart` leaves out who deals with them as subject of this sentence.
    """
    dealing = _subjects(scene, found) if apart else frozenset()
    weights: dict[str, float] = {}
    actors: dict[str, Actor] = {}
    total = 1 + len(scene.seen)
    for seen in scene.seen:
        distance = found.sentence - seen.sentence
        if distance < 0 or not distance and seen.first >= found.first:
            continue
        for actor in (p for a in seen.actors if (p := _party(scene, a, parties=parties)) is not None and p.name not in dealing):
            near = _PROMINENCE[seen.rank] * _DECAY**distance if distance < _LOOK else 0.0
            told = weights.get(actor.name, 0.0)
            weights[actor.name] = max(told, near) + _FREQUENT / total
            actors[actor.name] = actor
    best = sorted(weights, key=lambda n: -weights[n])[:count]
    if len(best) == count:
        return tuple(actors[n] for n in sorted(best, key=list(actors).index))
    ahead = [scene.state(s) for s in scene.states if all(actors[n].country != s for n in best)]
    whole = (*(actors[n] for n in best), *ahead)
    return whole[:count] if len(whole) >= count else ()


def _subjects(scene: Scene, found: Found) -> frozenset[str]:
    """The parties that are a subject in the sentence of a reference that is none itself."""
    sentence = scene.sentences[found.sentence]
    if rank(sentence, sentence.tokens[found.head]) >= _HIGH:
        return frozenset()
    seen = [s for s in scene.seen if s.sentence == found.sentence and s.rank >= _HIGH and s.first < found.first]
    return frozenset(p.name for s in seen for a in s.actors if (p := _party(scene, a, parties=True)) is not None)


def _party(scene: Scene, actor: Actor, *, parties: bool) -> Actor | None:
    """The state of an actor; of a person who acts for a body, a body or a group itself, where those count."""
    if actor.country and (actor.kind != "group" or not parties):
        return scene.state(actor.country) if actor.kind not in ("group", "place") else None
    if not parties:
        return None
    if actor.kind in ("body", "group"):
        return actor
    person = scene.cast.person_of(actor)
    return scene.world.body(person.body) if person is not None and person.body else None


def pair_of_persons(scene: Scene, found: Found, words: frozenset[str], count: int | None) -> tuple[Actor, ...]:
    """The persons that "the two leaders" or "the ministers" are: those who fit the noun, else where two are meant any two."""
    return _persons_met(scene, found, words, count) or (_persons_met(scene, found, frozenset(), count) if count == _PAIR else ())


def _persons_met(scene: Scene, found: Found, words: frozenset[str], count: int | None) -> tuple[Actor, ...]:
    """The persons of the latest sentences that tell of at least two who fit."""
    gathered: list[Actor] = []
    for distance in range(_FAR):
        at = found.sentence - distance
        seen = [s for s in scene.seen if s.sentence == at and s.rank >= 1 and (distance or s.head < found.first)]
        persons = distinct(a for s in sorted(seen, key=lambda s: (-s.rank, s.first)) for a in s.actors if a.kind in _PERSONAL)
        fitting = [a for a in persons if _holds(scene, a, words)]
        gathered += [a for a in fitting if all(a.name != g.name for g in gathered)]
        if len(gathered) >= (count or 2):
            return tuple(gathered[: count or len(gathered)])
    return ()


def _holds(scene: Scene, actor: Actor, words: frozenset[str]) -> bool:
    """Whether a person's office fits a plural noun; "leaders" are the highest, the generic nouns fit all."""
    if not words:
        return True
    person = scene.cast.person_of(actor)
    roles = {*(person.roles if person is not None else ()), actor.office or ""}
    if any(scene.anaphora.is_noun(w, "top") for w in words):
        return roles == {""} or not _TOP.isdisjoint(roles)
    titles = {w for t in (person.titles if person is not None else ()) for w in t}
    return bool(words & titles) or any(w in r for w in words for r in roles)
