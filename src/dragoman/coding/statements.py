"""Read statements out of frames: who says, wants or decides what toward whom, and on whose word."""

from dragoman.coding.attribution import document_source
from dragoman.coding.clauses import is_passive
from dragoman.coding.context import Context
from dragoman.coding.frames import Frame
from dragoman.coding.merge_items import merge_statements
from dragoman.coding.nesting import Nesting, Place, by_word
from dragoman.coding.own_voice import own_voice
from dragoman.coding.quotes import Telling, quotations
from dragoman.coding.relevance import relevance_of
from dragoman.coding.roles import roles_of
from dragoman.coding.said import finish
from dragoman.coding.telling import Voices, tell
from dragoman.schema.record import Statement

POINTERS = frozenset({"it", "this", "that"})


def statements(frames: tuple[Frame, ...], context: Context) -> tuple[Statement, ...]:
    """Every statement of an article once, in the order of the text."""
    every = by_word(frames)
    told = tuple(f for f in frames if f.entry.layer == "statement" and _tells(f, every[f.sentence.index, f.trigger.index]))
    places: dict[Place, Frame] = {(f.sentence.index, f.trigger.index): f for f in told}
    nesting = Nesting(frames=every, told=places, context=context)
    tellings = tuple(_telling(f, context) for f in told if f.trigger.upos == "VERB")
    voices = Voices(
        nesting=nesting,
        context=context,
        quotations=quotations(context.article, tellings),
        source=document_source(context),
        relevance=relevance_of(context),
    )
    found = [(f, s) for f in told if (s := _read(f, voices)) is not None]
    items = sorted((*(s for _, s in found), *own_voice(voices, found)), key=lambda s: s.evidence[0])
    return merge_statements(items, context.article.text)


def _telling(frame: Frame, context: Context) -> Telling:
    speakers = context.actors(frame.sentence, roles_of(frame).get("speaker", ()))
    return Telling(span=frame.trigger.span, clause=frame.sentence.span, speakers=speakers)


def _read(frame: Frame, voices: Voices) -> Statement | None:
    """The statement of one frame; None where it tells of none, or where a frame inside it tells it better."""
    if voices.nesting.told_outside(frame) or any(_read(inner, voices) is not None for inner in voices.nesting.inner(frame)):
        return None
    said = tell(frame, voices)
    return finish(said, voices.context, voices.relevance) if said is not None else None


def _tells(frame: Frame, beside: tuple[Frame, ...]) -> bool:
    """Whether a frame has a proposition: "is expected to" only hedges one, "continues to" and "discussed" tell none, an attack is no criticism."""
    roles = roles_of(frame)
    contents = roles.get("content", ())
    label = frame.entry.label
    if label in {"expect", "doubt"} and is_passive(frame.sentence, frame.trigger) and not roles.get("speaker"):
        return False
    if contents and (all(t.lemma.lower() in POINTERS for t in contents) or (frame.entry.id == "say" and contents[0].relation == "xcomp")):
        return False
    others = {f.entry.label if f.entry.layer == "action" else f.entry.layer for f in beside}
    return not (label == "state" and "engagement" in others) and not (label == "criticise" and "ASSAULT" in others)
