"""Elektron arayış: twelve months of invoices and payments."""

from __future__ import annotations

import random
from datetime import date
from decimal import Decimal

import attrs
import pytest

from utility_eservices.simulator.residents import AYSELS_CODE
from utility_eservices.simulator.sample import PAYMENTS, sample_invoices
from utility_eservices.vocabulary.invoice import Invoice
from utility_eservices.vocabulary.language import Phrase
from utility_eservices.vocabulary.meter import MeterType
from utility_eservices.vocabulary.money import NO_MONEY, Money
from utility_eservices.vocabulary.month import Month
from utility_eservices.vocabulary.payment import Payment
from utility_eservices.vocabulary.person import PersonName
from utility_eservices.vocabulary.service_kind import ServiceKinds
from utility_eservices.vocabulary.statement import Heading, Statement, TwelveMonths

ISSUED = date(2020, 9, 23)
PRESENTED = [item for item in sample_invoices(AYSELS_CODE) if item.presented]
# The certificate of manual 003, to the letter (ESU-105).
PRINTED = [
    ("2020", "09", "6", "3.5", "0.0"),
    ("2020", "08", "6", "3.5", "12.0"),
    ("2020", "07", "6", "3.85", "0.0"),
    ("2020", "06", "4", "2.1", "10.0"),
    ("2020", "05", "0", "0.0", "10.0"),
    ("2020", "04", "22", "11.2", "10.0"),
    ("2020", "03", "10", "5.25", "9.65"),
    ("2020", "02", "12", "6.65", "10.0"),
    ("2020", "01", "12", "6.65", "0.0"),
    ("2019", "12", "118", "59.85", "10.0"),
    ("2019", "11", "8", "4.9", "5.0"),
    ("2019", "10", "0", "0.0", "0.0"),
]
TOTALS = ("204", "107.45", "76.65")


def invoice(month: str, amount: str, consumption: str | None = "6") -> Invoice:
    used = None if consumption is None else Decimal(consumption)
    return Invoice(f"F-{month}-{amount}", Month.parse(month), Money.of(amount), used, True, True)


def paid(day: date, amount: str) -> Payment:
    return Payment("Q-1", day, Money.of(amount), "Bank")


def test_the_sample_comes_out_to_the_letter() -> None:
    """The twelve rows and three totals are those printed (NUM-01 to NUM-05, NUM-08)."""
    year = TwelveMonths.of(PRESENTED, PAYMENTS, ISSUED)
    assert [item.cells for item in year.months] == PRINTED
    assert year.total_cells == TOTALS


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_what_billing_gives_changes_nothing(seed: int) -> None:
    """Billing gives invoices and payments in any order; 107.45 is 107.45 in each (NUM-07)."""
    invoices, payments = list(PRESENTED), list(PAYMENTS)
    chance = random.Random(seed)  # noqa: S311  # to be the same each time
    chance.shuffle(invoices)
    chance.shuffle(payments)
    shuffled = TwelveMonths.of(invoices, payments, ISSUED)
    assert shuffled == TwelveMonths.of(PRESENTED, PAYMENTS, ISSUED)
    assert shuffled.invoiced == Money.of("107.45")


@pytest.mark.parametrize(
    ("issued", "first", "last"),
    [
        (date(2020, 9, 30), "2020-09", "2019-10"),
        (date(2020, 10, 1), "2020-10", "2019-11"),
        (date(2021, 1, 1), "2021-01", "2020-02"),
        (date(2020, 12, 31), "2020-12", "2020-01"),
    ],
)
def test_the_window_ends_with_the_month_of_issue(issued: date, first: str, last: str) -> None:
    """The month of issue is the first row, the eleventh before it the last (NUM-04, AMB-28)."""
    months = TwelveMonths.of((), (), issued).months
    assert (str(months[0].month), str(months[-1].month), len(months)) == (first, last, 12)


def test_what_lies_outside_the_window_does_not_count() -> None:
    """Neither an older nor a newer invoice or payment reaches a row or a total."""
    invoices = [invoice("2019-09", "9"), invoice("2020-10", "9")]
    payments = [paid(date(2019, 9, 30), "9"), paid(date(2020, 10, 1), "9")]
    year = TwelveMonths.of(invoices, payments, ISSUED)
    assert year.total_cells == ("0", "0.0", "0.0")


def test_a_payment_counts_in_the_month_of_its_day() -> None:
    """An invoice of July that is paid on 19 August is in two rows (NUM-14)."""
    year = TwelveMonths.of([invoice("2020-07", "12")], [paid(date(2020, 8, 19), "12")], ISSUED)
    rows = {str(item.month): (item.invoiced, item.paid) for item in year.months}
    assert rows["2020-07"] == (Money.of(12), NO_MONEY)
    assert rows["2020-08"] == (NO_MONEY, Money.of(12))


def test_several_in_one_month_make_one_row() -> None:
    """A corrected month has two invoices, a diligent payer several payments: one row adds them."""
    invoices = [invoice("2020-07", "3.85"), invoice("2020-07", "-1.05", "-1.5")]
    payments = [paid(date(2020, 7, 1), "2"), paid(date(2020, 7, 31), "0.75")]
    row = TwelveMonths.of(invoices, payments, ISSUED).months[2]
    assert row.cells == ("2020", "07", "4.5", "2.8", "2.75")


def test_an_unknown_consumption_is_not_a_zero() -> None:
    """Where billing does not say what was used, neither the month nor the total claims to know."""
    invoices = [invoice("2020-08", "3.5"), invoice("2020-07", "3.85", None)]
    year = TwelveMonths.of(invoices, (), ISSUED)
    assert year.months[2].cells == ("2020", "07", "–", "3.85", "0.0")
    assert year.months[1].consumption == 6
    assert year.total_cells == ("–", "7.35", "0.0")


@pytest.mark.parametrize(
    ("used", "printed"), [("10", "10"), ("10.00", "10"), ("1E+2", "100"), ("0.250", "0.25")]
)
def test_a_consumption_is_printed_without_needless_zeros(used: str, printed: str) -> None:
    """Whatever form of a number an adapter gives, the certificate prints one."""
    assert TwelveMonths.of([invoice("2020-09", "1", used)], (), ISSUED).total_cells[0] == printed


def test_twelve_months_are_twelve_in_a_row() -> None:
    """A gap, another order or another count is a programmer's mistake, not a certificate."""
    months = TwelveMonths.of(PRESENTED, PAYMENTS, ISSUED).months
    for wrong in (months[:-1], months[::-1], (*months[:5], *months[6:], months[5]), ()):
        with pytest.raises(ValueError, match="not twelve months"):
            TwelveMonths(wrong)


def test_a_statement_shows_nobody_in_a_log() -> None:
    """Code, name, address and figures are personal; a repr has none of them."""
    heading = Heading("Azərsu", Phrase("Verən"), Phrase("Mövzu"), Phrase("Arayış"))
    statement = Statement(
        heading,
        ISSUED,
        AYSELS_CODE,
        PersonName("Aysel", "Quliyeva", "Vaqif"),
        "Nümunə küçəsi 1",
        4,
        ServiceKinds("water"),
        MeterType("M"),
        TwelveMonths.of(PRESENTED, PAYMENTS, ISSUED),
    )
    shown = repr(statement)
    assert not [
        text for text in ("1020304050", "Aysel", "Quliyeva", "Nümunə", "59.85") if text in shown
    ]
    assert attrs.evolve(statement, meter=None) != statement
