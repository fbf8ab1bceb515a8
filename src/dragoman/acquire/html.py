"""Take the article out of an HTML page: its headline, its date line, its paragraphs, each on a line."""

import re
from typing import Protocol, cast

from dragoman.acquire.raw import RawDocument

LOOKS = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*){0,3}<(?:!doctype\s+html|html|head|body|article|main|div|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
# A script that is never closed takes the rest of the page, as it does in a browser.
TAG = re.compile(r"<(?:script|style)\b[^<]*(?:<(?!/(?:script|style)\b)[^<]*)*(?:</(?:script|style)[^<>]{0,200}>?|\Z)|<[^<>]{1,2000}>", re.IGNORECASE)


class Extract(Protocol):
    """What the extractor tells of a page."""

    text: str | None
    title: str | None
    date: str | None
    sitename: str | None
    url: str | None


def looks_like_html(text: str) -> bool:
    """Whether a text begins as a page does."""
    return LOOKS.match(text[:4000]) is not None


def read_html(page: str, *, id: str, url: str | None = None) -> RawDocument:
    """The article of a page as plain text.

    Headline and date, where the page tells them, stand above it as lines of their own, so that they are read as a page's headline
    and date line are; offsets count the text with them.
    """
    found = _extract(page, url)
    if found is None or not found.text:
        return RawDocument(id=id, text=_bare(page), url=url)
    title = " ".join((found.title or "").split())
    body = found.text.removeprefix(title).lstrip().split("\n") if title else found.text.split("\n")
    lines = [line for line in (title, found.date, *body) if line]
    return RawDocument(id=id, text="\n\n".join(lines), source=found.sitename, url=url or found.url)


def _extract(page: str, url: str | None) -> Extract | None:
    from trafilatura import bare_extraction  # 350 ms to import

    found = bare_extraction(page, url=url, include_comments=False, include_tables=False, with_metadata=True)
    return cast("Extract | None", found)


def _bare(page: str) -> str:
    """A page on which no article was found, without its tags."""
    from html import unescape

    shown = unescape(TAG.sub("\n", page))
    return "\n".join(line for line in (" ".join(part.split()) for part in shown.splitlines()) if line)
