"""Why each field of an item has its value: the rule that gave it, and the words that it read."""

from collections.abc import Iterator

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from dragoman.render import Item, shown
from dragoman.schema.record import Because, Document
from dragoman.schema.text import Span
from dragoman.schema.world import Actor
from dragoman.wording import actors_words, quote

ACTOR_FIELDS = ("participants", "speakers", "targets", "actors", "recipients")


def explanation(document: Document, *, doubtful: bool = False) -> RenderableType:
    """Show a table for each item: field, value, rule, words."""
    tables = [_table(document, item) for item in _items(document, doubtful)]
    return Group(Text("Why", style="bold"), *tables) if tables else Text("")


def _items(document: Document, doubtful: bool) -> Iterator[Item]:
    yield from shown(document.engagements, doubtful)
    yield from shown(document.statements, doubtful)
    yield from shown(document.actions, doubtful)


def _table(document: Document, item: Item) -> Table:
    text = document.article.text
    table = Table(title=f"{item.id}: {item.rule or 'no rule named'}", title_justify="left", box=box.SIMPLE_HEAD, expand=True)
    for head, ratio in (("field", 2), ("value", 4), ("rule", 4), ("words", 8)):
        table.add_column(head, ratio=ratio, overflow="fold")
    for field, because in {**item.because, **dict(_of_actors(document, item))}.items():
        table.add_row(Text(field), Text(value_words(text, getattr(item, field, None))), Text(because.rule), Text(_words(text, because)))
    table.add_row(Text("evidence"), Text(""), Text(""), Text("\n".join(quote(text, span) for span in item.evidence)))
    return table


def _of_actors(document: Document, item: Item) -> Iterator[tuple[str, Because]]:
    """Fields of actors of which the item itself does not say why: the mentions of them in its evidence."""
    for field in ACTOR_FIELDS:
        actors = {(actor.name, actor.country) for actor in getattr(item, field, ())}
        named = [m for m in document.mentions if any(e.covers(m.span) for e in item.evidence) and actors & {(a.name, a.country) for a in m.refers_to}]
        if named and field not in item.because:
            yield field, Because(spans=tuple(m.span for m in named), rule=", ".join(dict.fromkeys(m.rule for m in named if m.rule)))


def value_words(text: str, value: object) -> str:
    """Put a field's value into words, whatever its type; a span as the words that it holds."""
    if isinstance(value, Span):
        return quote(text, value)
    if isinstance(value, tuple):
        actors = tuple(part for part in value if isinstance(part, Actor))
        return actors_words(actors) if actors else ", ".join(map(str, value))
    return "" if value is None else str(value)


def _words(text: str, because: Because) -> str:
    return "\n".join(dict.fromkeys(quote(text, span) for span in because.spans))
