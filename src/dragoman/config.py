"""The settings of a run: one frozen object, read from `dragoman.toml` and the options of the command line."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path

from dragoman.errors import SettingsError

FILE = "dragoman.toml"
SCOPES = ("foreign", "all")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a user can set.

    `scope`: `foreign`, or `all` for items within one country too. `doubtful`: show items that readers may differ on.
    `lexicon`: a folder whose files overlay our data of the same path, entry by entry. `engine`: a name of the pipeline's table of engines.
    """

    scope: str = "foreign"
    doubtful: bool = False
    lexicon: Path | None = None
    engine: str = "accurate"

    def __post_init__(self) -> None:
        """Refuse what no run can honour."""
        if self.scope not in SCOPES:
            raise SettingsError(f"scope is '{self.scope}'; it must be {' or '.join(SCOPES)}.")
        if self.lexicon is not None and not self.lexicon.is_dir():
            raise SettingsError(f"The lexicon folder {self.lexicon} is not there; give a folder laid out like our data.")


def load_settings(path: Path | None = None) -> Settings:
    """Read a settings file, by default `dragoman.toml` of the current folder if there is one. Its `lexicon` counts from the file's folder."""
    if path is None:
        return _of_file(Path(FILE)) if Path(FILE).is_file() else Settings()
    if not path.is_file():
        raise SettingsError(f"The settings file {path} is not there.")
    return _of_file(path)


def with_options(settings: Settings, *, scope: str | None = None, doubtful: bool | None = None, lexicon: Path | None = None) -> Settings:
    """Lay the options of the command line over the settings; None leaves a setting as it is."""
    settings = settings if scope is None else replace(settings, scope=scope)
    settings = settings if doubtful is None else replace(settings, doubtful=doubtful)
    return settings if lexicon is None else replace(settings, lexicon=lexicon)


def _of_file(path: Path) -> Settings:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as slip:
        raise SettingsError(f"{path} cannot be read: {slip}.") from slip
    _check_names(path, table)
    return Settings(
        scope=_text(path, table, "scope") or "foreign",
        doubtful=_doubtful(path, table),
        lexicon=path.parent / folder if (folder := _text(path, table, "lexicon")) else None,
        engine=_text(path, table, "engine") or "accurate",
    )


def _check_names(path: Path, table: Mapping[str, object]) -> None:
    known = [f.name for f in fields(Settings)]
    for name in table:
        if name not in known:
            raise SettingsError(f"{path} has a setting '{name}' that dragoman does not know; the settings are {', '.join(known)}.")


def _text(path: Path, table: Mapping[str, object], name: str) -> str | None:
    value = table.get(name)
    if value is None or isinstance(value, str):
        return value
    raise _wrong(path, name, value, "a text in quotation marks")


def _doubtful(path: Path, table: Mapping[str, object]) -> bool:
    value = table.get("doubtful", False)
    if isinstance(value, bool):
        return value
    raise _wrong(path, "doubtful", value, "true or false")


def _wrong(path: Path, name: str, value: object, wanted: str) -> SettingsError:
    return SettingsError(f"{path}: {name} is {value!r}; it must be {wanted}.")
