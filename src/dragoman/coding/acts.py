"""Decide the act of what is merely said: a pledge, a demand, an accusation, or a plain statement."""

from dataclasses import dataclass

from dragoman.coding.clauses import is_passive, subject
from dragoman.coding.context import Context
from dragoman.coding.frames import Frame
from dragoman.coding.roles import roles_of
from dragoman.coding.scope import sides
from dragoman.coding.status import ClauseStatus, clause_status
from dragoman.schema.text import Sentence, Token
from dragoman.schema.world import Actor

WRONGS = frozenset({"ASSAULT", "COERCE"})
NEGATIVE = frozenset({"no", "neither", "none", "nothing", "nobody", "not"})
FIRST_PERSON = frozenset({"i", "we"})


@dataclass(frozen=True, kw_only=True)
class Clause:
    """A clause that is said, with the frames that its head triggers, whoever speaks."""

    sentence: Sentence
    head: Token
    speakers: tuple[Actor, ...]
    frames: tuple[Frame, ...]


def act_of(clause: Clause, context: Context, *, plain: str = "state") -> tuple[str, str, ClauseStatus]:
    """The act, the rule that found it, and the status of the clause."""
    status = clause_status(clause.sentence, clause.head, context.lexicon.frames)
    about = subject(clause.sentence, clause.head)
    actors = context.actors(clause.sentence, (about,)) if about is not None else ()
    own = about is not None and (about.lemma.lower() in FIRST_PERSON or _same_side(actors, clause.speakers))
    if own:
        act, rule = _of_oneself(clause, status, plain)
    elif sides(actors) & sides(clause.speakers) and status.tense == "future":
        act, rule = "agree", "joint-future"
    elif sides(actors) - sides(clause.speakers):
        act, rule = _of_another(clause, status, plain, wrong=_wrong(clause, context))
    else:
        act, rule = _of_a_thing(clause, status, plain, wrong=_wrong(clause, context))
    return act, f"said/{rule}", status


def _wrong(clause: Clause, context: Context) -> bool:
    """Whether the clause tells of an attack or coercion by another side: in its verb, its subject or its object."""
    near = {clause.head, *clause.sentence.children(clause.head, "nsubj", "obj", "xcomp")}
    for frame in clause.frames:
        if frame.trigger in near and frame.entry.layer == "action" and frame.entry.label in WRONGS:
            doers = sides(context.actors(clause.sentence, roles_of(frame).get("actor", ())))
            if doers and not doers & sides(clause.speakers):
                return True
    return False


def _same_side(actors: tuple[Actor, ...], speakers: tuple[Actor, ...]) -> bool:
    return bool(sides(actors)) and sides(actors) <= sides(speakers)


def _of_oneself(clause: Clause, status: ClauseStatus, plain: str) -> tuple[str, str]:
    """ "We will send", "his country would not", "we must"."""
    refused = status.negated or _denied_noun(clause)
    willed = status.tense == "future" or status.modality in {"conditional", "planned"}
    if willed and is_passive(clause.sentence, clause.head):
        return ("warn", "own-defiance") if refused else (plain, "own")
    if willed:
        joint = len(sides(clause.speakers)) > 1
        return ("reject", "own-refusal") if refused else ("agree", "joint-future") if joint else ("pledge", "own-future")
    if status.modality == "obliged":
        return "affirm", "own-duty"
    return ("deny", "own-denied") if status.negated and status.tense == "past" else (plain, "own")


def _denied_noun(clause: Clause) -> bool:
    """ "would lift neither measure", "no aid will come": the noun is negated in the verb's place."""
    nouns = clause.sentence.children(clause.head, "nsubj", "obj")
    words = [w for n in nouns for w in (n, *clause.sentence.children(n, "det", "advmod", "cc:preconj"))]
    return any(w.lemma.lower() in NEGATIVE for w in words)


def _of_another(clause: Clause, status: ClauseStatus, plain: str, *, wrong: bool) -> tuple[str, str]:
    """ "Iran must", "the North had attacked", "Moscow will"."""
    if status.modality == "obliged" and not is_passive(clause.sentence, clause.head):
        must = any(c.lemma.lower() == "must" for c in clause.sentence.children(clause.head, "aux"))
        return ("demand", "other-must") if must else ("request", "other-should")
    if wrong and status.modality == "fact" and not status.negated:
        return "accuse", "other-wrong"
    if status.tense == "future" or status.modality == "expected":
        return "expect", "other-future"
    return plain, "other"


def _of_a_thing(clause: Clause, status: ClauseStatus, plain: str, *, wrong: bool) -> tuple[str, str]:
    if status.modality == "obliged":
        return "affirm", "duty"
    if wrong and status.modality == "fact":
        return "accuse", "wrong"
    if status.tense == "future":
        return ("reject", "future-refused") if _denied_noun(clause) else ("announce", "future")
    return plain, "plain"
