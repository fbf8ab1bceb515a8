"""Times read from sentences parsed by hand, from the cases of the language folder, and from hostile text."""

import re
import time
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.lexicon.times import TimeLexicon, duration_days, load_times
from dragoman.resolve.dates import read_times
from dragoman.schema.edtf import is_valid
from dragoman.schema.record import Time
from dragoman.schema.text import Article, Block, Sentence, Span, Token
from tests.trees import sentence as tree

CASES = Path(__file__).resolve().parents[1] / "cases" / "en"
NUMBER = re.compile(r"\w+|[^\w\s]")


def cases() -> list[dict[str, object]]:
    """Every case of the language's files about times."""
    return [case for path in sorted(CASES.glob("times_*.toml")) for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]]


@pytest.fixture(scope="module")
def times() -> TimeLexicon:
    return load_times()


def flat(text: str) -> Sentence:
    """A sentence whose words all hang on the first and tell no tense."""
    found = [m.span() for m in NUMBER.finditer(text)]
    tokens = tuple(
        Token(index=i, start=a, end=b, text=text[a:b], lemma=text[a:b].lower(), upos="X", xpos="", head=0 if i else -1, deprel="dep" if i else "root")
        for i, (a, b) in enumerate(found)
    )
    return Sentence(index=0, start=0, end=len(text), tokens=tokens)


def read(text: str, times: TimeLexicon, date: str | None = "2018-03-16", *, capitals: bool = False) -> tuple[Time, ...]:
    return read_times(Article(id="x", text=text, date=date, capitals=capitals), (flat(text),), times)


def told(text: str, found: tuple[Time, ...]) -> list[list[str]]:
    return [[t.span.of(text), t.value or ""] for t in found]


@pytest.mark.parametrize("case", cases(), ids=lambda case: str(case["why"]))
def test_case(case: dict[str, object], times: TimeLexicon) -> None:
    text = str(case["text"])
    words = case.get("words")
    sentence = tree(text, str(words), kind=str(case.get("kind", "body"))) if words else flat(text)
    date = case.get("date")
    article = Article(id="x", text=text, date=str(date) if date else None, capitals=bool(case.get("capitals")))
    assert told(text, read_times(article, (sentence,), times)) == case["times"]


@pytest.mark.model
def test_cases_read_the_same_on_the_engine(times: TimeLexicon) -> None:
    from dragoman.analyse.encoder import EncoderEngine
    from dragoman.lexicon.words import load_words

    engine = EncoderEngine(load_words())
    wrong = []
    for case in cases():
        text = str(case["text"])
        date = case.get("date")
        article = Article(id="x", text=text, date=str(date) if date else None, capitals=bool(case.get("capitals")))
        kind = str(case.get("kind", "body"))
        found = told(text, read_times(article, engine.parse(text, (Block(span=Span(start=0, end=len(text)), kind=kind),)), times))
        if found != case["times"]:
            wrong.append((text, found))
    assert len(wrong) <= 2, wrong  # parses of single sentences may go wrong; the rules may not


def test_a_dateline_outside_all_sentences_gives_a_time(times: TimeLexicon) -> None:
    text = "LUANDA, 14 MAY 89 (ANGOP) -- THE ENVOY LEFT TODAY."
    body = text.index("THE ENVOY")
    rest = flat(text[body:])
    moved = tuple(
        Token(index=t.index, start=t.start + body, end=t.end + body, text=t.text, lemma=t.lemma, upos="X", xpos="", head=t.head, deprel=t.deprel)
        for t in rest.tokens
    )
    sentence = Sentence(index=0, start=body, end=len(text), tokens=moved)
    article = Article(id="x", text=text, date="1989-05-14", capitals=True, dateline=Span(start=0, end=body))
    found = read_times(article, (sentence,), times)
    assert told(text, found) == [["14 MAY 89", "1989-05-14"], ["TODAY", "1989-05-14"]]
    assert [t.head for t in found] == [-1, 3]


def test_a_history_dates_its_months_by_the_years_it_names(times: TimeLexicon) -> None:
    text = (
        "War came in 1904. In May the fleet sailed. By August the port was lost. Peace was signed in 1905, and in September "
        "the troops went home. The loans of 1906, 1907, 1909, 1911, 1912 and 1915 followed."
    )
    values = [t.value for t in read(text, times, "2009-12-19")]
    assert values[:5] == ["1904", "1904-05", "../1904-08", "1905", "1905-09"]


def test_a_time_says_how_it_is_meant(times: TimeLexicon) -> None:
    meant = {t.span.of(text): t.means for text in ["They stay May 3-5 and call in late April."] for t in read(text, times)}
    assert meant == {"May 3-5": "throughout", "late April": "within"}


@pytest.mark.parametrize(
    ("words", "at", "days"),
    [
        ("A//DET/DT/5/det three//NUM/CD/4/nummod -//PUNCT/HYPH/4/punct day//NOUN/NN/5/compound visit//NOUN/NN/0/root", 4, 3),
        ("A//DET/DT/3/det weeklong//ADJ/JJ/3/amod tour//NOUN/NN/0/root", 2, 7),
        ("A//DET/DT/6/det two//NUM/CD/4/nummod -//PUNCT/HYPH/4/punct week//NOUN/NN/6/compound official//ADJ/JJ/6/amod visit//NOUN/NN/0/root", 5, 14),
        ("Two//NUM/CD/2/nummod days/day/NOUN/NNS/0/root of//ADP/IN/4/case talks/talk/NOUN/NNS/2/nmod", 3, 2),
        ("A//DET/DT/2/det visit//NOUN/NN/0/root of//ADP/IN/5/case four//NUM/CD/5/nummod days/day/NOUN/NNS/2/nmod", 1, 4),
        ("He//PRON/PRP/2/nsubj stays/stay/VERB/VBZ/0/root for//ADP/IN/5/case a//DET/DT/5/det week//NOUN/NN/2/obl", 1, 7),
        ("A//DET/DT/2/det visit//NOUN/NN/0/root on//ADP/IN/4/case Monday//PROPN/NNP/2/nmod", 1, None),
        ("The//DET/DT/3/det first//ADJ/JJ/3/amod visit//NOUN/NN/0/root", 2, None),
    ],
)
def test_duration_days(words: str, at: int, days: int | None, times: TimeLexicon) -> None:
    text = " ".join(w.split("/")[0] for w in words.split())
    sentence = tree(text, words)
    assert duration_days(sentence, sentence.tokens[at], times) == days


def test_a_long_line_takes_linear_time(times: TimeLexicon) -> None:
    for piece in ("Monday, ", "May 3-", "the end of ", "1999/", "9", "the last ", "a.", "by until since "):
        text = piece * (60_000 // len(piece))
        begun = time.perf_counter()
        read_times(Article(id="x", text=text, date="2018-03-16"), (Sentence(index=0, start=0, end=len(text), tokens=()),), times)
        assert time.perf_counter() - begun < 10, piece


VOCABULARY = (
    "the last next this same that of by until since between and to from in on about early late end Monday Friday May March 31 30 29 2016 1999 0000 "
    "9999 16th 21st century decade week month year years day days two three a ago later before FY Easter Ramadan winter half quarter second first "
    "- – , . / ' 's ( ) 10:30 2016-02-30 31/02/2016 1970s '30s a.m. GMT last night within hundred"
)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(VOCABULARY.split(" ")), max_size=14),
    st.sampled_from([None, "2018-03-16", "2020-02-29", "9999-12-31", "0001-01-01", "2018", "soon"]),
)
def test_whatever_is_written_gives_valid_times_inside_the_text(words: list[str], date: str | None) -> None:
    text = " ".join(words)
    found = read(text, load_times(), date)
    for one, following in pairwise(found):
        assert one.span.end <= following.span.start
    for one in found:
        assert 0 <= one.span.start < one.span.end <= len(text)
        assert one.value is None or is_valid(one.value), one


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    for one in read(text, load_times()):
        assert one.value is None or is_valid(one.value)
