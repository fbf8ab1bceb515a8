"""Titles, office-holders and people."""

import pytest

from dragoman.lexicon.world import World, load_world


@pytest.fixture(scope="module")
def world() -> World:
    return load_world()


@pytest.mark.parametrize(
    ("title", "country", "role"),
    [
        ("Foreign Minister", None, "foreign minister"),
        ("Minister of Foreign Affairs", None, "foreign minister"),
        ("Secretary of State", "USA", "foreign minister"),
        ("Secretary of State", "VAT", "head of government"),
        ("Foreign Secretary", "GBR", "foreign minister"),
        ("Foreign Secretary", "IND", "deputy foreign minister"),
        ("acting secretary of state", "USA", "foreign minister"),
        ("Deputy Assistant Secretary of State", "USA", "deputy foreign minister"),
        ("the visiting Japanese foreign ministers", "JPN", "foreign minister"),
        ("special envoy for Sudan", None, "special envoy"),
        ("Special Representative for North Korea", "USA", "special envoy"),
        ("ambassador to the United Nations", None, "ambassador un"),
        ("High Representative", None, "foreign minister"),
        ("President of the European Commission", None, "head of organisation"),
        ("heads of state", None, "head of state"),
        ("Chancellor", "DEU", "head of government"),
        ("Taoiseach", "IRL", "head of government"),
        ("charge d'affaires", None, "ambassador"),
        ("chargé d’affaires", None, "ambassador"),
        ("spokesmen", None, "spokesperson"),
        ("minister of fisheries", None, "minister other"),
        ("Crown Prince", "SAU", "vice head of state"),
        ("carpenter", None, None),
        ("Sheikh", None, None),
    ],
)
def test_title_role(world: World, title: str, country: str | None, role: str | None) -> None:
    assert world.title_role(title, country) == role


def test_titles_are_longest_first(world: World) -> None:
    lengths = [len(title.split()) for title in world.titles()]
    assert lengths == sorted(lengths, reverse=True)
    assert "deputy assistant secretary of state" in world.titles()


@pytest.mark.parametrize(
    ("role", "place", "on", "holder"),
    [
        ("foreign minister", "JPN", "2018-03-16", "Taro Kono"),
        ("foreign minister", "USA", "2018-03-20", "John Sullivan"),  # acting, while the formal term of his predecessor still ran
        ("foreign minister", "USA", "2018-06-01", "Mike Pompeo"),
        ("head of state", "USA", "1990-06-01", "George H. W. Bush"),
        ("head of state", "USA", "2005-06-01", "George W. Bush"),
        ("foreign minister", "SUN", "1989-06-01", "Eduard Shevardnadze"),
        ("head of state", "KOR", "2018-04-27", "Moon Jae-in"),
        ("head of state", "RUS", "2025-01-01", "Vladimir Putin"),  # an open term within the trust in its source
    ],
)
def test_holders(world: World, role: str, place: str, on: str, holder: str) -> None:
    assert world.holders(role, place, on)[0].holder == holder


def test_holders_of_a_body(world: World) -> None:
    assert world.holders("head of organisation", None, "2018-06-01", body="NATO")[0].holder == "Jens Stoltenberg"
    assert world.holders("foreign minister", None, "2018-06-01", body="EU")[0].holder == "Federica Mogherini"
    assert world.holders("foreign minister", "JPN", "1700-01-01") == ()
    assert world.holders("court jester", "JPN", None) == ()


@pytest.mark.parametrize(
    ("name", "country", "on", "holder", "role"),
    [
        ("Taro Kono", None, "2018-03-16", "Taro Kono", "foreign minister"),
        ("Kono Taro", None, "2020-03-16", "Taro Kono", "defence minister"),
        ("Kono", "JPN", "2018-03-16", "Taro Kono", "foreign minister"),
        ("Kim Jong Un", None, "2018-03-16", "Kim Jong-un", "head of state"),
        ("KIM JONG-UN", None, "2018-03-16", "Kim Jong-un", "head of state"),
        ("Sergei Lavrov", "RUS", "2018-03-16", "Sergey Lavrov", "foreign minister"),
        ("Joseph R. Biden, Jr.", "USA", "2022-03-16", "Joe Biden", "head of state"),
        ("Tillerson", None, "2018-03-16", "Rex Tillerson", "foreign minister"),
        ("Margot Wallstrom", None, "2018-03-16", "Margot Wallström", "foreign minister"),
        ("Muammar Gaddafi", "LBY", "1990-01-01", "Moammar Gadhafi", "head of state"),
        ("Abdul Fattah el-Sissi", "EGY", "2018-01-01", "Abdel Fattah el-Sisi", "head of state"),
    ],
)
def test_persons(world: World, name: str, country: str | None, on: str, holder: str, role: str) -> None:
    best = world.persons(name, country=country, on=on)[0]
    assert (best.holder, best.role) == (holder, role)
    assert world.in_office(best, on)


def test_a_family_name_is_of_its_day(world: World) -> None:
    assert world.persons("Bush", on="1990-06-01")[0].holder == "George H. W. Bush"
    assert world.persons("Bush", on="2005-06-01")[0].holder == "George W. Bush"
    assert world.persons("Shevardnadze", country="SUN", on="2018-01-01") == ()


def test_other_times_come_last_and_say_so(world: World) -> None:
    tenures = world.persons("Rex Tillerson", on="2020-01-01")
    assert tenures
    assert not world.in_office(tenures[0], "2020-01-01")


def test_unknown_people(world: World) -> None:
    assert world.persons("Nobody Whatsoever") == ()
    assert world.persons("") == ()


@pytest.mark.parametrize("on", ["2018-02-30", "2018-04-21/2018-04-30", "2018", "XXXX-10-27", "2019-09-15~", "2019-11-08T19:45"])
def test_any_date_is_taken(world: World, on: str) -> None:
    assert isinstance(world.persons("Lavrov", on=on), tuple)
    assert isinstance(world.holders("foreign minister", "RUS", on), tuple)
