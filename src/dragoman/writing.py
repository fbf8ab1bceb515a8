"""Documents to standard output as they are read: one JSON object a line, or the view for people. Whatever is amiss goes to standard error."""

import sys
from collections.abc import Callable

from dragoman.errors import InputError
from dragoman.schema.codec import to_json
from dragoman.schema.record import Document

Show = Callable[[Document], None]
Writer = Callable[[Document | InputError], bool]


def writer(*, json: bool = False, explain: bool = False, doubtful: bool = False) -> Writer:
    """Choose how documents are written. The writer says whether what it was given was usable; of what was not, it says why on standard error."""
    show = _lines(doubtful) if json else _people(explain, doubtful)

    def write(given: Document | InputError) -> bool:
        slip = why_unusable(given)
        if slip is not None:
            sys.stderr.write(f"dragoman: {' '.join(slip.split())}\n")
        if isinstance(given, Document):
            show(given)
        return slip is None

    return write


def why_unusable(given: Document | InputError) -> str | None:
    """Say in one sentence why an input yields nothing; None of an article."""
    if isinstance(given, InputError):
        return str(given)
    return None if given.article.article else f"{given.id}: {given.article.why_not}"


def _lines(doubtful: bool) -> Show:
    def show(document: Document) -> None:
        sys.stdout.write(to_json(document, doubtful=doubtful) + "\n")
        sys.stdout.flush()

    return show


def _people(explain: bool, doubtful: bool) -> Show:
    from dragoman.explain import explanation
    from dragoman.render import console, view

    screen = console()

    def show(document: Document) -> None:
        if document.article.article:
            screen.print(view(document, doubtful=doubtful))
            if explain:
                screen.print(explanation(document, doubtful=doubtful))

    return show
