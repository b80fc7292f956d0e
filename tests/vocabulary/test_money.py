"""Məbləğ: money, exact to the qəpik."""

from __future__ import annotations

import decimal
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utility_eservices.errors import InvalidValue
from utility_eservices.vocabulary.money import NO_MONEY, Money, positive

qepik = st.integers(min_value=-(10**14), max_value=10**14)


@given(count=qepik)
def test_qepik_round_trip(count: int) -> None:
    """Stored as whole qəpik and read again, an amount is the same amount."""
    money = Money.from_qepik(count)
    assert money.qepik == count
    assert Money.of(money.plain) == money
    assert Money(money.amount) == money
    assert money.amount.as_tuple().exponent == -2


@given(count=st.integers(min_value=0, max_value=10**14 - 1), comma=st.booleans())
def test_what_is_shown_can_be_typed(count: int, comma: bool) -> None:
    """An amount printed by us reads as itself, with a dot as with a comma."""
    money = Money.from_qepik(count)
    typed = money.plain.replace(".", ",") if comma else money.plain
    assert Money.parse(typed) == money


@given(one=qepik, other=qepik)
def test_sums_and_order_are_those_of_whole_qepik(one: int, other: int) -> None:
    """Adding, taking away and comparing never round."""
    a, b = Money.from_qepik(one), Money.from_qepik(other)
    assert (a + b).qepik == one + other
    assert (a - b).qepik == one - other
    assert (a < b) == (one < other)
    assert (a == b) == (one == other)
    assert hash(a + b) == hash(b + a)


def test_the_sample_statement_adds_up() -> None:
    """The invoiced amounts of the manual's certificate make 107.45 (NUM-02, NUM-07)."""
    column = ["3.5", "3.5", "3.85", "2.1", "0.0", "11.2", "5.25", "6.65", "6.65", "59.85", "4.9"]
    assert sum(map(Money.of, column), NO_MONEY) == Money.of("107.45")


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("12", "12.00"),
        ("12,5", "12.50"),
        ("12.50", "12.50"),
        (" 12,50 ", "12.50"),
        ("0", "0.00"),
        ("0,00", "0.00"),
        ("007", "7.00"),
        ("999999999999,99", "999999999999.99"),
    ],
)
def test_a_person_types_dot_or_comma(typed: str, plain: str) -> None:
    """Both decimal marks are taken; two decimals always come out."""
    money = Money.parse(typed)
    assert money.plain == plain
    assert str(money) == f"{plain} AZN"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("1.005", "amount_too_fine"),
        ("1,000", "amount_too_fine"),
        ("-1", "amount_negative"),
        ("−1,50", "amount_negative"),
        ("-0", "amount_negative"),
        ("1e9", "amount_malformed"),
        ("1 000", "amount_malformed"),
        ("1.000,50", "amount_malformed"),
        ("+1", "amount_malformed"),
        ("1_0", "amount_malformed"),
        (".5", "amount_malformed"),
        ("5.", "amount_malformed"),
        ("١٢", "amount_malformed"),
        ("NaN", "amount_malformed"),
        ("Infinity", "amount_malformed"),
        ("12 AZN", "amount_malformed"),
        ("1000000000000", "amount_malformed"),
        ("12\u200b,50", "amount_malformed"),
        ("12,50\ufeff", "amount_malformed"),
        ("\uff11\uff12", "amount_malformed"),
        ("\u06f1\u06f2", "amount_malformed"),
        ("12,\xb2", "amount_malformed"),
    ],
)
def test_what_could_mean_two_things_is_refused(typed: str, code: str) -> None:
    """Thousands marks, exponents, signs, other digits: refused, each with its code."""
    with pytest.raises(InvalidValue) as caught:
        Money.parse(typed)
    assert caught.value.code == code


@pytest.mark.parametrize(("typed", "plain"), [("0,01", "0.01"), ("12.50", "12.50")])
def test_an_amount_to_pay_is_more_than_nothing(typed: str, plain: str) -> None:
    """From a qəpik on it is read as any other."""
    assert positive(typed) == Money.of(plain)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("0", "amount_zero"),
        ("0,00", "amount_zero"),
        ("000", "amount_zero"),
        ("-1", "amount_negative"),
        ("-0", "amount_negative"),
        ("1e9", "amount_malformed"),
        ("1.005", "amount_too_fine"),
        ("0.001", "amount_too_fine"),
        ("", "amount_empty"),
    ],
)
def test_nothing_cannot_be_paid(typed: str, code: str) -> None:
    """Zero has a code of its own; all else is refused as where zero is an amount."""
    with pytest.raises(InvalidValue) as caught:
        positive(typed)
    assert caught.value.code == code


@pytest.mark.parametrize(
    "amount", ["0.001", "12.005", "NaN", "sNaN", "Infinity", "-Infinity", "1E+999999", "1E-999999"]
)
def test_no_amount_is_rounded_into_shape(amount: str) -> None:
    """What is no whole number of qəpik is an error of the program that made it."""
    with pytest.raises(ValueError, match="whole qəpik"):
        Money(Decimal(amount))
    with pytest.raises(ValueError, match="whole qəpik"):
        Money.of(amount)


@pytest.mark.parametrize("thing", [12.5, True, None, "12"])
def test_only_a_decimal_is_an_amount(thing: Any) -> None:
    """A binary fraction never becomes money, nor does anything else by accident."""
    with pytest.raises(TypeError):
        Money(thing)


@pytest.mark.parametrize("thing", [12.5, True, None, Decimal(1)])
def test_programs_build_amounts_of_texts_and_integers(thing: Any) -> None:
    """``Money.of`` takes a text or an integer; ``from_qepik`` an integer alone."""
    assert Money.of(12) == Money.of("12.00") == Money.from_qepik(1200)
    with pytest.raises(TypeError):
        Money.of(thing)
    with pytest.raises(TypeError):
        Money.from_qepik(thing)


@pytest.mark.parametrize("text", ["", "many", "1,5"])
def test_a_text_that_is_no_number_is_no_amount(text: str) -> None:
    """``Money.of`` is for programs: its mistakes are ValueError."""
    with pytest.raises(ValueError, match="whole qəpik"):
        Money.of(text)


def test_more_than_decimal_holds_is_refused_rather_than_rounded() -> None:
    """Beyond 28 digits there is no amount, also not as a sum."""
    most = Money.from_qepik(10**28 - 1)
    with pytest.raises(ValueError, match="whole qəpik"):
        Money.from_qepik(10**28)
    with pytest.raises(ValueError, match="whole qəpik"):
        most + most


def test_a_credit_is_an_amount_and_nothing_owed_has_no_sign() -> None:
    """Negative values exist; zero is one value, whichever way it was reached."""
    assert Money.of(5) - Money.of(8) == Money.of("-3")
    assert str(Money(Decimal("-0.00"))) == "0.00 AZN" == str(NO_MONEY)


def test_money_mixes_with_nothing_else() -> None:
    """Adding or comparing with a bare number is a mistake, not a guess."""
    money: Any = Money.of(1)
    for wrong in (1, Decimal(1), "1"):
        assert money != wrong
        with pytest.raises(TypeError):
            money + wrong
        with pytest.raises(TypeError):
            money - wrong
        with pytest.raises(TypeError):
            money < wrong  # noqa: B015


def test_the_hosts_decimal_context_changes_nothing() -> None:
    """A host that works with three digits, or traps everything, gets the same sums."""
    with decimal.localcontext() as context:
        context.prec = 3
        context.traps[decimal.Inexact] = True
        context.traps[decimal.Rounded] = True
        total = Money.of("123456.78") + Money.parse("0,01")
        assert total.qepik == 12345679
        assert total.plain == "123456.79"
