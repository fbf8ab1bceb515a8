"""What fills the slots of a predicate: own dependents, and those inherited through conjunction, control, relative and participial clauses."""

from collections.abc import Iterator, Mapping

from dragoman.schema.text import Sentence, Token

Slots = Mapping[str, tuple[Token, ...]]

CLAUSAL = frozenset({"root", "ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis"})
_CORE = ("nsubj", "nsubj:pass", "obj", "iobj", "ccomp", "xcomp", "advcl")
HYPHENS = frozenset("-–—/")
_RELATIVE = frozenset({"who", "which", "that", "whom"})


def verb_slots(sentence: Sentence, verb: Token) -> Slots:
    """Slot (UD relation, `agent`, preposition) to head tokens, conjuncts included."""
    slots: dict[str, list[Token]] = {}
    for child in sentence.children(verb):
        name = _slot_of(sentence, child)
        if name:
            slots.setdefault(name, []).append(child)
    if any(t.index < verb.index for t in slots.get("nsubj", ())):
        slots["nsubj"] = [t for t in slots["nsubj"] if t.index < verb.index]  # "They meet on Friday, officials said" parsed as one clause
    for item in (*slots.get("obj", ()), *slots.get("nsubj:pass", ())):
        _lend(sentence, item, slots)
    _inherit(sentence, verb, slots)
    return {k: _with_conjuncts(sentence, v) for k, v in slots.items()}


def _slot_of(sentence: Sentence, child: Token) -> str | None:
    if child.deprel == "obl:agent":
        return "agent"
    if child.relation in {"obl", "nmod"}:
        case = preposition(sentence, child)
        return case or ("unmarked" if child.deprel == "obl:unmarked" else None)
    if child.deprel.startswith("nsubj:pass"):
        return "nsubj:pass"
    if child.relation in {"advcl", "acl"} and preposition(sentence, child):
        return preposition(sentence, child)
    return child.relation if child.relation in _CORE else None


def preposition(sentence: Sentence, token: Token) -> str | None:
    """The preposition of a phrase, lower case; fixed ones as one (`on behalf of`)."""
    case = sentence.child(token, "case") or (sentence.child(token, "mark") if token.relation in {"advcl", "acl"} else None)
    if case is None:
        return None
    parts = [case, *sentence.children(case, "fixed")]
    return " ".join(p.text.lower() for p in parts)


def _lend(sentence: Sentence, noun: Token, slots: dict[str, list[Token]]) -> None:
    """Phrases that a parser hung on the object fill the verb's slots too ("imposed sanctions on X")."""
    for child in sentence.children(noun, "nmod"):
        case = preposition(sentence, child)
        if case and case not in {"of", "'s"}:
            slots.setdefault(case, []).append(child)


def _inherit(sentence: Sentence, verb: Token, slots: dict[str, list[Token]]) -> None:
    """Fill a missing subject, and put the noun of a relative clause in its pronoun's place."""
    if verb.deprel == "acl:relcl":
        _relative(sentence, verb, slots)
    passive = "nsubj:pass" in slots or is_passive(sentence, verb)
    name = "nsubj:pass" if passive else "nsubj"
    if name not in slots:
        found = controller(sentence, verb) or _left_of(sentence, verb)
        if found is not None:
            slots[name] = [found]


def _left_of(sentence: Sentence, verb: Token) -> Token | None:
    """The name right before a finite verb that the parser hung elsewhere ("In talks with A and B, C will raise …")."""
    first = min([verb, *sentence.children(verb, "aux")], key=lambda t: t.index)
    at = first.index - 1
    if first.xpos not in {"MD", "VBD", "VBZ", "VBP"} or at < 0 or sentence.tokens[at].upos != "PROPN":
        return None
    top = sentence.tokens[at]
    start = max((t.index for t in sentence.tokens[:at] if t.text in {",", ";", ":", "”", '"'}), default=-1)
    while top.head > start and top.head < first.index:
        top = sentence.tokens[top.head]
    return top


def _relative(sentence: Sentence, verb: Token, slots: dict[str, list[Token]]) -> None:
    noun = sentence.head(verb)
    if noun is None:
        return
    for fillers in slots.values():
        for i, token in enumerate(fillers):
            if token.text.lower() in _RELATIVE and token.upos == "PRON":
                fillers[i] = noun
                return
    if "obj" not in slots and "nsubj" in slots:
        slots["obj"] = [noun]


def controller(sentence: Sentence, verb: Token) -> Token | None:
    """The understood subject of a verb without one of its own."""
    head = sentence.head(verb)
    if head is None:
        return None
    if verb.relation == "conj":
        return _subject(sentence, head) or (controller(sentence, head) if head.upos in {"VERB", "AUX"} else None)
    if verb.relation == "xcomp":
        addressed = sentence.child(head, "obj", "iobj")
        return addressed if addressed is not None and head.upos == "VERB" else _subject(sentence, head) or controller(sentence, head)
    if verb.relation in {"advcl", "ccomp", "parataxis"}:
        return _subject(sentence, head) or (controller(sentence, head) if head.upos in {"VERB", "AUX"} else None)
    if verb.relation == "acl":
        return _of_noun(sentence, verb, head)
    return None


def _of_noun(sentence: Sentence, verb: Token, noun: Token) -> Token | None:
    """ "his plan to visit": the possessor; "the minister visiting": the noun; "agreed a plan to": the verb's subject."""
    if verb.xpos in {"VBG", "VBN"}:
        return noun
    owner = sentence.child(noun, "nmod:poss")
    invited = [c for c in sentence.children(noun, "nmod") if preposition(sentence, c) in {"to", "for"}]
    if owner is not None or invited:
        return invited[0] if invited else owner
    above = sentence.head(noun)
    return _subject(sentence, above) or controller(sentence, above) if above is not None and above.upos in {"VERB", "AUX"} else None


def _subject(sentence: Sentence, verb: Token) -> Token | None:
    found = sentence.child(verb, "nsubj", "csubj")
    if found is None:
        return None
    if found.text.lower() in _RELATIVE and found.upos == "PRON" and verb.deprel == "acl:relcl":
        return sentence.head(verb)
    return found


def subject(sentence: Sentence, verb: Token) -> Token | None:
    """The subject of a verb, its own or understood."""
    return _subject(sentence, verb) or controller(sentence, verb) or _left_of(sentence, verb)


def is_passive(sentence: Sentence, verb: Token) -> bool:
    """A passive with its auxiliary, or a bare participle after a noun."""
    if sentence.child(verb, "aux:pass") is not None or sentence.child(verb, "nsubj:pass") is not None:
        return True
    return verb.xpos == "VBN" and verb.relation == "acl" and sentence.child(verb, "aux") is None


def noun_slots(sentence: Sentence, noun: Token) -> Slots:
    """Slots of an event noun: `poss`, `compound`, `amod`, prepositions, `acl`; conjuncts included."""
    slots: dict[str, list[Token]] = {}
    for child in sentence.children(noun):
        name = _noun_slot(sentence, child)
        if name:
            slots.setdefault(name, []).append(child)
            slots[name] += _hyphened(sentence, child) if name == "compound" else []
    if sentence.child(noun, "cop") is not None:
        slots["support"] = list(sentence.children(noun, "nsubj"))
    return {k: _with_conjuncts(sentence, v) for k, v in slots.items()}


def _hyphened(sentence: Sentence, child: Token) -> list[Token]:
    """Both names of "the Trump-Kim summit", however the parser joined them."""
    joint = {t.index for t in sentence.tokens if t.text in HYPHENS}
    return [t for t in sentence.subtree(child) if t is not child and t.upos in {"PROPN", "ADJ"} and joint & {t.index - 1, t.index + 1}]


def _noun_slot(sentence: Sentence, child: Token) -> str | None:
    if child.deprel == "nmod:poss":
        return "poss"
    if child.relation in {"nmod", "obl"}:
        return preposition(sentence, child) or "compound"
    if child.relation in {"compound", "amod", "appos"}:
        return child.relation
    return "acl" if child.relation == "acl" else None


def _with_conjuncts(sentence: Sentence, tokens: list[Token]) -> tuple[Token, ...]:
    found = [t for token in tokens for t in (token, *conjuncts(sentence, token))]
    return tuple(dict.fromkeys(found))


def conjuncts(sentence: Sentence, token: Token) -> Iterator[Token]:
    """Words coordinated with a noun, and those with them."""
    for child in sentence.children(token, "conj"):
        if child.upos in {"NOUN", "PROPN", "PRON", "ADJ", "NUM", "X"} or token.upos in {"VERB", "AUX"}:
            yield child
            yield from conjuncts(sentence, child)


def carrier(sentence: Sentence, noun: Token) -> Token | None:
    """The verb that carries an event noun as object, subject or in a phrase; for a predicate noun, the noun itself."""
    head = noun
    while head.relation == "conj" and head.head >= 0:
        head = sentence.tokens[head.head]
    above = sentence.head(head)
    if above is None or head.relation not in {"obj", "nsubj", "obl", "iobj", "nmod"}:
        return None
    if above.upos in {"VERB", "AUX"} and head.relation != "nmod":
        return above
    set_there = sentence.child(above, "cop") is not None and preposition(sentence, above) in {"in", "at"}
    return above if set_there and preposition(sentence, head) in {"on", "for"} else None


def clause_of(sentence: Sentence, token: Token) -> Token:
    """The head of the smallest clause that a token stands in."""
    current = token
    while current.head >= 0 and not _opens_clause(current):
        current = sentence.tokens[current.head]
    return current


def _opens_clause(token: Token) -> bool:
    if token.relation == "conj":
        return token.upos in {"VERB", "AUX"}
    return token.relation in CLAUSAL


def particles(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """Words that may make one verb with it: particles, adverbs, and what stands right behind it."""
    near = [c for c in sentence.children(verb, "compound:prt", "advmod", "xcomp") if c.index > verb.index]
    after = sentence.tokens[verb.index + 1 : verb.index + 2]
    return (*near, *(t for t in after if t not in near))
