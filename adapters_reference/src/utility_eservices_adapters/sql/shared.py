"""The database that all plugins of a process share that are named and not handed over.

Those read it from the same settings, ``database``, and one pool of connections serves them all: on
SQLite, whoever writes waits for its turn within the process.
"""

from __future__ import annotations

import threading

from utility_eservices_adapters.sql.database import Database, DatabaseConfig

__all__ = ["shared"]

_opened: dict[DatabaseConfig, Database] = {}
_opening = threading.Lock()


def shared() -> Database:
    """The database of the environment, one object for each; raises `SettingsRefused`.

    Nothing is connected before somebody asks it something.
    """
    config = DatabaseConfig.from_environment()
    with _opening:
        return _opened.setdefault(config, Database(config))
