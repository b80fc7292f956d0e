"""Portal (a channel): where an applicant meets a service.

Run by the state (e-gov.az) or by a utility. One service is worded and entered differently on
each; beneath them lies one registration. A request remembers the portal it came through, and a
portal shows the requests it gathers:

- e-su.az shows all, whatever they came through (ESU-082);
- e-gov.az shows its own, and those of the sites that lead to it. The manuals name azersu.az and
  azerishiq.az as ways in and describe no steps of their own (AMB-11, AMB-67);
- of a utility's own site nothing is said: it shows what came through it.

Whose requests they are, and to which utility, is not decided here.

Source: manuals 000 and 001 (DI-004), 003, 004 (MD-005, MD-006).

>>> E_SU_AZ.shows("e-gov.az")
True
>>> E_GOV_AZ.shows("azersu.az"), E_GOV_AZ.shows("e-su.az")
(True, False)
>>> Channel("E-gov.az", "“Elektron hökumət” portalı", "www.e-gov.az", None)
Traceback (most recent call last):
    ...
ValueError: a key is small Latin letters, digits, dots, hyphens and underscores
"""

from __future__ import annotations

import attrs

from utility_eservices.vocabulary.keys import check_key

__all__ = ["AZERISHIQ_AZ", "AZERSU_AZ", "E_GOV_AZ", "E_SU_AZ", "Channel"]


@attrs.frozen
class Channel:
    """One portal."""

    key: str = attrs.field(validator=check_key)
    """What programs tell it by; never changes."""

    name: str
    """The name in sentences."""

    url: str
    """The address as the manuals print it."""

    gathers: tuple[str, ...] | None
    """Keys of the portals whose requests it shows, its own among them; None for every portal."""

    def shows(self, other_key: str) -> bool:
        """Whether a request that came through that portal is seen here."""
        return self.gathers is None or other_key in self.gathers


E_GOV_AZ = Channel(
    "e-gov.az",
    # The "Electronic Government" portal.
    "“Elektron hökumət” portalı",
    "www.e-gov.az",
    ("e-gov.az", "azersu.az", "azerishiq.az"),
)
AZERSU_AZ = Channel(
    "azersu.az",
    # The company's site.
    "Cəmiyyətin saytı",
    "www.azersu.az",
    ("azersu.az",),
)
E_SU_AZ = Channel(
    "e-su.az",
    # The "Electronic water" portal, as AMB-66 spells it.
    "“Elektron-Su” portalı",
    "www.e-su.az",
    None,
)
AZERISHIQ_AZ = Channel(
    "azerishiq.az",
    # The company's site.
    "Cəmiyyətin saytı",
    "www.azerishiq.az",
    ("azerishiq.az",),
)
