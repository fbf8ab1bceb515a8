"""The command line: what goes to standard output, what to standard error, and with which exit code. The reader is a stand-in; files are real."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman import cli, pipeline
from dragoman.acquire import RawDocument
from dragoman.config import Settings
from dragoman.schema.record import Document
from tests.documents import article, document

HOME = Path(__file__).resolve().parents[1]


class StandIn:
    """Reads every text as the same record, under its own id and date; a text that says "menu" is no article."""

    def read_raw(self, raw: RawDocument) -> Document:
        if "menu" in raw.text:
            return Document(article=article(id=raw.id, article=False, why_not="A menu without running text."))
        return document(article=article(id=raw.id, date=raw.date, date_from="given" if raw.date else None))


@pytest.fixture(autouse=True)
def opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Settings]:
    """The settings with which the verb opened its reader."""
    found: list[Settings] = []

    def open_reader(*, settings: Settings) -> StandIn:
        found.append(settings)
        return StandIn()

    monkeypatch.setattr(pipeline, "open_reader", open_reader)
    monkeypatch.chdir(tmp_path)
    return found


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["dragoman", *arguments])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    return int(ended.value.code or 0)


def text(name: str, words: str = "The two ministers met in Quito on Monday.") -> str:
    Path(name).write_text(words, encoding="utf-8")
    return name


def ids(lines: str) -> list[str]:
    return [json.loads(line)["id"] for line in lines.splitlines()]


def test_a_file_is_shown_to_people(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(monkeypatch, "read", text("quito.txt"), "--date", "2018-05-10") == 0
    shown = capsys.readouterr()
    assert "Engagements (1)" in shown.out
    assert "10 May 2018, as given" in shown.out
    assert shown.err == ""


def test_without_a_date_it_asks_for_one(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(monkeypatch, "read", text("quito.txt")) == 0
    assert "--date YYYY-MM-DD" in capsys.readouterr().out


def test_explain_names_rules_and_words(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(monkeypatch, "read", text("quito.txt"), "--explain") == 0
    assert "e1: meet/meet" in capsys.readouterr().out


def test_doubtful_items_come_on_demand(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    run(monkeypatch, "read", text("quito.txt"), "--json")
    assert json.loads(capsys.readouterr().out)["actions"] == []
    run(monkeypatch, "read", text("quito.txt"), "--json", "--doubtful")
    assert [a["doubtful"] for a in json.loads(capsys.readouterr().out)["actions"]] == [True]


def test_several_files_give_one_object_a_line_in_their_order(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(monkeypatch, "read", text("b.txt"), text("a.txt"), "--json") == 0
    assert ids(capsys.readouterr().out) == ["b", "a"]


def test_rows_keep_their_ids_and_days_and_a_bad_one_does_not_stop_the_rest(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = ['{"id": "x1", "text": "They met.", "date": "2019-01-02"}', "{not json", '{"id": "x2", "text": "They met.", "date": null}', '{"id": "x3"}']
    assert run(monkeypatch, "read", text("rows.jsonl", "\n".join(rows)), "--json", "--date", "2018-05-10") == 0
    shown = capsys.readouterr()
    assert ids(shown.out) == ["x1", "x2"]
    assert [json.loads(line)["date"] for line in shown.out.splitlines()] == ["2019-01-02", "2018-05-10"]
    assert len(shown.err.splitlines()) == 2


def test_a_file_that_is_missing_gets_its_sentence_and_the_rest_goes_on(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(monkeypatch, "read", "gone.txt", text("a.txt"), "--json") == 0
    shown = capsys.readouterr()
    assert ids(shown.out) == ["a"]
    assert "gone.txt" in shown.err


def test_what_is_no_article_is_said_to_be_so_and_gives_an_empty_record(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(monkeypatch, "read", text("home.txt", "menu"), "--json") == 1
    shown = capsys.readouterr()
    record = json.loads(shown.out)
    assert (record["article"], record["why_not"], record["engagements"]) == (False, "A menu without running text.", [])
    assert shown.err == "dragoman: home: A menu without running text.\n"


def test_what_is_no_article_shows_people_nothing_but_why(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(monkeypatch, "read", text("home.txt", "menu")) == 1
    assert capsys.readouterr().out == ""


def test_one_usable_input_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(monkeypatch, "read", text("home.txt", "menu"), text("a.txt"), "--json") == 0


@pytest.mark.parametrize("day", ["yesterday", "2018-02-30", "20180316", "16.3.2018"])
def test_a_wrong_date_gets_a_sentence(day: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(monkeypatch, "read", text("a.txt"), "--date", day) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith(f"dragoman: --date '{day}' is no")
    assert len(shown.err.splitlines()) == 1


@pytest.mark.parametrize("arguments", [("read",), ("read", "a.txt", "--scope", "world"), ("read", "a.txt", "--dat", "x"), ("reed", "a.txt")])
def test_wrong_usage_ends_with_2(arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    text("a.txt")
    assert run(monkeypatch, *arguments) == 2


def test_options_beat_the_settings_file(monkeypatch: pytest.MonkeyPatch, opened: list[Settings]) -> None:
    Path("mine").mkdir()
    text("dragoman.toml", 'scope = "all"\n')
    run(monkeypatch, "read", text("a.txt"), "--lexicon", "mine")
    run(monkeypatch, "read", text("a.txt"), "--scope", "foreign")
    assert opened == [Settings(scope="all", lexicon=Path("mine")), Settings()]


def test_a_lexicon_that_is_not_there_is_wrong_usage(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(monkeypatch, "read", text("a.txt"), "--lexicon", "nowhere") == 2
    assert "nowhere is not there" in capsys.readouterr().err


def test_help_names_every_verb_and_the_readme_every_option(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    assert run(monkeypatch, "--help") == 0
    assert "read" in capsys.readouterr().out
    readme = (HOME / "README.md").read_text(encoding="utf-8")
    options = [flag for command in cli.app.registered_commands for flag in flags(command.callback)]
    assert [flag for flag in options if flag not in readme] == []


def flags(callback: object) -> list[str]:
    return [f"--{name}" for name in getattr(callback, "__annotations__", {}) if name not in ("texts", "return")]


HEAVY = ("numpy", "onnxruntime", "trafilatura", "httpx", "lemminflect", "rich.markdown")  # each costs a tenth of a second or more


def test_help_imports_nothing_heavy() -> None:
    done = subprocess.run([sys.executable, "-X", "importtime", "-m", "dragoman", "--help"], check=True, capture_output=True, text=True)
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if line.startswith("import time:")}
    assert "dragoman.cli" in imported
    assert imported.isdisjoint(HEAVY)
