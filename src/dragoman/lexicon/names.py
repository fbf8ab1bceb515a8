"""Find the names of the gazetteer in running text, and fold names of people so that spellings meet."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dragoman.schema.text import Span

_TOKEN = re.compile(r"[^\W_]+|[^\w\s]")
_ALIKE = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "–": "-", "‑": "-", "‐": "-", "—": "-"})
# Which reading of one and the same name comes first: a phrase that is no actor ("Washington Post") blocks all others.
_ORDER = ("block", "country", "demonym", "metonym", "body", "group", "venue", "region", "city")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A name of the gazetteer in running text.

    `kind`: `country`, `demonym`, `metonym`, `body`, `group`, `city`, `venue`, `region`. `target`: ISO alpha-3 of a country, demonym, city,
    venue; the id of a body; the name of a group; a metonym's state or body; a region's state, or its own name where it lies in several.
    """

    span: Span
    kind: str
    target: str
    ambiguous: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One entry of the gazetteer. `flags`: `a` ambiguous, `c` only in exactly this case, `n` also a person's name, `w` also an English word."""

    name: str
    kind: str
    target: str
    flags: str = ""
    valid_from: str = ""
    valid_to: str = ""

    def valid(self, on: str | None) -> bool:
        """Whether the name meant this on a day; today where no day is told."""
        if on is None:
            return not self.valid_to
        return (not self.valid_from or self.valid_from <= on) and (not self.valid_to or on < self.valid_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Words around a name that tell a place from a person: prepositions of place, given names, abbreviated courtesies ("Mr")."""

    locative: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()
    courtesy: frozenset[str] = frozenset()


class _Word(NamedTuple):
    """A word of a text; a tuple, as a line of 5 MB has a million of them (a frozen dataclass takes three times as long)."""

    raw: str
    folded: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Phrase:
    raw: tuple[str, ...]
    folded: tuple[str, ...]
    names: tuple[Name, ...]


def words_of(name: str) -> tuple[str, ...]:
    """The words and signs of a name, apostrophes and hyphens made alike."""
    return tuple(_TOKEN.findall(name.translate(_ALIKE)))


class Gazetteer:
    """Longest names first, found by their first two words: one pass over the words of a text, whatever the number of names."""

    def __init__(self, names: Iterable[Name], cues: Cues) -> None:
        self._cues = cues
        grouped: dict[tuple[str, ...], list[Name]] = {}
        for name in names:
            grouped.setdefault(words_of(name.name), []).append(name)
        self._by_first: dict[str, dict[str, list[_Phrase]]] = {}
        for raw, same in grouped.items():
            folded = tuple(w.casefold() for w in raw)
            same.sort(key=lambda n: _ORDER.index(n.kind))
            second = folded[1] if len(folded) > 1 else ""
            self._by_first.setdefault(folded[0], {}).setdefault(second, []).append(_Phrase(raw, folded, tuple(same)))
        for seconds in self._by_first.values():
            for phrases in seconds.values():
                phrases.sort(key=lambda p: -len(p.raw))

    def scan(self, text: str, span: Span, *, capitals: bool, on: str | None) -> tuple[Hit, ...]:
        """Longest non-overlapping names inside the span, in order."""
        words = _words(text, span)
        hits: list[Hit] = []
        at = 0
        while at < len(words):
            phrase = self._at(words, at, capitals) if words[at].folded in self._by_first else None
            if phrase is None:
                at += 1
                continue
            hit = self._hit(phrase, text, words, at, capitals, on)
            if hit is not None:
                hits.append(hit)
            at += len(phrase.raw)
        return tuple(hits)

    def _at(self, words: Sequence[_Word], at: int, capitals: bool) -> _Phrase | None:
        seconds = self._by_first[words[at].folded]
        following = words[at + 1].folded if at + 1 < len(words) else ""
        candidates: list[_Phrase] = [*seconds.get(following, ()), *seconds.get("", ())]
        for phrase in candidates:
            found = words[at : at + len(phrase.raw)]
            if len(found) == len(phrase.raw) and _matches(phrase, found, capitals):
                return phrase
        return None

    def _hit(self, phrase: _Phrase, text: str, words: Sequence[_Word], at: int, capitals: bool, on: str | None) -> Hit | None:
        name = _reading(phrase.names, on)
        after = at + len(phrase.raw)
        if name.kind == "block" or _is_word_in_capitals(name, words, at, after, capitals):
            return None
        end = words[after - 1].end
        if _dotted(phrase.raw) and text[end : end + 1] == ".":
            end += 1
        return Hit(span=Span(start=words[at].start, end=end), kind=name.kind, target=name.target, ambiguous=self._doubt(name, words, at, capitals))

    def _doubt(self, name: Name, words: Sequence[_Word], at: int, capitals: bool) -> bool:
        before = words[at - 1].folded if at else ""
        if name.kind == "city" and before in self._cues.locative:
            return False
        if "a" in name.flags or (capitals and "w" in name.flags and self._is_doubtful_word(name, before)):
            return True
        return "n" in name.flags and self._after_person(words, at, before)

    @staticmethod
    def _is_doubtful_word(name: Name, before: str) -> bool:
        """In a line of capitals: whether a name may be the plain word ("US" without "THE", a town called "Reading"); "TURKEY" is the state."""
        return name.name.isupper() and before != "the" if name.kind in ("country", "demonym") else True

    def _after_person(self, words: Sequence[_Word], at: int, before: str) -> bool:
        """Whether a given name, an initial or a courtesy stands before ("Michael Jordan", "J. London", "Mr. Chad")."""
        if before != ".":
            return before in self._cues.given or before in self._cues.courtesy
        if at < 2:
            return False
        earlier = words[at - 2]
        return earlier.folded in self._cues.courtesy or (len(earlier.raw) == 1 and earlier.raw.isupper() and (at < 3 or words[at - 3].raw != "."))


def _words(text: str, span: Span) -> list[_Word]:
    found: list[_Word] = []
    for match in _TOKEN.finditer(text, span.start, span.end):
        raw = match.group()
        alike = raw if raw[0].isalnum() else raw.translate(_ALIKE)
        found.append(_Word(alike, alike.casefold(), *match.span()))
    return found


def _matches(phrase: _Phrase, found: Sequence[_Word], capitals: bool) -> bool:
    exact = any("c" in name.flags for name in phrase.names)
    for raw, folded, word in zip(phrase.raw, phrase.folded, found, strict=True):
        if folded != word.folded or not (capitals and word.raw.isupper() or _cased(raw, word.raw, exact)):
            return False
    return True


def _cased(raw: str, word: str, exact: bool) -> bool:
    """Whether a word is spelled in a case that the name allows: as in the gazetteer, or in capitals as in a headline."""
    if raw == word or raw.islower():
        return True
    return not exact and len(word) > 2 and word.isupper() and raw[0].isupper()


def _reading(names: Sequence[Name], on: str | None) -> Name:
    return next((name for name in names if name.valid(on)), names[-1])


def _dotted(raw: Sequence[str]) -> bool:
    """Whether a name is an abbreviation with dots, whose last dot may be left out or end the sentence."""
    return len(raw) > 2 and raw[1] == "." and len(raw[0]) == 1 and raw[-1] != "." and len(raw[-1]) == 1


def _is_word_in_capitals(name: Name, words: Sequence[_Word], at: int, after: int, capitals: bool) -> bool:
    """Whether an acronym is a plain word of a line in capitals ("WHO SAID", "THAT IS"); "US" is kept, it mostly is the state."""
    if "w" not in name.flags or not name.name.isupper() or name.target == "USA":
        return False
    around = [w.raw for w in (*words[max(0, at - 1) : at], *words[after : after + 1])]
    return capitals or any(len(raw) > 2 and raw.isalpha() and raw.isupper() for raw in around)


def fold(name: str) -> str:
    """A person's name as the register keys it: no accents, hyphens, dots, apostrophes or case; one space between words."""
    if name.isascii():
        return " ".join(_PARTS.findall(name.replace("'", "").replace("`", "").casefold()))
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    plain = plain.translate(_ALIKE).replace("'", "").translate(_LETTERS).casefold()
    return " ".join(_PARTS.findall(plain))


_PARTS = re.compile(r"[^\W_]+")


_LETTERS = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "æ": "ae", "Æ": "Ae", "ß": "ss", "ð": "d", "þ": "th"})
_FAMILY_FIRST = frozenset({"CHN", "HKG", "HUN", "JPN", "KHM", "KOR", "MAC", "PRK", "SGP", "TWN", "VNM"})
_SUFFIX = re.compile(r"[js]r|[ivx]{2,}")


def without_suffix(parts: list[str]) -> list[str]:
    """The words of a folded name without "jr", "iii" after it."""
    return parts[:1] + [p for p in parts[1:] if not _SUFFIX.fullmatch(p)]


def name_keys(name: str, countries: Iterable[str]) -> frozenset[str]:
    """Folded spellings of a full name under which it is found: without initials and suffixes, either order where families come first."""
    parts = without_suffix(fold(name).split())
    if len(parts) < 2:
        return frozenset({" ".join(parts)} - {""})
    long = [p for p in parts if len(p) > 1]
    keys = {" ".join(parts), " ".join(long), f"{parts[0]} {parts[-1]}"}
    if not _FAMILY_FIRST.isdisjoint(countries):
        keys |= {" ".join([*parts[1:], parts[0]]), " ".join([parts[-1], *parts[:-1]])}
        keys |= {f"{parts[0]} {''.join(parts[1:])}", f"{''.join(parts[1:])} {parts[0]}"}
    return frozenset(keys)


def settle(text: str, hits: Sequence[Hit], cities: Mapping[tuple[str, str], str]) -> tuple[Hit, ...]:
    """Give a city the state that follows it after a comma ("Tripoli, Lebanon"), and read "Atlanta, Georgia" as the American region.

    `cities` has (folded name, ISO alpha-3) of every city in the scan.
    """
    settled = list(hits)
    for at in range(len(hits) - 1):
        first, second = hits[at], hits[at + 1]
        if first.kind not in ("city", "metonym") or text[first.span.end : second.span.start].strip() != ",":
            continue
        name = fold(first.span.of(text))
        if second.kind in ("country", "region") and (name, second.target) in cities:
            settled[at] = Hit(span=first.span, kind=first.kind if first.target == second.target else "city", target=second.target)
        elif second.target == "GEO" and (name, "USA") in cities and (name, "GEO") not in cities:
            settled[at] = Hit(span=first.span, kind="city", target="USA")
            settled[at + 1] = Hit(span=second.span, kind="region", target="USA")
    return tuple(settled)
