"""Titles in a sentence: their words, whose state or body they are of, and the role that they mean."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dragoman.lexicon.anaphora import Anaphora
from dragoman.lexicon.names import words_of
from dragoman.resolve.phrases import Mark, Reading, head_of, left_edge, overlapping, singular
from dragoman.resolve.portfolios import Core, after_of, is_kin, is_plural, portfolio_end
from dragoman.schema.text import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A title with what belongs to it: words `first` to `last` (not included), the bare title `core` to `core_last`.

    `country` or `body` is whose office it is, where a word of the phrase tells; `possessor` the word "his" before it. `kin` is a noun
    that takes its role from another person ("his Greek counterpart"); `words` are those of the title in lower case.
    """

    first: int
    last: int
    core: int
    core_last: int
    head: int
    title: str
    role: str | None
    country: str | None = None
    body: str | None = None
    countries: tuple[str, ...] = ()
    plural: bool = False
    former: bool = False
    acting: bool = False
    article: str = ""
    possessor: int | None = None
    kin: bool = False
    words: frozenset[str] = frozenset()


class TitleIndex:
    """The vocabulary of titles by first word, longest first."""

    def __init__(self, titles: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for title in titles:
            words = words_of(title.lower())
            self._by_first.setdefault(words[0], []).append(words)
        for entries in self._by_first.values():
            entries.sort(key=len, reverse=True)

    def match(self, forms: Sequence[frozenset[str]], at: int) -> int:
        """How many words from `at` are a title; `forms` are the spellings under which each word may be found."""
        for first in forms[at]:
            for words in self._by_first.get(first, ()):
                if len(words) <= len(forms) - at and all(w in forms[at + i] for i, w in enumerate(words)):
                    return len(words)
        return 0


def read_offices(reading: Reading, index: TitleIndex) -> tuple[Office, ...]:
    """The titles of a sentence in order."""
    forms = [frozenset({t.text.lower(), t.lemma.lower(), singular(t)}) for t in reading.tokens]
    found: list[Office] = []
    at = 0
    while at < len(forms):
        length = index.match(forms, at)
        length = 0 if _is_inside_mark(reading, at) else length
        kin = not length and is_kin(reading, at)
        if length == 1 and at + 1 < len(forms) and index.match(forms, at + 1) and reading.anaphora.modifies(reading.low(at), "rank"):
            at += 1  # "Deputy | Minister": a rank before its title
            continue
        if (length and _is_title(reading, at, at + length)) or kin:
            core = Core(
                first=at,
                last=at + (length or 1),
                kin=kin,
                stop=_edge(found, at),
                next=_next_title(reading, index, forms, at + (length or 1)),
            )
            office = _office(reading, core)
            found.append(office)
            at = max(office.core_last, at + 1)
        else:
            at += 1
    return tuple(found)


def _edge(found: Sequence[Office], at: int) -> int:
    """Where the phrase of the title before ends, or its bare title, if this one stands inside its portfolio."""
    if not found:
        return 0
    return found[-1].last if found[-1].last <= at else found[-1].core_last


def _is_inside_mark(reading: Reading, at: int) -> bool:
    """Whether a word is the latter part of a name ("United | States Secretary")."""
    mark = reading.mark_at(at)
    return mark is not None and mark.first < at


def _is_title(reading: Reading, first: int, last: int) -> bool:
    """A title ends in a noun, and is no part of a person's name or of an organ's ("Head Office", "General Assembly")."""
    final = reading.tokens[last - 1]
    mark = reading.mark_at(last - 1)
    if mark is not None and mark.first <= first and mark.kind in ("body", "group", "metonym"):
        return False
    if final.upos not in ("NOUN", "PROPN") and not (final.text[0].isupper() and final.upos in ("ADJ", "X")):
        return False
    return not (final.deprel in ("compound", "amod") and final.text.islower() and last - first == 1)


def _next_title(reading: Reading, index: TitleIndex, forms: Sequence[frozenset[str]], at: int) -> int:
    """Where the next title begins that stands behind "and" or a comma; the end of the sentence if there is none."""
    for i in range(at + 1, len(forms)):
        if index.match(forms, i) and any(reading.anaphora.says(reading.low(b), "joining") for b in range(max(at, i - 5), i)):
            back = i
            while back > at and not reading.anaphora.says(reading.low(back), "joining"):
                back -= 1
            return back
    return len(forms)


def _office(reading: Reading, core: Core) -> Office:
    stop = min(core.stop, core.first)
    first = _widened(reading, left_edge(reading, core.first, core.last, stop=stop), core.first, stop)
    last = portfolio_end(reading, core.first, core.last, core.next)
    before = [m for m in overlapping(reading.marks, first, core.last) if m.first > core.first or m.last < core.last]
    country, body, countries = _owner(reading, before, core.last, last)
    title = _title(reading, first, core, last)
    words = [reading.low(i) for i in range(first, core.first)]
    return Office(
        first=first,
        last=last,
        core=core.first,
        core_last=core.last,
        head=head_of(reading.sentence, core.first, core.last),
        title=title,
        role=None if core.kin else _role(reading, title, core, country),
        country=country,
        body=body,
        countries=countries,
        plural=is_plural(reading, core.first, core.last),
        former=any(reading.anaphora.modifies(w, "former") for w in words),
        acting=any(reading.anaphora.modifies(w, "acting") for w in (*words, reading.low(core.first))),
        article=words[0] if words and reading.tokens[first].upos == "DET" else "",
        possessor=_possessor(reading, first, core.first),
        kin=core.kin,
        words=title_words(title, reading.anaphora),
    )


def title_words(title: str, anaphora: Anaphora) -> frozenset[str]:
    """The words of a title in lower case, whom it serves ("to the President") and small words left out."""
    own = title.lower().partition(" to ")[0]
    return frozenset(w for w in own.replace("-", " ").split() if not anaphora.says(w, "small"))


def _possessor(reading: Reading, first: int, core: int) -> int | None:
    """The word "his" or the head of "Mr. Smith's" before a title."""
    for at in range(first, core):
        if reading.tokens[at].xpos == "PRP$":
            return at
        if reading.tokens[at].xpos == "POS" and at > first:
            return at - 1
    return None


def _role(reading: Reading, title: str, core: Core, country: str | None) -> str | None:
    return reading.world.title_role(title, country) or reading.world.title_role(reading.plain(core.first, core.last), country)


def _widened(reading: Reading, first: int, core: int, stop: int) -> int:
    """Take in ranks and names of states that a wrong tree leaves outside ("U.S. Deputy | Secretary")."""
    at = first
    while at > stop and not reading.anaphora.says(reading.low(at), "articles"):
        mark = reading.mark_at(at - 1)
        if reading.low(at - 1) == ")" and at - 3 > stop and reading.low(at - 3) == "(" and reading.mark_at(at - 4) is not None:
            at -= 3  # "Republic of Korea (ROK) Prime Minister"
        elif mark is not None and mark.first >= stop and mark.kind in ("demonym", "country", "body") and _fits_before(reading, mark, at, core):
            at = mark.first
        elif reading.low(at - 1) == "-" and at - 2 >= stop and _is_rank(reading, at - 2):
            at -= 2
        elif _is_rank(reading, at - 1) or _in_title_case(reading, at - 1, core):
            at -= 1
        elif reading.anaphora.says(reading.low(at - 1), "articles") and at < core + 1:
            return at - 1
        else:
            return at
    return at


def _is_rank(reading: Reading, at: int) -> bool:
    return reading.anaphora.modifies(reading.low(at), "rank") and reading.tokens[at].upos in ("ADJ", "PROPN", "NOUN", "VERB", "ADV")


def _in_title_case(reading: Reading, at: int, core: int) -> bool:
    """A capitalised word before a capitalised title, inside a sentence ("Chief Agricultural | Negotiator")."""
    token, title = reading.tokens[at], reading.tokens[core]
    if reading.article.capitals or reading.sentence.kind == "title" or at == 0 or not (token.text[:1].isupper() and title.text[:1].isupper()):
        return False
    return token.upos in ("ADJ", "PROPN") and token.name[2:] != "PERSON" and reading.mark_at(at) is None and not _is_title_like(reading, token)


def _is_title_like(reading: Reading, token: Token) -> bool:
    low = token.text.lower()
    return (
        reading.anaphora.names_with(low, "courtesy")
        or token.xpos == "NNPS"
        or bool(reading.world.title_role(low, None))
        or token.relation in ("nsubj", "obl", "obj")
    )


def _fits_before(reading: Reading, mark: Mark, at: int, core: int) -> bool:
    """A state's name right before a capitalised title; in a sentence a country's name only where it is a modifier."""
    if mark.kind == "demonym":
        return True
    if reading.tokens[mark.last - 1].deprel in ("nsubj", "obl", "obj"):
        return reading.tokens[core].text[0].isupper() and mark.last == at and not mark.ambiguous
    return mark.last == at


def _owner(reading: Reading, before: Sequence[Mark], start: int, last: int) -> tuple[str | None, str | None, tuple[str, ...]]:
    """(state, body, all states) whose office it is: the words before the title, else an "of" phrase behind it."""
    states = tuple(dict.fromkeys(m.state for m in before if m.state))
    bodies = [m.target for m in before if m.state is None and m.kind in ("body", "group", "metonym")]
    if not states and not bodies:
        behind = [m for m in overlapping(reading.marks, start, last) if after_of(reading, m, start)]
        states = tuple(dict.fromkeys(m.state for m in behind if m.state))
        bodies = [m.target for m in behind if m.state is None and m.kind in ("body", "group", "metonym")]
    return (states[0] if states else None), (bodies[0] if bodies and not states else None), states


def _title(reading: Reading, first: int, core: Core, last: int) -> str:
    """The title itself: ranks before it, no states, articles or other words, and its portfolio."""
    owned = max((i + 1 for i in range(first, core.first) if reading.tokens[i].xpos in ("POS", "PRP$")), default=first)
    start = next((i for i in range(owned, core.last) if _in_title(reading, i) or (i >= core.first and reading.mark_at(i) is None)), core.first)
    portfolio = reading.anaphora.says(reading.low(core.last), "inner") and not _names_owner(reading, core.last, last)
    return reading.plain(start, last if portfolio else core.last)


def _in_title(reading: Reading, at: int) -> bool:
    token = reading.tokens[at]
    return reading.mark_at(at) is None and token.upos in ("ADJ", "NOUN", "PROPN", "VERB") and not _about_time(reading, token.text)


def _about_time(reading: Reading, word: str) -> bool:
    known = ("former", "acting")
    return any(reading.anaphora.modifies(word, k) for k in known) or reading.anaphora.says(word.lower(), "fresh")


def _names_owner(reading: Reading, start: int, last: int) -> bool:
    return any(start <= m.first < last and m.first - start <= 2 and after_of(reading, m, start) for m in reading.marks)


def merged(offices: Sequence[Office]) -> Office:
    """Several titles of one person ("Deputy Prime Minister and Foreign Minister") as one phrase: the last title's words, any one's owner."""
    last = offices[-1]
    return replace(
        last,
        first=offices[0].first,
        country=next((o.country for o in offices if o.country), None),
        body=next((o.body for o in offices if o.body), None),
        former=all(o.former for o in offices),
        acting=any(o.acting for o in offices),
        article=offices[0].article,
        possessor=offices[0].possessor,
    )
