"""The status of an engagement as a passage tells it: from its verb, the verb that carries its noun, or the noun's own modifiers."""

from dragoman.coding.clauses import clause_of, preposition
from dragoman.coding.frames import Frame
from dragoman.coding.status import ClauseStatus, clause_status
from dragoman.lexicon.frames import FrameLexicon
from dragoman.schema.text import Sentence, Token

STATUSES = ("proposed", "planned", "ongoing", "held", "postponed", "cancelled", "denied")
LASTING = frozenset({"visit", "talks", "summit", "conference"})


def engagement_status(frame: Frame, lexicon: FrameLexicon) -> str | None:
    """One of STATUSES, or None where the passage does not tell."""
    if frame.support is None and frame.trigger.upos in {"NOUN", "PROPN"} and frame.sentence.child(frame.trigger, "cop") is None:
        return _bare_noun(frame, lexicon)
    clause = clause_status(frame.sentence, frame.predicate, lexicon)
    verbal = _verbal(frame, clause)
    if frame.effect in {"cancelled", "postponed", "denied"} and not clause.negated and verbal in {"held", "planned", "ongoing"}:
        return frame.effect
    if frame.effect in {"planned", "proposed"} and verbal in {"held", "ongoing", "planned"} and not clause.negated:
        return "planned" if frame.effect == "planned" else "proposed"
    marked = _modifier(frame.sentence, frame.trigger, lexicon) if frame.support is not None else None
    return marked if marked in {"planned", "proposed", "cancelled", "postponed"} and verbal in {"held", "ongoing", None} else verbal


def _verbal(frame: Frame, clause: ClauseStatus) -> str | None:
    if clause.negated:
        return _negated(clause)
    if clause.modality in {"cancelled", "postponed", "denied", "proposed"}:
        return clause.modality
    if clause.past_plan and clause.superseded:
        return "cancelled"
    if clause.modality in {"planned", "expected"} or clause.tense == "future":
        return "planned"
    if clause.modality in {"possible", "obliged"}:
        return "proposed"
    if clause.modality == "conditional":
        return "planned"
    if clause.ongoing:
        return "ongoing" if clause.tense == "present" else "held"
    return _by_tense(frame, clause)


def _negated(clause: ClauseStatus) -> str | None:
    """ "Will not travel" is off; "did not meet" tells of nothing that could be recorded, unless it is denied."""
    if clause.modality == "denied":
        return "denied"
    if clause.tense == "future" or clause.modality == "planned":
        return "cancelled"
    return "denied" if clause.tense == "past" and not clause.perfect else None


def _by_tense(frame: Frame, clause: ClauseStatus) -> str | None:
    if clause.tense == "past":
        return "held"
    if clause.tense == "present":
        stative = frame.predicate.lemma in {"be", "continue", "remain"} or frame.sentence.child(frame.predicate, "cop") is not None
        if stative or (frame.support is not None and frame.trigger.relation == "nsubj" and frame.entry.label in LASTING):
            return "ongoing"
        return "held"
    if frame.trigger.xpos == "VBG":
        return "ongoing" if frame.trigger.relation == "acl" else None
    return None


def _bare_noun(frame: Frame, lexicon: FrameLexicon) -> str | None:
    marked = _modifier(frame.sentence, frame.trigger, lexicon)
    return marked or _by_preposition(frame, lexicon) or _predicated(frame, lexicon)


def occasion(frame: Frame) -> bool:
    """ "In talks with X, Y said": the event noun is the setting of what its clause tells."""
    noun = frame.trigger
    return noun.relation == "obl" and preposition(frame.sentence, noun) in {"in", "during", "at", "on"}


def _modifier(sentence: Sentence, noun: Token, lexicon: FrameLexicon) -> str | None:
    """ "A planned summit", "the cancelled talks", "a summit slated for April"."""
    for child in sentence.children(noun, "amod", "acl", "compound", "advmod"):
        if child.deprel == "acl:relcl":
            continue  # "at which he requested" is no requested meeting
        for effect in lexicon.cue("modifier", child.text.lower()) or lexicon.cue("modifier", child.lemma.lower()):
            if effect in STATUSES:
                return effect
        if child.deprel == "acl" and child.xpos == "VBN":
            carried = lexicon.supports.get(child.lemma.lower())
            if carried in STATUSES:
                return carried
    return None


def _by_preposition(frame: Frame, lexicon: FrameLexicon) -> str | None:
    """ "Ahead of the summit" has it to come, "after the talks" behind."""
    case = preposition(frame.sentence, frame.trigger)
    effects = (lexicon.cue("preposition", case) or lexicon.cue("phrase", case)) if case else ()
    return next((e for e in effects if e in STATUSES), None)


def _predicated(frame: Frame, lexicon: FrameLexicon) -> str | None:
    """A noun with no verb of its own takes the tense of its clause: "his trip comes as", "would follow a summit"."""
    head = clause_of(frame.sentence, frame.trigger)
    if head.index == frame.trigger.index or head.upos not in {"VERB", "AUX"}:
        return None
    clause = clause_status(frame.sentence, head, lexicon)
    if occasion(frame):
        return _verbal(frame, clause)
    if frame.trigger.relation != "nsubj":
        return None
    if clause.modality == "conditional" or clause.tense == "future":
        return "planned"
    return "ongoing" if clause.tense == "present" and frame.entry.label in LASTING else None
