"""Read every time expression of an article into its EDTF value, against the document's day and the times named before it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from statistics import median

from dragoman.errors import DataError
from dragoman.lexicon.times import TimeLexicon
from dragoman.resolve.tense import FUTURE, PAST, direction
from dragoman.resolve.time_choice import Anchors
from dragoman.resolve.time_extent import Extent, of_year
from dragoman.resolve.time_grammar import Expression, expressions
from dragoman.resolve.time_nodes import About, At, Calendar, Edge, Feast, Node, Offset, Open, Period, Range, RelativeDay, Season, Stretch
from dragoman.resolve.time_values import evaluate
from dragoman.resolve.time_words import Words, lexemes
from dragoman.schema.edtf import parse
from dragoman.schema.record import Time
from dragoman.schema.text import Article, Sentence, Span

STORY_YEARS = 6  # a text that names this many years …
FEW_YEARS, LONG_AGO = 2, 15  # … or so few, all this long ago, and nothing of today
STORY_EDGE = 20  # one in so many of its years, at either end, is named in passing
STORY_PRESENT = 6  # … and one of this many at most of today or a weekday …
STORY_DISTANCE = 2  # … half of them this far from its own is a history, whose dates lie near each other (wikiwars)
SAME_BREATH = 60  # characters between "2018" and the "October" that belongs to it


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """An expression in its sentence."""

    words: Words
    expression: Expression

    @property
    def span(self) -> Span:
        """Its characters."""
        w, e = self.words, self.expression
        return Span(start=w.at(e.start).start, end=w.at(e.end - 1).end)


def read_times(article: Article, sentences: Sequence[Sentence], lexicon: TimeLexicon) -> tuple[Time, ...]:
    """The times of an article in order. A relative one has the value None where the document has no day."""
    found = [*_dateline(article, sentences, lexicon), *_all(article, sentences, lexicon)]
    start = Anchors(document=_document_day(article.date))
    if _is_story(found, start.document):
        years = _story_years(found)
        start = replace(start, story=True, years=years, named=of_year(next(y for y in _all_years(found) if y in years)))
    return tuple(_evaluated(found, start, article, lexicon))


def _document_day(value: str | None) -> date | None:
    if value is None:
        return None
    try:
        read = parse(value)
    except DataError:
        return None
    return read.earliest if read.kind == "day" else None


def _all(article: Article, sentences: Sequence[Sentence], lexicon: TimeLexicon) -> Iterator[_Found]:
    for sentence in sentences:
        words = Words(lexemes=lexemes(article.text, sentence.span, lexicon), sentence=sentence, lexicon=lexicon, capitals=article.capitals)
        for expression in expressions(words):
            yield _Found(words=words, expression=expression)


def _dateline(article: Article, sentences: Sequence[Sentence], lexicon: TimeLexicon) -> Iterator[_Found]:
    """The date of a dateline that stands in no sentence; it hangs on the sentence behind it."""
    line = article.dateline
    if line is None or any(s.span.overlaps(line) for s in sentences):
        return
    index = next((s.index for s in sentences if s.start >= line.end), 0)
    bare = Sentence(index=index, start=line.start, end=line.end, tokens=())
    words = Words(lexemes=lexemes(article.text, line, lexicon), sentence=bare, lexicon=lexicon, capitals=True)
    for expression in expressions(words):
        yield _Found(words=words, expression=expression)


def _evaluated(found: list[_Found], anchors: Anchors, article: Article, lexicon: TimeLexicon) -> Iterator[Time]:
    previous: _Found | None = None
    for one, following in zip(found, [*found[1:], None], strict=False):
        turned = 0 if article.dateline and article.dateline.covers(one.span) else _direction(one, lexicon)
        if _stands_for_length(one.expression.node, turned):
            continue
        year, floor = _year_near(one, previous, following, anchors, turned), _row_floor(one, previous, anchors)
        here = replace(anchors, direction=turned, year=year, floor=floor)
        extent = evaluate(one.expression.node, here, lexicon.holidays)
        yield _time(one, extent)
        anchors, previous = _moved(anchors, extent, one.expression.node), one


def _stands_for_length(node: Node, turned: int) -> bool:
    """Whether "in three days" tells how long a deed took that is done."""
    return isinstance(node, Offset) and node.anchor == "ahead" and turned != FUTURE


def _direction(one: _Found, lexicon: TimeLexicon) -> int:
    w, e = one.words, one.expression
    first, last = w.token(e.start), w.token(e.end - 1)
    if first is None or last is None:
        return 0
    if w.has(e.start, "behind"):
        return PAST
    if isinstance(e.node, Open) and e.node.excluding and isinstance(e.node.inner, Period):
        return FUTURE
    told = direction(w.sentence, first.index, last.index, lexicon)
    return told or (FUTURE if isinstance(e.node, Open) and e.node.side == "to" else 0)


def _time(one: _Found, extent: Extent | None) -> Time:
    last = one.words.token(one.expression.end - 1)
    node = one.expression.node
    return Time(
        span=one.span,
        value=extent.value if extent else None,
        sentence=one.words.sentence.index,
        head=last.index if last else -1,
        means="throughout" if isinstance(node, Range) else "within",
        rule=one.expression.rule,
    )


def _moved(anchors: Anchors, extent: Extent | None, node: Node) -> Anchors:
    """The anchors after a time is named; what a history says of its own day moves none."""
    if extent is None or extent.first is None or (anchors.story and _of_document(node)):
        return anchors
    if anchors.story and (anchors.years and extent.first.year not in anchors.years or _in_passing(node)):
        return anchors
    return replace(anchors, named=extent, day=extent if extent.grain == "day" else anchors.day)


def _of_document(node: Node) -> bool:
    if isinstance(node, Edge | Open | About | At):
        return node.inner is not None and _of_document(node.inner)
    plain = isinstance(node, Period) and node.shift in ("this", "last", "next", "past", "coming")
    return plain or isinstance(node, RelativeDay | Stretch) or (isinstance(node, Offset) and node.anchor != "text")


def _in_passing(node: Node) -> bool:
    """What a history looks back to without going there: "since 1812", "the previous year"."""
    return (isinstance(node, Open) and node.side == "from") or (isinstance(node, Period) and node.shift == "previous")


def _year_shared(one: _Found, following: _Found | None) -> int | None:
    """The year that the next date of a list tells for both ("23 and 24 May and 3 October 2005")."""
    if following is None or not _adjacent(one, following):
        return None
    own, told = _years_told(one.expression.node), _years_told(following.expression.node)
    return told[0] if not own and len(told) == 1 and _has_month(one.expression.node) and _has_month(following.expression.node) else None


def _has_month(node: Node) -> bool:
    inner = node.first if isinstance(node, Range) else node
    return isinstance(inner, Calendar) and inner.month is not None and inner.within is None


def _row_floor(one: _Found, previous: _Found | None, anchors: Anchors) -> date | None:
    """In "on Monday, Wednesday and Friday" the day before which the next of the row does not lie."""
    if previous is None or not _adjacent(previous, one) or not _is_weekday(previous.expression.node) or not _is_weekday(one.expression.node):
        return None
    return anchors.day.last if anchors.day else None


def _adjacent(one: _Found, following: _Found) -> bool:
    """Whether only a comma or "and" stands between two times."""
    w, end = one.words, one.expression.end
    gap = following.span.start - one.span.end
    return following.words is w and 0 <= gap <= len(", and ") and (w.has(end, "and") or w.text(end) == ",")


def _year_near(one: _Found, previous: _Found | None, following: _Found | None, anchors: Anchors, turned: int) -> int | None:
    """The year that a neighbouring time tells for this one."""
    return (None if turned == FUTURE else _year_beside(one, previous, anchors)) or _year_shared(one, following)


def _year_beside(one: _Found, previous: _Found | None, anchors: Anchors) -> int | None:
    """The year told just before in the same sentence, for a month without one ("in 2018, between October and December")."""
    if previous is None or anchors.story or previous.words is not one.words or one.span.start - previous.span.end > SAME_BREATH:
        return None
    told, own = _years_told(previous.expression.node), _years_told(one.expression.node)
    document = anchors.document
    if own or len(told) != 1 or (document is not None and told[0] >= document.year):
        return None
    return told[0]


def _years_told(node: Node) -> list[int]:
    """The full years that an expression tells."""
    if isinstance(node, Range):
        return _years_told(node.first) + _years_told(node.last)
    if isinstance(node, Edge | Open | About | At):
        return _years_told(node.inner) if node.inner is not None else []
    year = node.year if isinstance(node, Calendar | Season | Feast) else None
    return [year] if year is not None and year > 99 else []


def _is_story(found: list[_Found], document: date | None) -> bool:
    """Whether a text tells of other years than its own: a history, not news."""
    years = _all_years(found)
    present = sum(_of_document(one.expression.node) or _is_weekday(one.expression.node) for one in found)
    present += sum(document is not None and y == document.year for y in years)
    if len(years) < STORY_YEARS:
        return len(years) >= FEW_YEARS and not present and (document is None or document.year - max(years) >= LONG_AGO)
    return present * STORY_PRESENT <= len(years) and (document is None or document.year - median(years) >= STORY_DISTANCE)


def _all_years(found: list[_Found]) -> list[int]:
    return [y for one in found for y in _years_told(one.expression.node)]


def _story_years(found: list[_Found]) -> range:
    """The years that a history moves in; a far one named in passing ("since 1812") lies outside."""
    years = sorted(_all_years(found))
    edge = len(years) // STORY_EDGE
    return range(years[edge], years[-1 - edge] + 2)


def _is_weekday(node: Node) -> bool:
    return isinstance(node, Calendar) and node.weekday is not None and node.month is None
