"""What has been mentioned so far, and how prominent it is."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.lexicon.anaphora import Anaphora
from dragoman.lexicon.world import World
from dragoman.resolve.actors import Cast, state_actor
from dragoman.resolve.names import Called
from dragoman.schema.record import Mention
from dragoman.schema.text import Article, Sentence, Token
from dragoman.schema.world import Actor

_WINDOW = 4  # sentences that a pronoun looks back
SUBJECT = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A resolved reference: where, how prominent in its sentence (`rank` 0 to 4, 4 the main subject), of how many."""

    actors: tuple[Actor, ...]
    sentence: int
    first: int
    head: int
    rank: int
    kind: str
    lemma: str = ""
    plural: bool = False


@dataclass(kw_only=True)
class Scene:
    """The references of an article as reading goes on; "we" and "I" are kept apart in `own`, as they are no antecedents.

    `home` is the state at home in the text: its author's, else its dateline's. `regions`, `states` and `bodies` are all that the text
    names anywhere, the states that it names most first; `located` is the state of a city that opens a sentence ("In Madrid, …"),
    `called` the personal names of each sentence, `groups` a group to the name that the text gives it.
    """

    article: Article
    sentences: Sequence[Sentence]
    world: World
    anaphora: Anaphora
    cast: Cast
    home: str | None
    author: tuple[Actor, ...]
    regions: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    groups: Mapping[str, str] = field(default_factory=dict)
    located: Mapping[int, str] = field(default_factory=dict)
    called: Mapping[int, tuple[Called, ...]] = field(default_factory=dict)
    seen: list[Seen] = field(default_factory=list)
    own: list[Seen] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)

    def add(self, mention: Mention, *, lemma: str = "", first: int = 0) -> None:
        """Keep a mention; one without actors is no antecedent."""
        self.mentions.append(mention)
        sentence = self.sentences[mention.sentence]
        if not mention.refers_to or self._attributes(sentence):
            return
        kept = self.own if mention.rule in ("pronoun/ours", "pronoun/mine") else self.seen
        kept.append(
            Seen(
                actors=mention.refers_to,
                sentence=mention.sentence,
                first=first,
                head=mention.head,
                rank=rank(sentence, sentence.tokens[mention.head]),
                kind=mention.kind,
                lemma=lemma,
                plural=len(mention.refers_to) > 1,
            )
        )

    def _attributes(self, sentence: Sentence) -> bool:
        """Whether a sentence only says to whom the text is attributable: its persons are no antecedents."""
        words = self.article.text[sentence.start : sentence.end].lower()
        return len(sentence.tokens) < 15 and any(p in words for p in self.anaphora.issuer_words["attribution"])

    def at(self, sentence: int, head: int) -> Seen | None:
        """What was seen at a word: the widest phrase whose head it is."""
        found = [s for s in (*self.own, *self.seen) if s.sentence == sentence and s.head == head]
        return found[-1] if found else None

    def back(self, sentence: int, *, window: int = _WINDOW) -> Iterator[Seen]:
        """What was seen up to here, latest sentence first, within a sentence the most prominent first."""
        near = [s for s in self.seen if sentence - window <= s.sentence <= sentence]
        yield from sorted(near, key=lambda s: (-s.sentence, -s.rank, s.first))

    def state(self, iso3: str) -> Actor:
        """A state as an actor."""
        return state_actor(self.world, iso3)

    def states_by_weight(self) -> list[str]:
        """States of the whole article so far, most often mentioned first."""
        counted = Counter(a.country for s in self.seen for a in s.actors if a.country)
        return [c for c, _ in counted.most_common()]


def rank(sentence: Sentence, token: Token) -> int:
    """How prominent a word's role makes it: 4 subject of the main clause, 3 another's, 2 object or oblique, 1 attribute, 0 modifier."""
    current = token
    while current.deprel in ("conj", "appos", "flat", "nmod:desc", "compound") and (head := sentence.head(current)) is not None:
        if current.deprel == "compound" and head.upos not in ("PROPN",):
            return 0
        current = head
    if current.relation in ("nsubj", "csubj"):
        verb = sentence.head(current)
        return (
            SUBJECT
            if verb is not None and (verb.head < 0 or verb.deprel in ("conj", "ccomp", "parataxis") and verb.head >= 0 and _is_root(sentence, verb))
            else 3
        )
    if current.relation in ("obj", "iobj", "obl", "root", "xcomp", "vocative"):
        return 2
    if current.deprel in ("nmod:poss", "amod", "compound", "det"):
        return 0
    return 1


def _is_root(sentence: Sentence, verb: Token) -> bool:
    head = sentence.head(verb)
    return verb.deprel == "conj" and head is not None and head.head < 0
