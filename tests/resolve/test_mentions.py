"""Mentions of named persons, offices and states: on sentences parsed by hand, and on the cases of the language folder."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from dragoman.analyse import Engine, analyse
from dragoman.analyse.encoder import EncoderEngine
from dragoman.clean import read_page
from dragoman.lexicon.whole import Lexicon
from dragoman.resolve import resolve
from dragoman.schema.record import Mention, Resolution
from dragoman.schema.text import Article, Block, Sentence, Span
from tests.trees import sentence as tree

CASES = Path(__file__).resolve().parents[1] / "cases" / "en"


def cases(pattern: str) -> list[dict[str, Any]]:
    """The cases of the files of this name, each with its file's day."""
    files = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(CASES.glob(pattern))]
    return [{"date": read["date"], **case} for read in files for case in read["case"]]


def locate(text: str, words: str, occurrence: int = 1) -> Span:
    at = -1
    for _ in range(occurrence):
        at = text.index(words, at + 1)
    return Span(start=at, end=at + len(words))


def mentioned(resolution: Resolution, span: Span) -> Mention:
    found = [m for m in resolution.mentions if m.span == span]
    assert found, [m.span for m in resolution.mentions]
    return found[0]


def check(resolution: Resolution, text: str, expected: list[Any]) -> None:
    """Compare with `[words, names, countries, occurrence]`, the last two optional."""
    words, names, countries, occurrence = (*expected, *[None, 1][len(expected) - 2 :])
    found = mentioned(resolution, locate(text, words, occurrence)).refers_to
    assert [a.name for a in found] == names
    assert countries is None or [a.country or "" for a in found] == countries


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon()


@pytest.fixture(scope="module")
def engine(lexicon: Lexicon) -> Engine:
    return EncoderEngine(lexicon.words)


def by_hand(text: str, trees: list[Sentence], lexicon: Lexicon, **changes: Any) -> Resolution:
    article = Article(id="x", text=text, date="2019-09-11", blocks=(Block(span=Span(start=0, end=len(text)), kind="body"),), **changes)
    return resolve(article, trees, lexicon)


FIRST = "Chilean Foreign Minister Ana Rojas met her Kenyan counterpart in Lima."
FIRST_TREE = (
    "Chilean//ADJ/JJ/3/amod/B-NORP Foreign//ADJ/JJ/3/amod Minister/Minister/PROPN/NNP/4/nmod:desc Ana/Ana/PROPN/NNP/6/nsubj/B-PERSON "
    "Rojas/Rojas/PROPN/NNP/4/flat/I-PERSON met/meet/VERB/VBD/0/root her//PRON/PRP$/9/nmod:poss Kenyan//ADJ/JJ/9/amod/B-NORP "
    "counterpart//NOUN/NN/6/obj in//ADP/IN/11/case Lima/Lima/PROPN/NNP/6/obl/B-PLACE .//PUNCT/./6/punct"
)


def test_a_title_and_its_name_are_one_mention_of_the_person_with_office_and_state(lexicon: Lexicon) -> None:
    found = by_hand(FIRST, [tree(FIRST, FIRST_TREE)], lexicon)
    (person,) = mentioned(found, locate(FIRST, "Chilean Foreign Minister Ana Rojas")).refers_to
    assert (person.name, person.country, person.office, person.acting) == ("Ana Rojas", "CHL", "foreign minister", False)
    check(found, FIRST, ["Chilean", ["Chile"], ["CHL"]])
    check(found, FIRST, ["her", ["Ana Rojas"]])


def test_a_counterpart_is_the_office_of_the_same_role_with_its_holder(lexicon: Lexicon) -> None:
    found = by_hand(FIRST, [tree(FIRST, FIRST_TREE)], lexicon)
    (office,) = mentioned(found, locate(FIRST, "her Kenyan counterpart")).refers_to
    assert (office.name, office.kind, office.office) == ("Foreign Minister of Kenya", "office", "foreign minister")
    assert office.holder == "Monica Juma"


def test_a_city_behind_in_is_a_place_and_no_actor(lexicon: Lexicon) -> None:
    found = by_hand(FIRST, [tree(FIRST, FIRST_TREE)], lexicon)
    assert locate(FIRST, "Lima") not in [m.span for m in found.mentions]
    assert [(p.place.name, p.place.country) for p in found.places if p.place.kind == "city"] == [("Lima", "PER")]


def test_a_wire_in_capitals_gives_names_in_normal_case(lexicon: Lexicon) -> None:
    text = "FOREIGN MINISTER PEDRO McLUNA AL-HADI ARRIVED.".upper()
    parsed = tree(
        text,
        "FOREIGN//ADJ/JJ/2/amod MINISTER//NOUN/NN/3/nmod:desc PEDRO/PEDRO/PROPN/NNP/8/nsubj/B-PERSON MCLUNA/MCLUNA/PROPN/NNP/3/flat/I-PERSON "
        "AL/AL/PROPN/NNP/3/flat/I-PERSON -//PUNCT/HYPH/7/punct/I-PERSON HADI/HADI/PROPN/NNP/3/flat/I-PERSON ARRIVED/arrive/VERB/VBD/0/root "
        ".//PUNCT/./8/punct",
    )
    found = by_hand(text, [parsed], lexicon, capitals=True)
    assert mentioned(found, locate(text, "FOREIGN MINISTER PEDRO MCLUNA AL-HADI")).refers_to[0].name == "Pedro McLuna al-Hadi"


def test_the_head_of_a_mention_ties_it_to_the_tree(lexicon: Lexicon) -> None:
    parsed = tree(FIRST, FIRST_TREE)
    mention = mentioned(by_hand(FIRST, [parsed], lexicon), locate(FIRST, "Chilean Foreign Minister Ana Rojas"))
    assert parsed.tokens[mention.head].deprel == "nsubj"


def test_nothing_said_gives_nothing(lexicon: Lexicon) -> None:
    assert by_hand("", [], lexicon) == Resolution()


@pytest.mark.model
@pytest.mark.parametrize("case", cases("mentions_names.toml"), ids=lambda c: c["why"])
def test_cases_of_names(case: dict[str, Any], lexicon: Lexicon, engine: Engine) -> None:
    article = read_page(case["text"], id="x", date=case["date"])
    found = resolve(article, analyse(article, engine), lexicon)
    for expected in case["mentions"]:
        check(found, case["text"], expected)
