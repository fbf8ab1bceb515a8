"""Make one item of what a document tells twice."""

from dataclasses import replace

from dragoman.coding.relevance import parties
from dragoman.schema.record import Action, Statement
from dragoman.schema.text import Span
from dragoman.schema.world import Actor

SHORT = 3  # letters of the words that do not count


def merge_statements(found: list[Statement], text: str) -> tuple[Statement, ...]:
    """Statements of one act by the same speakers with nearly the same words are one, with all evidence."""
    merged: list[Statement] = []
    for item in found:
        index = next((i for i, m in enumerate(merged) if _same_statement(m, item, text)), None)
        if index is None:
            merged.append(item)
        else:
            merged[index] = _joined(merged[index], item)
    return tuple(merged)


def _same_statement(a: Statement, b: Statement, text: str) -> bool:
    if a.content is not None and b.content is not None and _share(a.content, b.content) > 0.7 and _alike(a.speakers, b.speakers):
        return True
    if a.act != b.act or a.status != b.status or not _alike(a.speakers, b.speakers):
        return False
    if a.content is None or b.content is None:
        return False
    return likeness(a.content.of(text), b.content.of(text)) >= 0.6


def _alike(a: tuple[object, ...], b: tuple[object, ...]) -> bool:
    return set(a) == set(b)


def _share(a: Span, b: Span) -> float:
    inside = max(0, min(a.end, b.end) - max(a.start, b.start))
    return inside / max(1, min(a.end - a.start, b.end - b.start))


def likeness(a: str, b: str) -> float:
    """Share of the longer words that two phrases have in common (Jaccard)."""
    x, y = _words(a), _words(b)
    return len(x & y) / len(x | y) if x and y else 0.0


def _words(phrase: str) -> set[str]:
    return {w.strip(".,;:'\"()’“”") for w in phrase.lower().split() if len(w) > SHORT}


def _joined(a: Statement, b: Statement) -> Statement:
    return replace(
        a,
        evidence=tuple(dict.fromkeys((*a.evidence, *b.evidence))),
        targets=a.targets or b.targets,
        condition=a.condition or b.condition,
        date=a.date or b.date,
        attributed_to=a.attributed_to or b.attributed_to,
        doubtful=a.doubtful and b.doubtful,
        because={**b.because, **a.because},
    )


def merge_actions(found: list[Action], text: str) -> tuple[Action, ...]:
    """Deeds of one type by the same actors to the same recipients on agreeing dates are one."""
    merged: list[Action] = []
    for item in found:
        index = next((i for i, m in enumerate(merged) if _same_action(m, item, text)), None)
        if index is None:
            merged.append(item)
        else:
            merged[index] = _one(merged[index], item)
    return tuple(merged)


def _same_action(a: Action, b: Action, text: str) -> bool:
    if a.type != b.type or (a.date and b.date and a.date != b.date):
        return False
    if a.status != b.status and "negated" in {a.status, b.status}:
        return False
    if a.type == "OFFICE" or a.what is None or b.what is None:
        return a.type == "OFFICE" and _same_office(a, b)
    if not (_agrees(a.actors, b.actors) and _agrees(a.recipients, b.recipients)):
        return False
    if any(x.overlaps(y) for x in a.evidence for y in b.evidence) and a.type == "ASSAULT":
        return True
    whole = bool(a.actors and a.recipients and b.actors and b.recipients)
    return whole or likeness(a.what.of(text), b.what.of(text)) >= 0.3


def _same_office(a: Action, b: Action) -> bool:
    """The same person comes or goes."""
    return _alike(a.actors, b.actors) and _alike(a.recipients, b.recipients)


def _agrees(a: tuple[Actor, ...], b: tuple[Actor, ...]) -> bool:
    """The same sides, or one of the two not told."""
    return not a or not b or set(a) == set(b) or (parties(a) == parties(b) and bool(parties(a)))


def _one(a: Action, b: Action) -> Action:
    return replace(
        a,
        actors=max(a.actors, b.actors, key=len),
        recipients=max(a.recipients, b.recipients, key=len),
        evidence=tuple(dict.fromkeys((*a.evidence, *b.evidence))),
        date=a.date or b.date,
        place=a.place or b.place,
        doubtful=a.doubtful and b.doubtful,
        because={**b.because, **a.because},
    )
