"""Turn what a person has (a file, a page, a table of rows, an address) into raw text with what came with it."""

from dragoman.acquire.fetch import fetch
from dragoman.acquire.files import from_bytes, read_bytes, read_file, read_path
from dragoman.acquire.raw import BadRow, RawDocument
from dragoman.acquire.tables import read_rows

__all__ = ["BadRow", "RawDocument", "fetch", "from_bytes", "read_bytes", "read_file", "read_path", "read_rows"]
