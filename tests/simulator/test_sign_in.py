"""Simulated sign-in: which challenge each means has, and what finishes one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from utility_eservices.errors import SignInFailed
from utility_eservices.ports.sign_in import AskCredentials, CompareCode, Redirect, ShowQr
from utility_eservices.simulator.city import City
from utility_eservices.simulator.residents import PASSWORD
from utility_eservices.simulator.sign_in import MEANS
from utility_eservices.vocabulary import sign_in
from utility_eservices.vocabulary.person import Assurance, Identity
from utility_eservices.vocabulary.sign_in import SignInMeans

AtOnce = Callable[[Callable[[int], object]], list[object]]

AYSEL = {"resident": "Aysel"}
MOMENT = timedelta(microseconds=1)


def test_the_city_has_every_means() -> None:
    """No service can offer a means that nobody in the city can sign in by."""
    declared = {item.key for item in vars(sign_in).values() if isinstance(item, SignInMeans)}
    assert set(MEANS) == declared


@pytest.mark.parametrize(
    ("means", "kind"),
    [
        ("sima", ShowQr),
        ("asan", CompareCode),
        ("id_number", AskCredentials),
        ("sima_token", Redirect),
        ("bsxm", Redirect),
        ("e_signature", Redirect),
        ("e_signature_card", Redirect),
        ("e_gov_identity", Redirect),
        ("e_gov_account", AskCredentials),
    ],
)
def test_each_means_has_its_challenge(city: City, means: str, kind: type[object]) -> None:
    """A portal meets the same kind of challenge as with the real means."""
    challenge = city.sign_in(means).begin({})
    assert isinstance(challenge, kind)
    assert challenge.expires == city.clock.now() + timedelta(minutes=5)


def test_a_code_to_compare_has_four_digits(city: City) -> None:
    """The code is short enough to compare by eye, its leading zeros kept."""
    codes = [city.sign_in("asan").begin({}) for _ in range(100)]
    assert all(isinstance(item, CompareCode) and len(item.code) == 4 for item in codes)
    assert len({item.code for item in codes if isinstance(item, CompareCode)}) > 1


@pytest.mark.parametrize("means", sorted(MEANS))
def test_the_evidence_proves_who_somebody_is(city: City, means: str) -> None:
    """Whoever is named comes back as themselves, with the means used and how sure it is."""
    port = city.sign_in(means)
    found = port.finish(port.begin({}).reference, AYSEL)
    aysel = city.people["Aysel"]
    assert found == Identity(aysel.fin, aysel.full_name, means, MEANS[means])
    assert (found.assurance is Assurance.LOW) == (means in {"id_number", "e_gov_account"})


@pytest.mark.parametrize("typed", ["5XJ1K2A", " 5xj1k2a "])
def test_a_fin_and_the_password_sign_in_by_identification_number(city: City, typed: str) -> None:
    """A portal's generic window for credentials works, typed as people type."""
    port = city.sign_in("id_number")
    challenge = port.begin({})
    assert isinstance(challenge, AskCredentials)
    evidence = dict(zip((key for key, _ in challenge.fields), (typed, PASSWORD), strict=True))
    assert port.finish(challenge.reference, evidence).fin == city.people["Aysel"].fin


def test_a_user_name_and_the_password_sign_in_by_the_account(city: City) -> None:
    """The account that the e-government system gave is known by user name and password."""
    port = city.sign_in("e_gov_account")
    challenge = port.begin({})
    assert isinstance(challenge, AskCredentials)
    assert [key for key, _ in challenge.fields] == ["user_name", "password"]
    evidence = {"user_name": "Aysel", "password": PASSWORD}
    assert port.finish(challenge.reference, evidence).fin == city.people["Aysel"].fin


@pytest.mark.parametrize(
    ("means", "evidence"),
    [
        ("sima", {}),
        ("sima", {"resident": "Elşən"}),
        ("sima", {"identification_number": "5XJ1K2A", "password": PASSWORD}),
        ("sima", {"user_name": "Aysel", "password": PASSWORD}),
        ("e_gov_account", {}),
        ("e_gov_account", {"user_name": "Aysel", "password": "another"}),
        ("e_gov_account", {"user_name": "Elşən", "password": PASSWORD}),
        ("e_gov_account", {"identification_number": "5XJ1K2A", "password": PASSWORD}),
        ("id_number", {"user_name": "Aysel", "password": PASSWORD}),
        ("id_number", {}),
        ("id_number", {"identification_number": "5XJ1K2A", "password": ""}),
        ("id_number", {"identification_number": "5XJ1K2B", "password": PASSWORD}),
        ("id_number", {"identification_number": "?", "password": PASSWORD}),
    ],
)
def test_wrong_evidence_proves_nothing(city: City, means: str, evidence: dict[str, str]) -> None:
    """Evidence that names nobody, or nobody's card, fails; the challenge stays open."""
    port = city.sign_in(means)
    reference = port.begin({}).reference
    with pytest.raises(SignInFailed):
        port.finish(reference, evidence)
    assert port.finish(reference, AYSEL).fin == city.people["Aysel"].fin


def test_a_challenge_is_finished_once(city: City) -> None:
    """A spent challenge proves nothing any more."""
    port = city.sign_in("sima")
    reference = port.begin({}).reference
    port.finish(reference, AYSEL)
    with pytest.raises(SignInFailed):
        port.finish(reference, AYSEL)


def test_a_challenge_is_finished_by_one_of_many(city: City, at_once: AtOnce) -> None:
    """Of sixteen who finish one challenge at once, one is signed in."""
    port = city.sign_in("sima")
    reference = port.begin({}).reference
    results = at_once(lambda _: port.finish(reference, AYSEL))
    assert sum(isinstance(item, Identity) for item in results) == 1
    assert sum(isinstance(item, SignInFailed) for item in results) == 15


@pytest.mark.parametrize("reference", ["", "unknown"])
def test_an_unknown_challenge_cannot_be_finished(city: City, reference: str) -> None:
    """A reference that was never given proves nothing."""
    with pytest.raises(SignInFailed):
        city.sign_in("sima").finish(reference, AYSEL)


def test_a_challenge_belongs_to_its_means(city: City) -> None:
    """What was begun by one means is not finished by another."""
    reference = city.sign_in("asan").begin({}).reference
    with pytest.raises(SignInFailed):
        city.sign_in("sima").finish(reference, AYSEL)


def test_a_challenge_holds_for_five_minutes(city: City) -> None:
    """Until just before five minutes have passed by the city's clock, and no longer."""
    port = city.sign_in("sima")
    early, late = port.begin({}).reference, port.begin({}).reference
    city.clock.forward(timedelta(minutes=5) - MOMENT)
    assert port.finish(early, AYSEL).means == "sima"
    city.clock.forward(MOMENT)
    with pytest.raises(SignInFailed):
        port.finish(late, AYSEL)
