"""Running feature files: what `eservices run`, `eservices trace` and sabotage share."""

from __future__ import annotations

import difflib
import os
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs
import pytest
from gherkin.errors import CompositeParserException
from gherkin.parser import Parser
from gherkin.token_scanner import TokenScanner

from utility_eservices.conformance import steps
from utility_eservices.conformance.features import FEATURES, is_unknown_row

__all__ = ["NotGherkin", "UnknownStep", "run", "unknown_rows", "unknown_steps"]


class NotGherkin(ValueError):
    """A file is no feature; ``line`` is where it ceases to be one, None when nobody can say."""

    def __init__(self, line: int | None) -> None:
        self.line = line
        super().__init__(f"not Gherkin from line {line}" if line else "not Gherkin")


@attrs.frozen
class UnknownStep:
    """A step that fits no phrase; ``nearest`` is the phrase most like it, empty for none."""

    line: int
    text: str
    nearest: str


def unknown_steps(file: Path) -> list[UnknownStep]:
    """The steps of a file that no phrase fits, in order.

    Raises `NotGherkin` when the file cannot be read as a feature, `OSError` when not at all.
    """
    unknown = (step for step in _steps(file) if not _known(step["text"]))
    return [
        UnknownStep(
            step["location"]["line"],
            step["text"],
            # To look for the nearest takes a while: who has many to mend begins with the first.
            _nearest(step["text"]) if number < _MOST_HELPED else "",
        )
        for number, step in enumerate(unknown)
    ]


_MOST_HELPED = 30
# What an outline's examples put in: it fits a slot for a number as well as one for a text.
_PLACEHOLDER = re.compile(r"<[^<>]*>")
_QUOTED = re.compile(r"“[^”]*”")


def _known(text: str) -> bool:
    example = _PLACEHOLDER.sub("1", text)
    return any(expression.match(example) for expression in steps.EXPRESSIONS)


def unknown_rows(file: Path) -> list[str]:
    """The tags of a file that look like rows and are none; see `is_unknown_row`."""
    tags = [tag["name"].removeprefix("@") for tag in _tags_in(_feature(file))]
    return [tag for tag in dict.fromkeys(tags) if is_unknown_row(tag)]


def _steps(file: Path) -> list[dict[str, Any]]:
    return list(_steps_in(_feature(file)))


def _feature(file: Path) -> dict[str, Any]:
    try:
        document: Any = Parser().parse(TokenScanner(file.read_text("utf-8")))
    except CompositeParserException as error:
        raise NotGherkin(min(one.location["line"] for one in error.errors)) from error
    except UnicodeDecodeError as error:
        raise NotGherkin(None) from error
    feature: dict[str, Any] = document.get("feature") or {}
    return feature


def _tags_in(block: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The tags of a feature, its rules, scenarios and examples."""
    yield from block.get("tags", [])
    for part in (part for child in block.get("children", []) for part in child.values()):
        yield from _tags_in(part)
        for examples in part.get("examples", []):
            yield from examples.get("tags", [])


def _steps_in(block: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The steps of a feature, or of a rule within it, in order."""
    for child in block.get("children", []):
        for part in child.values():
            yield from part.get("steps", [])
            yield from _steps_in(part)


def _nearest(text: str) -> str:
    """The phrase most like a step, whatever stands in the quotes of either."""
    patterns = {_QUOTED.sub("“”", pattern): pattern for pattern, _ in steps.PHRASES}
    found = difflib.get_close_matches(_QUOTED.sub("“”", text), patterns, 1, 0.3)
    return patterns[found[0]] if found else ""


def run(files: Sequence[Path], *options: str, plugins: Sequence[object] = ()) -> int:
    """Run feature files with the kit, nothing around them; gives pytest's exit code.

    Without files, all that ship with the library.
    """
    # Nobody's options but these: what the shell holds for other runs of pytest is not for this.
    before = {name: os.environ.pop(name, None) for name in (FEATURES, "PYTEST_ADDOPTS")}
    if files:
        os.environ[FEATURES] = "\n".join(str(file.resolve()) for file in files)
    # Imported anew: the scenarios are those of these files, and pytest, being the first to import
    # the steps, rewrites their assertions, so that a failure says what was there instead.
    for name in ("run_features", "steps"):
        sys.modules.pop(f"{__package__}.{name}", None)
    try:
        return int(pytest.main([*_alone(), *options], plugins=list(plugins)))
    finally:
        os.environ.pop(FEATURES, None)
        os.environ.update({name: value for name, value in before.items() if value is not None})


def _alone() -> list[str]:
    """Options that keep whatever configuration lies around out of the run."""
    module = Path(__file__).with_name("run_features.py")
    return [
        str(module),
        "-p",
        "utility_eservices.conformance.plugin",
        "-p",
        "no:cacheprovider",
        "-c",
        os.devnull,
        "--rootdir",
        str(module.parent),
        "--strict-markers",
    ]
