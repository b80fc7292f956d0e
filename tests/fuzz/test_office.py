"""Cases: looked up, listed, explained and acted on with whatever an address line or form holds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.fuzz.places import NotingDesk, Place, case_at, states
from tests.fuzz.strange import MARK, answered, fuzzed, json_values, often, texts, things

from utility_eservices import Desk, Officer, Person
from utility_eservices.casework.case import Case
from utility_eservices.casework.service import Service
from utility_eservices.desk.catalogue import built_in_services
from utility_eservices.errors import (
    ActionRefused,
    CaseNotFound,
    EServicesError,
    HostMistake,
    StaleCase,
    UnknownName,
)
from utility_eservices.ports.case_store import CASE_STORE, CaseQuery
from utility_eservices.simulator.city import City
from utility_eservices.simulator.plugin import SimulatorPlugin

# Each state once, on the last channel that leads there.
STATES = list({(place[0], place[2]): place for place in states()}.values())

every_state = pytest.mark.parametrize("place", STATES, ids="/".join)


class _Particular:
    """A case store behind a database, which takes neither NUL nor halves of characters."""

    def __init__(self, store: Any) -> None:
        self._store = store

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._store, name)

        def call(*arguments: Any) -> Any:
            for argument in arguments:
                text = argument.text if isinstance(argument, CaseQuery) else argument
                if isinstance(text, str) and "\0" in text.encode().decode():
                    raise ValueError("a NUL in a text")
            return method(*arguments)

        return call if callable(method) else method


@pytest.fixture(scope="module")
def particular(city: City, desk: NotingDesk) -> Desk:
    """A desk on the same cases whose store is more particular than the city's."""

    def around(port: Any, offered: Any, _scope: str) -> Any:
        return _Particular(offered) if port is CASE_STORE else offered

    return Desk([SimulatorPlugin(city)], services=built_in_services(), around=around)


@pytest.fixture(scope="module")
def person(desk: NotingDesk) -> Person:
    """Somebody who has sent a request."""
    return next(opened.person for opened in desk.noted.values() if opened.number)


def officer_of(service: Service, roles: Iterable[str] | None = None) -> Officer:
    """Somebody of the service's utility, with all roles unless some are named."""
    held = {role.key for role in service.roles()} if roles is None else roles
    return Officer("op-1", service.utility.key, held)


# One of each service that has any casework.
OFFICERS = [officer_of(item) for item in built_in_services() if item.rules is not None]


# --- looking ------------------------------------------------------------------------------------


@fuzzed(100)
@given(number=things)
@example(number="AZS-\0")
@example(number="AZS-\ud800")
@example(number="9" * 101)
def test_any_number_is_ones_own_or_none(particular: Desk, person: Person, number: Any) -> None:
    """Whatever is looked up answers as a number that nobody has, and reaches no database."""
    after = "" if number is None else number  # no number at all begins with the first page
    answers: list[object] = [
        answered(lambda: particular.case(person, number), CaseNotFound),
        answered(lambda: particular.cases(person, after=after), CaseNotFound),
        answered(lambda: particular.explain(number, person), CaseNotFound),
    ]
    for officer in OFFICERS:
        # B023: each is called at once.
        answers += [
            answered(lambda: particular.case_for(officer, number), CaseNotFound),  # noqa: B023
            answered(lambda: particular.staff_inbox(officer, after=after), CaseNotFound),  # noqa: B023
            answered(lambda: particular.explain(number, officer), CaseNotFound),  # noqa: B023
            answered(lambda: particular.attachment(officer, number, "x"), CaseNotFound),  # noqa: B023
            answered(lambda: particular.act(officer, number, "x", version=1), CaseNotFound),  # noqa: B023
        ]
    assert all(isinstance(answer, CaseNotFound) for answer in answers)


@fuzzed(60)
@given(key=things)
def test_any_key_of_an_effect_is_unknown(particular: Desk, key: Any) -> None:
    """What no effect is called by, nothing is tried again for."""
    error = answered(lambda: particular.try_again(key), UnknownName)
    assert isinstance(error, UnknownName)


@fuzzed(40)
@given(state=things, field=things)
def test_any_state_and_any_file_are_there_or_not(
    city: City, particular: Desk, state: Any, field: Any
) -> None:
    """A state that is none lists nothing; a field that is no file opens none."""
    number = case_at(city, particular, STATES[0])
    officer = officer_of(particular.catalogue.of(STATES[0][0]))
    if state is not None:
        assert particular.staff_inbox(officer, state=state) == ()
    error = answered(lambda: particular.attachment(officer, number, field), UnknownName)
    assert isinstance(error, UnknownName)


@fuzzed(60)
@given(text=things)
@example(text="AZS-\0")
@example(text="\ud800")
def test_any_words_are_looked_for(particular: Desk, text: Any) -> None:
    """Whatever is typed, cases of the officer's own utility fit or none do."""
    for officer in OFFICERS:
        found = particular.find_cases(officer, text)
        assert {case.utility for case in found} <= {officer.utility}


# --- acting -------------------------------------------------------------------------------------


def findings_for(service: Service) -> st.SearchStrategy[Any]:
    """Findings that the service knows, sound or odd; seldom others, or no mapping."""
    known = {
        key: often((2, st.just(spec.example)), (1, json_values))
        for key, spec in service.findings.items()
    }
    one = [st.fixed_dictionaries({key: value}) for key, value in known.items()]
    some = st.fixed_dictionaries({}, optional=known)
    others = st.dictionaries(texts | st.integers() | st.none(), things)
    weighed = [(6, st.just({})), *((6, item) for item in one), (4, some), (2, others), (1, things)]
    return often(*weighed)


def same_version(version: object, case: Case[Any]) -> bool:
    """Whether it is the version of a case; not every number can be compared with another."""
    return type(version) is int and version == case.version


@every_state
@fuzzed(20)
@given(data=st.data())
def test_any_act_moves_a_case_or_says_why_not(
    city: City, particular: Desk, place: Place, data: st.DataObject
) -> None:
    """Whatever event, findings and version: moved as declared, or refused and left as it was."""
    number = case_at(city, particular, place)
    service = particular.catalogue.of(place[0])
    rules = service.casework_rules
    keys = sorted(role.key for role in service.roles())
    held = data.draw(often((3, st.just(keys)), (1, st.lists(st.sampled_from(keys)))))
    officer = officer_of(service, held)
    before = particular.case_for(officer, number)
    leaving = sorted({rule.event for rule in rules.leaving(before.state)}) or ["register"]
    events = st.sampled_from(sorted(rules.events))
    event = data.draw(often((6, st.sampled_from(leaving)), (2, events), (1, things)))
    findings = data.draw(findings_for(service))
    version = data.draw(often((6, st.just(before.version)), (1, things)))

    def act() -> Case[Any]:
        return particular.act(officer, number, event, findings, version=version)

    after = answered(act, ActionRefused, HostMistake)
    kept = particular.case_for(officer, number)
    if isinstance(after, EServicesError):
        assert kept == before
        assert not isinstance(after, StaleCase) or not same_version(version, before)
        for fault in getattr(after, "faults", ()):
            assert MARK not in f"{fault!r}{fault.message}"
        return
    assert kept == after
    assert same_version(version, before)
    assert (after.version, after.history[:-1]) == (before.version + 1, before.history)
    assert after.state in {rule.target for rule in rules.candidates(before.state, event)}
    assert MARK not in repr(after)
    assert particular.explain(number, officer).text


@pytest.fixture(scope="module")
def permitted(city: City, particular: Desk) -> tuple[Officer, Case[Any], str, dict[str, Any]]:
    """An officer, a case, and an act that is permitted, with its findings."""
    for place in STATES:
        officer = officer_of(particular.catalogue.of(place[0]))
        case = particular.case_for(officer, case_at(city, particular, place))
        for action in particular.actions(case, officer):
            findings = {spec.key: spec.example for spec in action.findings}
            return officer, case, action.event, findings
    raise AssertionError("nothing may be done in any state")


@fuzzed(40)
@given(version=things)
@example(version=0)
@example(version="2")
def test_any_version_but_the_one_seen_is_stale(
    particular: Desk, permitted: tuple[Officer, Case[Any], str, dict[str, Any]], version: Any
) -> None:
    """An act that would be permitted is refused to whoever did not see the case as it is."""
    officer, case, event, findings = permitted

    def act() -> Case[Any]:
        return particular.act(officer, case.number, event, findings, version=version)

    if not same_version(version, case):
        assert isinstance(answered(act, ActionRefused, HostMistake), StaleCase)
        assert particular.case_for(officer, case.number) == case
