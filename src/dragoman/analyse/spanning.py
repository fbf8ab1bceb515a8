"""The best dependency tree of a matrix of arc scores: greedy where that is a tree, Chu-Liu/Edmonds where it is not."""

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]
Heads = npt.NDArray[np.int64]
NEVER = -1e9


def best_tree(arcs: Scores) -> Heads:
    """Heads of words 1..n (0 is the root, itself 0) with exactly one word on the root. `arcs[d, h]` scores the arc from h to d."""
    scores = arcs.astype(np.float64)
    np.fill_diagonal(scores, NEVER)
    scores[0] = NEVER
    heads = _greedy(scores)
    if int((heads[1:] == 0).sum()) == 1 and not _cycle(heads):
        return heads
    scores = _one_root(scores)
    return _edmonds(scores)


def _greedy(scores: npt.NDArray[np.float64]) -> Heads:
    heads: Heads = scores.argmax(1).astype(np.int64)
    heads[0] = 0
    return heads


def _one_root(scores: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Leave the root to the word that loses least by hanging there."""
    margin = scores[1:, 0] - scores[1:, 1:].max(1) if len(scores) > 2 else scores[1:, 0]
    chosen = int(margin.argmax()) + 1
    single = scores.copy()
    single[1:, 0] = NEVER
    single[chosen] = NEVER
    single[chosen, 0] = scores[chosen, 0]
    return single


def _cycle(heads: Heads) -> list[int]:
    """The words of one cycle, none if the heads make a tree."""
    state = np.zeros(len(heads), dtype=np.int8)
    state[0] = 2
    for start in range(1, len(heads)):
        path = []
        word = start
        while state[word] == 0:
            state[word] = 1
            path.append(word)
            word = int(heads[word])
        if state[word] == 1:
            return path[path.index(word) :]
        state[path] = 2
    return []


def _edmonds(scores: npt.NDArray[np.float64]) -> Heads:
    """Contract a cycle into one word, solve the smaller problem, open it again."""
    heads = _greedy(scores)
    cycle = _cycle(heads)
    if not cycle:
        return heads
    outside = [w for w in range(len(heads)) if w not in set(cycle)]
    kept = scores[cycle, heads[cycle]]
    entering = scores[np.ix_(cycle, outside)] - kept[:, None]
    leaving = scores[np.ix_(outside, cycle)]
    n = len(outside)
    smaller = np.full((n + 1, n + 1), NEVER)
    smaller[:n, :n] = scores[np.ix_(outside, outside)]
    smaller[n, :n] = entering.max(0)
    smaller[:n, n] = leaving.max(1)
    solved = _edmonds(smaller)
    return _expand(heads, cycle, outside, solved, (entering, leaving))


def _expand(heads: Heads, cycle: list[int], outside: list[int], solved: Heads, sides: tuple[npt.NDArray[np.float64], ...]) -> Heads:
    entering, leaving = sides
    n = len(outside)
    whole = heads.copy()
    for i, word in enumerate(outside[1:], 1):
        whole[word] = cycle[int(leaving[i].argmax())] if solved[i] == n else outside[int(solved[i])]
    enters = int(solved[n])
    whole[cycle[int(entering[:, enters].argmax())]] = outside[enters]
    return whole
