"""Who speaks in a text where it says "we" or "I": a government's own text names it at its head."""

import re
from collections.abc import Iterator, Sequence

from dragoman.lexicon.anaphora import Anaphora
from dragoman.lexicon.world import Hit, World
from dragoman.resolve.actors import state_actor
from dragoman.schema.text import Article, Sentence, Span
from dragoman.schema.world import Actor

_HEAD = 700  # characters in which a joint statement says whose it is
_LINES = 4
_OPENING = 2  # sentences in which a joint statement names its authors
_LINE = re.compile(r"[^\n]+")
_TOPIC = re.compile(r"\b(?:on|regarding|concerning|about)\s")
_BYLINE = re.compile(r"^\s*(?:by\s+)?([A-Z][^,\n]{3,50}),\s+([A-Z][\w.'’ -]{3,80})\s*$")


def author_states(article: Article, world: World, anaphora: Anaphora) -> tuple[str, ...]:
    """The states whose own text this is: several for a joint statement, none for the press."""
    joint = tuple(_joint(article, world, anaphora))
    if len(joint) > 1:
        return joint
    lines = tuple(_head_lines(article))
    for line in lines:
        for iso3, phrases in anaphora.issuers.items():
            if any(p in line.of(article.text).lower() for p in phrases):
                return (iso3,)
    for line in lines:
        found = _of_ministry(article, line, world, anaphora)
        if found:
            return (found,)
    return ()


def joint_authors(article: Article, sentences: Sequence[Sentence], world: World) -> tuple[Actor, ...]:
    """Three or more states and bodies that open a government's text as subject ("Norway, Chad and the United States condemn …")."""
    for sentence in sentences[:_OPENING]:
        verb = next((t for t in sentence.tokens if t.head < 0), None)
        if verb is None or verb.upos != "VERB":
            continue
        hits = world.scan(article.text, Span(start=sentence.start, end=max(sentence.start, verb.start)), on=article.date)
        found = [_member(world, h) for h in hits if h.kind in ("country", "body")]
        if len(found) > 2:
            return tuple({a.name: a for a in found if a is not None}.values())
    return ()


def _member(world: World, hit: Hit) -> Actor | None:
    return state_actor(world, hit.target) if len(hit.target) == 3 and hit.kind == "country" else world.body(hit.target)


def author_person(article: Article, world: World, states: tuple[str, ...]) -> Actor | None:
    """The person of a by-line with an office ("Jane Doe, Minister of Foreign Affairs"), who is the text's "I"."""
    for line in _head_lines(article):
        match = _BYLINE.match(line.of(article.text))
        role = world.title_role(match[2], states[0] if states else None) if match else None
        if match and role:
            return Actor(name=match[1].strip(), country=states[0] if states else None, office=role)
    return None


def _head_lines(article: Article) -> Iterator[Span]:
    if article.issuer is not None:
        yield article.issuer
    count = 0
    for match in _LINE.finditer(article.text):
        if match.group().strip():
            yield Span(start=match.start(), end=match.end())
            count += 1
            if count == _LINES:
                return


def _joint(article: Article, world: World, anaphora: Anaphora) -> Iterator[str]:
    """The states of a joint statement, from the passage that says so."""
    head = article.text[:_HEAD].lower()
    places = [head.find(p) for p in anaphora.issuer_words["joint"] if p in head]
    if not places:
        return
    start = min(places)
    end = article.text.find("\n", start + 20)
    until = min(len(article.text), end if end > 0 else start + _HEAD)
    hits = [h for h in world.scan(article.text, Span(start=start, end=until), on=article.date) if h.kind in ("country", "demonym")]
    topic = _TOPIC.search(article.text, start + 20, until)
    before = [h for h in hits if topic is None or h.span.end <= topic.start()]
    yield from dict.fromkeys(h.target for h in (before if len(before) > 1 else hits) if len(h.target) == 3)


def _of_ministry(article: Article, line: Span, world: World, anaphora: Anaphora) -> str | None:
    """The state of a ministry that heads the text: in a short line that is no sentence."""
    text = line.of(article.text)
    if len(text) > 120 or text.rstrip().endswith(".") or not any(p in text.lower() for p in anaphora.issuer_words["ministry"]):
        return None
    hits = [h for h in world.scan(article.text, line, capitals=text.isupper(), on=article.date) if h.kind in ("country", "demonym", "metonym")]
    return next((h.target for h in hits if len(h.target) == 3), None)


def authors(world: World, states: tuple[str, ...]) -> tuple[Actor, ...]:
    """The author states as actors."""
    return tuple(state_actor(world, s) for s in states)
