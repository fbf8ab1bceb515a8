"""Read and write the tables of the build: plain CSV, or gzipped with a fixed time stamp so that the same rows give the same bytes."""

import csv
import gzip
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

Row = dict[str, str]


def read(path: Path) -> Iterator[Row]:
    """Rows of a CSV file; none where there is no such file."""
    if path.is_file():
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)


def write(path: Path, columns: Sequence[str], rows: Iterable[Row]) -> int:
    """Write rows with these columns and say how many; a `.gz` path is compressed."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, extrasaction="ignore", lineterminator="\n", restval="")
    writer.writeheader()
    count = 0
    for row in rows:
        writer.writerow(row)
        count += 1
    data = out.getvalue().encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(data, 9, mtime=0) if path.suffix == ".gz" else data)
    return count
