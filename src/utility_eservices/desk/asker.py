"""Asking: finds the ports a question names, fills in what it needs, and calls it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from utility_eservices.casework.asking import Asking
from utility_eservices.errors import (
    PluginMistake,
    PortBroken,
    PortFailure,
    StaleCase,
    StalePayment,
    UnknownName,
)

__all__ = ["Asker"]

FindPort = Callable[[Any], object]


class Asker:
    """Asks on behalf of one press, one rendering or one effect; an answer is kept for reuse.

    ``find`` gives the object that serves a port.
    """

    def __init__(self, find: FindPort) -> None:
        self._find = find
        self._kept: dict[tuple[Asking, tuple[Any, ...]], Any] = {}

    def ask(self, asking: Asking, names: Mapping[str, Any]) -> Any:
        """The answer; every name that the question needs must be there.

        What an adapter has no business to raise becomes `PortBroken`.
        """
        given = tuple(names[need] for need in asking.needs)
        key = (asking, given)
        try:
            if key in self._kept:
                return self._kept[key]
        except TypeError:  # not hashable: such an answer is not kept
            return self._call(asking, given)
        answer = self._kept[key] = self._call(asking, given)
        return answer

    def _call(self, asking: Asking, given: tuple[Any, ...]) -> Any:
        ports = [self._find(port) for port in asking.ports]
        return guarded(asking.function, *ports, *given)


def guarded(call: Callable[..., Any], *arguments: Any) -> Any:
    """Call an adapter; what it has no business to raise becomes `PortBroken`.

    A port fails in the ways of `PortFailure`; a store also says `StaleCase` or `StalePayment`,
    and `UnknownName` for a case whose service is not offered here; the port of a need may be
    missing.
    """
    try:
        return call(*arguments)
    except (PortFailure, PluginMistake, StaleCase, StalePayment, UnknownName):
        raise
    except Exception as error:
        raise PortBroken from error
