"""Score a network on held-out trees and names, gold words given."""

from typing import Protocol

import torch

from batches import batches, inputs
from corpora import TAGS, Names, Tree
from network import Network, Pieces


class Inventories(Protocol):
    """Label lists in the order of the network's outputs."""

    upos: list[str]
    xpos: list[str]
    deprels: list[str]


@torch.no_grad()
def tree_scores(net: Network, gold: list[Tree], labels: Inventories, pieces: Pieces) -> dict[str, float]:
    """UAS, LAS, UPOS and XPOS accuracy over all words, punctuation included."""
    net.eval()
    hits = dict.fromkeys(("uas", "las", "upos", "xpos"), 0)
    total = 0
    for batch in batches(gold, 1500):
        heads, relations, upos, xpos = _decode(net, batch, pieces)
        for row, tree in enumerate(batch):
            for i, head in enumerate(tree.heads):
                right = int(heads[row, i]) == head
                hits["uas"] += right
                hits["las"] += right and labels.deprels[int(relations[row, i])] == tree.deprels[i]
                hits["upos"] += labels.upos[int(upos[row, i])] == tree.upos[i]
                hits["xpos"] += labels.xpos[int(xpos[row, i])] == tree.xpos[i]
            total += len(tree.words)
    return {k: round(v / total, 4) for k, v in hits.items()}


def _decode(net: Network, batch: list[Tree], pieces: Pieces) -> tuple[torch.Tensor, ...]:
    x_in = inputs([t.words for t in batch], pieces)
    x = net.words(x_in.ids, x_in.mask, x_in.first, x_in.case)
    rooted = net.rooted(x)
    present = torch.nn.functional.pad(x_in.words, (1, 0), value=True)
    arcs = net.arcs(rooted).masked_fill(~present.unsqueeze(1), -1e4)
    arcs = arcs.masked_fill(torch.eye(arcs.shape[1], dtype=torch.bool), -1e4)
    heads = arcs.argmax(-1)
    return heads[:, 1:], net.labels(rooted, heads)[:, 1:].argmax(-1), net.upos(x).argmax(-1), net.xpos(x).argmax(-1)


@torch.no_grad()
def name_scores(net: Network, gold: list[Names], pieces: Pieces, labels: tuple[str, ...] = ("PERSON", "ORG", "PLACE")) -> dict[str, float]:
    """F1 of exact spans, in all and by label."""
    net.eval()
    counts = {label: [0, 0, 0] for label in labels}
    for batch in batches(gold, 1500):
        x_in = inputs([e.words for e in batch], pieces)
        tags = net.names(net.words(x_in.ids, x_in.mask, x_in.first, x_in.case)).argmax(-1)
        for row, example in enumerate(batch):
            right = spans([max(t, 0) for t in example.tags])
            read = spans(tags[row, : len(example.words)].tolist())
            for label in labels:
                a, b = {s for s in right if s[2] == label}, {s for s in read if s[2] == label}
                for k, n in enumerate((len(a & b), len(b - a), len(a - b))):
                    counts[label][k] += n
    total = [sum(c[k] for c in counts.values()) for k in range(3)]
    return {"all": _f1(*total)} | {label: _f1(*c) for label, c in counts.items()}


def _f1(hit: int, false: int, missed: int) -> float:
    return round(2 * hit / (2 * hit + false + missed), 4) if hit else 0.0


def spans(tags: list[int]) -> set[tuple[int, int, str]]:
    """(first, end, label) of each name; an I without its B opens one."""
    found, start, label = set(), 0, ""
    for i, tag in enumerate([*(TAGS[t] for t in tags), "O"]):
        if label and (tag == "O" or tag[0] == "B" or tag[2:] != label):
            found.add((start, i, label))
            label = ""
        if tag != "O" and not label:
            start, label = i, tag[2:]
    return found
