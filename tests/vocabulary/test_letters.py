"""Azerbaijani letters: case, search, order, and the parts of an SMS."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utility_eservices.vocabulary.letters import (
    folded,
    lower,
    sms_parts,
    sms_room,
    sort_key,
    upper,
)

ALPHABET = list("abcçdeəfgğhxıijkqlmnoöprsştuüvyz")


def test_the_two_i_keep_apart_in_case() -> None:
    """The dot neither comes nor goes when a word changes its case."""
    assert upper("işıqlı") == "İŞIQLI"
    assert lower("İŞIQLI") == "işıqlı"
    assert [lower(upper(letter)) for letter in ALPHABET] == ALPHABET


def test_a_dot_typed_apart_is_no_letter_of_its_own() -> None:
    """A capital I with a combining dot is İ, and becomes a plain small i."""
    assert lower("I\u0307ş") == "iş"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("saygac", "Sayğac"),
        ("ISIQ", "işıq"),
        ("IŞIQ", "işiq"),
        ("odenişler", "ÖDƏNİŞLƏR"),
        ("  azersu   asc ", "Azərsu ASC"),
        ("e\u0308", "ë"),
    ],
)
def test_search_finds_what_other_keyboards_type(typed: str, printed: str) -> None:
    """Without the letters that a keyboard lacks, and as the manuals misprint them."""
    assert folded(typed) == folded(printed)


def test_search_tells_words_apart() -> None:
    """Folding loses marks, never letters."""
    assert folded("su") != folded("us")
    assert folded("qaz") != folded("gaz")


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    """A folded column can be folded again without harm."""
    assert folded(folded(text)) == folded(text)


def backwards(words: list[str]) -> list[str]:
    """The words in an order that no sort would leave them in."""
    return list(reversed(words))


def test_the_alphabet_is_in_its_order() -> None:
    """Each letter stands where school teaches it, ə behind e and x behind h."""
    assert sorted(backwards(ALPHABET), key=sort_key) == ALPHABET
    capitals = [upper(letter) for letter in ALPHABET]
    assert sorted(backwards(capitals), key=sort_key) == capitals


def test_words_sort_as_in_a_directory() -> None:
    """A shorter word first, a space before any letter, figures before letters, foreign last."""
    words = ["12-ci ev", "ab", "ab c", "abc", "Əli", "w", "yol", "zal", "дом"]
    assert sorted(backwards(words), key=sort_key) == words


def test_case_decides_last() -> None:
    """Two names that differ in case alone have one order on every machine."""
    assert sorted(["Su", "su", "SU"], key=sort_key) == ["su", "Su", "SU"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", 0),
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("[" * 80, 1),
        ("[" * 81, 2),
        ("ə" * 70, 1),
        ("ə" * 71, 2),
        ("ə" * 134, 2),
        ("ə" * 135, 3),
        ("ç", 1),
        ("ö" * 160, 1),
        ("ç" * 71, 2),
        ("😀" * 35, 1),
        ("😀" * 36, 2),
        ("😀" * 67, 3),
        ("[" * 152 + "a", 2),
    ],
)
def test_parts_of_an_sms(text: str, parts: int) -> None:
    """160 or 70 characters in one, 153 or 67 in each of several, no character cut in two."""
    assert sms_parts(text) == parts


def test_room_is_what_parts_hold() -> None:
    """A text of just that many characters fits, one more does not."""
    for parts in (1, 2, 3):
        assert sms_parts("ə" * sms_room(parts)) == parts
        assert sms_parts("ə" * (sms_room(parts) + 1)) == parts + 1
