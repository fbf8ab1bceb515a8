"""Sort the paragraphs of a page into headline, article and furniture. Only what is surely no article is left out."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from dragoman.clean.dateline import Dateline, read_dateline
from dragoman.clean.dates import Calendar, is_date_line
from dragoman.clean.furniture import (
    Rule,
    Words,
    is_address,
    is_author,
    is_byline,
    is_caption,
    is_issuer,
    is_markup,
    is_menu,
    is_noise,
    is_wordless,
    match,
)
from dragoman.clean.lines import ASIDES, Paragraph

LIST_WORDS = 9  # of the longest entry of a topic list, and the least of a sentence that ends a list of related stories
QUESTION_WORDS = 16  # of a headline that is a question
HEADING_WORDS = 12  # of the longest heading between the items of a digest
MARKS = "<abcdefghijklmnopqrstuvwxyz"  # a leftover of HTML begins with one of these
DATELINES = 1000  # paragraphs that are looked at for a dateline
UNMARKED_TOPIC = 4  # words of a topic without a list mark


@dataclass(frozen=True)
class Page:
    """The paragraphs, and by their number what was told of them.

    `rules`: the entry of the furniture data that a line falls under. `kinds`: what is furniture, by kind. `top`: where the running
    text begins; `foot`: its last paragraph. `heads`: lines above the text that are no furniture, the headline (`title`) among them.
    """

    paragraphs: tuple[Paragraph, ...]
    rules: dict[int, Rule] = field(default_factory=dict)
    kinds: dict[int, str] = field(default_factory=dict)
    datelines: dict[int, Dateline] = field(default_factory=dict)
    date_lines: tuple[int, ...] = ()
    top: int = 0
    foot: int = -1
    digest: bool = False
    title: int | None = None
    heads: frozenset[int] = frozenset()

    @property
    def body(self) -> tuple[int, ...]:
        """Numbers of the paragraphs that are article, headlines aside."""
        return tuple(i for i in range(len(self.paragraphs)) if i not in self.kinds and i not in self.heads)

    @property
    def prose(self) -> tuple[int, ...]:
        """Those of them that are running text."""
        return tuple(i for i in self.body if self.paragraphs[i].prose or (i in self.datelines and not self.datelines[i].alone))

    @property
    def outer(self) -> tuple[int, ...]:
        """Numbers of the paragraphs above and below the running text."""
        return (*range(self.top), *range(self.foot + 1, len(self.paragraphs)))

    def marked(self, kinds: dict[int, str]) -> "Page":
        """With more furniture; what is furniture already keeps its kind."""
        whole = kinds | self.kinds
        return replace(self, kinds=whole, heads=self.heads - whole.keys())


def sort_page(paragraphs: tuple[Paragraph, ...], words: Words, calendar: Calendar) -> Page:
    """Tell article and furniture apart; the headline is still to be found among the lines above the text."""
    rules = {i: rule for i, p in enumerate(paragraphs) if (rule := match(p, words))}
    page = Page(paragraphs, rules, {i: rule.kind for i, rule in rules.items() if not rule.edge})
    page = page.marked(_opened_lists(paragraphs, rules))
    page = page.marked(_anywhere(paragraphs))
    page = page.marked({i: "noise" for i, p in enumerate(paragraphs) if is_noise(p)})
    page = replace(page, datelines=_datelines(page, words, calendar))
    top, foot = _edges(page)
    page = replace(page, top=top, foot=foot)
    dates = tuple(i for i in page.outer if i not in page.datelines and is_date_line(paragraphs[i].text, calendar))
    page = replace(page, date_lines=dates).marked(dict.fromkeys(dates, "date line"))
    page = page.marked({i: rules[i].kind for i in page.outer if i in rules})
    page = page.marked(_lines_at_edges(page, words))
    return _as_digest(page) if _is_digest(page) else page


def _opened_lists(paragraphs: Sequence[Paragraph], rules: dict[int, Rule]) -> dict[int, str]:
    """The short lines after a heading such as "Related stories", up to the next running text."""
    kinds: dict[int, str] = {}
    opened: str | None = None
    for i, paragraph in enumerate(paragraphs):
        if i in rules:
            rule = rules[i]
            opened = rule.kind if rule.opens and not rule.edge else None if rule.kind in {"copyright", "end mark"} else opened
        elif opened and paragraph.prose and paragraph.words > LIST_WORDS and not _is_question(paragraph):
            opened = None
        elif opened:
            kinds[i] = opened
    return kinds


def _anywhere(paragraphs: Sequence[Paragraph]) -> dict[int, str]:
    """Leftovers of HTML, addresses and captions, wherever they stand."""
    found = {i: "markup" for i, p in enumerate(paragraphs) if p.text[0] in MARKS and is_markup(p)}
    found |= {i: "contact" for i, p in enumerate(paragraphs) if is_address(p)}
    return found | {i: "caption" for i, p in enumerate(paragraphs) if p.text[-1].isalpha() and is_caption(p)}


def _is_question(paragraph: Paragraph) -> bool:
    return paragraph.text.endswith(("?", "!")) and paragraph.words <= QUESTION_WORDS


def _datelines(page: Page, words: Words, calendar: Calendar) -> dict[int, Dateline]:
    found = {}
    for i, paragraph in enumerate(page.paragraphs[:DATELINES]):
        read = None if i in page.kinds else read_dateline(paragraph.text[paragraph.bullet : paragraph.bullet + 400], calendar, words.openings)
        if read and (paragraph.words <= HEADING_WORDS if read.alone else paragraph.prose or paragraph.words > HEADING_WORDS):
            found[i] = read
    return found


def _edges(page: Page) -> tuple[int, int]:
    """Where the running text begins, and its last paragraph; the end and the one before it where there is none."""
    running = [i for i, p in enumerate(page.paragraphs) if i not in page.kinds and _runs(page, i, p)]
    if not running:
        return len(page.paragraphs), len(page.paragraphs) - 1
    question = running[0] == 0 and len(running) > 1 and _is_question(page.paragraphs[0])
    return running[1] if question else running[0], running[-1]


def _runs(page: Page, i: int, paragraph: Paragraph) -> bool:
    if i in page.datelines:
        return not page.datelines[i].alone
    return paragraph.prose and not (i in page.rules and page.rules[i].sentence)


def _lines_at_edges(page: Page, words: Words) -> dict[int, str]:
    """By-lines, issuing offices, menus and lines of marks above and below the running text."""
    tests: tuple[tuple[str, Callable[[Paragraph], bool]], ...] = (
        ("issuer", lambda p: is_issuer(p, words)),
        ("byline", lambda p: is_byline(p, words)),
        ("menu", is_menu),
        ("mark", is_wordless),
    )
    found = {i: kind for i in page.outer if i not in page.kinds for kind, test in tests[::-1] if test(page.paragraphs[i])}
    return found | {i: "byline" for i in range(page.top) if i not in page.kinds and is_author(page.paragraphs[i], words)}


def _is_digest(page: Page) -> bool:
    """Whether a text is a list of the day's news: category lines, or items that end with their source in parentheses."""
    headings = any(kind == "digest heading" and i < page.foot for i, kind in page.kinds.items()) and not _is_dump(page)
    items = [page.paragraphs[i] for i in page.prose]
    sourced = sum(1 for p in items if p.text.endswith(")") and ASIDES.search(p.text[-300:]))
    return (headings and len(items) > 1) or (sourced >= 2 and sourced * 2 >= len(items))


def _is_dump(page: Page) -> bool:
    """Whether a line gives away a web page; names of categories stand in its menu and in a digest alike."""
    return any(rule.page and rule.kind != "menu" for rule in page.rules.values())


def _as_digest(page: Page) -> Page:
    """With every heading between the items left out."""
    loose = {"menu", "label", ""}
    headings = [
        i
        for i, p in enumerate(page.paragraphs)
        if page.kinds.get(i, "") in loose and not p.prose and p.words <= HEADING_WORDS and i not in page.datelines
    ]
    return replace(page, kinds=page.kinds | dict.fromkeys(headings, "digest heading"), digest=True)


def without_foot(page: Page) -> Page:
    """Leave out what follows the running text where it is a list of topics, or stands on the dump of a page or after an end mark."""
    if page.digest:
        return page
    after = [i for i in range(page.foot + 1, len(page.paragraphs)) if i not in page.heads]
    loose = [i for i in after if i not in page.kinds and i not in page.datelines]
    if any(i in page.rules and page.rules[i].page for i in after):
        return page.marked(dict.fromkeys(loose, "foot of the page"))
    ends = [i for i in after if page.kinds.get(i) == "end mark" or (i in page.rules and page.rules[i].opens)]
    page = page.marked({i: "foot of the page" for i in loose if ends and i > ends[0]})
    loose = [i for i in loose if i not in page.kinds]
    return page.marked(dict.fromkeys(loose, "topic list")) if _is_topics(page, loose) else page


def _is_topics(page: Page, loose: Iterable[int]) -> bool:
    """Whether the lines below the text are a list of topics: two or more, all short, and not introduced by a colon."""
    listed = [page.paragraphs[i] for i in loose]
    if len(listed) < 2 or page.paragraphs[page.foot].text.endswith(":"):
        return False
    if any(p.bullet and p.text[0].isalnum() for p in listed):
        return False  # a numbered list is part of a document
    return all(p.words <= LIST_WORDS if p.bullet else p.words <= UNMARKED_TOPIC and not p.ended for p in listed)
