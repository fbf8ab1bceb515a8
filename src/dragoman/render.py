"""The view for people: what was found in a text, as headed tables on a terminal."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from rich import box
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from dragoman.schema.record import Action, Document, Engagement, Statement
from dragoman.schema.text import Article, Span
from dragoman.schema.world import Actor
from dragoman.wording import actors_words, date_words, quote, when_words, where_words

WIDTH_OF_A_FILE = 140  # columns where the output is no terminal
FROM = {
    "given": "as given",
    "dateline": "from the dateline",
    "page": "from the page",
    "evidence": "from what the text itself tells",
}
NO_DATE = "not found, so relative dates such as “Friday” stay open; tell it with --date YYYY-MM-DD"
Item = Engagement | Statement | Action
Shown = TypeVar("Shown", Engagement, Statement, Action)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table: its heading; the share of the width that it takes, or None for as much as its words need, but at most `most` columns.

    One that is `optional` is left out where nothing fills it.
    """

    head: str
    ratio: int | None = None
    most: int | None = None
    optional: bool = False


WHEN = Column(head="when", most=16)
WHOM = Column(head="who → whom", ratio=5)
WHERE = Column(head="where", most=20, optional=True)
CONDITION = Column(head="condition", ratio=4, optional=True)
STATUS = Column(head="status")


def console() -> Console:
    """Standard output, at a readable width also where it is a file or a pipe and COLUMNS does not tell one."""
    plain = Console()
    return plain if plain.is_terminal or "COLUMNS" in os.environ else Console(width=WIDTH_OF_A_FILE)


def view(document: Document, *, doubtful: bool = False) -> RenderableType:
    """Show a document: what it is, then its engagements, statements and actions; doubtful items only on demand."""
    tables = [table for table in _tables(document, doubtful) if table is not None]
    nothing = [] if tables else [Text("Nothing between states, organisations or armed groups was found in it.")]
    return Group(header(document.article), Text(""), *tables, *nothing, *_hidden(document, doubtful))


def _hidden(document: Document, doubtful: bool) -> Iterator[Text]:
    """How many items are left out as doubtful."""
    items: tuple[Item, ...] = (*document.engagements, *document.statements, *document.actions)
    number = 0 if doubtful else sum(item.doubtful for item in items)
    if number:
        yield Text(f"{number} doubtful item{'s' if number > 1 else ''} left out; --doubtful shows {'them' if number > 1 else 'it'}.", style="dim")


def shown(items: Iterable[Shown], doubtful: bool) -> tuple[Shown, ...]:
    """Leave out the doubtful items unless they are asked for."""
    return tuple(item for item in items if doubtful or not item.doubtful)


def header(article: Article) -> RenderableType:
    """Name the text, its language, its date with how that was found, and the furniture that was left out."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column()
    for name, value in _facts(article):
        grid.add_row(name, Text(value))
    return Group(Text(headline(article), style="bold"), grid)


def headline(article: Article) -> str:
    """Give the headline on one line; of a text without one, its id."""
    title = article.title.of(article.text) if isinstance(article.title, Span) else article.title
    return " ".join((title or article.id).split())


def furniture_words(article: Article) -> str:
    """Count what was left out of the article, by kind."""
    counted = Counter(part.kind for part in article.furniture)
    return ", ".join(f"{kind} ×{number}" if number > 1 else kind for kind, number in counted.most_common()) or "nothing"


def _facts(article: Article) -> Iterator[tuple[str, str]]:
    yield "text", article.id
    yield "language", article.language or "not told"
    yield "date", f"{date_words(article.date)}, {FROM[article.date_from]}" if article.date and article.date_from else NO_DATE
    yield "left out", furniture_words(article)


def _tables(document: Document, doubtful: bool) -> Iterator[Table | None]:
    yield _engagements(document, shown(document.engagements, doubtful))
    yield _statements(document, shown(document.statements, doubtful))
    yield _actions(document, shown(document.actions, doubtful))


def _engagements(document: Document, items: tuple[Engagement, ...]) -> Table | None:
    columns = (WHEN, Column(head="what", ratio=3), Column(head="who", ratio=5), Column(head="where", most=20), STATUS, CONDITION)
    rows = [
        [when_words(e), _what(e), actors_words(e.participants), where_words(e), e.status, quote(document.article.text, e.condition)] for e in items
    ]
    return _table("Engagements", columns, items, rows)


def _statements(document: Document, items: tuple[Statement, ...]) -> Table | None:
    columns = (WHOM, Column(head="act", most=12), Column(head="words", ratio=7), CONDITION, Column(head="says who", most=20, optional=True))
    text = document.article.text
    rows = [[_toward(s.speakers, s.targets), _act(s), quote(text, s.content), quote(text, s.condition), _says_who(text, s)] for s in items]
    return _table("Statements", columns, items, rows)


def _actions(document: Document, items: tuple[Action, ...]) -> Table | None:
    columns = (WHEN, WHOM, Column(head="type"), Column(head="what", ratio=6), WHERE, STATUS)
    text = document.article.text
    rows = [[date_words(a.date), _toward(a.actors, a.recipients), a.type, quote(text, a.what), a.place or "", a.status] for a in items]
    return _table("Actions", columns, items, rows)


def _table(name: str, columns: tuple[Column, ...], items: tuple[Item, ...], rows: list[list[str]]) -> Table | None:
    if not items:
        return None
    kept = [n for n, column in enumerate(columns) if not column.optional or any(row[n] for row in rows)]
    table = Table(title=f"{name} ({len(items)})", title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, expand=True)
    table.add_column("id", style="dim", no_wrap=True)
    for n in kept:
        table.add_column(columns[n].head, ratio=columns[n].ratio, max_width=columns[n].most, overflow="fold")
    for item, row in zip(items, rows, strict=True):
        table.add_row(_mark(item), *(Text(row[n]) for n in kept))
    return table


def _mark(item: Item) -> Text:
    notes = (" ?" if item.doubtful else "") + (" domestic" if item.scope == "domestic" else "")
    return Text(item.id + notes)


def _what(engagement: Engagement) -> str:
    return "\n".join([engagement.kind, *(f"on {issue}" for issue in engagement.issues)])


def _act(statement: Statement) -> str:
    return statement.act if statement.status == "occurred" else f"{statement.act}\n({statement.status})"


def _toward(doers: tuple[Actor, ...], others: tuple[Actor, ...]) -> str:
    return (actors_words(doers) or "not told") + (f"\n→ {actors_words(others)}" if others else "")


def _says_who(text: str, statement: Statement) -> str:
    return "\n".join(part for part in (statement.attributed_to or "", quote(text, statement.hedge)) if part)
