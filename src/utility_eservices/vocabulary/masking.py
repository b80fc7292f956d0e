"""Gizlətmə: a personal text made unreadable for logs, reprs and strangers.

Source: ours; the manuals print their own samples with the personal data struck out. The last
characters stay, so that a person recognises their own code among two.

>>> masked("0012345678901")
'•••••••••••01'
>>> masked("0012345678901", keep=4)
'•••••••••8901'

A text too short to hide behind its end is hidden whole:

>>> masked("123"), masked("")
('•••', '')
>>> masked("12", keep=-1)
Traceback (most recent call last):
    ...
ValueError: keep must not be negative
"""

from __future__ import annotations

__all__ = ["masked"]

DOT = "•"


def masked(text: str, keep: int = 2) -> str:
    """Hide all but the last ``keep`` characters, and the whole where that is not half of it."""
    if keep < 0:
        raise ValueError("keep must not be negative")
    if len(text) < 2 * keep:
        return DOT * len(text)
    hidden = len(text) - keep
    return DOT * hidden + text[hidden:]
