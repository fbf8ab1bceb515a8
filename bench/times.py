"""Score the reading of time expressions against the time corpora: parses their texts, reads the times, hands both to the gold's own scorer.

Usage: times.py [--shared FOLDER] [--ends] [--misses] [CORPUS ...]

Without CORPUS, gum-dates-dev, gum-dates-test and wikiwars-timex2 are read. The record takes "from 1914 to 1918" as one time, where the corpora
mark its ends apart: `--ends` scores each range by its ends too.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict, cast

from dragoman.analyse.encoder import EncoderEngine
from dragoman.lexicon.times import TimeLexicon, load_times
from dragoman.lexicon.words import load_words
from dragoman.resolve.dates import read_times
from dragoman.schema.text import Article, Block, Span

HOME = Path(__file__).resolve().parents[1]
CORPORA = ("gum-dates-dev", "gum-dates-test", "wikiwars-timex2")
PARAGRAPH = re.compile(r"[^\n]+(?:\n(?![ \t]*\n)[^\n]+)*")


class Row(TypedDict):
    """One text of a corpus."""

    id: str
    text: str
    dct: str


class Told(TypedDict):
    """One time read."""

    start: int
    end: int
    value: str | None


def times_of(row: Row, engine: EncoderEngine, lexicon: TimeLexicon) -> list[Told]:
    """The times of a text that is all article: each paragraph a block."""
    text = row["text"]
    blocks = tuple(Block(span=Span(start=m.start(), end=m.end()), kind="body") for m in PARAGRAPH.finditer(text))
    found = read_times(Article(id=row["id"], text=text, date=row["dct"][:10]), engine.parse(text, blocks), lexicon)
    return [{"start": t.span.start, "end": t.span.end, "value": t.value} for t in found]


def with_ends(found: list[Told]) -> Iterator[Told]:
    """The times, and the ends of each range as times of their own."""
    for one in found:
        yield one
        for end in (one["value"] or "").split("/") if "/" in (one["value"] or "") else []:
            if end != "..":
                yield {"start": one["start"], "end": one["end"], "value": end}


def score(path: Path, scorer: Path, engine: EncoderEngine, *, ends: bool, misses: bool) -> int:
    """Read one corpus and print the scorer's line."""
    lexicon = load_times()
    with tempfile.TemporaryDirectory() as folder, path.open(encoding="utf-8") as rows:
        out = Path(folder) / path.name
        with out.open("w", encoding="utf-8") as file:
            for line in rows:
                row = cast(Row, json.loads(line))
                found = times_of(row, engine, lexicon)
                file.write(json.dumps({"id": row["id"], "times": list(with_ends(found)) if ends else found}) + "\n")
        return subprocess.run([sys.executable, str(scorer), str(path), str(out), *(["--misses"] if misses else [])], check=False).returncode


def main() -> int:
    """Score every corpus that is there; exit code 1 where none is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="*", default=CORPORA, metavar="CORPUS")
    parser.add_argument("--shared", type=Path, default=HOME.parent / "shared", help="the folder that holds corpora/time and gold/score_times.py")
    parser.add_argument("--ends", action="store_true", help="score each range by its ends too")
    parser.add_argument("--misses", action="store_true", help="print each expression that is missed or wrong")
    chosen = parser.parse_args()
    paths = [p for name in chosen.corpora if (p := chosen.shared / "corpora" / "time" / f"{name}.jsonl").is_file()]
    if not paths:
        print(f"no corpus of times under {chosen.shared}; give its folder by --shared", file=sys.stderr)
        return 1
    engine = EncoderEngine(load_words())
    return max(score(p, chosen.shared / "gold" / "score_times.py", engine, ends=chosen.ends, misses=chosen.misses) for p in paths)


if __name__ == "__main__":
    sys.exit(main())
