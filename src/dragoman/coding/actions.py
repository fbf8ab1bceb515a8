"""Read deeds out of frames: who did what to whom, when and where, and whether it was done."""

from dragoman.coding.attribution import SAYING
from dragoman.coding.context import Context
from dragoman.coding.deeds import Deed, finish
from dragoman.coding.frames import Frame
from dragoman.coding.merge_items import merge_actions
from dragoman.coding.relevance import Relevance, relevance_of
from dragoman.coding.roles import carried, roles_of
from dragoman.coding.status import ClauseStatus, clause_status
from dragoman.lexicon.frames import FrameLexicon
from dragoman.schema.record import Action
from dragoman.schema.text import Sentence, Token

WISHES = frozenset({"request", "demand", "propose", "offer", "reject", "warn", "doubt", "expect", "deny"})
PROMISES = frozenset({"pledge", "agree", "announce"})
UNREAL = frozenset({"possible", "proposed", "obliged", "conditional"})
NOT_ONE = frozenset({"any", "no", "further"})
MODIFIED: dict[str, str | None] = {
    "ongoing": "ongoing",
    "planned": "planned",
    "proposed": None,
    "possible": None,
    "cancelled": "negated",
    "denied": "denied",
}
SUPPORTED = {"planned": "planned", "cancelled": "negated", "postponed": "planned", "denied": "denied", "ongoing": "ongoing"}


def actions(frames: tuple[Frame, ...], context: Context) -> tuple[Action, ...]:
    """Every deed of an article once, in the order of the text."""
    told = {(f.sentence.index, f.trigger.index): f for f in frames if f.entry.layer == "statement"}
    relevance = relevance_of(context)
    found = []
    for frame in frames:
        if frame.entry.layer == "action" and not _doubled(frame, frames):
            item = _read(frame, told, context, relevance)
            if item is not None:
                found.append(item)
    return merge_actions(sorted(found, key=lambda a: a.evidence[0]), context.article.text)


def _doubled(frame: Frame, frames: tuple[Frame, ...]) -> bool:
    """Whether a noun is only the object of another deed's verb ("imposed sanctions", "launched an attack"), or words alone tell it ("condemned")."""
    beside = [f for f in frames if f.sentence is frame.sentence and f.trigger is frame.trigger and f.entry.layer == "statement"]
    if frame.entry.label == "SANCTION" and any(f.entry.label == "criticise" for f in beside):
        return True
    above = frame.sentence.head(frame.trigger)
    if frame.trigger.upos not in {"NOUN", "PROPN"} or above is None or frame.trigger.relation not in {"obj", "nsubj", "obl"}:
        return False
    return any(f.entry.layer == "action" and f.sentence is frame.sentence and f.trigger is above for f in frames)


def _read(frame: Frame, told: dict[tuple[int, int], Frame], context: Context, relevance: Relevance) -> Action | None:
    status = clause_status(frame.sentence, frame.predicate, context.lexicon.frames)
    became = None if _loose(frame, status) else _status(frame, status, _ruler(frame, told), context.lexicon.frames)
    if became is None:
        return None
    roles = roles_of(frame)
    named = {r: context.actors(frame.sentence, heads) for r, heads in roles.items()}
    deed = Deed(frame=frame, roles=roles, actors=named.get("actor", ()), recipients=named.get("recipient", ()), status=became, told=status)
    return finish(deed, context, relevance)


def _loose(frame: Frame, status: ClauseStatus) -> bool:
    """Whether the deed is an aim alone: an infinitive of purpose or after a noun, which no word says is planned."""
    predicate = frame.predicate
    if any(_open_question(frame.sentence, t) for t in (predicate, *frame.sentence.ancestors(predicate))):
        return True
    if predicate.xpos == "VBG" and predicate.deprel == "acl" and frame.sentence.child(predicate, "mark", "case") is not None:
        return True
    infinitive = predicate.xpos == "VB" and frame.sentence.child(predicate, "aux") is None and frame.sentence.child(predicate, "mark") is not None
    return infinitive and predicate.relation in {"advcl", "acl", "csubj", "obl"} and status.modality == "fact"


def _open_question(sentence: Sentence, clause: Token) -> bool:
    return any(m.lemma.lower() in {"whether", "if", "unless"} for m in sentence.children(clause, "mark"))


def _ruler(frame: Frame, told: dict[tuple[int, int], Frame]) -> Frame | None:
    """The statement frame in whose content the deed stands."""
    sentence, current = frame.sentence, frame.predicate
    while current.head >= 0:
        above = sentence.tokens[current.head]
        if current.relation == "conj":
            current = above
            continue
        found = told.get((sentence.index, above.index))
        if found is not None and found.trigger is not frame.trigger:
            return found if _governs(current) else None
        if current.deprel == "acl:relcl":
            return None
        current = above
    return None


def _governs(branch: Token) -> bool:
    """Whether the statement verb reaches the deed: a complement, not a clause of time or a coordinated one."""
    return branch.relation in {"xcomp", "ccomp", "obj", "obl", "iobj", "acl", "nmod"} or (branch.relation == "advcl" and branch.xpos in {"VB", "VBG"})


def _status(frame: Frame, status: ClauseStatus, ruler: Frame | None, lexicon: FrameLexicon) -> str | None:
    """What became of the deed; None where it is only wished, thought of or conditional."""
    if ruler is not None and ruler.entry.id not in SAYING:
        infinitive = frame.predicate.xpos == "VB" and frame.sentence.child(frame.predicate, "aux") is None
        wished = ruler.entry.label in WISHES and ruler.entry.label not in {"deny"}
        if wished and (infinitive or frame.trigger.upos == "NOUN" or ruler.entry.label in {"request", "demand", "propose"}):
            return None
        if ruler.entry.label == "deny":
            return "denied"
        if ruler.entry.label in PROMISES and infinitive:
            return "planned" if frame.entry.label != "COOPERATE" else None
    if frame.trigger.upos in {"NOUN", "PROPN"} and not carried(frame):
        return _of_noun(frame.sentence, frame.trigger, lexicon)
    return _of_verb(frame, status)


def _of_verb(frame: Frame, status: ClauseStatus) -> str | None:
    if frame.effect in {"proposed"} or status.modality in UNREAL:
        return None
    if status.modality == "denied":
        return "denied"
    if status.negated or status.modality == "cancelled":
        return "negated"
    if frame.effect in SUPPORTED:
        return SUPPORTED[frame.effect]
    if status.tense == "future" or status.modality in {"planned", "expected", "postponed"}:
        return "planned"
    return "ongoing" if status.ongoing else "occurred"


def _of_noun(sentence: Sentence, noun: Token, lexicon: FrameLexicon) -> str | None:
    """A bare noun of a deed tells it as done, unless a word before it says otherwise ("the planned withdrawal", "any attack")."""
    words = [c.lemma.lower() for c in sentence.children(noun, "amod", "det", "advmod")]
    if NOT_ONE.intersection(words):
        return None
    effects = [e for w in words for e in lexicon.cue("modifier", w)]
    return next((MODIFIED[e] for e in effects if e in MODIFIED), "occurred")
