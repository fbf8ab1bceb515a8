"""Lines and paragraphs by offset."""

import pytest

from dragoman.clean.lines import read_lines, read_paragraphs

WRAPPED = """The two ministers signed the accord on fisheries in the old town hall of
Bergen on Friday, four years after talks had begun, and shook hands for
the cameras.

A second accord, on the search for wrecks, is to follow in the spring of
next year.
"""


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x0c"])
def test_every_kind_of_line_end(end: str) -> None:
    text = end.join(["One line.", "", "Another line."])
    assert [(text[line.start : line.end], line.gap) for line in read_lines(text)] == [("One line.", 0), ("Another line.", 1)]


def test_a_hard_wrapped_paragraph_is_one() -> None:
    paragraphs = read_paragraphs(WRAPPED)
    assert [p.text.split()[0] for p in paragraphs] == ["The", "A"]
    assert all(p.span.of(WRAPPED) == p.text for p in paragraphs)


def test_a_line_that_was_not_full_ends_its_paragraph() -> None:
    text = WRAPPED.replace("\n\n", "\n")
    assert len(read_paragraphs(text)) == 2


def test_lines_of_an_unwrapped_text_stand_alone() -> None:
    text = "A first paragraph of some length that the page has on a line of its own, with more than one clause in it.\nA second one.\nA third."
    assert len(read_paragraphs(text)) == 3


def test_items_and_indented_lines_begin_anew() -> None:
    text = WRAPPED + "\n-   An item that is long enough to be broken into two lines by the same\n    hand goes on.\n-   Another.\n"
    assert [p.text.split("\n")[0][:10] for p in read_paragraphs(text)][2:] == ["-   An ite", "-   Anothe"]


@pytest.mark.parametrize(
    ("line", "prose"),
    [
        ("The two envoys met in Bern.", True),
        ("Two envoys meet in Bern", False),
        ('"We will not," he said.', True),
        ("The envoy is called home. (Radio Sahel)", True),
        ("MS. HOLT:  Let me begin with the truce", True),
        ("Minister's Visit to Fiji (Outline)", False),
        ("外相はジュネーブでの会談に出席する。", True),
    ],
)
def test_prose(line: str, prose: bool) -> None:
    assert read_paragraphs(line)[0].prose is prose
