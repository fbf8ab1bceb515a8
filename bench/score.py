"""Score the reader against gold texts: reads them all, hands the records to the gold's own scorer, prints its tables, and holds them to floors.

Usage: score.py [--gold FOLDER] [--floors FILE] [--keep FOLDER] [--per-document] [SET ...]

Without SET, `dev` and `train` are read. A text that raises an exception, or a figure below its floor, makes the exit code 1.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
import tomllib
import traceback
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict, cast

from dragoman.pipeline import Reader, open_reader

HOME = Path(__file__).resolve().parents[1]


class Figures(TypedDict):
    """Precision, recall and F1 of one comparison."""

    precision: float
    recall: float
    f1: float


class Layer(TypedDict):
    """One layer of the scorer's result."""

    gold: int
    predicted: int
    found: Figures
    right: Figures


class Field(TypedDict):
    """How often a field of the matched items is right."""

    accuracy: float | None
    n: int


class Result(TypedDict):
    """The scorer's result."""

    documents: int
    layers: dict[str, Layer]
    fields: dict[str, Field]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What reading one set took, and which texts failed."""

    texts: int
    words: int
    seconds: float
    failed: tuple[str, ...]


def main() -> int:
    """Score each set asked for."""
    options = _options()
    if not (options.gold / "score.py").is_file():
        print(f"No gold texts in {options.gold}; name their folder with --gold.", file=sys.stderr)
        return 2
    reader = open_reader()
    slips = [slip for name in options.sets or ("dev", "train") for slip in _score_set(reader, name, options)]
    for slip in slips:
        print(slip, file=sys.stderr)
    return 1 if slips else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", metavar="SET")
    parser.add_argument("--gold", type=Path, default=HOME.parent / "shared" / "gold")
    parser.add_argument("--floors", type=Path)
    parser.add_argument("--keep", type=Path, help="keep the records in this folder")
    parser.add_argument("--per-document", action="store_true")
    return parser.parse_args()


def _score_set(reader: Reader, name: str, options: argparse.Namespace) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as scratch:
        records = (options.keep or Path(scratch)) / name
        records.mkdir(parents=True, exist_ok=True)
        run = _read_set(reader, options.gold / name, records)
        result = _scores(options.gold, name, records)
        _print_set(name, run, result)
        if options.per_document:
            subprocess.run([*_scorer(options.gold, name, records), "--per-document"], check=True)
    yield from (f"{name}/{text}: reading raised an exception" for text in run.failed)
    yield from _below(name, result, options.floors)


def _read_set(reader: Reader, gold: Path, records: Path) -> Run:
    began, words, failed = time.perf_counter(), 0, []
    texts = sorted(gold.glob("*.json"))
    for path in texts:
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        words += len(text.split())
        try:
            record = _record(reader, path, text)
        except Exception:  # noqa: BLE001 - whatever a text raises is the finding; the next one is read all the same
            failed.append(path.stem)
            traceback.print_exc()
        else:
            (records / f"{path.stem}.json").write_text(record, encoding="utf-8")
    return Run(texts=len(texts), words=words, seconds=time.perf_counter() - began, failed=tuple(failed))


def _record(reader: Reader, path: Path, text: str) -> str:
    date = json.loads(path.read_text(encoding="utf-8"))["date"]
    return reader.read(text, date=date, id=path.stem).to_json()


def _scorer(gold: Path, name: str, records: Path) -> list[str]:
    return [sys.executable, str(gold / "score.py"), str(gold / name), str(records)]


def _scores(gold: Path, name: str, records: Path) -> Result:
    done = subprocess.run([*_scorer(gold, name, records), "--json"], check=True, capture_output=True, text=True)
    return cast(Result, json.loads(done.stdout))


def _print_set(name: str, run: Run, result: Result) -> None:
    print(f"\n{name}: {run.texts} texts, {run.words} words in {run.seconds:.1f} s ({run.words / run.seconds:.0f} words/s), {len(run.failed)} failed")
    print(f"{'':14}{'gold':>6}{'read':>6}   {'found P':>8}{'R':>6}{'F1':>7}   {'right P':>8}{'R':>6}{'F1':>7}")
    for layer, figures in result["layers"].items():
        found, right = figures["found"], figures["right"]
        print(
            f"{layer:14}{figures['gold']:6}{figures['predicted']:6}   {found['precision']:8.2f}{found['recall']:6.2f}{found['f1']:7.3f}"
            f"   {right['precision']:8.2f}{right['recall']:6.2f}{right['f1']:7.3f}"
        )
    for field, measured in result["fields"].items():
        print(f"  {field:30} {'-' if measured['accuracy'] is None else format(measured['accuracy'], '.2f')} of {measured['n']}")


def _below(name: str, result: Result, floors: Path | None) -> Iterator[str]:
    """Name each F1 that lies under its floor; a floor of a layer that the scorer does not know is a slip, too."""
    if floors is None:
        return
    measured = {layer: {"found": figures["found"]["f1"], "right": figures["right"]["f1"]} for layer, figures in result["layers"].items()}
    measured["mentions"] = {kind: result["fields"][f"mentions.{kind}"]["accuracy"] or 0.0 for kind in ("found", "right")}
    for layer, wanted in _floors(floors, name).items():
        for kind, floor in wanted.items():
            value = measured.get(layer, {}).get(kind)
            if value is None or value < floor:
                yield f"{name}: {layer} {kind} is {value}; its floor in {floors} is {floor}"


def _floors(path: Path, name: str) -> Mapping[str, Mapping[str, float]]:
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return cast(Mapping[str, Mapping[str, float]], tables.get(name, {}))


if __name__ == "__main__":
    sys.exit(main())
