"""Datelines of the wires, and the dates that stand on pages."""

from dataclasses import replace

import pytest

from dragoman.clean.dateline import read_dateline
from dragoman.clean.dates import closing_date, dates_in, is_date_line, order_of_figures, packaged_calendar

CALENDAR = packaged_calendar()


@pytest.mark.parametrize(
    ("line", "place", "day", "rest"),
    [
        ("LUSAKA, 14 MAY 89 (ZANA) -- [TEXT] THE ENVOY", "LUSAKA", "1989-05-14", "THE ENVOY"),
        ("SAN SALVADOR, 31 JAN 90", "SAN SALVADOR", "1990-01-31", ""),
        ("CAIRO, February 21. (TASS special correspondents). The envoy", "CAIRO", None, "The envoy"),
        ("WASHINGTON (AP) — The envoy", "WASHINGTON", None, "The envoy"),
        ("BEIJING, March 5 (Xinhua) -- The envoy", "BEIJING", None, "The envoy"),
        ("LIMA, Peru (UPI) -- The envoy", "LIMA", None, "The envoy"),
        ("Cairo, Nov 16 (MENA)--The envoy", "Cairo", None, "The envoy"),
        ("TOKYO, Oct. 9, Kyodo - The envoy", "TOKYO", None, "The envoy"),
        ("Paris/Vienna (dpa) - The envoy", "Paris/Vienna", None, "The envoy"),
        ("Bogota, Nov 28 (EFE).- The envoy", "Bogota", None, "The envoy"),
        ("Bern, 15.02.2016 - The envoy", "Bern", "2016-02-15", "The envoy"),
        ("Nairobi, Monday, 21st November 2022: The envoy", "Nairobi", "2022-11-21", "The envoy"),
        ("New Delhi, Sep 28 (PTI) The envoy", "New Delhi", None, "The envoy"),
        ("PORT-AU-PRINCE, Haiti, Sept. 19, 1994 (AP) -- The envoy", "PORT-AU-PRINCE", "1994-09-19", "The envoy"),
        ("N'DJAMENA, 3 March 1994 - The envoy", "N'DJAMENA", "1994-03-03", "The envoy"),
        ("Rio de Janeiro, 5 June 1992 (AFP) - The envoy", "Rio de Janeiro", "1992-06-05", "The envoy"),
        ("MOSCOW, May 12. /TASS/. The envoy", "MOSCOW", None, "The envoy"),
        ("Skopje (LNN)The envoy", "Skopje", None, "The envoy"),
        ("OSLO, 4 FEB 84 (NTB) -- The envoy", "OSLO", "2084-02-04", "The envoy"),
    ],
)
def test_a_dateline_is_read(line: str, place: str, day: str | None, rest: str) -> None:
    found = read_dateline(line, CALENDAR, ("[TEXT]",))
    assert found is not None
    assert line[: found.place_end] == place
    assert (str(found.date.day) if found.date and found.date.day else None) == day
    assert line[found.end :] == rest


@pytest.mark.parametrize(
    "line",
    [
        "London, 5 May 2016 was a day of meetings.",
        "Moscow, which severed relations in May, said nothing.",
        "The President (left) - a former general - flew to Quito.",
        "On Monday, June 3, the minister met three envoys.",
        "Tunis — which had recalled its envoy — said nothing.",
        "F-150 — the truck — was shown to the ministers.",
        "Peru, Chile and Bolivia (all members) - signed.",
        "",
        "—",
    ],
)
def test_a_sentence_is_none(line: str) -> None:
    assert read_dateline(line, CALENDAR) is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Wed, 26 May 2021 22:11:22 +0000", "2021-05-26"),
        ("24/06/2019 - 18:20", "2019-06-24"),
        ("Wednesday, September 11, 2019", "2019-09-11"),
        ("17 September 2019, 4:12 pm", "2019-09-17"),
        ("Thursday, July 11, 2024 (updated 11 minutes ago)", "2024-07-11"),
        ("Published on: 14 May 2012 at 09:15 GMT", "2012-05-14"),
        ("2019 February 23", "2019-02-23"),
        ("2012-05-14", "2012-05-14"),
        ("July 11, 2022.", "2022-07-11"),
    ],
)
def test_a_date_line(line: str, day: str) -> None:
    found = is_date_line(line, CALENDAR)
    assert found is not None
    assert str(found.day) == day


@pytest.mark.parametrize("line", ["16 to 22 July 2018", "May 3, 2022 was a Tuesday in the capital", "Room 14", "31 February", "13/13/2013 and on"])
def test_no_date_line(line: str) -> None:
    found = is_date_line(line, CALENDAR)
    assert found is None or found.day is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("212th meeting - Brussels, 7 November 2005", "2005-11-07"),
        ("QA-12, 13 August 2020, Statement of the Spokesperson", "2020-08-13"),
        ("Portal:Current events/2019 February 23", "2019-02-23"),
        ("Ten years after the accord of 7 November 2005", None),
        ("Visit of the Minister (November 9-11, 2017)", None),
    ],
)
def test_a_date_closes_a_line(line: str, day: str | None) -> None:
    found = closing_date(line, CALENDAR)
    assert (str(found.day) if found else None) == day


def test_figures_are_read_as_the_text_writes_its_dates() -> None:
    assert order_of_figures("They met on 3 May 2011 and on 4 June 2011.", CALENDAR) is True
    assert order_of_figures("They met on May 3, 2011 and on June 4, 2011.", CALENDAR) is False
    assert order_of_figures("They met.", CALENDAR) is None
    assert next(dates_in("09/07/2011", CALENDAR)).day is None
    assert str(next(dates_in("09/07/2011", replace(CALENDAR, day_first=True))).day) == "2011-07-09"
    assert str(next(dates_in("09/07/2011", replace(CALENDAR, day_first=False))).day) == "2011-09-07"
