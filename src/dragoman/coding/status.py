"""Tense, modality and negation of a predicate: what decides whether a thing is planned, under way, done or refused."""

from dataclasses import dataclass, replace

from dragoman.coding.clauses import particles
from dragoman.lexicon.frames import FrameLexicon
from dragoman.schema.record import Because
from dragoman.schema.text import Sentence, Span, Token

PLANS = ("verb", "adjective", "noun")
MODAL = ("planned", "proposed", "expected", "possible", "obliged", "conditional", "cancelled", "postponed", "denied")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseStatus:
    """`tense`: past, present, future, none. `modality`: fact, or what the words around make of it (one of MODAL).

    `perfect` and `ongoing` are aspect; `past_plan` is "had planned to", `superseded` an "initially" beside it. `spans` are the words that told.
    """

    tense: str = "none"
    modality: str = "fact"
    negated: bool = False
    ongoing: bool = False
    perfect: bool = False
    past_plan: bool = False
    superseded: bool = False
    hedge: Span | None = None
    spans: tuple[Span, ...] = ()

    @property
    def because(self) -> Because:
        """For an item's field `status`."""
        return Because(spans=self.spans, rule=f"status/{self.modality}-{self.tense}{'-negated' if self.negated else ''}")


def clause_status(sentence: Sentence, predicate: Token, lexicon: FrameLexicon) -> ClauseStatus:
    """The status of the clause of a verb, or of the clause that a predicate noun or adjective heads."""
    own = _own(sentence, predicate, lexicon)
    own = _adverbs(sentence, predicate, lexicon, own)
    return _first_plan(sentence, predicate, lexicon, _governed(sentence, predicate, lexicon, own))


def _first_plan(sentence: Sentence, predicate: Token, lexicon: FrameLexicon, status: ClauseStatus) -> ClauseStatus:
    """ "At first X had planned to meet Y", "X was originally due to meet Y": a plan of the past that was given up."""
    if predicate.xpos != "VB" or sentence.child(predicate, "mark") is None:
        return status
    words = " ".join(t.text.lower() for t in sentence.tokens)
    if not any(phrase in words for phrase in lexicon.cues.get("first", {})):
        return status
    chain = (predicate, *(t for t in sentence.ancestors(predicate) if t.relation in {"root", "xcomp", "advcl", "ccomp"}))
    around = [t for v in chain for t in (v, *sentence.children(v, "aux", "aux:pass", "cop", "mark", "nsubj", "nsubj:outer"))]
    past = any(t.xpos == "VBD" for t in around)
    plan = any("planned" in lexicon.cue(kind, word) for t in around for word in (t.lemma.lower(), t.text.lower()) for kind in PLANS)
    if past and (plan or status.past_plan):
        return replace(status, modality="planned", past_plan=True, superseded=True, tense="past")
    return status


def _own(sentence: Sentence, verb: Token, lexicon: FrameLexicon) -> ClauseStatus:
    auxiliaries = sentence.children(verb, "aux", "cop")
    finite = _finite(verb, auxiliaries)
    status = ClauseStatus(tense=_tense(sentence, verb, finite), spans=tuple(t.span for t in (*auxiliaries, verb)))
    for auxiliary in auxiliaries:
        for effect in lexicon.cue("aux", auxiliary.lemma.lower()) or lexicon.cue("aux", auxiliary.text.lower()):
            status = _affect(status, effect, auxiliary)
    lemmas = {a.lemma for a in auxiliaries}
    perfect = "have" in lemmas and verb.xpos in {"VBN", "VBD"}
    if perfect and status.modality == "fact":
        status = replace(status, tense="past", perfect=True)
    ongoing = verb.xpos == "VBG" and "be" in lemmas
    negated = status.negated or any(_negates(c) for c in sentence.children(verb)) or _nobody(sentence, verb)
    if verb.xpos == "VB" and "be" in lemmas and status.modality == "fact":
        return replace(status, modality="planned", negated=negated)  # "is to travel"
    return replace(status, ongoing=ongoing, negated=negated)


def _nobody(sentence: Sentence, verb: Token) -> bool:
    """ "No officer has met them": the subject negates."""
    found = sentence.children(verb, "nsubj")
    return any(_negates(d) for s in found for d in sentence.children(s, "det"))


def _finite(verb: Token, auxiliaries: tuple[Token, ...]) -> Token:
    return auxiliaries[0] if auxiliaries else verb


def _tense(sentence: Sentence, verb: Token, finite: Token) -> str:
    if finite.xpos == "VBD":
        return "past"
    if finite.xpos in {"VBZ", "VBP"}:
        return "present"
    if finite.xpos == "VBN":
        return "past"
    if verb.xpos == "VB" and sentence.kind == "title" and verb.deprel == "root":
        return "future"
    return "none"


def _negates(child: Token) -> bool:
    return child.lemma.lower() in {"not", "never", "neither", "nor"} or (child.relation == "det" and child.lemma.lower() in {"no", "neither"})


def _affect(status: ClauseStatus, effect: str, word: Token) -> ClauseStatus:
    """What a cue does to the status of the clause that it governs."""
    if effect == "future":
        return replace(status, tense="future", spans=(*status.spans, word.span))
    if effect == "negated":
        return replace(status, negated=True, spans=(*status.spans, word.span))
    if effect == "hedge":
        return replace(status, hedge=status.hedge or word.span)
    if effect in MODAL:
        return replace(status, modality=effect, spans=(*status.spans, word.span))
    if effect == "superseded":
        return replace(status, superseded=True)
    if effect in {"ongoing", "past"}:
        return replace(status, ongoing=effect == "ongoing", tense="past" if effect == "past" else status.tense)
    return status


def _adverbs(sentence: Sentence, verb: Token, lexicon: FrameLexicon, status: ClauseStatus) -> ClauseStatus:
    for child in sentence.children(verb, "advmod"):
        for effect in lexicon.cue("adverb", child.lemma.lower()) or lexicon.cue("adverb", child.text.lower()):
            status = _affect(status, effect, child)
    return status


def _governed(sentence: Sentence, predicate: Token, lexicon: FrameLexicon, status: ClauseStatus) -> ClauseStatus:
    """Add what stands above: an intention verb ("plans to"), a noun ("an invitation to"), the first verb of a coordination, a condition."""
    mark = sentence.child(predicate, "mark")
    if mark is not None and "condition" in lexicon.cue("mark", mark.lemma.lower()):
        status = replace(status, modality="conditional" if status.modality == "fact" else status.modality)
    head = sentence.head(predicate)
    if head is None:
        return status
    if predicate.relation == "conj":
        return _from_conjunct(sentence, predicate, head, lexicon, status)
    if head.upos == "NOUN" and predicate.relation in {"acl", "ccomp"} and predicate.deprel != "acl:relcl":
        return _from_noun(sentence, predicate, head, lexicon, status)
    if predicate.relation in {"xcomp", "advcl", "ccomp"} and head.upos in {"VERB", "AUX", "ADJ", "NOUN"}:
        return _from_verb(sentence, predicate, head, lexicon, status)
    return status


def _from_conjunct(sentence: Sentence, predicate: Token, head: Token, lexicon: FrameLexicon, status: ClauseStatus) -> ClauseStatus:
    """ "will fly to Oslo and meet": a bare second verb shares the first one's auxiliaries."""
    bare = not sentence.children(predicate, "aux", "nsubj") and predicate.xpos in {"VB", "VBN", "VBG"}
    if not bare or head.upos not in {"VERB", "AUX"}:
        return status
    first = clause_status(sentence, head, lexicon)
    return replace(first, hedge=status.hedge or first.hedge, negated=status.negated or first.negated)


def _from_verb(sentence: Sentence, predicate: Token, head: Token, lexicon: FrameLexicon, status: ClauseStatus) -> ClauseStatus:
    infinitive = predicate.xpos == "VB" and not sentence.children(predicate, "aux")
    effects = _effects(sentence, head, lexicon)
    if predicate.relation == "ccomp" and not infinitive:
        return replace(status, modality="denied") if "denied" in effects and status.modality == "fact" else status
    above = clause_status(sentence, head, lexicon)
    if not effects:
        if predicate.relation == "advcl" and not infinitive and predicate.xpos != "VBG":
            return status
        purpose = infinitive and predicate.relation == "advcl" and above.modality == "fact" and above.tense != "future"
        modality = status.modality if status.modality != "fact" else above.modality
        kept = replace(status, tense=above.tense, modality=modality, negated=status.negated or above.negated, hedge=status.hedge or above.hedge)
        if not purpose:
            return replace(kept, ongoing=above.ongoing or status.ongoing)
        return replace(kept, modality="planned") if above.tense == "present" and modality == "fact" else kept
    tense = "future" if above.tense != "past" else "past"
    status = replace(status, tense=tense, hedge=status.hedge or above.hedge, negated=status.negated != above.negated)
    able = effects == ("possible",) and above.tense == "past" and head.upos == "ADJ"
    for effect in () if able else effects:
        status = _affect_widely(sentence, status, effect, head)
    dropped = above.tense == "past" and (above.perfect or any(t.lemma == "be" for t in sentence.children(head, "aux", "cop")))
    return replace(status, past_plan="planned" in effects and dropped, superseded=status.superseded or above.superseded)


def _affect_widely(sentence: Sentence, status: ClauseStatus, effect: str, head: Token) -> ClauseStatus:
    if effect != "hedge":
        return _affect(status, effect, head)
    words = (head, *sentence.children(head, "aux", "aux:pass", "cop", "advmod"))
    before = tuple(t for t in words if t.index <= head.index)
    return replace(status, hedge=status.hedge or sentence.extent(before))


def _effects(sentence: Sentence, head: Token, lexicon: FrameLexicon) -> tuple[str, ...]:
    lemma = head.lemma.lower()
    for particle in particles(sentence, head):
        found = lexicon.cue("verb", f"{lemma} {particle.text.lower()}")
        if found:
            return found
    kind = "verb" if head.upos in {"VERB", "AUX"} else "adjective"
    return lexicon.cue(kind, lemma) or lexicon.cue(kind, head.text.lower()) or (lexicon.cue("verb", lemma) if kind == "adjective" else ())


def _from_noun(sentence: Sentence, predicate: Token, noun: Token, lexicon: FrameLexicon, status: ClauseStatus) -> ClauseStatus:
    """ "A delegation taking part", "denied reports that he met", "accepted an invitation to visit"."""
    above = sentence.head(noun)
    carried = _effects(sentence, above, lexicon) if above is not None and noun.relation in {"obj", "nsubj"} else ()
    if "denied" in carried and predicate.xpos != "VB":
        return replace(status, modality="denied")
    if predicate.xpos == "VBG" and above is not None and above.upos in {"VERB", "AUX"} and not sentence.children(predicate, "aux"):
        governing = clause_status(sentence, above, lexicon)
        return replace(governing, negated=status.negated or governing.negated)
    if predicate.xpos == "VBN":
        return replace(status, tense="past")
    if predicate.xpos != "VB":
        return status
    accepted = above is not None and lexicon.supports.get(above.lemma.lower()) == "planned"
    effects = ("planned",) if accepted else lexicon.cue("noun", noun.lemma.lower()) or ("planned",)
    for effect in effects:
        status = _affect(replace(status, tense="future"), effect, noun)
    return status
