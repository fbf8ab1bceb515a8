"""Cut text into the words and sentences that the treebanks would: clitics, hyphens, abbreviations, quotations."""

import re
from collections.abc import Iterator

from dragoman.lexicon.words import WordTables
from dragoman.schema.text import Span

LONGEST = 140  # words of one parse; the encoder's window is 512 pieces and news runs below 3 a word

_ADDRESS = r"(?:https?://|www\.)[^\s<>\"”]{1,300}|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}"
_INITIALS = r"(?:[^\W\d_]\.){2,8}(?:[^\W\d_](?![^\W\d_]))?|(?<![^\W\d_])[A-Z]\."
_NUMBER = r"\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|m|bn|k)?(?![^\W\d_])"
_CLITIC = r"[’'](?:s|S|re|RE|ve|VE|ll|LL|d|D|m|M|t|T)(?![^\W_])"
_WORD = r"[^\W_]+(?:[’'](?!(?:s|S|re|RE|ve|VE|ll|LL|d|D|m|M|t|T)(?![^\W_]))[^\W_]+)*"
_TOKEN = re.compile(rf"{_ADDRESS}|{_INITIALS}|{_NUMBER}|{_CLITIC}|{_WORD}|\.{{2,}}|--+|([^\w\s])\1*|_+")
_NEGATED = re.compile(r"(?i)^(.+)(n[’']t)$|^(can)(not)$")
_CLOSERS = frozenset("\"'”’)]»")
_ENDERS = frozenset(".!?…")


def words(text: str, span: Span, tables: WordTables) -> list[Span]:
    """The words of a stretch of text in order."""
    found: list[Span] = []
    for match in _TOKEN.finditer(text, span.start, span.end):
        found += _cut(text, match.start(), match.end())
    return list(_with_stops(text, found, tables))


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    """`didn't` and `cannot` are two words; runs of different marks one each."""
    negated = _NEGATED.match(text[start:end])
    if negated and end - start > 3:
        middle = start + len(negated[1] or negated[3])
        yield Span(start=start, end=middle)
        yield Span(start=middle, end=end)
    else:
        yield Span(start=start, end=end)


def _with_stops(text: str, found: list[Span], tables: WordTables) -> Iterator[Span]:
    """Give abbreviations back their full stop (`Gen.`), and take `n` of `did n't` apart."""
    i = 0
    while i < len(found):
        span = found[i]
        following = found[i + 1] if i + 1 < len(found) else None
        word = span.of(text)
        if following and following.start == span.end and following.of(text) == "." and _abbreviates(word, tables):
            yield Span(start=span.start, end=following.end)
            i += 2
            continue
        if following and following.start == span.end and word[-1:] in "nN" and following.of(text)[1:].lower() == "t" and len(word) > 1:
            yield Span(start=span.start, end=span.end - 1)
            yield Span(start=span.end - 1, end=following.end)
            i += 2
            continue
        yield span
        i += 1


def _abbreviates(word: str, tables: WordTables) -> bool:
    return word in tables.abbreviations or (word.isupper() and word.capitalize() in tables.abbreviations and len(word) > 2)


def sentences(text: str, span: Span, tables: WordTables, *, whole: bool = False) -> Iterator[list[Span]]:
    """Words of each sentence; with `whole` (a headline) the stretch is one. No sentence is longer than LONGEST words."""
    current: list[Span] = []
    found = words(text, span, tables)
    for i, word in enumerate(found):
        current.append(word)
        if (not whole and _ends(text, found, i, tables)) or len(current) >= LONGEST:
            yield current
            current = []
    if current:
        yield current


def _ends(text: str, found: list[Span], i: int, tables: WordTables) -> bool:
    """Whether a sentence ends after word `i`: a stop, its closing quotes behind it, and something that can open the next one."""
    if i + 1 == len(found):
        return False
    following = found[i + 1]
    if following.start == found[i].end or following.of(text)[0] in ",;:)]»”":
        return False
    last = i
    while last > 0 and found[last].of(text)[0] in _CLOSERS and found[last - 1].end == found[last].start:
        last -= 1
    word = found[last].of(text)
    if word[-1] not in _ENDERS:
        return False
    opener = following.of(text)
    if word[:-1] and word[-1] == ".":
        return _ends_after_abbreviation(word, opener, tables)
    return not opener[0].islower() or last != i and word in ".…"


def _ends_after_abbreviation(word: str, opener: str, tables: WordTables) -> bool:
    if word[:-1] in tables.before_name or len(word) == 2:
        return False
    return opener in tables.starters or opener[0] in '“"‘'
