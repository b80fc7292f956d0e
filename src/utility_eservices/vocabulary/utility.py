"""Xidmət təşkilatı (a utility): the company behind a subscriber code.

Data and not code: names change, and since 2026 the water services of the big cities are
attributed to a new joint body. A utility is told by its ``key``; nothing may depend on a name.

Source: manuals 000 to 003 (“Azərsu” Açıq Səhmdar Cəmiyyəti, water) and 004 (“Azərişıq” Açıq
Səhmdar Cəmiyyəti, electricity; MD-003). ASC is “Açıq Səhmdar Cəmiyyəti”, open joint-stock
company.

>>> AZERSU.name
'“Azərsu” ASC'
>>> Utility("Azərsu", "“Azərsu” ASC", "Azərsu")
Traceback (most recent call last):
    ...
ValueError: a key is small Latin letters, digits, dots, hyphens and underscores
"""

from __future__ import annotations

import attrs

from utility_eservices.vocabulary.keys import check_key

__all__ = ["AZERISHIQ", "AZERSU", "Utility"]


@attrs.frozen
class Utility:
    """One utility."""

    key: str = attrs.field(validator=check_key)
    """What programs tell it by; never changes."""

    name: str
    """The name in sentences and lists, as the manuals write it."""

    short: str
    """The name alone, for headings."""


# Azersu OJSC: water and sewerage.
AZERSU = Utility("azersu", "“Azərsu” ASC", "Azərsu")
# Azerishiq OJSC: electricity.
AZERISHIQ = Utility("azerishiq", "“Azərişıq” ASC", "Azərişıq")
