"""Dates, actors and quotations in words."""

import pytest

from dragoman.schema.text import Span
from dragoman.schema.world import Actor
from dragoman.wording import actor_words, date_words, quote, when_words, where_words
from tests.documents import meeting


@pytest.mark.parametrize(
    ("value", "means", "words"),
    [
        (None, None, "not told"),
        ("2018-03-16", "within", "16 Mar 2018"),
        ("2019-11-08T19:45", None, "8 Nov 2019, 19:45"),
        ("2019-09-15~", None, "about 15 Sep 2019"),
        ("2018-04", None, "Apr 2018"),
        ("2018", None, "2018"),
        ("197X", None, "the 1970s"),
        ("XXXX-10-27", None, "27 Oct"),
        ("2018-03-15/2018-03-17", "throughout", "15–17 Mar 2018"),
        ("2018-04-21/2018-04-30", "within", "some day of 21–30 Apr 2018"),
        ("[2018-04-21..2018-04-30]", None, "some day of 21–30 Apr 2018"),
        ("[2018-04-21,2018-04-23]", None, "21 Apr 2018 or 23 Apr 2018"),
        ("2018-04-28/2018-05-02", "throughout", "28 Apr 2018 – 2 May 2018"),
        ("../2018-05-31", "within", "by 31 May 2018"),
        ("2017/..", None, "from 2017"),
        ("1950/1953", "throughout", "1950 – 1953"),
    ],
)
def test_dates(value: str | None, means: str | None, words: str) -> None:
    assert date_words(value, means) == words


@pytest.mark.parametrize(
    ("actor", "words"),
    [
        (Actor(name="Ana Vera", country="ECU", office="foreign minister"), "Ana Vera, foreign minister, ECU"),
        (Actor(name="Ana Vera", country="ECU", office="foreign minister", acting=True), "Ana Vera, acting foreign minister, ECU"),
        (Actor(name="Peru", country="PER", kind="state"), "Peru"),
        (Actor(name="African Union", kind="body"), "African Union"),
        (Actor(name="President of Egypt", country="EGY", kind="office", holder="A B"), "President of Egypt, EGY (that day A B)"),
    ],
)
def test_actors(actor: Actor, words: str) -> None:
    assert actor_words(actor) == words


def test_places() -> None:
    assert where_words(meeting()) == "open: Lima? Cusco?"
    assert where_words(meeting(candidates=())) == "open"
    assert where_words(meeting(open=(), place="Lima", place_country="PER")) == "Lima, PER"
    assert where_words(meeting(open=(), host="PER")) == "PER"
    assert where_words(meeting(open=())) == "not told"


def test_an_undetermined_time_is_said_to_be_open() -> None:
    assert when_words(meeting(open=("time",), date=None)) == "open"
    assert when_words(meeting(open=("time",))) == "open: by 31 May 2018"


def test_a_quotation_closes_line_breaks_and_keeps_both_ends_of_a_long_one() -> None:
    assert quote("two\n words", Span(start=0, end=10)) == "“two words”"
    long = quote("start " + "x" * 400 + " end", Span(start=0, end=410))
    assert long.startswith("“start")
    assert long.endswith(" end”")
    assert " … " in long
    assert len(long) < 170
    assert quote("none", None) == ""
