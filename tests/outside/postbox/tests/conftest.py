"""The kit, with this package's adapters in the place of the simulator's."""

from collections.abc import Collection, Sequence
from pathlib import Path

import pytest
from postbox_adapters import Postbox, PostboxPlugin

from utility_eservices.conformance.driver import Letters
from utility_eservices.ports.notification import Letter

pytest_plugins = ["utility_eservices.conformance.plugin"]


@pytest.fixture
def plugin(tmp_path: Path) -> PostboxPlugin:
    return PostboxPlugin(tmp_path)


@pytest.fixture
def adapters(plugin: PostboxPlugin) -> Sequence[object]:
    return [plugin]


@pytest.fixture
def served() -> Collection[str]:
    return {"notification", "documents"}


@pytest.fixture
def letters(tmp_path: Path) -> Letters:
    media = {"elektron poçt": "email", "sms": "sms"}

    def read(medium: str) -> Sequence[Letter]:
        return Postbox(tmp_path, media[medium]).letters()

    return read
