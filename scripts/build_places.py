"""Compile cities and venues: those looked for in running text apart from the rest."""

from collections.abc import Callable
from pathlib import Path

from tables import Row, read, write

from dragoman.lexicon.names import fold

CITY = ("id", "name", "country", "latitude", "longitude", "population", "flags", "aliases")
VENUE = ("name", "country", "latitude", "longitude", "kind", "aliases")
# Smaller places are too often also people, words and villages; measured on names that occur as words in 2,000 news texts.
LARGE = 100_000
ENGLISH_SPEAKING = frozenset({"USA", "GBR", "CAN", "AUS", "NZL", "IRL", "ZAF"})


def build_cities(
    facts: Path, own: Path, out: Path, *, capitals: set[tuple[str, str]], bearers: frozenset[str], is_word: Callable[[str], bool]
) -> None:
    """Write cities.csv (scanned: large, capitals, known venues) and cities_small.csv.gz (looked up only)."""
    known = {(r["country"], fold(r["name"])): r for r in read(own / "places.csv")}
    folded = {(iso3, fold(name)) for iso3, name in capitals if name}
    listed = frozenset(fold(r["name"]) for r in read(own / "doubtful.csv"))
    large: list[Row] = []
    small: list[Row] = []
    for row in read(facts / "cities.csv"):
        keys = [(row["iso3"], fold(n)) for n in (row["name"], row["ascii"])]
        hand = next((known.pop(k) for k in keys if k in known), None)
        city = city_row(row, hand["aliases"] if hand else "")
        capital = any((row["iso3"], fold(n)) in folded for n in (city["name"], *city["aliases"].split(";")))
        scanned = int(row["population"] or 0) >= LARGE or capital or hand is not None
        sure = (hand is not None or capital) and fold(city["name"]) not in listed
        city["flags"] = ("p" if capital else "") + (doubtful(city, sure, bearers | listed, is_word) if scanned else "")
        (large if scanned else small).append(city)
    write(out / "cities.csv", CITY, large)
    write(out / "cities_small.csv.gz", CITY, small)


def city_row(row: Row, aliases: str) -> Row:
    """One city with three decimals and its spelling in ASCII."""
    spellings = dict.fromkeys([*filter(None, [row["ascii"].replace("`", "'")]), *filter(None, aliases.split(";"))])
    spellings.pop(row["name"], None)
    return {
        "id": row["geonameid"],
        "name": row["name"],
        "country": row["iso3"],
        "latitude": f"{float(row['lat']):.3f}",
        "longitude": f"{float(row['lon']):.3f}",
        "population": row["population"] or "0",
        "aliases": ";".join(spellings),
    }


def doubtful(city: Row, known: bool, bearers: frozenset[str], is_word: Callable[[str], bool]) -> str:
    """`a` where the name alone does not tell a place: a word, a short name, a surname, an ordinary town of an English-speaking state."""
    spellings, people = [fold(n) for n in (city["name"], *city["aliases"].split(";")) if n], int(city["population"])
    if any(is_word(s) or len(s) < 4 for s in spellings):
        return "aw"
    if known and people >= LARGE:
        return "n" if any(s in bearers for s in spellings) and people < 1_000_000 else ""
    borne = any(s in bearers or s.split()[0] in bearers for s in spellings)
    english = " " not in city["name"] and city["country"] in ENGLISH_SPEAKING
    return "an" if (borne and people < 2_000_000) or (english and people < 400_000) else ""


def build_venues(facts: Path, own: Path, out: Path, states: set[str]) -> None:
    """Write venues.csv: ours in place of the register's of the same name, less those that are plain cities or states."""
    cities = {fold(s) for r in read(out / "cities.csv") for s in (r["name"], *r["aliases"].split(";")) if s}
    ours = list(read(own / "venues.csv"))
    taken = {r["name"] for r in ours}
    rows = [r for r in ours if fold(r["name"]) not in cities]
    for row in read(facts / "venues.csv"):
        if row["name"] in taken or row["name"] in states or (row["kind"] in ("city", "town") and fold(row["name"]) in cities):
            continue
        aliases = [a for a in row["aliases"].split(";") if a and a not in states and not a.startswith("the ") and fold(a) not in cities]
        rows.append({**row, "country": row["iso3"], "latitude": row["lat"], "longitude": row["lon"], "aliases": ";".join(doubt(a) for a in aliases)})
    write(out / "venues.csv", VENUE, rows)


def doubt(alias: str) -> str:
    """A short form marked as ambiguous."""
    return f"?{alias}" if len(alias) < 5 or alias in ("Metropole", "Freedom House", "Newport", "Windsor", "Sharm", "Elysee") else alias
