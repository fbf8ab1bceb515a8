"""The cast of an article: its named persons, each with full name, state and office, and the actors that other words stand for."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.lexicon.anaphora import Anaphora
from dragoman.lexicon.names import fold
from dragoman.lexicon.world import World
from dragoman.resolve.names import Called
from dragoman.resolve.offices import Office
from dragoman.schema.world import Actor, Tenure

_HIGH = frozenset({"head of state", "head of government", "foreign minister", "head of organisation", "vice head of state", "defence minister"})
# Offices of states, whose holder has a state even where no word tells which.
_NATIONAL = frozenset(
    {
        *("head of state", "head of government", "foreign minister", "defence minister", "vice head of state", "deputy head of government"),
        *("trade minister", "finance minister", "interior minister", "deputy foreign minister", "deputy defence minister", "minister other"),
        *("parliament speaker", "chief of defence"),
    }
)
# Roles whose bare title names the state's own holder in its own text.
_TITLED = frozenset({"official", "role", "head of sister"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person of the article.

    `titles` are the folded words of each title told, `title` one of them in full; `roles` all roles told, in order of the text.
    """

    actor: Actor
    names: tuple[tuple[str, ...], ...]
    titles: tuple[frozenset[str], ...] = ()
    title: str | None = None
    roles: tuple[str, ...] = ()
    body: str | None = None
    female: bool | None = None
    first_seen: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """The persons of an article, and which of them each name in the text is (by sentence and first word of the bare name)."""

    persons: tuple[Person, ...]
    by_place: Mapping[tuple[int, int], int]

    def of(self, called: Called) -> Person:
        """The person that a name is."""
        return self.persons[self.by_place[called.sentence, called.start]]

    def person_of(self, actor: Actor) -> Person | None:
        """The person behind an actor."""
        return next((p for p in self.persons if p.actor.name == actor.name), None)


def cast_of(names: Sequence[Called], world: World, anaphora: Anaphora, *, on: str | None, home: str | None) -> Cast:
    """Gather the names of an article into persons. `home` is the state that a title without one belongs to, if told."""
    clusters = _clusters(names, anaphora)
    persons = tuple(_person([names[i] for i in cluster], world, anaphora, on=on, home=home) for cluster in clusters)
    places = {(names[i].sentence, names[i].start): at for at, cluster in enumerate(clusters) for i in cluster}
    return Cast(persons=persons, by_place=places)


def _clusters(names: Sequence[Called], anaphora: Anaphora) -> list[list[int]]:
    """Indexes of names that are one person's, the fullest names first as seeds."""
    order = sorted(range(len(names)), key=lambda i: (-len(_strong(names[i], anaphora)), names[i].sentence, names[i].start))
    clusters: list[list[int]] = []
    for i in order:
        fitting = [c for c in clusters if _fits(names[i], [names[j] for j in c], anaphora)]
        if fitting:
            min(fitting, key=lambda c: _distance(names[i], [names[j] for j in c])).append(i)
        else:
            clusters.append([i])
    for cluster in clusters:
        cluster.sort(key=lambda i: (names[i].sentence, names[i].start))
    return sorted(clusters, key=lambda c: (names[c[0]].sentence, names[c[0]].start))


def _strong(called: Called, anaphora: Anaphora) -> tuple[str, ...]:
    """Words of a name without initials and suffixes."""
    return tuple(w for w in called.words if len(w) > 1 and not anaphora.names_with(w, "suffixes")) or called.words


def _fits(called: Called, cluster: Sequence[Called], anaphora: Anaphora) -> bool:
    if any(called.country and c.country and called.country != c.country for c in cluster):
        return False
    if any(called.female is not None and c.female is not None and called.female != c.female for c in cluster):
        return False
    return any(_same(_strong(called, anaphora), _strong(c, anaphora), anaphora) for c in cluster)


def _same(short: tuple[str, ...], full: tuple[str, ...], anaphora: Anaphora) -> bool:
    """Whether a name is the other or a part of it: its last word, its first (families come first in some), or words in its order."""
    if len(short) > len(full):
        short, full = full, short
    if short == full or "".join(short) == "".join(full):
        return True
    if len(short) == len(full):
        return short[-1] == full[-1] and _alike(short[0], full[0]) or short[0] == full[0] and len(full) > 1 and _alike(short[-1], full[-1])
    bare = tuple(w for w in short if not anaphora.names_with(w, "particles")) or short
    return all(w in full for w in bare) and (bare[-1] == full[-1] or len(bare) > 1 or bare[0] in full)


def _alike(one: str, other: str) -> bool:
    """Whether two words are spellings of one: the same to two letters."""
    if one[:1] != other[:1] or min(len(one), len(other)) < 4 or abs(len(one) - len(other)) > 2:
        return False
    common = sum(1 for a, b in zip(one, other, strict=False) if a == b)
    backwards = sum(1 for a, b in zip(reversed(one), reversed(other), strict=False) if a == b)
    return max(common, backwards) >= max(len(one), len(other)) - 2


def _distance(called: Called, cluster: Sequence[Called]) -> tuple[bool, bool, bool, int]:
    """How far a name is from a person: by another family name's place, state, title, then by sentences, those before it first."""
    words = called.words
    ends = any(words[-1] in (c.words[-1], c.words[0]) for c in cluster)
    state = bool(called.country) and any(c.country == called.country for c in cluster)
    roles = {o.role for o in called.offices}
    role = bool(roles) and any(o.role in roles for c in cluster for o in c.offices)
    before = [called.sentence - c.sentence for c in cluster if c.sentence <= called.sentence]
    return not ends, not state, not role, min(before, default=1000)


def _person(names: Sequence[Called], world: World, anaphora: Anaphora, *, on: str | None, home: str | None) -> Person:
    full = max(names, key=lambda c: (len(_strong(c, anaphora)), len(c.words), -c.sentence))
    offices = [o for c in names for o in c.offices]
    told = _told_country(names)
    body = next((c.body for c in names if c.body), None)
    current = [o for o in offices if not o.former and not o.kin]
    tenure = _registered(full, world, told, _first_role(current or offices), on)
    international = body or _first_role(current) == "head of organisation"
    country = told or (None if international else tenure.country if tenure else (home if offices else None))
    role = _role(current, country, tenure, world)
    actor = Actor(
        name=_full_name(full, tenure, anaphora),
        country=country,
        kind="person",
        office=role,
        acting=any(o.acting for o in current) or bool(not current and tenure and tenure.acting),
        id=tenure.holder_id if tenure else None,
    )
    return Person(
        actor=actor,
        names=tuple(dict.fromkeys(c.words for c in names)),
        titles=tuple(o.words for o in offices),
        title=next((o.title for o in current if o.role and o.role not in _TITLED), None),
        roles=tuple(dict.fromkeys(r for r in (*(o.role for o in offices), role) if r)),
        body=body or (tenure.body if tenure else None),
        female=next((c.female for c in names if c.female is not None), None),
        first_seen=(names[0].sentence, names[0].start),
    )


def _told_country(names: Iterable[Called]) -> str | None:
    """The state that the text gives most often."""
    told = [c.country for c in names if c.country]
    return max(told, key=told.count) if told else None


def _first_role(offices: Iterable[Office]) -> str | None:
    return next((o.role for o in offices if o.role and o.role not in _TITLED), None)


def _role(offices: Sequence[Office], country: str | None, tenure: Tenure | None, world: World) -> str | None:
    """The role that the titles mean in this state, the fullest first; else the register's."""
    for office in sorted(offices, key=lambda o: -len(o.title)):
        role = world.title_role(office.title, country) or office.role
        if role and role not in _TITLED:
            return role
    return tenure.role if tenure else next((o.role for o in offices if o.role), None)


def _registered(full: Called, world: World, country: str | None, role: str | None, on: str | None) -> Tenure | None:
    """The register's best tenure for a name; a family name alone must agree in state or role, or be one of the highest offices."""
    found = world.persons(full.name, country=country, on=on, role=role)
    if not found:
        return None
    best = found[0]
    if country is not None and best.country != country:
        return None
    if len(full.words) > 1 or (role is not None and best.role == role) or (country is not None and best.country == country):
        return best
    alike = {t.holder_id for t in found}
    return best if role is None and (best.role in _HIGH or len(alike) == 1) else None


def _full_name(full: Called, tenure: Tenure | None, anaphora: Anaphora) -> str:
    """The text's own full name; the register's where the text has the family name alone."""
    if tenure is not None and len(_strong(full, anaphora)) == 1 and fold(full.name) in fold(tenure.holder).split():
        return tenure.holder
    return full.name


def with_states(cast: Cast, names: Sequence[Called], near: Callable[[Called, frozenset[str]], str | None]) -> Cast:
    """The cast with a state for those whose title tells none and whom the register does not know.

    `near` gives the state that the words before a name speak of most, some left out: those of the others named in its sentence.
    """
    known: dict[int, set[str]] = {}
    for called in names:
        country = cast.of(called).actor.country
        if country:
            known.setdefault(called.sentence, set()).add(country)
    persons = list(cast.persons)
    for called in names:
        at = cast.by_place[called.sentence, called.start]
        person = persons[at]
        if person.actor.country is None and person.body is None and person.actor.office in _NATIONAL and called.offices:
            state = near(called, frozenset(known.get(called.sentence, ())))
            persons[at] = replace(person, actor=replace(person.actor, country=state))
    return Cast(persons=tuple(persons), by_place=cast.by_place)


def with_author(cast: Cast, author: Actor | None, world: World) -> Cast:
    """The cast with the person of a by-line, who may be named nowhere else ("the Secretary")."""
    if author is None or author.office is None or any(_same_actor(p.actor, author) for p in cast.persons):
        return cast
    found = world.persons(author.name, country=author.country)
    title = frozenset(found[0].office.lower().split()) - {"of", "the", "for"} if found else frozenset()
    person = Person(actor=author, names=(tuple(fold(author.name).split()),), titles=(title,), roles=(author.office,), first_seen=(-1, 0))
    return Cast(persons=(*cast.persons, person), by_place=cast.by_place)


def _same_actor(one: Actor, other: Actor) -> bool:
    return fold(one.name).split()[-1:] == fold(other.name).split()[-1:]


def with_role(person: Person, office: Office, world: World) -> Actor:
    """A person as seen at a mention that tells another office."""
    role = world.title_role(office.title, person.actor.country) or office.role
    return replace(person.actor, office=role, acting=office.acting) if role and role not in _TITLED else person.actor


def state_actor(world: World, iso3: str) -> Actor:
    """A state as an actor."""
    country = world.country(iso3)
    return Actor(name=country.name if country else iso3, country=iso3, kind="state", id=iso3, code=country.cameo if country else None)


def office_actor(world: World, anaphora: Anaphora, office: Office, country: str | None, body: str | None, *, on: str | None) -> Actor:
    """An office that nobody fills in this text, with the register's holder of the day: "Foreign Minister of Japan"."""
    owner = world.country(country) if country else None
    organisation = world.body(body) if body else None
    name = of_name(office, owner.name if owner else organisation.name if organisation else None, anaphora)
    role = world.title_role(office.title, country) or office.role
    held = world.holders(role, country, on, body=body) if role and not office.former and (country or body) else ()
    return Actor(
        name=name,
        country=country,
        kind="office",
        office=role,
        acting=office.acting,
        holder=held[0].holder if held else None,
        id=held[0].holder_id if held else None,
    )


def of_name(office: Office, owner: str | None, anaphora: Anaphora) -> str:
    """`<Office> of <Country>`, the title's words capitalised."""
    words = office.title.lower().split() if office.title.isupper() else office.title.split()
    title = " ".join(
        w if anaphora.says(w.lower(), "small") and i else "-".join(p[:1].upper() + p[1:] for p in w.split("-")) for i, w in enumerate(words)
    )
    if office.former:
        title = f"former {title}"
    return f"{title} of {owner}" if owner else title
