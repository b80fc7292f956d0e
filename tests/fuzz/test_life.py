"""Requests and their cases lived through at random, while the systems around them fail.

Whatever happens, in whatever order: one case for a journey, a history without gaps, effects done
once, and a way on for the applicant.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

import attrs
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from tests.fuzz.places import Place, case_at, forward, journeys, sound_values, states
from tests.fuzz.strange import fuzzed, json_values

from utility_eservices import Desk, Officer, OpenJourney
from utility_eservices.casework.case import Case
from utility_eservices.casework.effect import Effect, Outcome
from utility_eservices.casework.screen import ChoiceEntry, Screen
from utility_eservices.casework.service import REGISTER
from utility_eservices.desk.catalogue import built_in_services
from utility_eservices.desk.plugins import built_in_ports
from utility_eservices.errors import ActionRefused, HostMistake, PortFailure
from utility_eservices.ports.case_store import CaseQuery
from utility_eservices.ports.port import Port
from utility_eservices.simulator.city import City
from utility_eservices.simulator.faults import FaultKind
from utility_eservices.simulator.plugin import SimulatorPlugin

T = TypeVar("T")

# Service, channel, means, and what the sign-in is for.
WAYS = [
    (
        service.key,
        journey.channel.key,
        journey.sign_in.means[0].means.key,
        "" if journey.sign_in.of_portal else service.key,
    )
    for service, journey in journeys()
]
PLACES = list(states())
# Without the time and the sign-in nothing begins at all.
FAILING = sorted({port.name for port in built_in_ports()} - {"clock", "tokens", "sign_in"})
EVER = datetime(9999, 1, 1, tzinfo=UTC)


@attrs.define
class World:
    """What was done outside by the key of an effect, and what should not have been."""

    city: City
    asked: set[str] = attrs.field(factory=set)
    done: set[str] = attrs.field(factory=set)
    mistakes: list[str] = attrs.field(factory=list)

    def around(self, port: Port[Any], offered: Any, _scope: str) -> Any:
        """An object that is watched, if anything can be ordered of it."""
        keyed = {
            name
            for name in port.methods()
            if "key" in inspect.signature(getattr(port.protocol, name)).parameters
        }
        # A store is asked about a key, not ordered; payments have keys of their own, and their
        # own histories.
        paying = port.name in {"payments", "payment_store"}
        orders = keyed - {"effect", "credit"} if not paying else set()
        return _Watched(self, offered, orders) if orders else offered

    def ordered(self, key: str) -> None:
        """Note an order, and whether no pending effect gave it."""
        self.asked.add(key)
        # Straight from the shelf, where no fault is in the way.
        effect = self.city.store.effect(key)
        if effect is None or effect.outcome is not Outcome.PENDING:
            self.mistakes.append(key)


class _Watched:
    def __init__(self, world: World, offered: Any, orders: set[str]) -> None:
        self._world = world
        self._offered = offered
        self._orders = orders

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._offered, name)
        if name not in self._orders:
            return method

        def call(*arguments: Any) -> Any:
            self._world.ordered(arguments[-1])
            answer = method(*arguments)
            self._world.done.add(arguments[-1])
            return answer

        return call


def tried(call: Callable[[], T]) -> T | None:
    """What a call gave, None when it was refused or a system failed; anything else is a crash."""
    try:
        return call()
    except (HostMistake, ActionRefused, PortFailure):
        return None


def has_way_on(screen: Screen) -> bool:
    """Whether the journey has ended, or some button is open or can be opened by filling in."""
    empty = {
        entry.key
        for entry in screen.entries
        if isinstance(entry, ChoiceEntry) and not entry.options
    }
    return screen.final or any(
        button.enabled or not empty & set(button.enabled_by) for button in screen.buttons
    )


class Life(RuleBasedStateMachine):
    """One city with one desk, its applicants and officers, and faults that come and go."""

    def __init__(self) -> None:
        super().__init__()
        self.city = City()
        self.world = World(self.city)
        self.desk = self.another_host()
        self.windows: list[OpenJourney] = []
        self.numbers: dict[str, str] = {}
        self.outcomes: dict[str, Outcome] = {}

    @initialize(place=st.sampled_from(PLACES))
    def begin_with_a_case(self, place: Place) -> None:
        """There is a case already, in any state."""
        case_at(self.city, self.desk, place)

    def another_host(self) -> Desk:
        """A desk on the same city."""
        plugin = SimulatorPlugin(self.city)
        return Desk([plugin], services=built_in_services(), around=self.world.around)

    # --- applicants ---------------------------------------------------------------------------

    @rule(
        way=st.sampled_from(WAYS),
        who=st.sampled_from(["Aysel", "Kamran"]),
        presses=st.sampled_from([10, 0, 2]),
    )
    def begin(self, way: tuple[str, str, str, str], who: str, presses: int) -> None:
        """Somebody signs in, begins a request and goes on with it."""
        service, channel, means, asked_for = way
        begun = self.desk.begin_sign_in(channel, means, asked_for)
        person = self.desk.finish_sign_in(begun, {"resident": who})
        opened = tried(lambda: self.desk.begin(service, person))
        if opened is not None:
            self.windows.append(opened)
            self.go_on(presses)

    @precondition(lambda self: self.windows)
    @rule(data=st.data(), odd=st.booleans(), times=st.integers(1, 2))
    def press(self, data: st.DataObject, odd: bool, times: int) -> None:
        """Any button is pressed, once or twice, in any window, perhaps with a strange value."""
        opened = data.draw(st.sampled_from(self.windows))
        if not opened.screen.final:
            button = data.draw(st.sampled_from(opened.screen.buttons))
            values = sound_values(self.desk, opened)
            if values and odd:
                values[data.draw(st.sampled_from(sorted(values)))] = data.draw(json_values)
            for _ in range(times):
                self.pressed(opened, button.key, values)

    @precondition(lambda self: self.windows)
    @rule()
    def go_on_again(self) -> None:
        """Whoever was active last goes on to the end."""
        self.go_on(10)

    def go_on(self, presses: int) -> None:
        """Press on towards the end of the latest journey, so many times."""
        opened = self.windows[-1]
        journey = self.desk.catalogue.of(opened.service).journey_on(opened.channel)
        assert journey is not None
        for _ in range(presses):
            button = forward(journey, opened.state)
            if opened.screen.final or not button:
                return
            opened = self.pressed(opened, button, sound_values(self.desk, opened))

    def pressed(
        self, opened: OpenJourney, button: str, values: Mapping[str, object]
    ) -> OpenJourney:
        """The window after a press; there always is one, and it tells one number."""
        after = self.desk.press(opened, button, values)
        assert after.screen.final or after.screen.buttons
        self.windows.append(after)
        if after.number:
            assert self.numbers.setdefault(after.id, after.number) == after.number
        return after

    @precondition(lambda self: self.windows)
    @rule(data=st.data())
    def go_to_another_host(self, data: st.DataObject) -> None:
        """A journey is suspended here and resumed there."""
        opened = data.draw(st.sampled_from(self.windows))
        text, there = self.desk.suspend(opened), self.another_host()
        resumed = tried(lambda: there.resume(text, opened.person))
        assert resumed in (None, opened)

    # --- the office ---------------------------------------------------------------------------

    def cases(self) -> tuple[Case[Any], ...]:
        """Every case there is, whatever fails."""
        return self.city.store.find(CaseQuery(), limit=10_000)

    @precondition(lambda self: self.cases())
    @rule(data=st.data(), odd=st.integers(0, 4), late=st.integers(0, 4))
    def act(self, data: st.DataObject, odd: int, late: int) -> None:
        """An officer acts on a case, mostly as is permitted now."""
        case = data.draw(st.sampled_from(self.cases()))
        service = self.desk.catalogue.of(case.service)
        officer = Officer("op-1", case.utility, {role.key for role in service.roles()})
        actions = self.desk.actions(case, officer)
        if actions:
            action = data.draw(st.sampled_from(actions))
            findings = {spec.key: spec.example for spec in action.findings}
            if not odd and findings:
                findings[min(findings)] = data.draw(json_values)
            version = case.version - (not late)
            tried(
                lambda: self.desk.act(officer, case.number, action.event, findings, version=version)
            )

    @rule(rounds=st.integers(1, 3), minutes=st.sampled_from([0, 1, 90]))
    def perform(self, rounds: int, minutes: int) -> None:
        """Time passes and what is due is performed."""
        self.city.clock.forward(timedelta(minutes=minutes))
        for _ in range(rounds):
            tried(self.desk.perform_due)

    @rule()
    def try_again(self) -> None:
        """Everything given up is given another run."""
        for effect in self.city.store.failed_effects(1_000):
            tried(lambda: self.desk.try_again(effect.key))  # noqa: B023  # called at once

    # --- what fails ---------------------------------------------------------------------------

    @rule(
        port=st.sampled_from(FAILING),
        kind=st.sampled_from(FaultKind),
        times=st.sampled_from([1, 2, 10, None]),
    )
    def fail(self, port: str, kind: FaultKind, times: int | None) -> None:
        """An outside system fails from now on, or some times."""
        if times is None:
            self.city.faults.always(port, kind)
        else:
            self.city.faults.next(port, kind, times)

    @rule()
    def heal(self) -> None:
        """All systems work again."""
        self.city.faults.heal()

    # --- what is always true ------------------------------------------------------------------

    @invariant()
    def a_journey_has_one_case(self) -> None:
        """No journey has two, and the number that a person was told is the one."""
        cases = self.cases()
        by_journey = {case.journey: case.number for case in cases}
        assert len(by_journey) == len(cases) == len({case.number for case in cases})
        assert by_journey.items() >= self.numbers.items()

    @invariant()
    def a_history_has_no_gaps(self) -> None:
        """Each line begins where the one before ended, by a transition that is declared."""
        for case in self.cases():
            rules = self.desk.catalogue.of(case.service).casework_rules
            assert case.version == len(case.history) > 0
            assert case.history[0].event == REGISTER
            state = rules.initial
            for entry in case.history:
                assert entry.source == state
                targets = {rule.target for rule in rules.candidates(entry.source, entry.event)}
                assert entry.target in targets
                state = entry.target
            assert case.state == state

    def effects(self) -> list[Effect]:
        """Every effect that was ever ordered, as it stands."""
        store = self.city.store
        services = {service.key for service in built_in_services()}
        pending = store.due_effects(EVER, services, 10_000)
        open_ = {effect.key for effect in (*pending, *store.failed_effects(10_000))}
        found = [store.effect(key) for key in sorted({*self.outcomes, *self.world.asked, *open_})]
        return [effect for effect in found if effect is not None]

    @invariant()
    def what_is_done_is_done_once(self) -> None:
        """No effect is ordered outside unless it is due, nor done without having been ordered."""
        assert self.world.mistakes == []
        assert self.world.done | self.outcomes.keys() <= {effect.key for effect in self.effects()}
        for effect in self.effects():
            before = self.outcomes.get(effect.key)
            assert before is not Outcome.DONE or effect.outcome is Outcome.DONE
            self.outcomes[effect.key] = effect.outcome
            if effect.outcome is Outcome.DONE and self._is_ordered_by_key(effect):
                assert effect.key in self.world.done

    def _is_ordered_by_key(self, effect: Effect) -> bool:
        spec = self.desk.catalogue.of(effect.service).effects.get(effect.name)
        return spec is None or "key" in spec.performer.needs

    def teardown(self) -> None:
        """Once all is well again, everything comes to its end and everybody can go on."""
        self.city.faults.heal()
        for opened in self.windows:
            assert has_way_on(self.desk.show(opened).screen)
        for _ in range(30):
            self.city.clock.forward(timedelta(hours=2))
            self.desk.perform_due(10_000)
        assert all(effect.outcome is not Outcome.PENDING for effect in self.effects())
        self.what_is_done_is_done_once()
        self.a_history_has_no_gaps()


TestLife = Life.TestCase
TestLife.settings = settings(fuzzed(15), stateful_step_count=30)
