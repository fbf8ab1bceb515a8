"""What belongs in: relations between states, bodies and groups; not what happens within one country."""

from collections.abc import Iterable

from dragoman.schema.world import Actor

OUTSIDE = frozenset({"people", "source"})


def sides(actors: Iterable[Actor]) -> frozenset[str]:
    """The parties that actors stand for: countries by code, bodies of several states and groups by name."""
    found = set()
    for actor in actors:
        if actor.kind == "group" or (actor.country is None and actor.kind not in OUTSIDE):
            found.add(actor.name)
        elif actor.country is not None:
            found.add(actor.country)
    return frozenset(found)


def is_foreign(actors: Iterable[Actor], *, host: str | None = None) -> bool:
    """Whether two parties meet here: two countries, a country and a body or group, or a country on another's soil."""
    parties = sides(actors)
    return len(parties | ({host} if host else set())) > 1 and bool(parties)
