"""The tree is one, has one root, and is the best there is."""

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from dragoman.analyse.spanning import best_tree


def is_tree(heads: tuple[int, ...]) -> bool:
    """Each word reaches the root, and one word alone hangs on it."""
    for word in range(1, len(heads)):
        seen, current = set(), word
        while current:
            if current in seen:
                return False
            seen.add(current)
            current = heads[current]
    return heads[1:].count(0) == 1


@given(st.integers(1, 7).flatmap(lambda n: arrays(np.float32, (n + 1, n + 1), elements=st.floats(-9, 9, width=32))))
def test_always_a_tree(arcs: np.ndarray) -> None:
    assert is_tree(tuple(best_tree(arcs).tolist()))


@given(arrays(np.float32, (4, 4), elements=st.integers(0, 9)), st.integers(1, 3))
def test_best_of_all_trees_with_its_root(arcs: np.ndarray, root: int) -> None:
    arcs[1:, 0] = -1000
    arcs[root, 0] = 1000
    found = best_tree(arcs)
    trees = [(0, *h) for h in product(range(4), repeat=3) if is_tree((0, *h)) and all(h[i] != i + 1 for i in range(3))]
    score = lambda heads: sum(float(arcs[d, heads[d]]) for d in range(1, 4))  # noqa: E731
    assert score(found) == max(score(t) for t in trees)
