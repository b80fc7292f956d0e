"""run.py sets a bare machine up, once, and hands exit codes on."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from importlib.metadata import requires
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
LOCK = (REPOSITORY / "requirements.txt").read_text()
CATALOGUE = "src/utility_eservices/locale/en/LC_MESSAGES/cli.po"

# Bare: no uv, and an ensurepip that breaks whoever imports it.
BARE_PATH = os.pathsep.join(
    place for place in os.get_exec_path() if not shutil.which("uv", path=place)
)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """What set-up reads of this repository, under a name that shells and old tools dislike."""
    root = tmp_path / "su və işıq"
    own = ("run.py", "requirements.txt", "pyproject.toml", "hatch_build.py", "README.md", "LICENSE")
    for name in (*own, CATALOGUE):
        copy(name, root)
    package = "src/utility_eservices_adapters/__init__.py"
    for name in ("pyproject.toml", "README.md", "LICENSE", package):
        copy(f"adapters_reference/{name}", root)
    (root / "src" / "utility_eservices" / "__init__.py").touch()
    return root


def copy(name: str, root: Path) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(REPOSITORY / name, root / name)


def run(
    root: Path,
    *args: str,
    python: tuple[str, ...] = (sys.executable,),
    env: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Call run.py of a checkout from another folder, as a developer would."""
    return subprocess.run(
        [*python, root / "run.py", *args],
        cwd=root.parent,
        env={**os.environ, "PATH": BARE_PATH, **(env or {})},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def uv(checkout: Path, tmp_path: Path) -> dict[str, str]:
    """The environment of a machine with a uv that notes its calls and says that all went well.

    It installs nothing, so the checkout is importable by other means.
    """
    folder = script(tmp_path / "bin" / "uv", "exit 0")
    return {"PATH": f"{folder}{os.pathsep}{BARE_PATH}", "PYTHONPATH": str(checkout / "src")}


def script(path: Path, command: str) -> Path:
    """Write a shell script that notes its name and arguments before it does as told."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'#!/bin/sh\necho "${{0##*/}} $*" >>"${{0%/*}}/calls"\n{command}\n')
    path.chmod(0o755)
    return path.parent


def calls(folder: Path) -> list[str]:
    """What the scripts of a folder were called with, once each time."""
    log = folder / "calls"
    return log.read_text().splitlines() if log.exists() else []


def spoil(root: Path, code: str) -> None:
    """Put a program in the place of the sabotage, which is a module like any other to run.py."""
    package = root / "src" / "utility_eservices" / "conformance"
    package.mkdir()
    (package / "sabotage.py").write_text(code)


def test_sets_a_bare_machine_up(checkout: Path, tmp_path: Path) -> None:
    """Neither uv nor ensurepip is there, and both distributions come to be importable.

    The catalogues are compiled beside their sources. The lock is cut to the build back end, by
    which the distributions are installed: all of it is what this test itself runs on.
    """
    back_end = {"babel", "editables", "hatchling", *map(name, requires("hatchling") or ())}
    (checkout / "requirements.txt").write_text(
        "".join(pin for pin in pins() if name(pin) in back_end)
    )
    (tmp_path / "ensurepip.py").write_text("raise ImportError('a bare Debian has none')")
    spoil(
        checkout,
        "import utility_eservices as a, utility_eservices_adapters as b\n"
        "from importlib.metadata import entry_points\n"
        "groups = ('utility_eservices', 'utility_eservices_ports')\n"
        "plugins = sorted(name for it in groups for name in entry_points(group=it).names)\n"
        "print(a.__file__, b.__file__, *plugins, sep='|')",
    )

    done = run(checkout, "sabotage", env={"PYTHONPATH": str(tmp_path)})

    assert done.returncode == 0, done.stderr
    core, adapters, *plugins = done.stdout.strip().split("|")
    assert Path(core).is_relative_to(checkout / "src")
    assert (checkout / CATALOGUE).with_suffix(".mo").is_file()
    assert Path(adapters).is_relative_to(checkout / "adapters_reference")
    assert {"folder", "simulator"} <= set(plugins)

    # The Python below, for the one that runs this may itself lie where LC_ALL=C finds nothing.
    again = run(
        checkout, "sabotage", python=(str(Path(sys.executable).resolve()),), env={"LC_ALL": "C"}
    )
    assert (again.stdout, again.stderr) == (done.stdout, "")


def test_is_set_up_once(checkout: Path, tmp_path: Path, uv: dict[str, str]) -> None:
    """What the stamp vouches for is not installed again."""
    spoil(checkout, "")
    assert run(checkout, "sabotage", env=uv).returncode == 0
    assert len(calls(tmp_path / "bin")) == 2, "the lock, then this repository"

    assert run(checkout, "sabotage", env=uv).stderr == ""
    assert len(calls(tmp_path / "bin")) == 2


@pytest.mark.parametrize(
    "changed",
    [
        "requirements.txt",
        "pyproject.toml",
        "adapters_reference/pyproject.toml",
        "hatch_build.py",
        CATALOGUE,
    ],
)
def test_follows_what_it_is_made_of(checkout: Path, changed: str, uv: dict[str, str]) -> None:
    """What has changed is installed, into the environment that is there."""
    spoil(checkout, "")
    run(checkout, "sabotage", env=uv)
    (checkout / ".venv" / "kept").touch()
    with (checkout / changed).open("a") as file:
        file.write("# changed\n")

    assert "installing" in run(checkout, "sabotage", env=uv).stderr
    assert (checkout / ".venv" / "kept").exists()


def test_makes_a_half_made_environment_anew(checkout: Path, uv: dict[str, str]) -> None:
    """Set-up that broke off leaves no stamp, and nothing of it is trusted."""
    spoil(checkout, "")
    broken = run(checkout, "sabotage", python=(sys.executable, "-S"))
    assert broken.returncode == 1
    assert broken.stderr.splitlines()[-1].endswith("(on Debian: apt-get install python3-pip)")
    assert not (checkout / ".venv" / "stamp").exists()
    (checkout / ".venv" / "left over").touch()

    assert run(checkout, "sabotage", env=uv).returncode == 0
    assert (checkout / ".venv" / "stamp").exists()
    assert not (checkout / ".venv" / "left over").exists()


def test_goes_on_with_pip_where_uv_fails(checkout: Path, tmp_path: Path) -> None:
    """The one reads no configuration of the other's, and may find nothing where pip does."""
    (checkout / "requirements.txt").write_text("nothing-of-this-name==1 --hash=sha256:00\n")
    folder = script(tmp_path / "bin" / "uv", "exit 2")

    done = run(
        checkout, "test", env={"PATH": f"{folder}{os.pathsep}{BARE_PATH}", "PIP_NO_INDEX": "1"}
    )

    assert len(calls(folder)) == 1
    assert "nothing-of-this-name" in done.stderr
    assert done.stderr.splitlines()[-1].startswith("run.py: pip could not install")
    assert done.returncode == 1


def test_lint_runs_every_check_and_fails_with_any(checkout: Path, uv: dict[str, str]) -> None:
    """One failure neither hides another nor is forgotten."""
    assert run(checkout, "lint", env=uv).returncode == 1, "nothing to check with was installed"
    bin_ = checkout / ".venv" / "bin"
    for tool, code in {"ruff": 0, "mypy": 2, "lint-imports": 0}.items():
        script(bin_ / tool, f"exit {code}")

    done = run(checkout, "lint", env=uv)

    assert done.returncode == 1
    assert done.stderr == "run.py: failed: mypy\n"
    expected = ["ruff check", "ruff format --check", "mypy", "lint-imports --no-logo"]
    assert [call.strip() for call in calls(bin_)] == expected

    script(bin_ / "mypy", "exit 0")
    assert run(checkout, "lint", env=uv).returncode == 0


def test_hands_arguments_and_exit_codes_on(checkout: Path, uv: dict[str, str]) -> None:
    """A chore is its command: run in the repository, with nothing added to what it says."""
    spoil(checkout, "import os, sys; print(os.getcwd(), sys.argv[1:]); sys.exit(7)")

    run(checkout, "sabotage", env=uv)
    done = run(checkout, "sabotage", "--sample", "ə 60", env=uv)

    assert (done.returncode, done.stderr) == (7, "")
    assert done.stdout == f"{checkout} ['--sample', 'ə 60']\n"


@pytest.mark.parametrize("args", [(), ("--help",)])
def test_lists_the_chores(checkout: Path, args: tuple[str, ...]) -> None:
    """Help needs no set-up."""
    done = run(checkout, *args)

    assert done.returncode == 0
    assert re.findall(r"^  (\w+) ", done.stdout, re.MULTILINE) == [
        "demo",
        "test",
        "lint",
        "sabotage",
        "bench",
        "soak",
        "docs",
    ]
    assert not (checkout / ".venv").exists()


def test_refuses_an_unknown_chore(checkout: Path) -> None:
    """A slip of the finger gets one line, and no environment."""
    done = run(checkout, "tset")

    assert done.returncode == 1
    assert done.stderr == (
        "run.py: no chore is called 'tset'; "
        "there are demo, test, lint, sabotage, bench, soak, docs\n"
    )
    assert not (checkout / ".venv").exists()


def test_refuses_an_old_python(checkout: Path) -> None:
    """An older Python is told so in one line."""
    pretend = (
        "import runpy, sys\n"
        "sys.version_info, sys.version = (3, 10, 9), '3.10.9 (main)'\n"
        "runpy.run_path(sys.argv[1], run_name='__main__')"
    )
    done = subprocess.run(
        [sys.executable, "-c", pretend, checkout / "run.py"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == "run.py: Python 3.11 or newer is needed, this is 3.10.9\n"
    assert done.returncode == 1


def pins() -> list[str]:
    """The lock, one text a pin."""
    return re.findall(r"^\S.*\n(?:[ \t].*\n)*", LOCK, re.MULTILINE)


def name(requirement: str) -> str:
    """The name a requirement begins with, as registries compare it."""
    found = re.match(r"[\w.-]+", requirement)
    assert found, requirement
    return re.sub(r"[-_.]+", "-", found[0]).lower()


def test_lock_pins_by_version_and_hash_alone() -> None:
    """No address of a registry, of a mirror or of a file stands in the lock."""
    assert "://" not in LOCK
    for pin in pins():
        head, *hashes = pin.replace("\\\n", "\n").splitlines()
        assert re.fullmatch(r"[\w.-]+==[\w.]+( ; [^@]+)?", head.strip())
        assert hashes
        for line in hashes:
            assert re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", line.strip())


def test_lock_holds_what_the_projects_name() -> None:
    """Whatever a project or requirements.in asks for is pinned."""
    core = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())
    adapters = tomllib.loads((REPOSITORY / "adapters_reference/pyproject.toml").read_text())
    tools = re.findall(r"^\w.*$", (REPOSITORY / "requirements.in").read_text(), re.MULTILINE)
    asked = [
        *core["build-system"]["requires"],
        *core["project"]["dependencies"],
        *core["project"]["optional-dependencies"]["conformance"],
        *adapters["build-system"]["requires"],
        *adapters["project"]["dependencies"],
        *(it for extra in adapters["project"]["optional-dependencies"].values() for it in extra),
        *tools,
    ]
    ours = {"utility-eservices", "utility-eservices-adapters"}
    assert {*map(name, asked)} - {*map(name, pins())} == ours
