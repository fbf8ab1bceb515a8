"""Cities, venues, capitals and countries by name."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.lexicon.names import Name, fold
from dragoman.lexicon.rows import csv_rows
from dragoman.schema.world import Country, Place

_CITY = ("id", "name", "country", "latitude", "longitude", "population", "flags", "aliases")
_VENUE = ("name", "country", "latitude", "longitude", "kind", "aliases")
# A capital outranks a larger namesake abroad (Kingston, Victoria, San Jose): it counts as this many inhabitants more.
_CAPITAL_BONUS = 3_000_000


@dataclass(frozen=True, slots=True)
class _Ranked:
    weight: int
    place: Place


def _city(row: dict[str, str]) -> Place:
    where = float(row["latitude"]), float(row["longitude"])
    return Place(name=row["name"], country=row["country"], kind="city", latitude=where[0], longitude=where[1], id=row["id"])


def _spellings(row: dict[str, str]) -> Iterator[str]:
    yield row["name"]
    yield from filter(None, row["aliases"].split(";"))


class Places:
    """Places by name: the large and the well-known at once, the 30,000 small ones when first one of them is asked for."""

    def __init__(self, countries: Iterable[Country], overlay: Path | None = None) -> None:
        self._overlay = overlay
        self._states = {c.iso3: c for c in countries}
        self._index: dict[str, list[_Ranked]] = {}
        self.names: list[Name] = []
        self.city_keys: dict[tuple[str, str], str] = {}
        self._small: dict[str, list[_Ranked]] | None = None
        self._read_cities()
        self._read_venues()

    def _read_cities(self) -> None:
        for row in csv_rows("world/cities.csv", _CITY, self._overlay):
            found = self._ranked(row)
            flags = row["flags"].replace("p", "")
            for spelling in _spellings(row):
                self._add(self._index, spelling, found)
                self.city_keys[fold(spelling), row["country"]] = row["id"]
                self.names.append(Name(name=spelling, kind="city", target=row["country"], flags=flags))

    def _read_venues(self) -> None:
        for row in csv_rows("world/venues.csv", _VENUE, self._overlay):
            kind = "region" if row["kind"] in ("region", "sea", "strait", "border zone", "disputed feature") else "venue"
            place = Place(
                name=row["name"], country=row["country"] or None, kind=kind, latitude=float(row["latitude"]), longitude=float(row["longitude"])
            )
            for spelling in _spellings(row):
                plain = spelling.removeprefix("?")
                self._add(self._index, plain, _Ranked(1, place))
                flags = "a" if plain != spelling else ""
                self.names.append(Name(name=plain, kind=kind, target=row["country"] or row["name"], flags=flags))

    def _ranked(self, row: dict[str, str]) -> _Ranked:
        return _Ranked(int(row["population"]) + (_CAPITAL_BONUS if "p" in row["flags"] else 0), _city(row))

    @staticmethod
    def _add(index: dict[str, list[_Ranked]], spelling: str, found: _Ranked) -> None:
        index.setdefault(fold(spelling), []).append(found)

    def _small_cities(self) -> dict[str, list[_Ranked]]:
        if self._small is None:
            self._small = {}
            for row in csv_rows("world/cities_small.csv", _CITY, self._overlay):
                for spelling in _spellings(row):
                    self._add(self._small, spelling, self._ranked(row))
        return self._small

    def named(self, name: str, near: str | None, state: Callable[[str], str | None], *, small: bool = True) -> Place | None:
        """The place of this name: in `near` if one is there, else the state, else the largest.

        `state` finds a state's code by its name. Without `small` the small cities, slow to read, are left alone.
        """
        key = fold(name).removeprefix("the ")
        large = sorted(self._index.get(key, ()), key=lambda r: -r.weight)
        beside = [r.place for r in large if r.place.country == near]
        if near is not None and beside:
            return beside[0]
        iso3 = state(name)
        if iso3 is not None and not any(r.place.country == iso3 and r.place.kind == "city" for r in large):
            return self._country(iso3)
        asked = small and (near is not None or not large)
        minor = sorted(self._small_cities().get(key, ()), key=lambda r: -r.weight) if asked else []
        nearest = [r.place for r in minor if r.place.country == near]
        return next(iter([*nearest, *(r.place for r in large), *(r.place for r in minor)]), None)

    def _country(self, iso3: str) -> Place | None:
        """A state as a place, at its capital's coordinates."""
        country = self._states.get(iso3)
        if country is None:
            return None
        capital = next((r.place for r in self._index.get(fold(country.capital or ""), ()) if r.place.country == iso3), None)
        latitude, longitude = (capital.latitude, capital.longitude) if capital else (None, None)
        return Place(name=country.name, country=iso3, kind="country", latitude=latitude, longitude=longitude)
