"""The kit, with this package's own adapters beside the simulator's."""

from collections.abc import Sequence

import pytest
from heating_eservices.simulator import HeatingSimulator
from pytest_bdd import parsers, then

from utility_eservices.conformance.driver import Driver
from utility_eservices.simulator.city import City

pytest_plugins = ["utility_eservices.conformance.plugin"]


@pytest.fixture
def adapters(city: City) -> Sequence[object]:
    return [HeatingSimulator(city)]


# The package's own phrase: the kit's do not look into a table.
@then(parsers.re(r"“(?P<title>[^”]*)” cədvəlində bunlar var:"))
def table_holds(driver: Driver, title: str, datatable: Sequence[Sequence[str]]) -> None:
    (table,) = [table for table in driver.screen().tables if table.title == title]
    assert [list(table.columns), *map(list, table.rows)] == datatable
