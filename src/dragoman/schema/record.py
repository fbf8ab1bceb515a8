"""The record of a document: mentions, times, engagements, statements, actions, and the coded events."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dragoman.schema.text import Article, Span
from dragoman.schema.world import Actor, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Because:
    """Why a field has its value: the words, and the entry of the lexicon or table that read them."""

    spans: tuple[Span, ...]
    rule: str


Reasons = Mapping[str, Because]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A reference to actors. `kind`: `name`, `office`, `state`, `metonym`, `body`, `group`, `plural`, `pronoun`, `source`, `people`.

    `sentence` and `head` (token index in that sentence) tie it to the tree. `refers_to` is empty where it cannot be resolved.
    """

    span: Span
    refers_to: tuple[Actor, ...]
    kind: str
    sentence: int
    head: int
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """An expression of calendar time. `value` is EDTF, None where nothing anchors it; `means` is `within` or `throughout`.

    `head` is the token index in `sentence` of its last word.
    """

    span: Span
    value: str | None
    sentence: int
    head: int
    means: str = "within"
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """A place named in the text."""

    span: Span
    place: Place
    sentence: int
    head: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """What resolving found in an article, for the coding stage. `author` is who speaks where the text says "we" or "I"."""

    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    author: tuple[Actor, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Codes:
    """The codes that follow from an item's frame and status. None where no table has one."""

    plover: str | None = None
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    quad: int | None = None
    goldstein: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Engagement:
    """A meeting, visit, call, summit, talks, conference or ceremony. Fields as in RECORD.md."""

    id: str
    kind: str
    participants: tuple[Actor, ...]
    status: str
    evidence: tuple[Span, ...]
    host: str | None = None
    date: str | None = None
    date_means: str | None = None
    place: str | None = None
    place_country: str | None = None
    condition: Span | None = None
    issues: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    codes: Codes = Codes()
    scope: str = "foreign"
    doubtful: bool = False
    rule: str = ""
    said_on: str | None = None
    because: Reasons = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What an actor says, wants or decides toward another. Fields as in RECORD.md."""

    id: str
    act: str
    speakers: tuple[Actor, ...]
    evidence: tuple[Span, ...]
    targets: tuple[Actor, ...] = ()
    content: Span | None = None
    condition: Span | None = None
    status: str = "occurred"
    date: str | None = None
    attributed_to: str | None = None
    hedge: Span | None = None
    codes: Codes = Codes()
    scope: str = "foreign"
    doubtful: bool = False
    rule: str = ""
    because: Reasons = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """A deed that is no words, or a change of office. `type` is a PLOVER type or `OFFICE`."""

    id: str
    type: str
    actors: tuple[Actor, ...]
    evidence: tuple[Span, ...]
    recipients: tuple[Actor, ...] = ()
    what: Span | None = None
    date: str | None = None
    place: str | None = None
    status: str = "occurred"
    codes: Codes = Codes()
    scope: str = "foreign"
    doubtful: bool = False
    rule: str = ""
    because: Reasons = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One coded, directed exchange row, as political scientists count them. `item` is the id of what it follows from."""

    source: str | None
    target: str | None
    date: str | None
    item: str
    text: str
    cameo: str | None = None
    plover: str | None = None
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    quad: int | None = None
    goldstein: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """All that is read out of one text. `article` is the text with its marks; the JSON form is RECORD.md's."""

    article: Article
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    engagements: tuple[Engagement, ...] = ()
    statements: tuple[Statement, ...] = ()
    actions: tuple[Action, ...] = ()
    events: tuple[Event, ...] = ()

    @property
    def id(self) -> str:
        """The document's id: a row's own, a file's stem."""
        return self.article.id

    def to_json(self, *, doubtful: bool = False) -> str:
        """The record's JSON form (RECORD.md) on one line; items marked doubtful only if asked for."""
        from dragoman.schema.codec import to_json  # the codec needs this module

        return to_json(self, doubtful=doubtful)
