"""The stages in their order: clean, analyse, resolve, code, derive codes. Read this first.

`read_article` is pure: the same article gives the same document anywhere.
"""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dragoman.acquire import RawDocument
from dragoman.analyse import Engine, analyse
from dragoman.clean import read_page, shown
from dragoman.coding import code
from dragoman.coding.codes import derive
from dragoman.config import Settings, load_settings
from dragoman.errors import InputError, SettingsError
from dragoman.lexicon.whole import Lexicon
from dragoman.resolve import resolve
from dragoman.schema.record import Document
from dragoman.schema.text import Article


def _accurate(lexicon: Lexicon) -> Engine:
    from dragoman.analyse.encoder import EncoderEngine

    return EncoderEngine(lexicon.words)


ENGINES: Mapping[str, Callable[[Lexicon], Engine]] = {"accurate": _accurate}


def read_article(article: Article, engine: Engine, lexicon: Lexicon, *, scope: str = "foreign") -> Document:
    """All that an article says, by the stages in turn. `scope` is `foreign`, or `all` for items within one country too."""
    if not article.article:
        return Document(article=article)
    sentences = analyse(article, engine)
    found = resolve(article, sentences, lexicon)
    engagements, statements, actions = code(article, sentences, found, lexicon)
    if scope == "foreign":
        engagements = tuple(e for e in engagements if e.scope == "foreign" or e.doubtful)
        statements = tuple(s for s in statements if s.scope == "foreign" or s.doubtful)
        actions = tuple(a for a in actions if a.scope == "foreign" or a.doubtful)
    engagements, statements, actions, events = derive(engagements, statements, actions, article, lexicon)
    return Document(
        article=article,
        mentions=found.mentions,
        times=found.times,
        places=found.places,
        engagements=engagements,
        statements=statements,
        actions=actions,
        events=events,
    )


@dataclass(frozen=True, kw_only=True)
class Reader:
    """An engine and a lexicon kept loaded, for many texts."""

    engine: Engine
    lexicon: Lexicon
    scope: str = "foreign"

    def read(
        self, text: str, *, date: str | None = None, id: str = "text", title: str | None = None, source: str | None = None, url: str | None = None
    ) -> Document:
        """One text. `date` is its day (YYYY-MM-DD); without it nothing relative is dated. A wrong one is an InputError.

        The stages read the text without the marks that show nothing; every span counts characters of the text as given.
        """
        seen = shown(text)
        article = read_page(seen.text if seen else text, id=id, date=_day(date), title=title, source=source, url=url)
        document = read_article(article, self.engine, self.lexicon, scope=self.scope)
        return seen.back(document) if seen else document

    def read_raw(self, raw: RawDocument) -> Document:
        """One text as it was acquired."""
        return self.read(raw.text, date=raw.date, id=raw.id, title=raw.title, source=raw.source, url=raw.url)


def _day(date: str | None) -> str | None:
    try:
        return datetime.date.fromisoformat(date).isoformat() if date else None
    except ValueError as slip:
        raise InputError(f"date {ascii(date)[:40]} is no day of the calendar; write it as 2018-03-16.") from slip


def open_reader(*, settings: Settings | None = None) -> Reader:
    """A reader with the engine and lexicon of some settings, by default those of `dragoman.toml` in the current folder."""
    chosen = settings or load_settings()
    lexicon = Lexicon(overlay=chosen.lexicon)
    if chosen.engine not in ENGINES:
        raise SettingsError(f"engine: there is no {chosen.engine!r}; the engines are {', '.join(ENGINES)}.")
    return Reader(engine=ENGINES[chosen.engine](lexicon), lexicon=lexicon, scope=chosen.scope)
