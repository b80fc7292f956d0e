"""FİN (fərdi identifikasiya nömrəsi, the personal identification number of Azerbaijan).

Issued by the State Register of the Population to every citizen, for life; printed on the
identity card. Seven characters: digits and Latin capitals except I and O, which look like 1
and 0. No check digit is public.

Foreigners with a residence permit have a shorter one, of 5 or 6 characters, from the State
Migration Service. A sign-in system may vouch for such a number, so ``Fin(...)`` takes it; what
a person types is held to the seven.

Source: the Procedure for assigning personal identification numbers (Cabinet of Ministers, 19
May 2005, No. 92); https://migration.gov.az/index.php/en/fintelimat for the shorter ones. The
manuals only name it, as the sign-in means “İdentifikasiya nömrəsi ilə”.

>>> Fin.parse(" 5xj1 k2a ").value
'5XJ1K2A'
>>> Fin.parse("5XJ1K2A")
Fin(•••••2A)
>>> Fin.parse("5XJ1K2O")
Traceback (most recent call last):
    ...
utility_eservices.errors.InvalidValue: fin_malformed: FİN 7 simvoldan ibarət olmalıdır: \
rəqəmlər və latın hərfləri (I və O istisna olmaqla).
>>> Fin.parse("")
Traceback (most recent call last):
    ...
utility_eservices.errors.InvalidValue: fin_empty: FİN daxil edilməyib.
"""

from __future__ import annotations

import re
import string

import attrs

from utility_eservices.errors import InvalidValue
from utility_eservices.vocabulary.masking import masked

__all__ = ["Fin"]

_FIN = re.compile(r"[0-9A-HJ-NP-Z]{7}")
_FOREIGN = re.compile(r"[0-9A-Z]{5,6}")
_LONGEST_TYPED = 32
# Only a-z: `str.upper` would also make I of the Azerbaijani ı, and S of the long ſ.
_CAPITALS = str.maketrans(string.ascii_lowercase, string.ascii_uppercase)


@attrs.frozen
class Fin:
    """One person's FIN; ``value`` is the plain text."""

    value: str = attrs.field()

    @value.validator
    def _is_well_formed(self, _: object, value: str) -> None:
        if not (_FIN.fullmatch(value) or _FOREIGN.fullmatch(value)):
            raise ValueError("not a FIN")

    @classmethod
    def parse(cls, text: str) -> Fin:
        """Read what a person typed: spaces fall away, small letters become capitals."""
        if not isinstance(text, str):
            raise TypeError("text must be a str")
        typed = text.strip()
        if not typed:
            # The FIN has not been entered.
            raise InvalidValue("fin_empty", "FİN daxil edilməyib.")
        if len(typed) <= _LONGEST_TYPED:
            compact = typed.replace(" ", "").replace("\N{NO-BREAK SPACE}", "")
            compact = compact.translate(_CAPITALS)
            if _FIN.fullmatch(compact):
                return cls(compact)
        # The FIN must have 7 characters: digits and Latin letters (except I and O).
        raise InvalidValue(
            "fin_malformed",
            "FİN 7 simvoldan ibarət olmalıdır: "
            "rəqəmlər və latın hərfləri (I və O istisna olmaqla).",
        )

    @property
    def masked(self) -> str:
        """The form that may be shown and logged."""
        return masked(self.value)

    def __repr__(self) -> str:
        return f"Fin({self.masked})"

    def __str__(self) -> str:
        return self.masked
