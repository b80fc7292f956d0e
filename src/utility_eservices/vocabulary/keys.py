"""Açar (a key): the name by which programs tell utilities, portals and sign-in means apart.

Never shown to a person, never changed once published: stores, configuration and plugins hold
it. Small Latin letters, digits, dots, hyphens and underscores, the first a letter.

Source: ours.

>>> import attrs
>>> @attrs.frozen
... class Meter:
...     key: str = attrs.field(validator=check_key)
>>> Meter("smart-card").key
'smart-card'
>>> Meter("Smart kart")
Traceback (most recent call last):
    ...
ValueError: a key is small Latin letters, digits, dots, hyphens and underscores
"""

from __future__ import annotations

import re

__all__ = ["check_key"]

_KEY = re.compile(r"[a-z][a-z0-9._-]{0,63}")


def check_key(_owner: object, _attribute: object, value: str) -> None:
    """Refuse what is not a key; the validator of an attrs field."""
    if not _KEY.fullmatch(value):
        raise ValueError("a key is small Latin letters, digits, dots, hyphens and underscores")
