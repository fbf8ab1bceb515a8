"""Bytes of every kind become text, and files that cannot be opened say why."""

import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.acquire import BadRow, RawDocument, from_bytes, read_file, read_path
from dragoman.acquire.decoding import decode, repair
from dragoman.errors import InputError

TEXT = "The envoy said: “Não” — and left the café in Zürich."
PAGE = """<!DOCTYPE html><html><head><title>Envoys meet in Bern</title><meta property="article:published_time" content="2016-10-27T09:00:00Z"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Envoys meet in Bern</h1>
<p>Two envoys met in Bern on Monday to talk about milk, and agreed to meet again before the end of the summer in the same hotel.</p>
<p>Neither would say who had asked for the meeting, but both governments called it useful in notes that were published on Tuesday.</p>
</article><footer>© 2016 Lake Gazette</footer></body></html>"""


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_every_encoding_of_the_same_text(name: str) -> None:
    assert decode(TEXT.encode(name)) == TEXT


def test_a_declared_encoding_is_used_where_utf_8_fails() -> None:
    assert decode("Łódź i Gdańsk".encode("iso8859_2"), "iso8859_2") == "Łódź i Gdańsk"
    assert decode(b"caf\xe9 and more plain words of English", "no-such-code").startswith("caf")


def test_utf_8_that_was_read_as_cp1252_is_put_right() -> None:
    mangled = TEXT.encode("utf-8").decode("cp1252", "replace")
    assert "\ufffd" in mangled or repair(mangled) == TEXT
    assert repair("the cafÃ© of Mr. MuÃ±oz, â€œclosedâ€\x9d") == "the café of Mr. Muñoz, “closed”"


@pytest.mark.parametrize("text", ["« LE CAFÉ» ", "São Tomé e Príncipe", "Â is a letter", TEXT])
def test_sound_text_stays_as_it_is(text: str) -> None:
    assert repair(text) == text


def test_broken_utf_8_marks_its_broken_bytes() -> None:
    assert decode(TEXT.encode("utf-8") + b" \xe2\x80").startswith(TEXT)


@given(st.binary(max_size=400))
def test_no_bytes_raise(data: bytes) -> None:
    assert isinstance(decode(data), str)
    assert isinstance(decode(b"\x1f\x8b" + data), str)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_utf_8_comes_back_or_is_repaired(text: str) -> None:
    assert decode(text.encode("utf-8-sig")) == text


def test_files_of_other_programs_come_through_for_cleaning_to_refuse() -> None:
    assert decode(b"%PDF-1.7\n\xff\xfe\x00").startswith("%PDF-")
    assert decode(b"\x89PNG\r\n\x1a\n").startswith("\x89PNG")
    assert len(decode(b"PK\x03\x04" + bytes(range(256)))) == 260


def test_a_text_file(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_bytes(TEXT.encode("cp1252"))
    assert read_file(path) == RawDocument(id="note", text=TEXT)


def test_a_packed_file(tmp_path: Path) -> None:
    path = tmp_path / "note.txt.gz"
    path.write_bytes(gzip.compress(TEXT.encode()))
    assert read_file(path) == RawDocument(id="note", text=TEXT)


def test_a_cut_off_packed_file_gives_what_is_there(tmp_path: Path) -> None:
    path = tmp_path / "note.txt.gz"
    path.write_bytes(gzip.compress((TEXT * 1000).encode())[:-20])
    assert read_file(path).text.startswith(TEXT)


def test_a_page_gives_its_article_under_its_headline_and_date(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    raw = read_file(path)
    assert raw.text.startswith("Envoys meet in Bern\n\n2016-10-27\n\nTwo envoys met in Bern")
    assert "Home" not in raw.text
    assert "©" not in raw.text
    assert (raw.id, raw.date) == ("page", None)


def test_a_page_is_known_by_how_it_begins() -> None:
    assert from_bytes(PAGE.encode(), id="x").text.startswith("Envoys meet in Bern")
    assert from_bytes(b"The <p> tag was discussed in Bern.", id="x").text.startswith("The <p> tag")


def test_a_page_without_an_article_keeps_its_words() -> None:
    assert from_bytes(b"<html><body><script>let x</script><p>Hm &amp; hm</p></body></html>", id="x").text == "Hm & hm"
    assert from_bytes(b"", id="x", html=True).text == ""


def test_rows_of_a_table(tmp_path: Path) -> None:
    path = tmp_path / "day.jsonl"
    path.write_text('{"text": "One."}\nnot json\n', encoding="utf-8")
    first, second = read_path(path)
    assert first == RawDocument(id="day-1", text="One.")
    assert isinstance(second, BadRow)


@pytest.mark.parametrize(("name", "why"), [("missing.txt", "is not there"), (".", "is a folder"), ("a\x00b", "cannot be read")])
def test_what_cannot_be_opened_is_named(name: str, why: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=why):
        read_file(tmp_path / name)
