"""FİN: the personal identification number."""

import pytest

from utility_eservices.errors import InvalidValue
from utility_eservices.vocabulary.fin import Fin


@pytest.mark.parametrize(
    "typed", ["5XJ1K2A", "5xj1k2a", " 5XJ 1K2A ", "5XJ\N{NO-BREAK SPACE}1K2A", "5Xj1k2a\n"]
)
def test_spaces_and_small_letters_do_not_matter(typed: str) -> None:
    """The same FIN however it was typed."""
    assert Fin.parse(typed) == Fin("5XJ1K2A")


@pytest.mark.parametrize(
    "typed",
    [
        "5XJ1K2",
        "5XJ1K2AB",
        "5XJ1K2I",
        "5XJ1K2i",  # becomes I
        "5XJ1K2ı",  # `str.upper` makes I of it
        "5XJ1K2İ",
        "5XJ1K2O",
        "5XJ1K2ſ",  # `str.upper` makes S of it
        "5XJ1K2Ə",
        "5XJ1K2\u0410",  # a Cyrillic A
        "5XJ1K2\u0663",  # an Arabic 3
        "5XJ1K2\uff21",  # a wide A
        "5XJ-1K2A",
        "5XJ1\u200bK2A",
    ],
)
def test_other_letters_and_lengths_are_refused(typed: str) -> None:
    """Neither Azerbaijani letters nor look-alikes nor I and O become part of a FIN."""
    with pytest.raises(InvalidValue) as caught:
        Fin.parse(typed)
    assert caught.value.code == "fin_malformed"


@pytest.mark.parametrize("value", ["5XJ1K", "5XJ1K2", "OI123"])
def test_a_foreigners_shorter_number_can_be_vouched_for(value: str) -> None:
    """A program may build the 5 or 6 characters of a residence permit; nobody can type them."""
    assert Fin(value).value == value
    with pytest.raises(InvalidValue):
        Fin.parse(value)


@pytest.mark.parametrize("value", ["", "5xj1k2a", " 5XJ1K2A", "5XJ1K2A\n", "5XJ1", "5XJ1K2O"])
def test_a_program_gives_the_plain_form(value: str) -> None:
    """The constructor cleans nothing."""
    with pytest.raises(ValueError, match="not a FIN"):
        Fin(value)
