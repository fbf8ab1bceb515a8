"""Word patterns of the ontology's tables: "embargo*", "end .. hostilities", "^that"."""

import re
from collections.abc import Iterable

Pattern = re.Pattern[str]
_GAP = r"(?:\W+[\w'-]+){0,3}?\W+"
_NEVER = re.compile(r"(?!)")


def compile_words(words: Iterable[str]) -> Pattern:
    """Make one pattern of several, for text that `plain` has made even.

    `*` stands for any ending, ` .. ` for up to three words between, a leading `^` for the start of the text.
    """
    parts = [_one(word) for word in words]
    return re.compile("|".join(parts)) if parts else _NEVER


def plain(text: str) -> str:
    """Make a text even: small letters, single spaces, straight apostrophes and hyphens."""
    return re.sub(r"\s+", " ", text.replace("’", "'").replace("‑", "-")).strip().lower()


def _one(word: str) -> str:
    start = "^" if word.startswith("^") else r"(?<![\w'-])"
    gaps = word.removeprefix("^").lower().split(" .. ")
    return start + _GAP.join(r"\W+".join(_word(w) for w in gap.split()) for gap in gaps) + r"(?![\w])"


def _word(word: str) -> str:
    return re.escape(word).replace(r"\*", r"\w*").replace(r"\?", r"\w")
