"""Reads news of diplomacy into a typed record.

>>> import dragoman
>>> document = dragoman.read("The two presidents met in Vienna on Friday.", date="2018-03-16")  # doctest: +SKIP
>>> [e.kind for e in document.engagements]  # doctest: +SKIP
['meeting']
"""

from importlib import import_module
from typing import TYPE_CHECKING

from dragoman import errors

if TYPE_CHECKING:
    from dragoman.config import Settings
    from dragoman.pipeline import Reader, open_reader
    from dragoman.schema.record import Document

__version__ = "0.1.0"
__all__ = ["Document", "Reader", "Settings", "__version__", "errors", "open_reader", "read"]

# Where each name lives: fetched on first use, so that `import dragoman` and `dragoman --help` stay fast.
_HOMES = {
    "Document": "dragoman.schema.record",
    "Reader": "dragoman.pipeline",
    "Settings": "dragoman.config",
    "open_reader": "dragoman.pipeline",
}


def read(text: str, *, date: str | None = None, id: str = "text", title: str | None = None) -> "Document":
    """Read one text into its record.

    `date` is the document's day (`2018-03-16`); without one no relative expression ("on Friday") gets a value.
    Each call loads the language engine: for many texts, keep an `open_reader()`.
    """
    from dragoman.pipeline import open_reader as opened  # the engine takes a second to load; `import dragoman` must not

    return opened().read(text, date=date, id=id, title=title)


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'dragoman' has no attribute '{name}'")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return __all__
