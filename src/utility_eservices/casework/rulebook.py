"""The rulebook (qaydalar cədvəli): declared machines as an immutable table, and a pure step.

A machine is declared with python-statemachine and read once, at definition. From then on the
table decides: `step` takes a state, an event and the facts, and answers `Moved` or `Stayed`
with the reasons. It calls guards and actions and does nothing else.

The table models a part of python-statemachine on purpose: flat states, ``cond`` guards that
all must hold, candidates tried in the order they were added to the source state, and actions
``on`` a transition. `Rulebook.of` refuses whatever goes beyond, since it would be silently
lost: see `_refuse_machine` and what it calls. Of a function listed twice on one transition
python-statemachine forgets the second before we can see it: in both engines it counts once.

>>> from statemachine import StateMachine
>>> class Door(StateMachine):
...     shut = Status("Bağlı", initial=True)
...     open = Status("Açıq", final=True)
...     push = shut.to(open)
>>> rules = Rulebook.of(Door)
>>> step(rules, "shut", "push", facts=None).rule.target
'open'
>>> [fault.code for fault in step(rules, "open", "push", facts=None).faults]
['not_here']
"""

from __future__ import annotations

import enum
import inspect
import itertools
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any

import attrs
from statemachine import Event, State, StateMachine
from statemachine.callbacks import CallbackSpec
from statemachine.transition import Transition
from statemachine.transition_list import TransitionList

from utility_eservices.casework.form import split_rows
from utility_eservices.casework.refusal import Guard, reasons
from utility_eservices.errors import DefinitionRefused, Fault

__all__ = [
    "Action",
    "Ending",
    "Moved",
    "Role",
    "Rule",
    "Rulebook",
    "StateInfo",
    "Status",
    "Stayed",
    "plain_function",
    "step",
]

Action = Callable[[Any], object]
_PLAIN = inspect.Parameter.POSITIONAL_OR_KEYWORD
# What python-statemachine may be told not to look for; `eservices check` looks for it, and says
# by which way it found it. None of them changes what a machine does.
_LEFT_TO_THE_PROOFS = frozenset(
    {"validate_disconnected_states", "validate_trap_states", "validate_final_reachability"}
)


@attrs.frozen
class Role:
    """Who somebody is to a case: the applicant, an officer of some kind, the system.

    Roles are told apart by ``key``; ``label`` is what people read.
    """

    key: str
    label: str = attrs.field(eq=False)


class Ending(enum.Enum):
    """How a request may end: what was asked was dealt with, or it was refused."""

    COMPLETED = "completed"
    REFUSED = "refused"


class Status(State):
    """A state with what people need to know of it.

    ``name`` is the short Azerbaijani name of the status; ``told`` is the sentence the
    applicant reads; ``owner`` is the role that has to act now, None when nobody has to;
    ``ending`` says of a final one how the request ended: a refusal owes the applicant a reason.
    """

    def __init__(
        self,
        name: str,
        *,
        told: str = "",
        owner: Role | None = None,
        rows: str = "",
        initial: bool = False,
        final: bool = False,
        ending: Ending | None = None,
        ours: bool = False,
    ) -> None:
        super().__init__(name, initial=initial, final=final)
        self.told = told
        self.owner = owner
        self.ending = ending
        self.rows = rows
        self.ours = ours
        # python-statemachine makes the first state initial when none is; we ask for a word.
        self.declared_initial = initial


@attrs.frozen
class StateInfo:
    """A row of the table about one state; see `Status` for the fields."""

    key: str
    name: str
    told: str
    owner: Role | None
    final: bool
    rows: str
    ours: bool
    ending: Ending | None = None


@attrs.frozen(slots=False)
class Rule:
    """One transition: with this event, from here to there, if all guards say yes."""

    event: str
    source: str
    target: str
    guards: tuple[Guard, ...] = ()
    actions: tuple[Action, ...] = ()

    def marked(self, name: str) -> Iterator[Any]:
        """What the guards and actions carry under an attribute, one after another."""
        for function in (*self.guards, *self.actions):
            value = getattr(function, name, None)
            if value:
                yield value

    @cached_property
    def roles(self) -> frozenset[Role]:
        """The roles that may take this transition; empty when it names none."""
        return frozenset(role for roles in self.marked("roles") for role in roles)

    @cached_property
    def role_keys(self) -> frozenset[str]:
        """The keys of those roles."""
        return frozenset(role.key for role in self.roles)

    @cached_property
    def label(self) -> str:
        """The Azerbaijani label of the act, empty when nobody presses it."""
        return next(self.marked("label"), "")

    @cached_property
    def findings(self) -> tuple[Any, ...]:
        """What must be stated with the act, as field specs."""
        return tuple(item for items in self.marked("findings") for item in items)

    @property
    def rows(self) -> str:
        """The catalogue rows that the guards and actions name."""
        rows = " ".join(self.marked("rows"))
        return " ".join(dict.fromkeys(split_rows(rows)))

    @property
    def ours(self) -> bool:
        """Whether the transition is marked as ours and not the manual's."""
        return any(self.marked("ours"))


@attrs.frozen(slots=False)
class Rulebook:
    """An immutable table of states and rules; ``initial`` is where everything begins."""

    name: str
    initial: str
    states: Mapping[str, StateInfo]
    rules: tuple[Rule, ...]

    @cached_property
    def _index(self) -> dict[tuple[str, str], tuple[Rule, ...]]:
        index: dict[tuple[str, str], tuple[Rule, ...]] = {}
        for rule in self.rules:
            key = (rule.source, rule.event)
            index[key] = (*index.get(key, ()), rule)
        return index

    @cached_property
    def events(self) -> tuple[str, ...]:
        """Every event, in the order of its first rule."""
        return tuple(dict.fromkeys(rule.event for rule in self.rules))

    def candidates(self, state: str, event: str) -> tuple[Rule, ...]:
        """The rules to try, in order."""
        return self._index.get((state, event), ())

    def leaving(self, state: str) -> tuple[Rule, ...]:
        """The rules that lead out of a state, in the order they were added to it."""
        return self._leaving.get(state, ())

    @cached_property
    def _leaving(self) -> dict[str, tuple[Rule, ...]]:
        leaving: dict[str, tuple[Rule, ...]] = {}
        for rule in self.rules:
            leaving[rule.source] = (*leaving.get(rule.source, ()), rule)
        return leaving

    @classmethod
    def of(cls, machine: type[StateMachine]) -> Rulebook:
        """Read a declared machine.

        Raises `DefinitionRefused` when it uses what the table does not model.
        """
        name = machine.__name__
        _refuse_machine(machine)
        rules = tuple(
            _rule(name, transition, event.id)
            for transition in _transitions(machine)
            for event in transition.events
        )
        _refuse_overlapping_names(machine, rules)
        states = {state.id: _state_info(state) for state in machine.states}
        initial = next(state.id for state in machine.states if state.declared_initial)
        return cls(name, initial, states, rules)


@attrs.frozen
class Moved:
    """The event was accepted: by which rule, what its actions gave.

    ``refused`` holds the reasons of the candidates tried before it.
    """

    rule: Rule
    outputs: tuple[object, ...] = ()
    refused: tuple[Fault, ...] = ()


@attrs.frozen
class Stayed:
    """The event was refused, and why: never without a reason."""

    faults: tuple[Fault, ...]


def step(rules: Rulebook, state: str, event: str, facts: object) -> Moved | Stayed:
    """Decide what an event does in a state under the facts; changes nothing.

    All guards of a candidate are asked, so that all reasons come at once.

    Outputs are what the actions returned, in order, without the None among them.
    """
    refused: list[Fault] = []
    for rule in rules.candidates(state, event):
        noes = [answer for guard in rule.guards if not (answer := guard(facts))]
        if not noes:
            outputs = (action(facts) for action in rule.actions)
            given = tuple(output for output in outputs if output is not None)
            return Moved(rule, given, tuple(refused))
        against = [fault for answer in noes for fault in reasons(answer)]
        refused.extend(fault for fault in against if fault not in refused)
    # This is not possible in the present state of the request.
    nowhere = Fault("", "not_here", "Bu əməliyyat indiki vəziyyətdə mümkün deyil.")
    return Stayed(tuple(refused) or (nowhere,))


# --- reading a machine ------------------------------------------------------------------------


def _state_info(state: Status) -> StateInfo:
    return StateInfo(
        state.id,
        state.name,
        state.told,
        state.owner,
        state.final,
        state.rows,
        state.ours,
        state.ending,
    )


def _rule(name: str, transition: Transition, event: str) -> Rule:
    target = transition.target
    assert target is not None  # noqa: S101  # _in_transitions made sure
    return Rule(
        event,
        transition.source.id,
        target.id,
        tuple(_function(name, spec) for spec in transition.cond),
        tuple(_function(name, spec) for spec in transition.on if not spec.is_convention),
    )


def _function(name: str, spec: CallbackSpec) -> Any:
    function = plain_function(name, spec.func)
    if spec.expected_value is False:
        raise DefinitionRefused(name, f"{function.__name__} stands under 'unless'")
    return function


def plain_function(name: str, function: Any) -> Any:
    """The function, if it is one that both engines call alike; raises `DefinitionRefused`."""
    if not inspect.isfunction(function):
        raise DefinitionRefused(name, "a guard or an action is not a plain function")
    if inspect.iscoroutinefunction(function) or inspect.isasyncgenfunction(function):
        raise DefinitionRefused(name, f"{function.__name__} is asynchronous")
    parameters = inspect.signature(function).parameters.values()
    # By place in `step`, by name in the engine: other kinds of parameters bear only one.
    if [(item.name, item.kind) for item in parameters] != [("facts", _PLAIN)]:
        raise DefinitionRefused(name, f"{function.__name__} takes something else than facts")
    return function


class _Bare(StateMachine):
    """What every machine has, to be told from what a declaration adds."""

    _ = State(initial=True, final=True)


_BARE = _Bare()


def _refuse_machine(machine: type[StateMachine]) -> None:
    problems = (_in_body, _in_states, _in_transitions, _in_events)
    for problem in itertools.chain.from_iterable(look(machine) for look in problems):
        raise DefinitionRefused(machine.__name__, problem)


def _in_body(machine: type[StateMachine]) -> Iterator[str]:
    if machine.__bases__ != (StateMachine,):
        yield "a machine derives from StateMachine and nothing else"
    if machine._class_listeners:
        yield "listeners are not modelled"
    for key, value in vars(machine).items():
        if key in _LEFT_TO_THE_PROOFS:
            continue
        # Callbacks and settings reach the engine by their names alone.
        if not isinstance(value, State | Event | TransitionList) and key not in vars(_Bare):
            yield f"{key} in its body is neither state nor event"
    for key in _names(machine):
        if hasattr(_Bare, key) or hasattr(_BARE, key):
            yield f"{key} is the name of a machine's own method"


def _in_states(machine: type[StateMachine]) -> Iterator[str]:
    for state in machine.states:
        if not isinstance(state, Status):
            yield f"{state.id} is not a Status"
        if any(not spec.is_convention for spec in state._specs):
            yield f"{state.id} has actions on entry or exit"
    if not any(state.declared_initial for state in machine.states):
        yield "no state is declared initial"


def _in_transitions(machine: type[StateMachine]) -> Iterator[str]:
    for transition in _transitions(machine):
        where = f"{transition.source.id} --{transition.event}-->"
        if transition.is_eventless:
            yield f"{where} has no event"
        if len(transition.targets) != 1:
            yield f"{where} has not exactly one target"
        # A name given twice in a body hides the state that had it first.
        if not any(transition.target is state for state in machine.states):
            yield f"{where} leads out of the machine"
        for group in (transition.validators, transition.before, transition.after):
            if any(not spec.is_convention for spec in group):
                yield f"{where} has callbacks other than cond and on"


def _in_events(machine: type[StateMachine]) -> Iterator[str]:
    holders = (machine, *machine.states, *_transitions(machine))
    conventions = {spec.func for item in holders for spec in item._specs if spec.is_convention}
    for event in machine._events:
        # The engine matches an id with a dot or an asterisk by its parts.
        if not event.isidentifier():
            yield f"the event {event} is not a plain name"
        if event.delay:
            yield f"the event {event} is delayed"
        # The engine would send it where it looks for the callback of that name.
        if event in conventions:
            yield f"the event {event} is called like a callback"


def _transitions(machine: type[StateMachine]) -> Iterator[Transition]:
    return (transition for state in machine.states for transition in state.transitions)


def _names(machine: type[StateMachine]) -> Iterator[str]:
    """The ids of the machine's states and events."""
    yield from (state.id for state in machine.states)
    yield from machine._events


def _refuse_overlapping_names(machine: type[StateMachine], rules: tuple[Rule, ...]) -> None:
    # python-statemachine finds functions by name: of two with one name the wrong one may run.
    seen: dict[str, object] = {}
    taken = set(_names(machine))
    for rule in rules:
        functions: tuple[Any, ...] = (*rule.guards, *rule.actions)
        for function in functions:
            name: str = function.__name__
            if name in taken or hasattr(StateMachine, name):
                raise DefinitionRefused(machine.__name__, f"{name} names two things")
            if seen.setdefault(name, function) is not function:
                raise DefinitionRefused(machine.__name__, f"two functions are called {name}")
