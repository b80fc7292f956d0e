"""Hərflər (letters): Azerbaijani case, order, search, and what a text takes up as SMS.

Python's own ``upper`` and ``lower`` know no language: they make “I” of “i” and lose the pairs
i–İ and ı–I. Its order puts ə behind z. A search has to find “Sayğac” also for who typed
“saygac”, as the manuals themselves now and then print it (requirements, misprints). And one
letter ə makes a whole SMS travel in UCS-2, with 70 characters instead of 160.

Source: the Azerbaijani alphabet of 32 letters (law of 1992; w is no letter of it and stands
behind v); 3GPP TS 23.038 (the default alphabet of SMS) and 23.040 (parts).

>>> upper("işıq"), lower("İŞIQ")
('İŞIQ', 'işıq')
>>> folded("Sayğacın göstəricisi") == folded("SAYGACIN GOSTERICISI")
True
>>> sorted(["zəng", "əmək", "Çay", "cədvəl", "çörək"], key=sort_key)
['cədvəl', 'Çay', 'çörək', 'əmək', 'zəng']
>>> sms_parts("Your request is registered."), sms_parts("Müraciətiniz " * 6)
(1, 2)
"""

from __future__ import annotations

import unicodedata

__all__ = ["folded", "lower", "sms_parts", "sms_room", "sort_key", "upper"]

_UPPER = str.maketrans({"i": "İ", "ı": "I"})
_LOWER = str.maketrans({"İ": "i", "I": "ı"})

# What each letter without a mark to lose is searched as: what other keyboards have.
_FOLDED = str.maketrans("əı", "ei")

_ALPHABET = "abcçdeəfgğhxıijkqlmnoöprsştuüvwyz"
_PLACE = {letter: place for place, letter in enumerate(_ALPHABET)}


def upper(text: str) -> str:
    """The text in capital letters, as Azerbaijani writes them."""
    return _composed(text).translate(_UPPER).upper()


def lower(text: str) -> str:
    """The text in small letters, as Azerbaijani writes them."""
    return _composed(text).translate(_LOWER).lower()


def folded(text: str) -> str:
    """What to compare when somebody searches: small, without what another keyboard lacks.

    Marks on letters fall away and so does the difference between i and ı; whoever searches
    folds both sides.
    """
    small = lower(unicodedata.normalize("NFKC", text))
    parts = unicodedata.normalize("NFKD", small)
    plain = "".join(part for part in parts if not unicodedata.combining(part))
    return " ".join(plain.translate(_FOLDED).split())


def sort_key(text: str) -> tuple[tuple[tuple[int, int, str], ...], str]:
    """What to sort by: figures and signs, then the letters in their order, then foreign ones.

    Of two texts that differ in case alone the smaller letters come first.
    """
    return tuple(map(_rank, lower(text))), text.swapcase()


def _rank(letter: str) -> tuple[int, int, str]:
    if letter in _PLACE:
        return 1, _PLACE[letter], ""
    return (2 if letter.isalpha() else 0), 0, letter


def _composed(text: str) -> str:
    # "i" and a dot above it are one letter, however they were typed.
    return unicodedata.normalize("NFC", text)


# --- SMS --------------------------------------------------------------------------------------

# The default alphabet, and what takes the place of two characters there.
_GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_GSM_TWICE = frozenset("^{}\\[~]|€\f")
# Characters in a single message, and in each part of a longer one.
_OF_GSM, _OF_UCS2 = (160, 153), (70, 67)


def sms_parts(text: str) -> int:
    """In how many parts a text travels by SMS; none for the empty text.

    One letter outside the default alphabet, such as ə, and all of it travels in UCS-2.
    """
    by_gsm = all(letter in _GSM or letter in _GSM_TWICE for letter in text)
    whole, part = _OF_GSM if by_gsm else _OF_UCS2
    sizes = [_size(letter, by_gsm=by_gsm) for letter in text]
    if sum(sizes) <= whole:
        return 1 if text else 0
    parts, room = 1, part
    for size in sizes:
        # No part ends within a character.
        if size > room:
            parts, room = parts + 1, part
        room -= size
    return parts


def sms_room(parts: int) -> int:
    """How many UCS-2 characters so many parts hold: 70 for one, 134 for two."""
    whole, part = _OF_UCS2
    return whole if parts == 1 else parts * part


def _size(letter: str, *, by_gsm: bool) -> int:
    if by_gsm:
        return 2 if letter in _GSM_TWICE else 1
    return 2 if ord(letter) > 0xFFFF else 1
