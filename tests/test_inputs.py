"""Where texts come from: files, rows, standard input, addresses."""

import io
import sys
from pathlib import Path

import pytest

from dragoman import inputs
from dragoman.acquire import RawDocument
from dragoman.errors import InputError, SettingsError


def test_standard_input_is_read_as_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("“Sí”, she said.".encode("utf-16"))))
    (given,) = inputs.gather(["-"])
    assert given == RawDocument(id="stdin", text="“Sí”, she said.")


def test_an_address_is_fetched_and_a_refusal_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def fetch(url: str) -> RawDocument:
        if "localhost" in url:
            raise InputError(f"{url} is a private address.")
        return RawDocument(id=url, text="They met.", url=url)

    monkeypatch.setattr(inputs, "fetch", fetch)
    refused, given = inputs.gather(["http://localhost/x", "HTTPS://news.example/1"], date="2018-03-16")
    assert str(refused) == "http://localhost/x is a private address."
    assert given == RawDocument(id="HTTPS://news.example/1", text="They met.", url="HTTPS://news.example/1", date="2018-03-16")


def test_a_row_keeps_its_own_day_and_a_bad_one_becomes_its_sentence(tmp_path: Path) -> None:
    table = tmp_path / "rows.jsonl"
    table.write_text('{"text": "A", "date": "2019-01-02"}\n[]\n{"text": "B"}\n', encoding="utf-8")
    first, bad, last = inputs.gather([str(table)], date="2018-03-16")
    assert [(g.text, g.date) for g in (first, last) if isinstance(g, RawDocument)] == [("A", "2019-01-02"), ("B", "2018-03-16")]
    assert isinstance(bad, InputError)
    assert "line 2" in str(bad)


def test_what_is_missing_does_not_stop_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A", encoding="utf-8")
    gone, given = inputs.gather([str(tmp_path / "gone.txt"), str(tmp_path / "a.txt")])
    assert isinstance(gone, InputError)
    assert isinstance(given, RawDocument)
    assert given.id == "a"


def test_a_day_is_a_day() -> None:
    assert inputs.day(None) is None
    assert inputs.day("2018-03-16") == "2018-03-16"
    with pytest.raises(SettingsError, match="no day of the calendar"):
        inputs.day("2018-02-30")
    with pytest.raises(SettingsError, match="not written as a day"):
        inputs.day("20180316")
