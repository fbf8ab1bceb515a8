"""Names of states, bodies, groups and places in running text."""

import time
from pathlib import Path

import pytest

from dragoman.lexicon.names import fold, name_keys
from dragoman.lexicon.world import World, load_world
from dragoman.schema.text import Span


@pytest.fixture(scope="module")
def world() -> World:
    return load_world()


def found(world: World, text: str, *, capitals: bool = False, on: str | None = None) -> list[str]:
    """Hits as `words=kind:target`, ambiguous ones with a star."""
    hits = world.scan(text, Span(start=0, end=len(text)), capitals=capitals, on=on)
    return [f"{h.span.of(text)}={h.kind}:{h.target}{'*' if h.ambiguous else ''}" for h in hits]


CASES = [
    ("The US told us that the UK agrees.", ["US=country:USA", "UK=country:GBR"]),
    ("He lives in the U.S. Then he left.", ["U.S.=country:USA"]),
    ("A U.S.-born envoy", ["U.S.=country:USA"]),
    ("It left the U.S by sea", ["U.S=country:USA"]),
    ("the UAE, the DRC and the ROK", ["UAE=country:ARE", "DRC=country:COD", "ROK=country:KOR"]),
    ("North Korean and Korean envoys", ["North Korean=demonym:PRK", "Korean=demonym:KOR*"]),
    ("Soviet, East German and West German", ["Soviet=demonym:SUN", "East German=demonym:DDR", "West German=demonym:DEU"]),
    ("Zaire, Burma, Persia and Rhodesia", ["Zaire=country:COD", "Burma=country:MMR", "Persia=country:IRN", "Rhodesia=country:ZWE"]),
    ("Côte d’Ivoire and Cote d'Ivoire", ["Côte d’Ivoire=country:CIV", "Cote d'Ivoire=country:CIV"]),
    (
        "Guinea, Guinea-Bissau, Equatorial Guinea, Papua New Guinea, New Guinea",
        [
            "Guinea=country:GIN",
            "Guinea-Bissau=country:GNB",
            "Equatorial Guinea=country:GNQ",
            "Papua New Guinea=country:PNG",
            "New Guinea=region:New Guinea",
        ],
    ),
    ("Niger and Nigeria; Nigerien and Nigerian", ["Niger=country:NER", "Nigeria=country:NGA", "Nigerien=demonym:NER", "Nigerian=demonym:NGA"]),
    ("the Congo and DR Congo", ["Congo=country:COD*", "DR Congo=country:COD"]),
    ("Turkey and Türkiye", ["Turkey=country:TUR", "Türkiye=country:TUR"]),
    ("South\n  Korea", ["South\n  Korea=country:KOR"]),
    ("Palestinian, Kosovo, Vatican", ["Palestinian=demonym:PSE", "Kosovo=country:XKX", "Vatican=country:VAT"]),
    ("European leaders", ["European=region:Europe"]),
    ("Georgia, and Atlanta, Georgia", ["Georgia=country:GEO", "Atlanta=city:USA", "Georgia=region:USA"]),
    ("Tripoli, Lebanon", ["Tripoli=city:LBN", "Lebanon=country:LBN"]),
    ("Hamilton Jordan met the king of Jordan", ["Jordan=country:JOR"]),
    ("Mr. Chad left Chad", ["Chad=country:TCD*", "Chad=country:TCD"]),
    ("the Washington Post in Washington", ["Washington=metonym:USA"]),
    ("George Washington University", []),
    ("the White House, Foggy Bottom and the Quai d'Orsay", ["White House=metonym:USA", "Foggy Bottom=metonym:USA", "Quai d'Orsay=metonym:FRA"]),
    ("Brussels agreed", ["Brussels=metonym:EU*"]),
    ("the UN Security Council", ["UN Security Council=body:UNSC"]),
    ("the U.N. Security Council", ["U.N. Security Council=body:UNSC"]),
    ("NATO, the EU, the G-20, P5+1 and OPEC+", ["NATO=body:NATO", "EU=body:EU", "G-20=body:G20", "P5+1=body:P5+1", "OPEC+=body:OPEC"]),
    ("WHO said that? The WHO did.", ["WHO=body:WHO", "WHO=body:WHO"]),
    ("WHO SAID THAT IS OVER", []),
    ("the Taliban, Houthi rebels and UNITA", ["Taliban=group:Taliban", "Houthi rebels=group:Houthis", "UNITA=group:UNITA"]),
    ("al-Qaida and the Tamil Tigers", ["al-Qaida=group:Al-Qaida", "Tamil Tigers=group:Tamil Tigers"]),
    ("nice reading in Reading and Nice", ["Reading=city:GBR", "Nice=city:FRA*"]),
    ("Panmunjom, Davos, Camp David", ["Panmunjom=venue:KOR", "Davos=venue:CHE", "Camp David=venue:USA"]),
    ("from New Mexico to the Gulf of Mexico", ["New Mexico=region:USA", "Gulf of Mexico=region:Gulf of Mexico"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_scan(world: World, text: str, expected: list[str]) -> None:
    assert found(world, text) == expected


def test_names_that_moved(world: World) -> None:
    assert found(world, "the Kremlin", on="1989-05-14") == ["Kremlin=metonym:SUN"]
    assert found(world, "the Kremlin", on="1995-05-14") == ["Kremlin=metonym:RUS"]
    assert found(world, "Moscow") == ["Moscow=metonym:RUS"]
    assert found(world, "Bonn", on="1989-01-01") == ["Bonn=metonym:DEU"]
    assert found(world, "Bonn", on="2017-01-01") == ["Bonn=city:DEU"]
    assert found(world, "Russian", on="1989-01-01") == ["Russian=demonym:RUS"]


def test_wire_in_capitals(world: World) -> None:
    text = "WHO SAID THAT THE US AND SOUTH KOREA MEET IN NICE AND LUSAKA"
    assert found(world, text, capitals=True) == ["US=country:USA", "SOUTH KOREA=country:KOR", "NICE=city:FRA", "LUSAKA=metonym:ZMB"]
    assert found(world, "HE TOLD US", capitals=True) == ["US=country:USA*"]


def test_span_bounds_the_scan(world: World) -> None:
    hits = world.scan("France and Spain", Span(start=7, end=16))
    assert [(h.span.start, h.span.end, h.target) for h in hits] == [(11, 16, "ESP")]


def test_scan_is_linear(world: World) -> None:
    """A line of a megabyte is read in the time of its words: no quadratic step."""
    line = "The United Nations envoy left Kabul for Paris while South Sudan waited. " * 14_000
    world.scan("warm", Span(start=0, end=4))
    begun = time.perf_counter()
    hits = world.scan(line, Span(start=0, end=len(line)))
    assert len(hits) == 4 * 14_000
    assert time.perf_counter() - begun < 20


def test_lookups(world: World) -> None:
    country = world.country("JPN")
    assert country is not None
    assert (country.name, country.capital, country.adjective) == ("Japan", "Tokyo", "Japanese")
    soviet = world.country("SUN")
    assert soviet is not None
    assert soviet.valid_to == "1991-12-26"
    body = world.body("U.N.")
    assert body is not None
    assert (body.name, body.country, body.code) == ("United Nations", None, "IGOUNO")
    group = world.group("Hizballah")
    assert group is not None
    assert (group.name, group.country, group.code) == ("Hezbollah", "LBN", "LBNREBHEZ")
    assert world.group("Nobody") is None
    assert world.body("Nobody") is None
    assert world.denotes("Pentagon") == "defence ministry"


def test_overlay_adds_a_name(tmp_path: Path) -> None:
    (tmp_path / "world").mkdir()
    (tmp_path / "world" / "names.csv").write_text("name,kind,target,flags,valid_from,valid_to,source\nRuritania,country,AUT,,,,mine\n")
    assert found(load_world(tmp_path), "in Ruritania") == ["Ruritania=country:AUT"]


def test_folded_names() -> None:
    assert fold("Şahin’s  O'Neill-Müller") == "sahins oneill muller"
    assert "kono taro" in name_keys("Taro Kono", ["JPN"])
    assert "kim jongun" in name_keys("Kim Jong-un", ["PRK"])
    assert "rex tillerson" in name_keys("Rex W. Tillerson", ["USA"])
