"""List every data table with where it comes from: data/SOURCES.csv."""

import csv
import gzip
import hashlib
import io
from fnmatch import fnmatch
from pathlib import Path

from tables import Row, read, write

COLUMNS = ("file", "origin", "licence", "rows", "sha256", "made_by")


def write_sources(data: Path, declared: Path) -> None:
    """Write the list; the origin of each file is that of the first pattern of `declared` that it meets.

    Another table is added by a row `pattern, origin, licence, made_by` in `declared`.
    """
    patterns = list(read(declared))
    files = sorted(p for p in data.rglob("*") if p.suffix in (".csv", ".toml", ".gz") and p.name != "SOURCES.csv")
    write(data / "SOURCES.csv", COLUMNS, [source_row(data, path, patterns) for path in files])


def source_row(data: Path, path: Path, patterns: list[Row]) -> Row:
    """One row of the list."""
    name = path.relative_to(data).as_posix()
    told = next((p for p in patterns if fnmatch(name, p["pattern"])), None)
    if told is None:
        raise SystemExit(f"{name}: no pattern of scripts/world/sources.csv names its origin; add a row.")
    content = path.read_bytes()
    return {
        "file": name,
        "origin": told["origin"],
        "licence": told["licence"],
        "rows": str(count_rows(path, content)),
        "sha256": hashlib.sha256(content).hexdigest(),
        "made_by": told["made_by"],
    }


def count_rows(path: Path, content: bytes) -> int:
    """Rows under the header of a table, entries (`[[…]]`) of a TOML file."""
    text = (gzip.decompress(content) if path.suffix == ".gz" else content).decode()
    if path.suffix == ".toml":
        return sum(line.startswith("[[") for line in text.splitlines())
    return sum(1 for _ in csv.reader(io.StringIO(text))) - 1
