"""Sənədin nömrəsi (the number of a paper): what an issued paper is referred to by.

Issued by whoever issues the paper, for example technical conditions of a utility. Nobody
publishes its structure: one line of letters, figures and the signs usual in such numbers, a
figure among them, at most 40 characters, which is ours.

Source: ours; manual 003 names the technical conditions (ESU-188) and no number.

>>> DocumentNumber.parse(" TŞ–2026/145 ").value
'TŞ–2026/145'
>>> DocumentNumber.parse("not yet")
Traceback (most recent call last):
    ...
utility_eservices.errors.InvalidValue: document_number_malformed: Sənədin nömrəsi düzgün deyil. \
Belə yazın: TŞ-2026/145.
"""

from __future__ import annotations

import re

import attrs

from utility_eservices.errors import InvalidValue
from utility_eservices.vocabulary.masking import masked

__all__ = ["DocumentNumber"]

_LONGEST = 40
_LETTERS = "A-Za-zƏəÖöÜüĞğÇçŞşİı"
_NUMBER = re.compile(rf"(?=.*[0-9])[№{_LETTERS}0-9][{_LETTERS}0-9 ./\-–№]*")


@attrs.frozen
class DocumentNumber:
    """The number of one paper; ``value`` is the text as it is printed."""

    value: str = attrs.field()

    @value.validator
    def _is_well_formed(self, _: object, value: str) -> None:
        if len(value) > _LONGEST or not _NUMBER.fullmatch(value) or value != value.strip():
            raise ValueError("not the number of a paper")

    @classmethod
    def parse(cls, text: str) -> DocumentNumber:
        """Read what a person typed."""
        if not isinstance(text, str):
            raise TypeError("text must be a str")
        typed = text.strip()
        if not typed:
            # The number of the document has not been entered.
            raise InvalidValue("document_number_empty", "Sənədin nömrəsi daxil edilməyib.")
        if len(typed) > _LONGEST or not _NUMBER.fullmatch(typed):
            # The number of the document is not correct. Write it like this: TŞ-2026/145.
            raise InvalidValue(
                "document_number_malformed",
                "Sənədin nömrəsi düzgün deyil. Belə yazın: TŞ-2026/145.",
            )
        return cls(typed)

    def __repr__(self) -> str:
        return f"DocumentNumber({masked(self.value)})"

    def __str__(self) -> str:
        return masked(self.value)
