"""The world as the lexicon knows it: states, bodies, groups, places, offices and who held them."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from dragoman.lexicon.names import Cues, Gazetteer, Hit, Name, fold, settle
from dragoman.lexicon.offices import Titles, covers
from dragoman.lexicon.people import Register
from dragoman.lexicon.places import Places
from dragoman.lexicon.rows import csv_rows
from dragoman.lexicon.words import load_words
from dragoman.schema.text import Span
from dragoman.schema.world import Actor, Country, Place, Tenure

__all__ = ["Hit", "World", "load_world"]

_COUNTRY = (
    "iso3", "name", "official", "cameo", "capital", "adjective", "valid_from", "valid_to", "latitude", "longitude", "iso2", "wikidata", "region",
)  # fmt: skip
_NAME = ("name", "kind", "target", "flags", "valid_from", "valid_to", "source")
_METONYM = ("name", "target", "denotes", "flags", "valid_from", "valid_to", "source")
_BODY = ("id", "name", "kind", "cameo", "country", "seat", "source")
_GROUP = ("name", "cameo", "country", "kind", "source")
_CUE = ("word", "kind")


class World:
    """Answers about states, bodies, groups, places and office-holders.

    The tables of names load at once (they are needed for every text), titles, people and the small cities when first asked for.
    """

    def __init__(self, overlay: Path | None = None) -> None:
        self._overlay = overlay
        self._countries = {c.iso3: c for c in _read_countries(overlay)}
        self._names = tuple(_read_names(overlay))
        self._bodies = _read_bodies(overlay)
        self._groups = _read_groups(overlay)
        self._denotes = {row["name"]: row["denotes"] for row in csv_rows("world/metonyms.csv", _METONYM, overlay)}
        self._regions = {fold(n.name): n for n in self._names if n.kind == "region"}
        self._by_name = {fold(n.name): n for n in reversed(self._names) if n.kind in ("country", "body", "group")}

    @cached_property
    def _places(self) -> Places:
        return Places(self._countries.values(), self._overlay)

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        rows = list(csv_rows("world/cues.csv", _CUE, self._overlay))
        of = {kind: frozenset(r["word"] for r in rows if r["kind"] == kind) for kind in ("locative", "given")}
        courtesy = frozenset(w.casefold() for w in load_words(self._overlay).before_name)
        return Gazetteer((*self._names, *self._places.names), Cues(locative=of["locative"], given=of["given"], courtesy=courtesy))

    @cached_property
    def _titles(self) -> Titles:
        return Titles(self._overlay)

    @cached_property
    def _register(self) -> Register:
        return Register(self._overlay)

    def country(self, iso3: str) -> Country | None:
        """The state with this code, historic ones included."""
        return self._countries.get(iso3)

    def countries(self) -> tuple[Country, ...]:
        """All states and territories, historic ones included."""
        return tuple(self._countries.values())

    def scan(self, text: str, span: Span, *, capitals: bool = False, on: str | None = None) -> tuple[Hit, ...]:
        """Longest non-overlapping names inside a span, in order.

        `on`, a day, decides names that moved ("Kremlin": SUN until 26 December 1991, then RUS); without it the present meaning counts.
        With `capitals` case is ignored; acronyms that are English words ("WHO", "IS") are then left out.
        """
        return settle(text, self._gazetteer.scan(text, span, capitals=capitals, on=on), self._places.city_keys)

    def denotes(self, metonym: str) -> str | None:
        """The organ that a metonym stands for ("Pentagon": defence ministry; a capital: government)."""
        return self._denotes.get(metonym)

    def state_named(self, name: str) -> str | None:
        """ISO alpha-3 of the state of this name, if it is one."""
        found = self._by_name.get(fold(name).removeprefix("the "))
        return found.target if found is not None and found.kind == "country" else None

    def place_named(self, name: str, *, near: str | None = None, small: bool = True) -> Place | None:
        """The city, venue or state of this name, largest first; one in the state `near` comes before all."""
        return self._places.named(name, near, self.state_named, small=small) or self._region(name)

    def _region(self, name: str) -> Place | None:
        """A region of the gazetteer ("Middle East", "Siberia"): no coordinates, and a state only where it lies in one."""
        found = self._regions.get(fold(name).removeprefix("the "))
        if found is None:
            return None
        return Place(name=found.name, country=found.target if found.target in self._countries else None, kind="region")

    def body(self, id: str) -> Actor | None:
        """An international body by its id, name or alias."""
        if id in self._bodies:
            return self._bodies[id]
        found = self._by_name.get(fold(id).removeprefix("the "))
        return self._bodies.get(found.target) if found is not None and found.kind == "body" else None

    def group(self, name: str) -> Actor | None:
        """An armed or opposition group by name or alias."""
        if name in self._groups:
            return self._groups[name]
        found = self._by_name.get(fold(name).removeprefix("the "))
        return self._groups.get(found.target) if found is not None and found.kind == "group" else None

    def title_role(self, title: str, country: str | None = None) -> str | None:
        """The role that a title means, the state's own usage first ("Secretary of State" and USA: "foreign minister").

        Words around the title are let be ("the visiting Japanese foreign minister", "special envoy for Sudan"); plurals count.
        """
        return self._titles.role(title, country)

    def titles(self) -> tuple[str, ...]:
        """The vocabulary of titles in lower case, longest first."""
        return self._titles.vocabulary

    def holders(
        self, role: str, country: str | None, on: str | None, *, body: str | None = None, counterpart: str | None = None
    ) -> tuple[Tenure, ...]:
        """Who held an office of a state or body on a day, best first; without a day all, latest first.

        First those whose term covers the day, then those within 60 days of it or open at most two years past what the source knows; an
        acting holder comes first only where the acting term covers the day. `counterpart`: the state to which an ambassador is sent.
        """
        return self._register.holders(role, body or country or "", on, counterpart)

    def persons(self, name: str, *, country: str | None = None, on: str | None = None, role: str | None = None) -> tuple[Tenure, ...]:
        """Tenures of people of this full or family name, best first; empty if unknown.

        Accents, hyphens and case do not matter, nor the order of names where families come first. A family name alone is taken only of
        those in office about that day; a state that has a bearer of the name excludes all others.
        """
        return self._register.persons(name, country, on, role)

    def in_office(self, tenure: Tenure, on: str) -> bool:
        """Whether a tenure of `persons` holds on a day: it gives those of other times too, after those of the day."""
        return covers(tenure, on)


def load_world(overlay: Path | None = None) -> World:
    """The world of the packaged tables, overlaid by the user's."""
    return World(overlay)


def _read_countries(overlay: Path | None) -> Iterator[Country]:
    for row in csv_rows("world/countries.csv", _COUNTRY, overlay):
        yield Country(
            iso3=row["iso3"],
            name=row["name"],
            cameo=row["cameo"],
            adjective=row["adjective"] or None,
            capital=row["capital"] or None,
            valid_from=row["valid_from"] or None,
            valid_to=row["valid_to"] or None,
        )


def _read_names(overlay: Path | None) -> Iterator[Name]:
    for row in csv_rows("world/names.csv", _NAME, overlay):
        yield _name(row, row["kind"])
    for row in csv_rows("world/metonyms.csv", _METONYM, overlay):
        yield _name(row, "metonym")


def _name(row: dict[str, str], kind: str) -> Name:
    return Name(name=row["name"], kind=kind, target=row["target"], flags=row["flags"], valid_from=row["valid_from"], valid_to=row["valid_to"])


def _read_bodies(overlay: Path | None) -> dict[str, Actor]:
    return {
        row["id"]: Actor(name=row["name"], country=row["country"] or None, kind="body", id=row["id"], code=row["cameo"] or None)
        for row in csv_rows("world/bodies.csv", _BODY, overlay)
    }


def _read_groups(overlay: Path | None) -> dict[str, Actor]:
    return {
        row["name"]: Actor(name=row["name"], country=row["country"] or None, kind="group", id=row["name"], code=row["cameo"] or None)
        for row in csv_rows("world/groups.csv", _GROUP, overlay)
    }
