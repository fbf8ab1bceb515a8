"""Settings: from a file, from options, and what is said of a slip."""

from pathlib import Path

import pytest

from dragoman.config import Settings, load_settings, with_options
from dragoman.errors import SettingsError


def write(folder: Path, text: str) -> Path:
    path = folder / "dragoman.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_the_defaults_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert load_settings() == Settings()


def test_the_file_of_the_current_folder_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, 'scope = "all"\n')
    monkeypatch.chdir(tmp_path)
    assert load_settings() == Settings(scope="all")


def test_a_lexicon_counts_from_the_folder_of_its_file(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    assert load_settings(write(tmp_path, 'lexicon = "mine"\ndoubtful = true\n')) == Settings(lexicon=tmp_path / "mine", doubtful=True)


def test_an_option_beats_the_file_and_none_leaves_it() -> None:
    assert with_options(Settings(scope="all"), scope="foreign") == Settings()
    assert with_options(Settings(scope="all", doubtful=True)) == Settings(scope="all", doubtful=True)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('scop = "all"', "'scop'"),
        ('scope = "world"', "foreign or all"),
        ("scope = 1", "a text"),
        ('doubtful = "yes"', "true or false"),
        ('lexicon = "nowhere"', "is not there"),
        ("scope = ", "cannot be read"),
    ],
)
def test_a_slip_is_one_sentence(text: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=words):
        load_settings(write(tmp_path, text))


def test_a_settings_file_that_is_asked_for_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="is not there"):
        load_settings(tmp_path / "other.toml")
