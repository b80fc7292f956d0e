"""The pages: what the guards of a journey say under every combination of sample facts.

`Pages` asks them and keeps what it saw; the proofs of `journeys` read it off. A press may have
a fault in what it submits, each gate may say yes or no, and what was entered may be of today or
of another day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property, partial
from typing import Any

import attrs

from utility_eservices.casework.asking import Asking
from utility_eservices.casework.form import FieldSpec
from utility_eservices.casework.journey import Journey
from utility_eservices.casework.page import Button, Chosen, Page, Ticked, Typed, entry_key
from utility_eservices.casework.paying import PaymentOrder
from utility_eservices.casework.rulebook import Rule
from utility_eservices.casework.service import Service
from utility_eservices.casework.ways import shortest
from utility_eservices.conformance.proofs.flaw import Listed, shown_as, together
from utility_eservices.conformance.proofs.looks import Look, opening
from utility_eservices.conformance.proofs.paths import Press, Step, Way
from utility_eservices.conformance.proofs.samples import (
    PAYMENTS,
    PERSON,
    TODAY,
    YESTERDAY,
    Picks,
    SampleMapping,
    TooMany,
    Verdict,
    combinations,
    samples_of,
    verdict,
)
from utility_eservices.conformance.wording import plainly
from utility_eservices.errors import Fault
from utility_eservices.vocabulary.language import Phrase
from utility_eservices.vocabulary.person import Identity

__all__ = ["Pages"]

# What a gate says when it says no, and what is wrong with an entry: the words are its own.
_NO = Fault("", "sample_no", "–")


class _SampleFacts:
    """Stands in for the facts of a press."""

    def __init__(
        self, picks: Picks, values: Sequence[str], gates: Sequence[str], entries: Sequence[str]
    ) -> None:
        self._picks = picks
        self.values = SampleMapping(picks, "value", values)
        self.answers = SampleMapping(picks, "answer", gates)
        self.entered_on = SampleMapping(picks, "entered_on", entries)

    @property
    def person(self) -> Identity:
        return self._picks.only(PERSON)

    @property
    def payment(self) -> PaymentOrder | None:
        payment: PaymentOrder | None = self._picks["payment"]
        return payment

    @property
    def today(self) -> date:
        return self._picks.only(TODAY)

    @property
    def faults(self) -> tuple[Fault, ...]:
        faults: tuple[Fault, ...] = self._picks["faults"]
        return faults


@attrs.define(slots=False)
class Pages:
    """What the samples show of one journey of a service."""

    service: Service
    journey: Journey

    # --- asking the guards --------------------------------------------------------------------

    @cached_property
    def presses(self) -> dict[tuple[str, str], list[Look]]:
        """Everything that was asked, by page and button."""
        return {
            (page.key, button.key): self._pressed(page, button)
            for page in self.journey.pages
            for button in page.buttons
        }

    def _pressed(self, page: Page, button: Button) -> list[Look]:
        rules = self.journey.rules.candidates(page.key, button.key)
        choices = self._choices(page, button)
        gates = [name.removeprefix("answer.") for name in choices if name.startswith("answer.")]
        values = self._known(page, button)
        entries = sorted(self.journey.entry_keys())

        def ask(picks: Picks) -> tuple[Verdict, ...]:
            facts = _SampleFacts(picks, values, gates, entries)
            return tuple(verdict(rule, facts, picks) for rule in rules)

        found: list[Look] = []
        try:
            for picks, said in combinations(choices, ask):
                found.append(Look(picks, said))
        except TooMany:
            self.crowded.add((page.key, button.key))
        return found

    @cached_property
    def crowded(self) -> set[tuple[str, str]]:
        """The pages and buttons of which not every combination was tried."""
        return set()

    def _choices(self, page: Page, button: Button) -> dict[str, Sequence[Any]]:
        wrong = self._submitted(page, button)
        choices: dict[str, Sequence[Any]] = {
            "faults": ((), *((attrs.evolve(_NO, field=key),) for key in wrong))
        }
        # Only a journey that pays has a payment to look at.
        choices["payment"] = PAYMENTS if self.journey.pays else (None,)
        for gate in _gates(button):
            choices[f"answer.{gate.name}"] = (True, _NO)
        for key in sorted(self.journey.entry_keys()):
            choices[f"entered_on.{key}"] = (TODAY, YESTERDAY)
        ticks = {key for p in self.journey.pages for key in _ticks(p)}
        for key in self._known(page, button):
            spec = self.service.fields.get(key)
            # To be sound a box must be ticked.
            choices[f"value.{key}"] = (True,) if key in ticks or spec is None else samples_of(spec)
        return choices

    def _submitted(self, page: Page, button: Button) -> list[str]:
        """The entries whose faults count for a press."""
        whole = [part.field for part in self.journey.parts_of_form()] if button.registers else []
        return list(dict.fromkeys([*button.submits, *whole]))

    def _known(self, page: Page, button: Button) -> list[str]:
        """The entries whose values a press knows, and the fields that are given."""
        parts = {part.field: part for part in self.journey.parts_of_form()}
        own = {entry_key(part): part for part in page.entries}
        known = dict.fromkeys(key for key, spec in self.service.fields.items() if spec.given)
        pending = self._submitted(page, button)
        pending += [need for gate in _gates(button) for need in gate.needs]
        while pending:
            key = pending.pop()
            if key in known or (key not in own and key not in parts):
                continue
            known[key] = None
            part = own.get(key) or parts[key]
            condition = getattr(self.service.fields.get(key), "only_when", None)
            pending += [condition[0]] if condition else []
            if not isinstance(part, Ticked):
                askings = [*part.gates, *([part.options] if isinstance(part, Chosen) else [])]
                needed = getattr(part, "needed", None)
                askings += [needed] if needed else []
                pending += [need for asking in askings for need in asking.needs]
        return list(known)

    # --- ways ---------------------------------------------------------------------------------

    @cached_property
    def opened(self) -> dict[Rule, list[Picks]]:
        """The combinations that open each outcome."""
        found: dict[Rule, list[Picks]] = {rule: [] for rule in self.journey.rules.rules}
        for (page, button), presses in self.presses.items():
            rules = self.journey.rules.candidates(page, button)
            for number, rule in enumerate(rules):
                found[rule] += [look.picks for look in opening(presses, number)]
        return found

    def plain(self, rule: Rule) -> bool:
        """Whether examples and gates that say yes lead there."""
        return any(picks.plain for picks in self.opened[rule])

    @cached_property
    def ways(self) -> dict[str, tuple[Rule, ...]]:
        """Every page that can be reached, by the fewest presses; examples suffice if they may.

        An outcome that is never open is told, and passed all the same where there is no other.
        """
        ways: dict[str, tuple[Rule, ...]] = {self.journey.rules.initial: ()}
        for passable in (self.plain, self.is_open, lambda rule: True):
            ways = shortest(ways, partial(self._leaving, passable))
        return ways

    def _leaving(self, passable: Callable[[Rule], bool], page: str) -> Iterator[tuple[Rule, str]]:
        rules = self.journey.rules.leaving(page)
        return ((rule, rule.target) for rule in rules if passable(rule))

    def is_open(self, rule: Rule) -> bool:
        """Whether any combination leads there."""
        return bool(self.opened[rule])

    def way_to(self, page: str) -> Way:
        """The shortest way to a page; to none but the first where there is no way."""
        return self.way(self.ways.get(page, ()))

    def way(self, rules: Sequence[Rule]) -> Way:
        """A way over these outcomes of buttons."""
        steps = (
            Press(self.button(rule).label, self.journey.page(rule.target).title, rule.source)
            for rule in rules
        )
        means = self.journey.sign_in.means
        # Where nobody can sign in, nobody gets anywhere.
        return Way(self.journey.channel.key, means[0].said, tuple(steps)) if means else Way()

    def registration(self) -> Way | None:
        """The shortest way by examples to a request that is registered; None without any."""
        ends = [
            (*self.ways[rule.source], rule)
            for rule in self.journey.rules.rules
            if rule.source in self.ways and self.registers(rule) and self.plain(rule)
        ]
        return self.way(min(ends, key=len)) if ends else None

    def typing(self, way: Way, form: Mapping[str, Any]) -> Way:
        """A way on which some fields are not filled in by their examples."""
        left: dict[str, Any] = dict(form)
        steps: list[Step] = []
        for step in way.steps:
            if isinstance(step, Press):
                typed = tuple(
                    (self.service.fields[part.field].label, plainly(left.pop(part.field)))
                    for part in self.journey.page(step.page).entries
                    if isinstance(part, Typed) and part.field in left
                )
                steps.append(attrs.evolve(step, typed=typed))
            else:
                steps.append(step)
        return attrs.evolve(way, steps=tuple(steps))

    def button(self, rule: Rule) -> Button:
        """The button that an outcome belongs to."""
        page = self.journey.page(rule.source)
        return next(button for button in page.buttons if button.key == rule.event)

    def place(self, rule: Rule) -> int:
        """Which outcome of its button a rule is; one more than the last for ``otherwise``."""
        return self.journey.rules.candidates(rule.source, rule.event).index(rule)

    def is_sound(self, rule: Rule) -> bool:
        """Whether an outcome is one of those for which everything submitted was sound."""
        return self.place(rule) < len(self.button(rule).to)

    def registers(self, rule: Rule) -> bool:
        """Whether an outcome registers the request."""
        return self.button(rule).registers and self.is_sound(rule)

    def facts(self, picks: Picks) -> Listed:
        """A combination in words."""
        fields: Mapping[str, FieldSpec] = self.service.fields
        said = [
            # The field ... is faulty.
            Phrase("{field}: səhvdir", {"field": Phrase(_label(fields, fault.field))})
            for fault in picks.get("faults", ())
        ]
        for gate, answer in picks.under("answer").items():
            said.append(shown_as(gate, bool(answer)))
        payment = picks.get("payment")
        if payment is not None:
            # Payment: how it stands.
            said.append(Phrase("ödəniş: {state}", {"state": Phrase(payment.state_name)}))
        for key, day in picks.under("entered_on").items():
            values = {"field": Phrase(_label(fields, key)), "day": day}
            # The field ... was entered on ...
            said.append(Phrase("{field}: {day} tarixində daxil edilib", values))
        for key, value in picks.under("value").items():
            said.append(shown_as(_label(fields, key), value))
        return together(said)


def _gates(button: Button) -> list[Asking]:
    return [when for to in button.to for when in to.when if isinstance(when, Asking)]


def _ticks(page: Page) -> set[str]:
    return {part.key for part in page.entries if isinstance(part, Ticked)}


def _label(fields: Mapping[str, FieldSpec], key: str) -> str:
    return fields[key].label if key in fields else key
