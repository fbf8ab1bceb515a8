"""Compile the actor register under ../shared/facts/world, with the corrections of scripts/world, into src/dragoman/data/world.

Run as `python scripts/build_world.py [FACTS]`; `--sources` alone renews data/SOURCES.csv, after any table of data/ was added or edited.
"""

import html
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from build_people import build_people, given_names, name_words, people_blocks
from build_places import build_cities, build_venues
from data_sources import write_sources
from lemminflect import getAllLemmas
from tables import Row, read, write

HERE = Path(__file__).parent
DATA = HERE.parent / "src" / "dragoman" / "data"
OUT = DATA / "world"
OWN = HERE / "world"

COUNTRY = (
    "iso3", "name", "official", "cameo", "capital", "adjective", "valid_from", "valid_to", "latitude", "longitude", "iso2", "wikidata", "region",
)  # fmt: skip
NAME = ("name", "kind", "target", "flags", "valid_from", "valid_to", "source")
METONYM = ("name", "target", "denotes", "flags", "valid_from", "valid_to", "source")
BODY = ("id", "name", "kind", "cameo", "country", "seat", "source")
GROUP = ("name", "cameo", "country", "kind", "source")
TITLE = ("title", "country", "role", "cameo", "acting", "ambiguous")
CUE = ("word", "kind")
# Anaphoric or regional words that no reader can take for one state without context.
LEFT_OUT = frozenset(
    {"North", "South", "kingdom", "mainland", "bloc", "CAR", "CH", "NL", "HK", "NZ", "Dominican Chinese/Hong Kong", "States", "junta", "Diet"}
)


def main(arguments: list[str]) -> None:
    """Build all tables, or the list of sources alone."""
    if arguments[:1] != ["--sources"]:
        build(Path(arguments[0]) if arguments else HERE.parent.parent / "shared" / "facts" / "world")
    write_sources(DATA, OWN / "sources.csv")


def build(facts: Path) -> None:
    """Write every table of data/world."""
    countries = list(clean_countries(facts))
    write(OUT / "countries.csv", COUNTRY, countries)
    people, tenures = build_people(facts, OWN)
    write(OUT / "people.csv.gz", ("id", "name", "countries", "keys", "families"), people)
    write(OUT / "tenures.csv.gz", tuple(tenures[0]), tenures)
    bearers = name_words(people)
    names = [flagged(row, bearers) for row in unique([*state_names(facts, countries), *body_names(facts), *group_names()])]
    metonyms = [flagged(row, bearers) for row in metonym_rows(facts, {row["name"] for row in names if row["kind"] != "block"})]
    single = {row["name"] for row in (*names, *metonyms) if " " not in row["name"] and row["kind"] in ("country", "metonym")}
    names += [{"name": name, "kind": "block", "target": "", "source": "register"} for name in people_blocks(people, single)]
    write(OUT / "names.csv", NAME, sorted(names, key=lambda r: (r["kind"], r["target"], r["name"])))
    write(OUT / "metonyms.csv", METONYM, sorted(metonyms, key=lambda r: (r["target"], r["name"], r["valid_from"])))
    write(OUT / "bodies.csv", BODY, body_rows(facts))
    write(OUT / "groups.csv", GROUP, ({**row, "source": "hand"} for row in read(OWN / "groups.csv")))
    write(OUT / "titles.csv", TITLE, title_rows(facts))
    write(OUT / "cues.csv", CUE, [*read(OWN / "cues.csv"), *({"word": w, "kind": "given"} for w in given_names(people, single))])
    write(OUT / "given.csv", ("name", "same_as"), read(OWN / "given.csv"))
    capitals = {(row["iso3"], row["capital"]) for row in countries}
    build_cities(facts, OWN, OUT, capitals=capitals, bearers=bearers, is_word=is_word)
    build_venues(facts, OWN, OUT, {row["name"] for row in names if row["kind"] in ("country", "region")})


def is_word(name: str) -> bool:
    """Whether a name in lower case is an English word of the dictionary, proper nouns aside."""
    lower = name.casefold()
    return lower.isalpha() and bool(set(getAllLemmas(lower)) - {"PROPN"})


def clean_countries(facts: Path) -> Iterator[Row]:
    """Countries with one capital and one adjective each, corrected by hand."""
    fixes = {(r["iso3"], r["field"]): r["value"] for r in read(OWN / "countries.csv")}
    for row in read(facts / "countries.csv"):
        capital = re.split(r"[(,]", html.unescape(row["capital"]))[0].strip()
        adjective = re.split(r"[;,(]| or ", row["adjective"])[0].strip()
        row |= {
            "capital": "" if capital.startswith(("no ", "administered")) else capital,
            "adjective": "" if adjective in ("NA", "none") else adjective,
            "wikidata": row["wikidata"].rpartition("/")[2],
            "latitude": row["cap_lat"],
            "longitude": row["cap_lon"],
            "official": re.split(r" ?[(;]", row["official"])[0],
        }
        yield row | {field: value for (iso3, field), value in fixes.items() if iso3 == row["iso3"]}


def state_names(facts: Path, countries: list[Row]) -> Iterator[Row]:
    """Names and demonyms of states for running text: the hand-made ones first, then ranks 1 to 3 of the register, then regular plurals."""
    yield from ({**row, "source": "hand"} for row in read(OWN / "names.csv"))
    yield from ({"name": row["name"], "kind": "block", "target": "", "source": "hand"} for row in read(OWN / "blocks.csv"))
    for row in read(facts / "aliases.csv"):
        if usable(row):
            yield name_row(row)
    for row in countries:
        for word in re.findall(r"([A-Z][\w' -]+?)\(s\)", re.sub(r" or |, ", ";", row["demonym"])):
            yield {"name": word.strip() + "s", "kind": "demonym", "target": row["iso3"], "source": "factbook"}


def usable(row: Row) -> bool:
    """Whether an alias may be looked for in running text."""
    name = row["alias"]
    short = len(name) < 3 and row["source"] != "hand"
    plain = not re.search(r"[(*&;,/]", name) and name not in LEFT_OUT
    return plain and not short and row["rank"].isdigit() and int(row["rank"]) <= 3 and row["kind"] != "capital" and row["target"] != "EUU"


def name_row(row: Row) -> Row:
    """A row of names.csv from one of aliases.csv; a leading article is no part of a name."""
    kind = "demonym" if row["kind"] in ("demonym", "adjective") else "country"
    exact = row["case_sensitive"] or (row["alias"].isupper() and len(row["alias"]) <= 5)
    flags = ("a" if row["ambiguous"] else "") + ("c" if exact else "")
    name = re.sub(r"^[Tt]he ", "", row["alias"]).replace("’", "'")
    return {"name": name, "kind": kind, "target": row["target"], "flags": flags, "source": row["source"]}


def unique(rows: list[Row]) -> Iterator[Row]:
    """The first row of each name: corrections stand before what they correct."""
    seen: set[str] = set()
    for row in rows:
        if row["name"] not in seen and row["name"] not in LEFT_OUT:
            seen.add(row["name"])
            yield row


def flagged(row: Row, bearers: frozenset[str]) -> Row:
    """The row with `n` where people bear the name, `w` where it is an English word as well."""
    name, flags = row["name"], row.get("flags", "")
    if " " not in name and row.get("kind") in ("country", "metonym", None):
        flags += "n" if name.casefold() in bearers else ""
    if is_word(name):
        flags += "w"
    return row | {"flags": "".join(dict.fromkeys(flags)), "kind": row.get("kind", "metonym")}


def metonym_rows(facts: Path, taken: set[str]) -> Iterator[Row]:
    """Capitals, buildings, ministries; a name corrected by hand, or one of a state or body, is taken from there alone."""
    own = list(read(OWN / "metonyms.csv"))
    known = {row["name"].casefold() for row in own}
    yield from ({**row, "source": "hand"} for row in own)
    kinds = ("retreat", "resort", "estate", "guest house", "residence", "venue")
    left_out = set(LEFT_OUT) | taken | {row["name"] for row in read(facts / "venues.csv") if row["kind"] in kinds}
    rows = list(read(facts / "metonyms.csv"))
    capitals = {row["metonym"] for row in rows if row["kind"] == "capital"}
    for row in rows:
        name = re.sub(r"^[Tt]he ", "", html.unescape(row["metonym"]))
        second = row["ambiguous"] and row["kind"] != "capital" and (name in capitals or row["target"].startswith("@"))
        if re.search(r"[)(]|^on | in ", name) or name.casefold() in known or name in left_out or second:
            continue
        target = {"EUU": "EU"}.get(row["target"], row["target"].removeprefix("@"))
        flags = ("a" if row["ambiguous"] and row["kind"] != "capital" else "") + ("c" if name.isupper() else "")
        left_out.add(name)
        yield {**row, "name": name, "target": target, "flags": flags}


def body_rows(facts: Path) -> Iterator[Row]:
    """International bodies of the register, then our own."""
    for row in read(facts / "organisations.csv"):
        yield {**row, "id": row["org_id"], "seat": row["hq"], "source": "register"}
    for row in read(OWN / "bodies.csv"):
        if row["name"]:
            yield {**row, "source": "hand"}


def body_names(facts: Path) -> Iterator[Row]:
    """Names of bodies: reviewed by hand only."""
    own = {row["id"]: row for row in read(OWN / "bodies.csv")}
    hand: dict[str, list[str]] = {}
    for row in read(facts / "organisation_aliases.csv"):
        if row["source"] == "hand":
            hand.setdefault(row["org_id"], []).append(("?" if row["ambiguous"] else "") + re.sub(r"^[Tt]he ", "", row["alias"]))
    for body in body_rows(facts):
        listed = own[body["id"]]["aliases"].split(";") if own.get(body["id"], {}).get("aliases") else hand.get(body["id"], [])
        yield from spelled([body["name"], *filter(None, listed)], "body", body["id"])


def group_names() -> Iterator[Row]:
    """Names of armed and opposition groups."""
    for row in read(OWN / "groups.csv"):
        yield from spelled([row["name"], *filter(None, row["aliases"].split(";"))], "group", row["name"])


def spelled(names: list[str], kind: str, target: str) -> Iterator[Row]:
    """One row a name: `?` marks an ambiguous one, an acronym keeps its case, "UN x" is also spelled "U.N. x"."""
    doubtful = {name.removeprefix("?") for name in names if name.startswith("?")}
    for name in names:
        plain = name.removeprefix("?")
        flags = ("a" if plain in doubtful else "") + ("c" if re.fullmatch(r"[A-Z.]{2,5}", plain) else "")
        yield {"name": plain, "kind": kind, "target": target, "flags": flags, "source": "hand"}
        dotted = re.sub(r"^(UN|EU|US) ", lambda m: ".".join(m[1]) + ". ", plain)
        if dotted != plain:
            yield {"name": dotted, "kind": kind, "target": target, "flags": flags, "source": "hand"}


def title_rows(facts: Path) -> Iterator[Row]:
    """Titles with their roles, ours first; roles are written with spaces."""
    seen: set[tuple[str, str]] = set()
    shared = ({**r, "country": "", "cameo": r["cameo_role"]} for r in read(facts / "role_titles.csv"))
    national = ({**r, "cameo": "GOV"} for r in read(facts / "national_titles.csv"))
    for row in (*read(OWN / "titles.csv"), *shared, *national):
        key = (row["country"], row["title"].casefold())
        if key not in seen:
            seen.add(key)
            yield {**row, "title": row["title"].casefold(), "role": row["role"].replace("_", " ")}


if __name__ == "__main__":
    main(sys.argv[1:])
