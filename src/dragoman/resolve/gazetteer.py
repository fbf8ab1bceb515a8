"""What names of the gazetteer stand for in this text: groups as it calls them, halves of divided lands, "the Angolan"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.resolve.actors import state_actor
from dragoman.resolve.mentions import Found
from dragoman.resolve.scene import Scene
from dragoman.schema.world import Actor

_PARTS = {"the north": "North ", "the south": "South "}


def group_named(scene: Scene, target: str) -> tuple[Actor, ...]:
    """A group, called as the text calls it in full."""
    group = scene.world.group(target)
    return (replace(group, name=scene.groups.get(target, group.name)),) if group is not None else ()


def part_of(scene: Scene, text: str) -> tuple[Actor, ...]:
    """ "The North", "the South": the state named last whose name begins so."""
    start = _PARTS.get(text.lower())
    if start is None:
        return ()
    for seen in sorted(scene.seen, key=lambda s: (-s.sentence, -s.first)):
        for actor in seen.actors:
            state = state_actor(scene.world, actor.country) if actor.country else None
            if state is not None and state.name.startswith(start):
                return (state,)
    ahead = [scene.state(s) for s in scene.states]
    return tuple(s for s in (*ahead, *_other_halves(scene, start, ahead)) if s.name.startswith(start))[:1]


def _other_halves(scene: Scene, start: str, named: Sequence[Actor]) -> Iterator[Actor]:
    """The half of a divided land whose other half the text names ("South Korea" and "the North")."""
    for state in named:
        first, _, rest = state.name.partition(" ")
        iso3 = scene.world.state_named(start + rest) if first + " " in _PARTS.values() else None
        if iso3 is not None:
            yield scene.state(iso3)


def halves(scene: Scene, text: str) -> tuple[Actor, ...]:
    """ "The two Koreas": both halves of a divided land."""
    rest = text.rsplit(maxsplit=1)[-1].removesuffix("s")
    found = [iso3 for start in ("", *_PARTS.values()) if (iso3 := scene.world.state_named(start + rest)) is not None]
    return tuple(scene.state(s) for s in found) if len(found) > 1 else ()


def demonym_person(scene: Scene, found: Found) -> tuple[Actor, ...]:
    """ "The Angolan": the person of that state before; a plural, or one that modifies a noun, is none."""
    sentence = scene.sentences[found.sentence]
    token = sentence.tokens[found.head]
    if not found.first or sentence.tokens[found.first - 1].text.lower() != "the" or token.xpos in ("NNS", "NNPS") or found.mark is None:
        return ()
    if token.relation not in ("nsubj", "obj", "iobj", "obl") or token.upos == "ADJ" and sentence.children(token, "amod", "compound"):
        return ()
    for seen in scene.back(found.sentence):
        if len(seen.actors) == 1 and seen.actors[0].kind == "person" and seen.actors[0].country == found.mark.state:
            return seen.actors
    return ()
