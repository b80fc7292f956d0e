"""Nəfər sayı: how many persons are served at one address."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utility_eservices.errors import InvalidValue
from utility_eservices.vocabulary.household import Household


@given(persons=st.integers(min_value=1, max_value=99))
def test_every_number_in_range_reads_back(persons: int) -> None:
    """The plain number, with zeros before it or spaces around it, is the same number."""
    assert Household.parse(f" 0{persons} ").persons == persons
    assert Household.parse(str(Household(persons))) == Household(persons)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "persons_empty"),
        (" \n", "persons_empty"),
        ("0", "persons_out_of_range"),
        ("100", "persons_out_of_range"),
        ("9" * 32, "persons_out_of_range"),
        ("-1", "persons_malformed"),
        ("+4", "persons_malformed"),
        ("4.0", "persons_malformed"),
        ("4 nəfər", "persons_malformed"),
        ("1 0", "persons_malformed"),
        ("1_0", "persons_malformed"),
        ("٤", "persons_malformed"),
        ("²", "persons_malformed"),
        ("4\u200b", "persons_malformed"),
        ("1" * 10_000_000, "persons_malformed"),
    ],
)
def test_what_is_no_number_of_persons_is_refused_by_code(typed: str, code: str) -> None:
    """Nothing typed, no digits, and a number out of range are told apart."""
    with pytest.raises(InvalidValue) as caught:
        Household.parse(typed)
    assert caught.value.code == code


@pytest.mark.parametrize("persons", [0, -1, 100])
def test_a_program_gives_a_number_in_range(persons: int) -> None:
    """The constructor holds the same limits."""
    with pytest.raises(ValueError, match=r"^not a number of persons$"):
        Household(persons)


@pytest.mark.parametrize("persons", [True, 4.0, "4", None])
def test_a_program_gives_a_whole_number(persons: object) -> None:
    """Nothing but an int is counted."""
    with pytest.raises(TypeError):
        Household(persons)  # type: ignore[arg-type]  # that is the point
