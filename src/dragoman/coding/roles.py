"""Correct the arguments of a noun's frame: what is the noun's own goes before what a verb near it lends."""

from collections.abc import Mapping

from dragoman.coding.clauses import noun_slots
from dragoman.coding.frames import Frame
from dragoman.schema.text import Sentence, Token

Roles = Mapping[str, tuple[Token, ...]]
CARRIED = frozenset({"obj", "nsubj", "iobj", "nsubj:pass"})
DOERS = frozenset({"actor", "speaker"})


def carried(frame: Frame) -> bool:
    """Whether the supporting verb really has the noun as object or subject ("given Trump's dismissal, Kono will hold": it has not)."""
    head = frame.trigger
    while head.relation == "conj" and head.head >= 0:
        head = frame.sentence.tokens[head.head]
    return frame.support is not None and head.deprel in CARRIED


def roles_of(frame: Frame) -> Roles:
    """Role to head tokens, adjectives that name nobody left out."""
    if frame.trigger.upos not in {"NOUN", "PROPN"}:
        return _of_verb(frame)
    slots = dict(noun_slots(frame.sentence, frame.trigger))
    if carried(frame) and "support" in frame.slots:
        slots["support"] = frame.slots["support"]
        slots |= {k: v for k, v in frame.slots.items() if k not in slots}
    owner = _owner_before(frame.sentence, frame.trigger)
    if "poss" not in slots and owner is not None:
        slots["poss"] = (owner,)
    return _by_role(frame, slots)


def _of_verb(frame: Frame) -> Roles:
    """An infinitive after "called on X" is what is asked; one addressed is the target, whether the parser calls him direct or indirect object."""
    found = {r: list(t) for r, t in frame.args.items()}
    asked = [t for t in found.get("target", ()) if t.relation in {"advcl", "acl"} and t.xpos == "VB"]
    if asked:
        found["target"] = [t for t in found["target"] if t not in asked]
        found["content"] = [*found.get("content", ()), *asked]
    addressed = frame.slots.get("iobj", ())
    if "iobj" not in frame.entry.frame and frame.entry.frame.get("obj") in {"target", "recipient"}:
        role = frame.entry.frame["obj"]
        found[role] = [*found.get(role, ()), *(t for t in addressed if t not in found.get(role, ()))]
    return {r: tuple(t) for r, t in found.items() if t}


def _by_role(frame: Frame, slots: dict[str, tuple[Token, ...]]) -> Roles:
    found: dict[str, list[Token]] = {}
    for slot, role in frame.entry.frame.items():
        for token in slots.get(slot, ()):
            if token not in found.setdefault(role, []):
                found[role].append(token)
    _owner_acts(frame, slots, found)
    return {r: _own_first(r, tuple(t), slots) for r, t in found.items() if t}


def _owner_acts(frame: Frame, slots: dict[str, tuple[Token, ...]], found: dict[str, list[Token]]) -> None:
    """ "Trump's dismissal of Tillerson": the owner acts where "of" names who is acted upon."""
    if frame.entry.frame.get("poss") == "recipient" == frame.entry.frame.get("of") and {"poss", "of"} <= set(slots):
        found["recipient"] = [t for t in found.get("recipient", []) if t not in slots["poss"]]
        found["actor"] = list(slots["poss"])


def _own_first(role: str, tokens: tuple[Token, ...], slots: dict[str, tuple[Token, ...]]) -> tuple[Token, ...]:
    """Of several who may do it the noun's owner, or who does it by name of "by"; adjectives and the verb's subject only without one."""
    if role not in DOERS:
        return tuple(t for t in tokens if t.upos != "ADJ" or t.xpos == "NNP" or t.text[:1].isupper())
    for slot in ("poss", "by", "from"):
        named = tuple(t for t in slots.get(slot, ()) if t in tokens)
        if named:
            return named
    return tuple(t for t in tokens if t.upos != "ADJ" or t.text[:1].isupper())


def _owner_before(sentence: Sentence, noun: Token) -> Token | None:
    """The word in the genitive right before the noun, wherever the parser hung it."""
    index = noun.index - 1
    while index >= 0 and sentence.tokens[index].upos in {"ADJ", "NOUN", "NUM"} and sentence.tokens[index].head == noun.index:
        index -= 1
    if index < 1 or sentence.tokens[index].xpos != "POS":
        return None
    head = sentence.tokens[sentence.tokens[index].head]
    return head if head.index < index else sentence.tokens[index - 1]
