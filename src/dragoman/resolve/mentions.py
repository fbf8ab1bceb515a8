"""Find whatever refers to an actor in a sentence: names, titles, states and bodies, generic nouns, pronouns."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.resolve.names import Called
from dragoman.resolve.offices import Office
from dragoman.resolve.phrases import Mark, Reading, head_of, left_edge, overlapping, singular
from dragoman.resolve.portfolios import listed
from dragoman.schema.text import Token

_ACTOR_MARKS = ("country", "demonym", "metonym", "body", "group")
_MODIFIERS = 3  # words before a noun in which a state would modify it
_ISO = 3
_PAIR = 2
_LONG = 2.5  # so many times longer than its title a name gets its title a mention of its own
_POSSESSED = 3  # words from a possessive to its noun
_OWNERS = ("country", "body", "metonym", "region", "city")


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """A generic noun for actors with its modifiers.

    `count` is 2 for "both" and "the two"; `states` and `bodies` those that modify it; `possessor` the word "his" or the head of
    "Mr. Smith's", `namer` the name in "the Smith government"; `plain` tells that nothing but article, count and possessor modify it,
    `definite` that it points at something known, `official` that a word like "government" does; `unowned` is the text without "our".
    """

    lemma: str
    text: str
    unowned: str
    plural: bool
    article: str = ""
    count: int | None = None
    possessor: int | None = None
    namer: int | None = None
    states: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    plain: bool = True
    official: bool = False
    definite: bool = False
    office: Office | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One reference, not yet resolved: words `first` to `last` (not included) of a sentence, and what it is by its form.

    `several` are the heads of the members of a coordination ("Japan and Chile"); its own `head` is the conjunction.
    """

    sentence: int
    first: int
    last: int
    head: int
    called: Called | None = None
    office: Office | None = None
    mark: Mark | None = None
    several: tuple[int, ...] = ()
    noun: Noun | None = None
    pronoun: str = ""

    @property
    def order(self) -> tuple[int, int, int]:
        """What is inside comes before what is around it."""
        return self.sentence, self.last, -self.first


def find(reading: Reading, names: Sequence[Called], offices: Sequence[Office]) -> tuple[Found, ...]:
    """All references of a sentence, the inner ones first."""
    told = {id(o) for c in names for o in c.offices}
    free = [o for o in offices if id(o) not in told and not any(c.first <= o.core < c.last for c in names) and not _in_mark(reading, o)]
    taken = {i for c in names for i in range(c.start, c.end)} | {i for o in offices for i in range(o.core, o.core_last)}
    found = [
        *(_name(c) for c in names),
        *(_office(reading, o) for o in free),
        *_titles_of_names(reading, names),
        *_marks(reading),
        *_nouns(reading, taken),
        *_pronouns(reading),
        *_descriptions(reading, names, taken),
        *_coordinations(reading, names, free),
        *_halves(reading),
        *_possessed(reading),
        *_latter(reading),
        *_hyphenated(reading),
    ]
    best: dict[tuple[int, int], Found] = {}
    for one in found:
        known = best.get((one.first, one.last))
        if known is None or known.called is None and one.called is not None:
            best[one.first, one.last] = one
    return tuple(sorted(best.values(), key=lambda f: f.order))


def _in_mark(reading: Reading, office: Office) -> bool:
    mark = reading.mark_at(office.core)
    return mark is not None and mark.last >= office.core_last


def _name(called: Called) -> Found:
    return Found(sentence=called.sentence, first=called.first, last=called.last, head=called.head, called=called)


def _office(reading: Reading, office: Office) -> Found:
    """A title alone; one that tells no post, or of several people, is a generic noun."""
    lemma = singular(reading.tokens[office.core_last - 1])
    generic = office.core_last - office.core == 1 and reading.anaphora.is_noun(lemma, "source") or reading.anaphora.says(office.article, "indefinite")
    noun = None
    if (generic or office.plural) and not (office.kin and (office.possessor is not None or office.countries)):
        last = max(office.last, _of_state(reading, office.core_last - 1)) if office.last == office.core_last else office.last
        noun = _noun(reading, office.core_last - 1, office.first, last, office)
        return Found(sentence=reading.sentence.index, first=office.first, last=last, head=office.head, noun=noun)
    return Found(sentence=reading.sentence.index, first=office.first, last=office.last, head=office.head, office=None if noun else office, noun=noun)


def _titles_of_names(reading: Reading, names: Sequence[Called]) -> Iterator[Found]:
    """Titles beside a name that are references of their own: with a state or portfolio, in apposition, "his Greek counterpart"."""
    for called in names:
        for office in called.offices:
            own = office.kin or not (office.first == called.first and office.last <= called.start)
            wide = (
                own
                or overlapping(reading.marks, office.first, office.last)
                or office.last > office.core_last
                or called.last - called.first > _LONG * (office.last - office.first)
            )
            if wide and office.last > office.first:
                yield Found(sentence=called.sentence, first=office.first, last=office.last, head=office.head, office=office, called=called)


def _marks(reading: Reading) -> Iterator[Found]:
    for mark in reading.marks:
        if (mark.kind in _ACTOR_MARKS or mark.kind == "region" and mark.text.split()[-1].endswith("s")) and not (
            mark.kind == "metonym" and _is_only_place(reading, mark)
        ):
            first = mark.first - 1 if mark.first and reading.low(mark.first - 1) == "the" and mark.kind in ("group", "body") else mark.first
            yield Found(
                sentence=reading.sentence.index, first=first, last=mark.last, head=head_of(reading.sentence, mark.first, mark.last), mark=mark
            )


def _is_only_place(reading: Reading, mark: Mark) -> bool:
    """A capital behind "in" or "at", of a verb of motion or in a dateline is a place alone."""
    if reading.world.place_named(mark.text, small=False) is None:
        return False
    head = reading.tokens[head_of(reading.sentence, mark.first, mark.last)]
    case = reading.sentence.child(head, "case")
    word = case.text.lower() if case is not None else reading.low(mark.first - 1)
    if reading.anaphora.says(word, "located"):
        return True
    governor = reading.sentence.head(head)
    if governor is not None and head.relation == "obj" and reading.sentence.child(governor, "xcomp") is not None:
        return False  # "leave Baghdad isolated"
    return governor is not None and head.relation in ("obl", "obj", "nmod") and reading.anaphora.moves(governor.lemma.lower(), governor.upos)


def _nouns(reading: Reading, taken: set[int]) -> Iterator[Found]:
    for token in reading.tokens:
        at = token.index
        if _is_pair(reading, at):
            yield Found(sentence=reading.sentence.index, first=at, last=at + 1, head=at, noun=_noun(reading, at, at, at + 1, None))
        if at in taken or token.upos not in ("NOUN", "PROPN") or _is_modifier(reading, at):
            continue
        mark = reading.mark_at(at)
        if mark is not None or _is_courtesy(reading, at, taken):
            continue
        if reading.anaphora.is_noun(singular(token)):
            yield _noun_phrase(reading, at)


def _is_courtesy(reading: Reading, at: int, taken: set[int]) -> bool:
    """ "His Excellency" before a name."""
    return reading.anaphora.names_with(reading.low(at), "courtesy") and at + 1 in taken


def _is_modifier(reading: Reading, at: int) -> bool:
    """Whether a noun only modifies the next one ("party congress", "member states")."""
    token = reading.tokens[at]
    return token.deprel == "compound" and token.head > at


def _is_pair(reading: Reading, at: int) -> bool:
    """ "Both" or "the two" without a noun."""
    token = reading.tokens[at]
    if not reading.anaphora.says(reading.low(at), "pair") or token.relation not in ("nsubj", "obj", "iobj", "obl", "nmod"):
        return False
    case = reading.sentence.child(token, "case")
    if case is not None and reading.anaphora.says(case.text.lower(), "located"):
        return False
    return reading.low(at) == "both" or reading.low(at - 1) == "the" and token.upos != "PROPN"


def _noun_phrase(reading: Reading, at: int) -> Found:
    first = left_edge(reading, at, at + 1)
    last = _of_state(reading, at)
    noun = _noun(reading, at, first, last, None)
    return Found(sentence=reading.sentence.index, first=first, last=last, head=at, noun=noun)


def _of_state(reading: Reading, at: int) -> int:
    """Where "of Tajikistan", "from the Government of Oman" behind a noun ends."""
    end = at + 1
    while reading.anaphora.says(reading.low(end), "owning"):
        inner = end + 2 if reading.anaphora.says(reading.low(end + 1), "definite") else end + 1
        mark = reading.mark_at(inner)
        if (
            mark is not None
            and reading.low(mark.last) not in ("-", "–")
            and mark.kind in _OWNERS
            and mark.first <= inner
            and _is_owner(reading, at, end)
        ):
            return listed(reading, mark.last)
        if reading.low(inner) == "government" and reading.low(inner + 1) == "of":
            end = inner + 1
            continue
        return at + 1
    return at + 1


def _is_owner(reading: Reading, at: int, case: int) -> bool:
    """ "In" makes a place the owner of inhabitants and authorities alone ("civilians in Gaza"), where no other state is told."""
    if reading.low(case) != "in":
        return True
    near = any(reading.mark_at(i) is not None for i in range(max(0, at - _MODIFIERS), at))
    return not near and reading.anaphora.is_noun(singular(reading.tokens[at]), "inhabitant")


def _noun(reading: Reading, at: int, first: int, last: int, office: Office | None) -> Noun:
    """Read a noun and its modifiers in the phrase `first` to `last`."""
    token, anaphora = reading.tokens[at], reading.anaphora
    marks = [m for m in overlapping(reading.marks, first, last) if not m.first <= at < m.last]
    words = list(range(first, at))
    article = next((reading.low(i) for i in words if reading.tokens[i].upos == "DET" and not reading.mark_at(i)), "")
    count = next((anaphora.quantities[reading.low(i)] for i in (*words, at) if reading.low(i) in anaphora.quantities), None)
    possessor = _possessor(reading, words)
    return Noun(
        lemma=token.text.lower() if token.upos in ("NUM", "DET", "PRON") else singular(token),
        text=_text(reading, first, last),
        unowned=_text(reading, first + 1 if reading.tokens[first].xpos == "PRP$" and first < at else first, last),
        plural=_is_plural(reading, at),
        article=article,
        count=count,
        possessor=possessor,
        namer=next((i for i in reversed(words) if _is_namer(reading.tokens[i])), None),
        states=tuple(dict.fromkeys(m.target for m in marks if m.kind != "body" and len(m.target) == _ISO)),
        bodies=tuple(dict.fromkeys(m.target for m in marks if m.kind in ("body", "group"))),
        plain=not marks and all(_is_light(reading, i) for i in words),
        official=any(anaphora.is_noun(reading.low(i), "official") for i in words),
        definite=anaphora.says(article, "definite") or possessor is not None or count == _PAIR,
        office=office,
    )


def _is_plural(reading: Reading, at: int) -> bool:
    token = reading.tokens[at]
    collective = reading.anaphora.is_noun(token.lemma.lower(), "collective") or reading.anaphora.says(token.text.lower(), "pair")
    return token.xpos in ("NNS", "NNPS") or collective


def _is_namer(token: Token) -> bool:
    """The name in "the Smith government"."""
    return token.name[2:] == "PERSON" or token.deprel == "compound" and token.upos == "PROPN"


def _text(reading: Reading, first: int, last: int) -> str:
    text = reading.plain(first, last)
    return text.lower() if reading.article.capitals else text


def _possessor(reading: Reading, words: Iterable[int]) -> int | None:
    for at in words:
        if reading.tokens[at].xpos == "PRP$" or reading.tokens[at].xpos == "WP$":
            return at
        if reading.tokens[at].xpos == "POS" and reading.mark_at(at - 1) is None:
            return at - 1
    return None


def _is_light(reading: Reading, at: int) -> bool:
    """Articles, counts, possessors: words that do not describe."""
    token = reading.tokens[at]
    return token.upos in ("DET", "NUM", "PRON", "PART") or reading.anaphora.says(token.text.lower(), "light")


def _descriptions(reading: Reading, names: Sequence[Called], taken: set[int]) -> Iterator[Found]:
    """Nouns that describe a named person: right before the name, or in apposition ("Jane Doe, a Yemeni accountant")."""
    for called in names:
        for noun, first, last in (*_noun_before(reading, called), *_nouns_behind(reading, called)):
            if noun.index not in taken:
                yield Found(sentence=reading.sentence.index, first=first, last=last, head=noun.index, called=called)


def _noun_before(reading: Reading, called: Called) -> Iterator[tuple[Token, int, int]]:
    """The noun that a name follows: "Rwandan singer | Jane Doe", "his son, | John Doe"."""
    before = reading.tokens[called.first - 1] if called.first else None
    if before is not None and before.upos == "NOUN" and before.deprel in ("nmod:desc", "compound") and called.first <= before.head < called.last:
        yield before, left_edge(reading, before.index, called.first), called.first
    head = reading.tokens[called.head]
    noun = reading.sentence.head(head)
    if noun is not None and noun.index < called.first and head.deprel == "appos" and noun.upos == "NOUN":
        yield noun, left_edge(reading, noun.index, noun.index + 1), noun.index + 1


def _nouns_behind(reading: Reading, called: Called) -> Iterator[tuple[Token, int, int]]:
    for token in reading.tokens[called.last :]:
        if token.deprel == "appos" and called.start <= token.head < called.end and token.upos in ("NOUN", "PROPN"):
            last = _apposition_end(reading, token)
            if last == len(reading.tokens) or reading.tokens[last].upos not in ("VERB", "AUX"):  # no subject: ", an official said"
                yield token, left_edge(reading, token.index, token.index + 1, stop=called.last), last


def _apposition_end(reading: Reading, noun: Token) -> int:
    """Where an apposition ends: its attributes belong to it, clauses and what follows a comma do not."""
    end = noun.index + 1
    while (
        end < len(reading.tokens)
        and reading.tokens[end].text not in (",", ";", ")", "(")
        and reading.tokens[end].deprel not in ("acl:relcl", "acl", "conj", "cc")
    ):
        if not any(h.index == noun.index for h in reading.sentence.ancestors(reading.tokens[end])):
            break
        end += 1
    return end


def _coordinations(reading: Reading, names: Sequence[Called], offices: Sequence[Office]) -> Iterator[Found]:
    """ "The Secretary and the Minister", "the United States, Korea and Japan" as one reference to all."""
    members = {c.head: (c.first, c.last) for c in names}
    members |= {o.head: (o.first, o.last) for o in offices if not o.plural}
    members |= {t.index: (t.index, t.index + 1) for t in reading.tokens if t.upos == "PRON" and t.xpos == "PRP"}
    members |= {head_of(reading.sentence, m.first, m.last): (m.first, m.last) for m in reading.marks if m.kind in ("country", "body")}
    for head, (first, _) in members.items():
        conjuncts = [t for t in reading.sentence.children(reading.tokens[head], "conj") if t.index > head]
        if conjuncts and all(t.index in members for t in conjuncts) and reading.tokens[head].deprel != "conj":
            last = members[conjuncts[-1].index][1]
            sign = next((c.index for c in reading.sentence.children(conjuncts[-1], "cc")), None)
            if sign is not None and members[conjuncts[-1].index][0] > first:
                start = first - 1 if first and reading.low(first - 1) == "the" else first
                yield Found(sentence=reading.sentence.index, first=start, last=last, head=sign, several=(head, *(t.index for t in conjuncts)))


def _possessed(reading: Reading) -> Iterator[Found]:
    """ "His trip", "our shared goals": what an actor has, where it is no actor itself; tied to the possessive."""
    for token in reading.tokens:
        noun = reading.sentence.head(token)
        kind = reading.anaphora.pronouns.get(token.text.lower())
        if token.xpos != "PRP$" or noun is None or kind is None or not token.index < noun.index <= token.index + _POSSESSED:
            continue
        if noun.upos == "NOUN" and not reading.anaphora.is_noun(singular(noun)):
            yield Found(sentence=reading.sentence.index, first=token.index, last=noun.index + 1, head=token.index, pronoun=kind)


def _latter(reading: Reading) -> Iterator[Found]:
    """ "The latter", and "each other" of those who are told before."""
    for token in reading.tokens[1:]:
        low, before = token.text.lower(), reading.low(token.index - 1)
        if low == "latter" and before == "the" or low == "other" and before == "each":
            kind = "plural" if low == "other" else "latter"
            yield Found(sentence=reading.sentence.index, first=token.index - 1, last=token.index + 1, head=token.index, pronoun=kind)


def _hyphenated(reading: Reading) -> Iterator[Found]:
    """Two states side by side: "the U.S.-Japan treaty"."""
    for one, other in zip(reading.marks, reading.marks[1:], strict=False):
        if one.state and other.state and one.last + 1 == other.first and reading.low(one.last) in ("-", "–"):
            heads = tuple(head_of(reading.sentence, m.first, m.last) for m in (one, other))
            yield Found(sentence=reading.sentence.index, first=one.first, last=other.last, head=one.last, several=heads)


def _halves(reading: Reading) -> Iterator[Found]:
    """ "The North", of a land that is divided; "the two Sudans"."""
    for token in reading.tokens[1:]:
        if _is_divided(reading, token):
            first = token.index - 2 if reading.low(token.index - 2) == "the" else token.index - 1
            yield Found(sentence=reading.sentence.index, first=first, last=token.index + 1, head=token.index, pronoun="halves")
        named = token.text[0].isupper() and reading.anaphora.is_noun(token.text.lower(), "half") and reading.low(token.index - 1) == "the"
        if named and reading.mark_at(token.index) is None and token.deprel not in ("compound", "amod"):
            yield Found(sentence=reading.sentence.index, first=token.index - 1, last=token.index + 1, head=token.index, pronoun="half")


def _is_divided(reading: Reading, token: Token) -> bool:
    """Whether a word is the plural of a state's name with a count before it."""
    counted = reading.low(token.index - 1) in reading.anaphora.quantities and token.text[0].isupper() and token.text.endswith("s")
    return counted and reading.mark_at(token.index) is None and reading.world.state_named(token.text[:-1]) is not None


def _pronouns(reading: Reading) -> Iterator[Found]:
    for token in reading.tokens:
        kind = reading.anaphora.pronouns.get(token.text.lower())
        if kind is None or token.upos not in ("PRON", "DET") or token.deprel == "expl" or (token.text == "US" and kind == "ours"):
            continue
        yield Found(sentence=reading.sentence.index, first=token.index, last=token.index + 1, head=token.index, pronoun=kind)
