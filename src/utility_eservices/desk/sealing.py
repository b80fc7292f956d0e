"""Values that leave the library as text and come back: journeys, sign-ins, persons.

The text is JSON with a seal, so that a text altered on its way, or one for another purpose,
answers with `JourneyTampered`. It holds personal data: a host keeps it as it keeps its sessions.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from utility_eservices.desk.asker import guarded
from utility_eservices.errors import JourneyTampered
from utility_eservices.ports.tokens import Tokens

__all__ = ["open_sealed", "sealed"]

# Nothing the library seals is longer; what is longer is not read.
LONGEST = 10_000_000


def sealed(tokens: Tokens, kind: str, data: Mapping[str, Any]) -> str:
    """The data as sealed text; ``kind`` keeps one kind from passing for another."""
    body = json.dumps({"kind": kind, **data}, sort_keys=True)
    return json.dumps({"body": body, "seal": guarded(tokens.seal, body)})


def open_sealed(tokens: Tokens, kind: str, text: str) -> dict[str, Any]:
    """The data of a sealed text; raises `JourneyTampered` for anything else."""
    body, seal = _parts(text)
    if not guarded(tokens.holds, body, seal):
        raise JourneyTampered
    data: dict[str, Any] = json.loads(body)
    if data.pop("kind", None) != kind:
        raise JourneyTampered
    return data


def _parts(text: str) -> tuple[str, str]:
    """Body and seal of a text that may be anybody's."""
    try:
        if len(text) > LONGEST:
            raise JourneyTampered
        outer = json.loads(text)
        body, seal = outer["body"], outer["seal"]
        for part in (body, seal):
            # Also of half a character nobody can make a seal.
            str.encode(part)
    except (ValueError, TypeError, KeyError, RecursionError):
        # Without its cause, whose text may hold what was typed.
        raise JourneyTampered from None
    return body, seal
