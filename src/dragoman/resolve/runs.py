"""Which words of a sentence may be a personal name: the engine's tags, what stands behind titles, what the register knows."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.resolve.offices import Office
from dragoman.resolve.phrases import Reading, head_of
from dragoman.schema.text import Token

_MOST_WORDS = 7
_HONOUR = 5
_JOINTS = frozenset({"-", "'", "’", "‘", "–", "."})
_QUOTES = ("'", "’", "‘")
_POSSESSIVE = ("'s", "’s", "'", "’", "'S", "’S")


@dataclass(frozen=True, slots=True)
class Run:
    """Words `start` to `end` (not included) that may be a name."""

    start: int
    end: int


def name_runs(reading: Reading, offices: Sequence[Office]) -> list[Run]:
    """The runs of words that are names, in order; bare titles are none."""
    titles = {i for o in offices if not o.kin for i in range(o.core, o.core_last)}
    runs = _settled(reading, [*_tagged(reading), *_behind_titles(reading, offices), *_registered(reading)])
    return [r for r in runs if not titles.issuperset(range(r.start, r.end))]


def _tagged(reading: Reading) -> Iterator[Run]:
    """Runs that the engine tags as persons, titles and courtesies at their beginning left out."""
    start: int | None = None
    for token in (*reading.tokens, None):
        inside = token is not None and start is not None and _goes_on(reading, token) and not _parts(token)
        if start is not None and not inside:
            end = token.index if token is not None else len(reading.tokens)
            yield Run(start, end)
            start = None
        if token is not None and token.name.endswith("-PERSON") and not inside and not _parts(token):
            start = token.index


def _goes_on(reading: Reading, token: Token) -> bool:
    """A name goes on; an inner tag of another kind right behind a person's is a slip of the engine, unless a table knows the word."""
    return token.name == "I-PERSON" or (token.name.startswith("I-") and token.upos == "PROPN" and reading.mark_at(token.index) is None)


def _parts(token: Token) -> bool:
    """Marks that no name has inside."""
    return token.text in (":", ";", "(", ")", "/", "|", "•", "“", "”") or token.text == "v."


def _behind_titles(reading: Reading, offices: Sequence[Office]) -> Iterator[Run]:
    """Capitalised words right behind a title or courtesy."""
    places = {o.last for o in offices if not o.plural} | {o.core_last for o in offices if not o.plural}
    places |= {t.index + 1 for t in reading.tokens if reading.anaphora.names_with(t.text, "courtesy")}
    for at in sorted(places):
        end = at
        while end < len(reading.tokens) and end - at < _MOST_WORDS and _may_name(reading, end, at):
            end += 1
        while end > at and reading.tokens[end - 1].upos == "PUNCT":
            end -= 1
        if end > at and reading.tokens[at].upos in ("PROPN", "NOUN") and not any(o.core <= at < o.core_last for o in offices):
            yield Run(at, end)


def _registered(reading: Reading) -> Iterator[Run]:
    """Two to four capitalised words side by side that the register knows as a name."""
    at = 0
    while at < len(reading.tokens):
        end = at
        while end < len(reading.tokens) and end - at < 4 and _unclaimed(reading, end):
            end += 1
        if end - at > 1 and reading.world.persons(reading.plain(at, end)):
            yield Run(at, end)
        at = max(end, at + 1)


def _unclaimed(reading: Reading, at: int) -> bool:
    token = reading.tokens[at]
    return token.upos == "PROPN" and token.text[:1].isupper() and token.name[2:] != "PERSON" and reading.mark_at(at) is None


def _may_name(reading: Reading, at: int, start: int) -> bool:
    token = reading.tokens[at]
    if token.name[2:] in ("ORG", "PLACE", "NORP", "FAC", "EVENT") or reading.mark_at(at) is not None or token.deprel.endswith("unmarked"):
        return False
    if token.text in _JOINTS:
        return at + 1 < len(reading.tokens) and reading.tokens[at - 1].end == token.start and token.end == reading.tokens[at + 1].start
    if at > start and reading.anaphora.names_with(token.text, "particles") and token.text.islower():
        return at + 1 < len(reading.tokens) and reading.tokens[at + 1].text[:1].isupper()
    if at == start and reading.sentence.kind != "title" and token.upos in ("NOUN", "ADJ") and reading.tokens[at - 1].text[:1].isupper():
        return token.text[:1].isupper() and not token.text.isupper() and not reading.anaphora.is_noun(token.lemma.lower())
    return token.upos == "PROPN" and token.text[:1].isupper()


def _settled(reading: Reading, runs: Iterable[Run]) -> list[Run]:
    """Trimmed runs in order, the longer of two that overlap."""
    found: list[Run] = []
    for run in sorted((_trimmed(reading, r) for r in runs), key=lambda r: (r.start - r.end, r.start)):
        if run.end > run.start and _is_name(reading, run) and not any(run.start < f.end and f.start < run.end for f in found):
            found.append(run)
    return sorted(found, key=lambda r: r.start)


def _trimmed(reading: Reading, run: Run) -> Run:
    """A run from the first word of the name to its last: initials taken in, titles, states and other words left out."""
    start = _beginning(reading, run)
    end = run.end
    while end > start and _is_no_end(reading, end - 1):
        end -= 1
    while end < len(reading.tokens) and end > start and _trails(reading, end):
        end += 2 if reading.tokens[end].text == "," else 1
    return Run(start, _joined(reading, start, end))


def _beginning(reading: Reading, run: Run) -> int:
    tokens, start, end = reading.tokens, run.start, run.end
    while start > 0 and _is_initial(tokens[start - 1].text):
        start -= 1
    if tokens[start].deprel == "flat" and 0 <= tokens[start].head < start and reading.capitalised(tokens[start].head):
        start = tokens[start].head
    if start < end and tokens[start].upos == "ADP":
        start = max(start + 1, head_of(reading.sentence, start, end))
    while start < end and (_leads(reading, start) or _state_before(reading, start, end)):
        start += 1
    if 0 < start < end and tokens[start - 1].text in _QUOTES and tokens[start - 1].end == tokens[start].start:
        start -= 1
    return start


def _is_initial(word: str) -> bool:
    return len(word) == len("A.") and word[1] == "." and word[0].isupper()


def _is_no_end(reading: Reading, at: int) -> bool:
    """Whether a word tagged as a name's last is none: "'s", a mark, "will"."""
    token = reading.tokens[at]
    return (
        token.text in _POSSESSIVE or token.upos in ("PUNCT", "ADP", "CCONJ", "PART") or token.upos in ("AUX", "VERB", "ADV") and token.text.islower()
    )


def _joined(reading: Reading, start: int, end: int) -> int:
    """Where a name ends that goes on over particles and hyphens ("Abd | al-Majid", "Le | Drian")."""
    at = end
    while start < at < len(reading.tokens) and _joint(reading, at):
        at += 1
    while at > end and reading.tokens[at - 1].upos != "PROPN":
        at -= 1
    return at


def _joint(reading: Reading, at: int) -> bool:
    token = reading.tokens[at]
    if token.text == "-":
        return reading.tokens[at - 1].end == token.start and at + 1 < len(reading.tokens) and token.end == reading.tokens[at + 1].start
    if reading.anaphora.names_with(token.text, "particles") and (token.text.islower() or token.deprel == "flat"):
        return at + 1 < len(reading.tokens) and reading.tokens[at + 1].text[:1] in "-'’" or token.deprel == "flat"
    return token.upos == "PROPN" and reading.mark_at(at) is None and (reading.tokens[at - 1].text == "-" or token.deprel == "flat")


def _leads(reading: Reading, at: int) -> bool:
    """Whether a word at the beginning of a tagged name is a title or courtesy."""
    low = reading.low(at)
    if reading.anaphora.names_with(low, "courtesy"):
        return True
    return (
        reading.tokens[at].upos in ("PUNCT", "DET")
        and reading.tokens[at].text not in _QUOTES
        or bool(reading.world.title_role(low, None))
        and not reading.anaphora.says(low, "given")
    )


def _trails(reading: Reading, at: int) -> bool:
    """Whether ", Jr." or "II" goes on behind a name."""
    if reading.tokens[at].text == ",":
        return at + 1 < len(reading.tokens) and reading.low(at + 1) in ("jr.", "sr.", "jr", "sr")
    return len(reading.tokens[at].text) > 1 and reading.anaphora.names_with(reading.tokens[at].text, "suffixes")


def _is_name(reading: Reading, run: Run) -> bool:
    words = [reading.tokens[i] for i in range(run.start, run.end) if reading.tokens[i].upos != "PUNCT"]
    if not words or not words[-1].text[0].isupper() and not words[0].text[0].isupper():
        return False
    if len(words) == 1 and _is_honour(reading, run):
        return False
    if len(words) == 1 and (len(words[0].text) < 2 or reading.anaphora.pronouns.get(words[0].text.lower())):
        return False
    mark = reading.mark_at(run.start)
    return mark is None or mark.last < run.end or mark.kind == "city"


def _is_honour(reading: Reading, run: Run) -> bool:
    """Letters behind a name and a comma ("Jane Doe, OBE")."""
    text = reading.tokens[run.start].text
    behind = run.start > 1 and reading.tokens[run.start - 1].text == "," and reading.tokens[run.start - 2].name[2:] == "PERSON"
    return behind and text.isupper() and len(text) < _HONOUR and not reading.article.capitals


def _state_before(reading: Reading, at: int, end: int) -> bool:
    """Whether a state's name was tagged as the beginning of a person's ("Ukraine | Andriy")."""
    mark = reading.mark_at(at)
    return mark is not None and mark.kind in ("country", "demonym") and mark.last < end
