"""Read what an author or a quoted speaker says outright: sentences of one's own voice that no verb of speech introduces."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.coding.acts import FIRST_PERSON, Clause, act_of
from dragoman.coding.attribution import attribution_of
from dragoman.coding.clauses import subject
from dragoman.coding.contents import condition_of, cut, trim
from dragoman.coding.frames import Frame
from dragoman.coding.quotes import quotation_at
from dragoman.coding.said import mentioned, toward
from dragoman.coding.status import ClauseStatus
from dragoman.coding.telling import Voices
from dragoman.schema.record import Because, Statement
from dragoman.schema.text import Sentence, Span, Token
from dragoman.schema.world import Actor

PLAIN = "state"
OWN = FIRST_PERSON | {"our", "my", "us"}
CERTAIN = frozenset({"pledge", "demand", "accuse", "reject", "affirm", "warn", "request", "agree"})  # acts that the form of a clause tells by itself
OTHERS = frozenset({"person", "office", "people"})

Told = Sequence[tuple[Frame, Statement]]


@dataclass(frozen=True, kw_only=True)
class Outright:
    """The own voice of one article. `personal`: the author says "we" or "our" somewhere, so that the text speaks and does not report."""

    voices: Voices
    told: Told
    personal: bool


def own_voice(voices: Voices, told: Told) -> list[Statement]:
    """A statement for each main clause in someone's own voice that no statement frame has told already."""
    context = voices.context
    outside = (t for s in context.sentences for t in s.tokens if quotation_at(voices.quotations, t.span) is None)
    speech = Outright(voices=voices, told=told, personal=any(t.lemma.lower() in OWN for t in outside))
    return [item for sentence in context.sentences for head in _main_clauses(sentence) if (item := _read(speech, sentence, head)) is not None]


def _main_clauses(sentence: Sentence) -> Iterator[Token]:
    """The root and what is coordinated with it, each with its own subject."""
    for token in sentence.tokens:
        main = token.head < 0 or (token.relation in {"conj", "parataxis", "ccomp"} and sentence.tokens[token.head].head < 0)
        if main and sentence.child(token, "nsubj", "csubj", "expl") is not None:
            yield token


def _read(speech: Outright, sentence: Sentence, head: Token) -> Statement | None:
    """The statement of one main clause, if it is one's own voice and tells an act."""
    speakers = _voice(speech, sentence, head)
    nesting = speech.voices.nesting
    if not speakers or _taken(speech, sentence, head) or any(f.entry.layer == "engagement" for f in nesting.at(sentence, head)):
        return None
    clause = Clause(sentence=sentence, head=head, speakers=speakers, frames=nesting.below(sentence, head))
    act, rule, status = act_of(clause, speech.voices.context, plain=PLAIN)
    reported = act in {"pledge", "agree"} and _of_someone(speech, sentence, head)
    return _statement(clause, _Act(name=act, rule=rule, status=status), speech.voices) if _certain(act, status) and not reported else None


def _certain(act: str, status: ClauseStatus) -> bool:
    return act in CERTAIN and status.modality != "possible"


def _taken(speech: Outright, sentence: Sentence, head: Token) -> bool:
    """Whether a statement frame has told this clause already."""
    return any(f.sentence is sentence and (f.trigger is head or (s.content is not None and s.content.covers(head.span))) for f, s in speech.told)


def _voice(speech: Outright, sentence: Sentence, head: Token) -> tuple[Actor, ...]:
    """Who speaks: of a clause inside a quotation its speaker; outside, the author, if no one else is named for it."""
    quotation = quotation_at(speech.voices.quotations, head.span)
    if quotation is not None:
        return quotation.speakers
    if not speech.personal or attribution_of(sentence, head, speech.voices.context).source is not None:
        return ()
    return speech.voices.author


def _of_someone(speech: Outright, sentence: Sentence, head: Token) -> bool:
    """Whether a person or office acts here for himself ("the Assistant Secretary will attend"): news, no word of the author's."""
    about = subject(sentence, head)
    if about is None or about.lemma.lower() in FIRST_PERSON:
        return False
    return any(a.kind in OTHERS for a in speech.voices.context.actors(sentence, (about,)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Act:
    name: str
    rule: str
    status: ClauseStatus


def _statement(clause: Clause, act: _Act, voices: Voices) -> Statement:
    sentence, context = clause.sentence, voices.context
    condition = condition_of(sentence, (clause.head,), context)
    content = trim(context.article.text, cut(_extent(sentence, clause.head), condition))
    others = mentioned(context, sentence, content)
    authored = clause.speakers == voices.author
    reason = Because(spans=(clause.head.span,), rule=act.rule)
    return Statement(
        id="",
        act=act.name,
        speakers=clause.speakers,
        targets=toward(clause.speakers, others),
        content=content,
        condition=condition,
        date=context.article.date if authored else None,
        attributed_to=voices.source.source if authored else None,
        hedge=act.status.hedge,
        evidence=(content,),
        scope="foreign" if voices.relevance.touches(clause.speakers, others) else "domestic",
        rule=act.rule,
        because={"act": reason, "content": Because(spans=(content,), rule=act.rule), "status": act.status.because},
    )


def _extent(sentence: Sentence, head: Token) -> Span:
    """The clause without those coordinated with it."""
    left_out = [c for c in sentence.children(head, "conj", "parataxis") if c.index > head.index and sentence.child(c, "nsubj") is not None]
    gone = {t.index for c in left_out for t in sentence.subtree(c)} | {t.index for t in sentence.children(head, "cc")}
    return sentence.extent(tuple(t for t in sentence.subtree(head) if t.index not in gone))
