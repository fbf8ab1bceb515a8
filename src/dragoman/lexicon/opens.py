"""Read what a text can leave open about an engagement, and with which words."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dragoman.lexicon.rows import csv_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenWords:
    """`matters`: a noun to what is open (`time`, `place`, `participants`, `agenda`); `settle`: verbs that would settle it; `candidate`: verbs
    that name an option.
    """

    matters: Mapping[str, str]
    settle: frozenset[str]
    candidate: frozenset[str]


def load_opens(overlay: Path | None = None) -> OpenWords:
    """Read `en/open.csv`."""
    rows = list(csv_rows("en/open.csv", ("word", "kind", "aspect"), overlay))
    of = {kind: frozenset(r["word"] for r in rows if r["kind"] == kind) for kind in ("settle", "candidate")}
    return OpenWords(matters={r["word"]: r["aspect"] for r in rows if r["kind"] == "matter"}, settle=of["settle"], candidate=of["candidate"])
