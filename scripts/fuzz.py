"""Feed the reader by chance for as long as you like: `python scripts/fuzz.py --minutes 30`. Prints what breaks it, and goes on.

Each text that broke it is kept in the folder of `--keep`, to be made a case of tests/hostile.
"""

import argparse
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

HOME = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HOME))

from dragoman.acquire import from_bytes  # noqa: E402 - the repository's root must be on the path for `tests`
from tests.hostile import cases, strategies  # noqa: E402
from tests.hostile.checks import check, patience, reader  # noqa: E402

ROUND = 50  # texts between two looks at the clock
SLOW = 20  # seconds after which a text counts as one that hangs
LONG = {"a sentence repeated 5,000 times": cases.SENTENCE * 5000, "5 MB of one word on a line": "treaty " * 750_000}
AS_TEXT = st.one_of(strategies.mangled(), strategies.word_salad(), st.text(max_size=400))
AS_FILE = st.one_of(strategies.spoilt_files(), strategies.any_bytes()).map(lambda data: from_bytes(data, id="fuzz").text)


def texts(seed: int) -> Iterator[tuple[str, str | None]]:
    """One round of texts and days."""
    found: list[tuple[str, str | None]] = []

    @settings(max_examples=ROUND, deadline=None, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(st.one_of(AS_TEXT, AS_FILE), strategies.DAYS)
    def collect(text: str, day: str | None) -> None:
        found.append((text, day))

    collect.hypothesis.inner_test._hypothesis_internal_use_seed = seed
    collect()
    yield from found


def slip_of(text: str, day: str | None) -> str | None:
    """What broke the reader, as its last line of traceback and where it was raised."""
    try:
        with patience(SLOW):
            check(reader().read(text, date=day))
    except Exception as slip:  # noqa: BLE001 - the very thing that is looked for
        where = traceback.extract_tb(slip.__traceback__)[-1]
        return f"{type(slip).__name__} at {Path(where.filename).name}:{where.lineno}: {str(slip)[:120]}"
    return None


def main() -> None:
    """Run until the time is over; exit code 1 if anything broke."""
    options = argparse.ArgumentParser(description="Feed the reader by chance.")
    options.add_argument("--minutes", type=float, default=10)
    options.add_argument("--keep", type=Path, default=None, help="folder for the texts that broke it")
    options.add_argument("--long", action="store_true", help="begin with the texts of megabytes")
    chosen = options.parse_args()
    until, tried, slips = time.monotonic() + chosen.minutes * 60, 0, Counter[str]()
    for name, text in LONG.items() if chosen.long else ():
        began = time.monotonic()
        check(reader().read(text))
        print(f"{name}: {time.monotonic() - began:.0f} s")
    while time.monotonic() < until:
        for text, day in texts(time.monotonic_ns()):
            tried += 1
            slip = slip_of(text, day)
            if slip and not slips[slip] and chosen.keep:
                chosen.keep.mkdir(parents=True, exist_ok=True)
                (chosen.keep / f"{len(slips)}.txt").write_text(text, encoding="utf-8", errors="surrogatepass")
            slips.update([slip] if slip else [])
    print(f"{tried} texts, {sum(slips.values())} broke the reader")
    for slip, count in slips.most_common():
        print(f"{count:5} {slip}")
    sys.exit(1 if slips else 0)


if __name__ == "__main__":
    main()
