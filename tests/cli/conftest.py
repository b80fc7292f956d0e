"""How the tests call the command: in this process, or as a person does, in one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable

import pytest

from utility_eservices.cli import main

Answer = subprocess.CompletedProcess[str]


@pytest.fixture(autouse=True)
def _plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """No wish for colours, for a width, for a folder or for a language comes from outside."""
    names = ("FORCE_COLOR", "TTY_COMPATIBLE", "COLUMNS", "ESERVICES_FOLDER", "ESERVICES_LANGUAGE")
    for name in names:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def eservices(capsys: pytest.CaptureFixture[str]) -> Callable[..., Answer]:
    """Calls `main` with arguments."""

    def call(*args: object) -> Answer:
        words = [str(arg) for arg in args]
        code = main(words)
        return subprocess.CompletedProcess(words, code, *capsys.readouterr())

    return call


@pytest.fixture
def command() -> Callable[..., Answer]:
    """Runs the command as a process of its own, its output into a pipe.

    ``python`` are arguments for the interpreter instead; the rest of the names go into the
    environment.
    """

    def run(*args: object, python: tuple[str, ...] = (), **environment: str) -> Answer:
        called = python or ("-m", "utility_eservices.cli", *map(str, args))
        return subprocess.run(
            [sys.executable, *called],
            capture_output=True,
            encoding="utf-8",
            check=False,
            env={**os.environ, **environment},
        )

    return run
