"""Sayğacın göstəricisi: the meter reading."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utility_eservices.errors import InvalidValue
from utility_eservices.vocabulary.reading import MeterReading


@given(litres=st.integers(min_value=0, max_value=10**12 - 1))
def test_every_dial_can_be_typed(litres: int) -> None:
    """Nine digits and three decimals, with a dot or a comma, read as they stand."""
    value = Decimal(litres).scaleb(-3)
    reading = MeterReading(value)
    assert reading.value == value
    assert MeterReading.parse(f"{value:f}") == reading
    assert MeterReading.parse(f"{value:f}".replace(".", ",")) == reading
    assert "E" not in reading.plain


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("1234", "1234 m³"),
        ("1234,50", "1234.5 m³"),
        ("0", "0 m³"),
        ("0,000", "0 m³"),
        ("007", "7 m³"),
    ],
)
def test_equal_readings_look_alike(typed: str, shown: str) -> None:
    """Needless zeros fall away on both sides."""
    assert str(MeterReading.parse(typed)) == shown


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("-3", "reading_negative"),
        ("−3,5", "reading_negative"),
        ("many", "reading_malformed"),
        ("1e3", "reading_malformed"),
        ("1.2345", "reading_malformed"),
        ("1234567890", "reading_malformed"),
        ("1 234", "reading_malformed"),
        ("NaN", "reading_malformed"),
        ("٣", "reading_malformed"),
        ("1234 m³", "reading_malformed"),
    ],
)
def test_what_no_dial_shows_is_refused(typed: str, code: str) -> None:
    """A negative reading is told apart from what is no number."""
    with pytest.raises(InvalidValue) as caught:
        MeterReading.parse(typed)
    assert caught.value.code == code


@pytest.mark.parametrize(
    "value", ["-1", "0.0001", "1000000000", "NaN", "sNaN", "Infinity", "1E+999999", "1E-999999"]
)
def test_a_program_cannot_make_one_either(value: str) -> None:
    """The limits hold for values from other systems as well."""
    with pytest.raises(ValueError, match="not a meter reading"):
        MeterReading(Decimal(value))


@pytest.mark.parametrize("thing", [1, 1.5, "1.0", None])
def test_only_a_decimal_is_a_reading(thing: Any) -> None:
    """Binary fractions never become readings."""
    with pytest.raises(TypeError):
        MeterReading(thing)


def test_readings_are_ordered() -> None:
    """A later reading is compared with an earlier one as a number."""
    assert MeterReading(Decimal(9)) < MeterReading(Decimal(10))
    assert MeterReading(Decimal("1E+2")) == MeterReading(Decimal("100.0"))
