"""Titles and the roles they mean; terms of office and the days they cover."""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from dragoman.lexicon.names import words_of
from dragoman.lexicon.rows import csv_rows
from dragoman.schema.world import Tenure

_DAY = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?")
_TITLE = ("title", "country", "role", "cameo", "acting", "ambiguous")
_CUE = ("word", "kind")
# News dates a change of office by the day it is told, the register by the formal one (Tillerson: 13 against 31 March 2018).
_SLACK = timedelta(days=60)
# A tenure seen open is taken as still running for two years after the last day that its source knows.
_TRUST = timedelta(days=730)


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("men"):
        return word[:-3] + "man"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us")) else word


class Titles:
    """The vocabulary of titles: general use, and a state's own ("Secretary of State" of the USA)."""

    def __init__(self, overlay: Path | None = None) -> None:
        cues = list(csv_rows("world/cues.csv", _CUE, overlay))
        self._articles = frozenset(row["word"] for row in cues if row["kind"] == "article")
        self._complements = frozenset(row["word"] for row in cues if row["kind"] == "complement")
        rows = list(csv_rows("world/titles.csv", _TITLE, overlay))
        self._roles = {(row["country"], self._key(row["title"])): row["role"] for row in rows}
        self.vocabulary = tuple(sorted({row["title"].casefold() for row in rows}, key=lambda t: (-len(t.split()), -len(t), t)))

    def _key(self, title: str) -> tuple[str, ...]:
        return tuple(_singular(w) for w in words_of(title.casefold()) if w not in self._articles)

    def role(self, title: str, country: str | None) -> str | None:
        """The role of a title, with whatever words stand around it; None where it is no title or tells no role ("Sheikh")."""
        words = self._key(title)
        for end in self._ends(words):
            for start in range(end):
                role = self._known(words[start:end], country)
                if role is not None:
                    return self._portfolio(role, words) or None
        return None

    def _ends(self, words: Sequence[str]) -> Iterator[int]:
        """Where a title may end: at its last word, then before each complement from the right ("envoy for Sudan")."""
        yield len(words)
        yield from (at for at in range(len(words) - 1, 0, -1) if words[at] in self._complements)

    def _known(self, key: tuple[str, ...], country: str | None) -> str | None:
        own = self._roles.get((country, key)) if country is not None else None
        return own if own is not None else self._roles.get(("", key))

    @staticmethod
    def _portfolio(role: str, words: Sequence[str]) -> str:
        """A minister of something that no entry names is another minister; a bare minister may be any."""
        named = any(pair in (("minister", "of"), ("minister", "for")) for pair in pairwise(words))
        return "minister other" if role == "official" and named else role


@dataclass(frozen=True, slots=True)
class Term:
    """A row of tenures.csv: dates in EDTF; `seen_first` and `seen_last` are the days on which a source saw the holder in office."""

    person: str
    country: str
    body: str
    role: str
    office: str
    counterpart: str
    start: str
    end: str
    acting: str
    seen_first: str
    seen_last: str
    as_of: str
    confidence: str


@lru_cache(maxsize=65_536)
def first_day(value: str) -> date | None:
    """The first day of an EDTF date of day, month or year precision, of an interval that of its beginning; None for any other value."""
    found = _DAY.match(value)
    if found is None:
        return None
    year, month, day = (int(part or 1) for part in found.groups())
    return date(year, month, min(day, monthrange(year, month)[1]))


@lru_cache(maxsize=65_536)
def _last_day(value: str) -> date | None:
    """The last day of a date of day, month or year precision."""
    first = first_day(value)
    if first is None or len(value) >= 10:
        return first
    if len(value) == 7:
        return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return first.replace(month=12, day=31)


def fit(row: Term, day: date | None) -> int:
    """How well a tenure covers a day: 0 inside, 1 by its slack or an open end still trusted, 2 likely, 3 stale, 9 another time."""
    if day is None:
        return 0
    start, end = first_day(row.start), _last_day(row.end)
    seen = first_day(row.seen_first), _last_day(row.seen_last)
    if start is None and end is None:
        return _fit_seen(seen, day)
    if start is not None and day < start:
        return 1 if start - day <= _SLACK else 9
    if end is not None:
        return 0 if day <= end else 1 if day - end <= _SLACK else 9
    known = max(filter(None, (_last_day(row.as_of), seen[1])), default=start)
    if known is None or day <= known:
        return 0
    return 1 if day - known <= _TRUST else 3


def _fit_seen(seen: tuple[date | None, date | None], day: date) -> int:
    first, last = seen
    if first is None or last is None:
        return 3
    if first <= day <= last:
        return 0
    away = max(first - day, day - last)
    return 1 if away <= _SLACK else 2 if away <= _TRUST / 2 else 9 if away > _TRUST else 3


def covers(tenure: Tenure, on: str) -> bool:
    """Whether a tenure, as given out, holds on a day, within the slack of news and the trust in an open end."""
    day = first_day(on)
    known = "" if tenure.end else tenure.as_of or ""
    if day is None:
        return False
    start, end, told = first_day(tenure.start or ""), _last_day(tenure.end or ""), _last_day(known)
    if start is None and end is None:
        return told is not None and abs(told - day) <= _TRUST
    begun = start is None or start - _SLACK <= day
    return begun and (day <= end + _SLACK if end is not None else told is None or day <= told + _TRUST)


def standing(row: Term, day: date | None) -> int:
    """Who of two that cover a day holds the office: the acting one told for that day, then the regular, then any other acting one.

    Sullivan acted from 13 March 2018 in the news while Tillerson's formal term ran to the 31st.
    """
    if not row.acting:
        return 1
    return 0 if day is not None and row.start and fit(row, day) == 0 else 2


def backwards(start: str) -> int:
    """A key that sorts the latest beginning first."""
    day = first_day(start)
    return -day.toordinal() if day else 0
