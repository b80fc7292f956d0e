"""Giriş vasitəsi (a sign-in means): how an applicant proves who they are.

Offered by the state's sign-in systems. Which of them a portal offers is part of a service's
journey, and differs: five on e-gov.az for the services of manuals 000 and 001, four for that of
manual 002, three for that of manual 004 and in the window “Asan Login” of e-su.az (AMB-12). The
several “electronic signatures” are kept apart and
share a family (AMB-13).

A label is the manual's own; a journey may print another under the same key. “Asan Login”
leaves out “ilə” (by), which `ASAN_LOGIN_LABELS` holds.

Source: manuals 000 and 001, figure 3 (SDC-015 to SDC-019, DI-012 to DI-016); 002, figure 3
(ST-009 to ST-012); 003 (ESU-012 to ESU-015); 004 (MD-013 to MD-015).

>>> ASAN.label, ASAN_LOGIN_LABELS[ASAN.key]
('Asan imza ilə', 'Asan imza')
>>> SIMA_TOKEN.family == BSXM.family == E_SIGNATURE.family == E_SIGNATURE_CARD.family
True
>>> SignInMeans("Asan imza", "Asan imza ilə", "mobile_signature")
Traceback (most recent call last):
    ...
ValueError: a key is small Latin letters, digits, dots, hyphens and underscores
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import attrs

from utility_eservices.vocabulary.keys import check_key

__all__ = [
    "ASAN",
    "ASAN_LOGIN_LABELS",
    "BSXM",
    "E_GOV_ACCOUNT",
    "E_GOV_IDENTITY",
    "E_SIGNATURE",
    "E_SIGNATURE_CARD",
    "ID_NUMBER",
    "SIMA",
    "SIMA_TOKEN",
    "SignInMeans",
]


@attrs.frozen
class SignInMeans:
    """One way to sign in."""

    key: str = attrs.field(validator=check_key)
    """What programs tell it by; never changes."""

    label: str
    """What the applicant presses."""

    family: str = attrs.field(validator=check_key)
    """Means that prove the same thing by the same kind of device share it."""


# By identification number.
ID_NUMBER = SignInMeans("id_number", "İdentifikasiya nömrəsi ilə", "id_number")
# By SİMA signature.
SIMA = SignInMeans("sima", "SİMA imza ilə", "mobile_signature")
# By Asan signature.
ASAN = SignInMeans("asan", "Asan imza ilə", "mobile_signature")
# By SİMA Token (electronic signature); the manuals print no space before the bracket.
SIMA_TOKEN = SignInMeans("sima_token", "SİMA Token (Elektron imza) ilə", "electronic_signature")
# By BSXM electronic signature.
BSXM = SignInMeans("bsxm", "BSXM Elektron İmza ilə", "electronic_signature")
# By electronic signature.
E_SIGNATURE = SignInMeans("e_signature", "Elektron imza ilə", "electronic_signature")
# Electronic signature card (ST-009).
E_SIGNATURE_CARD = SignInMeans("e_signature_card", "elektron imza kartı", "electronic_signature")
# In English as printed (ST-010); the manual does not explain it, so that it stands by itself.
E_GOV_IDENTITY = SignInMeans("e_gov_identity", "e-gov identity", "e_gov_identity")
# User name and password given to the citizen by the e-government system (ST-012, MD-015).
E_GOV_ACCOUNT = SignInMeans(
    "e_gov_account",
    "Elektron hökumət sistemi tərəfindən vətəndaşa verilmiş istifadəçi adı və şifrə",
    "e_gov_account",
)

ASAN_LOGIN_LABELS: Mapping[str, str] = MappingProxyType(
    {
        # Asan signature (ESU-012).
        ASAN.key: "Asan imza",
        # Electronic signature (ESU-013).
        E_SIGNATURE.key: "Elektron imza",
        # Identification number (ESU-015).
        ID_NUMBER.key: "İdentifikasiya nömrəsi",
    }
)
