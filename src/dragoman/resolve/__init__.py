"""Who, when and where: mentions of actors, times and places, each tied to its words and resolved."""

from collections import Counter
from collections.abc import Sequence

from dragoman.lexicon.whole import Lexicon
from dragoman.resolve.actors import Cast, cast_of, with_author, with_role, with_states
from dragoman.resolve.author import author_person, author_states, authors, joint_authors
from dragoman.resolve.coreference import distinct, first_person, pronoun
from dragoman.resolve.dates import read_times
from dragoman.resolve.gazetteer import demonym_person, group_named, halves, part_of
from dragoman.resolve.mentions import Found, find
from dragoman.resolve.names import Called, known_names, read_names
from dragoman.resolve.nominals import noun
from dragoman.resolve.offices import Office, TitleIndex, read_offices
from dragoman.resolve.phrases import STATE, Mark, Reading, read_marks
from dragoman.resolve.places import dateline_place, read_places
from dragoman.resolve.quotes import quotation, quoted
from dragoman.resolve.scene import Scene
from dragoman.resolve.titled import office
from dragoman.schema.record import Mention, Resolution
from dragoman.schema.text import Article, Sentence, Span
from dragoman.schema.world import Actor

__all__ = ["resolve"]

_ISO = 3
_MARK_KINDS = {"country": "state", "demonym": "state", "metonym": "metonym", "body": "body", "group": "group", "region": "plural"}


def resolve(article: Article, sentences: Sequence[Sentence], lexicon: Lexicon) -> Resolution:
    """The mentions, times and places of an article, and who its author is."""
    readings = tuple(_reading(article, s, lexicon) for s in sentences)
    index = TitleIndex(lexicon.world.titles())
    offices = tuple(read_offices(r, index) for r in readings)
    names = _names(readings, offices)
    scene = _scene(article, sentences, readings, names, lexicon)
    found = [f for r, n, o in zip(readings, names, offices, strict=True) for f in find(r, n, o)]
    _read(scene, readings, found)
    return Resolution(
        mentions=tuple(sorted(scene.mentions, key=lambda m: (m.span.start, -m.span.end))),
        times=read_times(article, sentences, lexicon.times),
        places=read_places(readings),
        author=scene.author,
    )


def _reading(article: Article, sentence: Sentence, lexicon: Lexicon) -> Reading:
    marks = read_marks(article, sentence, lexicon.world)
    return Reading(article=article, sentence=sentence, marks=marks, world=lexicon.world, anaphora=lexicon.anaphora)


def _names(readings: Sequence[Reading], offices: Sequence[tuple[Office, ...]]) -> tuple[tuple[Called, ...], ...]:
    """Named persons by sentence; family names that the engine missed are found by those that it did not."""
    tagged = [read_names(r, o) for r, o in zip(readings, offices, strict=True)]
    families = frozenset(w for names in tagged for c in names if c.offices or len(c.words) > 1 for w in c.words[-1:] if len(w) > 2)
    return tuple(
        tuple(sorted((*names, *known_names(r, families, names, o)), key=lambda c: c.start))
        for r, names, o in zip(readings, tagged, offices, strict=True)
    )


def _scene(
    article: Article, sentences: Sequence[Sentence], readings: Sequence[Reading], names: Sequence[tuple[Called, ...]], lexicon: Lexicon
) -> Scene:
    states = author_states(article, lexicon.world, lexicon.anaphora)
    flat = [c for of_sentence in names for c in of_sentence]
    home = states[0] if len(states) == 1 else _dateline_state(article, readings)
    cast = cast_of(flat, lexicon.world, lexicon.anaphora, on=article.date, home=home)
    cast = with_states(cast, flat, lambda called, without: _state_near(readings, called, without))
    states = states or _speaking(flat, cast, article) or _first_person(readings)
    person = author_person(article, lexicon.world, states)
    several = joint_authors(article, sentences, lexicon.world) if len(states) == 1 else ()
    author = (*(several or authors(lexicon.world, states)), *((person,) if person else ()))
    cast = with_author(cast, person, lexicon.world)
    return Scene(
        article=article,
        sentences=sentences,
        world=lexicon.world,
        anaphora=lexicon.anaphora,
        cast=cast,
        home=states[0] if len(states) == 1 else home,
        author=author,
        regions=tuple(m.text for r in readings for m in r.marks if m.kind == "region"),
        states=tuple(c for c, _ in Counter(m.target for r in readings for m in r.marks if m.kind in STATE and m.state).most_common()),
        located={r.sentence.index: m.target for r in readings for m in r.marks[:1] if _opens(r, m)},
        called=dict(enumerate(names)),
        bodies=tuple(dict.fromkeys(m.target for r in readings for m in r.marks if m.kind == "body")),
        groups=_group_names(readings),
    )


def _state_near(readings: Sequence[Reading], called: Called, without: frozenset[str]) -> str | None:
    """The state that this sentence up to a name and the two before it speak of most."""
    told: Counter[str] = Counter()
    for reading in readings[max(0, called.sentence - 2) : called.sentence + 1]:
        before = [m for m in reading.marks if reading.sentence.index < called.sentence or m.first < called.first]
        told.update(m.state for m in before if m.state and m.state not in without)
    return told.most_common(1)[0][0] if told else None


def _group_names(readings: Sequence[Reading]) -> dict[str, str]:
    """For each group the fullest name that the text has for it: capitalised throughout, the canonical one where it occurs."""
    found: dict[str, str] = {}
    for reading in readings:
        for mark in reading.marks:
            if mark.kind == "group":
                best = found.get(mark.target, "")
                fuller = len(mark.text.split()) > len(best.split()) and all(w[0].isupper() or len(w) < _ISO + 1 for w in mark.text.split())
                if best != mark.target and (mark.text == mark.target or fuller and not reading.article.capitals):
                    found[mark.target] = mark.text
    return found


def _opens(reading: Reading, mark: Mark) -> bool:
    """Whether a city of a state stands at the beginning of a sentence: "In Madrid, …"."""
    return mark.first == 1 and reading.low(0) == "in" and mark.kind in ("metonym", "city") and len(mark.target) == _ISO


def _dateline_state(article: Article, readings: Sequence[Reading]) -> str | None:
    if article.dateline_place is None or not readings:
        return None
    place = dateline_place(article.dateline_place, article.text, readings)
    return place.country if place is not None else None


def _speaking(names: Sequence[Called], cast: Cast, article: Article) -> tuple[str, ...]:
    """The state whose officials a text titles without naming their state: its own ("Vice President Harris spoke with …")."""
    if article.dateline is not None:
        return ()
    bare = [cast.of(c).actor.country for c in names if c.offices and not c.country and not c.body]
    told = {c.country for c in names if c.country}
    counted = Counter(c for c in bare if c)
    best = counted.most_common(1)
    return (best[0][0],) if best and (best[0][0] not in told or best[0][1] > 1) else ()


def _first_person(readings: Sequence[Reading]) -> tuple[str, ...]:
    """The state named most in a text without dateline that says "we" outside quotations: a government's own."""
    if not readings or readings[0].article.dateline is not None:
        return ()
    quotes = quoted(readings[0].article)
    told = [t for r in readings for t in r.tokens if r.anaphora.pronouns.get(t.text.lower()) == "ours" and t.upos == "PRON"]
    if not any(quotation(quotes, t.start) is None for t in told):
        return ()
    named = Counter(m.target for r in readings for m in r.marks if m.kind == "country")
    return tuple(c for c, _ in named.most_common(1))


def _read(scene: Scene, readings: Sequence[Reading], found: Sequence[Found]) -> None:
    """Resolve all in the order of the text, "we" and "I" at the end, when all speakers are known."""
    quotes = quoted(scene.article)
    late = {id(f) for f in found if _waits(f, readings[f.sentence], quotes)}
    for one in (*(f for f in found if id(f) not in late), *(f for f in found if id(f) in late)):
        reading = readings[one.sentence]
        _add(scene, reading, one, first_person(scene, one, quotes) if one.pronoun in ("ours", "mine") else _actors(scene, one))


def _waits(one: Found, reading: Reading, quotes: tuple[Span, ...]) -> bool:
    """Whether a reference hangs on the speaker of a quotation: "we", "our country" in it."""
    at = one.first if one.pronoun else one.noun.possessor if one.noun else None
    if at is None or reading.anaphora.pronouns.get(reading.low(at)) not in ("ours", "mine"):
        return False
    return quotation(quotes, reading.tokens[at].start) is not None


def _add(scene: Scene, reading: Reading, one: Found, actors: tuple[Actor, ...]) -> None:
    mention = Mention(
        span=reading.span(one.first, one.last), refers_to=actors, kind=_kind(one, actors), sentence=one.sentence, head=one.head, rule=_rule(one)
    )
    scene.add(mention, lemma=one.noun.lemma if one.noun else "", first=one.first)


def _actors(scene: Scene, one: Found) -> tuple[Actor, ...]:
    if one.several:
        return distinct(a for head in one.several if (s := scene.at(one.sentence, head)) is not None for a in s.actors)
    if one.called is not None:
        person = scene.cast.of(one.called)
        told = one.called.offices[0] if one.called.offices and not one.called.offices[0].kin else None
        return (with_role(person, told, scene.world) if told and not told.former else person.actor,)
    if one.office is not None:
        return office(scene, one, one.office)
    if one.mark is not None:
        return _marked(scene, one, one.mark)
    if one.noun is not None:
        return noun(scene, one, one.noun)
    if one.pronoun == "halves":
        return halves(scene, _word(scene, one))
    return part_of(scene, "the " + _word(scene, one)) if one.pronoun == "half" else pronoun(scene, one)


def _word(scene: Scene, one: Found) -> str:
    """The head word of a reference."""
    return scene.sentences[one.sentence].tokens[one.head].text


def _marked(scene: Scene, one: Found, mark: Mark) -> tuple[Actor, ...]:
    if mark.kind == "demonym":
        compatriot = demonym_person(scene, one)
        if compatriot:
            return compatriot
    if mark.state is not None:
        return (scene.state(mark.state),)
    if mark.kind == "region":
        return halves(scene, mark.text)
    if mark.kind == "group":
        return group_named(scene, mark.target)
    actor = scene.world.body(mark.target)
    return (actor,) if actor is not None else part_of(scene, mark.text)


def _kind(one: Found, actors: tuple[Actor, ...]) -> str:
    if one.called is not None:
        return "name"
    if one.office is not None:
        return "office"
    if one.mark is not None:
        return _MARK_KINDS[one.mark.kind]
    if one.several:
        return "plural"
    if one.pronoun:
        return {"half": "state", "halves": "plural"}.get(one.pronoun, "pronoun")
    if actors and actors[0].kind in ("source", "people"):
        return actors[0].kind
    return "plural" if len(actors) > 1 else "state" if actors and actors[0].kind == "state" else "people"


def _rule(one: Found) -> str:
    if one.called is not None:
        return "name"
    if one.office is not None:
        return f"title/{one.office.title.lower()}"
    if one.mark is not None:
        return f"gazetteer/{one.mark.kind}"
    return f"noun/{one.noun.lemma}" if one.noun else f"pronoun/{one.pronoun}"
