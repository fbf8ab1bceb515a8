"""What people see of a document."""

import io

from rich.console import Console, RenderableType

from dragoman.explain import explanation
from dragoman.render import view
from dragoman.schema.record import Mention
from tests.documents import PERU, article, document, meeting, span


def seen(shown: RenderableType, width: int = 140) -> str:
    console = Console(file=io.StringIO(), width=width)
    console.print(shown)
    file = console.file
    assert isinstance(file, io.StringIO)
    return file.getvalue()


def test_the_head_tells_title_language_date_and_what_was_left_out() -> None:
    page = seen(view(document()))
    assert page.startswith("Quito offers to host\n")
    assert "language  en" in page
    assert "10 May 2018, as given" in page
    assert "print button ×2" in page


def test_an_undated_text_asks_for_its_date() -> None:
    page = seen(view(document(article=article(date=None, date_from=None))))
    assert "not found" in page
    assert "--date YYYY-MM-DD" in page


def test_a_text_without_a_headline_goes_by_its_id() -> None:
    assert seen(view(document(article=article(title=None)))).startswith("quito\n")


def test_an_engagement_tells_when_who_where_and_on_what_it_hangs() -> None:
    page = seen(view(document()), 200)
    for words in ("by 31 May 2018", "on the bridge", "Ana Vera, acting foreign minister, ECU", "open: Lima? Cusco?", "“unless talks fail”"):
        assert words in page
    assert "President of Peru, PER (that day Martín Vizcarra)" in page


def test_a_statement_tells_toward_whom_and_who_says_so() -> None:
    page = seen(view(document()))
    for words in ("→ Peru", "request", "“to reopen the bridge”", "an aide"):
        assert words in page


def test_columns_that_nothing_fills_are_left_out() -> None:
    assert "condition" not in seen(view(document(engagements=(meeting(condition=None),))))


def test_doubtful_items_are_shown_on_demand_and_marked() -> None:
    page = seen(view(document()))
    assert "SANCTION" not in page
    assert "1 doubtful item left out; --doubtful shows it." in page
    page = seen(view(document(), doubtful=True))
    assert "a1 ?" in page
    assert "“recalled its envoy”" in page
    assert "left out;" not in page


def test_a_text_with_nothing_in_scope_says_so() -> None:
    assert "Nothing between states" in seen(view(document(engagements=(), statements=(), actions=())))


def test_brackets_of_the_text_are_no_markup() -> None:
    page = seen(view(document(engagements=(meeting(issues=("[red]ban[/red]",)),))))
    assert "[red]ban[/red]" in page


def test_an_explanation_names_rule_and_words_of_each_field() -> None:
    page = seen(explanation(document()))
    assert "e1: meet/meet" in page
    assert "condition/unless" in page
    assert page.count("“unless talks fail”") == 2
    assert "“She asked Peru to reopen the bridge”" in page
    assert "a1" not in page


def test_an_explanation_finds_the_words_for_an_actor_in_the_evidence() -> None:
    peru = Mention(span=span("Peru to"), refers_to=(PERU,), kind="state", sentence=1, head=2, rule="gazetteer/country")
    page = seen(explanation(document(mentions=(peru,))))
    assert any("targets" in line and "gazetteer/country" in line and "“Peru to”" in line for line in page.splitlines())


def test_an_explanation_of_nothing_is_empty() -> None:
    assert seen(explanation(document(engagements=(), statements=(), actions=()))).strip() == ""
