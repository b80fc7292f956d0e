"""The descriptor of a port, and the marker of its hookspec.

An outside package makes a port of its own in the same way: a Protocol, a function under
`hookspec`, a `Port`. A desk learns of it from the questions that ask it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

import attrs
import pluggy

__all__ = ["PORTS", "PROJECT", "Port", "hookimpl", "hookspec"]

# The name under which pluggy knows our hooks, and the entry-point group of plugins.
PROJECT = "utility_eservices"
# The entry-point group of plugins that give ports alone, and are loaded only when they are named.
PORTS = "utility_eservices_ports"
hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)

T = TypeVar("T")


@attrs.frozen
class Port(Generic[T]):
    """What a question names and a desk resolves.

    ``protocol`` is what the plugin's object must fit; ``hook`` is the function under
    `hookspec`, whose only parameter, if any, says what the port is provided for.
    """

    protocol: type[T]
    hook: Callable[..., T | None] = attrs.field(repr=False)

    @property
    def hook_name(self) -> str:
        """The hook's name, for example ``eservices_billing``."""
        return self.hook.__name__

    @property
    def name(self) -> str:
        """The port's name, for example ``billing``."""
        return self.hook_name.removeprefix("eservices_")

    @property
    def scope(self) -> str:
        """What it is provided for: ``utility``, ``means``, ``medium``, or empty for all."""
        code: Any = self.hook.__code__
        return code.co_varnames[0] if code.co_argcount else ""

    def methods(self) -> tuple[str, ...]:
        """The methods that the plugin's object must have."""
        kinds = [kind for kind in self.protocol.__mro__ if getattr(kind, "_is_protocol", False)]
        own = {name: value for kind in kinds for name, value in vars(kind).items()}
        return tuple(name for name, value in own.items() if callable(value) and name[0] != "_")
