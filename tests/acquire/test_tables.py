"""Rows of tables: what is right comes through, what is wrong is a sentence, and neither ends the run."""

import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.acquire import BadRow, RawDocument, read_rows


def one(line: str) -> RawDocument | BadRow:
    (found,) = read_rows(line.encode("utf-8", "surrogatepass"), stem="day")
    return found


def test_all_fields() -> None:
    row = {"id": "a", "text": "Hm.", "date": "2018-03-16", "title": "T", "source": "S", "url": "https://example.org/", "more": 1}
    assert one(json.dumps(row)) == RawDocument(id="a", text="Hm.", date="2018-03-16", title="T", source="S", url="https://example.org/")


@pytest.mark.parametrize("line", ['{"text": "Hm."}', '{"text": "Hm.", "date": null, "id": null}', '{"text": "Hm.", "date": "", "title": ""}'])
def test_what_is_null_or_empty_is_absent(line: str) -> None:
    assert one(line) == RawDocument(id="day-1", text="Hm.")


def test_the_day_of_a_date_with_a_clock_time() -> None:
    found = one('{"text": "Hm.", "date": "2018-03-16T08:30:00Z"}')
    assert isinstance(found, RawDocument)
    assert found.date == "2018-03-16"


def test_an_id_may_be_a_number_and_a_text_may_be_empty() -> None:
    assert one('{"id": 7, "text": ""}') == RawDocument(id="7", text="")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{not json", "it is not JSON; each line must be one object."),
        ("[" * 100_000, "it is not JSON; each line must be one object."),
        ('["text"]', 'it is not an object; write {"text": "…"}.'),
        ('{"title": "T"}', "it has no text; give the field 'text'."),
        ('{"text": null}', "it has no text; give the field 'text'."),
        ('{"text": 5}', "its text is not a string; put it in quotation marks."),
        ('{"text": "Hm.", "date": "16 March 2018"}', "its date '16 March 2018' is no day; write it as 2018-03-16, or leave it out."),
        ('{"text": "Hm.", "date": "2018-02-30"}', "its date '2018-02-30' is not in the calendar."),
        ('{"text": "Hm.", "date": 20180316}', "its date 20180316 is no day; write it as 2018-03-16, or leave it out."),
        ('{"text": "Hm.", "title": ["T"]}', "its title is not a string; put it in quotation marks."),
        ('{"text": "Hm.", "id": {}}', "its id is neither a string nor a number."),
    ],
)
def test_a_bad_row_says_why(line: str, why: str) -> None:
    assert one(line) == BadRow(line=1, sentence=f"day, line 1: {why}")


def test_a_row_in_another_encoding_says_so() -> None:
    (found,) = read_rows('{"text": "café"}'.encode("cp1252"), stem="day")
    assert found == BadRow(line=1, sentence="day, line 1: it is not UTF-8; save the table as UTF-8.")


def test_a_bad_row_never_ends_the_run() -> None:
    data = b'\xef\xbb\xbf{"text": "One."}\r\n\n{"text": 2}\n{"text": "Three."}'
    found = list(read_rows(data, stem="day"))
    assert [type(f).__name__ for f in found] == ["RawDocument", "BadRow", "RawDocument"]
    assert [f.line if isinstance(f, BadRow) else f.id for f in found] == ["day-1", 3, "day-4"]


def test_a_packed_table() -> None:
    assert list(read_rows(gzip.compress(b'{"text": "One."}\n'), stem="day")) == [RawDocument(id="day-1", text="One.")]


def test_half_a_surrogate_pair_is_replaced_one_for_one() -> None:
    found = one('{"text": "a\\ud800b"}')
    assert isinstance(found, RawDocument)
    assert found.text == "a\ufffdb"


@given(st.lists(st.binary(max_size=60)))
def test_no_lines_raise(lines: list[bytes]) -> None:
    assert all(isinstance(f, RawDocument | BadRow) for f in read_rows(lines, stem="x"))
