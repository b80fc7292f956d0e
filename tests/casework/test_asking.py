"""Questions: functions with the ports they ask and the names they need."""

from __future__ import annotations

import attrs

from utility_eservices.casework.asking import Asking, Option, question


@attrs.frozen
class SomePort:
    """As much of a port as a declaration needs."""

    name: str
    scope: str = "utility"


ONE, OTHER = SomePort("one"), SomePort("other")


def test_ports_come_first_and_the_rest_are_needs() -> None:
    """The first parameters take the ports, in order; each other is a name to fill."""

    @question(ONE, OTHER)
    def sizes(one: object, other: object, today: object, subscriber_code: object) -> list[Option]:
        return [Option("s", "Kiçik", today)]

    assert sizes.name == "sizes"
    assert sizes.ports == (ONE, OTHER)
    assert sizes.needs == ("today", "subscriber_code")
    assert sizes.function(None, None, 7, None) == [Option("s", "Kiçik", 7)]


def test_a_question_may_ask_nobody_and_need_nothing() -> None:
    """No port and no name are fine."""

    @question()
    def always() -> bool:
        return True

    assert (always.ports, always.needs) == ((), ())


def test_a_question_without_ports_needs_all_its_parameters() -> None:
    """Nothing is taken off the front where no port is named."""
    asking = Asking.of(lambda today, person: None, ())
    assert asking.needs == ("today", "person")


def test_a_question_that_needs_nothing_but_its_ports() -> None:
    """All parameters may be ports."""
    assert Asking.of(lambda one, other: None, (ONE, OTHER)).needs == ()
