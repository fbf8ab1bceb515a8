"""Recognise the lines that stand on a page beside the article, by the words of data/en/furniture.toml and by their shape."""

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import cast

from dragoman.clean.lines import BULLET, Paragraph
from dragoman.errors import DataError
from dragoman.lexicon.rows import toml_tables

DATA = "en/furniture.toml"
FIELDS = {"kind", "whole", "starts", "has", "bar", "most", "sentence", "page", "opens", "edge", "examples", "never"}
LONGEST = 600  # characters of a furniture line
QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\xa0": " ", "\t": " "})
AROUND = " .,:;|>»›→<«‹-–—_*#·•!\"'()[]"
SEGMENT = re.compile(r"\s*[|»›•·>]\s*|\s{2,}|\t")
MARKUP = re.compile(r"(?:<[^<>]{1,400}>\s*)+|[a-z-]{2,20}=\"[^\"]{0,400}\"?(?:\s*/?>)?")
SPOKEN = re.compile(r"[.:;,()!?]")  # marks that no label of a menu has
CAPTION_WORDS = 60
KEY = 3  # characters by which lines are looked up
MOST_OF_A_BAR = 24  # words
CREDIT = re.compile(r"\s[|/]\s*[A-Z]{2,}[A-Z./ -]*$|[.)\]]\s*[A-Z]{2,}(?:/[A-Z]{2,})*/[A-Z][a-z][\w.’'-]*(?: [\w.’'-]+){0,4}$")
ADDRESS = re.compile(r"[<(\[]?(?:https?://|www\.)\S+|[<(\[]?[\w.+-]+@[\w-]+\.[\w.-]+[>)\]]?")
NOISE, WORDED = 200, 0.4  # signs of the shortest noise, and the share of them that words take in any language
LINKED = re.compile(r"<[^<>]{1,1000}>|(?<=\])\([^()\s]{1,1000}\)|https?://[^\s<>]{1,1000}")
SPACED_WORD = re.compile(r"(?<![^\s\"'“”‘’(\[<>])[A-Za-z](?:[^\W\d_]|['’-](?=[^\W\d_])){1,29}(?![^\s\"'“”‘’.,:;!?)\]<>])")
TOKEN = re.compile(r"[^\W_]+[+-]?|[+-]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One `[[furniture]]` entry."""

    kind: str
    whole: frozenset[str] = frozenset()
    starts: tuple[str, ...] = ()
    has: tuple[str, ...] = ()
    bar: frozenset[str] = frozenset()
    most: int = 16
    sentence: bool = False
    page: bool = False
    opens: bool = False
    edge: bool = False
    examples: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """All that furniture.toml says. `openings`, `closings` and `headline_marks` are the marks of wires."""

    rules: tuple[Rule, ...]
    index: "Index"
    issuer_whole: frozenset[str] = frozenset()
    issuer_starts: tuple[str, ...] = ()
    issuer_most: int = 11
    roles: frozenset[str] = frozenset()
    by: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()
    team: frozenset[str] = frozenset()
    openings: tuple[str, ...] = ()
    closings: tuple[str, ...] = ()
    headline_marks: tuple[str, ...] = ()
    english: frozenset[str] = field(default_factory=frozenset)


def read_words(overlay: Path | None = None) -> Words:
    """Our furniture words, and the user's added to them; DataError names an entry with a slip."""
    tables = [(name, table) for name, table in toml_tables(DATA, overlay)]
    entries = [(f"{name}, furniture {i}", cast("dict[str, object]", e)) for name, t in tables for i, e in enumerate(_list(t.get("furniture")), 1)]
    issuers = [cast("dict[str, object]", e) for _, t in tables for e in _list(t.get("issuer"))]

    def strings(section: str, key: str) -> tuple[str, ...]:
        return tuple(s for _, t in tables for s in _strings(cast("dict[str, object]", t.get(section, {})), key))

    rules = tuple(_rule(where, entry) for where, entry in entries)
    return Words(
        rules=rules,
        index=index(rules),
        issuer_whole=frozenset(s for e in issuers for s in _strings(e, "whole")),
        issuer_starts=tuple(s for e in issuers for s in _strings(e, "starts")),
        roles=frozenset(strings("author", "roles")),
        by=frozenset(strings("author", "by")),
        small=frozenset(strings("author", "small")),
        team=frozenset(strings("author", "team")),
        openings=strings("marks", "opening"),
        closings=strings("marks", "closing"),
        headline_marks=strings("marks", "headline"),
        english=frozenset(strings("english", "words")),
    )


@cache
def packaged_words() -> Words:
    """Our own words, read once."""
    return read_words()


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _strings(table: dict[str, object], key: str) -> tuple[str, ...]:
    return tuple(str(s) for s in _list(table.get(key)))


def _rule(where: str, entry: dict[str, object]) -> Rule:
    unknown = sorted(entry.keys() - FIELDS)
    if unknown or not isinstance(entry.get("kind"), str):
        slip = f"no field '{unknown[0]}'" if unknown else "the kind is missing"
        raise DataError(f"{where}: {slip}; the fields are {', '.join(sorted(FIELDS))}.")
    most = entry.get("most", 16)
    return Rule(
        kind=str(entry["kind"]),
        whole=frozenset(bare(s) or plain(s) for s in _strings(entry, "whole")),
        starts=_strings(entry, "starts"),
        has=_strings(entry, "has"),
        bar=frozenset(_strings(entry, "bar")),
        most=most if isinstance(most, int) else 16,
        sentence=entry.get("sentence") is True,
        page=entry.get("page") is True,
        opens=entry.get("opens") is True,
        edge=entry.get("edge") is True,
        examples=_strings(entry, "examples"),
        never=_strings(entry, "never"),
    )


def plain(line: str) -> str:
    """A line as the data writes it: lower case, straight quotation marks, single spaces, no list mark."""
    shown = line.translate(QUOTES)
    mark = BULLET.match(shown)
    return " ".join((shown[mark.end() :] if mark else shown).casefold().split())


def bare(line: str) -> str:
    """The same without the marks around it."""
    return plain(line).strip(AROUND)


def match(paragraph: Paragraph, words: Words) -> Rule | None:
    """The entry that a line falls under, the first of the file that fits."""
    if len(paragraph.text) > LONGEST:
        return None
    line = plain(paragraph.text)
    found = words.index.find(line, paragraph.words, sentence=paragraph.ended and paragraph.words >= 5)
    return words.rules[found] if found is not None else None


@dataclass(frozen=True, slots=True)
class Index:
    """The entries by what a line may begin with, so that a line is held against few of them: numbers of rules, lowest first."""

    rules: tuple[Rule, ...]
    whole: dict[str, int]
    starts: dict[str, tuple[tuple[str, int], ...]]
    has: tuple[tuple[str, int], ...]
    bars: frozenset[str]

    def find(self, line: str, count: int, *, sentence: bool) -> int | None:
        """The number of the first entry that fits a line of so many words."""
        core = line.strip(AROUND)
        found = [n for key in {core, line} if (n := self.whole.get(key)) is not None]
        for length in range(1, KEY + 1):
            near = self.starts.get(line[:length], ())
            found += [n for s, n in near if _begins(line, s) and self._takes(n, count, sentence=sentence and s[-1] != ":")]
        found += [n for h, n in self.has if h in line and self._takes(n, count, sentence=sentence)]
        tokens = TOKEN.findall(line) if count <= MOST_OF_A_BAR else []
        if len(tokens) >= 2 and all(t in self.bars for t in tokens):
            found += [n for n, rule in enumerate(self.rules) if rule.bar and all(t in rule.bar for t in tokens)]
        return min(found, default=None)

    def _takes(self, number: int, count: int, *, sentence: bool) -> bool:
        rule = self.rules[number]
        return count <= rule.most and (rule.sentence or not sentence)


def index(rules: tuple[Rule, ...]) -> Index:
    """The index of some entries."""
    starts: dict[str, list[tuple[str, int]]] = {}
    for number, rule in enumerate(rules):
        for start in rule.starts:
            starts.setdefault(start[:KEY], []).append((start, number))
    return Index(
        rules,
        {line: n for n, rule in reversed(list(enumerate(rules))) for line in rule.whole},
        {key: tuple(entries) for key, entries in starts.items()},
        tuple((h, n) for n, rule in enumerate(rules) for h in rule.has),
        frozenset(w for rule in rules for w in rule.bar),
    )


def _begins(line: str, start: str) -> bool:
    if not line.startswith(start):
        return False
    following = line[len(start) : len(start) + 1]
    return not start[-1].isalpha() or not following.isalnum()


def is_address(paragraph: Paragraph) -> bool:
    """Whether a line is a web or mail address and nothing else."""
    return len(paragraph.text) <= LONGEST and bool(ADDRESS.fullmatch(paragraph.text))


def is_menu(paragraph: Paragraph) -> bool:
    """Whether a line is a row of short labels set apart by bars, arrows or wide spaces, three or more."""
    if len(paragraph.lines) > 1 or len(paragraph.text) > LONGEST or paragraph.ended:
        return False
    parts = [p for p in SEGMENT.split(paragraph.text[paragraph.bullet :]) if p]
    return len(parts) >= 3 and all(len(p.split()) <= 4 and not SPOKEN.search(p) for p in parts)


def is_caption(paragraph: Paragraph) -> bool:
    """Whether a line ends with the credit of a picture: "The two envoys in Vaduz | HARBOUR NEWS", "… in Vaduz. HARBOUR/Jan Novak"."""
    text = paragraph.text
    return len(text) <= LONGEST and 5 <= paragraph.words <= CAPTION_WORDS and text.upper() != text and bool(CREDIT.search(text[-60:]))


def is_markup(paragraph: Paragraph) -> bool:
    """Whether a line is a leftover of HTML: tags alone, or an attribute."""
    return len(paragraph.text) <= LONGEST and bool(MARKUP.fullmatch(paragraph.text))


def is_wordless(paragraph: Paragraph) -> bool:
    """Whether a line holds marks or figures alone."""
    return len(paragraph.text) <= LONGEST and not any(c.isalpha() for c in paragraph.text)


def is_noise(paragraph: Paragraph) -> bool:
    """Whether a long stretch of Latin signs is no language: encoded data, bare marks. Tags and addresses do not count.

    News has words in nine of ten signs.
    """
    shown = LINKED.sub(" ", paragraph.head)
    signs = "".join(shown.split())
    if len(signs) < NOISE or sum(1 for c in signs if c.isascii()) < len(signs) * 0.9:
        return False
    return sum(len(w) for w in SPACED_WORD.findall(shown)) < len(signs) * WORDED


def is_byline(paragraph: Paragraph, words: Words) -> bool:
    """Whether a line is `By` and names: "By Ana Silva, Lisbon"."""
    line = paragraph.text.strip("*_ ")
    if len(line) > 120 or paragraph.words > 12 or line.endswith((".", "?", "!", ":", "…")):
        return False
    first, _, rest = line.partition(" ")
    if first.casefold() in words.by and len(first) <= 4:
        return is_names(rest, words)
    return any(line.casefold().startswith(b + " ") for b in words.by if " " in b) and is_names(line.split(" ", 2)[-1], words)


def is_author(paragraph: Paragraph, words: Words) -> bool:
    """Whether a line is a personal name, a comma and a role: "Maren Holt, Department Spokesperson"."""
    line = paragraph.text.strip("*_ ")
    if len(line) > 120 or paragraph.ended or paragraph.bullet:
        return False
    name, comma, role = line.partition(", ")
    if not comma or not 2 <= len(name.split()) <= 5 or not is_names(name, words):
        return False
    first = role.split(" ", 1)[0].casefold().strip(",")
    return first in words.roles and all(w[:1].isupper() or w.casefold() in words.small or w == "&" for w in role.split())


def is_names(text: str, words: Words) -> bool:
    """Whether a line is capitalised words alone, particles and words such as "staff" aside."""
    found = [w.strip(",.|/()") for w in text.replace("|", " ").split()]
    found = [w for w in found if w]
    named = [w for w in found if w[0].isupper() and not any(c.isdigit() for c in w)]
    small = [w for w in found if w.casefold() in words.small or w.casefold() in words.team or "@" in w or (w.islower() and "," in text)]
    return 0 < len(found) <= 12 and bool(named) and len(set(named) | set(small)) >= len(set(found))


def is_issuer(paragraph: Paragraph, words: Words) -> bool:
    """Whether a line is the name of an issuing office and nothing else."""
    return not paragraph.bullet and len(paragraph.text) <= LONGEST and bare(paragraph.text) in words.issuer_whole


def may_be_issuer(paragraph: Paragraph, words: Words) -> bool:
    """Whether a line begins as the name of an office does; a headline may, too."""
    if paragraph.bullet or len(paragraph.text) > LONGEST or paragraph.words > words.issuer_most or paragraph.ended:
        return False
    line = plain(paragraph.text)
    return any(_begins(line, s) for s in words.issuer_starts)
