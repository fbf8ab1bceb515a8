"""What a text says is undetermined ("the venue has yet to be decided"), and the options that it names."""

from collections.abc import Iterator

from dragoman.coding.clauses import clause_of
from dragoman.coding.context import Context
from dragoman.coding.drafts import Draft
from dragoman.lexicon.opens import OpenWords
from dragoman.schema.record import Because
from dragoman.schema.text import Sentence, Token

NEGATION = frozenset({"not", "n't", "yet", "never"})


def open_matters(context: Context, words: OpenWords) -> Iterator[Draft]:
    """A draft for each sentence that leaves something open, with those whom it names: it joins the engagement that the text has in mind."""
    for sentence in context.sentences:
        matters = [t for t in sentence.tokens if t.lemma.lower() in words.matters and t.relation in {"nsubj", "conj"}]
        unsettled = [t for t in matters if _unsettled(sentence, t, words)]
        if unsettled:
            yield _draft(sentence, unsettled, context, words)


def _unsettled(sentence: Sentence, matter: Token, words: OpenWords) -> bool:
    head = clause_of(sentence, matter)
    inside = sentence.subtree(head)
    settles = any(t.lemma.lower() in words.settle for t in inside)
    negated = any(t.lemma.lower() in NEGATION or t.text.lower() in NEGATION or (t.lemma == "no" and t.head == matter.index) for t in inside)
    return settles and negated


def _draft(sentence: Sentence, matters: list[Token], context: Context, words: OpenWords) -> Draft:
    span = sentence.extent(tuple(t for m in matters for t in (*sentence.subtree(m), clause_of(sentence, m))))
    event = next((c for m in matters for c in sentence.children(m, "nmod") if _kind(c, context) is not None), None)
    return Draft(
        kind=(_kind(event, context) if event is not None else None) or "meeting",
        sentence=sentence.index,
        participants=context.actors(sentence, sentence.subtree(event)) if event is not None else (),
        definite=True,
        open=tuple(dict.fromkeys(words.matters[m.lemma.lower()] for m in matters)),
        candidates=candidates(sentence, context, words),
        evidence=(span,),
        rule="open",
        because={"open": Because(spans=tuple(m.span for m in matters), rule="open")},
    )


def _kind(noun: Token, context: Context) -> str | None:
    """The kind of engagement that a noun names, None if it names none."""
    classes = context.lexicon.frames.nouns.get(noun.lemma.lower(), ())
    return next((c.label for c in classes if c.layer == "engagement" and noun.lemma.lower() in c.nouns), None)


def candidates(sentence: Sentence, context: Context, words: OpenWords) -> tuple[str, ...]:
    """Places that stand as options: subjects or examples of a verb like "floated", or named after "in" or "such as" beside it."""
    found: list[str] = []
    for verb in sentence.tokens:
        if verb.lemma.lower() not in words.candidate or verb.upos != "VERB":
            continue
        for child in sentence.children(verb, "nsubj", "obj", "obl"):
            for head in sentence.subtree(child):
                place = next((p for p in context.resolution.places if p.sentence == sentence.index and p.head == head.index), None)
                if place is not None:
                    found.append(place.span.of(context.article.text))
    return tuple(dict.fromkeys(found))
