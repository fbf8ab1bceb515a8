"""Where the phrase of a title ends: "of Chad and Peru", "for the Horn of Africa", "to Washington"."""

from dataclasses import dataclass

from dragoman.resolve.phrases import Mark, Reading, head_of, overlapping, singular
from dragoman.schema.text import Token

_LONGEST_COMPLEMENT = 22  # words of "Under Secretary for …" before the name
_COMPLEMENT_TAGS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "CCONJ", "PART", "NUM"})
_SIGNS = ("-", "–", ",", "’", "'", "&", "/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Core:
    """The bare words of a title; where the phrase before it ends (`stop`) and the next title begins (`next`)."""

    first: int
    last: int
    kin: bool
    stop: int
    next: int


def portfolio_end(reading: Reading, core: int, start: int, next_title: int) -> int:
    """Where "of State", "for the Horn of Africa", "to Libya" behind a title ends: before the name that it leads to, else with its phrase."""
    if start >= len(reading.tokens) or not reading.anaphora.says(reading.low(start), "portfolio"):
        return start
    if _to_state(reading, start) > start or _in_capital(reading, core, start) > start:
        return max(_to_state(reading, start), _in_capital(reading, core, start))
    name = _name_ahead(reading, start, next_title)
    if name is not None:
        return name
    if reading.low(start) != "of" and not _hangs_before(reading, start):
        return start
    state = reading.mark_at(start + 2 if reading.low(start + 1) == "the" else start + 1)
    if reading.low(start) == "of" and state is not None and state.first <= start + 2 and state.kind != "demonym":
        return listed(reading, state.last) if is_plural(reading, core, start) else _to_state(reading, state.last)
    noun = reading.sentence.head(reading.tokens[start])
    if noun is None or noun.index <= start:
        return start
    end = noun.index + 1
    while end < min(next_title, len(reading.tokens)) and _goes_on(reading, end, start):
        end += 1
    owned = [i for i in range(start + 1, end + 1) if i < len(reading.tokens) and reading.tokens[i].xpos == "POS"]
    if owned:
        return owned[0]
    states = [m for m in overlapping(reading.marks, start, end) if m.kind == "country" and after_of(reading, m, start)]
    return states[0].last if states else end


def _to_state(reading: Reading, at: int) -> int:
    """Where "to Washington", "to the United Nations" behind an envoy's title ends."""
    if reading.low(at) != "to":
        return at
    mark = reading.mark_at(at + 2 if reading.low(at + 1) == "the" else at + 1)
    return mark.last if mark is not None and mark.kind in ("country", "body", "metonym") and mark.first <= at + 2 else at


def _in_capital(reading: Reading, core: int, at: int) -> int:
    """Where "in Bern" behind a counterpart ends: the capital tells the state, if it hangs on the noun and no other state is told."""
    mark = reading.mark_at(at + 1)
    if reading.low(at) != "in" or mark is None or mark.kind != "metonym" or not is_kin(reading, core):
        return at
    told = core > 0 and reading.mark_at(core - 1) is not None
    return at if told or reading.tokens[mark.last - 1].head != core else mark.last


def listed(reading: Reading, end: int) -> int:
    """Where a list of states ends ("of Chad, Niger and Mali") whose first ends at a word."""
    at = end
    while reading.anaphora.says(reading.low(at), "joining"):
        after = at + 1
        while reading.anaphora.says(reading.low(after), "listing"):
            after += 1
        mark = reading.mark_at(after)
        if mark is None or mark.kind != "country" or reading.low(mark.last) in ("’s", "'s"):
            break
        at = mark.last
    return at


def _is_inner(reading: Reading, token: Token) -> bool:
    return reading.anaphora.says(token.text.lower(), "inner") or token.text in _SIGNS


def _name_ahead(reading: Reading, start: int, next_title: int) -> int | None:
    """Where the person's name begins that a portfolio leads to ("for Civilian Security, Democracy, and Human Rights | Jane Doe")."""
    for at in range(start + 1, min(start + _LONGEST_COMPLEMENT, next_title, len(reading.tokens))):
        token = reading.tokens[at]
        if token.name == "B-PERSON" and reading.mark_at(at) is None:
            back = token.head if token.deprel == "flat" and start < token.head < at else at
            while back > start and reading.anaphora.names_with(reading.low(back - 1), "courtesy"):
                back -= 1
            return back if reading.low(back - 1) not in (",", "and") else None
        if token.upos not in _COMPLEMENT_TAGS and not _is_inner(reading, token):
            return None
    return None


def _in_list(reading: Reading, at: int, start: int) -> bool:
    """Whether a capitalised portfolio of several words goes on ("for Arms Control, Verification, and Compliance")."""
    following = [reading.tokens[i] for i in range(at, min(at + 3, len(reading.tokens))) if reading.tokens[i].text not in (",", "and", "&")]
    if not following or not reading.tokens[start + 1].text[:1].isupper():
        return False
    word = following[0]
    return word.text[:1].isupper() and word.upos in ("NOUN", "PROPN", "ADJ") and word.name[2:] != "PERSON" and reading.mark_at(word.index) is None


def _hangs_before(reading: Reading, at: int) -> bool:
    """Whether the phrase that a preposition opens is attached to a noun right before it, or is set in capitals like a portfolio."""
    noun = reading.sentence.head(reading.tokens[at])
    if noun is None or noun.index < at:
        return False
    if noun.head >= 0 and noun.head < at and noun.relation == "nmod":
        return True
    return reading.tokens[at - 1].text[0].isupper() and noun.text[0].isupper() and noun.relation == "nmod"


def _goes_on(reading: Reading, at: int, start: int) -> bool:
    """Whether a word behind the first noun of a complement hangs inside it and is no clause, apposition or second party."""
    token = reading.tokens[at]
    if reading.low(start) == "for" and _in_list(reading, at, start):
        return True
    if token.text in (",", "(") or token.deprel in ("appos", "acl", "acl:relcl", "conj", "cc"):
        return False
    return start < token.head < at or (token.head >= at and any(start < h.index < at for h in reading.sentence.ancestors(token)))


def after_of(reading: Reading, mark: Mark, start: int) -> bool:
    """Whether a gazetteer name is what an "of" before it names: "of the Republic of Chad"."""
    at = mark.first - 1
    while (
        at > start
        and (reading.anaphora.says(reading.low(at), "listing") or reading.low(at) == "republic")
        or (at > start and reading.mark_at(at) is not None)
    ):
        at -= 1
    return reading.low(at) == "of" or reading.low(at) == "in" and at == start


def is_plural(reading: Reading, core: int, core_last: int) -> bool:
    """Whether the head of a title is plural ("Secretaries of State")."""
    token = reading.tokens[head_of(reading.sentence, core, core_last)]
    return token.xpos in ("NNS", "NNPS") and singular(token) != token.text.lower()


def is_kin(reading: Reading, at: int) -> bool:
    """Whether a word takes its role from another person ("counterpart")."""
    token = reading.tokens[at]
    return token.upos in ("NOUN", "PROPN") and reading.anaphora.is_noun(singular(token), "kin")
