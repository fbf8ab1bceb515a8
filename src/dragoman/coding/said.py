"""What a frame tells of a statement, while it is put together, and the statement that it becomes."""

from dataclasses import dataclass, field

from dragoman.coding.attribution import Attribution
from dragoman.coding.context import Context
from dragoman.coding.frames import Frame
from dragoman.coding.relevance import Relevance
from dragoman.coding.roles import Roles
from dragoman.coding.status import ClauseStatus
from dragoman.schema.record import Because, Statement
from dragoman.schema.text import Sentence, Span, Token
from dragoman.schema.world import Actor

LONGEST = 400  # characters of evidence


@dataclass(frozen=True, kw_only=True)
class Said:
    """A statement in the making."""

    frame: Frame
    roles: Roles
    speakers: tuple[Actor, ...]
    targets: tuple[Actor, ...]
    status: ClauseStatus
    head: Token | None
    content: Span | None = None
    condition: Span | None = None
    source: Attribution = field(default_factory=Attribution)
    act: str | None = None
    act_rule: str = ""
    doubtful: bool = False


def finish(said: Said, context: Context, relevance: Relevance) -> Statement | None:
    """The statement; None for a noun that tells neither who speaks nor what."""
    frame = said.frame
    if said.content is None and not said.targets:
        return None
    if frame.trigger.upos in {"NOUN", "PROPN"} and not said.speakers and frame.entry.label not in {"doubt", "expect"}:
        return None
    content = said.content or _whole(said)
    others = (*said.targets, *mentioned(context, frame.sentence, content))
    return Statement(
        id="",
        act=said.act or frame.entry.label,
        speakers=said.speakers,
        targets=said.targets or toward(said.speakers, others),
        content=content,
        condition=said.condition,
        status=status_of(said.status),
        date=_date(said, context),
        attributed_to=said.source.source,
        hedge=said.status.hedge or said.source.hedge,
        evidence=(_evidence(said, content, context),),
        scope="foreign" if relevance.touches(said.speakers, others) else "domestic",
        doubtful=said.doubtful or not said.speakers,
        rule=frame.rule,
        because=_because(said, content),
    )


def mentioned(context: Context, sentence: Sentence, span: Span) -> tuple[Actor, ...]:
    """Actors named in some words."""
    inside = [m for m in context.resolution.mentions if m.sentence == sentence.index and span.covers(m.span)]
    return tuple(dict.fromkeys(a for m in inside for a in m.refers_to))


def toward(speakers: tuple[Actor, ...], others: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Of the actors that a content names, the first of another country than the speakers'."""
    home = {s.country for s in speakers} | {s.name for s in speakers}
    return tuple(a for a in others if (a.country or a.name) not in home and a.name not in home)[:1]


def status_of(status: ClauseStatus) -> str:
    """What became of the statement by the document's day."""
    if status.modality == "denied":
        return "denied"
    if status.negated or status.modality == "cancelled":
        return "negated"
    return "planned" if status.tense == "future" or status.modality in {"planned", "expected", "postponed"} else "occurred"


def _whole(said: Said) -> Span:
    """Without a content of its own, the words from the trigger to the last target."""
    frame = said.frame
    heads = [t for t in said.roles.get("target", ()) if t.index > frame.trigger.index]
    return frame.sentence.extent((*frame.words, *(w for h in heads for w in frame.sentence.subtree(h))))


def _evidence(said: Said, content: Span, context: Context) -> Span:
    frame = said.frame
    heads = [t for t in said.roles.get("speaker", ()) if abs(t.index - frame.trigger.index) < 25]
    spans = [*context.spans(frame.sentence, heads), frame.trigger.span, content]
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    return Span(start=start, end=min(end, max(start + LONGEST, frame.trigger.end)))


def _date(said: Said, context: Context) -> str | None:
    time = context.time_of(said.frame.sentence, said.frame.predicate)
    if time is not None:
        return time.value
    return context.article.date if said.speakers and said.speakers == context.resolution.author else None


def _because(said: Said, content: Span) -> dict[str, Because]:
    frame = said.frame
    words = tuple(t.span for t in frame.words)
    found = {
        "act": Because(spans=words, rule=said.act_rule or frame.rule),
        "content": Because(spans=(content,), rule=f"{frame.rule}/content"),
        "status": said.status.because,
    }
    for role, name in (("speaker", "speakers"), ("target", "targets")):
        heads = said.roles.get(role, ())
        if heads:
            found[name] = Because(spans=tuple(t.span for t in heads), rule=f"{frame.rule}/{role}")
    if said.source.span is not None:
        found["attributed_to"] = Because(spans=(said.source.span,), rule="attribution")
    return found
