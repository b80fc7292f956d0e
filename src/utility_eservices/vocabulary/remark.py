r"""Qeyd (a remark): a free text in a person's own words, such as the reason of a refusal.

Written by an applicant or an officer. Kept as composed Unicode (NFC), so that one word is one
word however it was typed; without control characters, save the line break, and without the
invisible ones that hide a text or turn its direction. At most 2000 characters, which is ours.

Source: manual 001, “səbəbi qeyd edilməklə abonentə məlumat verilir” (DI-066).

>>> remark = Remark.parse("  Sayğac bağlı\r\nzirzəmidədir.\u200b ")
>>> remark.value
'Sayğac bağlı\nzirzəmidədir.'
>>> remark
Remark(26 characters)
>>> Remark.parse(" \u200b ")
Traceback (most recent call last):
    ...
utility_eservices.errors.InvalidValue: remark_blank: Mətn daxil edilməyib.
"""

from __future__ import annotations

import re
import unicodedata

import attrs

from utility_eservices.errors import InvalidValue

__all__ = ["Remark"]

_LONGEST = 2000
# Room for what falls away; beyond it nothing is looked at.
_LONGEST_TYPED = 4 * _LONGEST
_LINE_BREAK = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Control, format (zero width, direction) and half characters, by Unicode category.
_UNSEEN = frozenset({"Cc", "Cf", "Cs"})
# Letters and signs by category that nevertheless show nothing.
_EMPTY_LOOKING = dict.fromkeys(map(ord, "\u115f\u1160\u2800\u3164\uffa0"))
_VISIBLE = frozenset("LNPS")


def _cleaned(text: str) -> str:
    broken = _LINE_BREAK.sub("\n", text).replace("\t", " ").translate(_EMPTY_LOOKING)
    seen = "".join(c for c in broken if c == "\n" or unicodedata.category(c) not in _UNSEEN)
    return unicodedata.normalize("NFC", seen).strip()


def _is_blank(text: str) -> bool:
    return not any(unicodedata.category(c)[0] in _VISIBLE for c in text)


@attrs.frozen
class Remark:
    """A text in somebody's own words; ``value`` is the text, and nothing else shows it."""

    value: str = attrs.field()

    @value.validator
    def _is_well_formed(self, _: object, value: str) -> None:
        if len(value) > _LONGEST or _is_blank(value) or _cleaned(value) != value:
            raise ValueError("not a clean remark")

    @classmethod
    def parse(cls, text: str) -> Remark:
        """Read what a person typed, and clean it."""
        if not isinstance(text, str):
            raise TypeError("text must be a str")
        typed = text.strip()
        cleaned = _cleaned(typed) if len(typed) <= _LONGEST_TYPED else typed
        if len(cleaned) > _LONGEST:
            # The text can have at most {count} characters.
            raise InvalidValue(
                "remark_too_long",
                "Mətn ən çoxu {count} simvoldan ibarət ola bilər.",
                count=_LONGEST,
            )
        if _is_blank(cleaned):
            # The text has not been entered.
            raise InvalidValue("remark_blank", "Mətn daxil edilməyib.")
        return cls(cleaned)

    def __repr__(self) -> str:
        return f"Remark({len(self.value)} characters)"

    def __str__(self) -> str:
        return repr(self)
