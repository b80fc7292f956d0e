"""Sign-in by every means of every window, with evidence and names of any shape."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fuzz.places import NotingDesk, journeys
from tests.fuzz.strange import MARK, answered, fuzzed, json_values, often, texts, things

from utility_eservices.errors import EServicesError, HostMistake, PortRefused, SignInFailed
from utility_eservices.simulator.city import City

# Channel, means and service of every way to sign in.
WAYS = sorted(
    {
        (channel.key, item.means.key, "" if journey.sign_in.of_portal else service.key)
        for service, journey in journeys()
        for channel in journey.channels
        for item in journey.sign_in.means
    }
)

every_way = pytest.mark.parametrize("way", WAYS, ids="/".join)

# What the city's means look at, with anything in it, and anything else.
_keys = ["resident", "identification_number", "password", "code", "state"]
evidence = often(
    (3, st.fixed_dictionaries({}, optional=dict.fromkeys(_keys, texts))),
    (2, st.fixed_dictionaries({}, optional=dict.fromkeys(_keys, json_values))),
    (2, st.dictionaries(texts | st.integers(), json_values)),
    (2, things),
)


@every_way
@fuzzed(18)
@given(given_evidence=evidence, details=evidence)
def test_no_evidence_of_any_shape_proves_who_somebody_is(
    city: City, desk: NotingDesk, way: tuple[str, str, str], given_evidence: Any, details: Any
) -> None:
    """It fails as a sign-in fails, tells nothing of it, and the right evidence still will do."""
    channel, means, service = way
    begun = answered(lambda: desk.begin_sign_in(channel, means, service, details), PortRefused)
    if isinstance(begun, EServicesError):
        begun = desk.begin_sign_in(channel, means, service)
    waiting = begun
    error = answered(lambda: desk.finish_sign_in(waiting, given_evidence), PortRefused)
    assert isinstance(error, SignInFailed)
    person = desk.finish_sign_in(waiting, {"resident": "Aysel", "more": MARK})
    assert person.identity.fin == city.people["Aysel"].fin
    assert MARK not in repr(person)
    assert isinstance(
        answered(lambda: desk.finish_sign_in(waiting, {"resident": "Aysel"}), PortRefused),
        SignInFailed,
    )


@fuzzed(100)
@given(channel=things, means=things, service=things)
def test_any_portal_means_and_service_are_there_or_unknown(
    desk: NotingDesk, channel: Any, means: Any, service: Any
) -> None:
    """One strange name among sound ones is enough to be told so, at no time a crash."""
    for way in WAYS[:: len(WAYS) - 1]:
        for names in ((channel, *way[1:]), (way[0], means, way[2]), (way[0], way[1], service)):
            if names == way:
                continue
            found = answered(lambda: desk.begin_sign_in(*names), HostMistake)  # noqa: B023  # called at once
            # An empty name for the service means the portal's own window, where it has one.
            assert isinstance(found, HostMistake) or not names[2]


@fuzzed(60)
@given(reference=texts, means=st.sampled_from([way[1] for way in WAYS]))
def test_a_sign_in_of_a_made_up_reference_fails(
    desk: NotingDesk, reference: str, means: str
) -> None:
    """Whoever makes up a challenge, or hands one over to another means, is nobody."""
    begun = desk.begin_sign_in(*WAYS[0])
    made_up = attrs.evolve(begun, challenge=attrs.evolve(begun.challenge, reference=reference))
    for other in (made_up, attrs.evolve(made_up, means=means), attrs.evolve(begun, means=means)):
        if other != begun:
            error = answered(lambda: desk.finish_sign_in(other, {"resident": "Aysel"}), PortRefused)  # noqa: B023  # called at once
            assert isinstance(error, SignInFailed)


def test_a_challenge_that_is_over_is_over(city: City, desk: NotingDesk) -> None:
    """By the desk's clock, whatever a host that kept it says of its end."""
    begun = desk.begin_sign_in(*WAYS[0])
    city.clock.forward(timedelta(minutes=6))
    longer = attrs.evolve(
        begun,
        challenge=attrs.evolve(
            begun.challenge, expires=begun.challenge.expires + timedelta(days=1)
        ),
    )
    for late in (begun, longer):
        error = answered(lambda: desk.finish_sign_in(late, {"resident": "Aysel"}), PortRefused)  # noqa: B023  # called at once
        assert isinstance(error, SignInFailed)
