from __future__ import annotations

import subprocess
from collections.abc import Callable
from importlib.metadata import entry_points, version

import pytest

from utility_eservices.cli import app, services
from utility_eservices.desk.catalogue import Catalogue
from utility_eservices.errors import ServiceClash
from utility_eservices.vocabulary.subscriber_code import SubscriberCode

Answer = subprocess.CompletedProcess[str]
Call = Callable[..., Answer]

COMMANDS = sorted(name for name in app if not name.startswith("-"))


def refusal(answer: Answer) -> str:
    """The one line in which a command says why it cannot do what was asked."""
    assert answer.returncode == 2
    assert answer.stdout == ""
    (line,) = answer.stderr.splitlines()
    return line


def test_version(eservices: Call) -> None:
    """The version is that of the installed distribution."""
    answer = eservices("--version")

    assert answer.returncode == 0
    assert answer.stdout == f"eservices {version('utility-eservices')}\n"


def test_script_is_announced(eservices: Call) -> None:
    """Who installs the library gets a script of this name."""
    (script,) = entry_points(group="console_scripts", name="eservices")

    assert script.load()(["--version"]) == 0


def test_help_names_every_command(eservices: Call) -> None:
    """Somebody who knows nothing finds the commands, and each has help of its own."""
    answer = eservices("--help")

    assert answer.returncode == 0
    for name in COMMANDS:
        assert f" {name} " in answer.stdout
        assert eservices(name, "--help").returncode == 0


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["servises"], "“servises” adlı əmr yoxdur; bax: eservices --help"),
        (["services", "--all"], "“--all” adlı seçim yoxdur; bax: eservices services --help"),
        (["show"], "SERVICE göstərilməyib; bax: eservices show --help"),
        (["trace", "--format", "xml"], "“xml” burada yaramır; bax: eservices trace --help"),
        (["services", "all"], "əmr belə yazılmır; bax: eservices services --help"),
    ],
)
def test_wrong_command_line(eservices: Call, words: list[str], expected: str) -> None:
    """Who mistypes a command line reads what is wrong with it, and where to look."""
    assert refusal(eservices(*words)) == f"eservices: {expected}"


def test_error_of_the_library(eservices: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the library refuses is told in its own Azerbaijani words."""

    def clash() -> Catalogue:
        raise ServiceClash(service="heat")

    monkeypatch.setattr(services, "catalogue", clash)

    assert refusal(eservices("services")) == f"eservices: {ServiceClash(service='heat').message}"


def test_refused_value(eservices: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """An attrs class that does not take a value is no traceback, and the value is not repeated."""
    monkeypatch.setattr(services, "catalogue", lambda: SubscriberCode("5XJ1K2A"))

    line = refusal(eservices("services"))

    assert line == "eservices: verilən qiymətlərdən biri yararsızdır."


def test_mistake_of_ours_is_no_refusal(eservices: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mistake in the library itself is not hidden behind a sentence."""

    def missing() -> Catalogue:
        import utility_eservices.nothing  # type: ignore[import-not-found]  # noqa: F401, PLC0415

        raise AssertionError

    monkeypatch.setattr(services, "catalogue", missing)

    with pytest.raises(ModuleNotFoundError):
        eservices("services")


@pytest.mark.parametrize("package", ["pytest", "pytest_bdd"])
@pytest.mark.parametrize("words", [["phrases"], ["run", "a.feature"], ["trace"]])
def test_kit_needs_its_extra(command: Call, package: str, words: list[str]) -> None:
    """Without the extra the commands of the kit name it; the others do without."""
    script = (
        f"import sys; sys.modules[{package!r}] = None\n"
        "from utility_eservices.cli import main\n"
        "assert main(['services']) == 0\n"
        f"print('-')\nsys.exit(main({words!r}))"
    )
    answer = command(python=("-c", script))

    assert answer.returncode == 2
    assert answer.stdout.endswith("\n-\n")
    assert answer.stderr == (
        "eservices: əlavə paketlər lazımdır: pip install 'utility-eservices[conformance]'\n"
    )


def test_pipe_is_plain(command: Call) -> None:
    """What goes into a pipe holds no colour codes, whatever terminal the process has."""
    for words in (["services"], ["show", "debt_investigation"], ["phrases"], ["demo"], ["--help"]):
        answer = command(*words, TERM="xterm-256color")
        assert answer.returncode == 0
        assert "\x1b" not in answer.stdout + answer.stderr


def test_pipe_without_our_letters(command: Call) -> None:
    """Where the letter ə cannot be written, a sign stands for it and the rest is there."""
    answer = command("services", PYTHONIOENCODING="ascii")

    assert answer.returncode == 0
    assert "debt_investigation" in answer.stdout
    assert "Xidm?t" in answer.stdout


def test_reader_who_has_seen_enough(command: Call) -> None:
    """A reader that closes the pipe early, as `head` does, meets no traceback."""
    script = (
        "import subprocess, sys\n"
        "with subprocess.Popen(\n"
        "    [sys.executable, '-m', 'utility_eservices.cli', 'show', 'debt_investigation'],\n"
        "    stdout=subprocess.PIPE, stderr=subprocess.PIPE,\n"
        ") as shown:\n"
        "    shown.stdout.close()\n"
        "    sys.stderr.buffer.write(shown.stderr.read())\n"
    )

    assert command(python=("-c", script)).stderr == ""
