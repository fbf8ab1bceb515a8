"""Read tables of texts: one JSON object a line with `text`, and `id`, `date`, `title`, `source`, `url` where they are known."""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import cast

from dragoman.acquire.decoding import GZIP, unpack
from dragoman.acquire.raw import BadRow, RawDocument

OPTIONAL = ("title", "source", "url")
DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ].*)?")
HALF_PAIR = re.compile("[\ud800-\udfff]")
Row = dict[str, object]


class _RowError(ValueError):
    """Why a row holds no text, in one sentence."""


def read_rows(data: bytes | Iterable[bytes], *, stem: str) -> Iterator[RawDocument | BadRow]:
    """Each row of a table, in order; empty lines are passed over. A row that is wrong never ends the run: it comes back as a BadRow.

    A row without an id gets `<stem>-<line>`. Of a date with a clock time the day is taken.
    """
    for number, line in enumerate(_lines(data), 1):
        if not line.strip():
            continue
        try:
            yield _document(_row(line), f"{stem}-{number}")
        except _RowError as slip:
            yield BadRow(line=number, sentence=f"{stem}, line {number}: {slip}")


def _lines(data: bytes | Iterable[bytes]) -> Iterable[bytes]:
    if not isinstance(data, bytes):
        return data
    whole = unpack(data) if data.startswith(GZIP) else data
    return whole.removeprefix(b"\xef\xbb\xbf").split(b"\n")


def _row(line: bytes) -> Row:
    try:
        found = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as slip:
        raise _RowError("it is not UTF-8; save the table as UTF-8.") from slip
    except (ValueError, RecursionError) as slip:
        raise _RowError("it is not JSON; each line must be one object.") from slip
    if not isinstance(found, dict):
        raise _RowError('it is not an object; write {"text": "…"}.')
    return cast(Row, found)


def _document(row: Row, id: str) -> RawDocument:
    text = row.get("text")
    if text is None:
        raise _RowError("it has no text; give the field 'text'.")
    if not isinstance(text, str):
        raise _RowError("its text is not a string; put it in quotation marks.")
    title, source, url = (_string(row, name) for name in OPTIONAL)
    return RawDocument(id=_id(row, id), text=_whole(text), date=_day(row), title=title, source=source, url=url)


def _id(row: Row, default: str) -> str:
    given = row.get("id")
    if given is None or given == "":
        return default
    if isinstance(given, bool) or not isinstance(given, str | int):
        raise _RowError("its id is neither a string nor a number.")
    return _whole(str(given))


def _string(row: Row, name: str) -> str | None:
    value = row.get(name)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise _RowError(f"its {name} is not a string; put it in quotation marks.")
    return _whole(value)


def _day(row: Row) -> str | None:
    value = row.get("date")
    if value is None or value == "":
        return None
    found = DAY.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None:
        raise _RowError(f"its date {value!r} is no day; write it as 2018-03-16, or leave it out.")
    try:
        return date.fromisoformat(found.group(1)).isoformat()
    except ValueError as slip:
        raise _RowError(f"its date {value!r} is not in the calendar.") from slip


def _whole(text: str) -> str:
    """Halves of surrogate pairs, which JSON may hold and no file can, become the replacement character, one for one."""
    return HALF_PAIR.sub("\ufffd", text)
