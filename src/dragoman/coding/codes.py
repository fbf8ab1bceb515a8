"""Derive codes from frame and status, status first: the first row of rules.csv that fits an item gives its PLOVER and CAMEO codes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from dragoman.coding.events import DONE, KIND_FIELD, Item, rows
from dragoman.lexicon.frames import CodeHint, FrameLexicon
from dragoman.lexicon.ontology import GENERAL, Choice, Ontology, Rule
from dragoman.lexicon.patterns import plain
from dragoman.schema.record import Action, Codes, Engagement, Event, Statement
from dragoman.schema.text import Article, Span

Coded = tuple[tuple[Engagement, ...], tuple[Statement, ...], tuple[Action, ...], tuple[Event, ...]]
Told = Mapping[str, tuple[Codes, str]]
NO_HINT = CodeHint()
BARE_SAYING = "010"
BARE_ROOT = "01"  # public statements, which PLOVER has no type for
OPENING = 60
FEW_WORDS = 3


class Knowledge(Protocol):
    """The part of the lexicon that coding of events reads."""

    @property
    def ontology(self) -> Ontology:
        """PLOVER, CAMEO and the rules."""
        ...

    @property
    def frames(self) -> FrameLexicon:
        """The classes of words, with their hints."""
        ...


@dataclass(frozen=True, kw_only=True)
class Case:
    """An item as rules see it: `content` is what it is about, `trigger` the words that made it, `around` its evidence."""

    item: Item
    layer: str
    kind: str
    content: str
    trigger: str
    around: str
    hint: CodeHint

    @property
    def done(self) -> bool:
        """Whether the deed itself took place."""
        return self.item.status in DONE

    @property
    def told(self) -> str:
        """Content, then trigger."""
        return f"{self.content} | {self.trigger}"

    @property
    def opening(self) -> str:
        """What the words of a rule are looked for in: how a statement begins, all that is known of others."""
        if self.layer == "engagement":
            return f"{self.told} | {self.around}"
        return self.told if self.layer == "action" else f"{self.content[:OPENING]} | {self.trigger}"


def derive(
    engagements: tuple[Engagement, ...], statements: tuple[Statement, ...], actions: tuple[Action, ...], article: Article, lexicon: Knowledge
) -> Coded:
    """Set the codes of all items and give the events that follow, in the order of the items.

    A bare saying that only reports what another coded item is about ("X said that Y had agreed") counts as no event of its own.
    """
    ontology = lexicon.ontology
    read = [
        *(_engagement(e, article, lexicon.frames) for e in engagements),
        *(_statement(s, article, lexicon.frames) for s in statements),
        *(_action(a, article, lexicon.frames) for a in actions),
    ]
    told = {case.item.id: _codes(case, ontology) for case in read}
    events = [event for case in read if not _only_reports(case, told, read) for event in rows(case.item, *told[case.item.id], article, ontology)]
    return (
        tuple(replace(e, codes=told[e.id][0]) for e in engagements),
        tuple(replace(s, codes=told[s.id][0]) for s in statements),
        tuple(replace(a, codes=told[a.id][0]) for a in actions),
        tuple(events),
    )


def _only_reports(case: Case, told: Told, read: list[Case]) -> bool:
    item = case.item
    if not isinstance(item, Statement) or told[item.id][0].cameo != BARE_SAYING:
        return False
    about = (item.content,) if item.content is not None else item.evidence
    others = (c.item for c in read if c.item is not item and not c.item.doubtful and told[c.item.id][0].cameo not in {None, BARE_SAYING})
    return any(span.overlaps(proof) for other in others for proof in other.evidence for span in about)


# what rules see


def _engagement(item: Engagement, article: Article, frames: FrameLexicon) -> Case:
    around = " | ".join(_without(span, item.condition).of(article.text) for span in item.evidence)
    return Case(
        item=item,
        layer="engagement",
        kind=item.kind,
        content=plain(" | ".join(item.issues)),
        trigger=_trigger(item, "kind", article),
        around=plain(around),
        hint=_hint(item, frames),
    )


def _statement(item: Statement, article: Article, frames: FrameLexicon) -> Case:
    return Case(
        item=item,
        layer="statement",
        kind=item.act,
        content=_words(item.content, article),
        trigger=_trigger(item, "act", article),
        around=_around(item, article),
        hint=_hint(item, frames),
    )


def _action(item: Action, article: Article, frames: FrameLexicon) -> Case:
    return Case(
        item=item,
        layer="action",
        kind=item.type,
        content=_words(item.what, article),
        trigger=_trigger(item, "type", article),
        around=_around(item, article),
        hint=_hint(item, frames),
    )


def _words(span: Span | None, article: Article) -> str:
    return plain(span.of(article.text)) if span is not None else ""


def _around(item: Statement | Action, article: Article) -> str:
    return plain(" | ".join(span.of(article.text) for span in item.evidence))


def _without(span: Span, condition: Span | None) -> Span:
    """Leave the condition at the end of a passage out."""
    return Span(start=span.start, end=condition.start) if condition is not None and span.covers(condition) else span


def _trigger(item: Item, field: str, article: Article) -> str:
    reason = item.because.get(field)
    words = [span.of(article.text) for span in reason.spans] if reason is not None else []
    return plain(" ".join((*words, item.rule.partition("/")[2])))


def _hint(item: Item, frames: FrameLexicon) -> CodeHint:
    """The codes of the class that told of the item, unless the item turned out to be of another kind."""
    found = frames.by_id(item.rule.partition("/")[0])
    return found.codes if found is not None and found.label in {"", getattr(item, KIND_FIELD[type(item)])} else NO_HINT


# codes


def _codes(case: Case, ontology: Ontology) -> tuple[Codes, str]:
    rule = next((rule for rule in ontology.rules if _fits(rule, case, ontology)), None)
    if rule is None:
        return Codes(), "directed"
    choice = _choice(rule, case, ontology)
    code = ontology.cameo.get(choice.cameo) if choice is not None else None
    plover = code.plover if code is not None and (rule.plover is None or code.code.startswith(BARE_ROOT)) else rule.plover
    if code is None and plover is None:
        return Codes(), rule.direction
    return (
        Codes(
            plover=plover,
            mode=_mode(plover, (rule.mode, choice.mode if choice else None, case.hint.mode, code.mode if code else None), ontology),
            contexts=_contexts(case, code.contexts if code is not None else (), ontology),
            cameo=code.code if code is not None else None,
            quad=code.quad if code is not None else ontology.plover[plover or ""].quad,
            goldstein=code.goldstein if code is not None else None,
        ),
        rule.direction,
    )


def _fits(rule: Rule, case: Case, ontology: Ontology) -> bool:
    if not rule.fits(case.layer, case.kind, case.item.status):
        return False
    if rule.when is not None and not CIRCUMSTANCES[rule.when](case):
        return False
    return rule.words is None or ontology.tells(rule.words, case.opening)


def _choice(rule: Rule, case: Case, ontology: Ontology) -> Choice | None:
    """Choose the CAMEO code; a class's own code counts for a deed done, its topic for one that is not."""
    if rule.family is None:
        return _fixed(rule.cameo, case) if rule.cameo is not None else None
    broad = case.layer == "action" or len(case.content.split()) < FEW_WORDS
    found = ontology.choose(rule.family, case.content, case.told, *([case.around] if broad else []))
    if case.done:
        return found if rule.words is not None else _hinted(found, case, ontology)
    topic = ontology.topic_of(case.hint.cameo) if case.hint.cameo is not None else None
    return ontology.families[rule.family].get(topic or found.topic, found) if found.topic == GENERAL else found


def _fixed(cameo: str, case: Case) -> Choice:
    """Keep a rule's own code unless it is a general one that the class tells more closely (040 and 045)."""
    hint = case.hint.cameo
    closer = hint is not None and case.done and cameo.endswith("0") and hint[:2] == cameo[:2] and len(hint) > 2
    return Choice(topic=GENERAL, cameo=hint if closer and hint is not None else cameo)


def _hinted(found: Choice, case: Case, ontology: Ontology) -> Choice:
    """Let the class's own code of a done deed stand where words tell no topic of the same kind."""
    hint = case.hint.cameo
    if hint is None or hint not in ontology.cameo or not case.done or found.cameo.startswith(hint):
        return found
    code = ontology.cameo[hint if len(hint) > 2 else hint + "0"]
    kin = found.cameo[:2] == hint[:2] or (code.code.endswith("0") and ontology.cameo[found.cameo].plover == code.plover)
    return found if kin and found.topic != GENERAL else Choice(topic=found.topic, cameo=code.code)


def _mode(plover: str | None, offered: tuple[str | None, ...], ontology: Ontology) -> str | None:
    """Take the first mode offered that the PLOVER type has."""
    known = ontology.plover[plover].modes if plover is not None else {}
    return next((mode for mode in offered if mode in known), None)


def _contexts(case: Case, of_code: tuple[str, ...], ontology: Ontology) -> tuple[str, ...]:
    said = f"{case.content} | {case.around}" if case.layer == "engagement" or not case.content else case.told
    told = {*case.hint.contexts, *of_code, *ontology.contexts_in(said)}
    return tuple(name for name in ontology.contexts if name in told)


def _third_place(case: Case) -> bool:
    """Whether two or more states met on the soil of another."""
    item = case.item
    if not isinstance(item, Engagement):
        return False
    states = {actor.country for actor in item.participants}
    where = item.place_country or item.host
    return where is not None and None not in states and len(states) > 1 and where not in states


def _has_target(case: Case) -> bool:
    """Whether a statement names whom it is toward, other than those who speak."""
    item = case.item
    return isinstance(item, Statement) and bool({t.country for t in item.targets} - {s.country for s in item.speakers})


CIRCUMSTANCES: Mapping[str, Callable[[Case], bool]] = {"third_place": _third_place, "has_target": _has_target}
