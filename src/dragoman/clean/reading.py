"""Read a text as it came into an Article: nothing is altered, everything is marked by offset."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from dragoman.clean.blocks import Cut, continued_from, cut
from dragoman.clean.dateline import Dateline
from dragoman.clean.dates import Calendar, closing_date, dates_in, is_date_line, order_of_figures, packaged_calendar
from dragoman.clean.encoding import why_no_text
from dragoman.clean.furniture import Words, packaged_words
from dragoman.clean.headline import issuer_of, key, with_headline, without_repeats
from dragoman.clean.language import language_name, language_of
from dragoman.clean.lines import EDGES, Paragraph, read_paragraphs
from dragoman.clean.page import Page, sort_page, without_foot
from dragoman.clean.shown import whole
from dragoman.schema.text import Article, Block, Furniture, Span

NEAR_THE_TOP = 3  # running paragraphs among which the article's own dateline stands
ITEMS = 3  # datelines that make a digest of items rather than one article
HEADLINES = 3  # lines without running text that make a list
FRONT_PAGE = 8  # headlines, of a page on which no two paragraphs of running text follow each other
TEASER_WORDS = 40  # of the longest paragraph of such a page
CAPITALS = 0.85  # share of capitals among the letters of a wire's body
LETTERS = 20


def read_page(text: str, *, id: str, date: str | None = None, title: str | None = None, source: str | None = None, url: str | None = None) -> Article:
    """What is article on a page, and what stands around it. Never raises, whatever the text.

    `date` wins over the dateline, the dateline over a date line of the page. A text that is no article says why in `why_not` and has no blocks.
    """
    title, source, url = (whole(s) if s else None for s in (title, source, url))
    article = Article(id=whole(id), text=text, date=date or None, date_from="given" if date else None, title=title, source=source, url=url)
    refusal = why_no_text(text)
    if refusal:
        return replace(article, article=False, why_not=refusal)
    words, calendar = packaged_words(), packaged_calendar()
    calendar = replace(calendar, day_first=order_of_figures(text, calendar))
    page = with_headline(sort_page(read_paragraphs(text), words, calendar), words, title)
    page = without_repeats(page)
    article = replace(article, language=language_of(_sample(page), words.english))
    refusal = _why_not(page, article.language)
    page = without_foot(page)
    if refusal:
        return replace(_dated(article, page, calendar, None), article=False, why_not=refusal)
    return _marked(article, page, words, calendar)


def _sample(page: Page) -> str:
    chosen = page.prose or page.body or tuple(range(len(page.paragraphs)))
    return "\n".join(page.paragraphs[i].text[:2000] for i in chosen[:20])


def _why_not(page: Page, language: str | None) -> str | None:
    if language not in (None, "en"):
        name = language_name(language or "")
        return f"The text is in {name}; only English is read." if name else f"The text is in another language than English ({language})."
    body, prose = page.body, page.prose
    if not prose:
        return _why_no_prose(page)
    loose = len(body) + len(page.heads) - len(prose)
    alone = all(b - a > 1 for a, b in pairwise(prose))
    teasers = max(page.paragraphs[i].words for i in prose) <= TEASER_WORDS and not page.datelines
    if alone and teasers and not page.digest and loose >= FRONT_PAGE and loose > len(prose):
        return f"A list of {loose} headlines with hardly any running text."
    return None


def _why_no_prose(page: Page) -> str | None:
    shown = page.body
    if not shown and "noise" in page.kinds.values():
        return "The text is encoded data or bare marks, not sentences."
    if not shown:
        return "The page has menus and notices, but no running text."
    if len(shown) >= HEADLINES:
        return f"A list of {len(shown)} headlines without running text."
    return None if sum(page.paragraphs[i].words for i in shown) >= 3 else "The text has no sentence."


def _marked(article: Article, page: Page, words: Words, calendar: Calendar) -> Article:
    own = _own_dateline(page)
    cuts = _cuts(page, words, own)
    blocks = tuple(_blocks(page, cuts))
    furniture = [Furniture(span=page.paragraphs[i].span, kind=kind) for i, kind in page.kinds.items()]
    furniture += [f for c in cuts.values() for f in c.aside]
    office = issuer_of(page, words)
    article = replace(
        article,
        title=_title(article, page, cuts),
        capitals=_in_capitals(article.text, blocks),
        issuer=page.paragraphs[office].span if office is not None else None,
        blocks=blocks,
        furniture=tuple(sorted(furniture, key=lambda f: f.span)),
    )
    if own is None:
        place = continued_from(page.paragraphs[page.title]) if page.title is not None else None
        return _dated(replace(article, dateline_place=place), page, calendar, None)
    paragraph, found = page.paragraphs[own], page.datelines[own]
    start = paragraph.span.start + paragraph.bullet
    whole = Span(start=start, end=_shown_end(article.text, start, start + found.end))
    article = replace(article, dateline=whole, dateline_place=Span(start=start, end=start + found.place_end))
    return _dated(article, page, calendar, found)


def _title(article: Article, page: Page, cuts: dict[int, Cut]) -> Span | str | None:
    """The headline's span; the title as given where the text does not repeat it."""
    if page.title is None:
        return article.title
    span = cuts[page.title].span if page.title in cuts else page.paragraphs[page.title].span
    given = key(article.title) if isinstance(article.title, str) else ()
    return article.title if given and key(span.of(article.text))[: len(given)] != given else span


def _shown_end(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip(EDGES))


def _own_dateline(page: Page) -> int | None:
    """The dateline of the article itself: near its top, and not one of the many of a digest."""
    if sum(1 for i in page.datelines if page.paragraphs[i].prose) >= ITEMS:
        return next((i for i, d in page.datelines.items() if d.alone and d.date and i < page.top), None)
    near = [i for i in page.prose if page.paragraphs[i].prose][:NEAR_THE_TOP]
    limit = near[-1] if near else len(page.paragraphs)
    return next((i for i in sorted(page.datelines) if i <= limit and i not in page.kinds), None)


def _cuts(page: Page, words: Words, own: int | None) -> dict[int, Cut]:
    kept = sorted({*page.body, *page.heads})
    last = kept[-1] if kept else -1
    return {i: cut(page.paragraphs[i], words, dateline=page.datelines.get(i), own=i == own, last=i == last) for i in kept}


def _blocks(page: Page, cuts: dict[int, Cut]) -> Iterator[Block]:
    lead = True
    for i, part in cuts.items():
        if part.span.end <= part.span.start:
            continue
        if i in page.heads:
            yield Block(span=part.span, kind="title")
            continue
        yield Block(span=part.span, kind="lead" if lead else "body")
        lead = False


def _in_capitals(text: str, blocks: tuple[Block, ...]) -> bool:
    body = "".join(b.span.of(text)[:3000] for b in blocks if b.kind != "title")[:20000]
    letters = [c for c in body if c.isalpha()]
    return len(letters) >= LETTERS and sum(1 for c in letters if c.isupper()) > CAPITALS * len(letters)


def _dated(article: Article, page: Page, calendar: Calendar, dateline: Dateline | None) -> Article:
    if article.date:
        return article
    if dateline and dateline.date and dateline.date.day:
        return replace(article, date=dateline.date.day.isoformat(), date_from="dateline")
    found = _page_date(page, calendar)
    return replace(article, date=found, date_from="page") if found else article


def _page_date(page: Page, calendar: Calendar) -> str | None:
    """The first full date line of the page; else the date that closes a line above the text, its headline included."""
    read = [r.day for i in page.date_lines if (r := is_date_line(page.paragraphs[i].text, calendar)) and r.day]
    stamps = [page.paragraphs[i].text for i, kind in page.kinds.items() if kind in {"reading time", "note of the desk"} and i < page.top]
    read += [f.day for text in stamps for f in dates_in(text, calendar) if f.day]
    read += [d.date.day for d in page.datelines.values() if d.alone and d.date and d.date.day]
    if read:
        return read[0].isoformat()
    first = page.prose[0] if page.prose else len(page.paragraphs)
    closing = [r.day for p in _above(page, first) if (r := closing_date(p.text, calendar)) and r.day]
    return closing[0].isoformat() if closing else None


def _above(page: Page, first: int) -> list[Paragraph]:
    others = {"related list", "most-read list", "caption", "copyright", "teaser"}
    return [p for i, p in enumerate(page.paragraphs[:first]) if page.kinds.get(i, "") not in others]
