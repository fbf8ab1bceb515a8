"""Fine-tune the encoder on trees, tags and names.

Usage: train.py CORPORA CHECKPOINT [--epochs 5] [--layers 6] [--seed 1]
CORPORA has the folders syntax/ and ner/. A run that was stopped goes on from its last epoch. On two cores with bf16 an epoch takes about 9 minutes.
"""

import argparse
import random
import time
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor

from batches import batches, inputs, padded
from corpora import NAME_LABELS, NAMES_TRAIN, SYNTAX_TRAIN, TAGS, UNKNOWN, Names, Tree, manifest, names, trees
from evaluate import tree_scores
from network import Network, Pieces, encoder_folder

BATCH_WORDS = 900
LONGEST = 100  # words; longer training sentences cost memory and are mostly lists
WARM_UP = 300  # steps


class Labels:
    """The inventories that the training trees show, and their numbers."""

    def __init__(self, examples: list[Tree]) -> None:
        self.upos = sorted({t for e in examples for t in e.upos})
        self.xpos = sorted({t for e in examples for t in e.xpos})
        self.deprels = sorted({t for e in examples for t in e.deprels})

    def __getstate__(self) -> dict[str, list[str]]:
        return {"upos": self.upos, "xpos": self.xpos, "deprels": self.deprels}


def tree_loss(net: Network, batch: list[Tree], labels: Labels, pieces: Pieces, rng: random.Random) -> Tensor:
    """Arcs, relations and both tag sets of one batch."""
    x_in = inputs([e.words for e in batch], pieces, augment=rng)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        x = net.words(x_in.ids, x_in.mask, x_in.first, x_in.case)
    x = x.float()
    rooted = net.rooted(x)
    present = F.pad(x_in.words, (1, 0), value=True)
    arcs = net.arcs(rooted).masked_fill(~present.unsqueeze(1), -1e4)[:, 1:]
    heads = padded([list(e.heads) for e in batch])
    relations = padded([[labels.deprels.index(r) for r in e.deprels] for e in batch])
    upos = padded([[labels.upos.index(t) for t in e.upos] for e in batch])
    xpos = padded([[labels.xpos.index(t) for t in e.xpos] for e in batch])
    scored = net.labels(rooted, F.pad(heads.clamp(min=0), (1, 0)))[:, 1:]
    return (
        _cross_entropy(arcs, heads)
        + _cross_entropy(scored, relations)
        + 0.4 * _cross_entropy(net.upos(x), upos)
        + 0.4 * _cross_entropy(net.xpos(x), xpos)
    )


def name_loss(net: Network, batch: list[Names], pieces: Pieces, rng: random.Random) -> Tensor:
    """Name tags of one batch; labels that a sentence's corpus does not cover cannot be chosen."""
    x_in = inputs([e.words for e in batch], pieces, augment=rng)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        x = net.words(x_in.ids, x_in.mask, x_in.first, x_in.case)
    hidden = torch.zeros(len(batch), 1, len(TAGS))
    for row, example in enumerate(batch):
        for label in set(NAME_LABELS) - example.covered:
            hidden[row, 0, [TAGS.index(f"B-{label}"), TAGS.index(f"I-{label}")]] = -1e4
    return _cross_entropy(net.names(x.float()) + hidden, padded([list(e.tags) for e in batch]))


def _cross_entropy(scores: Tensor, gold: Tensor) -> Tensor:
    return F.cross_entropy(scores.reshape(-1, scores.shape[-1]), gold.reshape(-1), ignore_index=UNKNOWN)


def optimiser(net: Network) -> torch.optim.AdamW:
    """The encoder learns ten times slower than the heads."""
    encoder = [p for n, p in net.named_parameters() if n.startswith("bert")]
    heads = [p for n, p in net.named_parameters() if not n.startswith("bert")]
    return torch.optim.AdamW([{"params": encoder, "lr": 2e-4}, {"params": heads, "lr": 2e-3}], weight_decay=0.01, betas=(0.9, 0.98))


def main() -> None:
    """Train, score on the development trees after each epoch, keep a checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    syntax = [args.corpora / "syntax" / f"{n}.conllu" for n in SYNTAX_TRAIN]
    named = [args.corpora / "ner" / f"{n}.jsonl" for n, _ in NAMES_TRAIN]
    all_trees = [t for path in syntax for t in trees(path)]
    labels = Labels(all_trees)
    all_names = [e for path, (_, times) in zip(named, NAMES_TRAIN, strict=True) for e in list(names(path)) * times]
    all_trees = [t for t in all_trees if len(t.words) < LONGEST]
    all_names = [e for e in all_names if len(e.words) < LONGEST]
    folder = encoder_folder()
    pieces = Pieces(folder)
    net = Network(folder, upos=len(labels.upos), xpos=len(labels.xpos), deprels=len(labels.deprels), tags=len(TAGS), layers=args.layers)
    opt = optimiser(net)
    total = args.epochs * len(batches(all_trees, BATCH_WORDS))
    schedule = torch.optim.lr_scheduler.LambdaLR(opt, lambda i: min(1, (i + 1) / WARM_UP) * max(0.02, 1 - i / total))
    done = 0
    if args.checkpoint.exists():
        saved = torch.load(args.checkpoint)
        net.load_state_dict(saved["network"])
        opt.load_state_dict(saved["optimiser"])
        schedule.load_state_dict(saved["schedule"])
        done = saved["epoch"]
    development = trees(args.corpora / "syntax" / "gum-open-dev.conllu")
    began = time.time()
    for epoch in range(done, args.epochs):
        run_epoch(net, (all_trees, all_names), labels, pieces, (opt, schedule), random.Random(f"{args.seed}-{epoch}"))
        print(f"epoch {epoch + 1} {time.time() - began:.0f} s", tree_scores(net, development, labels, pieces), flush=True)
        state = {"network": net.state_dict(), "optimiser": opt.state_dict(), "schedule": schedule.state_dict(), "epoch": epoch + 1}
        about = {"labels": labels.__getstate__(), "inputs": manifest([*syntax, *named])} | {k: vars(args)[k] for k in ("layers", "seed", "epochs")}
        torch.save(state | about, args.checkpoint.with_suffix(".part"))
        args.checkpoint.with_suffix(".part").replace(args.checkpoint)


def run_epoch(net: Network, data: tuple[list[Tree], list[Names]], labels: Labels, pieces: Pieces, steps: tuple, rng: random.Random) -> None:
    """One pass over the trees; every second step also takes a batch of names."""
    opt, schedule = steps
    net.train()
    waiting: list[list[Names]] = []
    for i, batch in enumerate(batches(data[0], BATCH_WORDS, shuffle=rng)):
        loss = tree_loss(net, batch, labels, pieces, rng)
        if i % 2 == 0:
            waiting = waiting or batches(data[1], BATCH_WORDS, shuffle=rng)
            loss = loss + name_loss(net, waiting.pop(), pieces, rng)
        opt.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 2.0)
        opt.step()
        schedule.step()
        if i % 100 == 0:
            print(f"step {i} loss {loss.item():.3f}", flush=True)


if __name__ == "__main__":
    main()
