"""The world of a soak: what lasts while hosts and workers come and go.

The store, the registry and the jobs are in one database; letters are in a folder; what hosts meant
to do, and what they were told, is in a journal. Sign-in, uploaded files and the registers of the
state are the simulator's, of which nobody asks anything afterwards.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs

from utility_eservices.desk.desk import Desk
from utility_eservices.ports.port import Port
from utility_eservices.simulator.city import City
from utility_eservices.simulator.plugin import SimulatorPlugin
from utility_eservices_adapters.folder import FolderPlugin
from utility_eservices_adapters.registry.plugin import RegistryPlugin
from utility_eservices_adapters.sql.database import Database, DatabaseConfig
from utility_eservices_adapters.sql.plugin import SqlStorePlugin
from utility_eservices_adapters.work.jobs import ProcrastinateJobs

__all__ = ["Journal", "Opened", "World"]

# What the adapters serve in the simulator's place.
_SERVED = (
    "billing",
    "case_store",
    "clock",
    "counters",
    "inbox",
    "journeys",
    "metering_points",
    "notification",
    "numbers",
    "payment_store",
    "readings",
    "reference",
    "registered_codes",
    "subscribers",
    "tokens",
)
# Calls that do something outside, with the key of the effect that asked for it.
_DOING = {"send", "put", "correct", "change", "take", "credit"}


class Journal:
    """Lines that survive whoever wrote them; each is written at once."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def write(self, **line: object) -> None:
        """Add a line."""
        os.write(self._descriptor, f"{json.dumps(line)}\n".encode())

    def lines(self) -> Iterator[dict[str, Any]]:
        """All lines that were written whole."""
        with self._file.open(encoding="utf-8") as file:
            for line in file:
                if line.endswith("\n"):
                    yield json.loads(line)


@attrs.frozen
class Opened:
    """One process's view of the world."""

    city: City
    database: Database
    desk: Desk


@attrs.frozen
class World:
    """Where everything lies; ``url`` is the database's."""

    url: str = attrs.field(repr=False)
    folder: Path

    @property
    def intents(self) -> Journal:
        """What hosts were about to do, and what they were told."""
        return Journal(self.folder / "intents")

    @property
    def calls(self) -> Journal:
        """The keys of all that was done outside, once a call."""
        return Journal(self.folder / "calls")

    def written(self) -> int:
        """How many bytes have been written down so far."""
        files = (self.folder / "intents", self.folder / "calls")
        return sum(file.stat().st_size for file in files if file.exists())

    def config(self) -> DatabaseConfig:
        """The configuration of its database."""
        return DatabaseConfig.at(self.url)

    def opened(self) -> Opened:
        """Open a desk in this process."""
        city, database, calls = City(), Database(self.config()), self.calls

        def noted(port: Port[Any], offered: Any, _scope: str) -> Any:
            doing = _DOING & set(port.methods())
            return _Noting(offered, doing, calls) if doing else offered

        plugins = [
            SimulatorPlugin(city, leave_out=_SERVED),
            "system",
            SqlStorePlugin(database, None if database.config.on_sqlite else ProcrastinateJobs()),
            RegistryPlugin(database),
            FolderPlugin(self.folder / "letters"),
        ]
        return Opened(city, database, Desk(plugins, around=noted))

    def performed(self) -> Counter[str]:
        """How often what each key stands for was called for."""
        return Counter(line["key"] for line in self.calls.lines())


class _Noting:
    """Notes the key of each call that does something, before it is made."""

    def __init__(self, offered: Any, doing: set[str], calls: Journal) -> None:
        self._offered = offered
        self._doing = doing
        self._calls = calls

    def __getattr__(self, name: str) -> Any:
        method: Callable[..., Any] = getattr(self._offered, name)
        if name not in self._doing:
            return method

        def noted(*args: Any) -> Any:
            if isinstance(args[-1], str):
                self._calls.write(key=args[-1])
            return method(*args)

        return noted
