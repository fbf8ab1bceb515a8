"""A draft: what one passage tells of an engagement, before passages are joined into one item."""

from dataclasses import dataclass, field

from dragoman.schema.record import Because, Time
from dragoman.schema.text import Span
from dragoman.schema.world import Actor, Place

GROUPS = {"meeting": "meet", "summit": "meet", "talks": "meet", "call": "call", "visit": "visit", "conference": "conference", "ceremony": "ceremony"}


@dataclass(frozen=True, kw_only=True)
class Draft:
    """`status` is None where the passage does not tell; `definite` marks an anaphoric noun ("the talks"); `verbal` one told by a verb.

    `arrival` is true of a journey told by its coming or going, `reported` of a deed in the present tense of digests and headlines.
    """

    kind: str
    sentence: int
    participants: tuple[Actor, ...] = ()
    status: str | None = None
    time: Time | None = None
    value: str | None = None
    place: Place | None = None
    host: str | None = None
    condition: Span | None = None
    issues: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    evidence: tuple[Span, ...] = ()
    definite: bool = False
    verbal: bool = False
    arrival: bool = False
    reported: bool = False
    rule: str = ""
    said_on: str | None = None
    because: dict[str, Because] = field(default_factory=dict)

    @property
    def group(self) -> str:
        """Kinds that a text may call by each other's names."""
        return GROUPS[self.kind]

    @property
    def named(self) -> tuple[Actor, ...]:
        """Participants that are no unnamed people."""
        return tuple(a for a in self.participants if a.kind not in {"people", "source"})
