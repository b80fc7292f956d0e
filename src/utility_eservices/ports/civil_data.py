"""Civil data (fərdi məlumatlar): what the state's registers know of a person.

A form's main data are filled in from there by itself. Which data these are is lost with the
manual's picture (AMB-53): the name and the FIN are certain, what else a register gives comes
labelled and is shown as it is.

Source: manual 004, “Müraciət qaydası” (MD-017 to MD-019).
"""

from __future__ import annotations

from typing import Protocol

import attrs

from utility_eservices.ports.port import Port, hookspec
from utility_eservices.vocabulary.fin import Fin
from utility_eservices.vocabulary.person import PersonName

__all__ = ["CIVIL_DATA", "CivilData", "CivilRecord"]


@attrs.frozen
class CivilRecord:
    """One person; ``more`` holds rows of Azerbaijani label and text, in the order to show them."""

    name: PersonName
    fin: Fin
    more: tuple[tuple[str, str], ...] = attrs.field(default=(), repr=False)


class CivilData(Protocol):
    """The registers."""

    def find(self, fin: Fin) -> CivilRecord | None:
        """The record of a person, None when there is none."""


@hookspec
def eservices_civil_data() -> CivilData | None:
    """Give the civil data.

    :return: the object, or None when this plugin has none.
    """


CIVIL_DATA = Port(CivilData, eservices_civil_data)
