"""Personal names in a sentence, and the titles that stand before and behind them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.lexicon.anaphora import Anaphora
from dragoman.lexicon.names import fold
from dragoman.resolve.offices import Office, merged
from dragoman.resolve.phrases import Reading, head_of
from dragoman.resolve.runs import Run, name_runs

_DESCRIBING = 4  # words before a name in which a demonym describes it
_BETWEEN = 4  # marks, "and" and courtesies between names of a list


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """A personal name with what stands around it: words `first` to `last` (not included), the bare name `start` to `end`.

    `offices` are those told right here, the one before the name first; `country` and `body` whose office it is. `female` is None where
    neither courtesy nor given name tells.
    """

    sentence: int
    first: int
    last: int
    start: int
    end: int
    head: int
    name: str
    offices: tuple[Office, ...] = ()
    country: str | None = None
    body: str | None = None
    female: bool | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """The folded words of the name."""
        return tuple(fold(self.name).split())


def read_names(reading: Reading, offices: Sequence[Office]) -> tuple[Called, ...]:
    """The named persons of a sentence in order, with their titles."""
    runs = name_runs(reading, offices)
    starts = {r.start for r in runs}
    listed = dict(_listed(reading, runs, offices))
    return tuple(_called(reading, run, offices, starts, listed.get(run.start)) for run in runs)


def _listed(reading: Reading, runs: Sequence[Run], offices: Sequence[Office]) -> Iterator[tuple[int, Office]]:
    """The title of each name of a list that a plural title leads to ("the foreign ministers of Chad and Peru, A and B")."""
    for office in offices:
        names = _list_at(reading, runs, office.last) if office.plural else []
        states = office.countries if len(office.countries) == len(names) else office.countries[:1] * len(names) or (None,) * len(names)
        for run, state in zip(names, states, strict=len(states) == len(names)):
            single = replace(
                office,
                plural=False,
                title=singular_title(office.title, reading.anaphora),
                country=state or office.country,
                countries=(),
                first=run.start,
                last=run.start,
            )
            yield run.start, single


def _list_at(reading: Reading, runs: Sequence[Run], at: int) -> list[Run]:
    """The names of a list that begins at a word or behind one mark there."""
    found: list[Run] = []
    end = at
    for run in runs:
        if run.start < at:
            continue
        between = range(end, run.start)
        if len(between) > _BETWEEN or not all(_separates(reading, i) for i in between) or found and not between:
            break
        found.append(run)
        end = run.end
    return found


def _separates(reading: Reading, at: int) -> bool:
    return reading.tokens[at].upos == "PUNCT" or reading.low(at) == "and" or reading.anaphora.names_with(reading.low(at), "courtesy")


def singular_title(title: str, anaphora: Anaphora) -> str:
    """A title of several for one: "foreign ministers", "Presidents"."""
    return " ".join(w if anaphora.says(w.lower(), "unchanged") else w[:-3] + "y" if w.endswith("ies") else w.removesuffix("s") for w in title.split())


def known_names(reading: Reading, families: frozenset[str], names: Sequence[Called], offices: Sequence[Office]) -> tuple[Called, ...]:
    """Family names of persons of this article that the engine did not tag."""
    covered = {i for c in names for i in range(c.first, c.last)} | {i for o in offices for i in range(o.core, o.core_last)}
    found = []
    for token in reading.tokens:
        if token.index in covered or reading.mark_at(token.index) is not None:
            continue
        if token.text[:1].isupper() and token.upos in ("PROPN", "NOUN", "ADJ", "X") and fold(token.text) in families:
            found.append(_called(reading, Run(token.index, token.index + 1), offices, set()))
    return tuple(found)


def _called(reading: Reading, run: Run, offices: Sequence[Office], starts: set[int], listed: Office | None = None) -> Called:
    before = (listed,) if listed is not None else _before(reading, run, offices)
    behind = _behind(reading, run, offices, starts)
    country, body, last = _owner(reading, run, before)
    told = (*before, *behind)
    first = min((o.first for o in before if _touches(reading, o.last, run.start)), default=_courtesy(reading, run.start))
    return Called(
        sentence=reading.sentence.index,
        first=first,
        last=last,
        start=run.start,
        end=run.end,
        head=head_of(reading.sentence, first, last),
        name=_name(reading, run),
        offices=told,
        country=country or next((o.country for o in told if o.country), None) or _described_state(reading, first),
        body=body or next((o.body for o in told if o.body), None),
        female=_female(reading, first, run),
    )


def _described_state(reading: Reading, first: int) -> str | None:
    """The state of a demonym in a description right before a name ("Rwandan singer Jane Doe")."""
    noun = reading.tokens[first - 1] if first > 0 else None
    if noun is None or noun.upos != "NOUN" or not (noun.head >= first or reading.tokens[first].head == noun.index):
        return None
    return next((m.state for m in reading.marks if m.kind == "demonym" and first - _DESCRIBING <= m.first and m.last < first), None)


def _courtesy(reading: Reading, start: int) -> int:
    at = start
    while at > 0 and (reading.anaphora.names_with(reading.low(at - 1), "courtesy") or _in_brackets(reading, at)):
        at -= 1
    if at < start and at > 0 and reading.anaphora.says(reading.low(at - 1), "honour"):
        at -= 1
    return at


def _in_brackets(reading: Reading, at: int) -> bool:
    """Whether a bracket around a courtesy ends or begins before a word ("Hon. (Dr.) | Jane Doe")."""
    if reading.low(at - 1) == ")":
        return at > 1 and reading.anaphora.names_with(reading.low(at - 2), "courtesy")
    return reading.low(at - 1) == "(" and reading.anaphora.names_with(reading.low(at), "courtesy")


def _touches(reading: Reading, last: int, start: int) -> bool:
    return _courtesy(reading, start) <= last <= start


def _before(reading: Reading, run: Run, offices: Sequence[Office]) -> tuple[Office, ...]:
    """The title before a name, several joined by "and" as one; ", " between where the title is a definite description."""
    ending = [o for o in offices if _touches(reading, o.last, run.start) and not _is_behind_name(reading, o)]
    if not ending:
        return tuple(o for o in offices if _described(reading, o, _courtesy(reading, run.start)))[-1:]
    chain = [min(ending, key=lambda o: o.first)]
    while True:
        earlier = [o for o in offices if _joins(reading, o, chain[0]) or _described(reading, o, chain[0].first)]
        if not earlier:
            return (merged(chain), *chain[:-1]) if len(chain) > 1 else (chain[0],)
        chain.insert(0, earlier[-1])


def _is_behind_name(reading: Reading, office: Office) -> bool:
    """Whether a title stands in apposition to a name before it ("Jane Doe, Chief of Staff for President | John Roe")."""
    at = office.first
    return (
        at > 1
        and reading.tokens[at - 1].text == ","
        and reading.tokens[at - 2].name[2:] == "PERSON"
        and reading.anaphora.says(reading.low(office.core_last), "serving")
    )


def _joins(reading: Reading, office: Office, following: Office) -> bool:
    """Whether two titles are one person's: side by side, or with "and" or a slash and no article between."""
    if office.core >= following.core or office.plural:
        return False
    if office.last == following.first:
        return True
    return (
        office.last + 1 == following.first
        and reading.low(office.last) in ("and", "/", "-")
        and office.article != "the"
        and reading.tokens[office.core].text[:1].isupper() == reading.tokens[following.core].text[:1].isupper()
    )


def _described(reading: Reading, office: Office, start: int) -> bool:
    """Whether "Japan's foreign minister, " or "his Greek counterpart, " stands right before a name."""
    if office.plural or office.last + 1 != start or reading.tokens[office.last].text not in (",", "--", "–", "—", ":"):
        return False
    return bool(office.article or office.country or office.body or office.possessor is not None)


def _behind(reading: Reading, run: Run, offices: Sequence[Office], starts: set[int]) -> tuple[Office, ...]:
    """The title in apposition behind a name ("Kono, the foreign minister of Japan"), unless it leads to another name."""
    end = run.end
    if end < len(reading.tokens) and reading.tokens[end].text in (",", "(", "--", "–", "—"):
        for office in offices:
            if (
                office.first == end + 1
                and not office.plural
                and not starts & {office.last, office.last + 1, office.core_last}
                and _apposed(reading, run, office)
            ):
                return (office, *(o for o in offices if _joins(reading, office, o) and o.last not in starts))
    return ()


def _apposed(reading: Reading, run: Run, office: Office) -> bool:
    token = reading.tokens[office.head]
    after = reading.tokens[office.last] if office.last < len(reading.tokens) else None
    if after is not None and after.upos in ("VERB", "AUX"):
        return False  # ", an official said": a subject
    hangs = token.relation in ("appos", "nmod", "parataxis") and run.start <= token.head < run.end
    return hangs or (after is None or after.text in (",", ")", ".", ";", "--")) and token.relation != "conj"


def _owner(reading: Reading, run: Run, before: Sequence[Office]) -> tuple[str | None, str | None, int]:
    """State and body that "of Jordan" behind a titled name tells, and where the phrase ends."""
    end = run.end
    if end + 1 >= len(reading.tokens) or reading.low(end) != "of" or any(o.country or o.body for o in before):
        return None, None, end
    at = end + 2 if reading.low(end + 1) == "the" else end + 1
    mark = reading.mark_at(at) if at < len(reading.tokens) else None
    if mark is None or mark.first > at:
        return None, None, end
    return mark.state, (mark.target if mark.kind == "body" else None), mark.last


def _name(reading: Reading, run: Run) -> str:
    """The name on one line; of a wire in capitals in normal case."""
    name = reading.plain(run.start, run.end)
    letters = [c for c in name if c.isalpha()]
    if len(letters) > 3 and all(c.isupper() for c in letters) and (reading.article.capitals or " " in name or len(letters) > 4):
        return normal_case(name, reading)
    return name


def normal_case(name: str, reading: Reading) -> str:
    """A name in capitals as it is written elsewhere: particles small, "Mc" and hyphenated parts capitalised, numerals kept."""
    return " ".join(_cased(w, at, reading) for at, w in enumerate(name.split()))


def _cased(word: str, at: int, reading: Reading) -> str:
    if at and reading.anaphora.names_with(word, "suffixes") and len(word) > 1 and word.strip(".").upper() not in ("JR", "SR"):
        return word
    if at and reading.anaphora.names_with(word, "particles") and len(word) < 5:
        return word.lower()
    parts = [p[:1] + p[1:].lower() for p in word.split("-")]
    cased = "-".join(p.lower() if reading.anaphora.says(p.lower(), "prefixes") else p for p in parts)
    if cased.startswith("Mc") and len(cased) > 3:
        return "Mc" + cased[2:3].upper() + cased[3:]
    for quote in ("'", "’"):
        if quote in cased[:2]:
            head, _, tail = cased.partition(quote)
            return head + quote + tail[:1].upper() + tail[1:]
    return cased


def _female(reading: Reading, first: int, run: Run) -> bool | None:
    """Gender by courtesy or title before the name, else by the given name."""
    before = [reading.low(i) for i in range(max(0, min(first, run.start) - 1), run.start)]
    if any(reading.anaphora.names_with(w, "female_courtesy") for w in before):
        return True
    if any(reading.anaphora.names_with(w, "male_courtesy") for w in before):
        return False
    given = fold(reading.tokens[run.start].text)
    if run.end - run.start > 1 and (given in reading.anaphora.names["female"] or reading.low(run.start) in reading.anaphora.names["female"]):
        return True
    return None
