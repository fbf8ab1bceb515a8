"""Fill a statement from its frame: speakers, content, condition, source, act."""

from dataclasses import dataclass, replace

from dragoman.coding.acts import FIRST_PERSON, Clause, act_of
from dragoman.coding.attribution import SAYING, Attribution, attribution_of
from dragoman.coding.contents import clause_heads, condition_of, content_head, content_span
from dragoman.coding.context import Context
from dragoman.coding.frames import Frame
from dragoman.coding.nesting import Nesting
from dragoman.coding.quotes import Quotation, quotation_at
from dragoman.coding.relevance import Relevance
from dragoman.coding.roles import roles_of
from dragoman.coding.said import Said
from dragoman.coding.scope import sides
from dragoman.coding.status import ClauseStatus, clause_status
from dragoman.schema.text import Span, Token
from dragoman.schema.world import Actor

UNREAL = frozenset({"possible", "proposed", "obliged", "conditional"})
INTENTIONS = frozenset({"pledge", "expect"})  # acts that tell nothing beside the planned engagement that they govern
AIMS = frozenset({"pledge", "expect", "propose", "reject", "state", "offer"})  # acts that an infinitive of purpose only aims at
JOINT = frozenset({"decide", "take_decision"})


@dataclass(frozen=True, kw_only=True)
class Voices:
    """What the statements of one article share: how frames nest, who is quoted where, on whose word the whole text stands."""

    nesting: Nesting
    context: Context
    quotations: tuple[Quotation, ...]
    source: Attribution
    relevance: Relevance

    @property
    def author(self) -> tuple[Actor, ...]:
        """Who speaks where the text says "we"."""
        return self.context.resolution.author


def tell(frame: Frame, voices: Voices) -> Said | None:
    """What a frame tells; None where it is wished, possible, an aim, or the plan of an engagement alone."""
    context = voices.context
    status = clause_status(frame.sentence, frame.predicate, context.lexicon.frames)
    if (status.modality in UNREAL and not _first_person(frame)) or _aim(frame):
        return None
    roles = roles_of(frame)
    targets = context.actors(frame.sentence, roles.get("target", ()))
    head = content_head(frame, roles) or (None if targets else next(iter(roles.get("target", ())), None))
    said = Said(frame=frame, roles=roles, speakers=_speakers(frame, voices), targets=targets, status=status, head=head)
    if _only_plans(said, voices.nesting):
        return None
    said = _with_content(said, voices)
    said = said if said.targets else replace(said, targets=_hearers(said, voices))
    return _with_act(_with_source(said, voices), voices)


def _first_person(frame: Frame) -> bool:
    return any(t.lemma.lower() in FIRST_PERSON for t in roles_of(frame).get("speaker", ()))


def _aim(frame: Frame) -> bool:
    """ "efforts to resolve", "met them to seek": an infinitive of purpose promises and asks nothing."""
    predicate = frame.predicate
    infinitive = predicate.xpos == "VB" and frame.sentence.child(predicate, "aux") is None
    return infinitive and predicate.relation in {"advcl", "acl"} and frame.entry.label in AIMS


def _only_plans(said: Said, nesting: Nesting) -> bool:
    """ "plans to visit" is the planned visit and nothing more."""
    if said.head is None or said.frame.entry.label not in INTENTIONS:
        return False
    return any(f.entry.layer == "engagement" for f in nesting.at(said.frame.sentence, said.head))


def _speakers(frame: Frame, voices: Voices) -> tuple[Actor, ...]:
    """The speaker's role, else the voice that the words stand in: a quotation's speaker, or the author."""
    heads = roles_of(frame).get("speaker", ())
    context = voices.context
    quotation = quotation_at(voices.quotations, frame.trigger.span)
    if quotation is not None and _first_person(frame):
        return quotation.speakers
    named = context.actors(frame.sentence, heads) or _owners(frame, heads, context)
    if named or not heads:
        return named
    if _first_person(frame) or any(_utterance(t, context) for t in heads):
        return _issuer(frame, heads, context) or voices.author
    return ()


def _owners(frame: Frame, heads: tuple[Token, ...], context: Context) -> tuple[Actor, ...]:
    """For a speaker who is no mention himself ("the Fund's board") the side that the phrase names."""
    plain = [h for h in heads if h.upos in {"NOUN", "PROPN"} and not _utterance(h, context)]
    return context.actors(frame.sentence, [c for h in plain for c in frame.sentence.children(h, "nmod:poss", "compound", "amod")])


def _hearers(said: Said, voices: Voices) -> tuple[Actor, ...]:
    """Those with whom the speaker talks in the same sentence ("met the envoy and asked …", "in talks with Y, X stressed …")."""
    sentence, context = said.frame.sentence, voices.context
    met: dict[Actor, None] = {}
    for token in sentence.tokens:
        if said.content is None or said.content.covers(token.span):
            continue
        for frame in voices.nesting.at(sentence, token):
            if frame.entry.layer == "engagement":
                met |= dict.fromkeys(context.actors(sentence, roles_of(frame).get("participant", ())))
    return tuple(a for a in met if a not in said.speakers) if met and said.speakers else ()


def _utterance(token: Token, context: Context) -> bool:
    return token.lemma.lower() in context.lexicon.frames.sets.get("utterance", frozenset())


def _issuer(frame: Frame, heads: tuple[Token, ...], context: Context) -> tuple[Actor, ...]:
    """Whose statement, communique or resolution it is."""
    below = tuple(t for h in heads for t in frame.sentence.children(h, "nmod:poss", "nmod", "compound", "amod"))
    return context.actors(frame.sentence, below)


def _with_content(said: Said, voices: Voices) -> Said:
    frame, head = said.frame, said.head
    if head is None:
        return said
    condition = condition_of(frame.sentence, (*clause_heads(frame.sentence, head), frame.predicate), voices.context)
    content = content_span(frame, head, voices.context, condition)
    quotation = quotation_at(voices.quotations, head.span)
    if quotation is not None and not quotation.span.covers(frame.trigger.span):
        content = Span(start=max(content.start, quotation.span.start), end=min(content.end, quotation.span.end))
    return replace(said, content=content, condition=condition)


def _with_source(said: Said, voices: Voices) -> Said:
    """The source named for the clause, else for the whole text; nobody is his own source."""
    found = attribution_of(said.frame.sentence, said.frame.predicate, voices.context)
    if found.source is None or set(found.actors) & set(said.speakers):
        found = replace(voices.source, hedge=found.hedge)
    if set(found.actors) & set(said.speakers):
        found = Attribution(hedge=found.hedge)
    return replace(said, source=found)


def _with_act(said: Said, voices: Voices) -> Said:
    said = _in_own_voice(said, voices.author)
    frame, head = said.frame, said.head
    if said.act is not None:
        return said
    if frame.entry.label in {"pledge", "support"} and _affirms(frame, voices.context):
        return replace(said, act="affirm", act_rule="said/affirmed-again")
    if frame.entry.id in JOINT and len(sides(said.speakers)) > 1:
        return replace(said, act="agree", act_rule="said/jointly")
    if head is None or head.relation not in {"ccomp", "parataxis"} or not _open(frame, head):
        return said
    inside = voices.nesting.at(frame.sentence, head)
    clause = Clause(sentence=frame.sentence, head=head, speakers=said.speakers, frames=inside)
    act, rule, _ = act_of(clause, voices.context, plain=_plain(frame, voices.context))
    planned = any(f.entry.layer == "engagement" for f in inside) and act in INTENTIONS
    return replace(said, act=act, act_rule=rule, doubtful=planned)


def _in_own_voice(said: Said, author: tuple[Actor, ...]) -> Said:
    """What one says of one's own saying is said ("we will continue to support"); what one will not say is refused."""
    own = _first_person(said.frame) or (bool(author) and said.speakers == author)
    if own and said.status.tense == "future":
        return replace(said, status=_done(said.status))
    if said.status.negated and said.frame.entry.id in SAYING and said.frame.entry.label == "state":
        return replace(said, act="reject", act_rule="said/not-said", status=_done(said.status))
    return said


def _done(status: ClauseStatus) -> ClauseStatus:
    return replace(status, tense="present", modality="fact", negated=False)


def _affirms(frame: Frame, context: Context) -> bool:
    """ "reiterated its commitment": a verb of affirming with a noun of will or support affirms."""
    classes = context.lexicon.frames.verbs.get(frame.trigger.lemma.lower(), ())
    return frame.trigger.upos == "VERB" and "obj" in frame.slots and any(c.id == "affirm" for c in classes)


def _open(frame: Frame, head: Token) -> bool:
    """Whether the act lies in what is said: with verbs of saying, and with "claim", "insist" before a plain fact."""
    if frame.entry.id in SAYING and frame.entry.label == "state":
        return True
    return frame.entry.label == "demand" and head.relation == "ccomp" and not _subjunctive(frame, head)


def _subjunctive(frame: Frame, head: Token) -> bool:
    """ "insists that it be moved", "that he leave"."""
    helpers = frame.sentence.children(head, "aux", "aux:pass", "cop")
    return any(h.text.lower() == "be" for h in helpers) if helpers else head.xpos == "VB"


def _plain(frame: Frame, context: Context) -> str:
    classes = context.lexicon.frames.verbs.get(frame.trigger.lemma.lower(), ())
    if frame.entry.label != "demand":
        return frame.entry.label
    return "affirm" if any(c.id == "affirm" for c in classes) else "state"
