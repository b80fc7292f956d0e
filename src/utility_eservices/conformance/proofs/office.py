"""The office: what the guards of a casework say under every combination of sample facts.

`Office` asks them and keeps what it saw; the proofs of `casework` read it off. A status is
reached by acts that some sample facts open, and by the outcomes of effects that some act orders.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cached_property, partial
from types import SimpleNamespace
from typing import Any

import attrs

from utility_eservices.casework.acts import APPLICANT, SYSTEM
from utility_eservices.casework.case import Entry
from utility_eservices.casework.effect import EffectSpec
from utility_eservices.casework.rulebook import Role, Rule, Rulebook
from utility_eservices.casework.service import REGISTER, Service
from utility_eservices.casework.ways import always, reached, shortest
from utility_eservices.conformance.proofs.flaw import Listed, shown_as, together
from utility_eservices.conformance.proofs.looks import Look, opening
from utility_eservices.conformance.proofs.paths import Act, Outcome, Step
from utility_eservices.conformance.proofs.samples import (
    ABSENT,
    NOW,
    PERSON,
    Picks,
    SampleForm,
    SampleMapping,
    TooMany,
    Verdict,
    combinations,
    samples_of,
    verdict,
)
from utility_eservices.conformance.proofs.scenario import system_of
from utility_eservices.conformance.wording import plainly
from utility_eservices.vocabulary.language import SOURCE, Phrase

__all__ = ["SAMPLE_NUMBER", "Office", "Opening"]

# Twenty characters, as long as numbers of requests get.
SAMPLE_NUMBER = "XXX-2026-00000000001"

Choices = Mapping[str, Sequence[Any]]


@attrs.frozen
class Opening:
    """A combination that opens a rule: ``role`` is None where it was not looked at.

    ``stated`` are the findings that it needs, as keys and values.
    """

    role: str | None
    stated: Mapping[str, Any]
    plain: bool

    @property
    def by_people(self) -> bool:
        """Whether an officer may do it; the applicant sends, and does nothing after that."""
        return self.role not in {SYSTEM.key, APPLICANT.key}


class _SampleCase(SimpleNamespace):
    """Stands in for a case, of which channel, form and findings are picked."""

    _picks: Picks
    _form: SampleForm
    _stated: SampleMapping
    _only: Mapping[str, Any]

    def __getattr__(self, name: str) -> Any:
        # Called for what is not there otherwise.
        if name in vars(self).get("_only", ()):
            return self._picks.only(self._only[name])
        raise AttributeError(name)

    @property
    def channel(self) -> str:
        channel: str = self._picks["channel"]
        return channel

    @property
    def form(self) -> SampleForm:
        return self._form

    @property
    def findings(self) -> SampleMapping:
        return self._stated


class _SampleActor:
    """Stands in for an actor, whose role is picked."""

    def __init__(self, picks: Picks) -> None:
        self._picks = picks

    @property
    def id(self) -> str:
        return self._picks.only("sample")

    @property
    def roles(self) -> frozenset[str]:
        role = self._picks["role"]
        return frozenset() if role is None else frozenset({role})


class _SampleFacts:
    """Stands in for the facts of an act."""

    faults = ()

    def __init__(self, picks: Picks, case: _SampleCase, findings: SampleMapping) -> None:
        self._picks = picks
        self.case = case
        self.actor = _SampleActor(picks)
        self.findings = findings

    @property
    def now(self) -> datetime:
        return self._picks.only(NOW)


@attrs.define(slots=False)
class Office:
    """What the samples show of a service's casework."""

    service: Service
    rules: Rulebook

    # --- asking the guards --------------------------------------------------------------------

    @cached_property
    def officers(self) -> tuple[Role, ...]:
        """The roles of people, in the order in which the service speaks of them."""
        owners = [state.owner for state in self.rules.states.values() if state.owner]
        acting = [role for rule in self.rules.rules for role in sorted(rule.roles, key=_key)]
        return tuple(role for role in dict.fromkeys([*acting, *owners]) if role not in _NOBODY)

    @cached_property
    def _channels(self) -> tuple[str, ...]:
        journeys = [journey for journey in self.service.journeys if journey.registers]
        return tuple(dict.fromkeys(c.key for journey in journeys for c in journey.channels))

    def _choices(self, state: str, must: Mapping[str, frozenset[str]]) -> dict[str, Sequence[Any]]:
        roles = (*(role.key for role in self.officers), APPLICANT.key, SYSTEM.key, None)
        choices: dict[str, Sequence[Any]] = {"role": roles, "channel": self._channels}
        for key, spec in self.service.fields.items():
            choices[f"form.{key}"] = samples_of(spec)
        for key, spec in self.service.findings.items():
            samples = samples_of(spec)
            choices[f"finding.{key}"] = (ABSENT, *samples) if samples else ()
            before = () if key in must.get(state, ()) else (ABSENT,)
            may = samples if key in self._may.get(state, ()) else ()
            choices[f"stated.{key}"] = (*before, *may)
        return choices

    def _choices_of(self, rule: Rule, must: Mapping[str, frozenset[str]]) -> Choices:
        choices = self._choices(rule.source, must)
        if rule.event == REGISTER:
            # A desk registers as the applicant, with nothing stated.
            stated = {name: (ABSENT,) for name in choices if name.startswith("finding.")}
            choices |= {"role": (APPLICANT.key,), **stated}
        return choices

    @cached_property
    def _may(self) -> dict[str, frozenset[str]]:
        """What may have been stated before a status is left, whatever the guards say."""
        may: dict[str, frozenset[str]] = {}
        for rule in self.rules.rules:
            stated = {item.key for item in rule.findings}
            for state in {rule.target, *self.after[rule.target]}:
                may[state] = may.get(state, frozenset()) | stated
        return may

    def look(self, state: str, event: str, choices: Choices) -> Iterator[Look]:
        """Ask the candidates of an event under every combination; raises `TooMany`."""
        candidates = self.rules.candidates(state, event)

        def ask(picks: Picks) -> tuple[Verdict, ...]:
            facts = self._facts(state, picks)
            return tuple(verdict(rule, facts, picks) for rule in candidates)

        return (Look(picks, said) for picks, said in combinations(choices, ask))

    def _facts(self, state: str, picks: Picks) -> _SampleFacts:
        service = self.service
        findings = tuple(service.findings)
        entry = Entry(NOW, "sample", APPLICANT.key, REGISTER, self.rules.initial, state)
        case = _SampleCase(
            _picks=picks,
            _form=SampleForm(picks, service.form, service.fields),
            _stated=SampleMapping(picks, "stated", findings),
            number=SAMPLE_NUMBER,
            utility=service.utility.key,
            service=service.key,
            service_version=service.version,
            journey="sample",
            state=state,
            _only={
                "applicant": PERSON,
                "concerns": "",
                "history": (entry,),
                "language": SOURCE,
                "sent_at": NOW,
                "version": 1,
            },
        )
        return _SampleFacts(picks, case, SampleMapping(picks, "finding", findings))

    # --- what opens ---------------------------------------------------------------------------

    @cached_property
    def looks(self) -> dict[tuple[str, str], list[Look]]:
        """Everything that was asked, by state and event."""
        return self._explored[0]

    @cached_property
    def crowded(self) -> frozenset[tuple[str, str]]:
        """The states and events of which not every combination was tried."""
        return self._explored[1]

    @cached_property
    def openings(self) -> dict[Rule, list[Opening]]:
        """The combinations that open each rule."""
        return _openings(self.rules, self.looks)

    @cached_property
    def must(self) -> dict[str, frozenset[str]]:
        """What has been stated, on every path, once a status is entered."""
        return self._stated_always(self.openings)

    @cached_property
    def _explored(
        self,
    ) -> tuple[dict[tuple[str, str], list[Look]], frozenset[tuple[str, str]]]:
        # What must have been stated follows from what opens, and the other way round: each round
        # knows more of the one and so leaves less of the other.
        must: dict[str, frozenset[str]] = {}
        while True:
            explored = self._explore(must)
            found = self._stated_always(_openings(self.rules, explored[0]))
            # What is known stays so, also where too much was to be tried: there is an end to it.
            known = {state: must.get(state, frozenset()) | keys for state, keys in found.items()}
            if must == {**must, **known}:
                return explored
            must |= known

    def _explore(
        self, must: Mapping[str, frozenset[str]]
    ) -> tuple[dict[tuple[str, str], list[Look]], frozenset[tuple[str, str]]]:
        looks: dict[tuple[str, str], list[Look]] = {}
        crowded = set()
        for rule in self.rules.rules:
            place = (rule.source, rule.event)
            if place in looks:
                continue
            looks[place] = []
            try:
                for found in self.look(*place, self._choices_of(rule, must)):
                    looks[place].append(found)
            except TooMany:
                crowded.add(place)
        return looks, frozenset(crowded)

    def _stated_always(
        self, openings: Mapping[Rule, Sequence[Opening]]
    ) -> dict[str, frozenset[str]]:
        edges = [
            (rule.source, rule.target, demanded(openings[rule]))
            for rule in self.rules.rules
            # Where nobody can send, that is said; what would follow is looked at all the same.
            if rule.event == REGISTER or _taken(rule, openings[rule], self.outcomes)
        ]
        return always(self.rules.initial, frozenset(), edges)

    @cached_property
    def outcomes(self) -> frozenset[str]:
        """The events that the outcomes of ordered effects bring."""
        return frozenset(e for spec in self.service.effects.values() for e in outcomes(spec))

    def takes(self, rule: Rule) -> bool:
        """Whether somebody, or the outcome of some effect, takes a rule."""
        return _taken(rule, self.openings[rule], self.outcomes)

    def demanded(self, rule: Rule) -> frozenset[str]:
        """The findings without which nobody takes a rule."""
        return demanded(self.openings[rule])

    # --- ways ---------------------------------------------------------------------------------

    @cached_property
    def ways(self) -> dict[str, tuple[Rule, ...]]:
        """Every state that can be reached, by the fewest acts; examples suffice if they may.

        What is told as shut is passed all the same where there is no other way: one fault
        behind another is found, too, and none is told twice.
        """
        ways: dict[str, tuple[Rule, ...]] = {self.rules.initial: ()}
        for passable in (self._plain, self.takes, lambda rule: True):
            ways = shortest(ways, partial(self._leaving, passable))
        return ways

    def _leaving(self, passable: Callable[[Rule], bool], state: str) -> Iterator[tuple[Rule, str]]:
        return ((rule, rule.target) for rule in self.rules.leaving(state) if passable(rule))

    def _plain(self, rule: Rule) -> bool:
        return self.takes(rule) and any(opening.plain for opening in self.openings[rule])

    @cached_property
    def after(self) -> dict[str, frozenset[str]]:
        """The states that can be reached from each, by whatever is open or told as shut.

        Itself is among them only if it can be come back to.
        """

        def following(state: str) -> Iterator[str]:
            return (rule.target for rule in self.rules.leaving(state))

        return {state: reached(state, following) for state in self.rules.states}

    def stalled(self, state: str) -> bool:
        """Whether only the system acts in a state, and nothing makes it act."""
        waits = self.rules.states[state].owner == SYSTEM
        return waits and not any(self.takes(rule) for rule in self.rules.leaving(state))

    def steps(self, rules: Sequence[Rule]) -> tuple[Step, ...]:
        """Rules as steps; the registration is a press of the journey before."""
        return tuple(self.step(rule) for rule in rules if rule.event != REGISTER)

    def step(self, rule: Rule) -> Step:
        """A rule as a step."""
        target = self.rules.states[rule.target].name
        opening = self._best(rule)
        if opening is None or opening.by_people:
            return Act(self.role_label(rule), act_name(rule), target, self.said_by(rule))
        for spec in self.service.effects.values():
            if rule.event in outcomes(spec):
                done = rule.event == spec.then
                return Outcome(spec.label, done, target, "" if done else nameable(spec))
        return Act(SYSTEM.label, act_name(rule), target)

    def said_by(self, rule: Rule) -> tuple[tuple[str, str], ...]:
        """What is stated with a rule, as a scenario states it."""
        opening = self._best(rule)
        return self.said(opening.stated) if opening else ()

    def _best(self, rule: Rule) -> Opening | None:
        """How a rule is taken: by people rather than by the system, by examples if they do."""
        found = sorted(self.openings[rule], key=lambda o: (not o.by_people, not o.plain))
        return found[0] if found else None

    def role_label(self, rule: Rule) -> str:
        """The label of somebody who takes a rule."""
        keys = {opening.role for opening in self.openings[rule]}
        fitting = (role for role in self.officers if role.key in keys or None in keys)
        owner = self.rules.states[rule.source].owner
        role = next(fitting, None) or owner or next(iter(self.officers), SYSTEM)
        return role.label

    def said(self, stated: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
        """Findings as a scenario states them: by their labels and as a person would type them."""
        return tuple(
            (self.service.findings[key].label, self._typed(key, stated[key])) for key in stated
        )

    def _typed(self, key: str, value: Any) -> str:
        spec = self.service.findings[key]
        samples = samples_of(spec)
        example = bool(samples) and samples[0] == value and spec.example != ""
        return str(spec.example) if example else plainly(value)

    def facts(self, picks: Picks) -> Listed:
        """A combination in words."""
        said: list[object] = []
        roles = {role.key: role.label for role in (*self.officers, APPLICANT, SYSTEM)}
        if "role" in picks.places:
            label = roles.get(picks["role"])
            # Nobody in particular.
            said.append(Phrase(label) if label else Phrase("heç kim"))
        if "channel" in picks.places:
            said.append(picks["channel"])
        known = {**self.service.fields, **self.service.findings}
        for kind in ("form", "stated", "finding"):
            for key, value in picks.under(kind).items():
                shown = "–" if value is ABSENT else value
                said.append(shown_as(known[key].label, shown))
        return together(said)

    # --- outcomes of effects --------------------------------------------------------------------

    def outcome_open(self, rule: Rule, spec: EffectSpec, event: str) -> bool:
        """Whether an outcome moves the case on in the state that an ordering rule leads to.

        What the performer gives is stated, unless it says that it gives nothing.
        """
        gives = event == spec.then and spec.performer.function.__annotations__.get(
            "return"
        ) not in (None, "None")
        choices = {**self._choices(rule.target, self.must), "role": (SYSTEM.key,)}
        for key, finding in self.service.findings.items():
            samples = samples_of(finding) if gives else ()
            choices[f"finding.{key}"] = samples or (ABSENT,)
        try:
            found = list(self.look(rule.target, event, choices))
        except TooMany:
            return True  # said of the event itself
        return bool(self.rules.candidates(rule.target, event)) and all(
            any(said.open for said in one.verdicts) for one in found
        )


_NOBODY = frozenset({APPLICANT, SYSTEM})


def _key(role: Role) -> str:
    return role.key


def act_name(rule: Rule) -> str:
    """What an act is called: its label, or else its event."""
    return rule.label or rule.event


def outcomes(spec: EffectSpec) -> tuple[str, str]:
    """The events that an effect brings."""
    return spec.then, spec.otherwise


def nameable(spec: EffectSpec) -> str:
    """The first system behind an effect that scenarios have a name for."""
    return next(filter(None, (system_of(port.name) for port in spec.performer.ports)), "")


def ordered(rule: Rule) -> tuple[EffectSpec, ...]:
    """The effects that a rule orders."""
    return tuple(rule.marked("effect"))


def demanded(openings: Sequence[Opening]) -> frozenset[str]:
    """The findings that every opening has."""
    stated = [frozenset(opening.stated) for opening in openings]
    return frozenset.intersection(*stated) if stated else frozenset()


def _openings(
    rules: Rulebook, looks: Mapping[tuple[str, str], Sequence[Look]]
) -> dict[Rule, list[Opening]]:
    found: dict[Rule, list[Opening]] = {rule: [] for rule in rules.rules}
    for (state, event), listed in looks.items():
        for number, rule in enumerate(rules.candidates(state, event)):
            found[rule] += [_opening(look.picks) for look in opening(listed, number)]
    return found


def _opening(picks: Picks) -> Opening:
    findings = picks.under("finding")
    stated = {key: value for key, value in findings.items() if value is not ABSENT}
    # Stating by the example, and whoever it is that acts, needs nothing but examples.
    odd = (
        place > (1 if name.startswith("finding.") else 0)
        for name, place in picks.places.items()
        if name != "role"
    )
    return Opening(picks.get("role"), stated, not any(odd))


def _taken(rule: Rule, openings: Sequence[Opening], outcomes: frozenset[str]) -> bool:
    brought = rule.event == REGISTER or rule.event in outcomes
    return any(opening.by_people or brought for opening in openings)
