"""The made-up data: the manual's sample as the simulator has it, and invented subscribers."""

from __future__ import annotations

from pathlib import Path

import pytest

from utility_eservices.simulator.city import City
from utility_eservices.simulator.plugin import SimulatorPlugin
from utility_eservices.simulator.residents import ACCOUNTS, RESIDENTS
from utility_eservices.vocabulary.subscriber_code import SubscriberCode
from utility_eservices_adapters.registry.importing import bring_in
from utility_eservices_adapters.registry.plugin import RegistryPlugin
from utility_eservices_adapters.registry.sample import KINDS_OF, lines, settle, write
from utility_eservices_adapters.sql.database import Database

CODES = [(item.utility, item.subscriber.code) for item in ACCOUNTS]


def told(plugin: SimulatorPlugin | RegistryPlugin, utility: str, code: SubscriberCode) -> object:
    """All that the ports of a plugin say of a code, in an order of its own."""
    subscribers = plugin.eservices_subscribers(utility=utility)
    billing = plugin.eservices_billing(utility=utility)
    readings = plugin.eservices_readings(utility=utility)
    points = plugin.eservices_metering_points(utility=utility)
    assert subscribers and billing and readings and points  # noqa: PT018  # all of them serve it
    return (
        subscribers.find(code),
        [subscribers.held_by(resident.fin) for resident in RESIDENTS],
        sorted(billing.presented_invoices(code), key=lambda item: item.number),
        sorted(billing.payments(code), key=lambda item: item.receipt),
        billing.debt(code),
        readings.last(code),
        points.of(code),
    )


def test_the_sample_says_the_same_as_the_simulators_city(database: Database) -> None:
    """Of each code of each of its people: holder, invoices, payments, debt, reading, points."""
    settle(database)
    city, registry = SimulatorPlugin(City()), RegistryPlugin(database)
    for utility, code in CODES:
        assert told(registry, utility, code) == told(city, utility, code)


def test_the_sample_has_the_invoices_that_were_not_presented() -> None:
    """They are in its files too, as the city has them."""
    for utility in KINDS_OF:
        rows = [row.split(";") for row in lines(utility, "invoices", subscribers=0, seed=1)][1:]
        billing = City().billing
        for of, code in CODES:
            if of == utility:
                numbers = {row[1] for row in rows if row[0] == code.value}
                assert numbers == {item.number for item in billing.invoices(code)}


@pytest.mark.parametrize(
    ("utility", "kind"), [(u, k) for u, kinds in KINDS_OF.items() for k in kinds]
)
def test_the_same_seed_draws_the_same_and_another_another(utility: str, kind: str) -> None:
    """A run is reproducible line by line, and a larger one begins as a smaller one."""
    first = [*lines(utility, kind, 200, seed=1)]
    assert first == [*lines(utility, kind, 200, seed=1)]
    assert first == [*lines(utility, kind, 300, seed=1)][: len(first)]
    assert first != [*lines(utility, kind, 200, seed=2)]


def test_all_that_is_drawn_can_be_brought_in(database: Database, tmp_path: Path) -> None:
    """No row of any file is a bad one, and all of them come."""
    for utility, kind, path in write(tmp_path, subscribers=300, seed=7):
        rows = len(path.read_text("utf-8").splitlines()) - 1
        assert bring_in(database, kind, utility, path).rows == rows > 300 * (kind == "subscribers")


def test_people_hold_codes_at_both_utilities() -> None:
    """The same people at both, and some have a second code; none is one of the simulator's."""
    fins = {
        utility: [row.split(";")[4] for row in lines(utility, "subscribers", 1000, seed=1)][1:]
        for utility in KINDS_OF
    }
    water, light = ([fin for fin in of if fin.startswith("0")] for of in fins.values())
    assert len({*water} & {*light}) > 600
    assert 0 < len(water) - len({*water}) < 200
    assert not {*water, *light} & {resident.fin.value for resident in RESIDENTS}
