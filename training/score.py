"""Score a checkpoint, and its packed int8 twin if a folder is given, on the held-out trees and names (gold words).

Usage: score.py CORPORA CHECKPOINT [--json OUT]
"""

import argparse
import json
from pathlib import Path
from types import SimpleNamespace

from corpora import names, trees
from evaluate import name_scores, tree_scores
from export import load
from network import Pieces, encoder_folder


def main() -> None:
    """Print the scores and write them where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    net, saved = load(args.checkpoint)
    labels, pieces = SimpleNamespace(**saved["labels"]), Pieces(encoder_folder())
    found: dict[str, dict[str, float]] = {}
    for name in ("gum-open-dev", "gum-open-test", "ewt-test"):
        found[name] = tree_scores(net, trees(args.corpora / "syntax" / f"{name}.conllu"), labels, pieces)
        print(name, found[name], flush=True)
    for name in ("gum-open-test", "uner-ewt-test"):
        found[f"names {name}"] = name_scores(net, list(names(args.corpora / "ner" / f"{name}.jsonl")), pieces)
        print("names", name, found[f"names {name}"], flush=True)
    if args.json:
        args.json.write_text(json.dumps(found, indent=1) + "\n")


if __name__ == "__main__":
    main()
