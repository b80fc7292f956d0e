"""Qeyd: a free text in a person's own words."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utility_eservices.errors import InvalidValue
from utility_eservices.vocabulary.remark import Remark


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Sayğac bağlıdır. ", "Sayğac bağlıdır."),
        ("bir\r\niki\rüç\u2028dörd", "bir\niki\nüç\ndörd"),
        ("bir\tiki", "bir iki"),
        ("ödə\u200bniş", "ödəniş"),
        ("\u202eadi\u202c", "adi"),
        ("a\x00b\x1b[31m", "ab[31m"),
        ("s\u0327", "ş"),
        ("\ufeffmətn", "mətn"),
        ("x\ud800y", "xy"),
        ("{}%s <b>", "{}%s <b>"),
    ],
)
def test_a_text_is_cleaned_and_otherwise_kept(typed: str, kept: str) -> None:
    """What nobody sees falls away; what they see stays, line by line."""
    assert Remark.parse(typed).value == kept


@given(text=st.text(max_size=200))
def test_what_is_kept_is_clean(text: str) -> None:
    """No control, format or half character stays, and the text can be written as UTF-8."""
    try:
        kept = Remark.parse(text).value
    except InvalidValue:
        return
    assert kept == kept.strip()
    assert unicodedata.is_normalized("NFC", kept)
    assert not {unicodedata.category(c) for c in kept.replace("\n", "")} & {"Cc", "Cf", "Cs"}
    assert kept.encode().decode() == kept


@pytest.mark.parametrize(
    "typed",
    [
        "\u200b",
        " \u200b\u2060 ",
        "\u202e\u202c",
        "\x00\x07",
        "\u3164",
        "\u2800",
        "\ufe0f",
        "\u0301",
    ],
)
def test_a_text_that_shows_nothing_is_blank(typed: str) -> None:
    """Invisible characters do not pass for a reason."""
    with pytest.raises(InvalidValue) as caught:
        Remark.parse(typed)
    assert caught.value.code == "remark_blank"


def test_two_thousand_characters_and_no_more() -> None:
    """Counted as kept: composed, and without what fell away."""
    assert len(Remark.parse("ş" * 2000).value) == 2000
    assert len(Remark.parse("s\u0327" * 2000).value) == 2000
    with pytest.raises(InvalidValue) as caught:
        Remark.parse("a" * 2001)
    assert caught.value.code == "remark_too_long"
    assert "2000" in caught.value.message


@pytest.mark.parametrize("value", ["", " ", " a", "a\x00", "s\u0327", "a" * 2001])
def test_a_program_gives_a_clean_text(value: str) -> None:
    """The constructor cleans nothing."""
    with pytest.raises(ValueError, match="not a clean remark"):
        Remark(value)
