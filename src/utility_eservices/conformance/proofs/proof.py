"""A proof in the making: one service with what its samples showed, and how to write a flaw down."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

import attrs

from utility_eservices.casework.service import Service
from utility_eservices.conformance.proofs.flaw import Flaw, sentence
from utility_eservices.conformance.proofs.office import Office
from utility_eservices.conformance.proofs.pages import Pages
from utility_eservices.conformance.proofs.paths import Way
from utility_eservices.conformance.proofs.samples import Picks
from utility_eservices.conformance.proofs.scenario import Line, entered, feature, steps

__all__ = ["Proof"]


@attrs.define(slots=False)
class Proof:
    """What every proof about one service looks at."""

    service: Service

    @cached_property
    def pages(self) -> tuple[Pages, ...]:
        """The journeys."""
        return tuple(Pages(self.service, journey) for journey in self.service.journeys)

    @cached_property
    def office(self) -> Office | None:
        """The casework, if there is any."""
        rules = self.service.rules
        return None if rules is None else Office(self.service, rules)

    @cached_property
    def entrance(self) -> Way:
        """The way into the service on the first portal that shows it."""
        return self.pages[0].way(()) if self.pages else Way()

    @cached_property
    def arrivals(self) -> dict[str, Way]:
        """The shortest way to a registered request, by the portal of the journey."""
        ways = ((pages.journey.channel.key, pages.registration()) for pages in self.pages)
        return {channel: way for channel, way in ways if way is not None}

    def way_to(self, state: str, channel: str = "") -> Way:
        """The shortest way of a request to a state, or as far into the service as one comes."""
        assert self.office is not None  # only a casework has states
        arrivals = self.arrivals
        start = arrivals.get(channel) or next(iter(arrivals.values()), None)
        if start is None or state not in self.office.ways:
            return self.entrance
        return start.then(*self.office.steps(self.office.ways[state]))

    def way_with(self, state: str, picks: Picks) -> Way:
        """The shortest way to a state, the fields of the form being filled in as picked."""
        way = self.way_to(state)
        pages = next((p for p in self.pages if p.journey.channel.key == way.channel), None)
        return pages.typing(way, picks.odd("form")) if pages else way

    def status(self, state: str) -> str:
        """The name of a state, its key where it is none."""
        assert self.office is not None  # only a casework has states
        known = self.office.rules.states.get(state)
        return known.name if known else state

    def label(self, key: str) -> str:
        """The label of a field or a finding, its key where it is neither."""
        spec = self.service.fields.get(key) or self.service.findings.get(key)
        return spec.label if spec else key

    def found(
        self,
        code: str,
        where: str,
        way: Way,
        lines: Iterable[Line] = (),
        *,
        values: Mapping[str, object],
        at_last: Iterable[Line] = (),
        status: str = "",
    ) -> Flaw:
        """A flaw with its scenario: the way, ``at_last`` before its last step, ``lines``.

        ``values`` fill the flaw's text; ``status`` is the name of the status that the way
        leads to, if any.
        """
        scenario = ""
        if way.channel:
            into = entered(way, self.service.name)
            last = way.steps[-1:] if at_last else ()
            before = way.steps[: len(way.steps) - len(last)]
            said = [into, *steps(before, status), *at_last, *steps(last, status), *lines]
            scenario = feature(self.service.name, str(sentence(code, values)), said)
        return Flaw(self.service.key, code, where, values, way, scenario)
