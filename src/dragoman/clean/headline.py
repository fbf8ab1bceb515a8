"""Find the headline among the lines above the running text, and what else stands there; leave out what a page says twice."""

import re
from collections import Counter
from dataclasses import replace

from dragoman.clean.furniture import Words, bare, is_issuer, is_names, may_be_issuer
from dragoman.clean.lines import WORD, Paragraph
from dragoman.clean.page import Page

FIRST_PROSE = 30  # paragraphs whose words tell which line of a page dump is their headline
PAGE_LINES = 2  # lines that give away a page dump, for its unknown lines to be furniture too
HEADLINE_WORDS, HEADLINE_LENGTH = 30, 300
KICKER_WORDS = 2  # of a line above the headline that only names a department or region
CAPTION_WORDS = 40
MOST_REPEATS = 300  # short paragraphs that are looked up elsewhere in the text
TURN = re.compile(r"[A-Z][A-Z.’' -]{2,40}:")  # of a transcript: what two speakers say alike is no caption
Key = tuple[str, ...]


def key(text: str) -> Key:
    """Words of a line in lower case, to compare lines by."""
    return tuple(w.casefold() for w in WORD.findall(text[:600]))


def with_headline(page: Page, words: Words, title: str | None) -> Page:
    """The page with its headline and the lines that belong to it. `title`: the headline, where it is known from elsewhere."""
    if page.digest:
        named = [i for i in range(min(page.top, 3)) if ":" in page.paragraphs[i].text and page.kinds.get(i) == "digest heading"]
        return replace(page, title=named[0] if named else None)
    if page.top == len(page.paragraphs):
        return page
    free = [i for i in range(page.top) if i not in page.kinds and i not in page.datelines and _may_be_headline(page.paragraphs[i])]
    dump = sum(1 for i in range(page.top) if i in page.rules and page.rules[i].page) >= PAGE_LINES
    chosen = _named(page, free, title)
    if chosen is None:
        likely = [i for i in free if not may_be_issuer(page.paragraphs[i], words) and not page.paragraphs[i].bullet] or free
        chosen = _closest(page, likely) if dump else _first(page, likely)
    if chosen is None:
        return page
    chosen = _bare_twin(page, free, chosen)
    rest = [i for i in range(page.top) if i != chosen and i not in page.kinds and i not in page.datelines]
    heads = frozenset(i for i in rest if not page.paragraphs[i].bullet) | {chosen}
    return replace(page, title=chosen, heads=heads).marked(_beside(page, rest, chosen, words, dump=dump))


def _bare_twin(page: Page, free: list[int], chosen: int) -> int:
    """The same headline without the name of the site behind it, where the page gives both."""
    whole = key(page.paragraphs[chosen].text)
    twins = [i for i in free if i != chosen and _repeats(whole, key(page.paragraphs[i].text)) and page.paragraphs[i].words >= 4]
    return twins[-1] if twins else chosen


def _may_be_headline(paragraph: Paragraph) -> bool:
    return 1 <= paragraph.words <= HEADLINE_WORDS and len(paragraph.text) <= HEADLINE_LENGTH


def _named(page: Page, free: list[int], title: str | None) -> int | None:
    wanted = key(title) if title else ()
    return next((i for i in reversed(free) if wanted and key(page.paragraphs[i].text)[: len(wanted)] == wanted), None)


def _first(page: Page, free: list[int]) -> int | None:
    """The first line that is more than a kicker."""
    longer = [i for i in free if page.paragraphs[i].words > KICKER_WORDS]
    return longer[0] if longer else free[0] if free else None


def _closest(page: Page, free: list[int]) -> int | None:
    """The line that shares most with the article, the last of equals."""
    body = _vocabulary(page)
    return max(free, key=lambda i: (round(_score(page.paragraphs[i], body), 3), i)) if free else None


def _beside(page: Page, rest: list[int], chosen: int, words: Words, *, dump: bool) -> dict[int, str]:
    """Which lines above the text are furniture: offices, names of authors, on a page dump all that says nothing of the article."""
    body = _vocabulary(page)
    kinds = {}
    for i in rest:
        paragraph = page.paragraphs[i]
        shared = _score(paragraph, body)
        if may_be_issuer(paragraph, words):
            kinds[i] = "issuer"
        elif i > chosen and not shared and 2 <= paragraph.words <= 4 and is_names(paragraph.text, words):
            kinds[i] = "byline"
        elif dump and not (i > chosen and shared >= 2):
            kinds[i] = "menu" if paragraph.words < 4 else "teaser"
    return kinds


def _vocabulary(page: Page) -> frozenset[str]:
    return frozenset(w for i in page.prose[:FIRST_PROSE] for w in key(page.paragraphs[i].text) if len(w) >= 4)


def _score(paragraph: Paragraph, body: frozenset[str]) -> float:
    own = {w for w in key(paragraph.text) if len(w) >= 4}
    shared = len(own & body)
    return shared * shared / len(own) if own else 0.0


def without_repeats(page: Page) -> Page:
    """Leave out the headline where it is given twice, and captions and pulled quotations that stand word for word in a longer paragraph."""
    title = key(page.paragraphs[page.title].text) if page.title is not None else ()
    kept = [i for i in sorted({*page.body, *page.heads}) if i != page.title]
    again = {i: "repeated headline" for i in kept[:MOST_REPEATS] if len(title) >= 4 and _repeats(key(page.paragraphs[i].text), title)}
    short = {i: key(page.paragraphs[i].text) for i in kept if i not in again and _may_be_caption(page, i)}
    if len(short) > MOST_REPEATS:
        return page.marked(again)
    alike = Counter(short.values())
    whole = " \n ".join(" ".join(key(page.paragraphs[i].text)) for i in kept)
    return page.marked(again | {i: "caption" for i, own in short.items() if whole.count(" ".join(own)) > alike[own]})


def _repeats(line: Key, title: Key) -> bool:
    return line[: len(title)] == title and len(line) <= len(title) + 3


def _may_be_caption(page: Page, i: int) -> bool:
    paragraph = page.paragraphs[i]
    if paragraph.bullet or i in page.datelines or TURN.match(paragraph.text):
        return False
    return paragraph.ended and 8 <= paragraph.words <= CAPTION_WORDS


def issuer_of(page: Page, words: Words) -> int | None:
    """The line that names the issuing office or its spokesperson: the one nearest above the text, the first of several together."""
    offices = [i for i, kind in sorted(page.kinds.items()) if kind == "issuer"]
    above = [i for i in offices if i < page.top]
    if above:
        near = [i for i in above if above[-1] - i <= 2]
        return next((i for i in near if is_issuer(page.paragraphs[i], words)), near[-1])
    author = next((i for i, kind in sorted(page.kinds.items()) if kind == "byline" and i < page.top and _has_role(page.paragraphs[i], words)), None)
    return author if author is not None else offices[0] if offices else None


def _has_role(paragraph: Paragraph, words: Words) -> bool:
    return any(w in words.roles for w in bare(paragraph.text).replace(",", " ").split()[2:])
