"""Compile people and their tenures: keys of names folded beforehand, twins of one name and state made one."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tables import Row, read

from dragoman.lexicon.names import fold, name_keys
from dragoman.lexicon.people import family_keys, near

ROLES = {
    "charge_daffaires": "ambassador", "assistant_secretary_of_state": "deputy foreign minister", "state_dept_official": "official",
    "ambassador_igo": "ambassador", "igo_official": "official", "UN": "ambassador un", "representative to nato": "ambassador", "": "minister other",
}  # fmt: skip
TENURE = ("person", "country", "body", "role", "office", "counterpart", "start", "end", "acting", "seen_first", "seen_last", "as_of", "confidence")


def build_people(facts: Path, own: Path) -> tuple[list[Row], list[Row]]:
    """(people, tenures) with the hand-made tenures of `own`, which bring people of their own."""
    people = {p["person_id"]: p for p in read(facts / "persons.csv")}
    aliases: dict[str, list[str]] = {}
    for row in read(facts / "person_aliases.csv"):
        aliases.setdefault(row["person_id"], []).append(row["alias"])
    for fixed in read(own / "people.csv"):
        i = fixed["person_id"]
        people[i] |= {"name": fixed["name"], "family": fixed["family"]}
        aliases[i] = [a for a in aliases.get(i, []) if not re.search(fixed["without"], a)]
    for i, person in people.items():
        person["name"] = latin_name(person["name"], aliases.get(i, []))
    same = twins(people)
    register = [tenure_row(r, same) for r in read(facts / "officeholders.csv")]
    tenures = list(settled(register, list(own_tenures(own, people, aliases, same))))
    same |= one_seat(people, tenures, same)
    for tenure in tenures:
        tenure["person"] = root(tenure["person"], same)
    same = {i: root(i, same) for i in same}
    hand = {(fold(r["name"]), r["country"]): r["aliases"].split(";") for r in read(own / "person_aliases.csv")}
    names: dict[str, list[str]] = {}
    for i, listed in aliases.items():
        names.setdefault(same.get(i, i), []).extend(listed)
    for i in same:
        names.setdefault(same[i], []).append(people[i]["name"])
    rows = [person_row(p, names.get(i, []), known_as(p, names.get(i, []), hand)) for i, p in people.items() if i not in same and is_latin(p["name"])]
    kept = {r["id"] for r in rows}
    return rows, [{column: t.get(column, "") for column in TENURE} for t in tenures if t["person"] in kept]


def is_latin(name: str) -> bool:
    """Whether a name is written in Latin letters."""
    return bool(re.search(r"[A-Za-zÀ-ž]", name)) and not re.search(r"[Ͱ-Ͽ֐-޿Ѐ-ԯऀ-⿿぀-鿿가-힯]", name)


def latin_name(name: str, aliases: list[str]) -> str:
    """The name, or its first Latin spelling; annotations are cut ("- formerly Jose Alexandre Gusmao")."""
    latin = name if is_latin(name) else next(filter(is_latin, aliases), name)
    return re.sub(r"\s+(- formerly|\(|aka ).*$", "", latin).strip(" ,")


def twins(people: dict[str, Row]) -> dict[str, str]:
    """Ids that repeat an earlier person of the same folded name and state, those with a Wikidata id being kept."""
    first: dict[tuple[str, str], str] = {}
    same: dict[str, str] = {}
    for i in sorted(people, key=lambda p: (not p.startswith("Q"), p)):
        for country in filter(None, re.split(r"[;| ]", people[i]["countries"])):
            kept = first.setdefault((fold(people[i]["name"]), country), i)
            if kept != i:
                same[i] = kept
    return same


# Offices that one person holds at a time: two of one family name in the same seat of the same state at once are one person spelled twice.
SINGLE = frozenset({"head of state", "head of government", "foreign minister", "defence minister", "finance minister", "trade minister"})


FAMILY_FIRST = frozenset({"CHN", "KOR", "PRK", "TWN", "VNM", "KHM", "ISL"})


def one_seat(people: dict[str, Row], tenures: list[Row], same: dict[str, str]) -> dict[str, str]:
    """Ids of people who are another spelling of an earlier holder of the same seat ("Mary Elizabeth Truss" and "Liz Truss")."""
    nicknames = {r["name"]: r["same_as"] for r in read(Path(__file__).parent / "world" / "given.csv")}
    seats: dict[tuple[str, str, str], list[Row]] = {}
    for tenure in tenures:
        person = people.get(tenure["person"])
        if tenure["role"] in SINGLE and person is not None and tenure["country"] not in FAMILY_FIRST:
            family = person["family"] or (person["name"].split() or [""])[-1]
            seats.setdefault((fold(family), tenure["country"], tenure["role"]), []).append(tenure)
    found: dict[str, str] = {}
    for held in seats.values():
        held.sort(key=lambda t: (not t["person"].startswith("Q"), not t["start"], t["person"]))
        for at, later in enumerate(held):
            kept = next((t["person"] for t in held[:at] if t["person"] != later["person"] and overlap(t, later)), None)
            if kept is not None and alike(people[kept]["name"], people[later["person"]]["name"], nicknames):
                kept = root(kept, same | found)
                if kept != later["person"]:
                    found.setdefault(later["person"], kept)
    return found


def alike(one: str, two: str, nicknames: dict[str, str]) -> bool:
    """Whether the first word of one name is a word of the other, by the table of given names or but for one or two letters."""
    words = [[nicknames.get(w, w) for w in fold(n).split() if len(w) > 2] for n in (one, two)]
    short, long = sorted(words, key=len)
    gulf = bool({"al", "bin"} & {*fold(one).split(), *fold(two).split()})
    return bool(short and long) and any(short[0] == w or near(short[0], w) for w in (long[:1] if gulf else long))


def overlap(one: Row, two: Row) -> bool:
    """Whether two tenures share a day, as far as their dates or the days on which they were seen tell."""
    spans = [(t["start"] or t.get("seen_first", ""), t["end"] or t.get("seen_last", "") or t["as_of"]) for t in (one, two)]
    (start, end), (begin, finish) = spans
    return bool(start and begin) and start <= finish and begin <= end


def root(i: str, same: dict[str, str]) -> str:
    """The id that an id at last stands for."""
    seen: set[str] = set()
    while i in same and i not in seen:
        seen.add(i)
        i = same[i]
    return i


def known_as(person: Row, aliases: list[str], hand: dict[tuple[str, str], list[str]]) -> list[str]:
    """Spellings of a name that we know, beside the register's."""
    countries = [c for c in re.split(r"[;| ]", person["countries"]) if c] or [""]
    return [a for n in (person["name"], *aliases) for c in {*countries, ""} for a in hand.get((fold(n), c), [])]


def person_row(person: Row, aliases: list[str], spellings: list[str]) -> Row:
    """A person with all folded keys; the register's family name where it is part of the name, else the last word."""
    countries = [c for c in re.split(r"[;| ]", person["countries"]) if c]
    name = person["name"]
    family = person["family"] if fold(person["family"]) in fold(name) and person["family"] else name.split()[-1]
    if re.fullmatch(r"(?i)(jr|sr|ii+|iv)\.?,?", family):
        family = name.replace(",", "").split()[-2]
    families = [(name, family), *((s, s if " " not in s else s.split()[-1]) for s in spellings)]
    keys = sorted({k for n in (name, *filter(is_latin, aliases), *spellings) for k in name_keys(n, countries)})
    return {
        "id": person["person_id"],
        "name": name,
        "countries": ";".join(countries),
        "keys": ";".join(keys),
        "families": ";".join(sorted({k for n, f in families for k in family_keys(n, f)})),
    }


def tenure_row(row: Row, same: dict[str, str]) -> Row:
    """A tenure under our role names; a body's office has the body in place of the state."""
    role = ROLES.get(row["role"], row["role"].replace("_", " "))
    country, body = row["country"], row["org"] if re.fullmatch(r"[A-Z]\w+", row["org"]) else ""
    if country == "EUU":
        country, body = "", "EU"
    if row["role"] == "ambassador_igo" and row["org"] == "representative to un":
        role = "ambassador un"
    if row["role"] == "igo_official" and row["office"].startswith("Permanent Representative"):
        role, body = "ambassador un", ""
    if row["role"] == "head_of_organisation" and row["office"] == "General Secretary":
        role = "party leader"
    office = " ".join(row["office"].split())
    acting = "1" if row["acting"] or row["role"] == "charge_daffaires" else ""
    return {
        "person": same.get(row["person_id"], row["person_id"]), "country": country, "body": body, "role": role, "office": office,
        "counterpart": row["counterpart"], "start": row["start"], "end": row["end"], "acting": acting, "seen_first": row["seen_first"],
        "seen_last": row["seen_last"], "as_of": row["asof"], "confidence": row["confidence"],
    }  # fmt: skip


def own_tenures(own: Path, people: dict[str, Row], aliases: dict[str, list[str]], same: dict[str, str]) -> Iterator[Row]:
    """Tenures from general knowledge; a holder whom the register does not know becomes a person with an id of ours."""
    known: dict[tuple[str, str], str] = {}
    for i, person in people.items():
        for country in [c for c in re.split(r"[;| ]", person["countries"]) if c] or [""]:
            for name in (person["name"], *aliases.get(i, [])):
                for key in name_keys(name, [country]):
                    known.setdefault((key, country), same.get(i, i))
                    known.setdefault((key, "any"), same.get(i, i))
    for number, row in enumerate(read(own / "tenures.csv"), 1):
        key = (fold(row["name"]), row["country"] or "any")
        if key not in known:
            known[key] = f"H{number:05}"
            known.setdefault((key[0], "any"), known[key])
            people[known[key]] = {"person_id": known[key], "name": row["name"], "family": row["family"], "countries": row["country"]}
        elif row["family"] != row["name"].split()[-1]:
            people[known[key]]["family"] = row["family"]
        yield {**row, "person": known[key], "as_of": "2025-12-31", "confidence": "B"}


def settled(tenures: list[Row], ours: list[Row]) -> Iterator[Row]:
    """Ours in place of a register row of the same person and role that tells fewer dates or the same ones; every other row as it is."""
    told: dict[tuple[str, str, str], set[str]] = {}
    for own in ours:
        told.setdefault((own["person"], own["role"], own["country"] or own["body"]), set()).add(own["start"][:7])
    seats = {(t["role"], t["country"] or t["body"], t["start"]): t["person"] for t in ours if t["role"] in SINGLE or t["role"].startswith("vice")}
    for row in tenures:
        place = row["country"] or row["body"]
        if row["start"] and seats.get((row["role"], place, row["start"]), row["person"]) != row["person"]:
            continue
        starts = told.get((row["person"], row["role"], row["country"] or row["body"]), set())
        if not starts or (row["start"] and row["start"][:7] not in starts):
            yield row
    yield from ours


def name_words(people: list[Row]) -> frozenset[str]:
    """Family and given names of the register in lower case."""
    words = {f for p in people for f in p["families"].split(";") if " " not in f}
    return frozenset(words | {fold(p["name"]).split()[0] for p in people})


def given_names(people: list[Row], places: set[str]) -> list[str]:
    """Given names that three or more people of the register bear and no state or capital has."""
    count = Counter(fold(p["name"]).split()[0] for p in people if not p["countries"].startswith(("CHN", "KOR", "PRK", "TWN", "VNM", "JPN")))
    taken = {p.casefold() for p in places}
    return sorted(n for n, seen in count.items() if seen >= 3 and len(n) > 2 and n not in taken)


def people_blocks(people: list[Row], places: set[str]) -> list[str]:
    """Full names that begin or end in the name of a state or capital ("Israel Katz", "Vernon Jordan")."""
    found: set[str] = set()
    for person in people:
        parts = person["name"].split()
        if len(parts) > 1 and (parts[0] in places or parts[-1] in places) and all(p[:1].isupper() for p in parts):
            found |= {person["name"], f"{parts[0]} {parts[-1]}"}
    return sorted(found)
