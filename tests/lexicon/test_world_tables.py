"""The tables of data/world: consistent, listed with their origin, and places found by name."""

import csv
import gzip
import hashlib
import io

import pytest

from dragoman.lexicon.rows import csv_rows, data_root
from dragoman.lexicon.world import World, load_world

SOURCES = ("file", "origin", "licence", "rows", "sha256", "made_by")


@pytest.fixture(scope="module")
def world() -> World:
    return load_world()


@pytest.mark.parametrize(
    ("name", "near", "place", "country", "kind"),
    [
        ("Tokyo", None, "Tokyo", "JPN", "city"),
        ("Washington", None, "Washington", "USA", "city"),
        ("the Hague", None, "The Hague", "NLD", "city"),
        ("Tripoli", "LBN", "Tripoli", "LBN", "city"),
        ("Kiev", None, "Kyiv", "UKR", "city"),
        ("Singapore", None, "Singapore", "SGP", "city"),
        ("Georgia", None, "Georgia", "GEO", "country"),
        ("Panmunjeom", None, "Panmunjom", "KOR", "venue"),
        ("Camp David", None, "Camp David", "USA", "venue"),
        ("West Bank", None, "West Bank", "PSE", "region"),
        ("Middle East", None, "Middle East", None, "region"),
        ("Kingston", None, "Kingston", "JAM", "city"),
    ],
)
def test_place_named(world: World, name: str, near: str | None, place: str, country: str | None, kind: str) -> None:
    found = world.place_named(name, near=near)
    assert found is not None
    assert (found.name, found.country, found.kind) == (place, country, kind)


def test_unknown_place(world: World) -> None:
    assert world.place_named("Nowhere at All") is None


def test_every_name_has_its_target(world: World) -> None:
    columns = ("name", "kind", "target", "flags", "valid_from", "valid_to", "source")
    for row in csv_rows("world/names.csv", columns):
        if row["kind"] in ("country", "demonym"):
            assert world.country(row["target"]) is not None, row
        elif row["kind"] == "body":
            assert world.body(row["target"]) is not None, row
        elif row["kind"] == "group":
            assert world.group(row["target"]) is not None, row
        else:
            assert row["kind"] in ("region", "block"), row


def test_groups_have_a_known_country(world: World) -> None:
    for row in csv_rows("world/groups.csv", ("name", "cameo", "country", "kind", "source")):
        assert not row["country"] or world.country(row["country"]) is not None, row


def test_every_table_is_listed() -> None:
    """The origin of each table of data/world, its rows and its sum, as SOURCES.csv tells them."""
    told = {row["file"]: row for row in csv_rows("SOURCES.csv", SOURCES)}
    for entry in data_root().joinpath("world").iterdir():
        content = entry.read_bytes()
        row = told[f"world/{entry.name}"]
        assert row["sha256"] == hashlib.sha256(content).hexdigest(), entry.name
        text = (gzip.decompress(content) if entry.name.endswith(".gz") else content).decode()
        assert int(row["rows"]) == sum(1 for _ in csv.reader(io.StringIO(text))) - 1
        assert row["licence"]
