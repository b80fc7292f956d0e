"""The library and the engines, each moving the case of the same journey.

An engine decides, and beside it the floor's own case, history and rows are kept, the cheapest
there are: what is compared is the engine, and none pays for types of ours.
"""

from __future__ import annotations

import json
from importlib.metadata import version
from pathlib import Path
from typing import Any

import attrs
from SpiffWorkflow.bpmn.parser.BpmnParser import BpmnParser  # type: ignore[import-untyped]
from SpiffWorkflow.bpmn.serializer.workflow import (  # type: ignore[import-untyped]
    BpmnWorkflowSerializer,
)
from SpiffWorkflow.bpmn.specs.defaults import EndEvent  # type: ignore[import-untyped]
from SpiffWorkflow.bpmn.workflow import BpmnWorkflow  # type: ignore[import-untyped]
from SpiffWorkflow.util.task import TaskState  # type: ignore[import-untyped]
from statemachine.exceptions import TransitionNotAllowed
from transitions import Machine, MachineError

from benchmarks import floor
from benchmarks.journey import CATALOGUE, CODEC, DRAFT, Move, Outcome
from utility_eservices.casework.acts import CaseFacts
from utility_eservices.casework.case import Case
from utility_eservices.casework.effect import Effect
from utility_eservices.desk.moving import Moves
from utility_eservices.errors import ActionRefused
from utility_eservices.ports.case_store import CaseStore, CaseText
from utility_eservices.services.azersu.debt_investigation import Casework

__all__ = ["Library", "LiveEngine", "Spiff", "Transitions"]


def _named(package: str) -> str:
    return f"{package} {version(package)}"


# --- the library ------------------------------------------------------------------------------


@attrs.define
class Kept:
    """A case of the library as it stands, and the effects that its moves ordered."""

    case: Case[Any]
    effects: tuple[Effect, ...] = ()


def _no_store() -> CaseStore:
    raise NotImplementedError("moving a case keeps nothing")


class Library:
    """The rulebook, an immutable case, typed findings."""

    name = "the library: the rulebook, immutable cases"

    def __init__(self) -> None:
        self._moves = Moves(CATALOGUE, _no_store)

    def begin(self) -> Kept:
        """See `Contender.begin`; read from text, so that no two cases share anything."""
        return self.load(DRAFT)

    def move(self, held: Kept, move: Move) -> None:
        """See `Contender.move`."""
        held.case, ordered = self._moves.moved(
            held.case, move.event, move.actor, move.at, move.findings, move.faults
        )
        held.effects += ordered

    def outcome(self, held: Kept) -> Outcome:
        """See `Contender.outcome`."""
        text = self.dump(held)
        history = [json.loads(line) for line in text.history]
        content = {**json.loads(text.head), "history": history}
        return Outcome(content, [_row(item) for item in held.effects])

    def dump(self, held: Kept) -> CaseText:
        """See `Storing.dump`."""
        return CODEC.dump(held.case)

    def load(self, text: CaseText) -> Kept:
        """See `Storing.load`."""
        return Kept(CODEC.load(text))


def _row(effect: Effect) -> tuple[object, ...]:
    return (
        effect.key,
        effect.name,
        effect.service,
        effect.case_number,
        effect.entry,
        effect.due.isoformat(),
        effect.tries,
        effect.outcome.value,
        effect.reason,
    )


# --- python-statemachine's own engine ---------------------------------------------------------


@attrs.define
class Live:
    """The floor's case, and the machine that moves it."""

    case: floor.Case
    machine: Casework


class LiveEngine:
    """The very class that the service declares, run by python-statemachine.

    ``kept`` is for a host that keeps a machine alive for each case; a stateless one makes a
    machine from the stored status for each move.
    """

    def __init__(self, *, kept: bool) -> None:
        self._kept = kept
        how = "kept alive" if kept else "made for each move"
        self.name = f"{_named('python-statemachine')}, {how}"

    def begin(self) -> Live:
        """See `Contender.begin`."""
        return Live(floor.load(floor.DRAFT, floor.Case), Casework())

    def move(self, held: Live, move: Move) -> None:
        """See `Contender.move`."""
        case: Any = held.case  # of another type than the library's; no guard here looks at it
        source = case.state
        machine = held.machine if self._kept else Casework(start_value=source)
        facts = CaseFacts(case, move.actor, move.at, move.plain, move.faults)
        try:
            machine.send(move.event, facts=facts)
        except TransitionNotAllowed:
            raise ActionRefused from None
        role, _, _, ordered = floor.TABLE[source, move.event]
        (target,) = machine.configuration_values
        floor.record(case, source, move, role, target, ordered)

    def outcome(self, held: Live) -> Outcome:
        """See `Contender.outcome`."""
        return floor.outcome(held.case)


# --- transitions ------------------------------------------------------------------------------


class TrackedCase(floor.Case):
    """The floor's case with room for what `transitions` puts on its models."""


class Transitions:
    """One machine of the package `transitions` for all cases, with the floor's guards."""

    def __init__(self) -> None:
        self.name = f"{_named('transitions')}, one machine for all"
        targets = {row[2] for row in floor.TABLE.values()}
        self._machine = Machine(
            model=None, states=["draft", *sorted(targets)], initial="draft", auto_transitions=False
        )
        for (source, event), (_, guards, target, _) in floor.TABLE.items():
            says_yes = [_condition(guard) for guard in guards]
            self._machine.add_transition(event, source, target, conditions=says_yes)

    def begin(self) -> TrackedCase:
        """See `Contender.begin`."""
        return floor.load(floor.DRAFT, TrackedCase)

    def move(self, held: TrackedCase, move: Move) -> None:
        """See `Contender.move`."""
        source = held.state
        # What a model's own `trigger` comes to; no model is bound to the machine for good.
        event = self._machine.events[move.event]
        try:
            moved = event.trigger(held, move.actor, move.plain, move.faults)
        except MachineError:
            moved = False
        if not moved:
            raise ActionRefused
        role, _, _, ordered = floor.TABLE[source, move.event]
        floor.record(held, source, move, role, held.state, ordered)

    def outcome(self, held: TrackedCase) -> Outcome:
        """See `Contender.outcome`."""
        return floor.outcome(held)


def _condition(guard: floor.Guard) -> Any:
    return lambda *facts: not guard(*facts)


# --- SpiffWorkflow ----------------------------------------------------------------------------

_BPMN = Path(__file__).with_name("casework.bpmn")


@attrs.define
class Process:
    """The floor's case, and its process: as text where it is stored, else alive."""

    case: floor.Case
    workflow: Any


class Spiff:
    """SpiffWorkflow on a BPMN process, whose state is text between moves where ``stored``."""

    def __init__(self, *, stored: bool) -> None:
        self._stored = stored
        how = "stored between moves" if stored else "kept alive"
        self.name = f"{_named('SpiffWorkflow')}, {how}"
        parser = BpmnParser()
        parser.add_bpmn_file(str(_BPMN))
        self._spec = parser.get_spec("debt_investigation")
        self._serializer = BpmnWorkflowSerializer()

    def begin(self) -> Process:
        """See `Contender.begin`."""
        workflow = BpmnWorkflow(self._spec)
        workflow.do_engine_steps()
        return Process(floor.load(floor.DRAFT, floor.Case), self._put_away(workflow))

    def _put_away(self, workflow: Any) -> Any:
        return self._serializer.serialize_json(workflow) if self._stored else workflow

    def move(self, held: Process, move: Move) -> None:
        """See `Contender.move`."""
        workflow = held.workflow
        if self._stored:
            workflow = self._serializer.deserialize_json(workflow)
        source = held.case.state
        task = workflow.get_next_task(state=TaskState.READY, manual=True)
        if task is None:
            raise ActionRefused
        unsound = {fault.field for fault in move.faults}
        stated = [key for key in move.plain if key not in unsound]
        task.data.update(event=move.event, roles=sorted(move.actor.roles), stated=stated)
        task.run()
        workflow.do_engine_steps()
        held.workflow = self._put_away(workflow)
        target = _place(workflow)
        if target == source:
            raise ActionRefused
        role, _, _, ordered = floor.TABLE[source, move.event]
        floor.record(held.case, source, move, role, target, ordered)

    def outcome(self, held: Process) -> Outcome:
        """See `Contender.outcome`."""
        return floor.outcome(held.case)


def _place(workflow: Any) -> str:
    """The status that a process is in: its waiting task, or the end that it came to."""
    task = workflow.get_next_task(state=TaskState.READY, manual=True)
    if task is None:
        task = workflow.get_next_task(state=TaskState.COMPLETED, spec_class=EndEvent)
    place: str = task.task_spec.name
    return place
