"""EDTF values: the `edtf` package as oracle where it knows the form, round trips, faults named."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import DataError
from dragoman.schema.edtf import bounds, days, is_valid, parse, visit_interval, write

edtf = pytest.importorskip("edtf")

DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(2199, 12, 31))


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2018-03-16", "2018-03-16", "2018-03-16"),
        ("2018-02", "2018-02-01", "2018-02-28"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2018", "2018-01-01", "2018-12-31"),
        ("197X", "1970-01-01", "1979-12-31"),
        ("18XX", "1800-01-01", "1899-12-31"),
        ("2018-03-15/2018-03-17", "2018-03-15", "2018-03-17"),
        ("1950/1953", "1950-01-01", "1953-12-31"),
        ("197X/198X", "1970-01-01", "1989-12-31"),
        ("2019-09-15~", "2019-09-15", "2019-09-15"),
        ("2019-11-08T19:45", "2019-11-08", "2019-11-08"),
        ("[2018-04-21..2018-04-30]", "2018-04-21", "2018-04-30"),
        ("[2018-04-21,2018-04-28]", "2018-04-21", "2018-04-28"),
    ],
)
def test_bounds(value: str, first: str, last: str) -> None:
    assert bounds(value) == (date.fromisoformat(first), date.fromisoformat(last))
    assert write(parse(value)) == value


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [("../2018-05-31", None, date(2018, 5, 31)), ("2017/..", date(2017, 1, 1), None), ("[..2018-05-31]", None, date(2018, 5, 31))],
)
def test_open_ends(value: str, first: date | None, last: date | None) -> None:
    assert bounds(value) == (first, last)
    assert write(parse(value)) == value


def test_a_date_without_its_year_keeps_month_and_day() -> None:
    read = parse("XXXX-10-27")
    assert (read.month, read.day, read.earliest, read.latest) == (10, 27, None, None)
    assert write(read) == "XXXX-10-27"
    assert write(parse("XXXX-10")) == "XXXX-10"


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        ("2018-13", "no day of the calendar"),
        ("2018-02-30", "no day of the calendar"),
        ("XXXX-02-30", "no day of the calendar"),
        ("2019-11-08T25:00", "no time of day"),
        ("yesterday", "no EDTF value"),
        ("", "no EDTF value"),
        ("2018-05-03/2018-05-01", "ends before it begins"),
        ("2018/2019/2020", "has one"),
        ("../..", "neither of its ends"),
        ("[2018-04-21..2018-04-30", "does not close"),
        ("[2018..2019..2020]", "more than two ends"),
        ("2018~~", "no EDTF value"),
        ("XXXX", "needs a month"),
        ("0000", "no day of the calendar"),
    ],
)
def test_a_fault_is_named(value: str, fault: str) -> None:
    assert not is_valid(value)
    with pytest.raises(DataError, match=fault):
        parse(value)


@pytest.mark.parametrize(
    "value", ["2018-03-16", "2018-03", "2018", "197X", "18XX", "2018-03-15/2018-03-17", "1950/1953", "[2018-04-21..2018-04-30]", "2019-09-15~"]
)
def test_the_edtf_package_reads_the_same_days(value: str) -> None:
    theirs = edtf.parse_edtf(value)
    first, last = (date(*theirs.lower_strict()[:3]), date(*theirs.upper_strict()[:3]))
    assert bounds(value) == (first, last)


@given(DAYS, DAYS)
def test_intervals_round_trip(one: date, other: date) -> None:
    first, last = sorted((one, other))
    value = days(first, last)
    assert bounds(value) == (first, last)
    assert write(parse(value)) == value


@given(DAYS, st.sampled_from(["%Y", "%Y-%m", "%Y-%m-%d", "%Y-%m-%dT10:00"]), st.sampled_from(["", "~", "?", "%"]))
def test_points_round_trip_and_hold_their_day(day: date, form: str, qualifier: str) -> None:
    value = day.strftime(form) + qualifier
    first, last = bounds(value)
    assert write(parse(value)) == value
    assert first is not None
    assert last is not None
    assert first <= day <= last


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    if is_valid(text):
        assert parse(write(parse(text))) == parse(text)


@pytest.mark.parametrize(
    ("value", "length", "expected"),
    [
        ("2018-03-15", 3, "2018-03-15/2018-03-17"),
        ("2018-03-15", 1, "2018-03-15"),
        ("../2018-03-17", 3, "2018-03-15/2018-03-17"),
        ("2018-03-15/..", 2, "2018-03-15/2018-03-16"),
        ("2018-03-15/2018-03-17", 3, None),
        ("2018-03", 3, None),
        ("XXXX-03-15", 3, None),
        ("2018-03-15", 0, None),
    ],
)
def test_visit_interval(value: str, length: int, expected: str | None) -> None:
    assert visit_interval(value, length) == expected


def test_visit_interval_up_to_its_last_day() -> None:
    assert visit_interval("2018-03-17", 3, ending=True) == "2018-03-15/2018-03-17"
    assert visit_interval("9999-12-31", 3) is None
    assert visit_interval("0001-01-01", 3, ending=True) is None


@given(DAYS, st.integers(min_value=1, max_value=60))
def test_a_visit_is_as_long_told_from_either_end(first: date, length: int) -> None:
    last = first + timedelta(days=length - 1)
    assert visit_interval(first.isoformat(), length) == visit_interval(last.isoformat(), length, ending=True) == days(first, last)
