"""Find the frames of a sentence: which verb, noun or adjective of the lexicon stands there, and what fills its roles."""

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.coding.clauses import Slots, carrier, is_passive, noun_slots, particles, preposition, subject, verb_slots
from dragoman.lexicon.frames import FrameClass, FrameLexicon, called
from dragoman.schema.text import Sentence, Token

SETTINGS = frozenset({"in", "at", "during", "on"})


@dataclass(frozen=True, kw_only=True)
class Frame:
    """An entry of the lexicon at work. `args` maps a role to head tokens; `support` is the verb that carries an event noun, `effect` what it does."""

    entry: FrameClass
    member: str
    sentence: Sentence
    trigger: Token
    words: tuple[Token, ...]
    args: Mapping[str, tuple[Token, ...]]
    slots: Slots
    support: Token | None = None
    effect: str | None = None

    @property
    def rule(self) -> str:
        """What `explain` calls it."""
        return f"{self.entry.id}/{self.member}"

    @property
    def predicate(self) -> Token:
        """The word whose tense and mood decide the status: the supporting verb, else the trigger."""
        return self.support or self.trigger


def match(sentence: Sentence, lexicon: FrameLexicon) -> tuple[Frame, ...]:
    """All frames of a sentence; of the classes of one layer that fit a word, the first (most restricted) one."""
    found: list[Frame] = []
    for token in sentence.tokens:
        if token.upos in {"VERB", "AUX"}:
            found += _verb(sentence, token, lexicon)
        elif token.upos in {"NOUN", "PROPN"}:
            found += _noun(sentence, token, lexicon)
        if token.upos in {"ADJ", "VERB"} and sentence.child(token, "cop") is not None:
            found += _adjective(sentence, token, lexicon)
    return tuple(found)


def _verb(sentence: Sentence, verb: Token, lexicon: FrameLexicon) -> list[Frame]:
    lemma = verb.lemma.lower()
    classes = lexicon.verbs.get(lemma, ())
    if not classes:
        return []
    slots = _active(sentence, verb, verb_slots(sentence, verb))
    return _pick(_Word(sentence=sentence, token=verb, lemma=lemma, slots=slots), classes)


def _active(sentence: Sentence, verb: Token, slots: Slots) -> Slots:
    """A passive turned round: its subject is the object, its agent the subject."""
    if not is_passive(sentence, verb):
        return slots
    turned = {k: v for k, v in slots.items() if k not in {"nsubj:pass", "agent", "nsubj"}}
    if "nsubj:pass" in slots:
        turned.setdefault("obj", slots["nsubj:pass"])
        turned["nsubj:pass"] = slots["nsubj:pass"]
    agent = slots.get("agent") or slots.get("by")
    return turned | ({"nsubj": agent, "agent": agent} if agent else {})


def _adjective(sentence: Sentence, adjective: Token, lexicon: FrameLexicon) -> list[Frame]:
    lemma = adjective.text.lower()
    classes = lexicon.adjectives.get(lemma, ())
    return _pick(_Word(sentence=sentence, token=adjective, lemma=lemma, slots=verb_slots(sentence, adjective)), classes) if classes else []


def _noun(sentence: Sentence, noun: Token, lexicon: FrameLexicon) -> list[Frame]:
    lemma = noun.lemma.lower()
    classes = lexicon.nouns.get(lemma, ()) or lexicon.nouns.get(noun.text.lower(), ())
    if not classes:
        return []
    slots = dict(noun_slots(sentence, noun))
    support = carrier(sentence, noun)
    case = preposition(sentence, noun) if noun.relation == "obl" else None
    if case is not None and lexicon.cue("scene", case):
        support = None  # "dealt with it ahead of the summit"
    effect = _effect(sentence, support, lexicon)
    if effect is not None and case in SETTINGS:
        effect = "as_verb"
    if support is not None and effect:
        _lend_support(sentence, noun, support, effect, slots)
    return _pick(_Word(sentence=sentence, token=noun, lemma=lemma, slots=slots, support=support if effect else None, effect=effect), classes)


def _effect(sentence: Sentence, support: Token | None, lexicon: FrameLexicon) -> str | None:
    if support is None:
        return None
    if sentence.child(support, "cop") is not None:
        return "as_verb"  # "is in Accra on a visit"
    lemma = support.lemma.lower()
    if lexicon.cue("topic", lemma):
        return "topic"
    for particle in particles(sentence, support):
        effect = lexicon.supports.get(f"{lemma} {particle.text.lower()}")
        if effect:
            return effect
    return lexicon.supports.get(lemma)


def _lend_support(sentence: Sentence, noun: Token, support: Token, effect: str, slots: dict[str, tuple[Token, ...]]) -> None:
    """The supporting verb's subject (or agent) and its phrases are the noun's too; who only plans or discusses another's event takes no part."""
    own = verb_slots(sentence, support)
    told = "between" in slots or (any(slot in slots for slot in ("poss", "compound", "of")) and effect != "as_verb")
    told = told or effect == "topic"
    if noun.relation not in {"nsubj"} and noun not in own.get("nsubj", ()) and not told:
        first = own.get("nsubj") or own.get("agent") or own.get("by")
        if first is None and not is_passive(sentence, support):
            found = subject(sentence, support)
            first = (found,) if found is not None else None
        if first:
            slots["support"] = first
    case = preposition(sentence, support) if sentence.child(support, "cop") is not None else None
    if case is not None:
        slots[case] = (*slots.get(case, ()), support)
    for name, fillers in own.items():
        if name.islower() and name not in {"nsubj", "obj", "iobj", "ccomp", "xcomp", "advcl", "agent", "nsubj:pass"} and noun not in fillers:
            slots[name] = (*slots.get(name, ()), *(f for f in fillers if f not in slots.get(name, ())))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    """A word that may be a trigger, with its slots and the verb that carries it."""

    sentence: Sentence
    token: Token
    lemma: str
    slots: Slots
    support: Token | None = None
    effect: str | None = None


def _pick(word: _Word, classes: tuple[FrameClass, ...]) -> list[Frame]:
    """The first fitting class of each layer."""
    sentence, slots = word.sentence, word.slots
    named = {name: frozenset(n for t in fillers for n in called(sentence, t)) for name, fillers in slots.items()}
    found: dict[str, Frame] = {}
    for entry in classes:
        if entry.layer in found:
            continue
        words = _member(sentence, word.token, entry, word.lemma)
        if words is None or not entry.fits(named):
            continue
        args: dict[str, tuple[Token, ...]] = {}
        for slot, role in entry.frame.items():
            args[role] = (*args.get(role, ()), *(t for t in slots.get(slot, ()) if t not in args.get(role, ())))
        member, tokens = words
        found[entry.layer] = Frame(
            entry=entry,
            member=member,
            sentence=sentence,
            trigger=word.token,
            words=tokens,
            args={r: t for r, t in args.items() if t},
            slots=slots,
            support=word.support,
            effect=word.effect,
        )
    return list(found.values())


def _member(sentence: Sentence, trigger: Token, entry: FrameClass, lemma: str) -> tuple[str, tuple[Token, ...]] | None:
    """The longest member of the class that stands here, with its words."""
    for member in entry.headed(lemma) or entry.headed(trigger.text.lower()):
        rest = [w for w in member.split() if w not in {lemma, trigger.text.lower()}]
        if not rest:
            return member, (trigger,)
        tokens = _companions(sentence, trigger, rest)
        if tokens is not None:
            return member, tuple(sorted((trigger, *tokens), key=lambda t: t.index))
    return None


def _companions(sentence: Sentence, trigger: Token, rest: list[str]) -> tuple[Token, ...] | None:
    """The other words of a member, each right beside the trigger or among its dependents."""
    near = sentence.tokens[max(0, trigger.index - 4) : trigger.index + 5]
    pool = [t for t in near if t.head == trigger.index or abs(t.index - trigger.index) <= len(rest) + 1]
    found = []
    for word in rest:
        hit = next((t for t in pool if t is not trigger and word in {t.lemma.lower(), t.text.lower()}), None)
        if hit is None:
            return None
        found.append(hit)
    return tuple(found)
