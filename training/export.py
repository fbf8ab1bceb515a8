"""Pack a checkpoint for the reader: ONNX with int8 weights, label inventories, label matrices, tokenizer and card.

Usage: export.py CHECKPOINT OUT_FOLDER [--keep-fp32 FILE]
"""

import argparse
import gzip
import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from corpora import TAGS
from network import Network, encoder_folder

INPUTS = ("ids", "mask", "first", "case")
OUTPUTS = ("arcs", "label_heads", "label_dependents", "upos", "xpos", "names")


class Exported(nn.Module):
    """The network up to arc scores; the relation of the chosen arcs is computed outside from the label vectors."""

    def __init__(self, net: Network) -> None:
        super().__init__()
        self.net = net

    def forward(self, ids: Tensor, mask: Tensor, first: Tensor, case: Tensor) -> tuple[Tensor, ...]:
        net = self.net
        x = net.words(ids, mask, first, case)
        rooted = net.rooted(x)
        return net.arcs(rooted), net.label_head(rooted), net.label_dependent(rooted), net.upos(x), net.xpos(x), net.names(x)


def load(checkpoint: Path) -> tuple[Network, dict]:
    """The network of a checkpoint, ready to score, and what was saved beside it."""
    saved = torch.load(checkpoint)
    labels = saved["labels"]
    sizes = {"upos": len(labels["upos"]), "xpos": len(labels["xpos"]), "deprels": len(labels["deprels"])}
    net = Network(encoder_folder(), **sizes, tags=len(TAGS), layers=saved["layers"])
    net.load_state_dict(saved["network"])
    return net.eval(), saved


def to_onnx(net: Network, path: Path) -> None:
    """Write the fp32 graph, batch, pieces and words free in length."""
    mask = torch.tensor([[1.0] * 6, [1.0] * 5 + [0.0]])  # a padded batch, so that the trace keeps the mask and no length is a constant
    example = (torch.ones(2, 6, dtype=torch.long), mask, torch.tensor([[1, 2, 3, 4], [1, 2, 3, 0]]), torch.ones(2, 4, dtype=torch.long))
    axes = {n: {0: "batch", 1: "pieces"} for n in ("ids", "mask")} | {n: {0: "batch", 1: "words"} for n in ("first", "case", "upos", "xpos", "names")}
    axes |= {n: {0: "batch", 1: "rooted"} for n in ("label_heads", "label_dependents")} | {"arcs": {0: "batch", 1: "rooted", 2: "heads"}}
    names = {"input_names": list(INPUTS), "output_names": list(OUTPUTS)}
    torch.onnx.export(Exported(net), example, str(path), **names, dynamic_axes=axes, opset_version=17, dynamo=False)


def quantise(source: Path, target: Path) -> None:
    """int8 weights per channel; activations get their scale at run time, which is why the reader runs one sentence at a time."""
    prepared = source.with_suffix(".pre.onnx")
    quant_pre_process(str(source), str(prepared), skip_symbolic_shape=True)
    quantize_dynamic(str(prepared), str(target), weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul", "Gather", "Gemm"])


def main() -> None:
    """Export, quantise, pack."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--keep-fp32", type=Path)
    args = parser.parse_args()
    net, saved = load(args.checkpoint)
    args.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        to_onnx(net, Path(work) / "network.onnx")
        quantise(Path(work) / "network.onnx", args.out / "encoder.onnx")
        if args.keep_fp32:
            shutil.copy(Path(work) / "network.onnx", args.keep_fp32)
    np.save(args.out / "relations.npy", net.label_weights.detach().numpy().astype(np.float16))
    labels = saved["labels"] | {"names": list(TAGS)}
    (args.out / "labels.json").write_text(json.dumps(labels, indent=1) + "\n")
    tokenizer = (encoder_folder() / "tokenizer.json").read_bytes()
    (args.out / "tokenizer.json.gz").write_bytes(gzip.compress(tokenizer, mtime=0))
    about = {k: saved[k] for k in ("layers", "seed", "epochs", "epoch", "inputs")}
    packed = [args.out / n for n in ("encoder.onnx", "labels.json", "relations.npy", "tokenizer.json.gz")]
    files = {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in packed}
    (args.out / "manifest.json").write_text(json.dumps(about | {"files": files}, indent=1) + "\n")


if __name__ == "__main__":
    main()
