"""What a verb was given, one text after the other: files, rows, standard input, addresses. A slip is passed on as data, and the rest goes on."""

import datetime
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from dragoman.acquire import BadRow, RawDocument, fetch, from_bytes, read_path
from dragoman.errors import InputError, SettingsError

STDIN = "-"
ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
Given = RawDocument | InputError


def day(value: str | None) -> str | None:
    """Check the day of `--date`; a wrong one is a SettingsError."""
    try:
        if value is None or datetime.date.fromisoformat(value).isoformat() == value:
            return value
    except ValueError as slip:
        raise SettingsError(f"--date '{value}' is no day of the calendar; write it as 2018-03-16.") from slip
    raise SettingsError(f"--date '{value}' is not written as a day; write it as 2018-03-16.")


def gather(names: Iterable[str], *, date: str | None = None) -> Iterator[Given]:
    """Take each input in its order; `date` serves those that bring no day of their own."""
    for name in names:
        try:
            for given in _of(name):
                yield _usable(given, date)
        except InputError as slip:
            yield slip


def _of(name: str) -> Iterator[RawDocument | BadRow]:
    if name == STDIN:
        yield from_bytes(sys.stdin.buffer.read(), id="stdin")
    elif ADDRESS.match(name):
        yield fetch(name)
    else:
        yield from read_path(Path(name))


def _usable(given: RawDocument | BadRow, date: str | None) -> Given:
    if isinstance(given, BadRow):
        return InputError(given.sentence)
    return replace(given, date=given.date or date)
