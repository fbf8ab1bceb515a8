"""Read the tables that people edit: CSV rows and TOML entries, ours overlaid by the user's, slips named by file and place."""

import csv
import gzip
import io
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import cast

from dragoman.errors import DataError

Table = dict[str, object]


def data_root() -> Traversable:
    """The folder of packaged data."""
    return files("dragoman") / "data"


def sources(path: str, overlay: Path | None = None) -> Iterator[tuple[str, str]]:
    """(name, text) of a data file: ours first, then the user's of the same path. A `.gz` twin of a large table is read in its place."""
    root = data_root()
    own, packed = root.joinpath(path), root.joinpath(path + ".gz")
    if packed.is_file():
        yield path, gzip.decompress(packed.read_bytes()).decode("utf-8")
    elif own.is_file():
        yield path, own.read_text(encoding="utf-8")
    if overlay is not None and (overlay / path).is_file():
        yield str(overlay / path), _users_text(overlay / path)


def _users_text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as slip:
        raise DataError(f"{path}: byte {slip.start} is not UTF-8; save the file as UTF-8.") from slip


def folder(path: str, suffix: str, overlay: Path | None = None) -> tuple[str, ...]:
    """Data paths of all files of a folder, the user's additional ones included, in order of name."""
    names = {entry.name for entry in data_root().joinpath(path).iterdir() if entry.name.endswith(suffix)}
    if overlay is not None and (overlay / path).is_dir():
        names |= {entry.name for entry in (overlay / path).iterdir() if entry.name.endswith(suffix)}
    return tuple(f"{path}/{name}" for name in sorted(names))


def csv_rows(path: str, columns: tuple[str, ...], overlay: Path | None = None) -> Iterator[dict[str, str]]:
    """Rows of a table as column to text; every column of `columns` must be there, others are refused."""
    for name, text in sources(path, overlay):
        reader = csv.reader(io.StringIO(text))
        header = tuple(next(reader, ()))
        if set(header) != set(columns):
            raise DataError(f"{name}, row 1: the columns are {', '.join(header)}; they must be {', '.join(columns)}.")
        for number, row in enumerate(reader, 2):
            if len(row) != len(header):
                raise DataError(f"{name}, row {number}: {len(row)} fields where {len(header)} are needed.")
            yield dict(zip(header, row, strict=True))


def toml_tables(path: str, overlay: Path | None = None) -> Iterator[tuple[str, Table]]:
    """(name, table) of a TOML file, ours first, then the user's."""
    for name, text in sources(path, overlay):
        try:
            yield name, cast(Table, tomllib.loads(text))
        except tomllib.TOMLDecodeError as slip:
            raise DataError(f"{name}: {slip}; mend the line.") from slip
