"""Asking, sealing's plugin, access: the small rooms of the desk, each on its own."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from tests.desk.walking import CODE, giving, on_code, on_confirm, signed_in

from utility_eservices import Desk
from utility_eservices.casework.asking import Asking, question
from utility_eservices.desk import access, system
from utility_eservices.desk.access import ExistenceIsEnough, OwnCodesOnly
from utility_eservices.desk.asker import Asker, guarded
from utility_eservices.desk.plugins import Plugins
from utility_eservices.errors import PortBroken, PortRefused, StaleCase
from utility_eservices.ports.access import ACCESS, Purpose
from utility_eservices.ports.clock import CLOCK
from utility_eservices.ports.tokens import TOKENS
from utility_eservices.simulator.city import City
from utility_eservices.simulator.plugin import SimulatorPlugin
from utility_eservices.vocabulary.person import Assurance, Identity

# --- asking -------------------------------------------------------------------------------------


class _Counting:
    """A function that counts how often it is called, as a question."""

    def __init__(self) -> None:
        self.calls: list[tuple[Any, ...]] = []

    def asking(self, *needs: str, ports: tuple[Any, ...] = ()) -> Asking:
        return Asking(self._answer, ports, needs)

    def _answer(self, *given: Any) -> int:
        self.calls.append(given)
        return len(self.calls)


def test_a_question_is_given_its_ports_and_then_its_names() -> None:
    """Each in the order of the declaration, and no more than it needs."""
    counting = _Counting()
    asker = Asker(lambda port: f"object of {port.name}")
    names = {"today": 1, "person": 2, "channel": 3}
    asker.ask(counting.asking("person", "today", ports=(CLOCK, TOKENS)), names)
    assert counting.calls == [("object of clock", "object of tokens", 2, 1)]


def test_an_answer_is_kept_for_the_same_names() -> None:
    """Asked twice in one press, a port is called once; other values are another question."""
    counting = _Counting()
    asker = Asker(lambda port: None)
    asking = counting.asking("code")
    assert [asker.ask(asking, {"code": code}) for code in ("a", "b", "a", "b")] == [1, 2, 1, 2]
    assert counting.calls == [("a",), ("b",)]


def test_an_answer_of_none_is_kept_too() -> None:
    """Nothing found is an answer."""
    calls = []
    asking = Asking(lambda: calls.append(1), (), ())
    asker = Asker(lambda port: None)
    assert [asker.ask(asking, {}), asker.ask(asking, {})] == [None, None]
    assert calls == [1]


def test_an_answer_to_what_has_no_hash_is_asked_again() -> None:
    """A list among the values stands in nobody's way."""
    counting = _Counting()
    asker = Asker(lambda port: None)
    asking = counting.asking("codes")
    assert [asker.ask(asking, {"codes": ["a"]}) for _ in range(2)] == [1, 2]


def test_another_asker_asks_anew() -> None:
    """Nothing is kept from press to press."""
    counting = _Counting()
    for _ in range(2):
        Asker(lambda port: None).ask(counting.asking(), {})
    assert len(counting.calls) == 2


def test_what_an_adapter_raises_is_guarded() -> None:
    """The library's own errors pass as they are, anything else is the cause of a PortBroken."""
    for own in (PortRefused(), StaleCase()):
        with pytest.raises(type(own)) as passed:
            guarded(_raise, own)
        assert passed.value is own
    error = ZeroDivisionError("5XJ1K2A")
    with pytest.raises(PortBroken) as caught:
        guarded(_raise, error)
    assert caught.value.__cause__ is error
    assert "5XJ1K2A" not in str(caught.value)
    assert guarded(divmod, 7, 2) == (3, 1)


def _raise(error: Exception) -> None:
    raise error


def test_a_question_that_breaks_is_guarded_and_not_kept() -> None:
    """Asked again, it may answer."""
    answers = iter([KeyError("x"), None])

    @question()
    def moody() -> str:
        """Breaks the first time."""
        error = next(answers)
        if error:
            raise error
        return "well"

    asker = Asker(lambda port: None)
    with pytest.raises(PortBroken):
        asker.ask(moody, {})
    assert asker.ask(moody, {}) == "well"


# --- the two policies ---------------------------------------------------------------------------


def allowed(policy: Any, purpose: Purpose, name: str, *, registered: bool = False) -> bool:
    """Whether somebody may use Aysel's code."""
    city = City()
    someone = city.people[name]
    subscriber = city.subscribers.find(city.people["Aysel"].codes[0])
    assert subscriber is not None
    codes = (subscriber.code,) if registered else someone.codes if name != "Aysel" else ()
    identity = Identity(someone.fin, someone.full_name, "asan", Assurance.HIGH)
    answer: bool = policy.allows(purpose, identity, subscriber, codes)
    return answer


@pytest.mark.parametrize("purpose", Purpose)
def test_the_strict_policy_asks_for_holder_or_registration(purpose: Purpose) -> None:
    """For a request as for a statement."""
    assert allowed(OwnCodesOnly(), purpose, "Aysel")
    assert allowed(OwnCodesOnly(), purpose, "Kamran", registered=True)
    assert not allowed(OwnCodesOnly(), purpose, "Kamran")


def test_existence_is_enough_for_a_request_or_a_payment() -> None:
    """AMB-21: a statement, or a reading, is for the holder or a registered code."""
    assert allowed(ExistenceIsEnough(), Purpose.APPLY, "Kamran")
    assert allowed(ExistenceIsEnough(), Purpose.PAY, "Kamran")
    for purpose in (Purpose.SEE_STATEMENT, Purpose.SUBMIT_READING):
        assert not allowed(ExistenceIsEnough(), purpose, "Kamran")
        assert allowed(ExistenceIsEnough(), purpose, "Kamran", registered=True)
        assert allowed(ExistenceIsEnough(), purpose, "Aysel")


def test_a_holder_whom_the_base_does_not_know_is_nobody() -> None:
    """Without a FIN in the subscriber base only a registration shows whose code it is."""
    city = City()
    nigar = city.people["Nigar"]
    code = next(
        account.subscriber for account in _accounts() if account.subscriber.holder_fin is None
    )
    identity = Identity(nigar.fin, nigar.full_name, "asan", Assurance.HIGH)
    assert not OwnCodesOnly().allows(Purpose.APPLY, identity, code, ())
    assert OwnCodesOnly().allows(Purpose.APPLY, identity, code, (code.code,))


def _accounts() -> Any:
    from utility_eservices.simulator.residents import ACCOUNTS  # noqa: PLC0415

    return ACCOUNTS


def test_both_policies_are_plugins(city: City) -> None:
    """For any utility; the strict one answers a foreign code as an unknown one."""
    assert isinstance(Plugins([access.by_existence]).get(ACCESS, "x"), ExistenceIsEnough)
    assert type(Plugins([access.own_codes]).get(ACCESS, "x")) is OwnCodesOnly
    simulator = SimulatorPlugin(city, leave_out={"access"})
    strict = Desk([simulator, "access-own-codes"])
    kamran = signed_in(strict, "Kamran")
    for code in (CODE, "9999999999"):
        stayed = strict.press(on_code(strict, kamran), "check", {"subscriber_code": code})
        (entry,) = stayed.screen.entries
        assert (stayed.state, entry.fault) == ("code", "Abonent kodu düzgün deyil.")
    assert strict.press(on_code(strict), "check", {"subscriber_code": CODE}).state == "invoice"


# --- clock and tokens of the machine ------------------------------------------------------------


def test_the_machines_clock_tells_an_instant_in_utc() -> None:
    """Aware, and between two others."""
    before = datetime.now(UTC)  # noqa: TID251  # compared with the one place that reads it
    now = Plugins([system.plugin]).get(CLOCK).now()
    assert now.utcoffset() == timedelta(0)
    assert before <= now <= datetime.now(UTC)  # noqa: TID251  # as above


def tokens(monkeypatch: pytest.MonkeyPatch, secret: str | None) -> Any:
    """The tokens of a process with this secret in its environment."""
    if secret is None:
        monkeypatch.delenv("ESERVICES_SECRET", raising=False)
    else:
        monkeypatch.setenv("ESERVICES_SECRET", secret)
    return Plugins(["system"]).get(TOKENS)


def test_hosts_with_one_secret_hold_each_others_seals(monkeypatch: pytest.MonkeyPatch) -> None:
    """A seal is of one text and one secret."""
    here, there = tokens(monkeypatch, "s1"), tokens(monkeypatch, "s1")
    other = tokens(monkeypatch, "s2")
    seal = here.seal("müraciət")
    assert there.holds("müraciət", seal)
    assert not there.holds("müraciet", seal)
    assert not there.holds("müraciət", seal[:-1])
    assert not there.holds("müraciət", "ə")
    assert not other.holds("müraciət", seal)
    # HMAC-SHA-256, so that hosts in other languages can hold it too.
    assert here.seal("") == "9f0830d3bbdad1ddeb10a01600d81e9262fdce36eddf34a28a194e4a40ab9a29"
    assert here.check() is None


@pytest.mark.parametrize("secret", [None, ""])
def test_without_a_secret_each_process_makes_its_own(
    monkeypatch: pytest.MonkeyPatch, secret: str | None
) -> None:
    """Another process cannot open its journeys, and the check says what to do about it."""
    here, there = tokens(monkeypatch, secret), tokens(monkeypatch, secret)
    assert here.holds("a", here.seal("a"))
    assert not there.holds("a", here.seal("a"))
    assert str(here.check()).startswith("ESERVICES_SECRET dəyişənini təyin edin")
    assert len(here._secret) == 32


def test_tokens_are_never_given_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Long enough that nobody guesses one."""
    made = tokens(monkeypatch, "s1")
    names = {made.new() for _ in range(1000)}
    assert len(names) == 1000
    assert {len(name) for name in names} == {32}


def test_a_portal_may_run_on_the_machines_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """The simulated city lends the rest: a request is sent at the present instant."""
    monkeypatch.setenv("ESERVICES_SECRET", "s1")
    now = datetime.now(UTC)  # noqa: TID251  # where the city's clock is to stand
    city = City(start=now)
    desk = Desk([SimulatorPlugin(city, leave_out={"clock", "tokens"}), "system"])
    sent_at = desk.case((person := on_confirm(desk).person), _sent(desk, person)).sent_at
    assert sent_at >= now


def _sent(desk: Desk, person: Any) -> str:
    return desk.press(on_confirm(desk, person), "confirm").number


def test_an_adapter_may_be_handed_over_as_an_object(city: City) -> None:
    """Tokens of one's own, given by a plugin object."""
    mine = system.SealedTokens(b"mine")
    desk = Desk([SimulatorPlugin(city, leave_out={"tokens"}), giving(tokens=mine)])
    opened = on_code(desk)
    assert len(opened.id) == 32
    assert desk.resume(desk.suspend(opened), opened.person) == opened
