"""Typed reader of `en/times.toml`: the words of calendar time, by kind, and the feasts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from dragoman.errors import DataError
from dragoman.lexicon.rows import Table, toml_tables
from dragoman.schema.text import Sentence, Token

PATH = "en/times.toml"
Meaning = int | str
MOST_WORDS = 6  # between a length and its noun: "a three-day official visit"
MOST_LENGTH = 400  # a longer count is no length of a visit
BREAKS = ("ADP", "VERB", "AUX", "CCONJ", "SCONJ", "PRON")


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday:
    """A feast: a fixed day (`month`, `day`), days from Easter, the n-th weekday of a month, or a month or day of the Islamic calendar."""

    names: tuple[str, ...]
    month: int | None = None
    day: int | None = None
    easter: int | None = None
    weekday: int | None = None
    nth: int | None = None
    islamic_month: int | None = None
    islamic_day: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeLexicon:
    """`words`: a word to its kinds and what it means as each; `phrases`: a first word to (further words, kind, meaning), longest first;
    `holidays` by name.
    """

    words: Mapping[str, Mapping[str, Meaning]]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str, Meaning], ...]]
    holidays: Mapping[str, Holiday]

    def has(self, word: str, kind: str) -> bool:
        """Whether a word is of a kind."""
        return kind in self.words.get(word.lower(), {})

    def number(self, word: str) -> int | None:
        """The count that a word or figure names ("three", "3", "a")."""
        if word.isascii() and word.isdigit() and len(word) < 5:
            return int(word)
        kinds = self.words.get(word.lower(), {})
        found = kinds.get("cardinal", kinds.get("article"))
        return found if isinstance(found, int) else None


def load_times(overlay: Path | None = None) -> TimeLexicon:
    """Read `en/times.toml`, the user's entries over ours."""
    kinds: dict[str, dict[str, Meaning]] = {}
    holidays: dict[str, Holiday] = {}
    for number, (name, table) in enumerate(toml_tables(PATH, overlay)):
        for kind, entries in table.items():
            if number and kind not in {*kinds, "holiday"}:
                raise DataError(f"{name}, {kind}: there is no such kind of word; the kinds are {', '.join(sorted(kinds))}.")
            if kind == "holiday":
                holidays |= {n: h for h in _holidays(name, entries) for n in h.names}
            else:
                kinds.setdefault(kind, {}).update(_entries(name, kind, entries))
    kinds["holiday"] = {n: n for n in holidays}
    return _indexed(kinds, holidays)


def _indexed(kinds: Mapping[str, Mapping[str, Meaning]], holidays: Mapping[str, Holiday]) -> TimeLexicon:
    words: dict[str, dict[str, Meaning]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str, Meaning]]] = {}
    for kind, entries in kinds.items():
        for entry, meaning in entries.items():
            first, *rest = split_words(entry)
            if rest:
                phrases.setdefault(first, []).append((tuple(rest), kind, meaning))
            words.setdefault(entry, {})[kind] = meaning
    ordered = {first: tuple(sorted(found, key=lambda p: -len(p[0]))) for first, found in phrases.items()}
    return TimeLexicon(words=words, phrases=ordered, holidays=holidays)


def split_words(entry: str) -> list[str]:
    """The pieces of an entry as the time grammar cuts text: words, hyphens, the possessive."""
    text = entry.replace("’", "'")
    for mark in ("-", "'s", "' "):
        text = text.replace(mark, f" {mark.strip()} ")
    return text.split()


def _entries(name: str, kind: str, entries: object) -> Iterator[tuple[str, Meaning]]:
    if not isinstance(entries, dict):
        raise DataError(f"{name}, {kind}: a table of words is needed, as [{kind}] with lines like word = 1.")
    for word, meaning in cast(Table, entries).items():
        if not isinstance(meaning, int | str):
            raise DataError(f"{name}, {kind}, {word}: the meaning must be a number or a word, not {meaning!r}.")
        yield word.lower(), meaning


def _holidays(name: str, entries: object) -> Iterator[Holiday]:
    if not isinstance(entries, list):
        raise DataError(f"{name}, holiday: entries are needed, each under [[holiday]].")
    for number, entry in enumerate(entries, 1):
        yield _holiday(f"{name}, holiday {number}", cast(Table, entry))


def _holiday(where: str, entry: Table) -> Holiday:
    fields = tuple(Holiday.__dataclass_fields__)
    if wrong := [f for f in entry if f not in fields]:
        raise DataError(f"{where}: no field '{wrong[0]}'; the fields are {', '.join(fields)}.")
    names = entry.get("names")
    if not isinstance(names, list) or not all(isinstance(n, str) for n in names) or not names:
        raise DataError(f"{where}: names must be a list of names in lower case.")
    numbers = {f: v for f, v in entry.items() if f != "names"}
    if slips := [f for f, v in numbers.items() if not isinstance(v, int)]:
        raise DataError(f"{where}: {slips[0]} must be a whole number.")
    return Holiday(names=tuple(n.lower() for n in names), **cast(dict[str, int], numbers))


def duration_days(sentence: Sentence, token: Token, times: TimeLexicon) -> int | None:
    """The length in days of an event by its noun or verb: "a three-day visit", "weeklong talks", "two days of talks", "stayed for a week"."""
    return _before_noun(sentence, token, times) or _around(sentence, token, times)


def _before_noun(sentence: Sentence, token: Token, times: TimeLexicon) -> int | None:
    """A length among the words right before a noun."""
    words: list[str] = []
    for other in reversed(sentence.tokens[max(0, token.index - MOST_WORDS) : token.index]):
        if other.upos in BREAKS or (other.upos == "PUNCT" and other.text != "-"):
            break
        words[:0] = split_words(other.text.lower())
    lengths = (_length(words, at, times) for at in range(len(words) - 1, -1, -1))
    return next((found for found in lengths if found is not None), None)


def _length(words: list[str], at: int, times: TimeLexicon) -> int | None:
    """Days of a length whose unit stands at a place: "three - day", "weeklong", "week - long"."""
    joined = "-".join(words[at - 2 : at + 1 : 2]) if at > 1 and words[at - 1] == "-" else words[at]
    whole = times.words.get(joined, {}).get("long_days")
    if isinstance(whole, int):
        return whole
    unit = times.words.get(words[at], {}).get("adjective_unit")
    if not isinstance(unit, int) or at < 2 or words[at - 1] != "-":
        return None
    return _days(times.number(words[at - 2]), unit)


def _around(sentence: Sentence, token: Token, times: TimeLexicon) -> int | None:
    """ "two days of talks", "a visit of three days", "stayed for a week": the length above or below the word in the tree."""
    near = [*sentence.children(token, "nmod", "obl")]
    above = sentence.head(token)
    if above is not None and token.relation == "nmod":
        near.append(above)
    return next((days for n in near if (days := _counted(sentence, n, times)) is not None), None)


def _counted(sentence: Sentence, unit: Token, times: TimeLexicon) -> int | None:
    days = times.words.get(unit.lemma.lower(), {}).get("adjective_unit")
    count = sentence.child(unit, "nummod", "det")
    if not isinstance(days, int) or count is None or sentence.child(unit, "amod") is not None:
        return None
    return _days(times.number(count.text), days)


def _days(count: int | None, unit: int) -> int | None:
    return None if count is None or count > MOST_LENGTH else max(1, count * unit)
