"""Cut the proposition of a statement out of its sentence, and the condition that it hangs on."""

from dragoman.coding.attribution import ACCORDING
from dragoman.coding.clauses import preposition
from dragoman.coding.context import Context
from dragoman.coding.frames import Frame
from dragoman.coding.roles import Roles
from dragoman.lexicon.frames import FrameLexicon
from dragoman.schema.text import Sentence, Span, Token

CLAUSES = ("ccomp", "parataxis", "xcomp", "advcl", "acl")
EDGES = " \t\n,.;:“”\"«»'’‘–—-"


def content_head(frame: Frame, roles: Roles) -> Token | None:
    """The word that heads what is said: a clause before a phrase, the nearest behind the trigger first."""
    heads = [t for t in roles.get("content", ()) if t.index != frame.trigger.index and t not in frame.words]
    if not heads:
        return None
    first = [t for t in heads if t.relation in CLAUSES and t.relation != "advcl"] or [t for t in heads if t.relation != "advcl"] or heads
    behind = [t for t in first if t.index > frame.trigger.index]
    return (behind or first)[0]


def content_span(frame: Frame, head: Token, context: Context, condition: Span | None) -> Span:
    """The words of the proposition: no complementiser, no preposition before a noun, nothing of the telling verb or the condition."""
    sentence = frame.sentence
    shared = [t for t in frame.args.get("content", ()) if t.head == head.index and t.relation == "conj"]
    left_out = {t.index for t in sentence.children(head) if (_outside(sentence, head, t) or _tells(frame, t)) and t not in shared}
    kept = [t for t in _without(sentence, head, left_out) if not _within(frame, head, t)]
    if kept and head.upos in {"NOUN", "PROPN"}:
        kept += _tail(frame, kept[-1], context)
    span = sentence.extent(tuple(kept) or (head,))
    return trim(context.article.text, cut(span, condition))


def _tail(frame: Frame, last: Token, context: Context) -> list[Token]:
    """Phrases right behind a noun that the parser hung on the verb ("sought help in clearing mines"); none of time, place or addressee."""
    sentence = frame.sentence
    found: list[Token] = []
    days = {t.head for t in context.resolution.times if t.sentence == sentence.index}
    roles = {t for role, tokens in frame.args.items() if role != "content" for t in tokens}
    for child in sentence.children(frame.trigger, "obl", "advcl"):
        words = sentence.subtree(child)
        verbal = child.relation == "advcl" and child.xpos != "VBG"
        if words[0].index == last.index + 1 and child not in roles and not verbal and not any(t.index in days for t in words):
            found += words
            last = words[-1]
    return found


def _tells(frame: Frame, child: Token) -> bool:
    """Whether the telling verb hangs below a part of what it tells ("…," he told reporters)."""
    return child is frame.trigger or any(above is child for above in frame.sentence.ancestors(frame.trigger))


def _outside(sentence: Sentence, head: Token, child: Token) -> bool:
    if preposition(sentence, child) in ACCORDING or any(t.text.lower() == "according" for t in sentence.children(child, "case")):
        return True
    if child.relation in {"case", "discourse"} or (child.relation == "mark" and (child.lemma.lower() in {"that", "as"} or head.xpos == "VBG")):
        return True
    if child.relation == "cc" and child.index < head.index:
        return True
    return child.relation == "parataxis" and child.index > head.index and sentence.child(child, "nsubj") is not None


def _without(sentence: Sentence, head: Token, left_out: set[int]) -> list[Token]:
    found, waiting = [head], [c for c in sentence.children(head) if c.index not in left_out]
    while waiting:
        token = waiting.pop()
        found.append(token)
        waiting += sentence.children(token)
    return sorted(found, key=lambda t: t.index)


def _within(frame: Frame, head: Token, token: Token) -> bool:
    """Whether a word belongs to the telling, although the parser hung it under what is told."""
    return token in frame.words or (token.index <= frame.trigger.index < head.index)


def cut(span: Span, condition: Span | None) -> Span:
    """A span without the condition at its end or its beginning."""
    if condition is None or not span.overlaps(condition):
        return span
    if condition.start > span.start + 3:
        return Span(start=span.start, end=condition.start)
    return Span(start=min(condition.end, span.end - 1), end=span.end)


def trim(text: str, span: Span) -> Span:
    """A span without the marks and blanks at its edges; a quotation mark stays where its partner is inside."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(EDGES))
    end = span.end - (len(words) - len(words.rstrip(EDGES)))
    return Span(start=start, end=max(end, start + 1)) if end > start else span


def condition_of(sentence: Sentence, heads: tuple[Token, ...], context: Context) -> Span | None:
    """The "until", "unless", "if", "in exchange for" part on which a clause hangs, at most two steps below its head."""
    lexicon = context.lexicon.frames
    near = [c for h in heads for c in sentence.children(h)]
    near += [c for n in list(near) if n.relation not in {"nsubj", "acl", "advcl"} for c in sentence.children(n)]
    for child in near:
        if _conditional(sentence, child, lexicon) and not (child.relation in {"obl", "nmod"} and context.mention(sentence, child) is not None):
            return sentence.extent(sentence.subtree(child, "punct"))
    return None


def _conditional(sentence: Sentence, child: Token, lexicon: FrameLexicon) -> bool:
    if child.relation not in {"advcl", "obl", "nmod", "acl"}:
        return False
    case = preposition(sentence, child) or ""
    marks = [m.lemma.lower() for m in sentence.children(child, "mark")]
    first = sentence.subtree(child)[0]
    opening = " ".join(t.text.lower() for t in sentence.tokens[first.index : first.index + 3])
    if any("condition" in lexicon.cue("phrase", w) for w in (case, opening, opening.rpartition(" ")[0])):
        return True
    if child.relation in {"obl", "nmod"}:
        return False
    return any("condition" in lexicon.cue("mark", w) for w in (case, *marks, first.text.lower()) if w != "whether")


def clause_heads(sentence: Sentence, head: Token) -> tuple[Token, ...]:
    """A clause head and the clauses below it that share its condition."""
    return (head, *sentence.children(head, "xcomp", "conj", "ccomp"))
