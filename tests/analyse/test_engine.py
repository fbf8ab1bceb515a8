"""The contract of every engine, on the shipped one."""

import pytest

from dragoman.analyse.encoder import EncoderEngine
from dragoman.lexicon.words import load_words
from dragoman.schema.text import Block, Sentence, Span

TEXTS = (
    "The Dutch foreign minister will meet his Kenyan counterpart in Oslo on Friday.",
    "Peru has not signed the accord.",
    "FOREIGN MINISTER ADU SAID TODAY THAT GHANA WILL NOT ATTEND THE SUMMIT.",
    "“We regret this,” the envoy told reporters, adding that talks would go on.",
)


@pytest.fixture(scope="module")
def engine() -> EncoderEngine:
    return EncoderEngine(load_words())


def parse(engine: EncoderEngine, *texts: str) -> tuple[Sentence, ...]:
    whole, blocks, start = "\n\n".join(texts), [], 0
    for text in texts:
        blocks.append(Block(span=Span(start=start, end=start + len(text)), kind="body"))
        start += len(text) + 2
    return engine.parse(whole, tuple(blocks))


def shape(sentence: Sentence) -> list[tuple[str, str, str, int, str, str]]:
    return [(t.text, t.upos, t.lemma, t.head, t.deprel, t.name) for t in sentence.tokens]


def test_one_root_and_heads_inside(engine: EncoderEngine) -> None:
    for sentence in parse(engine, *TEXTS):
        assert [t.deprel for t in sentence.tokens if t.head == -1] == ["root"]
        assert all(-1 <= t.head < len(sentence.tokens) for t in sentence.tokens)


def test_same_answer_in_any_company(engine: EncoderEngine) -> None:
    together = [shape(s) for s in parse(engine, *TEXTS)]
    alone = [shape(s) for text in TEXTS for s in parse(engine, text)]
    assert together == alone


def test_reads_subject_tense_and_negation(engine: EncoderEngine) -> None:
    first, second, *_ = parse(engine, *TEXTS)
    meet = next(t for t in first.tokens if t.text == "meet")
    assert first.child(meet, "nsubj") is not None
    assert first.child(meet, "aux") is not None
    sign = next(t for t in second.tokens if t.text == "signed")
    assert sign.lemma == "sign"
    assert [c.text for c in second.children(sign, "advmod")] == ["not"]


def test_offsets_count_the_text(engine: EncoderEngine) -> None:
    text = TEXTS[0]
    (sentence,) = parse(engine, text)
    assert all(text[t.start : t.end] == t.text for t in sentence.tokens)


def test_strange_input_is_parsed(engine: EncoderEngine) -> None:
    for text in ("\u200b", "…", "x" * 5000, "\x00\x00", "؟ ¿ 中文"):
        parse(engine, text)
