"""Ünvan: one line of text that says where something is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utility_eservices.errors import InvalidValue
from utility_eservices.vocabulary.address import Address


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Nizami küçəsi 12 ", "Nizami küçəsi 12"),
        ("Bakı\r\nNizami küçəsi\u2028mənzil 7", "Bakı Nizami küçəsi mənzil 7"),
        ("Nizami \t \N{NO-BREAK SPACE} 12", "Nizami 12"),
        ("Niza\u200bmi 12\x1b", "Nizami 12"),
        ("Nizami ku\u0308c\u0327əsi", "Nizami küçəsi"),
        ("a1/2 {}%s", "a1/2 {}%s"),
    ],
)
def test_an_address_is_one_clean_line(typed: str, kept: str) -> None:
    """What nobody sees falls away, and what stands on several lines comes to stand on one."""
    assert Address.parse(typed).value == kept


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "address_blank"),
        (" \u200b\u2060 ", "address_blank"),
        ("\u3164" * 9, "address_blank"),
        ("Bakı", "address_too_short"),
        ("B\u200ba\u200bk\u200bı", "address_too_short"),
        ("B" + " " * 99 + "k", "address_too_short"),
        ("a" * 201, "address_too_long"),
        ("a" * 2001, "address_too_long"),
        ("a" * 10_000_000, "address_too_long"),
    ],
)
def test_what_is_no_address_is_refused_by_code(typed: str, code: str) -> None:
    """Blank, too short and too long are told apart, by what is seen."""
    with pytest.raises(InvalidValue) as caught:
        Address.parse(typed)
    assert caught.value.code == code


def test_five_to_two_hundred_characters() -> None:
    """Both limits are themselves allowed, counted as kept."""
    assert Address.parse(" Quba1 ").value == "Quba1"
    assert len(Address.parse("s\u0327" * 200).value) == 200


@given(text=st.text(max_size=250))
def test_what_is_kept_is_clean(text: str) -> None:
    """One line, composed, with no invisible character, and the constructor takes it again."""
    try:
        kept = Address.parse(text)
    except InvalidValue as error:
        assert error.code.startswith("address_")  # noqa: PT017  # refusing is no duty here
        return
    assert kept.value == " ".join(kept.value.split())
    assert unicodedata.is_normalized("NFC", kept.value)
    assert not {unicodedata.category(c) for c in kept.value} & {"Cc", "Cf", "Cs"}
    assert Address(kept.value) == kept


@pytest.mark.parametrize(
    "value", ["", "     ", "Bakı", " Quba1", "Quba  1", "Quba\n1", "s\u0327ubat", "a" * 201]
)
def test_a_program_gives_a_clean_address(value: str) -> None:
    """The constructor cleans nothing, and its error does not repeat what it was given."""
    with pytest.raises(ValueError, match=r"^not a clean address$"):
        Address(value)


@pytest.mark.parametrize("show", [repr, str, "{}".format, "%s".__mod__])
def test_an_address_shows_its_length_alone(show: type[str]) -> None:
    """No way of printing tells where somebody lives."""
    assert show(Address("Nizami küçəsi 12")) == "Address(16 characters)"
