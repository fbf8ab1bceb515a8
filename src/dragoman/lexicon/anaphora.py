"""Typed reader of `en/anaphora.toml`: pronouns, generic nouns for actors, words around names, and who issues a text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import DataError
from dragoman.lexicon.rows import Table, toml_tables

PATH = "en/anaphora.toml"
_ACTORS = ("state", "organ", "body", "group", "people", "source", "kin", "person", "area")
_LISTS = ("nouns", "words", "modifiers", "pronouns", "names", "issuers", "issuer_words", "motion", "roles")


@dataclass(frozen=True, slots=True, kw_only=True)
class Anaphora:
    """A kind to its words: `nouns`, `words`, `modifiers`, `names`, `issuers`, `issuer_words`, `motion`, `roles`.

    `pronouns` is a word to its kind, `quantities` a word to how many it tells.
    """

    nouns: Mapping[str, frozenset[str]]
    words: Mapping[str, frozenset[str]]
    modifiers: Mapping[str, frozenset[str]]
    pronouns: Mapping[str, str]
    names: Mapping[str, frozenset[str]]
    issuers: Mapping[str, frozenset[str]]
    issuer_words: Mapping[str, frozenset[str]]
    motion: Mapping[str, frozenset[str]]
    roles: Mapping[str, frozenset[str]]
    quantities: Mapping[str, int]

    def is_noun(self, lemma: str, *kinds: str) -> bool:
        """Whether a noun is of one of these kinds; of any that stands for actors where none is told."""
        return any(lemma in self.nouns[k] for k in (kinds or _ACTORS))

    def says(self, word: str, kind: str) -> bool:
        """Whether a word in lower case is a function word of this kind (`articles`, `definite`, `located` …)."""
        return word in self.words[kind]

    def modifies(self, word: str, kind: str) -> bool:
        """Whether a word marks an office so (`former`, `acting`, `rank`)."""
        return word.lower() in self.modifiers[kind]

    def moves(self, lemma: str, upos: str) -> bool:
        """Whether a verb or noun tells of going somewhere, so that a city behind it is a place."""
        return lemma in self.motion["verbs" if upos in ("VERB", "AUX") else "nouns"]

    def names_with(self, word: str, kind: str) -> bool:
        """Whether a word belongs to names so (`courtesy`, `particles`, `suffixes`, `female` …)."""
        return word.casefold() in self.names[kind]


def load_anaphora(overlay: Path | None = None) -> Anaphora:
    """Read `en/anaphora.toml`; a list of the user's stands in the place of ours."""
    lists: dict[str, dict[str, frozenset[str]]] = {part: {} for part in _LISTS}
    quantities: dict[str, int] = {}
    for name, table in toml_tables(PATH, overlay):
        quantities |= dict(_quantities(name, table))
        for part in _LISTS:
            lists[part] |= dict(_lists(name, part, table))
    return Anaphora(
        nouns=lists["nouns"],
        words=lists["words"],
        modifiers=lists["modifiers"],
        pronouns={word: kind for kind, words in lists["pronouns"].items() for word in words},
        names=lists["names"],
        issuers=lists["issuers"],
        issuer_words=lists["issuer_words"],
        motion=lists["motion"],
        roles=lists["roles"],
        quantities=quantities,
    )


def _section(name: str, part: str, table: Table) -> Table:
    found = table.get(part, {})
    if not isinstance(found, dict):
        raise DataError(f"{name}, {part}: write it as a table, [{part}].")
    return found


def _lists(name: str, part: str, table: Table) -> Iterator[tuple[str, frozenset[str]]]:
    for kind, words in _section(name, part, table).items():
        if not isinstance(words, list) or not all(isinstance(w, str) for w in words):
            raise DataError(f"{name}, {part}.{kind}: write a list of words.")
        yield kind, frozenset(str(w) for w in words)


def _quantities(name: str, table: Table) -> Iterator[tuple[str, int]]:
    for word, number in _section(name, "quantities", table).items():
        if not isinstance(number, int):
            raise DataError(f"{name}, quantities.{word}: write a whole number.")
        yield word, number
