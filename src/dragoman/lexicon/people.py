"""People of public life and their tenures, by name and by office."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from sys import intern

from dragoman.lexicon.names import fold, name_keys, without_suffix
from dragoman.lexicon.offices import Term, backwards, first_day, fit, standing
from dragoman.lexicon.rows import csv_rows
from dragoman.schema.world import Tenure

_PERSON = ("id", "name", "countries", "keys", "families")
_TENURE = (
    "person", "country", "body", "role", "office", "counterpart", "start", "end", "acting", "seen_first", "seen_last", "as_of", "confidence",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Person:
    id: str
    name: str
    countries: str
    tenures: list[int]


# Whom a bare family name means where several fit: those who conduct foreign relations, by rank.
_RANK = {
    "head of state": 0, "head of government": 0, "foreign minister": 1, "head of organisation": 1, "national security adviser": 2,
    "defence minister": 2, "vice head of state": 3, "deputy head of government": 3, "trade minister": 3, "special envoy": 3,
    "deputy foreign minister": 4, "ambassador un": 4, "spokesperson": 4,
}  # fmt: skip


class Register:
    """People and their tenures of office, indexed by name and by office."""

    def __init__(self, overlay: Path | None = None) -> None:
        self._given = {row["name"]: row["same_as"] for row in csv_rows("world/given.csv", ("name", "same_as"), overlay)}
        self._styles = frozenset(r["word"] for r in csv_rows("world/cues.csv", ("word", "kind"), overlay) if r["kind"] == "style")
        self._rows = [Term(*(intern(row[column]) for column in _TENURE)) for row in csv_rows("world/tenures.csv", _TENURE, overlay)]
        self._people: dict[str, _Person] = {}
        self._by_key: dict[str, list[str]] = {}
        self._by_family: dict[str, list[str]] = {}
        self._by_office: dict[tuple[str, str], list[int]] = {}
        for row in csv_rows("world/people.csv", _PERSON, overlay):
            self._add_person(row)
        for at, tenure in enumerate(self._rows):
            self._by_office.setdefault((tenure.role, tenure.country or tenure.body), []).append(at)
            if tenure.person in self._people:
                self._people[tenure.person].tenures.append(at)

    def _add_person(self, row: dict[str, str]) -> None:
        """Index a person by full and family names; those of our own table are folded already, a user may leave both columns empty."""
        self._people[row["id"]] = _Person(row["id"], row["name"], row["countries"], [])
        keys = row["keys"].split(";") if row["keys"] else name_keys(row["name"], row["countries"].split(";"))
        families = row["families"].split(";") if row["families"] else family_keys(row["name"], row["name"].split()[-1])
        for key in keys:
            self._by_key.setdefault(key, []).append(row["id"])
        for family in families:
            self._by_family.setdefault(family, []).append(row["id"])

    def holders(self, role: str, place: str, on: str | None, counterpart: str | None = None) -> tuple[Tenure, ...]:
        """Who held the office on the day, best first; without a day all of them, latest first."""
        day = first_day(on) if on else None
        rows = [self._rows[at] for at in self._by_office.get((role, place), ())]
        rows = [row for row in rows if counterpart is None or row.counterpart == counterpart]
        inside = [(fitting, row) for row in rows if (fitting := fit(row, day)) < 9]
        inside.sort(key=lambda f: (f[0], standing(f[1], day), f[1].confidence, backwards(f[1].start)))
        best: dict[str, Term] = {}
        for _, row in inside:
            best.setdefault(row.person, row)
        return tuple(self._tenure(row) for row in best.values())

    def persons(self, name: str, country: str | None, on: str | None, role: str | None) -> tuple[Tenure, ...]:
        """Tenures of those who bear this name, best first: in the state and role told, then by day, then by rank of office."""
        ids, exact = self._bearers(name, country)
        day = first_day(on) if on else None
        found = [(self._people[i], self._rows[at]) for i in ids for at in self._people[i].tenures]
        if country is not None and any(row.country == country for _, row in found):
            found = [(p, row) for p, row in found if row.country == country]
        if not exact:
            found = [(p, row) for p, row in found if fit(row, day) < 9 or row.role == role]
        found.sort(key=lambda f: self._order(f[1], day, role))
        return tuple(self._tenure(row) for _, row in found)

    @staticmethod
    def _order(row: Term, day: date | None, role: str | None) -> tuple[bool, int, int, str, int]:
        return role is not None and row.role != role, fit(row, day), _RANK.get(row.role, 5), row.confidence, backwards(row.start)

    def _bearers(self, name: str, country: str | None) -> tuple[Sequence[str], bool]:
        """Ids of those called so, and whether by a full name; a full name that is spelled otherwise is met by family and given name."""
        parts = self._plain(name)
        key = " ".join(parts)
        if len(parts) < 2:
            return self._by_family.get(key) or self._by_key.get(key, []), False
        for spelled in (key, " ".join(p for p in parts if len(p) > 1), f"{parts[0]} {parts[-1]}"):
            if spelled in self._by_key:
                return self._by_key[spelled], True
        if key in self._by_family:
            return self._by_family[key], False
        return [i for i in dict.fromkeys(self._alike(parts)) if country is None or country in self._people[i].countries], True

    def _plain(self, name: str) -> list[str]:
        """The folded words of a name without styles before it ("King") and suffixes after it ("Jr.", "II")."""
        parts = fold(name).split()
        while len(parts) > 1 and parts[0] in self._styles:
            parts = parts[1:]
        return without_suffix(parts)

    def _alike(self, parts: Sequence[str]) -> Iterator[str]:
        for family, given in ((parts[-1], parts[0]), (parts[0], "".join(parts[1:]))):
            for i in self._by_family.get(family, ()):
                theirs = [p for p in fold(self._people[i].name).split() if p != family]
                if theirs and any(self._same_given(given, other) for other in (*theirs, "".join(theirs))):
                    yield i

    def _same_given(self, one: str, two: str) -> bool:
        """Whether two given names are one: Joe and Joseph, Muhammad and Mohammed by the table, Sergei and Sergiy by their letters."""
        return self._given.get(one, one) == self._given.get(two, two) or near(one, two)

    def _tenure(self, row: Term) -> Tenure:
        person = self._people.get(row.person)
        return Tenure(
            holder=person.name if person else row.person,
            holder_id=row.person,
            country=row.country or None,
            body=row.body or None,
            role=row.role,
            office=row.office,
            counterpart=row.counterpart or None,
            start=row.start or None,
            end=row.end or None,
            acting=bool(row.acting),
            as_of=row.as_of or None,
            confidence=row.confidence,
        )


def family_keys(name: str, family: str) -> frozenset[str]:
    """Folded family names: as given, without article or particle, and the last two words of a full name ("Pena Nieto")."""
    own, parts = fold(family), fold(name).split()
    keys = {own, re.sub(r"^(al|el|ul|ibn|bin) ", "", own)}
    if len(parts) > 2 and own == parts[-1]:
        keys.add(" ".join(parts[-2:]))
    if len(parts) > 3 and own == parts[-1]:
        keys.add(parts[-2])
    return frozenset(k for k in keys if len(k) > 1)


def near(given: str, other: str) -> bool:
    """Whether two given names are spellings of one (Sergei, Sergey, Sergiy): same first letter, at most two letters apart, four letters long."""
    if min(len(given), len(other)) < 4 or given[0] != other[0] or abs(len(given) - len(other)) > 2:
        return False
    return _distance(given, other) <= (2 if min(len(given), len(other)) > 5 else 1)


def _distance(one: str, two: str) -> int:
    row = list(range(len(two) + 1))
    for i, a in enumerate(one, 1):
        last, row[0] = row[0], i
        for j, b in enumerate(two, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (a != b))
    return row[-1]
