"""Tell from the tree whether a time expression looks back or ahead: the tense of its clause, and of the verbs above."""

from itertools import islice

from dragoman.lexicon.times import TimeLexicon
from dragoman.schema.text import Sentence, Token

PAST, NONE, FUTURE = -1, 0, 1
SURELY_PAST = -2  # told by the verb right before the expression
MOST_STEPS = 24  # above an expression; deeper trees are parses gone wrong
VERBAL = ("VERB", "AUX")


def direction(sentence: Sentence, first: int, last: int, times: TimeLexicon) -> int:
    """-1 past (-2 for sure), 1 future, 0 unknown, for the expression of tokens `first` to `last`."""
    if not sentence.tokens:
        return NONE
    top = _top(sentence, first, last)
    if (told := _beside(sentence, top, first) or _by_preposition(sentence, top, first, times)) != NONE:
        return told
    nominal = top.relation in ("nmod", "compound")
    for above in islice(_path(sentence, top), MOST_STEPS):
        if above is not top and above.upos in ("NOUN", "PROPN"):
            nominal = True
        if nominal and above.xpos in ("VBD", "VBG") and times.has(above.lemma, "future_verb"):
            return FUTURE
        if (found := _clause(sentence, above, times)) != NONE:
            return found
    return _nearest_verb(sentence, first, last, times)


def _top(sentence: Sentence, first: int, last: int) -> Token:
    """The token of the expression whose head lies outside."""
    for token in sentence.tokens[first : last + 1]:
        if not first <= token.head <= last and token.deprel not in ("case", "det", "punct"):
            return token
    return sentence.tokens[last]


def _path(sentence: Sentence, token: Token) -> list[Token]:
    return [token, *islice(sentence.ancestors(token), MOST_STEPS)]


def _beside(sentence: Sentence, top: Token, first: int) -> int:
    """A past tense right before the expression has it, whatever the tree says: "said on Tuesday it would"."""
    if top.relation in ("nmod", "compound"):
        return NONE
    at = first - 1 if first and sentence.tokens[first - 1].upos != "ADP" else first - 2
    return SURELY_PAST if at >= 0 and sentence.tokens[at].xpos == "VBD" and sentence.tokens[at].upos == "VERB" else NONE


def _by_preposition(sentence: Sentence, top: Token, first: int, times: TimeLexicon) -> int:
    """The preposition before the expression, or of the nouns above it: "scheduled for Tuesday", "ahead of Friday's summit"."""
    before = sentence.tokens[first - 1] if first else None
    if before is not None and before.text.lower() == "for" and _verb_above(sentence, top, times):
        return FUTURE
    for carrier in _carriers(sentence, top):
        above = sentence.head(carrier)
        cases = [c.text for c in sentence.children(carrier, "case", "mark", "advmod")]
        if any(times.has(c, "ahead_of") for c in cases) or (above is not None and times.has(above.text, "ahead_of")):
            return FUTURE
        if carrier is not top and times.has(carrier.lemma, "future_noun"):
            return FUTURE
        if carrier is not top and any(times.has(c, "behind") for c in cases):
            return PAST
    return NONE


def _carriers(sentence: Sentence, top: Token) -> list[Token]:
    """The expression and the nouns that it hangs on, up to the verb."""
    found = [top]
    while len(found) < MOST_STEPS and found[-1].relation in ("nmod", "compound") and (head := sentence.head(found[-1])) is not None:
        found.append(head)
    return found


def _verb_above(sentence: Sentence, top: Token, times: TimeLexicon) -> bool:
    """Whether "for Tuesday" hangs on a verb or noun of planning."""
    above = list(islice(sentence.ancestors(top), 2))
    return bool(above) and (above[0].upos in VERBAL or any(times.has(a.lemma, "future_verb") for a in above))


def _clause(sentence: Sentence, word: Token, times: TimeLexicon) -> int:
    """The direction that one word above the expression tells."""
    if word.upos not in VERBAL and not sentence.child(word, "cop"):
        return NONE
    return _verb(sentence, word, times)


def _verb(sentence: Sentence, word: Token, times: TimeLexicon) -> int:
    helpers = [*sentence.children(word, "aux", "aux:pass", "cop")]
    if any(times.has(m.text, "future_verb") for m in sentence.children(word, "mark")):
        return FUTURE
    if not helpers and word.deprel == "conj" and (first := sentence.head(word)) is not None and word.xpos in ("VB", "VBN", "VBG"):
        return _verb(sentence, first, times) if first.upos in VERBAL and first.index < word.index else NONE
    if any(h.xpos == "MD" or times.has(h.text, "future_aux") for h in helpers):
        return PAST if any(h.text.lower() == "have" for h in helpers) and not any(times.has(h.lemma, "future_perfect") for h in helpers) else FUTURE
    if word.xpos == "VBN" and sentence.child(word, "mark") and _was_to(sentence, word, helpers):
        return FUTURE
    if times.has(word.lemma, "future_verb") and word.xpos in ("VBN", "JJ", "NN") and any(h.xpos in ("VBZ", "VBP") for h in helpers):
        return FUTURE
    if any(h.xpos in ("VBD", "VBN") or h.lemma == "have" for h in helpers):
        return PAST
    return _bare(sentence, word, helpers, times)


def _was_to(sentence: Sentence, word: Token, helpers: list[Token]) -> bool:
    """Whether it is what was to be: "was to have begun on Sunday"."""
    marked = any(m.text.lower() == "to" for m in sentence.children(word, "mark"))
    head = sentence.head(word)
    return marked and (any(h.lemma == "be" and h.xpos == "VBD" for h in helpers) or (head is not None and head.lemma == "be"))


def _bare(sentence: Sentence, word: Token, helpers: list[Token], times: TimeLexicon) -> int:
    """A verb without a helper that tells."""
    if word.xpos == "VBD":
        return PAST
    if word.xpos == "VB":
        return _infinitive(sentence, word, times)
    if word.xpos == "VBN":
        return FUTURE if times.has(word.lemma, "future_verb") else PAST
    if word.xpos == "VBG":
        after = any(times.has(m.text, "behind") for m in sentence.children(word, "mark", "case"))
        return PAST if after else FUTURE if helpers else NONE
    if word.xpos in ("VBZ", "VBP") and word.upos == "VERB":
        return PAST if times.has(word.lemma, "telling_verb") else FUTURE
    return NONE


def _infinitive(sentence: Sentence, word: Token, times: TimeLexicon) -> int:
    """ "To meet on Monday" lies ahead; below "began", "failed", "flew" it has their tense."""
    head = sentence.head(word)
    if head is None or word.deprel in ("acl", "csubj"):
        return FUTURE
    if any(h.text.lower() == "had" for h in sentence.children(head, "aux")):
        return PAST
    if word.relation in ("xcomp", "advcl") and times.has(head.lemma, "inheriting_verb"):
        return NONE
    return FUTURE


def _nearest_verb(sentence: Sentence, first: int, last: int, times: TimeLexicon) -> int:
    """Where the tree tells nothing: a finite verb near by, before the expression rather than behind."""
    near = [*reversed(sentence.tokens[max(0, first - 12) : first]), *sentence.tokens[last + 1 : last + 8]]
    for token in near:
        if token.xpos == "MD" or (token.upos in ("ADJ", "VERB") and token.xpos != "VBD" and times.has(token.lemma, "future_verb")):
            return FUTURE
        if token.xpos == "VBD":
            return PAST
    return NONE
