"""Read the annotated corpora into training examples: trees from CoNLL-U, names from JSONL."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

NAME_LABELS = ("PERSON", "ORG", "PLACE", "NORP", "EVENT", "FAC", "MISC")
TAGS = ("O", *(f"{part}-{label}" for label in NAME_LABELS for part in "BI"))
UNKNOWN = -100  # a label that carries no loss

# Which labels a corpus annotates throughout: its O says nothing about the others (label_map.json).
COVERS = {
    "gum-open": {"PERSON", "ORG", "PLACE", "NORP", "EVENT", "MISC"},
    "uner-ewt": {"PERSON", "ORG", "PLACE"},
    "wikigold": {"PERSON", "ORG", "PLACE"},
    "crossner-politics": {"PERSON", "ORG", "PLACE", "EVENT"},
    "re3d-centcom-wikipedia": {"PERSON", "ORG", "PLACE", "NORP"},
}
SYNTAX_TRAIN = ("ewt-train", "gum-open-train")
NAMES_TRAIN = (
    ("gum-open-train", 1),
    ("uner-ewt-dev", 1),
    ("wikigold", 1),
    ("crossner-politics", 1),
    ("re3d-centcom-wikipedia", 2),  # small, and the only one written by a military press office
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """One sentence with its Universal Dependencies tree; `heads` counts from 1, 0 is the root."""

    words: tuple[str, ...]
    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    heads: tuple[int, ...]
    deprels: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """One sentence with name tags (indices into TAGS, UNKNOWN where not annotated) and the labels that its corpus covers."""

    words: tuple[str, ...]
    tags: tuple[int, ...]
    covered: frozenset[str]


def trees(path: Path) -> list[Tree]:
    """All sentences of a CoNLL-U file, multiword ranges and empty nodes left out."""
    found, rows = [], []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if not line:
            if rows:
                found.append(_tree(rows))
            rows = []
        elif line[0] != "#":
            columns = line.split("\t")
            if columns[0].isdigit():
                rows.append(columns)
    return found


def _tree(rows: list[list[str]]) -> Tree:
    return Tree(
        words=tuple(r[1] for r in rows),
        upos=tuple(r[3] for r in rows),
        xpos=tuple(r[4] for r in rows),
        heads=tuple(int(r[6]) for r in rows),
        deprels=tuple(r[7] for r in rows),
    )


def names(path: Path) -> Iterator[Names]:
    """The sentences of a names file, labels outside the corpus's cover masked."""
    covered = frozenset(next(v for k, v in COVERS.items() if path.name.startswith(k)))
    for line in path.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        tags = _document_tags(document, covered)
        for start, end in document["sents"]:
            inside = [i for i, (a, b) in enumerate(document["toks"]) if a >= start and b <= end]
            if inside:
                words = tuple(document["text"][slice(*document["toks"][i])] for i in inside)
                yield Names(words=words, tags=tuple(tags[i] for i in inside), covered=covered)


def _document_tags(document: dict, covered: frozenset[str]) -> list[int]:
    tags = [0] * len(document["toks"])
    starts = {a: i for i, (a, _) in enumerate(document["toks"])}
    ends = {b: i for i, (_, b) in enumerate(document["toks"])}
    for start, end, raw, *_ in document["ents"]:
        label = {"PER": "PERSON", "LOC": "PLACE"}.get(raw, raw)
        if start not in starts or end not in ends or label not in NAME_LABELS:
            continue
        first, last = starts[start], ends[end]
        for i in range(first, last + 1):
            part = "B" if i == first else "I"
            tags[i] = TAGS.index(f"{part}-{label}") if label in covered else UNKNOWN
    return tags


def manifest(paths: list[Path]) -> dict[str, str]:
    """File name to sha256, so that a card can say exactly what a model was trained on."""
    return {f"{p.parent.name}/{p.name}": hashlib.sha256(p.read_bytes()).hexdigest() for p in paths}
