"""The words of data/en/furniture.toml: every example is found under its own entry, every counter-example stays in the article."""

from pathlib import Path

import pytest

from dragoman.clean.furniture import Rule, Words, is_author, is_byline, is_caption, is_markup, is_menu, match, packaged_words, read_words
from dragoman.clean.lines import Paragraph, read_paragraphs
from dragoman.errors import DataError

EXAMPLES = [(rule, line) for rule in packaged_words().rules for line in rule.examples]
NEVER = [(rule, line) for rule in packaged_words().rules for line in rule.never]


@pytest.fixture
def words() -> Words:
    return packaged_words()


def paragraph(line: str) -> Paragraph:
    return read_paragraphs(line)[0]


@pytest.mark.parametrize(("rule", "line"), EXAMPLES, ids=[line for _, line in EXAMPLES])
def test_an_example_is_found(rule: Rule, line: str, words: Words) -> None:
    found = match(paragraph(line), words)
    assert found is not None
    assert found.kind == rule.kind


@pytest.mark.parametrize(("rule", "line"), NEVER, ids=[line for _, line in NEVER])
def test_a_counter_example_stays(rule: Rule, line: str, words: Words) -> None:
    assert match(paragraph(line), words) is None


def test_every_entry_has_examples_and_counter_examples(words: Words) -> None:
    assert [rule.kind for rule in words.rules if not rule.examples or not rule.never] == []


@pytest.mark.parametrize("line", ["By Ana Silva, Lisbon", "By Coast Daily Staff", "From Kwame Osei-Tutu, Accra", "Written by Ana de la Cruz"])
def test_bylines(line: str, words: Words) -> None:
    assert is_byline(paragraph(line), words)


@pytest.mark.parametrize("line", ["By Monday both sides had signed", "By then the envoy had gone home.", "From Accra he flew on to Lome"])
def test_no_bylines(line: str, words: Words) -> None:
    assert not is_byline(paragraph(line), words)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Maren Holt, Department Spokesperson", True),
        ("H. E. Maren Holt, Minister of Fisheries", True),
        ("Maren Holt, minister since May, resigns", False),
        ("Peru, Chile sign accord", False),
    ],
)
def test_a_name_and_a_role(line: str, expected: bool, words: Words) -> None:
    assert is_author(paragraph(line), words) is expected


def test_menus_have_labels_not_words() -> None:
    assert is_menu(paragraph("Home | News | Pacific | Listen live"))
    assert not is_menu(paragraph("MS. HOLT:  Thank you.  Next question"))
    assert not is_menu(paragraph("The minister | who had flown in overnight | declined to speak to anybody"))


def test_picture_credits_and_leftover_tags() -> None:
    assert is_caption(paragraph("The two envoys leave the palace | HARBOUR NEWS"))
    assert not is_caption(paragraph("The two envoys left the palace without a word."))
    assert is_markup(paragraph('<img src="flag.png" width="20" />'))
    assert not is_markup(paragraph("<b>The two envoys left.</b>"))


def test_the_users_words_are_added(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "furniture.toml").write_text('[[furniture]]\nkind = "menu"\nwhole = ["night edition"]\n', encoding="utf-8")
    assert match(paragraph("Night Edition"), read_words(tmp_path)) is not None
    assert match(paragraph("Night Edition"), packaged_words()) is None


@pytest.mark.parametrize(("entry", "slip"), [('kind = "menu"\nwhol = ["x"]', "no field 'whol'"), ('whole = ["x"]', "the kind is missing")])
def test_a_slip_is_named(entry: str, slip: str, tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "furniture.toml").write_text(f"[[furniture]]\n{entry}\n", encoding="utf-8")
    with pytest.raises(DataError, match=slip):
        read_words(tmp_path)
