"""Şəxs (a person): the name, and the proven identity of whoever has signed in.

Names come from the State Register through the sign-in, never typed: “Adı, soyadı, ata adı”, the
patronymic without its “oğlu” or “qızı” where the register has it so; some people have none.

How sure a sign-in is, its assurance, follows the three levels of eIDAS (Regulation (EU) No
910/2014, article 8), which the sign-in systems' own documents use.

Source: manual 003, the certificate (ESU-092); the levels are ours.

>>> name = PersonName("Aysel", "Quliyeva", "Vaqif")
>>> name.full
'Aysel Quliyeva Vaqif'
>>> name
PersonName(•••)
>>> Identity(Fin("5XJ1K2A"), name, "asan", Assurance.HIGH).fin
Fin(•••••2A)
>>> Assurance.LOW < Assurance.SUBSTANTIAL < Assurance.HIGH
True
>>> PersonName(" ", "")
Traceback (most recent call last):
    ...
ValueError: a person has a name
"""

from __future__ import annotations

from enum import IntEnum

import attrs

from utility_eservices.vocabulary.fin import Fin

__all__ = ["Assurance", "Identity", "PersonName"]


@attrs.frozen
class PersonName:
    """A person's name in its parts; none of them shows unless asked for."""

    name: str
    surname: str
    patronymic: str = ""

    def __attrs_post_init__(self) -> None:
        if not self.full:
            raise ValueError("a person has a name")

    @property
    def full(self) -> str:
        """Name, surname, patronymic, in the order of the certificate."""
        parts = (self.name.strip(), self.surname.strip(), self.patronymic.strip())
        return " ".join(part for part in parts if part)

    # Not even as many dots as letters: a name is guessed from less.
    def __repr__(self) -> str:
        return "PersonName(•••)"

    def __str__(self) -> str:
        return "•••"


class Assurance(IntEnum):
    """How surely a sign-in proves who somebody is."""

    LOW = 1
    SUBSTANTIAL = 2
    HIGH = 3


@attrs.frozen
class Identity:
    """The signed-in person; not always the subscriber whose code they use."""

    fin: Fin
    name: PersonName

    means: str
    """The key of the sign-in means, see `sign_in`."""

    assurance: Assurance
