"""The CAMEO/PLOVER code of an actor: state, then sector; of a body or group its own code."""

from collections.abc import Iterable

from dragoman.lexicon.ontology import Ontology
from dragoman.schema.world import Actor

BODY = "IGO"
_DESCRIBED = {"person", "office", "people", "source", "body", "group"}


def actor_code(actor: Actor, ontology: Ontology) -> str | None:
    """Code an actor ("JPNGOV", "IGOUNO", "JPN" for a state alone); None where neither a table nor the text tells its state."""
    if actor.code and actor.kind in {"body", "group"}:
        return actor.code
    if actor.country is None:
        return actor.code or _stateless(actor, ontology)
    sector = None if actor.kind == "state" else _sector(actor, ontology)
    return actor.country + (sector or "") if sector != BODY else actor.country


def actor_codes(actors: Iterable[Actor], ontology: Ontology) -> tuple[str, ...]:
    """Code several actors, each code once, those without a code left out."""
    return tuple(dict.fromkeys(code for actor in actors if (code := actor_code(actor, ontology)) is not None))


def _stateless(actor: Actor, ontology: Ontology) -> str | None:
    if _sector(actor, ontology) == BODY:
        return BODY
    return ontology.stateless_code(actor.name) if actor.kind != "person" else None


def _sector(actor: Actor, ontology: Ontology) -> str | None:
    if actor.office is not None:
        return ontology.sectors.get(actor.office) or ontology.sector_named(actor.office)
    return ontology.sector_named(actor.name) if actor.kind in _DESCRIBED - {"person"} else None
