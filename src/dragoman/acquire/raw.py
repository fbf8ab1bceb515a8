"""A text as it was acquired, and a row that could not be."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RawDocument:
    """A text and what came with it. `date` is its day (YYYY-MM-DD) only where a row or a person gave it."""

    id: str
    text: str
    date: str | None = None
    title: str | None = None
    source: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BadRow:
    """A row of a table that holds no text: its line number, and one sentence that says why."""

    line: int
    sentence: str
