"""Say which of several frames of a sentence tells a statement: the outer one, the inner one, or both."""

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.coding.acts import FIRST_PERSON
from dragoman.coding.attribution import SAYING
from dragoman.coding.clauses import subject
from dragoman.coding.context import Context
from dragoman.coding.frames import Frame
from dragoman.coding.roles import roles_of
from dragoman.schema.text import Sentence, Token

WISHING = frozenset({"pledge", "expect", "request"})
DONE_BY_WORDS = frozenset({"support", "apologise", "criticise", "affirm", "accuse", "warn", "reject", "request", "demand"})

Place = tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class Nesting:
    """The frames of an article by the word that triggers them: all of them, and those that tell a statement."""

    frames: Mapping[Place, tuple[Frame, ...]]
    told: Mapping[Place, Frame]
    context: Context

    def at(self, sentence: Sentence, token: Token) -> tuple[Frame, ...]:
        """All frames that a word triggers."""
        return self.frames.get((sentence.index, token.index), ())

    def below(self, sentence: Sentence, token: Token) -> tuple[Frame, ...]:
        """All frames that a word or what hangs on it triggers."""
        return tuple(f for t in sentence.subtree(token) for f in self.at(sentence, t))

    def inner(self, frame: Frame) -> tuple[Frame, ...]:
        """Frames inside a mere "said" that tell it better: "said it rejects", "said Y condemned", "we want to thank"."""
        contents = roles_of(frame).get("content", ())
        found = [t for t in contents if self._wishes(frame, t)]
        if frame.entry.id in SAYING and frame.entry.label == "state":
            found += [t for t in contents if t.relation in {"ccomp", "parataxis"}]
        inside = (self.told.get((frame.sentence.index, t.index)) for t in found)
        return tuple(f for f in inside if f is not None and f is not frame and self._speaks(f))

    def _speaks(self, inner: Frame) -> bool:
        """Whether the inner frame has a speaker who can be known."""
        heads = roles_of(inner).get("speaker", ())
        return bool(heads) and bool(self.context.actors(inner.sentence, heads) or subject(inner.sentence, inner.trigger) is not None)

    def told_outside(self, frame: Frame) -> bool:
        """An infinitive or noun that fills the content of a telling frame ("pledged to support", "expressed support") tells nothing more."""
        sentence, token = frame.sentence, frame.trigger
        if token.upos in {"NOUN", "PROPN"} and self._topic(sentence, token):
            return True
        loose = _nonfinite(sentence, token)
        for above in sentence.ancestors(token):
            outer = self.told.get((sentence.index, above.index))
            if outer is not None and outer is not frame:
                return self._fills(outer, token) or (loose and _deep(outer, token))
            if (above.relation in {"ccomp", "parataxis"} and not loose) or above.deprel == "acl:relcl":
                return False
        return False

    def _topic(self, sentence: Sentence, token: Token) -> bool:
        """Whether a noun only names what is discussed ("discussed the commitment to")."""
        verb = next((t for t in sentence.ancestors(token) if t.upos == "VERB"), None)
        return verb is not None and any(f.entry.layer == "engagement" for f in self.at(sentence, verb))

    def _fills(self, outer: Frame, token: Token) -> bool:
        sentence = outer.sentence
        branch = token
        while branch.head != outer.trigger.index and branch.head >= 0:
            branch = sentence.tokens[branch.head]
        if branch in roles_of(outer).get("content", ()) and branch.relation != "ccomp":
            return not self._wishes(outer, branch)
        if branch.relation in {"conj", "parataxis", "advcl"} or branch.deprel == "acl:relcl":
            return False
        return branch.relation != "ccomp" or token.upos == "NOUN" or branch is not token

    def _wishes(self, outer: Frame, head: Token) -> bool:
        """ "I want to thank", "we wish to condemn": one who speaks of oneself does what one wishes to say."""
        first = any(t.lemma.lower() in FIRST_PERSON for t in roles_of(outer).get("speaker", ()))
        inner = self.told.get((outer.sentence.index, head.index))
        return first and outer.entry.label in WISHING and head.relation == "xcomp" and inner is not None and inner.entry.label in DONE_BY_WORDS


def _deep(outer: Frame, token: Token) -> bool:
    """Whether a word stands in the clause that the outer frame tells, below its verb."""
    return any(t in roles_of(outer).get("content", ()) and t.relation == "ccomp" for t in outer.sentence.ancestors(token))


def _nonfinite(sentence: Sentence, token: Token) -> bool:
    """A gerund or infinitive of manner or purpose."""
    return token.xpos in {"VB", "VBG"} and not sentence.children(token, "aux", "nsubj") and token.relation in {"advcl", "acl", "xcomp"}


def by_word(frames: tuple[Frame, ...]) -> Mapping[Place, tuple[Frame, ...]]:
    """Frames by sentence and trigger."""
    found: dict[Place, tuple[Frame, ...]] = {}
    for frame in frames:
        place = (frame.sentence.index, frame.trigger.index)
        found[place] = (*found.get(place, ()), frame)
    return found
