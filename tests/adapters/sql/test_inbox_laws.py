"""Inboxes in a database keep the laws of their port."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from tests.adapters.sql.worlds import SqlWorld
from tests.databases import Place

from utility_eservices.conformance.laws.inbox import *  # noqa: F403  # the laws, as tests
from utility_eservices.conformance.laws.inbox import InboxWorld
from utility_eservices.vocabulary.fin import Fin
from utility_eservices_adapters.sql.database import Database
from utility_eservices_adapters.sql.inbox import SqlInbox


class SqlInboxWorld(SqlWorld[Any], InboxWorld):
    """Notices in a table."""

    fin = Fin("5XJ1K2A")
    other = Fin("6YK2L3B")

    def over(self, database: Database) -> SqlInbox:
        """Another host's."""
        return SqlInbox(database)


@pytest.fixture
def inbox_world(place: Place) -> Iterator[SqlInboxWorld]:
    world = SqlInboxWorld(place)
    yield world
    world.close()
