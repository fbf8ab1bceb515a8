"""Whom pronouns, plurals and generic nouns mean: on sentences parsed by hand, and on the cases of the language folder."""

from typing import Any

import pytest

from dragoman.analyse import Engine, analyse
from dragoman.clean import read_page
from dragoman.lexicon.whole import Lexicon
from dragoman.resolve import resolve
from tests.resolve.test_mentions import FIRST, FIRST_TREE, by_hand, cases, check, engine, lexicon, locate, mentioned
from tests.trees import sentence as tree

__all__ = ["engine", "lexicon"]

SECOND = "The two countries agreed."
SECOND_TREE = "The//DET/DT/3/det two//NUM/CD/3/nummod countries/country/NOUN/NNS/4/nsubj agreed/agree/VERB/VBD/0/root .//PUNCT/./4/punct"


def after_the_first(text: str, words: str) -> tuple[str, list[Any]]:
    whole = f"{FIRST} {text}"
    return whole, [tree(FIRST, FIRST_TREE), tree(text, words, index=1, start=len(FIRST) + 1)]


def test_the_two_countries_are_those_of_the_ones_who_met(lexicon: Lexicon) -> None:
    text, trees = after_the_first(SECOND, SECOND_TREE)
    check(by_hand(text, trees, lexicon), text, ["The two countries", ["Chile", "Kenya"], ["CHL", "KEN"]])


def test_she_is_the_subject_before(lexicon: Lexicon) -> None:
    text, trees = after_the_first("She left.", "She//PRON/PRP/2/nsubj left/leave/VERB/VBD/0/root .//PUNCT/./2/punct")
    check(by_hand(text, trees, lexicon), text, ["She", ["Ana Rojas"]])


def test_a_pronoun_without_antecedent_refers_to_nobody(lexicon: Lexicon) -> None:
    text = "They left."
    found = by_hand(text, [tree(text, "They//PRON/PRP/2/nsubj left/leave/VERB/VBD/0/root .//PUNCT/./2/punct")], lexicon)
    assert mentioned(found, locate(text, "They")).refers_to == ()


def test_an_object_is_not_the_subject_of_its_verb(lexicon: Lexicon) -> None:
    text, trees = after_the_first(
        "Rojas thanked her.", "Rojas/Rojas/PROPN/NNP/2/nsubj/B-PERSON thanked/thank/VERB/VBD/0/root her//PRON/PRP/2/obj .//PUNCT/./2/punct"
    )
    found = by_hand(text, trees, lexicon)
    assert "Ana Rojas" not in [a.name for a in mentioned(found, locate(text, "her", 2)).refers_to]


@pytest.mark.model
@pytest.mark.parametrize("case", cases("mentions_pointing.toml"), ids=lambda c: c["why"])
def test_cases_of_pointing_words(case: dict[str, Any], lexicon: Lexicon, engine: Engine) -> None:
    article = read_page(case["text"], id="x", date=case["date"])
    found = resolve(article, analyse(article, engine), lexicon)
    for expected in case["mentions"]:
        check(found, case["text"], expected)
