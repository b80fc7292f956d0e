"""Texts that both databases keep alike.

PostgreSQL keeps no NUL, neither database keeps half of a surrogate pair, and PostgreSQL puts
nothing into an index that is longer than a third of a page. What one of them cannot keep the other
does not take either: a store that began on one can go on on the other.

>>> is_plain("“Su” – ödəniş"), is_plain(chr(0)), is_plain(chr(0xD800))
(True, False, False)
>>> is_short("AZS-2026-000001"), is_short("A" * 256)
(True, False)
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator

from utility_eservices.errors import PortRefused

__all__ = ["Plain", "Short", "is_plain", "is_short"]

# In characters of at most four bytes; an index may hold two of them.
_LONGEST = 255


def is_plain(text: str) -> bool:
    """Whether a text can be kept."""
    if "\0" in text:
        return False
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def is_short(text: str) -> bool:
    """Whether a text can be kept where it is looked for by an index."""
    return len(text) <= _LONGEST and is_plain(text)


def _plain(text: str | None) -> str | None:
    if text is not None and not is_plain(text):
        raise PortRefused
    return text


def _short(text: str | None) -> str | None:
    if text is not None and not is_short(text):
        raise PortRefused
    return text


class Plain(TypeDecorator[str]):
    """A text however long; another than can be kept is `PortRefused`."""

    impl = Text
    cache_ok = True

    def __repr__(self) -> str:
        return "sa.Text()"  # as revisions write it

    def bind_processor(self, _dialect: Dialect) -> Callable[[str | None], str | None]:
        """The text as it is; with nothing in between, since most values are texts."""
        return _plain


class Short(Plain):
    """A text that an index holds; another than can be kept there is `PortRefused`."""

    cache_ok = True

    def bind_processor(self, _dialect: Dialect) -> Callable[[str | None], str | None]:
        """The text as it is."""
        return _short
