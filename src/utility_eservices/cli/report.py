"""How scenarios went, as `eservices run` tells it: a pytest plugin that writes to a console."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

import attrs
import pytest
from pytest_bdd.parser import Scenario, Step
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from utility_eservices.casework.screen import Screen
from utility_eservices.cli.screens import put_screen
from utility_eservices.cli.words import language, say
from utility_eservices.conformance.driver import Unmet
from utility_eservices.errors import EServicesError

__all__ = ["Report"]


@attrs.frozen
class _Compared:
    """A comparison that did not hold, as it stands in the step."""

    operator: str
    left: object
    right: object


@attrs.frozen
class _Failure:
    """The step that failed, lines that say why, and the screen as it was then, if any was open."""

    step: Step
    lines: list[str]
    screen: Screen | None


@attrs.define
class Report:
    """Writes a line a scenario, and of each that failed the step and what was there instead."""

    console: Console
    _title: str = ""
    _compared: _Compared | None = None
    _failure: _Failure | None = None
    _passed: int = 0
    _failed: int = 0

    # --- what pytest tells ------------------------------------------------------------------

    def pytest_bdd_before_scenario(
        self, request: pytest.FixtureRequest, scenario: Scenario
    ) -> None:
        """A scenario begins."""
        self._title = _title(request.node, scenario)

    def pytest_assertrepr_compare(self, op: str, left: object, right: object) -> None:
        """A comparison did not hold: keep both sides."""
        self._compared = _Compared(op, left, right)

    def pytest_bdd_step_error(
        self, step: Step, step_func_args: dict[str, Any], exception: Exception
    ) -> None:
        """A step failed."""
        lines = list(_why(step, self._compared, exception))
        screen = None if self._compared else _screen(step_func_args)
        self._failure = _Failure(step, lines, screen)

    def pytest_bdd_step_func_lookup_error(self, step: Step) -> None:
        """No phrase fits a step, once the examples stand in it."""
        # Unknown step.
        self._failure = _Failure(step, [say("naməlum addım")], None)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A scenario is over, or could not even begin."""
        if report.when != "call" and report.outcome == "passed":
            return
        title = self._title or report.nodeid.partition("::")[2]
        if report.outcome == "passed":
            self._passed += 1
            self.console.print(Text(f"✓ {title}", "green"), soft_wrap=True)
        elif report.outcome == "skipped":
            # left out
            line = say("– {title} (buraxılıb)", title=title)
            self.console.print(Text(line, "dim"), soft_wrap=True)
        else:
            self._failed += 1
            self.console.print(Text(f"✗ {title}", "bold red"), soft_wrap=True)
            self._tell_failure()
        self._title, self._compared, self._failure = "", None, None

    # --- what people read -------------------------------------------------------------------

    def _tell_failure(self) -> None:
        failure = self._failure
        if failure is None:
            return
        step = failure.step
        # The step, and the line it stands in.
        where = say("sətir {line}: {step}", line=str(step.line_number), step=step.name)
        self.console.print(f"    {where}", soft_wrap=True)
        for line in failure.lines:
            self.console.print(Padding(Text(line), (0, 0, 0, 4), expand=False))
        if failure.screen is not None:
            put_screen(self.console, failure.screen)

    def sum_up(self) -> None:
        """Say how many passed and how many failed."""
        # How many scenarios passed, how many failed.
        passed = say("{count} keçdi", count=self._passed)
        failed = say("{count} alınmadı", count=self._failed)
        line = f"{passed}, {failed}"
        self.console.print(Text(line, "bold red" if self._failed else "bold green"))


def _title(node: Any, scenario: Scenario) -> str:
    """The scenario's name, with the line of its examples."""
    call = getattr(node, "callspec", None)
    example = call.params["_pytest_bdd_example"] if call else {}
    values = ", ".join(f"{name}: {value}" for name, value in example.items())
    return f"{scenario.name} ({values})" if values else scenario.name


def _screen(arguments: Mapping[str, Any]) -> Screen | None:
    """What the person of the scenario sees, when a service is open."""
    driver = arguments.get("driver")
    try:
        found: Screen | None = driver and driver.screen()
    except AssertionError:
        return None
    return found


def _why(step: Step, compared: _Compared | None, exception: Exception) -> Iterator[str]:
    if compared is not None:
        expected, found = _sides(step, compared)
        if "not" in compared.operator:
            # It must not be there.
            yield say("olmamalıdır: {expected}", expected=_said(expected))
        else:
            # It was expected.
            yield say("gözlənilirdi: {expected}", expected=_said(expected))
        # What there is.
        yield say("var: {found}", found=_said(found))
        if not isinstance(found, int):
            return
    reason = _reason(exception)
    if reason:
        yield reason


def _sides(step: Step, compared: _Compared) -> tuple[object, object]:
    """What was expected, which is the side that the step itself says, and what was found."""
    cells = [str(cell) for row in step.datatable.raw() for cell in row] if step.datatable else []
    told = " ".join([step.name, *cells, step.docstring or ""])

    def is_told(side: object) -> bool:
        texts = _texts(side)
        return bool(texts) and all(text in told for text in texts)

    if is_told(compared.left) and not is_told(compared.right):
        return compared.left, compared.right
    return compared.right, compared.left


def _texts(value: object) -> list[str]:
    if isinstance(value, str) or not isinstance(value, Collection):
        return [str(value)]
    return [text for item in value for text in _texts(item)]


def _said(value: object) -> str:
    if isinstance(value, str) or not isinstance(value, Collection):
        # There is none; it is empty.
        return say("yoxdur") if value is None else str(value) or say("boş")
    lines = [" | ".join(_texts(item)) for item in value]
    # Nothing.
    return "".join(f"\n  • {line}" for line in lines) or say("heç nə")


def _reason(exception: Exception) -> str:
    if isinstance(exception, EServicesError | Unmet):
        return language().filled(exception.template, exception.values)
    if isinstance(exception, LookupError):
        # Of that name there is nothing here, or more than one thing.
        return say("bu adda heç nə yoxdur, ya da birdən çox şey var")
    if isinstance(exception, AssertionError):
        # What the step says itself; the rest is pytest's explanation, in Python.
        said = str(exception).partition("\nassert ")[0]
        return "" if said.startswith("assert ") else said
    return f"{type(exception).__name__}: {exception}"
