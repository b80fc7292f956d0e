"""Ay and gün: months, and the day in Baku."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utility_eservices.errors import InvalidValue
from utility_eservices.vocabulary.days import baku_day, parse_day
from utility_eservices.vocabulary.month import Month

months = st.builds(
    Month,
    st.integers(min_value=1000, max_value=8000),
    st.integers(min_value=1, max_value=12),
)


@given(month=months, steps=st.integers(min_value=-6000, max_value=6000))
def test_counting_back_and_forth(month: Month, steps: int) -> None:
    """So many months back and so many forward is the same month; one step is one month."""
    assert month.minus(steps).minus(-steps) == month
    assert (month.minus(steps) < month) == (steps > 0)
    assert month.minus(12) == Month(month.year - 1, month.month)


def test_the_window_of_the_certificate() -> None:
    """The month of issue and the eleven before it, over the turn of the year (NUM-04)."""
    issued = Month.of(date(2020, 9, 23))
    window = [str(issued.minus(n)) for n in range(12)]
    assert window[0] == "2020-09"
    assert window[8:10] == ["2020-01", "2019-12"]
    assert window[-1] == "2019-10"
    assert window == sorted(window, reverse=True)


@given(month=st.builds(Month, st.integers(1, 9999), st.integers(1, 12)))
def test_what_is_shown_can_be_parsed(month: Month) -> None:
    """The text of a month is that month, and texts order as months do."""
    assert Month.parse(str(month)) == month
    assert len(str(month)) == 7


@pytest.mark.parametrize(
    "typed",
    ["2020-9", "2020-00", "2020-13", "0000-01", "20-09", "2020/09", "٢٠٢٠-٠٩", "2020-09-01"],
)
def test_other_forms_are_refused(typed: str) -> None:
    """One form only, so that no month is guessed."""
    with pytest.raises(InvalidValue) as caught:
        Month.parse(typed)
    assert caught.value.code == "month_malformed"


@pytest.mark.parametrize(("year", "month"), [(2020, 0), (2020, 13), (0, 1), (10000, 1)])
def test_no_month_outside_the_calendar(year: int, month: int) -> None:
    """Neither built nor reached by counting."""
    with pytest.raises(ValueError, match="calendar"):
        Month(year, month)


def test_counting_out_of_the_calendar_is_refused() -> None:
    """There is no month before the first."""
    with pytest.raises(ValueError, match="calendar"):
        Month(1, 1).minus(1)


def test_an_instant_has_no_month_of_its_own() -> None:
    """Which month an instant lies in depends on where; the caller says so by its day."""
    with pytest.raises(TypeError):
        Month.of(datetime(2020, 8, 31, 23, 0, tzinfo=UTC))


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        (datetime(2020, 8, 31, 19, 59, tzinfo=UTC), date(2020, 8, 31)),
        (datetime(2020, 8, 31, 20, 0, tzinfo=UTC), date(2020, 9, 1)),
        (datetime(2020, 9, 1, 0, 0, tzinfo=timezone(timedelta(hours=5))), date(2020, 8, 31)),
        (datetime(2014, 7, 1, 19, 0, tzinfo=UTC), date(2014, 7, 2)),  # summer time, until 2015
        (datetime(2026, 7, 1, 19, 0, tzinfo=UTC), date(2026, 7, 1)),
    ],
)
def test_days_are_bakus(instant: datetime, day: date) -> None:
    """Four hours before midnight UTC the day turns, in summer as in winter."""
    assert baku_day(instant) == day


def test_an_instant_without_a_zone_is_refused() -> None:
    """Nobody knows when it was."""
    with pytest.raises(ValueError, match="time zone"):
        baku_day(datetime(2020, 8, 31, 20, 0))  # noqa: DTZ001  # that is the point


@given(day=st.dates())
def test_a_day_is_read_as_people_and_as_browsers_write_it(day: date) -> None:
    """In figures with points, with or without leading zeros, and as ISO; nothing else is meant."""
    assert parse_day(f"{day.day:02}.{day.month:02}.{day.year:04}") == day
    assert parse_day(f" {day.day}.{day.month}.{day.year:04}\n") == day
    assert parse_day(day.isoformat()) == day


@pytest.mark.parametrize(
    "typed",
    [
        "31.09.2020",
        "29.02.2021",
        "00.01.2020",
        "01.13.2020",
        "01.01.0000",
        "1.1.20",
        "2020-9-1",
        "09/23/2020",
        "2020.09.23",
        "٢٣.٠٩.٢٠٢٠",
        "23.09.\u200b2020",
        "23 09 2020",
        "-1",
    ],
)
def test_what_is_no_day_of_the_calendar_is_refused(typed: str) -> None:
    """No day is guessed from an order or a sign that others use."""
    with pytest.raises(InvalidValue) as caught:
        parse_day(typed)
    assert caught.value.code == "day_malformed"
