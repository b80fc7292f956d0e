"""Ssenarilər: what a flaw prints can be run: red as it is, green once it is mended."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from tests.proofs.sample import SERVICE
from tests.proofs.test_proofs import SPOILT

from utility_eservices.casework.service import Service
from utility_eservices.conformance import running
from utility_eservices.conformance.proofs import check
from utility_eservices.conformance.proofs.paths import Act, Outcome, Press
from utility_eservices.conformance.proofs.scenario import feature, steps, then, when

# Nothing that a scenario could see: it leads there, for whoever mends it to look.
LEADS_THERE = {
    "ending_missing",
    "example_faulty",
    "notice_empty",
    "notice_twice",
    "sms_too_long",
    "unknown_row",
}
# What the sample service has in the place of the fault is one way to mend it; where another thing
# was taken away, or only its author knows the words, the scenario proposes what it cannot know.
MENDED = {
    "effect_leads_nowhere",
    "guard_fails",
    "label_twice",
    "nobody_moves",
    "notice_of_no_state",
    "outcome_shut",
    "owner_missing",
    "page_trap",
    "placeholder_unstated",
    "refusal_without_reason",
    "unknown_placeholder",
    "wording_missing",
}


class Ran:
    """A pytest plugin: offers a service for each scenario, and keeps how each went."""

    def __init__(self, services: Mapping[str, Service]) -> None:
        self._services = services
        self._name = ""
        self.outcomes: dict[str, str] = {}

    def pytest_bdd_before_scenario(self, scenario: Any) -> None:
        """Offer the service that the scenario is about."""
        from utility_eservices.conformance import plugin  # noqa: PLC0415  # after its first import

        self._name = scenario.name.partition(" ")[0]
        plugin.offered = [self._services[self._name]]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep the outcome."""
        if report.when == "call":
            self.outcomes[self._name] = report.outcome


def ran(files: list[Path], services: Mapping[str, Service]) -> dict[str, str]:
    """How the scenarios went, by what each begins with."""
    from utility_eservices.conformance import plugin  # noqa: PLC0415  # as above

    watching = Ran(services)
    before = plugin.offered
    try:
        running.run(files, "-p", "no:terminal", plugins=[watching])
    finally:
        plugin.offered = before
    return watching.outcomes


@pytest.fixture(scope="module")
def spoilt() -> dict[str, Service]:
    """The spoilt services, by place and code."""
    return {f"{place:02}-{case[0]}": case[3]() for place, case in enumerate(SPOILT)}


@pytest.fixture(scope="module")
def files(spoilt: Mapping[str, Service], tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The scenario of each flaw, named after it."""
    folder = tmp_path_factory.mktemp("scenarios")
    written = []
    for name, service in spoilt.items():
        text = check(service)[0].scenario
        file = folder / f"{name}.feature"
        file.write_text(text.replace("Ssenari: ", f"Ssenari: {name} ", 1), "utf-8")
        written.append(file)
    return written


def test_scenarios_are_said_in_the_published_phrases(files: list[Path]) -> None:
    """Nobody meets an unknown step."""
    assert [step for file in files for step in running.unknown_steps(file)] == []


def test_a_scenario_is_red_as_long_as_the_fault_is_there(
    files: list[Path], spoilt: Mapping[str, Service]
) -> None:
    """All but those of faults that no scenario could see."""
    outcomes = ran(files, spoilt)
    assert outcomes.keys() == spoilt.keys()
    passed = {name.partition("-")[2] for name, outcome in outcomes.items() if outcome == "passed"}
    assert passed == LEADS_THERE


def test_a_scenario_is_green_once_the_fault_is_mended(
    files: list[Path], spoilt: Mapping[str, Service]
) -> None:
    """With the sound service in the place of the spoilt one, the expectation holds."""
    outcomes = ran(files, dict.fromkeys(spoilt, SERVICE))
    passed = {name.partition("-")[2] for name, outcome in outcomes.items() if outcome == "passed"}
    assert passed >= MENDED | LEADS_THERE


# --- the text -----------------------------------------------------------------------------------


def test_a_repeated_keyword_reads_and() -> None:
    """A table stands beneath its step, a docstring too; what would end a cell is escaped."""
    lines = [
        when("bu olur", [("a|b", "c\nd")]),
        when("o olur"),
        then("belə olur", docstring="bir\niki"),
    ]
    assert feature("Xidmət", "Bir\nsətir", lines).splitlines() == [
        "# language: az",
        "Özəllik: Xidmət",
        "",
        "  Ssenari: Bir sətir",
        "    Əgər bu olur",
        r"      | a\|b | c\nd |",
        "    Və o olur",
        "    O halda belə olur",
        '      """',
        "      bir",
        "      iki",
        '      """',
    ]


def test_an_outcome_that_no_phrase_can_bring_about_is_left_to_the_shortest_way() -> None:
    """Where a system has no name in scenarios, the request is brought to the status instead."""
    press = Press("Göndər", "Son", "start")
    acts = (Act("Usta", "Başla", "İşdə"), Outcome("İş", done=False, leads_to="Gözləyir"))
    said = [line.text for line in steps((press, *acts), "Gözləyir")]
    assert said == [
        "qalan sahələri nümunələrlə doldurur",
        "“Göndər” düyməsini seçir",
        "müraciət “Gözləyir” statusuna çatdırılır",
    ]
    known = Outcome("İş", done=False, leads_to="Gözləyir", system="soraqça")
    said = [line.text for line in steps((acts[0], known), "Gözləyir")]
    assert said == [
        "“Usta” “Başla” əməliyyatını edir",
        "“soraqça” 1 dəfə “rədd edir”",
        "sistem növbədəki işləri görür",
    ]
