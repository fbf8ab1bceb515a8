"""Check the frames: each class well formed, and its examples and counter-examples read as they say."""

from collections.abc import Callable, Iterable, Iterator

from dragoman.lexicon.frames import FrameClass, FrameLexicon

Read = Callable[[str], Iterable[str]]
"""Reads one sentence and returns the ids of the classes that it found there."""

LABELS = {
    "engagement": frozenset({"meeting", "visit", "call", "summit", "talks", "conference", "ceremony"}),
    "statement": frozenset(
        {"state", "affirm", "support", "pledge", "agree", "offer", "request", "demand", "propose", "reject", "deny", "criticise", "accuse", "warn"}
        | {"apologise", "announce", "expect", "doubt"}
    ),
    "action": frozenset(
        {"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION"}
        | {"MOBILIZE", "COERCE", "ASSAULT", "OFFICE"}
    ),
}
ROLES = {
    "engagement": frozenset({"participant", "destination", "host", "place", "issue", "origin", "occasion", "means", "companion", "host_actor"}),
    "statement": frozenset({"speaker", "target", "content", "medium", "means", "verdict", "manner", "victim", "forum"}),
    "action": frozenset(
        {"actor", "recipient", "what", "place", "means", "reason", "cause", "origin", "issue", "beneficiary", "price", "former", "state_of"}
        | {"successor", "predecessor", "label", "winner", "loser", "manner"}
    ),
}
EFFECTS = frozenset({"as_verb", "planned", "proposed", "cancelled", "postponed", "denied", "ongoing", "held"})
CUE_EFFECTS = EFFECTS | frozenset(
    {"future", "past", "conditional", "possible", "obliged", "expected", "negated", "hedge", "condition", "concession", "superseded", "outside"}
)
PLACES = ("verbs", "nouns", "adjectives")


def check_frames(lexicon: FrameLexicon) -> tuple[str, ...]:
    """Slips in the structure of the frames, one sentence each; empty if there is none."""
    found = [slip for entry in lexicon.classes for slip in _class_slips(entry)]
    found += [f"support.toml: {lemma} has the effect {effect}; the effects are {_listed(EFFECTS)}." for lemma, effect in _odd_supports(lexicon)]
    return tuple(found + list(_cue_slips(lexicon)))


def check_examples(lexicon: FrameLexicon, read: Read) -> tuple[str, ...]:
    """Examples in which the class is not found, and counter-examples in which it is."""
    found: list[str] = []
    for entry in lexicon.classes:
        found += [f"{_name(entry)}: not found in its example {text!r}." for text in entry.examples if entry.id not in set(read(text))]
        found += [f"{_name(entry)}: found in its counter-example {text!r}." for text in entry.never if entry.id in set(read(text))]
    return tuple(found)


def _name(entry: FrameClass) -> str:
    return f"{entry.source}, class {entry.id}"


def _listed(words: Iterable[str]) -> str:
    return ", ".join(sorted(words))


def _class_slips(entry: FrameClass) -> Iterator[str]:
    name = _name(entry)
    labels = LABELS.get(entry.layer)
    if labels is None or entry.label not in labels:
        yield f"{name}: yields {entry.yields}; write layer.label, as engagement.visit, statement.request or action.AID."
        return
    for slot, role in entry.frame.items():
        if role not in ROLES[entry.layer]:
            yield f"{name}: {slot} has the role {role}; the roles of this layer are {_listed(ROLES[entry.layer])}."
    yield from _member_slips(entry)
    if not entry.examples:
        yield f"{name}: no examples; write one sentence that the class reads."


def _member_slips(entry: FrameClass) -> Iterator[str]:
    name = _name(entry)
    if not entry.members:
        yield f"{name}: no members; list {' or '.join(PLACES)}."
    for member in entry.members:
        if member != member.lower() or member != " ".join(member.split()):
            yield f"{name}: {member!r} is no lemma; write it in lower case, words apart by one space."


def _odd_supports(lexicon: FrameLexicon) -> Iterator[tuple[str, str]]:
    return ((lemma, effect) for lemma, effect in lexicon.supports.items() if effect not in EFFECTS)


def _cue_slips(lexicon: FrameLexicon) -> Iterator[str]:
    for kind, words in lexicon.cues.items():
        for word, effects in words.items():
            if not effects or not CUE_EFFECTS.issuperset(effects):
                yield f"cues.csv: the {kind} {word} has the effect {' '.join(effects)!r}; the effects are {_listed(CUE_EFFECTS)}."
