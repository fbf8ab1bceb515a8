"""The engine on our fine-tuned encoder: int8 under onnxruntime, one run a sentence, so that the same sentence always gets the same analysis."""

import gzip
import json
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import lemminflect
import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from dragoman.analyse.spanning import best_tree
from dragoman.analyse.words import sentences
from dragoman.errors import EngineError
from dragoman.lexicon.words import WordTables
from dragoman.schema.text import Block, Sentence, Span, Token

LONGEST_WORD = 200  # characters of a word that are looked at; the tokenizer gives up on words of more than 100
MAX_PIECES = 12  # of one word, as in training
MAX_WINDOW = 510
KEPT = 2000  # sentences whose analysis is kept, so that what a text or a batch repeats is parsed once
FILES = ("encoder.onnx", "relations.npy", "labels.json", "tokenizer.json.gz")
OUTPUTS = ["arcs", "label_heads", "label_dependents", "upos", "xpos", "names"]


def word_case(word: str) -> int:
    """The case channel of training: 0 no letter, 1 lower, 2 capitals, 3 one capital, 4 capitalised, 5 with a digit, 6 mixed."""
    if word.islower():
        return 1
    if word.isupper():
        return 2 if len(word) > 1 else 3
    if word[:1].isupper():
        return 4
    if any(c.isdigit() for c in word):
        return 5
    return 6 if any(c.isalpha() for c in word) else 0


class EncoderEngine:
    """Sentences, tags, lemmas, tree and names by one pass of the network a sentence. Not safe to share between threads that fork."""

    name = "accurate"

    def __init__(self, words: WordTables, *, folder: Traversable | None = None, threads: int = 1) -> None:
        home = folder or files("dragoman") / "models" / "en"
        missing = [f for f in FILES if not home.joinpath(f).is_file()]
        if missing:
            raise EngineError(f"The language engine lacks {', '.join(missing)}; reinstall dragoman.")
        self._words = words
        self._labels: dict[str, list[str]] = json.loads(home.joinpath("labels.json").read_text(encoding="utf-8"))
        self._relations = _relations(home)
        self._tokenizer = Tokenizer.from_str(gzip.decompress(home.joinpath("tokenizer.json.gz").read_bytes()).decode("utf-8"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._session = _session(home.joinpath("encoder.onnx").read_bytes(), threads)
        self._pieces = lru_cache(maxsize=50_000)(self._encode)
        self._parsed = lru_cache(maxsize=KEPT)(self._run)

    def parse(self, text: str, blocks: tuple[Block, ...]) -> tuple[Sentence, ...]:
        """Sentences in the order of the text."""
        found: list[Sentence] = []
        for block in blocks:
            for spans in sentences(text, block.span, self._words, whole=block.kind == "title"):
                found.append(self._sentence(text, spans, len(found), block.kind))
        return tuple(found)

    def _encode(self, word: str) -> tuple[int, ...]:
        whole = word[:LONGEST_WORD].encode("utf-8", "replace").decode("utf-8")  # halves of surrogate pairs, which the tokenizer refuses
        return tuple(self._tokenizer.encode(whole, add_special_tokens=False).ids[:MAX_PIECES]) or (100,)

    def _sentence(self, text: str, spans: list[Span], index: int, kind: str) -> Sentence:
        forms = [s.of(text) for s in spans]
        heads, chosen = self._parsed(tuple(forms))
        tokens = tuple(self._token(i, spans[i], forms[i], int(heads[i]), {k: v[i] for k, v in chosen.items()}) for i in range(len(spans)))
        return Sentence(index=index, start=spans[0].start, end=spans[-1].end, tokens=tokens, kind=kind)

    def _token(self, i: int, span: Span, form: str, head: int, labels: dict[str, str]) -> Token:
        return Token(
            index=i,
            start=span.start,
            end=span.end,
            text=form,
            lemma=self._lemma(form, labels["upos"]),
            upos=labels["upos"],
            xpos=labels["xpos"],
            head=head - 1,
            deprel=labels["deprels"],
            name=labels["names"],
        )

    def _lemma(self, form: str, upos: str) -> str:
        lower = form.lower()
        known = self._words.lemmas.get((lower, upos)) or self._words.lemmas.get((lower, ""))
        if known:
            return known
        if upos not in {"VERB", "NOUN", "AUX", "ADJ", "ADV"}:
            return form if upos == "PROPN" else lower
        lemmas = lemminflect.getLemma(lower, upos=upos)
        return str(lemmas[0]) if lemmas else lower

    def _run(self, forms: tuple[str, ...]) -> tuple[npt.NDArray[np.int64], dict[str, list[str]]]:
        """Head of each word (0 the root, words from 1) and its labels."""
        pieces = [self._pieces(f) for f in forms]
        room = MAX_WINDOW - len(pieces)
        kept = [p if (room := room - len(p) + 1) > 0 else p[:1] for p in pieces]
        ids = [101, *(i for p in kept for i in p), 102]
        first = np.cumsum([1] + [len(p) for p in kept[:-1]], dtype=np.int64)
        inputs = {
            "ids": np.array([ids], dtype=np.int64),
            "mask": np.ones((1, len(ids)), dtype=np.float32),
            "first": first[None],
            "case": np.array([[word_case(f) for f in forms]], dtype=np.int64),
        }
        arcs, label_heads, label_dependents, *scores = (out[0] for out in self._session.run(OUTPUTS, inputs))
        heads = best_tree(arcs)
        relations = self._relation(label_dependents[1:], label_heads[heads[1:]], heads[1:])
        chosen = {k: [self._labels[k][j] for j in s.argmax(-1)] for k, s in zip(("upos", "xpos", "names"), scores, strict=True)}
        return heads[1:], chosen | {"deprels": relations}

    def _relation(self, dependents: npt.NDArray[np.float32], heads: npt.NDArray[np.float32], governors: npt.NDArray[np.int64]) -> list[str]:
        """Biaffine relation of each word; `root` exactly for the word on the root."""
        one = np.ones((len(dependents), 1), dtype=np.float32)
        d, h = np.hstack([dependents, one]), np.hstack([heads, one])
        sides = (d @ self._relations.reshape(d.shape[1], -1)).reshape(len(d), -1, h.shape[1])
        scores = np.einsum("dri,di->dr", sides, h)
        root = self._labels["deprels"].index("root")
        scores[:, root] = np.where(governors == 0, 1e9, -1e9)
        return [self._labels["deprels"][j] for j in scores.argmax(-1)]


def _relations(home: Traversable) -> npt.NDArray[np.float32]:
    """Weights by dependent, relation and head: laid out so that one product serves all words, without a copy a sentence."""
    with home.joinpath("relations.npy").open("rb") as file:
        weights: npt.NDArray[np.float32] = np.load(file).astype(np.float32)
    return np.ascontiguousarray(weights.transpose(1, 0, 2))


def _session(model: bytes, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
