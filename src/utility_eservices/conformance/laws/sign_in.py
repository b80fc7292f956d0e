"""Laws of the port `sign_in`: see `utility_eservices.ports.sign_in.SignIn`.

A challenge is bound to what it was begun for: it is finished once, before it expires, with
evidence that is about it and meant for this portal, and gives no more assurance than its means.
"""

from __future__ import annotations

from typing import Protocol

import pytest

from utility_eservices.conformance.laws.common import (
    Call,
    at_once,
    keeps_silent,
    says_how_it_is,
    tells_not_now,
)
from utility_eservices.conformance.laws.world import World, requires
from utility_eservices.errors import SignInFailed
from utility_eservices.ports.sign_in import Challenge, Evidence, SignIn
from utility_eservices.vocabulary.person import Identity

__all__ = [
    "SignInWorld",
    "test_sign_in_begins_anew_each_time",
    "test_sign_in_ends_on_another_host",
    "test_sign_in_finishes_a_challenge_once",
    "test_sign_in_finishes_a_challenge_once_for_all_who_try_at_once",
    "test_sign_in_gives_the_person_who_proved_it",
    "test_sign_in_gives_up_when_the_time_is_over",
    "test_sign_in_knows_no_challenge_that_was_not_begun",
    "test_sign_in_raises_no_assurance",
    "test_sign_in_says_how_it_is",
    "test_sign_in_takes_no_evidence_for_another_audience",
    "test_sign_in_takes_no_evidence_of_another_challenge",
    "test_sign_in_takes_nothing_for_a_proof_that_is_none",
    "test_sign_in_tells_not_now_from_no",
    "test_sign_in_writes_down_nothing_personal",
]


class SignInWorld(World[SignIn], Protocol):
    """One means, and somebody who can sign in: `identity` is what the means vouches for.

    ``details`` is what `SignIn.begin` needs first.
    """

    identity: Identity
    details: Evidence

    def prove(self, challenge: Challenge) -> Evidence:
        """What comes back when the person does what the challenge asks."""

    # --- only where the means can ---------------------------------------------------------------

    def bound(self, challenge: Challenge) -> Evidence:
        """As `prove`; only where evidence is bound to its challenge, as a password is not."""
        raise NotImplementedError

    def for_another_audience(self, challenge: Challenge) -> Evidence:
        """Sound evidence about the challenge that the provider made for somebody else."""
        raise NotImplementedError

    def wait(self, challenge: Challenge) -> None:
        """Let the challenge expire."""
        raise NotImplementedError


def _begun(world: SignInWorld) -> Challenge:
    return world.port.begin(world.details)


def _refused(world: SignInWorld, reference: str, evidence: Evidence) -> None:
    with pytest.raises(SignInFailed):
        world.port.finish(reference, evidence)


def test_sign_in_begins_anew_each_time(sign_in_world: SignInWorld) -> None:
    """Each challenge has a reference of its own, and says when it expires, with its time zone."""
    begun = [_begun(sign_in_world) for _ in range(8)]
    assert len({challenge.reference for challenge in begun}) == len(begun)
    assert all(challenge.reference for challenge in begun)
    assert all(challenge.expires.utcoffset() is not None for challenge in begun)


def test_sign_in_gives_the_person_who_proved_it(sign_in_world: SignInWorld) -> None:
    """FIN, name, means and assurance are those of the person and the means, to the letter."""
    challenge = _begun(sign_in_world)
    evidence = sign_in_world.prove(challenge)
    assert sign_in_world.port.finish(challenge.reference, evidence) == sign_in_world.identity


def test_sign_in_raises_no_assurance(sign_in_world: SignInWorld) -> None:
    """Whatever the evidence claims of itself, the means proves no more than it does."""
    claims = {"assurance": "HIGH", "acr": "high", "loa": "3", "means": sign_in_world.identity.means}
    challenge = _begun(sign_in_world)
    evidence = {**claims, **sign_in_world.prove(challenge)}
    try:
        given = sign_in_world.port.finish(challenge.reference, evidence)
    except SignInFailed:
        return  # nor does it have to take evidence that says more than was asked
    assert given.assurance <= sign_in_world.identity.assurance


def test_sign_in_finishes_a_challenge_once(sign_in_world: SignInWorld) -> None:
    """What was finished is spent: the same evidence, replayed, proves nothing."""
    challenge = _begun(sign_in_world)
    evidence = sign_in_world.prove(challenge)
    sign_in_world.port.finish(challenge.reference, evidence)
    for _ in range(2):
        _refused(sign_in_world, challenge.reference, evidence)


def test_sign_in_finishes_a_challenge_once_for_all_who_try_at_once(
    sign_in_world: SignInWorld,
) -> None:
    """Of sixteen who replay one evidence at once, one is signed in; the others are refused."""
    challenge = _begun(sign_in_world)
    evidence = sign_in_world.prove(challenge)
    given = at_once(lambda _: sign_in_world.port.finish(challenge.reference, evidence))
    others = [item for item in given if not isinstance(item, Identity)]
    assert len(given) - len(others) == 1
    assert all(isinstance(item, SignInFailed) for item in others)


def test_sign_in_knows_no_challenge_that_was_not_begun(sign_in_world: SignInWorld) -> None:
    """A reference that was not given, or was altered, finishes nothing, whatever is proven."""
    challenge = _begun(sign_in_world)
    evidence = sign_in_world.prove(challenge)
    for reference in (sign_in_world.fresh(), f"{challenge.reference}0", "", "ə"):
        _refused(sign_in_world, reference, evidence)


def test_sign_in_takes_nothing_for_a_proof_that_is_none(sign_in_world: SignInWorld) -> None:
    """Neither no evidence nor made-up evidence signs anybody in."""
    challenge = _begun(sign_in_world)
    proof = sign_in_world.prove(challenge)
    garbled = {key: f"{text}0" for key, text in proof.items()}
    for evidence in ({}, {"": ""}, dict.fromkeys(proof, ""), garbled):
        _refused(sign_in_world, _begun(sign_in_world).reference, evidence)


@requires("bound")
def test_sign_in_takes_no_evidence_of_another_challenge(sign_in_world: SignInWorld) -> None:
    """Evidence is about one challenge, by its nonce: for another it proves nothing."""
    mine, theirs = _begun(sign_in_world), _begun(sign_in_world)
    _refused(sign_in_world, mine.reference, sign_in_world.bound(theirs))


@requires("for_another_audience")
def test_sign_in_takes_no_evidence_for_another_audience(sign_in_world: SignInWorld) -> None:
    """What a provider vouched for to somebody else proves nothing here."""
    challenge = _begun(sign_in_world)
    evidence = sign_in_world.for_another_audience(challenge)
    _refused(sign_in_world, challenge.reference, evidence)


@requires("wait")
def test_sign_in_gives_up_when_the_time_is_over(sign_in_world: SignInWorld) -> None:
    """A challenge that expired is finished no more, also by evidence that came in time."""
    challenge = _begun(sign_in_world)
    evidence = sign_in_world.prove(challenge)
    sign_in_world.wait(challenge)
    _refused(sign_in_world, challenge.reference, evidence)


@requires("reopened")
def test_sign_in_ends_on_another_host(sign_in_world: SignInWorld) -> None:
    """What one host began another finishes, and then it is spent on both."""
    challenge = _begun(sign_in_world)
    evidence = sign_in_world.prove(challenge)
    given = sign_in_world.reopened().finish(challenge.reference, evidence)
    assert given.fin == sign_in_world.identity.fin
    _refused(sign_in_world, challenge.reference, evidence)


@requires("switched_off")
def test_sign_in_tells_not_now_from_no(sign_in_world: SignInWorld) -> None:
    """While the provider cannot be reached it says so: nobody passes for an impostor.

    Nor is the challenge spent by it.
    """
    challenge = _begun(sign_in_world)
    evidence = sign_in_world.prove(challenge)
    tells_not_now(
        sign_in_world,
        lambda: _begun(sign_in_world),
        lambda: sign_in_world.port.finish(challenge.reference, evidence),
    )


def test_sign_in_writes_down_nothing_personal(sign_in_world: SignInWorld) -> None:
    """Neither who signs in nor what proves it stands in a log, an error or a repr."""
    challenge = _begun(sign_in_world)
    evidence, person = sign_in_world.prove(challenge), sign_in_world.identity
    secrets = [text for text in evidence.values() if text != challenge.reference]
    calls: list[Call] = [
        lambda: _begun(sign_in_world),
        lambda: sign_in_world.port.finish(challenge.reference, evidence),
        lambda: sign_in_world.port.finish(challenge.reference, evidence),
    ]
    personal = [person.fin.value, person.name.surname, *secrets]
    keeps_silent(sign_in_world, personal, *calls)


def test_sign_in_says_how_it_is(sign_in_world: SignInWorld) -> None:
    """Its check finds nothing while it works, and advises something while it cannot."""
    says_how_it_is(sign_in_world)
