"""Turn examples into padded tensors, sorted by length so that little is padding."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import torch
from torch import Tensor

from corpora import UNKNOWN, Names, Tree
from network import Pieces, word_case

Example = TypeVar("Example", Tree, Names)


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """What the network takes; `words` marks the places that are words and not padding."""

    ids: Tensor
    mask: Tensor
    first: Tensor
    case: Tensor
    words: Tensor


def batches(examples: list[Example], size: int, *, shuffle: random.Random | None = None) -> list[list[Example]]:
    """Groups whose padded word count is at most `size`."""
    jitter: Callable[[], float] = shuffle.random if shuffle else float
    groups: list[list[Example]] = []
    longest = 0
    for example in sorted(examples, key=lambda e: len(e.words) + 4 * jitter()):
        longest = max(longest, len(example.words))
        if not groups or longest * (len(groups[-1]) + 1) > size:
            groups.append([])
            longest = len(example.words)
        groups[-1].append(example)
    if shuffle:
        shuffle.shuffle(groups)
    return groups


def inputs(sentences: list[tuple[str, ...]], pieces: Pieces, *, augment: random.Random | None = None) -> Inputs:
    """Tensors of a batch; with `augment`, some sentences are read as a wire in capitals or as all lower case."""
    encoded = [pieces.sentence(words) for words in sentences]
    cases = [_cases(words, augment.random() if augment else 1.0) for words in sentences]
    width = max(len(words) for words in sentences)
    return Inputs(
        ids=padded([ids for ids, _ in encoded], 0),
        mask=padded([[1] * len(ids) for ids, _ in encoded], 0),
        first=padded([first for _, first in encoded], 0),
        case=padded(cases, 0),
        words=torch.arange(width).unsqueeze(0) < torch.tensor([len(w) for w in sentences]).unsqueeze(1),
    )


def _cases(words: tuple[str, ...], draw: float) -> list[int]:
    cases = [word_case(w) for w in words]
    forced = 2 if draw < 0.10 else 1 if draw < 0.13 else None
    return [forced if forced and any(c.isalpha() for c in w) else c for w, c in zip(words, cases, strict=True)]


def padded(rows: list[list[int]], filler: int = UNKNOWN) -> Tensor:
    width = max(map(len, rows))
    return torch.tensor([row + [filler] * (width - len(row)) for row in rows])
