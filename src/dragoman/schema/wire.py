"""The JSON form of the record, field by field as RECORD.md names it.

Fields that are always written have a plain default; those written only where known default to `UNSET`.
"""

from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType

DateFrom = Literal["given", "dateline", "page", "evidence"]
MentionKind = Literal["name", "office", "state", "metonym", "body", "group", "plural", "pronoun", "source", "people"]
ActorKind = Literal["person", "office", "state", "body", "group", "people", "source"]
Means = Literal["within", "throughout"]
Kind = Literal["meeting", "visit", "call", "summit", "talks", "conference", "ceremony"]
Status = Literal["proposed", "planned", "ongoing", "held", "postponed", "cancelled", "denied"]
Open = Literal["time", "place", "participants", "agenda"]
Act = Literal[
    "state", "affirm", "support", "pledge", "agree", "offer", "request", "demand", "propose", "reject", "deny", "criticise", "accuse", "warn",
    "apologise", "announce", "expect", "doubt",
]  # fmt: skip
StatementStatus = Literal["occurred", "planned", "denied", "negated"]
ActionStatus = Literal["occurred", "ongoing", "planned", "denied", "negated"]
Plover = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION",
    "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Deed = Plover | Literal["OFFICE"]
Scope = Literal["foreign", "domestic"]
Quad = Literal[1, 2, 3, 4]
Offset = Annotated[int, Meta(ge=0)]


class SpanWire(Struct, kw_only=True):
    """Characters of the text as given, `end` not included."""

    start: Offset
    end: Offset


class ActorWire(Struct, kw_only=True):
    """Someone or something that acts."""

    name: str
    country: str | None = None
    office: str | UnsetType = UNSET
    acting: bool | UnsetType = UNSET
    kind: ActorKind | UnsetType = UNSET
    holder: str | UnsetType = UNSET
    id: str | UnsetType = UNSET
    code: str | UnsetType = UNSET


class PinWire(Struct, kw_only=True):
    """Where a mark hangs in the trees: sentence, head word, and the rule that made it."""

    sentence: int | UnsetType = UNSET
    head: int | UnsetType = UNSET
    rule: str | UnsetType = UNSET


class MentionWire(PinWire, kw_only=True):
    """A reference to actors."""

    start: Offset
    end: Offset
    refers_to: tuple[ActorWire, ...] = ()
    kind: MentionKind | UnsetType = UNSET


class TimeWire(PinWire, kw_only=True):
    """An expression of calendar time."""

    start: Offset
    end: Offset
    value: str | None = None
    means: Means | UnsetType = UNSET


class PlaceWire(PinWire, kw_only=True):
    """A place named in the text."""

    start: Offset
    end: Offset
    name: str
    country: str | None = None
    kind: Literal["city", "venue", "country", "region"]
    latitude: float | UnsetType = UNSET
    longitude: float | UnsetType = UNSET
    id: str | UnsetType = UNSET


class CodesWire(Struct, kw_only=True, frozen=True):
    """Derived codes; all fields or, for an item without any, none."""

    plover: Plover | UnsetType | None = UNSET
    mode: str | UnsetType | None = UNSET
    contexts: tuple[str, ...] | UnsetType = UNSET
    cameo: str | UnsetType | None = UNSET
    quad: Quad | UnsetType | None = UNSET
    goldstein: float | UnsetType | None = UNSET


class BecauseWire(Struct, kw_only=True):
    """The words and the rule that gave a field its value."""

    spans: tuple[SpanWire, ...] = ()
    rule: str = ""


class ItemWire(Struct, kw_only=True):
    """What engagements, statements and actions share."""

    evidence: tuple[SpanWire, ...] = ()
    codes: CodesWire = CodesWire()
    id: str | UnsetType = UNSET
    rule: str | UnsetType = UNSET
    scope: Scope | UnsetType = UNSET
    doubtful: bool | UnsetType = UNSET
    because: dict[str, BecauseWire] | UnsetType = UNSET


class EngagementWire(ItemWire, kw_only=True):
    """A meeting, visit, call, summit, talks, conference or ceremony."""

    kind: Kind
    participants: tuple[ActorWire, ...] = ()
    host: str | None = None
    date: str | None = None
    date_means: Means | UnsetType = UNSET
    place: str | None = None
    place_country: str | None = None
    status: Status
    condition: SpanWire | None = None
    issues: tuple[str, ...] = ()
    open: tuple[Open, ...] = ()
    candidates: tuple[str, ...] = ()
    said_on: str | UnsetType = UNSET


class StatementWire(ItemWire, kw_only=True):
    """What an actor says, wants or decides toward another."""

    act: Act
    speakers: tuple[ActorWire, ...] = ()
    targets: tuple[ActorWire, ...] = ()
    content: SpanWire | None = None
    condition: SpanWire | None = None
    status: StatementStatus = "occurred"
    date: str | None = None
    attributed_to: str | None = None
    hedge: SpanWire | None = None


class ActionWire(ItemWire, kw_only=True):
    """A deed that is no words, or a change of office."""

    type: Deed
    actors: tuple[ActorWire, ...] = ()
    recipients: tuple[ActorWire, ...] = ()
    date: str | None = None
    place: str | None = None
    status: ActionStatus = "occurred"
    what: SpanWire | None = None


class EventWire(Struct, kw_only=True):
    """One coded, directed exchange row."""

    source: str | None = None
    target: str | None = None
    date: str | None = None
    cameo: str | None = None
    plover: Plover | None = None
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    quad: Quad | None = None
    goldstein: float | None = None
    item: str = ""
    text: str = ""


class StretchWire(Struct, kw_only=True):
    """A marked stretch of the text: a block of the article, or furniture."""

    start: Offset
    end: Offset
    kind: str


class DocumentWire(Struct, kw_only=True):
    """All that is read out of one text."""

    id: str
    date: str | None = None
    date_from: DateFrom | None = None
    title: str | None = None
    language: str | None = None
    article: bool = True
    why_not: str | None = None
    mentions: tuple[MentionWire, ...] = ()
    times: tuple[TimeWire, ...] = ()
    engagements: tuple[EngagementWire, ...] = ()
    statements: tuple[StatementWire, ...] = ()
    actions: tuple[ActionWire, ...] = ()
    events: tuple[EventWire, ...] = ()
    places: tuple[PlaceWire, ...] | UnsetType = UNSET
    title_at: SpanWire | UnsetType = UNSET
    capitals: bool | UnsetType = UNSET
    dateline: SpanWire | UnsetType = UNSET
    dateline_place: SpanWire | UnsetType = UNSET
    issuer: SpanWire | UnsetType = UNSET
    source: str | UnsetType = UNSET
    url: str | UnsetType = UNSET
    blocks: tuple[StretchWire, ...] | UnsetType = UNSET
    furniture: tuple[StretchWire, ...] | UnsetType = UNSET
