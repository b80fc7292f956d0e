"""Faktura and ödəniş: what billing asks, and what was paid."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import attrs
import pytest

from utility_eservices.vocabulary.invoice import Invoice
from utility_eservices.vocabulary.money import Money
from utility_eservices.vocabulary.month import Month
from utility_eservices.vocabulary.payment import Payment

INVOICE = Invoice("F-2020-09", Month(2020, 9), Money.of("3.5"), Decimal(6), True, True)


@pytest.mark.parametrize("presented", [True, False])
@pytest.mark.parametrize("from_reading", [True, False])
def test_disputable_is_presented_and_read(presented: bool, from_reading: bool) -> None:
    """Only an invoice of a reading that the subscriber was handed can be named (DI-028)."""
    invoice = attrs.evolve(INVOICE, presented=presented, from_reading=from_reading)
    assert invoice.disputable is (presented and from_reading)


def test_amount_and_consumption_are_two_data() -> None:
    """Neither follows from the other: 6 m³ cost 3.50 in one month and 3.85 in another (NUM-10)."""
    july = attrs.evolve(INVOICE, month=Month(2020, 7), amount=Money.of("3.85"))
    assert july.consumption == INVOICE.consumption
    assert july.amount != INVOICE.amount
    assert attrs.evolve(july, consumption=None).amount == july.amount


@pytest.mark.parametrize(
    ("wrong", "error"),
    [(Decimal("NaN"), ValueError), (Decimal("Infinity"), ValueError), (6.0, TypeError)],
)
def test_consumption_is_a_number_or_unknown(wrong: Any, error: type[Exception]) -> None:
    """A binary fraction or no number at all does not come in from an adapter."""
    with pytest.raises(error):
        attrs.evolve(INVOICE, consumption=wrong)


@pytest.mark.parametrize(
    ("day", "month"),
    [
        (date(2020, 8, 19), "2020-08"),
        (date(2020, 6, 19), "2020-06"),
        (date(2020, 5, 21), "2020-05"),
    ],
)
def test_a_payment_counts_in_the_month_of_its_day(day: date, month: str) -> None:
    """The three payments of the manual's list stand in these rows of its certificate (NUM-14)."""
    assert str(Payment("Q-1", day, Money.of(10), "Bank").month) == month


def test_a_payment_has_a_day_and_no_hour() -> None:
    """Which day an instant is was settled before, in Baku's time."""
    with pytest.raises(TypeError):
        Payment("Q-1", datetime(2020, 8, 31, 23, 0, tzinfo=UTC), Money.of(10), "Bank")
