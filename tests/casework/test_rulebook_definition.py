"""The rulebook refuses at definition what it does not model."""

from __future__ import annotations

import functools
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from statemachine import Event, State, StateChart, StateMachine

from utility_eservices.casework.refusal import Answer
from utility_eservices.casework.rulebook import (
    Ending,
    Moved,
    Role,
    Rule,
    Rulebook,
    Status,
    Stayed,
    step,
)
from utility_eservices.errors import DefinitionRefused, Fault

Machine = type[StateMachine]
REFUSED: dict[str, tuple[Callable[[], Machine], str]] = {}


def refused(why: str) -> Callable[[Callable[[], Machine]], Callable[[], Machine]]:
    """Collect a declaration that must be refused in these words."""

    def collect(declare: Callable[[], Machine]) -> Callable[[], Machine]:
        REFUSED[declare.__name__] = declare, why
        return declare

    return collect


def door(**options: Any) -> Machine:
    """A machine of one transition, with whatever is put on it."""

    class Door(StateMachine):
        shut = Status("Bağlı", initial=True)
        ajar = Status("Açıq", final=True)
        push = shut.to(ajar, **options)

    return Door


# --- states -----------------------------------------------------------------------------------


@refused("Both is not a Status")
def compound_state() -> Machine:
    class Door(StateMachine):
        shut = Status("Bağlı", initial=True)
        ajar = Status("Açıq", final=True)

        class Both(State.Compound):
            one = Status("Bir", initial=True)
            other = Status("O biri", final=True)
            turn = one.to(other)

        push = shut.to(Both)
        leave = Both.to(ajar)

    return Door


@refused("Both is not a Status")
def parallel_state() -> Machine:
    class Door(StateMachine):
        shut = Status("Bağlı", initial=True)
        ajar = Status("Açıq", final=True)

        class Both(State.Parallel):
            one = Status("Bir")
            other = Status("O biri")

        push = shut.to(Both)
        leave = Both.to(ajar)

    return Door


@refused("ajar is not a Status")
def plain_state() -> Machine:
    class Door(StateMachine):
        shut = Status("Bağlı", initial=True)
        ajar = State("Açıq", final=True)
        push = shut.to(ajar)

    return Door


@refused("no state is declared initial")
def missing_initial_state() -> Machine:
    class Door(StateMachine):
        shut = Status("Bağlı")
        ajar = Status("Açıq", final=True)
        push = shut.to(ajar)

    return Door


@refused("no state is declared initial")
def no_state_at_all() -> Machine:
    class Door(StateMachine):
        pass

    return Door


@refused("shut has actions on entry or exit")
def action_on_entry() -> Machine:
    class Door(StateMachine):
        shut = Status("Bağlı", initial=True)
        ajar = Status("Açıq", final=True)
        push = shut.to(ajar)
        shut.enter(lambda facts: None)

    return Door


@refused("shut has actions on entry or exit")
def action_on_exit() -> Machine:
    class Door(StateMachine):
        shut = Status("Bağlı", initial=True)
        ajar = Status("Açıq", final=True)
        push = shut.to(ajar)
        shut.exit(lambda facts: None)

    return Door


# --- the body of the class --------------------------------------------------------------------


@refused("a machine derives from StateMachine and nothing else")
def inheritance() -> Machine:
    class Wide(door()):  # type: ignore[misc]  # a class made by a function
        pass

    return Wide


@refused("a machine derives from StateMachine and nothing else")
def statechart() -> Any:
    class Door(StateChart[Any]):
        shut = Status("Bağlı", initial=True)
        ajar = Status("Açıq", final=True)
        push = shut.to(ajar)

    return Door


class Listener:
    """Something that would hear of every transition."""

    def on_transition(self) -> str:
        """What the engine would call."""
        return "heard"


@refused("listeners are not modelled")
def listeners() -> Machine:
    class Door(StateMachine):
        listeners = (Listener,)
        shut = Status("Bağlı", initial=True)
        ajar = Status("Açıq", final=True)
        push = shut.to(ajar)

    return Door


CONVENTIONS = (
    "on_transition",
    "before_transition",
    "after_transition",
    "on_push",
    "before_push",
    "after_push",
    "on_enter_state",
    "on_exit_state",
    "on_enter_ajar",
    "on_exit_shut",
    "prepare_event",
)


@pytest.mark.parametrize("name", CONVENTIONS)
@pytest.mark.parametrize(
    "code",
    [lambda self: None, functools.partial(print), staticmethod(print), Listener, property(id)],
    ids=["method", "partial", "staticmethod", "class", "property"],
)
def test_convention_named_callbacks(name: str, code: object) -> None:
    """What the engine would call for its name alone is refused, whatever kind of thing it is."""
    shut, ajar = Status("Bağlı", initial=True), Status("Açıq", final=True)
    body = {"shut": shut, "ajar": ajar, "push": shut.to(ajar), name: code}
    with pytest.raises(DefinitionRefused, match=f"{name} in its body is neither state nor event"):
        Rulebook.of(type("Door", (StateMachine,), body))


@pytest.mark.parametrize("name", CONVENTIONS)
def test_events_called_like_a_callback(name: str) -> None:
    """An event of such a name is refused: the engine would send it with every other one."""
    shut, ajar = Status("Bağlı", initial=True), Status("Açıq", final=True)
    body = {"shut": shut, "ajar": ajar, "push": shut.to(ajar), name: shut.to(shut)}
    with pytest.raises(DefinitionRefused, match=f"the event {name} is called like a callback"):
        Rulebook.of(type("Door", (StateMachine,), body))


@pytest.mark.parametrize(
    "name",
    ["validate_disconnected_states", "validate_trap_states", "validate_final_reachability"],
)
def test_what_the_proofs_look_for_may_be_left_to_them(name: str) -> None:
    """A declaration may switch off the engine's own search for traps and islands."""
    shut, ajar = Status("Bağlı", initial=True), Status("Açıq", final=True)
    body = {name: False, "shut": shut, "ajar": ajar, "push": shut.to(ajar)}
    assert list(Rulebook.of(type("Door", (StateMachine,), body)).states) == ["shut", "ajar"]


@refused("allow_event_without_transition in its body is neither state nor event")
def settings_of_the_engine() -> Machine:
    class Door(StateMachine):
        allow_event_without_transition = True
        shut = Status("Bağlı", initial=True)
        ajar = Status("Açıq", final=True)
        push = shut.to(ajar)

    return Door


@refused("dear in its body is neither state nor event")
def decorated_guard() -> Machine:
    class Door(StateMachine):
        shut = Status("Bağlı", initial=True)
        ajar = Status("Açıq", final=True)
        push = shut.to(ajar)

        @push.cond  # type: ignore[untyped-decorator]
        def dear(self) -> bool:
            return True

    return Door


@refused("_push_ in its body is neither state nor event")
def decorated_event() -> Machine:
    class Door(StateMachine):
        shut = Status("Bağlı", initial=True)
        ajar = Status("Açıq", final=True)

        @shut.to(ajar)  # type: ignore[untyped-decorator]
        def push(self) -> None:
            """What the decorator would run."""

    return Door


@refused("greet in its body is neither state nor event")
def decorated_entry() -> Machine:
    class Door(StateMachine):
        shut = Status("Bağlı", initial=True)
        ajar = Status("Açıq", final=True)
        push = shut.to(ajar)

        @ajar.enter  # type: ignore[untyped-decorator]
        def greet(self) -> None:
            """What the decorator would run."""

    return Door


# --- names ------------------------------------------------------------------------------------

# What stands on the class, what only its metaclass has, what every instance is given.
OWN = ("send", "allowed_events", "is_terminated", "mro", "model", "final_states")


@pytest.mark.parametrize("name", OWN)
def test_states_that_shadow_the_machine(name: str) -> None:
    """A state may not be called like something the machine itself has."""
    shut, shadow = Status("Bağlı", initial=True), Status("Açıq", final=True)
    body = {"shut": shut, name: shadow, "push": shut.to(shadow)}
    with pytest.raises(DefinitionRefused, match=f"{name} is the name of a machine's own method"):
        Rulebook.of(type("Door", (StateMachine,), body))


@pytest.mark.parametrize("name", OWN)
def test_events_that_shadow_the_machine(name: str) -> None:
    """An event may not be called like something the machine itself has."""
    shut, ajar = Status("Bağlı", initial=True), Status("Açıq", final=True)
    shut.to(ajar, event=name)
    body = {"shut": shut, "ajar": ajar}
    with pytest.raises(DefinitionRefused, match=f"{name} is the name of a machine's own method"):
        Rulebook.of(type("Door", (StateMachine,), body))


@refused("shut --push--> leads out of the machine")
def state_hidden_by_an_event() -> Machine:
    class Door(StateMachine):
        shut = Status("Bağlı", initial=True)
        ajar = Status("Açıq")
        away = Status("Yox", final=True)
        push = shut.to(ajar)
        leave = shut.to(away)
        ajar = ajar.to(away)  # the slip that is tested

    return Door


def shut(facts: object) -> bool:
    """A guard called like a state."""
    return True


def push(facts: object) -> bool:
    """A guard called like an event."""
    return True


def send(facts: object) -> bool:
    """A guard called like a method of the machine."""
    return True


@pytest.mark.parametrize("function", [shut, push, send], ids=["state", "event", "method"])
@pytest.mark.parametrize("place", ["cond", "on"])
def test_functions_called_like_something_else(function: Any, place: str) -> None:
    """Guards and actions may not have the name of a state, an event or a machine's method."""
    with pytest.raises(DefinitionRefused) as caught:
        Rulebook.of(door(**{place: function}))
    why = f"{function.__name__} names two things"
    assert caught.value.values == {"where": "Door", "why": why}


@refused("two functions are called <lambda>")
def two_guards_with_one_name() -> Machine:
    return door(cond=[lambda facts: True, lambda facts: False])


@refused("two functions are called <lambda>")
def guard_and_action_with_one_name() -> Machine:
    return door(cond=lambda facts: True, on=lambda facts: None)


@refused("two functions are called <lambda>")
def one_name_on_two_transitions() -> Machine:
    class Door(StateMachine):
        shut = Status("Bağlı", initial=True)
        ajar = Status("Açıq", final=True)
        push = shut.to(ajar, cond=lambda facts: True)
        pull = shut.to(ajar, cond=lambda facts: False)

    return Door


# --- events -----------------------------------------------------------------------------------


@refused("the event push is delayed")
def delayed_event() -> Machine:
    class Door(StateMachine):
        shut = Status("Bağlı", initial=True)
        ajar = Status("Açıq", final=True)
        push = Event(shut.to(ajar), delay=1000)

    return Door


@refused("shut ----> has no event")
def eventless_transition() -> Machine:
    class Door(StateMachine):
        shut = Status("Bağlı", initial=True)
        ajar = Status("Açıq", final=True)
        push = shut.to(ajar)
        shut.to(ajar)

    return Door


@refused("the event * is not a plain name")
def any_event() -> Machine:
    return door(event="*")


@refused("the event door.push is not a plain name")
def dotted_event() -> Machine:
    return door(event="door.push")


@refused("the event error.x is not a plain name")
def event_that_declares_a_second() -> Machine:
    class Door(StateMachine):
        shut = Status("Bağlı", initial=True)
        ajar = Status("Açıq", final=True)
        error_x = shut.to(ajar)

    return Door


# --- transitions ------------------------------------------------------------------------------


@refused("shut --push--> has not exactly one target")
def several_targets() -> Machine:
    class Door(StateMachine):
        shut = Status("Bağlı", initial=True)
        ajar = Status("Açıq", final=True)
        gone = Status("Yox", final=True)
        push = shut.to([ajar, gone])  # type: ignore[arg-type]  # taken at run time
        pull = shut.to(ajar)
        leave = shut.to(gone)

    return Door


@refused("shut --knock--> has not exactly one target")
def no_target() -> Machine:
    class Door(StateMachine):
        shut = Status("Bağlı", initial=True)
        ajar = Status("Açıq", final=True)
        knock = shut.to(None)
        push = shut.to(ajar)

    return Door


@pytest.mark.parametrize("place", ["validators", "before", "after"])
@pytest.mark.parametrize("code", ["name", lambda facts: None], ids=["name", "function"])
def test_other_callbacks(place: str, code: object) -> None:
    """Validators, before and after are not modelled."""
    with pytest.raises(DefinitionRefused, match="shut --push--> has callbacks other than"):
        Rulebook.of(door(**{place: code}))


# --- guards and actions -----------------------------------------------------------------------


class Named:
    """An object to be called; the engine wants a name of it."""

    __name__ = "named"

    def __call__(self, facts: object) -> bool:
        """A guard that is an object."""
        return True

    def method(self, facts: object) -> bool:
        """A guard that would be bound to its object."""
        return True


def plain(facts: object) -> bool:
    return True


async def asynchronous(facts: object) -> bool:
    return True


async def asynchronous_generator(facts: object) -> AsyncIterator[bool]:
    yield True


def no_parameter() -> bool:
    return True


def another_parameter(event: object) -> bool:
    return True


def second_parameter(facts: object, event: object = None) -> bool:
    return True


def many(*facts: object) -> bool:
    return True


def by_any_name(**facts: object) -> bool:
    return True


def by_name_alone(*, facts: object) -> bool:
    return True


def by_place_alone(facts: object, /) -> bool:
    return True


NOT_PLAIN = "a guard or an action is not a plain function"
ELSE = "takes something else than facts"


@pytest.mark.parametrize("place", ["cond", "on"])
@pytest.mark.parametrize(
    ("code", "why"),
    [
        pytest.param("plain", NOT_PLAIN, id="name"),
        pytest.param("plain and many", NOT_PLAIN, id="expression"),
        pytest.param(functools.partial(plain), NOT_PLAIN, id="partial"),
        pytest.param(Named(), NOT_PLAIN, id="object"),
        pytest.param(Named().method, NOT_PLAIN, id="bound method"),
        pytest.param(property(plain), NOT_PLAIN, id="property"),
        pytest.param(print, NOT_PLAIN, id="built-in"),
        pytest.param(asynchronous, "asynchronous is asynchronous", id="async"),
        pytest.param(
            asynchronous_generator, "asynchronous_generator is asynchronous", id="async generator"
        ),
        pytest.param(no_parameter, f"no_parameter {ELSE}", id="none"),
        pytest.param(another_parameter, f"another_parameter {ELSE}", id="another"),
        pytest.param(second_parameter, f"second_parameter {ELSE}", id="second"),
        pytest.param(lambda event: True, f"<lambda> {ELSE}", id="lambda"),
        pytest.param(many, f"many {ELSE}", id="*facts"),
        pytest.param(by_any_name, f"by_any_name {ELSE}", id="**facts"),
        pytest.param(by_name_alone, f"by_name_alone {ELSE}", id="keyword-only"),
        pytest.param(by_place_alone, f"by_place_alone {ELSE}", id="positional-only"),
    ],
)
def test_only_plain_functions_of_the_facts(place: str, code: object, why: str) -> None:
    """A guard or an action is a plain function with the one parameter ``facts``."""
    with pytest.raises(DefinitionRefused) as caught:
        Rulebook.of(door(**{place: code}))
    assert caught.value.values == {"where": "Door", "why": why}


@refused("plain stands under 'unless'")
def unless() -> Machine:
    return door(unless=plain)


def test_an_object_without_a_name_is_no_guard() -> None:
    """python-statemachine itself does not take it: nothing comes to be."""
    with pytest.raises(AttributeError):
        door(cond=type("Nameless", (), {"__call__": plain})())


# --- what is refused, and what is read --------------------------------------------------------


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str) -> None:
    """What the table cannot hold is refused, in words that say what and where."""
    declare, why = REFUSED[name]
    with pytest.raises(DefinitionRefused) as caught:
        Rulebook.of(declare())
    where = "Wide" if name == "inheritance" else "Door"
    assert caught.value.values == {"where": where, "why": why}


def rare(facts: object) -> Answer:
    return Fault("", "rare", "Nadir.")


def first_output(facts: object) -> str:
    return "first"


def second_output(facts: object) -> str:
    return "second"


KEEPER = Role("keeper", "Gözətçi")


@pytest.fixture
def rules() -> Rulebook:
    """The table of a door with everything on it."""

    class Door(StateMachine):
        shut = Status(
            "Bağlı", initial=True, told="Qapı bağlıdır.", owner=KEEPER, rows="XX-001", ours=True
        )
        ajar = Status("Aralı")
        wide = Status("Açıq", final=True, ending=Ending.REFUSED)
        push = shut.to(shut, cond=rare) | shut.to(ajar) | ajar.to(wide)
        slam = ajar.to(shut, cond=[plain, rare], on=[first_output, second_output])
        pull = ajar.to(wide)

    return Rulebook.of(Door)


def test_states_are_read_whole(rules: Rulebook) -> None:
    """The table keeps of each state all that its declaration says."""
    assert (rules.name, rules.initial) == ("Door", "shut")
    assert list(rules.states) == ["shut", "ajar", "wide"]
    shut_, ajar = rules.states["shut"], rules.states["ajar"]
    assert (shut_.key, shut_.name, shut_.told) == ("shut", "Bağlı", "Qapı bağlıdır.")
    assert (shut_.owner, shut_.rows, shut_.ours, shut_.final) == (KEEPER, "XX-001", True, False)
    assert (ajar.told, ajar.owner, ajar.rows, ajar.ours) == ("", None, "", False)
    assert rules.states["wide"].final
    assert [state.ending for state in rules.states.values()] == [None, None, Ending.REFUSED]


def test_both_engines_begin_where_the_declaration_says() -> None:
    """The initial state need not stand first."""

    class Door(StateMachine):
        ajar = Status("Aralı", final=True)
        shut = Status("Bağlı", initial=True)
        push = shut.to(ajar)

    assert Rulebook.of(Door).initial == "shut"
    assert list(Door().configuration_values) == ["shut"]


def test_rules_are_read_in_the_order_of_their_source(rules: Rulebook) -> None:
    """Candidates stand in the order in which they were added to the state they leave."""
    assert rules.events == ("push", "slam", "pull")
    assert rules.candidates("shut", "push") == (
        Rule("push", "shut", "shut", (rare,)),
        Rule("push", "shut", "ajar"),
    )
    assert rules.leaving("ajar") == (
        Rule("push", "ajar", "wide"),
        Rule("slam", "ajar", "shut", (plain, rare), (first_output, second_output)),
        Rule("pull", "ajar", "wide"),
    )
    assert rules.candidates("wide", "push") == ()
    assert rules.leaving("wide") == ()


def test_one_transition_with_two_events() -> None:
    """Each event of a transition is a rule of its own."""
    rules = Rulebook.of(door(event="shove", cond=plain))
    assert {rule.event for rule in rules.leaving("shut")} == {"shove", "push"}
    assert {rule.guards for rule in rules.rules} == {(plain,)}


def test_a_function_listed_twice_counts_once() -> None:
    """python-statemachine keeps one of two, in its own engine as in the table."""
    machine = door(cond=[plain, plain], on=[first_output, first_output])
    rule = Rulebook.of(machine).rules[0]
    assert (rule.guards, rule.actions) == ((plain,), (first_output,))
    assert machine().send("push", facts=None) == "first"


def test_one_function_may_serve_two_transitions() -> None:
    """Overlapping means two functions of one name, not one function in two places."""

    class Twice(StateMachine):
        shut = Status("Bağlı", initial=True)
        ajar = Status("Açıq", final=True)
        push = shut.to(ajar, cond=plain)
        pull = shut.to(ajar, cond=plain)

    assert [rule.guards for rule in Rulebook.of(Twice).rules] == [(plain,), (plain,)]


# --- the step ---------------------------------------------------------------------------------


def test_the_first_open_candidate_is_taken_and_the_others_reasons_are_kept(rules: Rulebook) -> None:
    """Reasons of the candidates tried before the one that was open go with the move."""
    moved = step(rules, "shut", "push", None)
    assert moved == Moved(rules.rules[1], (), (Fault("", "rare", "Nadir."),))


def test_outputs_come_in_order_without_none() -> None:
    """What actions return is handed on; None is nothing."""

    def third(facts: object) -> None:
        return None

    rules = Rulebook.of(door(on=[first_output, third, second_output]))
    moved = step(rules, "shut", "push", None)
    assert isinstance(moved, Moved)
    assert moved.outputs == ("first", "second")
    assert moved.refused == ()


def test_all_reasons_of_all_guards_are_given_once() -> None:
    """Every guard of every candidate is asked, and the same fault is said once."""

    def late(facts: object) -> Answer:
        return Fault("", "late", "Gecdir.")

    class Twice(StateMachine):
        shut = Status("Bağlı", initial=True)
        ajar = Status("Açıq", final=True)
        push = shut.to(ajar, cond=[rare, late]) | shut.to(shut, cond=rare)

    stayed = step(Rulebook.of(Twice), "shut", "push", None)
    assert stayed == Stayed((Fault("", "rare", "Nadir."), Fault("", "late", "Gecdir.")))


@pytest.mark.parametrize(("state", "event"), [("wide", "push"), ("shut", "fly"), ("no", "push")])
def test_nobody_is_refused_without_a_reason(rules: Rulebook, state: str, event: str) -> None:
    """Where nothing leads out, the reason says so."""
    stayed = step(rules, state, event, None)
    assert isinstance(stayed, Stayed)
    assert [(fault.field, fault.code, fault.message) for fault in stayed.faults] == [
        ("", "not_here", "Bu əməliyyat indiki vəziyyətdə mümkün deyil.")
    ]


# --- what a rule says of itself ---------------------------------------------------------------


def marked(**marks: object) -> Any:
    """A guard with marks on it."""

    def guard(facts: object) -> bool:
        return True

    for key, value in marks.items():
        setattr(guard, key, value)
    return guard


def test_a_rule_gathers_what_its_functions_carry() -> None:
    """Roles, label, findings and rows are read off guards and actions, in order, once."""
    other = Role("other", "Başqası")
    rule = Rule(
        "push",
        "shut",
        "ajar",
        (
            marked(roles=(KEEPER, other), rows="XX-002 XX-001", label=""),
            marked(findings=("one", "two"), label="İtələ", rows="XX-002"),
        ),
        (marked(rows="XX-003", findings=("three",), ours=True, label="Sonra"),),
    )
    assert rule.roles == {KEEPER, other}
    assert rule.label == "İtələ"
    assert rule.findings == ("one", "two", "three")
    assert rule.rows == "XX-002 XX-001 XX-003"
    assert rule.ours


def test_a_rule_without_marks_says_nothing() -> None:
    """Nothing is invented where nothing was declared."""
    rule = Rule("push", "shut", "ajar", (plain, marked(ours=False)))
    assert (rule.roles, rule.label, rule.findings) == (frozenset(), "", ())
    assert (rule.rows, rule.ours) == ("", False)


def test_roles_are_told_apart_by_key() -> None:
    """A role keeps its identity when its label is reworded."""
    assert Role("keeper", "Başqa söz") == KEEPER
    assert Role("other", "Gözətçi") != KEEPER
