"""The rulebook and python-statemachine's own engine never differ.

The rulebook's `step` decides in the library; the machine it was read from runs on an engine that
knows nothing of it. Both are walked side by side, over every machine of every service and over
machines made at random, and after each event everything one can see of them is compared.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any, TypeAlias

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st
from statemachine import StateMachine
from statemachine.exceptions import TransitionNotAllowed
from statemachine.transition import Transition

from utility_eservices.casework.acts import Actor, CaseFacts
from utility_eservices.casework.case import Case
from utility_eservices.casework.form import FieldSpec
from utility_eservices.casework.journey import Journey
from utility_eservices.casework.page import JourneyFacts
from utility_eservices.casework.refusal import Answer, Refusal
from utility_eservices.casework.rulebook import Moved, Rule, Rulebook, Status, step
from utility_eservices.casework.service import Service
from utility_eservices.conformance.proofs.samples import PAYMENTS, samples_of
from utility_eservices.desk.catalogue import built_in_services
from utility_eservices.errors import Fault
from utility_eservices.vocabulary.fin import Fin
from utility_eservices.vocabulary.person import Assurance, Identity, PersonName

MOVES = 10_000
LONGEST_WALK = 20
# Of one machine; a rule that this many never take is open to no facts made here.
MOST_WALKS = 5_000
NOW = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)
TODAY = date(2026, 11, 2)
PERSON = Identity(Fin("5XJ1K2A"), PersonName("Aysel", "Quliyeva"), "asan", Assurance.HIGH)
NOT_NOW = Fault("", "not_now", "Bu addım indi mümkün deyil.")
NOT_HERE = Fault("", "not_here", "Bu əməliyyat indiki vəziyyətdə mümkün deyil.")

Machine: TypeAlias = type[StateMachine]
# Facts by which the rule given is likely, not certain, to be open.
MakeFacts: TypeAlias = Callable[[random.Random, Rule], object]


# --- what one can see of an event ---------------------------------------------------------------


@attrs.frozen
class Seen:
    """What an event did: where it led, what came out of it, why what was not taken was not."""

    accepted: bool
    state: str
    functions: tuple[object, ...]
    outputs: tuple[object, ...]
    reasons: tuple[Fault, ...]


def by_rulebook(rules: Rulebook, state: str, event: str, facts: object) -> Seen:
    """What the rulebook's step makes of an event."""
    result = step(rules, state, event, facts)
    if isinstance(result, Moved):
        rule = result.rule
        functions = (*rule.guards, *rule.actions)
        return Seen(True, rule.target, functions, result.outputs, result.refused)
    return Seen(False, state, (), (), result.faults)


class Engine:
    """A machine on python-statemachine's own engine, listening to itself."""

    def __init__(self, machine: Machine, state: str) -> None:
        self._taken: list[Transition] = []
        self._engine = machine(start_value=state, listeners=[self])

    def after_transition(self, transition: Transition) -> None:
        """Called by the engine, for its name."""
        self._taken.append(transition)

    @property
    def state(self) -> str:
        """The one state it is in."""
        (state,) = self._engine.configuration_values
        return str(state)

    def send(self, event: str, facts: object) -> Seen:
        """What the engine makes of an event."""
        (source,) = self._engine.configuration
        candidates = [item for item in source.transitions if event in item.events]
        self._taken.clear()
        try:
            result = self._engine.send(event, facts=facts)
        except TransitionNotAllowed:
            assert not self._taken
            return Seen(False, self.state, (), (), tuple(_why(candidates, facts)) or (NOT_HERE,))
        (taken,) = self._taken
        before = candidates[: candidates.index(taken)]
        outputs = result if isinstance(result, list) else [result]
        actions = [spec.func for spec in taken.on if not spec.is_convention]
        return Seen(
            True,
            self.state,
            (*(spec.func for spec in taken.cond), *actions),
            tuple(output for output in outputs if output is not None),
            tuple(_why(before, facts)),
        )


def _why(candidates: list[Transition], facts: object) -> dict[Fault, None]:
    """The reasons of the guards that say no, each once, in order."""
    said: dict[Fault, None] = {}
    for transition in candidates:
        for spec in transition.cond:
            answer = spec.func(facts)
            if answer:
                continue
            faults = getattr(answer, "faults", None) or (answer,)
            said |= dict.fromkeys(it if isinstance(it, Fault) else NOT_NOW for it in faults)
    return said


# --- the machines of the catalogue --------------------------------------------------------------


@attrs.frozen
class Walked:
    """A machine of a service, its table, and how to make facts for it."""

    name: str
    machine: Machine
    rules: Rulebook
    make_facts: MakeFacts


def machines() -> Iterator[Walked]:
    """Every machine of every service of the catalogue that can move at all."""
    for service in built_in_services():
        for journey in service.journeys:
            if not journey.rules.rules:
                continue
            name = f"{service.key} on {journey.name}"
            facts = _journey_facts(service, journey)
            yield Walked(name, journey.machine, journey.rules, facts)
        if service.casework is not None:
            facts = _case_facts(service)
            name = f"casework of {service.key}"
            yield Walked(name, service.casework, service.casework_rules, facts)


def _no(chance: random.Random, field: str = "") -> Answer:
    fault, other = Fault(field, "wrong", "Səhv."), Fault("", "other", "Başqa.")
    return chance.choice((False, fault, Refusal((fault, other)), Refusal(())))


def _journey_facts(service: Service, journey: Journey) -> MakeFacts:
    askings = [asking for rule in journey.rules.rules for asking in rule.marked("asking")]
    submitted = {key for page in journey.pages for b in page.buttons for key in b.submits}
    fields = sorted({*service.fields, *submitted})
    # A box has no samples: what is ticked is true.
    samples = {key: samples_of(spec) or (True,) for key, spec in service.fields.items()}
    payments = PAYMENTS if journey.pays else (None,)

    def make(chance: random.Random, rule: Rule) -> JourneyFacts:
        some = min(chance.choice((0, 0, 0, 1, 3)), len(fields))
        wrong = chance.sample(["", *fields], some)
        sound = [key for key in fields if key not in wrong]
        return JourneyFacts(
            values={key: chance.choice(samples.get(key, (True,))) for key in sound},
            faults=tuple(Fault(key, "wrong", "Səhv.") for key in wrong),
            answers={it.name: chance.random() < 0.8 or _no(chance) for it in askings},
            person=PERSON,
            today=TODAY,
            entered_on={key: TODAY - timedelta(days=chance.random() < 0.1) for key in fields},
            payment=chance.choice(payments),
        )

    return make


def _case_facts(service: Service) -> MakeFacts:
    roles = sorted(role.key for role in service.roles())
    every = tuple(service.findings)
    draft: Case[Any] = Case(
        "1", "utility", service.key, 1, "e-su.az", "token", PERSON, None, "", "draft"
    )
    samples = {key: samples_of(spec) or (True,) for key, spec in service.fields.items()}

    def make(chance: random.Random, rule: Rule) -> CaseFacts:
        held = set(chance.sample(roles, chance.randrange(2)))
        wanted: tuple[FieldSpec, ...] = rule.findings
        stated = set(chance.sample(every, chance.randrange(2))) if every else set()
        if chance.random() < 0.9:
            held |= {role.key for role in rule.roles}
            stated |= {item.key for item in wanted}
        wrong = [key for key in every if chance.random() < 0.1]
        form = SimpleNamespace(**{key: chance.choice(some) for key, some in samples.items()})
        return CaseFacts(
            attrs.evolve(draft, form=form),
            Actor("somebody", frozenset(held)),
            NOW,
            dict.fromkeys(stated - set(wrong), "a finding"),
            tuple(Fault(key, "wrong", "Səhv.") for key in wrong),
        )

    return make


@attrs.define
class Tally:
    """What the walks over one machine came to."""

    moves: int = 0
    refusals: int = 0
    differences: list[str] = attrs.field(factory=list)
    taken: set[Rule] = attrs.field(factory=set)


def _walk(walked: Walked, chance: random.Random, tally: Tally) -> None:
    """One walk from a state picked at random until nothing leads on."""
    rules = walked.rules
    open_ = [key for key, state in rules.states.items() if not state.final]
    state = chance.choice(open_)
    engine = Engine(walked.machine, state)
    for _ in range(LONGEST_WALK):
        if rules.states[state].final:
            return
        # Uniform events seldom move; now and then one that is not open here is sent all the same.
        likely = chance.random() < 0.95
        rule = chance.choice(rules.leaving(state) if likely else rules.rules)
        facts = walked.make_facts(chance, rule)
        decided, seen = by_rulebook(rules, state, rule.event, facts), engine.send(rule.event, facts)
        if decided != seen:
            tally.differences.append(f"{state} --{rule.event}-->: {decided} is not {seen}")
            return
        tally.moves += seen.accepted
        tally.refusals += not seen.accepted
        tally.taken |= {r for r in rules.candidates(state, rule.event) if _is(r, seen)}
        state = seen.state


def _is(rule: Rule, seen: Seen) -> bool:
    functions = (*rule.guards, *rule.actions)
    return seen.accepted and rule.target == seen.state and functions == seen.functions


def test_every_machine_of_the_catalogue(record_property: Callable[[str, object], None]) -> None:
    """Over ten thousand moves of every service's machines, the two engines never differ.

    Both take or refuse the same events by the same transitions, to the same states, with the
    same outputs and for the same reasons.
    """
    every = list(machines())
    chance = random.Random(1)  # noqa: S311  # a walk that can be repeated, no secret
    moves, refusals, differences = 0, 0, []
    for walked in every:
        tally, rules = Tally(), len(walked.rules.rules)
        for _ in range(MOST_WALKS):
            if tally.moves >= MOVES / len(every) and len(tally.taken) == rules:
                break
            _walk(walked, chance, tally)
        print(  # noqa: T201  # shown with -s
            f"\n{walked.name}: {tally.moves} moves, {tally.refusals} refusals, "
            f"{len(tally.taken)} of {rules} rules taken, {len(tally.differences)} differences",
            end="",
        )
        assert len(tally.taken) == rules, f"a rule of {walked.name} was never taken"
        moves += tally.moves
        refusals += tally.refusals
        differences += tally.differences
    print(  # noqa: T201  # shown with -s
        f"\n{len(every)} machines: {moves} moves, {refusals} refusals, "
        f"{len(differences)} differences"
    )
    record_property("moves", moves)
    record_property("refusals", refusals)
    record_property("differences", len(differences))
    assert differences == []
    assert moves >= MOVES


# --- machines made at random --------------------------------------------------------------------


@attrs.frozen
class Arrow:
    """A transition to declare: guards and actions are numbers of functions."""

    source: int
    target: int
    event: str
    guards: tuple[int, ...]
    actions: tuple[int, ...]


@st.composite
def arrows(draw: st.DrawFn) -> list[Arrow]:
    """The transitions of a machine: a chain through all states, and whatever else, in any order.

    The chain makes every state reachable and leads all to the final one, which is the last.
    """
    last = draw(st.integers(1, 4))
    events = st.sampled_from("abc")
    functions = st.lists(st.integers(0, 5), max_size=3, unique=True).map(tuple)
    chain = [Arrow(n, n + 1, draw(events), draw(functions), draw(functions)) for n in range(last)]
    anywhere = st.builds(
        Arrow, st.integers(0, last - 1), st.integers(0, last), events, functions, functions
    )
    return draw(st.permutations(chain + draw(st.lists(anywhere, max_size=8))))


def _guard(number: int) -> Any:
    def guard(facts: list[Answer]) -> Answer:
        return facts[number]

    guard.__name__ = guard.__qualname__ = f"guard_{number}"
    return guard


def _action(number: int) -> Any:
    def action(facts: list[Answer]) -> object:
        # One of them gives nothing, another what is nearly nothing, another what it was given.
        return (None, 0, "two", "three", "four", tuple(facts))[number]

    action.__name__ = action.__qualname__ = f"action_{number}"
    return action


GUARDS = [_guard(number) for number in range(6)]
ACTIONS = [_action(number) for number in range(6)]


def _declared(given: list[Arrow]) -> Machine:
    last = max(arrow.target for arrow in given)
    states = {f"s{n}": Status(f"S{n}", initial=n == 0, final=n == last) for n in range(last + 1)}
    for arrow in given:
        states[f"s{arrow.source}"].to(
            states[f"s{arrow.target}"],
            event=arrow.event,
            cond=[GUARDS[number] for number in arrow.guards],
            on=[ACTIONS[number] for number in arrow.actions],
        )
    return type("Random", (StateMachine,), states)


answers = st.sampled_from(
    [
        True,
        True,
        "yes",
        False,
        None,
        Fault("one", "wrong", "Səhv."),
        Fault("", "other", "Başqa."),
        Refusal((Fault("one", "wrong", "Səhv."), Fault("two", "wrong", "Səhv."))),
        Refusal(()),
    ]
)
presses = st.lists(
    st.tuples(st.sampled_from("abcd"), st.lists(answers, min_size=6, max_size=6)), max_size=12
)


@settings(deadline=None, max_examples=200)
@given(given_arrows=arrows(), sent=presses)
def test_machines_made_at_random(
    given_arrows: list[Arrow], sent: list[tuple[str, list[Answer]]]
) -> None:
    """Self loops, several candidates of one event, shared guards: the engines never differ."""
    machine = _declared(given_arrows)
    rules = Rulebook.of(machine)
    engine = Engine(machine, rules.initial)
    for event, facts in sent:
        state = engine.state
        assert by_rulebook(rules, state, event, facts) == engine.send(event, facts)
