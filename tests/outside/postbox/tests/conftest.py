"""The kit, with this package's adapters in the place of the simulator's."""

from collections.abc import Collection, Sequence
from pathlib import Path

import pytest
from postbox_adapters import Postbox, PostboxPlugin

from utility_eservices import hookimpl
from utility_eservices.conformance.driver import Letters
from utility_eservices.ports.documents import DOCUMENTS, Documents
from utility_eservices.ports.notification import NOTIFICATION, Letter, Notification
from utility_eservices.simulator.city import City

pytest_plugins = ["utility_eservices.conformance.plugin"]


class Failing:
    """The plugin, its objects failing when a scenario says so, as the simulator's own do."""

    def __init__(self, plugin: PostboxPlugin, city: City) -> None:
        self._plugin = plugin
        self._faults = city.faults

    @hookimpl
    def eservices_notification(self, medium: str) -> Notification | None:
        """The plugin's own postbox."""
        offered: Notification | None = self._plugin.eservices_notification(medium)
        return offered and self._faults.around(NOTIFICATION, offered, medium)

    @hookimpl
    def eservices_documents(self) -> Documents | None:
        """The plugin's own shelf."""
        return self._faults.around(DOCUMENTS, self._plugin.eservices_documents())


@pytest.fixture
def plugin(tmp_path: Path) -> PostboxPlugin:
    return PostboxPlugin(tmp_path)


@pytest.fixture
def adapters(plugin: PostboxPlugin, city: City) -> Sequence[object]:
    return [Failing(plugin, city)]


@pytest.fixture
def served() -> Collection[str]:
    return {"notification", "documents"}


@pytest.fixture
def letters(tmp_path: Path) -> Letters:
    media = {"elektron poçt": "email", "sms": "sms"}

    def read(medium: str) -> Sequence[Letter]:
        return Postbox(tmp_path, media[medium]).letters()

    return read
