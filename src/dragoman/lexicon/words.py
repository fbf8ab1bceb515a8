"""Typed readers of the small tables about words themselves: abbreviations and irregular lemmas."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dragoman.lexicon.rows import csv_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class WordTables:
    """`before_name`: abbreviations that never end a sentence; `abbreviations`: all that keep their full stop; `starters`: words that open a
    sentence after an abbreviation; `lemmas`: (form, UPOS or "") to lemma.
    """

    before_name: frozenset[str]
    abbreviations: frozenset[str]
    starters: frozenset[str]
    lemmas: Mapping[tuple[str, str], str]


def load_words(overlay: Path | None = None) -> WordTables:
    """Read `en/abbreviations.csv` and `en/lemmas.csv`."""
    rows = list(csv_rows("en/abbreviations.csv", ("form", "kind"), overlay))
    of = {kind: frozenset(r["form"] for r in rows if r["kind"] == kind) for kind in ("before_name", "other", "starter")}
    lemmas = {(r["form"], r["upos"]): r["lemma"] for r in csv_rows("en/lemmas.csv", ("form", "upos", "lemma"), overlay)}
    return WordTables(before_name=of["before_name"], abbreviations=of["before_name"] | of["other"], starters=of["starter"], lemmas=lemmas)
