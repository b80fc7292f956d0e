"""Abonent kodu: the subscriber code."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utility_eservices.errors import InvalidValue
from utility_eservices.vocabulary.subscriber_code import (
    AZERISHIQ_CODE,
    AZERSU_CODE,
    CodeFormat,
    SubscriberCode,
)


@given(digits=st.from_regex(r"[0-9]{1,15}", fullmatch=True))
def test_leading_zeros_belong_to_the_code(digits: str) -> None:
    """A code is kept digit by digit; two codes that differ in zeros are two codes."""
    code = SubscriberCode.parse(digits)
    assert code.value == digits
    assert code != SubscriberCode("0" + digits)


@given(
    digits=st.from_regex(r"[0-9]{1,13}", fullmatch=True),
    space=st.sampled_from([" ", "\N{NO-BREAK SPACE}"]),
)
def test_spaces_between_digits_fall_away(digits: str, space: str) -> None:
    """A code copied from an invoice in groups is the same code."""
    spaced = space + space.join(digits) + space
    assert AZERSU_CODE.parse(spaced).value == digits


@pytest.mark.parametrize(
    "typed",
    [
        "123A",
        "12-3",
        "1.5",
        "-1",
        "+1",
        "١٢٣",
        "\uff11",
        "²",
        "\u06f1\u06f2",
        "1e3",
        "0x12",
        "1_000",
        "1\u200b2",
        "12\u200b",
        "\ufeff12",
        "1\u202e2",
        "1\u20072",
        "1\n2",
        "1\t2",
    ],
)
def test_only_the_digits_0_to_9_are_taken(typed: str) -> None:
    """Digits of other scripts, signs and unseen characters are refused, not dropped."""
    with pytest.raises(InvalidValue) as caught:
        SubscriberCode.parse(typed)
    assert caught.value.code == "code_malformed"


@pytest.mark.parametrize(
    ("taking", "length", "taken"),
    [
        (AZERSU_CODE, 1, True),
        (AZERSU_CODE, 13, True),
        (AZERSU_CODE, 14, False),
        (AZERISHIQ_CODE, 10, False),
        (AZERISHIQ_CODE, 11, True),
        (AZERISHIQ_CODE, 15, True),
        (AZERISHIQ_CODE, 16, False),
        (CodeFormat(7, 7), 7, True),
        (CodeFormat(7, 7), 6, False),
    ],
)
def test_each_utility_has_its_lengths(taking: CodeFormat, length: int, taken: bool) -> None:
    """The shortest and the longest are within, their neighbours without."""
    if taken:
        assert taking.parse("7" * length) == SubscriberCode("7" * length)
    else:
        with pytest.raises(InvalidValue):
            taking.parse("7" * length)


@pytest.mark.parametrize(
    ("taking", "said"), [(AZERSU_CODE, "1–13 rəqəm"), (CodeFormat(7, 7), " 7 rəqəm")]
)
def test_the_person_is_told_the_length(taking: CodeFormat, said: str) -> None:
    """The sentence names the lengths of this utility."""
    with pytest.raises(InvalidValue) as caught:
        taking.parse("x")
    assert said in caught.value.message


@pytest.mark.parametrize(("shortest", "longest"), [(0, 5), (5, 4), (1, 31)])
def test_an_impossible_format_is_refused(shortest: int, longest: int) -> None:
    """A format has a shortest and a longest length, in this order and within reason."""
    with pytest.raises(ValueError, match="1 to 30 digits"):
        CodeFormat(shortest, longest)


@pytest.mark.parametrize("value", ["", " 1", "1\n", "٣", "1" * 31])
def test_a_program_gives_the_plain_form(value: str) -> None:
    """The constructor cleans nothing."""
    with pytest.raises(ValueError, match="not a subscriber code"):
        SubscriberCode(value)
