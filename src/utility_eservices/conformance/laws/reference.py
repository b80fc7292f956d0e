"""Laws of the port `reference`: see `utility_eservices.ports.reference.Reference`."""

from __future__ import annotations

from typing import Protocol

from utility_eservices.conformance.laws.common import Call, says_how_it_is, tells_not_now
from utility_eservices.conformance.laws.world import World, requires
from utility_eservices.ports.reference import Reference, ReferenceItem

__all__ = [
    "ReferenceWorld",
    "test_reference_gives_a_list_in_its_order",
    "test_reference_has_an_opinion_of_its_rules_alone",
    "test_reference_keeps_keys_and_labels_apart",
    "test_reference_knows_no_list_that_nobody_made",
    "test_reference_names_the_unit_of_a_service",
    "test_reference_says_how_it_is",
    "test_reference_tells_not_now_from_none",
]


class ReferenceWorld(World[Reference], Protocol):
    """A list and its values, a service and its unit, a rule that was set and whether it holds."""

    name: str
    items: tuple[ReferenceItem, ...]
    service: str
    unit: ReferenceItem
    rule: str
    holds: bool


def _calls(world: ReferenceWorld) -> list[Call]:
    return [
        lambda: world.port.items(world.name),
        lambda: world.port.unit_for(world.service),
        lambda: world.port.applies(world.rule, default=not world.holds),
    ]


def test_reference_gives_a_list_in_its_order(reference_world: ReferenceWorld) -> None:
    """All values of a list come, to the letter, in the order to show them, each time."""
    for _ in range(2):
        assert reference_world.port.items(reference_world.name) == reference_world.items


def test_reference_keeps_keys_and_labels_apart(reference_world: ReferenceWorld) -> None:
    """Each value can be chosen by its key, and each label tells something."""
    items = reference_world.port.items(reference_world.name)
    assert len({item.key for item in items}) == len(items)
    assert all(item.key and item.label.strip() for item in items)


def test_reference_knows_no_list_that_nobody_made(reference_world: ReferenceWorld) -> None:
    """An unknown list is empty, and an unknown service has no unit: neither is an error."""
    name = f"list_{reference_world.fresh()}"
    assert reference_world.port.items(name) == ()
    assert reference_world.port.unit_for(name) is None


def test_reference_names_the_unit_of_a_service(reference_world: ReferenceWorld) -> None:
    """The unit whose staff carry out a service's requests comes with its key and label."""
    assert reference_world.port.unit_for(reference_world.service) == reference_world.unit


def test_reference_has_an_opinion_of_its_rules_alone(reference_world: ReferenceWorld) -> None:
    """A rule that was set holds or not whatever the default; of any other the default comes."""
    port, unknown = reference_world.port, f"rule_{reference_world.fresh()}"
    for default in (True, False):
        assert port.applies(reference_world.rule, default) is reference_world.holds
        assert port.applies(unknown, default) is default


@requires("switched_off")
def test_reference_tells_not_now_from_none(reference_world: ReferenceWorld) -> None:
    """While the lists cannot be read it says so: no list passes for an empty one."""
    tells_not_now(reference_world, *_calls(reference_world))


def test_reference_says_how_it_is(reference_world: ReferenceWorld) -> None:
    """Its check finds nothing while it works, and advises something while it cannot."""
    says_how_it_is(reference_world)
