"""Whatever a person or a program feeds: a clear sentence or a valid record, never a traceback, never a hang."""

import gzip
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dragoman import cli, pipeline
from dragoman.acquire import BadRow, RawDocument, decoding, from_bytes, read_path, read_rows
from dragoman.errors import InputError
from dragoman.schema.codec import from_json
from dragoman.schema.record import Document
from tests.hostile import cases, wire
from tests.hostile.checks import check, is_sentence, patience, reader

pytestmark = pytest.mark.model
TRIES, READ_AT_LEAST = 12, 7
FIRST = wire.WIRE.partition("\n")[0]


@pytest.fixture(autouse=True)
def bounded() -> Iterator[None]:
    with patience():
        yield


def documents(path: Path) -> list[Document]:
    """The records of a file; a row that is none must say so."""
    found = []
    for raw in read_path(path):
        if isinstance(raw, BadRow):
            assert is_sentence(raw.sentence)
        else:
            found.append(reader().read_raw(raw))
            check(found[-1])
    return found


def stored(folder: Path, case: tuple[str, Callable[[], bytes]]) -> Path:
    path = folder / case[0]
    path.write_bytes(case[1]())
    return path


@pytest.mark.parametrize("name", cases.REFUSED)
def test_what_holds_no_english_text_is_refused_in_a_sentence(name: str, tmp_path: Path) -> None:
    (found,) = documents(stored(tmp_path, cases.REFUSED[name]))
    assert not found.article.article
    assert is_sentence(found.article.why_not or "")


@pytest.mark.parametrize("name", cases.LANGUAGES)
def test_another_language_is_refused_by_its_name(name: str) -> None:
    found = reader().read(cases.LANGUAGES[name] * 3)
    check(found)
    assert found.article.why_not == f"The text is in {name}; only English is read."


@pytest.mark.parametrize("name", cases.ODD)
def test_odd_files_give_a_record_or_a_sentence(name: str, tmp_path: Path) -> None:
    documents(stored(tmp_path, cases.ODD[name]))


@pytest.mark.parametrize("name", cases.STRINGS)
def test_odd_texts_give_a_record_or_a_sentence(name: str) -> None:
    check(reader().read(cases.STRINGS[name], date=wire.DATE))


@pytest.mark.parametrize("name", cases.LONG)
def test_long_texts_come_to_an_end(name: str) -> None:
    check(reader().read(cases.LONG[name], date=wire.DATE))


def main_meeting(document: Document) -> bool:
    """Whether the wire's meeting is there: held, between Malta and Tunisia."""
    sides = [{p.country for p in e.participants} for e in document.engagements if e.kind in ("meeting", "talks") and e.status == "held"]
    return any(found >= {"MLT", "TUN"} for found in sides)


@pytest.mark.parametrize("name", wire.TEXTS)
def test_a_mangled_wire_is_still_read(name: str) -> None:
    found = reader().read(wire.TEXTS[name](wire.WIRE), date=wire.DATE)
    check(found)
    assert main_meeting(found)


@pytest.mark.parametrize("name", wire.BYTES)
def test_a_wire_in_any_encoding_is_still_read(name: str) -> None:
    found = reader().read(from_bytes(wire.BYTES[name](wire.WIRE), id="wire").text, date=wire.DATE)
    check(found)
    assert main_meeting(found)


@pytest.mark.parametrize("spoil", [wire.spoilt, wire.spoilt_high], ids=["any byte", "top bit"])
def test_with_one_byte_in_a_hundred_wrong_most_wires_are_still_read(spoil: Callable[[bytes, int, int], bytes]) -> None:
    read = [reader().read(from_bytes(spoil(FIRST.encode(), 100, seed), id="wire").text, date=wire.DATE) for seed in range(TRIES)]
    for found in read:
        check(found)
    assert sum(main_meeting(found) for found in read) >= READ_AT_LEAST


def test_marks_that_show_nothing_change_no_finding() -> None:
    """The same names, and the same words but for the marks, at the places where they stand in the text as given."""
    plain = reader().read(wire.WIRE, date=wire.DATE)
    text = wire.sprinkled(wire.WIRE, wire.INVISIBLE, 5)
    marked = reader().read(text, date=wire.DATE)
    bare = text.translate(dict.fromkeys(map(ord, wire.INVISIBLE)))
    assert bare == wire.WIRE
    assert [e.participants for e in marked.engagements] == [e.participants for e in plain.engagements]
    words = [s.of(text).translate(dict.fromkeys(map(ord, wire.INVISIBLE))) for e in marked.engagements for s in e.evidence]
    assert words == [s.of(wire.WIRE) for e in plain.engagements for s in e.evidence]
    assert marked.article.text == text


@pytest.mark.parametrize("name", cases.ROWS)
def test_a_bad_row_says_what_is_wrong_and_the_next_is_read(name: str) -> None:
    good = b'\n{"id": "good", "text": "The envoys of Chad and Niger met in Zinder."}\n'
    found = list(read_rows(cases.ROWS[name] + good, stem="rows"))
    assert isinstance(found[0], BadRow)
    assert is_sentence(found[0].sentence.replace(cases.ROWS[name].decode("latin-1"), ""))
    assert isinstance(found[-1], RawDocument)


@pytest.mark.parametrize("name", cases.GOOD_ROWS)
def test_an_odd_row_is_read(name: str) -> None:
    (found,) = read_rows(cases.GOOD_ROWS[name], stem="rows")
    assert isinstance(found, RawDocument)
    check(reader().read_raw(found))


FIELDS = {"half a pair": "\ud800", "NUL": "a\x00b", "line end": "a\nb", "long": "x" * 100_000, "turned": "\u202e", "none": ""}


@pytest.mark.parametrize("field", ["id", "title", "source", "url"])
@pytest.mark.parametrize("value", FIELDS)
def test_odd_fields_beside_a_text(field: str, value: str) -> None:
    check(reader().read(cases.SENTENCE, **{field: FIELDS[value]}))


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    """The command line on the shared reader."""
    monkeypatch.setattr(pipeline, "open_reader", lambda **_: reader())
    monkeypatch.setattr(sys, "argv", ["dragoman", *arguments])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    return int(ended.value.code or 0)


def said(capsys: pytest.CaptureFixture[str]) -> str:
    """What stands on standard error: one clear sentence, and nothing on standard output."""
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("dragoman: ")
    assert is_sentence(shown.err.strip())
    return shown.err


@pytest.mark.parametrize("day", cases.DAYS)
def test_a_nonsense_day_is_refused(day: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text(cases.SENTENCE, encoding="utf-8")
    assert run(monkeypatch, "read", str(path), f"--date={day}", "--json") == 2
    assert "--date" in capsys.readouterr().err


def missing(folder: Path) -> Path:
    return folder / "gone.txt"


def a_folder(folder: Path) -> Path:
    return folder


def a_loop(folder: Path) -> Path:
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    return folder / "loop.txt"


def a_loop_of_two(folder: Path) -> Path:
    (folder / "one.txt").symlink_to(folder / "two.txt")
    (folder / "two.txt").symlink_to(folder / "one.txt")
    return folder / "one.txt"


def a_dead_link(folder: Path) -> Path:
    (folder / "dead.txt").symlink_to(folder / "nowhere.txt")
    return folder / "dead.txt"


def below_a_file(folder: Path) -> Path:
    (folder / "a.txt").write_text("x", encoding="utf-8")
    return folder / "a.txt" / "b.txt"


def a_long_name(folder: Path) -> Path:
    return folder / ("x" * 5000)


def a_name_with_nul(folder: Path) -> Path:
    return folder / "a\x00b.txt"


def a_name_with_a_line_end(folder: Path) -> Path:
    return folder / "a\nb.txt"


def a_table_that_is_a_folder(folder: Path) -> Path:
    (folder / "rows.jsonl").mkdir()
    return folder / "rows.jsonl"


PATHS: tuple[Callable[[Path], Path], ...] = (
    missing, a_folder, a_loop, a_loop_of_two, a_dead_link, below_a_file, a_long_name, a_name_with_nul, a_name_with_a_line_end,
    a_table_that_is_a_folder,
)  # fmt: skip


@pytest.mark.parametrize("make", PATHS, ids=lambda make: make.__name__.replace("_", " "))
def test_a_path_that_cannot_be_read(
    make: Callable[[Path], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "read", str(make(tmp_path)), "--json") == 1
    said(capsys)


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text(cases.SENTENCE, encoding="utf-8")

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)  # an administrator may read everything, whatever the file's mode
    assert run(monkeypatch, "read", str(path), "--json") == 1
    assert "permissions" in said(capsys)


def test_a_name_that_is_no_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    path.write_text(cases.SENTENCE, encoding="utf-8")
    assert run(monkeypatch, "read", str(path), "--json") == 0
    assert from_json(capsys.readouterr().out).id == "caf\ufffd"


def test_a_gzip_bomb_stops_at_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "LARGEST", 1_000_000)
    assert len(decoding.unpack(cases.bomb(16 << 20))) == 1_000_000
    assert decoding.unpack(gzip.compress(b"short")) == b"short"


@pytest.mark.parametrize("day", ["99/99/9999", "2018-02-31", "nonsense", "0000-00-00", "\ud800", "2018", "2018-03", "x" * 5000])
def test_a_program_is_told_that_its_day_is_none(day: str) -> None:
    with pytest.raises(InputError) as slip:
        reader().read(cases.SENTENCE, date=day)
    assert is_sentence(str(slip.value))


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "2016-02-29", "1582-10-10"])
def test_the_first_and_the_last_day_of_the_calendar(day: str) -> None:
    check(reader().read("The envoys met on Friday and will meet next week, in a decade or by the end of next year. They met ages ago.", date=day))


def test_the_command_itself_ends_in_a_sentence(tmp_path: Path) -> None:
    """A real process, bad and good input together: one record, the rest sentences."""
    names = {"noise.txt": cases.noise(3000), "report.txt": cases.PDF, "empty.txt": b"", "good.txt": wire.WIRE.encode()}
    for name, data in names.items():
        (tmp_path / name).write_bytes(data)
    ended = subprocess.run(
        [sys.executable, "-m", "dragoman", "read", *names, "gone.txt", "--json"], cwd=tmp_path, capture_output=True, timeout=120, check=False
    )
    shown = ended.stderr.decode()
    assert ended.returncode == 0
    assert "Traceback" not in shown
    assert len(shown.splitlines()) == 4
    assert all(is_sentence(line) for line in shown.splitlines())
    assert [from_json(line).article.article for line in ended.stdout.splitlines()] == [False, False, False, True]
