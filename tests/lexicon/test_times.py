"""The words of time: the user's entries over ours, and slips named by file and entry."""

from pathlib import Path

import pytest

from dragoman.errors import DataError
from dragoman.lexicon.times import load_times


def overlaid(folder: Path, text: str) -> Path:
    (folder / "en").mkdir()
    (folder / "en" / "times.toml").write_text(text, encoding="utf-8")
    return folder


def test_every_kind_reads() -> None:
    times = load_times()
    assert times.words["may"] == {"month": 5, "month_guarded": 1, "future_aux": 1}
    assert times.number("three") == times.number("3") == 3
    assert times.number("several") is None
    assert times.holidays["easter monday"].easter == 1


def test_the_users_entries_lie_over_ours(tmp_path: Path) -> None:
    times = load_times(overlaid(tmp_path, '[month]\nbrumaire = 11\n[[holiday]]\nnames = ["Constitution Day"]\nmonth = 5\nday = 17\n'))
    assert times.words["brumaire"]["month"] == 11
    assert times.words["july"]["month"] == 7
    assert times.holidays["constitution day"].day == 17


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("month = 3\n", "month: a table of words is needed"),
        ("[month]\nmay = 1.5\n", "month, may: the meaning must be a number or a word"),
        ('[[holiday]]\nname = "x"\n', "holiday 1: no field 'name'; the fields are names"),
        ("[[holiday]]\nmonth = 5\n", "holiday 1: names must be a list"),
        ('[[holiday]]\nnames = ["x"]\nmonth = "May"\n', "month must be a whole number"),
        ("[holiday]\nx = 1\n", "holiday: entries are needed"),
    ],
)
def test_a_slip_is_named(tmp_path: Path, text: str, fault: str) -> None:
    with pytest.raises(DataError, match=fault):
        load_times(overlaid(tmp_path, text))


def test_an_unknown_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="mont: there is no such kind of word; the kinds are"):
        load_times(overlaid(tmp_path, "[mont]\nmay = 5\n"))
