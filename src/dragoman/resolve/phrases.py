"""Names of the gazetteer as words of the sentence, and noun phrases as ranges of words."""

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.lexicon.anaphora import Anaphora
from dragoman.lexicon.world import World
from dragoman.schema.text import Article, Sentence, Span, Token

STATE = ("country", "demonym", "metonym")
_CLAUSE = frozenset({"nsubj", "obj", "iobj", "obl", "nsubj:pass", "obl:unmarked", "cc", "root", "conj"})
_POSSESSIVE = frozenset({"PRP$", "WP$", "POS"})
_INSIDE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "X", "ADV"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A name of the gazetteer: words `first` to `last` (not included), its kind and target as in `Hit`."""

    first: int
    last: int
    kind: str
    target: str
    text: str
    ambiguous: bool = False

    @property
    def state(self) -> str | None:
        """The state that it names or stands for; None for a body, a group or a place."""
        return self.target if self.kind in STATE and len(self.target) == 3 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One sentence with its gazetteer names, and what is needed to read it further."""

    article: Article
    sentence: Sentence
    marks: tuple[Mark, ...]
    world: World
    anaphora: Anaphora

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The words."""
        return self.sentence.tokens

    def low(self, at: int) -> str:
        """A word in lower case; empty outside the sentence."""
        return self.tokens[at].text.lower() if 0 <= at < len(self.tokens) else ""

    def text(self, first: int, last: int) -> str:
        """The characters from a word to another as given."""
        return self.article.text[self.tokens[first].start : self.tokens[last - 1].end]

    def plain(self, first: int, last: int) -> str:
        """The same on one line."""
        return " ".join(self.text(first, last).split())

    def span(self, first: int, last: int) -> Span:
        """Characters of a range of words."""
        return Span(start=self.tokens[first].start, end=self.tokens[last - 1].end)

    def mark_at(self, at: int) -> Mark | None:
        """The gazetteer name that a word belongs to; None outside the sentence."""
        return next((m for m in self.marks if m.first <= at < m.last), None)

    def capitalised(self, at: int) -> bool:
        """Whether a word begins with a capital, or the wire tells nothing by case and the word is tagged as a name."""
        token = self.tokens[at]
        if self.article.capitals or self.sentence.kind == "title":
            return token.text[:1].isupper() and (token.upos == "PROPN" or token.name != "O")
        return token.text[:1].isupper()


def read_marks(article: Article, sentence: Sentence, world: World) -> tuple[Mark, ...]:
    """Gazetteer names of a sentence by its words; a name inside a person's is none."""
    found: list[Mark] = []
    capitals = article.capitals or _in_capitals(sentence)
    for hit in world.scan(article.text, sentence.span, capitals=capitals, on=article.date):
        inside = [t.index for t in sentence.tokens if t.start < hit.span.end and hit.span.start < t.end]
        if not inside:
            continue
        mark = Mark(
            first=inside[0],
            last=inside[-1] + 1,
            kind=hit.kind,
            target=hit.target,
            text=" ".join(hit.span.of(article.text).split()),
            ambiguous=hit.ambiguous,
        )
        if not _is_person(sentence, mark):
            found.append(mark)
    return tuple(found)


def _in_capitals(sentence: Sentence) -> bool:
    letters = [t.text for t in sentence.tokens if t.text.isalpha() and len(t.text) > 2]
    return len(letters) > 3 and all(w.isupper() for w in letters)


def _is_person(sentence: Sentence, mark: Mark) -> bool:
    """A name that the engine tags as a person's, unless the gazetteer knows it as more than a place ("Taliban")."""
    tags = [t.name[2:] for t in sentence.tokens[mark.first : mark.last]]
    if mark.kind in ("body", "group", "demonym") and not mark.ambiguous:
        return False
    if all(t == "PERSON" for t in tags):
        whole = _same_name(sentence, mark)
        return mark.ambiguous or whole
    return mark.ambiguous and not any(tags) and mark.kind == "city" and not sentence.tokens[mark.first].text[:1].isupper()


def _same_name(sentence: Sentence, mark: Mark) -> bool:
    """Whether the person's name goes on beyond the mark."""
    tokens = sentence.tokens
    after = mark.last < len(tokens) and tokens[mark.last].name == "I-PERSON"
    return after or tokens[mark.first].name == "I-PERSON"


def singular(token: Token) -> str:
    """A noun's singular in lower case; a capitalised plural is taken for one ("Foreign Ministers")."""
    low = token.lemma.lower()
    if token.upos != "PROPN" and low != token.text.lower() or token.xpos not in ("NNPS", "NNS", "NNP") or len(low) < 4:
        return low
    if low.endswith("ies"):
        return low[:-3] + "y"
    if low.endswith("men"):
        return low[:-3] + "man"
    return low[:-1] if low.endswith("s") and not low.endswith(("ss", "us", "is")) else low


def head_of(sentence: Sentence, first: int, last: int) -> int:
    """The word of a range that hangs on a word outside, the highest in the tree if there are several."""
    outside = [t for t in sentence.tokens[first:last] if not first <= t.head < last]
    named = [t for t in outside if t.upos not in ("PUNCT", "ADP", "CCONJ", "DET", "PART")] or outside
    if not named:
        return last - 1
    return min(named, key=lambda t: (depth(sentence, t), -t.index)).index


def depth(sentence: Sentence, token: Token) -> int:
    """How many heads are above a word."""
    return sum(1 for _ in sentence.ancestors(token))


def left_edge(reading: Reading, first: int, last: int, *, stop: int = 0) -> int:
    """Where the noun phrase that ends with words `first` to `last` begins: determiners, possessors, adjectives and names before it."""
    at = first
    while at > stop:
        before = at - 1
        token = reading.tokens[before]
        mark = reading.mark_at(before)
        if at < last and _joins_states(reading, before, stop) or token.xpos == "POS" and before > stop and first > before:
            at = _possessor_start(reading, before, stop)
        elif mark is not None and mark.first >= stop and _modifies(reading, mark.last - 1, at, last):
            at = mark.first
        elif _belongs(reading, token, at, last):
            at = before
        else:
            break
    return at


def _joins_states(reading: Reading, sign: int, stop: int) -> bool:
    """Whether "and" or a hyphen stands between two states that both modify ("U.S. and Chilean police", "U.S.-ROK alliance")."""
    if sign <= stop or reading.low(sign) not in ("and", "-", "–"):
        return False
    one, other = reading.mark_at(sign - 1), reading.mark_at(sign + 1)
    return one is not None and other is not None and one.state is not None and other.state is not None and one.first >= stop


def _possessor_start(reading: Reading, sign: int, stop: int) -> int:
    """Where the possessor before "'s" begins: a gazetteer name, a personal name, or one noun with its article."""
    mark = reading.mark_at(sign - 1)
    if mark is not None and reading.tokens[sign].xpos != "POS":
        return mark.first
    at = mark.first if mark is not None else sign - 1
    while at > stop and (reading.tokens[at - 1].name[2:] == "PERSON" or reading.tokens[at - 1].deprel in ("det", "compound", "flat", "amod")):
        at -= 1
    return at


def _modifies(reading: Reading, word: int, first: int, last: int) -> bool:
    """Whether a gazetteer name right before a noun belongs to its phrase; with a demonym no tree is asked."""
    mark = reading.mark_at(word)
    if mark is not None and mark.kind == "demonym":
        return True
    return any(
        word <= t.head < last and t.deprel not in ("nsubj", "obj", "obl", "root") for t in reading.tokens[mark.first if mark else word : word + 1]
    ) or (word + 1 == first and _compound(reading, word, first, last))


def _compound(reading: Reading, word: int, first: int, last: int) -> bool:
    return first <= reading.tokens[word].head < last


def _belongs(reading: Reading, token: Token, first: int, last: int) -> bool:
    """Whether the word before a phrase is part of it."""
    if not token.index <= token.head < last or token.deprel in _CLAUSE:
        return False
    if token.deprel == "advmod":
        return token.head >= first and reading.anaphora.says(token.text.lower(), "adverbs")
    if token.upos == "PUNCT":
        return token.text in ("-", "–", "’", "'") and token.index > 0
    if token.xpos in ("VBG", "VBN"):
        return token.deprel in ("amod", "compound")
    return token.xpos not in ("VBD", "VBZ", "VBP") and (token.upos in _INSIDE or token.xpos in _POSSESSIVE or token.deprel == "compound")


def overlapping(marks: Iterable[Mark], first: int, last: int) -> tuple[Mark, ...]:
    """Marks wholly inside a range of words."""
    return tuple(m for m in marks if first <= m.first and m.last <= last)
