"""Faults: what may go wrong with an outside system, switched on by hand.

A plugin hands out every object inside a proxy that asks here before each call, so that the
objects themselves stay plain. A port goes by its name (``billing``), or by name and scope
(``notification:sms``, ``sign_in:sima``, ``billing:azersu``).

>>> faults = Faults()
>>> faults.next("billing", FaultKind.TIMEOUT, times=2, method="correct")
>>> faults.always("notification:sms", FaultKind.UNAVAILABLE)
>>> faults.heal("billing")
>>> faults.next("biling", FaultKind.TIMEOUT)
Traceback (most recent call last):
    ...
ValueError: there is no port biling
"""

from __future__ import annotations

import contextlib
import enum
import threading
from collections.abc import Callable
from typing import Any, TypeVar, cast

import attrs

from utility_eservices.casework.notice import Medium
from utility_eservices.desk.plugins import built_in_ports
from utility_eservices.errors import (
    EServicesError,
    PortRefused,
    PortTimeout,
    PortUnavailable,
)
from utility_eservices.ports.port import Port
from utility_eservices.simulator.sign_in import MEANS
from utility_eservices.simulator.utility import UTILITIES

__all__ = ["FaultKind", "Faults"]

T = TypeVar("T")

# What the city serves, by what a port is provided for.
_SCOPES = {
    "utility": frozenset(UTILITIES),
    "means": frozenset(MEANS),
    "medium": frozenset({Medium.EMAIL.value, Medium.SMS.value}),
}


class FaultKind(enum.Enum):
    """How a call fails."""

    UNAVAILABLE = "unavailable"
    """`PortUnavailable`; nothing was done."""

    TIMEOUT = "timeout"
    """`PortTimeout`; nothing was done, which the caller cannot know."""

    LOST_ANSWER = "lost_answer"
    """`PortTimeout` after all was done: the answer got lost on its way."""

    REFUSED = "refused"
    """`PortRefused`; nothing was done."""

    BROKEN = "broken"
    """A `RuntimeError`, as an adapter with a mistake in it would raise."""


@attrs.define(eq=False)
class _Planned:
    """One fault to come; ``left`` is None for one that stays until it is healed."""

    port: str
    scope: str
    method: str
    kind: FaultKind
    left: int | None

    def meets(self, port: str, scope: str, method: str) -> bool:
        return self.port == port and self.scope in ("", scope) and self.method in ("", method)


class Faults:
    """The faults of one city.

    A plugin that adds to the city, for example a port of its own package, hands its objects out
    by `around` too; from then on faults can be planned for them.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._planned: list[_Planned] = []
        self._ports: dict[str, Port[Any]] = {port.name: port for port in built_in_ports()}
        self._handed_out: set[tuple[str, str]] = set()

    def next(self, port: str, kind: FaultKind, times: int = 1, method: str = "") -> None:
        """Let the next calls of a port fail, or of one of its methods.

        What was planned first happens first, and before any fault that stays.
        """
        if times < 1:
            raise ValueError("a fault happens once at least")
        self._plan(port, kind, method, times)

    def always(self, port: str, kind: FaultKind, method: str = "") -> None:
        """Let all calls of a port fail until it is healed, or those of one of its methods."""
        self._plan(port, kind, method, None)

    def heal(self, port: str = "") -> None:
        """Forget the faults of a port, in one scope or in all; of every port when left empty."""
        name, scope = self._named(port) if port else ("", "")

        def healed(item: _Planned) -> bool:
            return name in ("", item.port) and scope in ("", item.scope)

        with self._lock:
            self._planned = [item for item in self._planned if not healed(item)]

    def around(self, port: Port[T], offered: T, scope: str = "") -> T:
        """What a plugin hands out for a port: the object, failing as planned.

        One that fails as planned already comes back as it is.
        """
        if isinstance(offered, _Faulty):
            return offered
        with self._lock:
            self._ports[port.name] = port
            self._handed_out.add((port.name, scope))
        return cast("T", _Faulty(self, port, offered, scope))

    def _plan(self, port: str, kind: FaultKind, method: str, left: int | None) -> None:
        name, scope = self._named(port)
        if method and method not in self._ports[name].methods():
            raise ValueError(f"the port {name} has no method {method}")
        with self._lock:
            self._planned.append(_Planned(name, scope, method, kind, left))

    def _named(self, text: str) -> tuple[str, str]:
        """Port and scope of ``billing`` or ``billing:azersu``; `ValueError` when misspelt."""
        name, colon, scope = text.partition(":")
        port = self._ports.get(name)
        if port is None:
            raise ValueError(f"there is no port {name}")
        served = scope in _SCOPES.get(port.scope, ()) or (name, scope) in self._handed_out
        if colon and not served:
            raise ValueError(f"the city has no {name} for {scope}")
        return name, scope

    def take(self, port: str, scope: str, method: str) -> FaultKind | None:
        """The fault that meets this call, None when it goes through; counts it as happened."""
        with self._lock:
            meeting = [item for item in self._planned if item.meets(port, scope, method)]
            # False sorts first: what happens a number of times goes before what stays.
            meeting.sort(key=lambda item: item.left is None)
            if not meeting:
                return None
            planned = meeting[0]
            if planned.left is not None:
                planned.left -= 1
                if not planned.left:
                    self._planned.remove(planned)
            return planned.kind

    def switched_off(self, port: str, scope: str) -> bool:
        """Whether nothing at all can be asked of a port until it is healed."""
        with self._lock:
            return any(
                item.left is None
                and item.kind is FaultKind.UNAVAILABLE
                and not item.method
                and item.meets(port, scope, "")
                for item in self._planned
            )


class _Faulty:
    """The proxy around one object of one port."""

    def __init__(self, faults: Faults, port: Port[Any], offered: object, scope: str) -> None:
        self._faults = faults
        self._port = port
        self._methods = frozenset(port.methods())
        self._offered = offered
        self._scope = scope

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._offered, name)
        if name not in self._methods:
            return method
        return lambda *args, **kwargs: self._call(method, name, *args, **kwargs)

    def check(self) -> str | None:
        """Advice while the port is switched off, otherwise what the object says of itself."""
        if self._faults.switched_off(self._port.name, self._scope):
            return f"The simulator's {self._port.name} is switched off: heal it."
        own: Callable[[], str | None] | None = getattr(self._offered, "check", None)
        return own() if own else None

    def _call(self, method: Callable[..., Any], name: str, *args: Any, **kwargs: Any) -> Any:
        kind = self._faults.take(self._port.name, self._scope, name)
        if kind is None:
            return method(*args, **kwargs)
        if kind is FaultKind.LOST_ANSWER:
            # A "no" gets lost like any other answer.
            with contextlib.suppress(EServicesError):
                method(*args, **kwargs)
        raise _ERRORS[kind]()


def _broken() -> RuntimeError:
    return RuntimeError("the simulator was told to break here")


_ERRORS: dict[FaultKind, Callable[[], Exception]] = {
    FaultKind.UNAVAILABLE: PortUnavailable,
    FaultKind.TIMEOUT: PortTimeout,
    FaultKind.LOST_ANSWER: PortTimeout,
    FaultKind.REFUSED: PortRefused,
    FaultKind.BROKEN: _broken,
}
