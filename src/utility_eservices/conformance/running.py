"""Running feature files: what `eservices run`, `eservices trace` and sabotage share."""

from __future__ import annotations

import difflib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import attrs
import pytest
from gherkin.errors import CompositeParserException
from gherkin.parser import Parser
from gherkin.token_scanner import TokenScanner

from utility_eservices.conformance import steps
from utility_eservices.conformance.features import FEATURES

__all__ = ["NotGherkin", "UnknownStep", "run", "unknown_steps"]


class NotGherkin(ValueError):
    """A file is no feature; the message names the line."""


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
    return [
        UnknownStep(step["location"]["line"], step["text"], _nearest(step["text"]))
        for step in _steps(file)
        if not any(expression.match(step["text"]) for expression in steps.EXPRESSIONS)
    ]


def _steps(file: Path) -> list[dict[str, Any]]:
    try:
        document: Any = Parser().parse(TokenScanner(file.read_text("utf-8")))
    except (CompositeParserException, UnicodeDecodeError) as error:
        raise NotGherkin(str(error).splitlines()[-1]) from error
    found = []
    for child in (document.get("feature") or {}).get("children", []):
        for part in child.values():
            found += part.get("steps", [])
    return found


def _nearest(text: str) -> str:
    patterns = [pattern for pattern, _ in steps.PHRASES]
    return next(iter(difflib.get_close_matches(text, patterns, 1, 0.3)), "")


def run(files: Sequence[Path], *options: str, plugins: Sequence[object] = ()) -> int:
    """Run feature files with the kit, nothing around them; gives pytest's exit code.

    Without files, all that ship with the library.
    """
    before = os.environ.get(FEATURES)
    if files:
        os.environ[FEATURES] = os.pathsep.join(str(file.resolve()) for file in files)
    # Imported anew: the scenarios are those of these files, and pytest, being the first to import
    # the steps, rewrites their assertions, so that a failure says what was there instead.
    for name in ("run_features", "steps"):
        sys.modules.pop(f"{__package__}.{name}", None)
    try:
        return int(pytest.main([*_alone(), *options], plugins=list(plugins)))
    finally:
        os.environ.pop(FEATURES, None)
        if before is not None:
            os.environ[FEATURES] = before


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
