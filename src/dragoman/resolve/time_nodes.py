"""What a time expression says before it is placed in the calendar: the nodes that the grammar builds and `time_values` evaluates."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """A date in the fields that its words tell. `shift` is a direction word ("last October"), `within` a larger period ("January of this year")."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    shift: str | None = None
    within: "Node | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A unit turned by a word: "last week", "the same day", "this year". `the` tells "the last week" from "last week"."""

    unit: str
    shift: str
    the: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Some units up to the document's day (`sign` -1) or from it (1): "the past two weeks", "within a month"."""

    count: int
    unit: str
    sign: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Offset:
    """A length from a day: "two weeks ago" (`anchor` `document`), "three years later" (`text`)."""

    count: int
    unit: str
    sign: int
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RelativeDay:
    """Today, yesterday, tomorrow: days from the document's."""

    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A part of a period: `early`, `mid`, `late`, `start`, `end`, `earlier`, `later`."""

    edge: str
    inner: "Node"


@dataclass(frozen=True, slots=True, kw_only=True)
class Nth:
    """The n-th unit of a period, the last one at -1: "the first week of July", "the second half of 2019"; the week of a day (`n` 0)."""

    n: int
    unit: str
    inner: "Node"


@dataclass(frozen=True, slots=True, kw_only=True)
class Years:
    """A decade or century by its first year and length. `told` false of a decade without its century ("the seventies")."""

    first: int
    length: int
    told: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Season:
    """A season by its first month."""

    month: int
    year: int | None = None
    shift: str | None = None
    within: "Node | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feast:
    """A holiday by name."""

    name: str
    year: int | None = None
    shift: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fiscal:
    """A financial year: the calendar year it is named by, its first month, and whether the name tells the year in which it begins."""

    year: int
    month: int
    begins: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """From one time to another, or a list of neighbours."""

    first: "Node"
    last: "Node"


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """Open at one side: `to` ("by May"), `from` ("since 2017"). `excluding` of "before the weekend"."""

    side: str
    inner: "Node"
    excluding: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """About a time."""

    inner: "Node"


@dataclass(frozen=True, slots=True, kw_only=True)
class At:
    """A clock time, of a day where one is named beside it."""

    clock: str
    inner: "Node | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeric:
    """Figures between strokes or points: day and month in the order that fits; between points (`dotted`) the day comes first."""

    first: int
    second: int
    year: int
    dotted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Vague:
    """A time that no reading dates: "recent weeks"."""


Node = Calendar | Period | Stretch | Offset | RelativeDay | Edge | Nth | Years | Season | Feast | Fiscal | Range | Open | About | At | Numeric | Vague
Found = tuple[Node, int]
