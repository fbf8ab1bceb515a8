"""What must hold of whatever comes out of the reader, and a bound in time for whatever goes in."""

import json
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, is_dataclass, replace
from functools import cache
from types import FrameType

from dragoman import open_reader
from dragoman.pipeline import Reader
from dragoman.schema.codec import from_json, to_json
from dragoman.schema.record import Document
from dragoman.schema.text import Span

PATIENCE = 60  # seconds, some twenty times what the slowest case takes on a busy machine


@cache
def reader() -> Reader:
    """One reader for all cases."""
    return open_reader()


class HangError(AssertionError):
    """A case that never came back."""


@contextmanager
def patience(seconds: int = PATIENCE) -> Iterator[None]:
    """End a case that hangs."""

    def late(number: int, frame: FrameType | None) -> None:
        raise HangError(f"still running after {seconds} seconds")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def spans(value: object) -> Iterator[Span]:
    """Every span of a record."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from spans(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from spans(part)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from spans(getattr(value, field.name))


def check(document: Document) -> None:
    """A valid record: it goes through JSON and back, it says what it is, and every span lies in the text."""
    article = document.article
    written = to_json(document, doubtful=True)
    back = from_json(written)
    back = replace(back, article=replace(back.article, text=article.text))  # the one thing that the JSON form leaves out
    assert to_json(back, doubtful=True) == written
    assert "\n" not in written
    json.loads(written)
    size = len(article.text)
    assert [s for s in spans(document) if not 0 <= s.start <= s.end <= size] == []
    items = (*document.engagements, *document.statements, *document.actions)
    assert [i.id for i in items if not i.evidence or any(not s.of(article.text).strip() for s in i.evidence)] == []
    assert len({i.id for i in items}) == len(items)
    if not article.article:
        assert is_sentence(article.why_not or "")
        assert not items


def is_sentence(text: str) -> bool:
    """One line that begins with a capital or a name and ends with a full stop, and no word of a program's insides."""
    inside = ("Traceback", "Error:", "<class", "object at 0x", "codec can't")
    return text.endswith((".", ")")) and len(text.splitlines()) == 1 and len(text) < 500 and not any(word in text for word in inside)
