"""Read PLOVER and CAMEO: the codes, and the rows that say which code follows from an item's layer, kind, status and words."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import cast

from dragoman.errors import DataError
from dragoman.lexicon.patterns import Pattern, compile_words
from dragoman.lexicon.rows import Table, csv_rows, toml_tables

CAMEO = "ontology/cameo.csv"
GOLDSTEIN = "ontology/goldstein.csv"
PLOVER = "ontology/plover.toml"
RULES = "ontology/rules.csv"
FAMILIES = "ontology/families.csv"
TOPICS = "ontology/topics.toml"
CONTEXTS = "ontology/contexts.toml"
SECTORS = "ontology/sectors.csv"
AGENTS = "ontology/agents.csv"
STATELESS = "ontology/stateless.csv"
GENERAL = "*"
FARTHER = 20  # characters that one text further on weighs
LATER = 25  # characters that one rank of a topic weighs
DIRECTIONS = ("visit", "visitor_first", "host_first", "mutual", "both", "directed")
_BROAD = {"GOV", "CVL", "PTY"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CameoCode:
    """A CAMEO code with its quad class, its Goldstein value and its PLOVER counterpart."""

    code: str
    name: str
    quad: int
    goldstein: float
    plover: str | None
    mode: str | None
    contexts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PloverType:
    """A PLOVER event type; `recipient` says whether it needs one."""

    quad: int
    score: float
    recipient: bool
    modes: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A row of rules.csv: items that it fits, and what codes they get. Empty fields ask, or give, nothing.

    `kinds` and `statuses` hold alternatives or `*`; `when` is a circumstance, `words` a topic that the item's words must tell of. The CAMEO code is
    `cameo`, or that of the `family` for the item's topic. `plover` and `mode` overrule those of the CAMEO code.
    """

    layer: str
    kinds: frozenset[str]
    statuses: frozenset[str]
    when: str | None
    words: str | None
    family: str | None
    cameo: str | None
    plover: str | None
    mode: str | None
    direction: str

    def fits(self, layer: str, kind: str, status: str) -> bool:
        """Whether the row is about such items."""
        known = self.layer == layer and (kind in self.kinds or GENERAL in self.kinds)
        return known and (status in self.statuses or GENERAL in self.statuses)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A code of a family and the topic it was chosen for; `mode` where it differs from the code's own."""

    topic: str
    cameo: str
    mode: str | None = None


@dataclass(frozen=True, kw_only=True)
class Topic:
    """One entry of topics.toml: any of `phrases`, and any of `beside` if given; lower `rank` is looked at first.

    Patterns are made when first asked for.
    """

    id: str
    phrases: tuple[str, ...]
    beside: tuple[str, ...] | None
    rank: int

    @cached_property
    def words(self) -> Pattern:
        """What tells of it."""
        return compile_words(self.phrases)

    @cached_property
    def also(self) -> Pattern | None:
        """What must stand in the text too."""
        return None if self.beside is None else compile_words(self.beside)

    def found(self, text: str) -> tuple[int, int] | None:
        """Where the text begins to tell of it, a higher rank counting as a later place, and minus the length of the words; None where it does not."""
        found = self.words.search(text)
        if found is None or (self.also is not None and self.also.search(text) is None):
            return None
        return found.start() + LATER * self.rank, found.start() - found.end()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontology:
    """PLOVER, CAMEO and the rules between the record and them."""

    cameo: Mapping[str, CameoCode]
    plover: Mapping[str, PloverType]
    rules: tuple[Rule, ...]
    families: Mapping[str, Mapping[str, Choice]]
    topics: Mapping[str, tuple[Topic, ...]]
    contexts: Mapping[str, Pattern]
    sectors: Mapping[str, str]
    agents: tuple[tuple[Pattern, str], ...]
    stateless: tuple[tuple[Pattern, str], ...]

    def tells(self, topic: str, text: str) -> bool:
        """Whether a text tells of a topic."""
        return any(entry.found(text) is not None for entry in self.topics[topic])

    def choose(self, family: str, *texts: str) -> Choice:
        """Choose the code of a family by the topic told first, in the earlier text; its general code where none is told.

        A topic yields to one whose code is a closer one (195 to 1951).
        """
        codes = self.families[family]
        told: list[tuple[tuple[int, int], str]] = []
        for number, text in enumerate(texts):
            for topic, at in self._found(codes, text):
                told.append(((at[0] + FARTHER * number, at[1]), topic))
        if not told:
            return codes[GENERAL]
        first = codes[min(told)[1]]
        return next((c for _, t in sorted(told) if (c := codes[t]).cameo.startswith(first.cameo) and c.cameo != first.cameo), first)

    def _found(self, topics: Iterable[str], text: str) -> Iterator[tuple[str, tuple[int, int]]]:
        for topic in topics:
            for entry in self.topics.get(topic, ()):
                if (at := entry.found(text)) is not None:
                    yield topic, at

    def topic_of(self, cameo: str) -> str | None:
        """Name a topic that some family has this code for ("0841": "release")."""
        every = (choice for codes in self.families.values() for choice in codes.values())
        return next((choice.topic for choice in every if choice.cameo == cameo and choice.topic != GENERAL), None)

    def contexts_in(self, text: str) -> tuple[str, ...]:
        """Name the PLOVER contexts that a text tells of."""
        return tuple(name for name, words in self.contexts.items() if words.search(text))

    def sector_named(self, name: str) -> str | None:
        """Read the sector out of a description ("senior officials": GOV); a special sector goes before government and civilians."""
        found = [sector for words, sector in self.agents if words.search(name)]
        return next((sector for sector in found if sector not in _BROAD), found[0] if found else None)

    def stateless_code(self, name: str) -> str | None:
        """Code a region or a kind of body out of a description without a state ("West African leaders": WAF)."""
        return next((code for words, code in self.stateless if words.search(name)), None)


def load_ontology(overlay: Path | None = None) -> Ontology:
    """Read the tables of `ontology/`; a user's row of the same code, topic or role adds to ours or replaces it, a user's rule goes before ours."""
    found = Ontology(
        cameo={code.code: code for code in _cameo(overlay)},
        plover=dict(_plover(overlay)),
        rules=tuple(_rules(overlay)),
        families=_families(overlay),
        topics=_topics(overlay),
        contexts=dict(_contexts(overlay)),
        sectors={row["role"]: row["sector"] for row in csv_rows(SECTORS, ("role", "sector"), overlay)},
        agents=tuple(_described(AGENTS, "sector", overlay)),
        stateless=tuple(_described(STATELESS, "code", overlay)),
    )
    _check(found)
    return found


def _cameo(overlay: Path | None) -> Iterator[CameoCode]:
    values = {row["code"]: float(row["value"]) for row in csv_rows(GOLDSTEIN, ("code", "value"), overlay)}
    for row in csv_rows(CAMEO, ("code", "name", "quad", "plover", "mode", "contexts"), overlay):
        if row["code"] not in values:
            raise DataError(f"{GOLDSTEIN}: no row for {row['code']}; add one.")
        yield CameoCode(
            code=row["code"],
            name=row["name"],
            quad=int(row["quad"]),
            goldstein=values[row["code"]],
            plover=row["plover"] or None,
            mode=row["mode"] or None,
            contexts=tuple(filter(None, row["contexts"].split(";"))),
        )


def _plover(overlay: Path | None) -> Iterator[tuple[str, PloverType]]:
    for _, table in toml_tables(PLOVER, overlay):
        for name, entry in cast(Mapping[str, Table], table).items():
            yield name, PloverType(**entry)  # type: ignore[arg-type]


def _rules(overlay: Path | None) -> Iterator[Rule]:
    columns = ("layer", "kind", "status", "when", "words", "family", "cameo", "plover", "mode", "direction")
    own = list(csv_rows(RULES, columns))
    users = list(csv_rows(RULES, columns, overlay))[len(own) :]
    for row in (*users, *own):
        yield Rule(
            layer=row["layer"],
            kinds=frozenset(row["kind"].split("|")),
            statuses=frozenset(row["status"].split("|")),
            when=row["when"] or None,
            words=row["words"] or None,
            family=row["family"] or None,
            cameo=row["cameo"] or None,
            plover=row["plover"] or None,
            mode=row["mode"] or None,
            direction=row["direction"],
        )


def _families(overlay: Path | None) -> dict[str, dict[str, Choice]]:
    found: dict[str, dict[str, Choice]] = {}
    for row in csv_rows(FAMILIES, ("family", "topic", "cameo", "mode"), overlay):
        found.setdefault(row["family"], {})[row["topic"]] = Choice(topic=row["topic"], cameo=row["cameo"], mode=row["mode"] or None)
    return found


def _topics(overlay: Path | None) -> dict[str, tuple[Topic, ...]]:
    found: dict[str, list[Topic]] = {}
    for name, table in toml_tables(TOPICS, overlay):
        for number, entry in enumerate(cast(list[Table], table.get("topic", [])), 1):
            topic = _topic(entry, f"{name}, topic {number}")
            found.setdefault(topic.id, []).append(topic)
    return {id: tuple(entries) for id, entries in found.items()}


def _topic(entry: Table, where: str) -> Topic:
    if "id" not in entry or "words" not in entry or set(entry) - {"id", "words", "also", "rank"}:
        raise DataError(f"{where}: the fields are {', '.join(entry)}; they must be id and words, and may be also and rank.")
    beside = tuple(cast(list[str], entry["also"])) if "also" in entry else None
    rank = cast(int, entry.get("rank", 1 if beside is None else 0))
    return Topic(id=str(entry["id"]), phrases=tuple(cast(list[str], entry["words"])), beside=beside, rank=rank)


def _contexts(overlay: Path | None) -> Iterator[tuple[str, Pattern]]:
    for _, table in toml_tables(CONTEXTS, overlay):
        for name, words in table.items():
            yield name, compile_words(cast(list[str], words))


def _described(path: str, column: str, overlay: Path | None) -> Iterator[tuple[Pattern, str]]:
    """Give words and what they mean, the longest words first."""
    rows = sorted(csv_rows(path, ("words", column), overlay), key=lambda row: -len(row["words"]))
    for row in rows:
        yield re.compile(rf"(?<!\w){re.escape(row['words'])}(?!\w)", re.IGNORECASE), row[column]


def _check(found: Ontology) -> None:
    """Refuse rows that point to what is not there."""
    for number, rule in enumerate(found.rules, 2):
        fields = (("family", rule.family, found.families), ("words", rule.words, found.topics), ("cameo", rule.cameo, found.cameo))
        for field, value, known in fields:
            if value is not None and value not in known:
                raise DataError(f"{RULES}, rule {number}, {field}: {value} is unknown; mend the row.")
        if rule.direction not in DIRECTIONS:
            raise DataError(f"{RULES}, rule {number}, direction: {rule.direction} is none of {', '.join(DIRECTIONS)}; mend the row.")
    for family, codes in found.families.items():
        for topic, choice in codes.items():
            if choice.cameo not in found.cameo or (topic != GENERAL and topic not in found.topics):
                raise DataError(f"{FAMILIES}, {family}, {topic}: the topic or the code {choice.cameo} is unknown; mend the row.")
        if GENERAL not in codes:
            raise DataError(f"{FAMILIES}, {family}: no row for {GENERAL}; add one.")
