"""Say on whose word a clause rests: the source that the text names for it, and the words that weaken it."""

from dataclasses import dataclass

from dragoman.coding.clauses import preposition, subject
from dragoman.coding.context import Context, phrase
from dragoman.coding.status import clause_status
from dragoman.schema.text import Sentence, Span, Token
from dragoman.schema.world import Actor

SAYING = frozenset({"say", "tell", "announce", "affirm", "recall_note", "speak_of"})  # classes whose complement rests on the speaker's word
SELF = frozenset({"i", "we"})
ACCORDING = frozenset({"according to", "per", "citing", "quoting"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """`source` as named, `span` its words, `actors` whom it refers to; all empty where the text speaks for itself."""

    source: str | None = None
    span: Span | None = None
    actors: tuple[Actor, ...] = ()
    hedge: Span | None = None


def attribution_of(sentence: Sentence, predicate: Token, context: Context) -> Attribution:
    """Who says so, for any clause: "according to X" beside it, or the verb of saying that governs it."""
    hedge = clause_status(sentence, predicate, context.lexicon.frames).hedge
    for clause in (predicate, *sentence.ancestors(predicate)):
        according = _according(sentence, clause)
        if according is not None:
            return _named(sentence, according, context, hedge)
    behind = next((t for t in sentence.tokens if t.text.lower() == "according" and predicate in sentence.ancestors(t)), None)
    if behind is not None:
        source = sentence.child(behind, "obl", "nmod") or sentence.head(behind)
        return _named(sentence, source or behind, context, hedge)
    teller = _governing(sentence, predicate, context)
    source = subject(sentence, teller) if teller is not None else None
    return _named(sentence, source, context, hedge) if source is not None else Attribution(hedge=hedge)


def _according(sentence: Sentence, clause: Token) -> Token | None:
    for child in sentence.children(clause, "obl", "nmod", "advmod", "advcl"):
        if preposition(sentence, child) in ACCORDING:
            return child
        if child.lemma.lower() in {"according", "accord"}:
            return sentence.child(child, "obl", "nmod")
    return None


def _governing(sentence: Sentence, predicate: Token, context: Context) -> Token | None:
    """The verb of saying above a clause, through complements; also one set behind it ("…, the official said")."""
    current = predicate
    while current.head >= 0:
        above = sentence.tokens[current.head]
        if current.relation in {"ccomp", "parataxis"} and _says(above, context):
            return above
        if current.deprel == "acl:relcl":
            return None
        current = above
    return next((c for c in sentence.children(current, "parataxis") if _says(c, context) and sentence.child(c, "ccomp") is None), None)


def _says(verb: Token, context: Context) -> bool:
    classes = context.lexicon.frames.verbs.get(verb.lemma.lower(), ())
    return verb.upos == "VERB" and any(c.id in SAYING for c in classes)


def _named(sentence: Sentence, token: Token, context: Context, hedge: Span | None) -> Attribution:
    """The source by the name of the one it refers to, else by its words; a name set right behind a title belongs to it."""
    if token.upos == "PRON" and (token.lemma.lower() in SELF or not context.actors(sentence, (token,))):
        return Attribution(hedge=hedge)
    last = token
    while last.index + 1 < len(sentence.tokens) and sentence.tokens[last.index + 1].upos == "PROPN" and token.upos in {"PROPN", "NOUN"}:
        last = sentence.tokens[last.index + 1]
    span = phrase(sentence, token)
    span = Span(start=span.start, end=max(span.end, last.end))
    mentions = [m for m in context.resolution.mentions if m.sentence == sentence.index and span.covers(m.span) and m.refers_to]
    own = context.mention(sentence, token) or next((m for m in mentions if m.span.end == last.end), None)
    named = [a.name for a in own.refers_to] if own is not None else []
    words = " ".join(span.of(context.article.text).split())
    return Attribution(source=", ".join(named) or words, span=span, actors=own.refers_to if own is not None else (), hedge=hedge)


def document_source(context: Context) -> Attribution:
    """The spokesperson to whom a whole text is attributed ("the following is attributable to …")."""
    for sentence in context.sentences[:5]:
        for token in sentence.tokens:
            if token.text.lower() in {"attributable", "attributed"}:
                source = next((c for c in sentence.children(token, "obl", "nmod") if preposition(sentence, c) == "to"), None)
                if source is not None:
                    return _named(sentence, source, context, None)
    return Attribution()
