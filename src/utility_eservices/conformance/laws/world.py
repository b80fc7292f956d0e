"""Worlds: what the laws of a port need to know of the back end that they are tried on.

The world of a port names the object under test, codes and persons that the back end knows, and
what can be done to it. A world is an explicit subclass of the port's own world; methods that it
leaves as they are it cannot do, and the laws that need them are skipped and say so.

Every law is given a world of its own. What other laws and other runs left behind may be there
still; nobody else works on it meanwhile.
"""

from __future__ import annotations

import functools
import uuid
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, Protocol, TypeVar

import pytest

__all__ = ["World", "can", "requires"]

P = TypeVar("P")
Law = TypeVar("Law", bound=Callable[..., None])


class World(Protocol[P]):
    """What the worlds of all ports have in common; ``port`` is the object under test."""

    port: P

    def fresh(self) -> str:
        """A text that was never used at this back end, of small letters and digits."""
        return uuid.uuid4().hex

    # --- only where the back end can ------------------------------------------------------------

    def reopened(self) -> P:
        """Another object on the same back end: on another host, or after a restart."""
        raise NotImplementedError

    def switched_off(self) -> AbstractContextManager[object]:
        """While within it, the back end cannot be reached."""
        raise NotImplementedError


def can(world: World[Any], name: str) -> bool:
    """Whether a world does what it need not be able to."""
    for kind in type(world).__mro__:
        if name in vars(kind):
            return not getattr(kind, "_is_protocol", False)
    return False


def requires(*names: str) -> Callable[[Law], Law]:
    """Mark a law that only holds where a world has these methods; elsewhere it is skipped."""

    def mark(law: Law) -> Law:
        @functools.wraps(law)
        def asked(*args: Any, **kwargs: Any) -> None:
            (world,) = (*args, *kwargs.values())
            for name in names:
                if not can(world, name):
                    pytest.skip(f"the world has no {name}()")
            law(world)

        return asked  # type: ignore[return-value]  # it is called as the law is

    return mark
