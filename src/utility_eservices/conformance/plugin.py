"""The kit as a pytest plugin: fixtures to override, tags as marks.

Override ``adapters`` and ``served`` to put your adapters in the place of the simulator's ports,
``letters`` when yours deliver the letters, ``books`` when yours keep the utilities' data,
``driver`` to drive another system. The package's
docstring shows a whole conftest.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

import pytest

from utility_eservices.casework.service import Service
from utility_eservices.conformance.books import Books, CityBooks
from utility_eservices.conformance.driver import Driver, InProcessDriver, Letters, OpenDesk
from utility_eservices.conformance.features import is_unknown_row
from utility_eservices.desk.access import own_codes
from utility_eservices.desk.desk import Desk
from utility_eservices.ports.notification import Letter
from utility_eservices.simulator.city import City
from utility_eservices.simulator.plugin import SimulatorPlugin

pytest_plugins = [
    "utility_eservices.conformance.steps",
    "utility_eservices.conformance.laws.plugin",
]


@pytest.fixture
def city() -> City:
    """The simulated city of one scenario."""
    return City()


@pytest.fixture
def adapters() -> Sequence[object]:
    """The plugins under test, by name or as objects; the simulator does the rest.

    Each scenario wants a back end of its own, and opens several desks on it: all of them, as
    many hosts would, have to see the same.
    """
    return ()


@pytest.fixture
def served() -> Collection[str]:
    """The names of the ports that ``adapters`` serve, so that the simulator leaves them out.

    For example ``notification``, or ``notification:sms`` for one scope alone.
    """
    return ()


# What sabotage offers instead of the installed services.
offered: Sequence[Service] | None = None


@pytest.fixture
def services() -> Sequence[Service] | None:
    """The services to offer; None for every installed one."""
    return offered


@pytest.fixture
def open_desk(
    adapters: Sequence[object],
    served: Collection[str],
    services: Sequence[Service] | None,
) -> OpenDesk:
    """Opens a desk in a city; asked for the strict access policy, with that."""

    def opening(city: City, strict: bool) -> Desk:  # the kit's own callback
        left_out = {*served, *(["access"] if strict else [])}
        policies = [own_codes] if strict else []
        plugins = [SimulatorPlugin(city, leave_out=left_out), *adapters, *policies]
        # The adapters fail when a scenario says so, as the simulator's own ports do.
        return Desk(plugins, services, around=city.faults.around)

    return opening


@pytest.fixture
def letters(city: City) -> Letters:
    """A function that reads all that was sent in this scenario, oldest first.

    It is asked for ``elektron poçt`` (e-mail) or ``sms``.
    """

    def read(medium: str) -> Sequence[Letter]:
        boxes = {"elektron poçt": city.emails, "sms": city.texts}
        return boxes[medium].letters

    return read


@pytest.fixture
def books(city: City) -> Books:
    """The utilities' books, where scenarios set debts and look up what was done."""
    return CityBooks(city)


@pytest.fixture
def driver(city: City, open_desk: OpenDesk, letters: Letters, books: Books) -> Driver:
    """What the steps talk to."""
    return InProcessDriver(city, open_desk, letters, books)


# --- tags -----------------------------------------------------------------------------------------


class _Marks:
    """Registers a tag as a mark when it is first met; unknown marks are errors elsewhere."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._known: set[str] = set()

    def pytest_bdd_apply_tag(self, tag: str, function: Callable[..., Any]) -> bool:
        if tag not in self._known:
            if is_unknown_row(tag):
                # There is no such row.
                raise pytest.UsageError(f"“{tag}” adlı sətir yoxdur")
            self._known.add(tag)
            self._config.addinivalue_line("markers", f"{tag}: a tag of a feature")
        getattr(pytest.mark, tag)(function)
        return True


def pytest_configure(config: pytest.Config) -> None:
    """Turn tags such as DI-042 into marks, so that ``pytest -m DI-042`` runs its scenarios."""
    config.pluginmanager.register(_Marks(config), "eservices-marks")
