"""Read a file or standard input into raw documents: text, HTML, gzip of either, tables of rows."""

from collections.abc import Iterator
from pathlib import Path

from dragoman.acquire.decoding import decode
from dragoman.acquire.html import looks_like_html, read_html
from dragoman.acquire.raw import BadRow, RawDocument
from dragoman.acquire.tables import read_rows
from dragoman.errors import InputError

TABLES = (".jsonl", ".ndjson")
PAGES = (".html", ".htm", ".xhtml")
PACKED = ".gz"
LONGEST_NAME = 200  # characters of a path that a sentence shows


def read_path(path: Path) -> Iterator[RawDocument | BadRow]:
    """Every document of a file: one of a text or page, one of each row of a table."""
    name = path.name.removesuffix(PACKED)
    if name.endswith(TABLES):
        yield from read_rows(read_bytes(path), stem=name.rpartition(".")[0])
    else:
        yield read_file(path)


def read_file(path: Path) -> RawDocument:
    """The text of a file. A file that is no text (PDF, picture) is passed on as it is, for cleaning to say so. InputError if it cannot be opened."""
    name = path.name.removesuffix(PACKED)
    return from_bytes(read_bytes(path), id=Path(name).stem, html=name.lower().endswith(PAGES))


def from_bytes(data: bytes, *, id: str, url: str | None = None, declared: str | None = None, html: bool = False) -> RawDocument:
    """The text of some bytes; a page of HTML, told by `html` or by how it begins, gives its article."""
    text = decode(data, declared)
    if html or looks_like_html(text):
        return read_html(text, id=id, url=url)
    return RawDocument(id=id, text=text, url=url)


def read_bytes(path: Path) -> bytes:
    """What a file holds; InputError says what is wrong with its name."""
    try:
        return path.read_bytes()
    except FileNotFoundError as slip:
        raise InputError(f"{_named(path)} is not there; check the name.") from slip
    except IsADirectoryError as slip:
        raise InputError(f"{_named(path)} is a folder; name the files in it, for example {_named(path)}/*.txt.") from slip
    except PermissionError as slip:
        raise InputError(f"{_named(path)} may not be read; change its permissions.") from slip
    except (OSError, ValueError) as slip:
        reason = slip.strerror if isinstance(slip, OSError) else str(slip)
        raise InputError(f"{_named(path)} cannot be read: {reason}.") from slip


def _named(path: Path) -> str:
    """A path on one line of bearable length, whatever its name holds."""
    name = "".join(c if c.isprintable() else "\ufffd" for c in str(path))
    return name if len(name) <= LONGEST_NAME else f"{name[:60]}…{name[60 - LONGEST_NAME :]}"
