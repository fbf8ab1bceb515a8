"""The record to JSON and back.

`Document.article.text` is not part of the JSON form and comes back empty; everything else survives the round trip.
"""

import re
from collections.abc import Iterable
from typing import Any, Literal, cast, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Struct

from dragoman.errors import InputError
from dragoman.schema.from_wire import from_wire
from dragoman.schema.record import Document
from dragoman.schema.to_wire import to_wire
from dragoman.schema.wire import DocumentWire

_WHERE = re.compile(r" - at `\$(?P<path>[^`]*)`$")


def to_dict(document: Document, *, doubtful: bool = False) -> dict[str, Any]:
    """Give a document in RECORD.md's JSON form; doubtful items, and the events that follow from them, only on demand."""
    return _plain(to_wire(document, doubtful))


def to_json(document: Document, *, doubtful: bool = False) -> str:
    """Write a document as one line of JSON, as `to_dict` has it."""
    return msgspec.json.encode(to_wire(document, doubtful)).decode("utf-8")


def from_json(text: str | bytes) -> Document:
    """Read a document back; a slip is an InputError that names its path ("engagements[2].status") and the values allowed."""
    try:
        return from_wire(msgspec.json.decode(text, type=DocumentWire))
    except msgspec.ValidationError as slip:
        raise InputError(_sentence(str(slip))) from slip
    except msgspec.DecodeError as slip:
        raise InputError(f"The record is no JSON object ({slip}); give one object as `read --json` writes it.") from slip


def json_schema() -> dict[str, Any]:
    """Describe the JSON form as a JSON Schema (2020-12)."""
    schema = msgspec.json.schema(DocumentWire)
    return _plain({"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "dragoman record", **schema})


def _plain(value: object) -> dict[str, Any]:
    """Give an object as JSON would have it: lists, no tuples."""
    return cast(dict[str, Any], msgspec.json.decode(msgspec.json.encode(value)))


def _sentence(slip: str) -> str:
    found = _WHERE.search(slip)
    path = found["path"].lstrip(".") if found else ""
    problem = slip[: found.start()] if found else slip
    allowed = _allowed(path) if problem.startswith("Invalid enum value") else ()
    if allowed:
        value = problem.removeprefix("Invalid enum value ")
        return f"{path}: {value} is none of {', '.join(map(str, allowed))}; mend the row."
    return f"{path or 'the record'}: {problem[0].lower()}{problem[1:]}; mend the row."


def _allowed(path: str) -> tuple[object, ...]:
    """Values of the Literal at a path of the wire form."""
    current: object = DocumentWire
    for name in re.findall(r"\w+", re.sub(r"\[[^\]]*\]", "", path)):
        current = get_type_hints(_struct(current)).get(name, object)
    return tuple(_values(current))


def _struct(kind: object) -> type[Struct]:
    if isinstance(kind, type) and issubclass(kind, Struct):
        return kind
    inner = (_struct(part) for part in get_args(kind))
    return next((part for part in inner if part is not Struct), Struct)


def _values(kind: object) -> Iterable[object]:
    if get_origin(kind) is Literal:
        yield from get_args(kind)
    else:
        for part in get_args(kind):
            yield from _values(part)
