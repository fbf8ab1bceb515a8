"""Build data/ontology/cameo.csv, goldstein.csv and plover.toml from tables of facts (codes, names, numbers; no definitions).

Usage: build_ontology.py FACTS_FOLDER OUT_FOLDER
"""

import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path

Row = dict[str, str]

# Codes of the manual 1.1b3 that the tables of names lack: code, name, mode.
LATER = (
    ("1214", "Reject intelligence cooperation", "assist"),
    ("155", "Mobilize or increase cyber-forces", "weapons"),
    ("176", "Attack cybernetically", "cyber"),
    ("1834", "Carry out location bombing", "explosives"),
    ("1951", "Employ precision-guided aerial weapons", "aerial"),
    ("1952", "Employ remotely piloted aerial weapons", "drone"),
)
# Modes of the draft mapping (2021) that PLOVER 2.0 renamed or dropped.
RENAMED = {
    ("ASSAULT", "assassinate"): "targeted",
    ("ASSAULT", "massacre"): "targeted",
    ("ASSAULT", "cleansing"): "targeted",
    ("ASSAULT", "seize"): "destroy",
    ("THREATEN", "ban"): "restrict",
    ("THREATEN", "political"): "restrict",
    ("RETREAT", "return"): "",
    ("RETREAT", "ease"): "",
    ("ASSAULT", "pro_autocracy"): "",
}
BY_CODE = {"112": "allege", "195": "aerial", "116": "", "163": "", "191": "restrict", "183": "explosives"}
CONTEXTS = {"democracy": "pro_democracy", "humanitarian": "human_security", "diplomatic": ""}


def rows(path: Path) -> list[Row]:
    """Read a table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def cameo(facts: Path, modes: set[tuple[str, str]]) -> Iterator[Row]:
    """Give each code its name, quad class and PLOVER counterpart, parents before children."""
    found = {row["code"]: row for row in rows(facts / "cameo_codes.csv")}
    for code, name, mode in LATER:
        parent = found[code[:-1] if code[:-1] in found else code[:2]]
        found[code] = {**parent, "code": code, "name": name, "plover_mode": mode}
    for code in sorted(found):
        row = found[code] if not code.startswith("02") else asked(found, code)
        event, mode = row["plover_event"], BY_CODE.get(code, row["plover_mode"])
        mode = RENAMED.get((event, mode), mode)
        contexts = [CONTEXTS.get(c.strip(), c.strip()) for c in row["plover_context"].split(";")]
        yield {
            "code": code,
            "name": row["name"].capitalize(),
            "quad": row["gdelt_quadclass"],
            "plover": event,
            "mode": mode if (event, mode) in modes else "",
            "contexts": ";".join(c for c in contexts if c),
        }


def asked(found: dict[str, Row], code: str) -> Row:
    """Give an appeal the PLOVER type and mode of the demand for the same: PLOVER 2.0 has one type for both, the older mapping none."""
    demand = found["10" + code[2:]]
    return {**found[code], "plover_event": "REQUEST", "plover_mode": demand["plover_mode"], "plover_context": demand["plover_context"]}


def goldstein(facts: Path) -> Iterator[Row]:
    """Give each code its value on the Goldstein scale: the ICEWS table's, else Phoenix's, else the parent's."""
    values = {row["code"]: row["icews_r_package"] or row["phoenix_pipeline"] for row in rows(facts / "goldstein_compare.csv")}
    codes = {row["code"] for row in rows(facts / "cameo_codes.csv")} | {code for code, _, _ in LATER}
    for code in sorted(codes):
        kin = (code[:n] for n in range(len(code), 1, -1))
        yield {"code": code, "value": next(values[k] for k in kin if values.get(k))}


def write(path: Path, table: list[Row]) -> None:
    """Write a table."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(table[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(table)


def plover(events: list[dict[str, object]]) -> Iterator[str]:
    """Write the PLOVER types as TOML: quad class, score, whether a recipient is needed, and the modes with their scores."""
    yield "# PLOVER 2.0: types, quad classes, scores, modes. Made by scripts/build_ontology.py.\n"
    for event in events:
        yield f"\n[{event['event']}]\nquad = {event['quad_code']}\nscore = {_score(event)}\n"
        yield f"recipient = {str(event['requires_recipient'] == 'Yes').lower()}\n"
        modes = [f"{mode['name']} = {mode['score']}" for mode in event["modes"] if mode["score"] is not None]  # type: ignore[attr-defined]
        unscored = [f"{mode['name']} = {_score(event)}" for mode in event["modes"] if mode["score"] is None]  # type: ignore[attr-defined]
        yield f"modes = {{ {', '.join(modes + unscored)} }}\n" if modes else "modes = {}\n"


def _score(event: dict[str, object]) -> float:
    # The manual prints ACCUSE with a positive sign although all its modes are negative.
    score = float(str(event["score"]))
    return -abs(score) if event["event"] == "ACCUSE" else score


def main(facts: Path, out: Path) -> None:
    """Build all three tables."""
    events = json.loads((facts / "plover_events.json").read_text(encoding="utf-8"))["events"]
    modes = {(event["event"], mode["name"]) for event in events for mode in event["modes"]}
    out.mkdir(parents=True, exist_ok=True)
    write(out / "cameo.csv", list(cameo(facts, modes)))
    write(out / "goldstein.csv", list(goldstein(facts)))
    (out / "plover.toml").write_text("".join(plover(events)), encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
