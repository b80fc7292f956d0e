"""Wording (deyiliş): what scenarios call things, for whoever runs them and whoever writes them.

The steps and the driver read these words, the proofs and `eservices show` write them. Needs
neither pytest nor the simulator.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from utility_eservices.casework.form import FieldSpec
from utility_eservices.casework.notice import Medium
from utility_eservices.conformance.drawing import Kind
from utility_eservices.vocabulary.language import Phrase

__all__ = ["FAILURES", "KINDS", "MEDIA", "SYSTEMS", "asked", "plainly"]

# The outside systems, and the ports that they stand behind.
SYSTEMS: Mapping[str, str] = {
    "abonent bazası": "subscribers",
    "hesablaşma sistemi": "billing",
    "soraqça": "reference",
    "sayğac göstəriciləri": "readings",
    "uçot nöqtələri": "metering_points",
    "fərdi məlumatlar": "civil_data",
    "mobil nömrənin yoxlanışı": "mobile_check",
    "cəhdlərin sayı": "counters",
    "SMS göndərişi": "notification:sms",
    "elektron poçt göndərişi": "notification:email",
    "müraciətlər reyestri": "case_store",
    "sənəd anbarı": "documents",
    "ödəniş sistemi": "payments",
    "ödənişlər reyestri": "payment_store",
}

# How a system fails: the values of the simulator's `FaultKind`.
FAILURES: Mapping[str, str] = {
    "əlçatan deyil": "unavailable",
    "vaxtında cavab vermir": "timeout",
    "işi görür, amma cavabı vaxtından sonra gəlir": "lost_answer",
    "rədd edir": "refused",
}

# The media. Findings name them too, in every language; a scenario does as a plain `str`.
MEDIA: Mapping[Medium, Phrase] = {
    # E-mail.
    Medium.EMAIL: Phrase("elektron poçt"),
    Medium.SMS: Phrase("sms"),
    Medium.PORTAL: Phrase("portal"),
}

# What stands on a page or a screen.
KINDS: Mapping[Kind, Phrase] = {
    # A field for text.
    Kind.TEXT: Phrase("mətn"),
    # A number.
    Kind.NUMBER: Phrase("rəqəm"),
    # A list to choose from.
    Kind.CHOICE: Phrase("siyahı"),
    # A file.
    Kind.FILE: Phrase("fayl"),
    # A box to tick.
    Kind.TICK: Phrase("seçim"),
    # A link.
    Kind.LINK: Phrase("keçid"),
    # A heading, and what is read under it.
    Kind.SECTION: Phrase("bölmə"),
    # Something to read.
    Kind.READ_ONLY: Phrase("məlumat"),
    # A table.
    Kind.TABLE: Phrase("cədvəl"),
}


def plainly(value: Any) -> str:
    """A value of a form as a scenario writes it."""
    for name in ("label", "number", "plain"):
        if hasattr(value, name):
            return str(getattr(value, name))
    if hasattr(value, "strftime"):
        return str(value.strftime("%d.%m.%Y"))
    return str(getattr(value, "value", value))


def asked(spec: FieldSpec) -> str:
    """What an act asks to be stated."""
    return f"{spec.label} ({spec.unit})" if spec.unit else spec.label
