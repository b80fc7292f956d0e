#!/usr/bin/env python3
"""Sets the repository up and does its chores: `python3 run.py test`.

Needs Python 3.11 and pip (or uv), and nothing else. The first chore makes `.venv` and fills it
from the hash-pinned `requirements.txt`; later ones find it ready.
"""

import fcntl
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn, TextIO

if sys.version_info < (3, 11):  # noqa: UP036 - an older Python is told so, not left to stumble
    sys.exit("run.py: Python 3.11 or newer is needed, this is " + sys.version.split()[0])

ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements.txt"
DISTRIBUTIONS = (ROOT, ROOT / "adapters_reference")

# What is made when this repository is installed, and by what.
HOOK = ROOT / "hatch_build.py"
CATALOGUES = "src/utility_eservices/locale/*/LC_MESSAGES/*.po"

VENV = ROOT / ".venv"
BIN = VENV / "bin"
PYTHON = BIN / "python"
STAMP = VENV / "stamp"  # written last: without it the rest is half-made

# The demonstration on one machine: which plugins and where, and what it is filled with at first.
ADAPTERS = ROOT / "adapters_reference" / "src" / "utility_eservices_adapters"
ONE_MACHINE = ROOT / "examples" / "one_machine.toml"
DEMO = ROOT / ".demo"
FIRST_FILLING = (
    ("reference", "load", ADAPTERS / "sql" / "reference.toml"),
    ("sample", "--into-database"),
)


# The chores: each is a command, and its docstring is its help.


def demo(args: list[str]) -> NoReturn:
    """Show the services at work, in this terminal, on a database that lasts in `.demo`."""
    if not args:  # any are for the command itself
        os.environ |= {"ESERVICES_SETTINGS": str(ONE_MACHINE), "ESERVICES_FOLDER": ".demo/letters"}
        filling = () if DEMO.is_dir() else FIRST_FILLING
        DEMO.mkdir(mode=0o700, exist_ok=True)
        for command in (("db", "upgrade"), *filling):
            if not succeeds(BIN / "eservices-adapters", *command, stdout=sys.stderr):
                sys.exit("run.py: could not set up the demonstration; delete .demo to begin anew")
        args = ["--config", str(ONE_MACHINE)]
    become(PYTHON, "-m", "utility_eservices.cli", "demo", *args)


def test(args: list[str]) -> NoReturn:
    """Run the tests on all cores; arguments go to pytest."""
    become(PYTHON, "-m", "pytest", "-n", "auto", *args)


def lint(args: list[str]) -> int:
    """Check style, types and who imports whom."""
    if args:
        sys.exit("run.py: lint takes no arguments")
    checks = (
        ("ruff", "check"),
        ("ruff", "format", "--check"),
        ("mypy",),
        ("lint-imports", "--no-logo"),
    )
    failed = [check for check in checks if not succeeds(BIN / check[0], *check[1:])]
    for check in failed:
        say("failed: " + " ".join(check))
    return 1 if failed else 0


def sabotage(args: list[str]) -> NoReturn:
    """Spoil the services one declared thing at a time, and see a scenario notice."""
    become(PYTHON, "-m", "utility_eservices.conformance.sabotage", *args)


def bench(args: list[str]) -> NoReturn:
    """Measure the library beside other engines; `bench store` the store beside its databases."""
    if args not in ([], ["store"]):
        sys.exit("run.py: bench takes no arguments but `store`")
    become(PYTHON, "-m", "benchmarks.store" if args else "benchmarks")


def soak(args: list[str]) -> NoReturn:
    """Kill hosts and workers at random, a thousand times on each database; takes `--help`."""
    become(PYTHON, "-m", "soak", *args)


def docs(args: list[str]) -> NoReturn:
    """Build the site into build/docs, warnings being errors; arguments go to Sphinx."""
    become(PYTHON, "-m", "sphinx", "-W", "--keep-going", "-q", "docs", "build/docs", *args)


CHORES: dict[str, Callable[[list[str]], int]] = {
    chore.__name__: chore for chore in (demo, test, lint, sabotage, bench, soak, docs)
}


# Set-up.


def set_up() -> None:
    """Make `.venv` what the lock says, unless its stamp says that it is.

    One that was finished once is brought up to date in place; a half-made one, or one of another
    Python, is made anew.
    """
    with LOCK.open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # two terminals may start at once
        wanted = stamp()
        found = STAMP.read_text("utf-8") if STAMP.is_file() and PYTHON.exists() else ""
        if found == wanted:
            return
        STAMP.unlink(missing_ok=True)
        if found.splitlines()[:1] != wanted.splitlines()[:1]:
            say("making .venv (about half a minute, once)")
            venv.create(VENV, clear=True, symlinks=True)
        say("installing what requirements.txt pins")
        install("--require-hashes", "--requirement", LOCK)
        say("installing this repository, editable")
        editable = [word for path in DISTRIBUTIONS for word in ("--editable", path)]
        install("--quiet", "--no-deps", "--no-build-isolation", *editable)
        STAMP.write_text(wanted, "utf-8")


def stamp() -> str:
    """Say what `.venv` is made of: Python and place, then a digest of what is installed."""
    digest = hashlib.sha256()
    projects = (place / "pyproject.toml" for place in DISTRIBUTIONS)
    for path in (LOCK, *projects, HOOK, *sorted(ROOT.glob(CATALOGUES))):
        digest.update(path.read_bytes())
    version = ".".join(map(str, sys.version_info[:2]))
    return f"{sys.implementation.name} {version} {ROOT}\n{digest.hexdigest()}\n"


def install(*args: str | Path) -> None:
    """Install into `.venv` by uv where it is at hand and able, otherwise by pip."""
    uv = shutil.which("uv")
    if uv and succeeds(uv, "pip", "install", "--python", PYTHON, *args, stdout=sys.stderr):
        return
    if not importlib.util.find_spec("pip"):
        sys.exit(f"run.py: {sys.executable} has no pip (on Debian: apt-get install python3-pip)")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", PYTHON)
    if not succeeds(*pip, "install", *args, stdout=sys.stderr):
        sys.exit("run.py: pip could not install; what it said stands above")


# Helpers.


def succeeds(*command: str | Path, stdout: TextIO | None = None) -> bool:
    """Run a command in the repository, and say whether it did what it should."""
    return subprocess.run(command, cwd=ROOT, stdout=stdout, check=False).returncode == 0


def become(*command: str | Path) -> NoReturn:
    """Go on as a command run in the repository: signals, terminal and exit code are its own."""
    os.chdir(ROOT)
    os.execv(command[0], command)  # noqa: S606 - no shell is wanted


def say(text: str) -> None:
    """Tell the developer what goes on, beside the output of the chore."""
    print(f"run.py: {text}", file=sys.stderr, flush=True)


def main(args: list[str]) -> int:
    """Do the chore that the first argument names."""
    if not args or args[0] in ("-h", "--help"):
        print(__doc__, *(f"  {name:10}{chore.__doc__}" for name, chore in CHORES.items()), sep="\n")
        return 0
    name, *rest = args
    if name not in CHORES:
        sys.exit(f"run.py: no chore is called {name!r}; there are {', '.join(CHORES)}")
    if os.environ.get("LC_ALL") in ("C", "POSIX"):  # a path with "ə" is lost on Python there
        os.environ["LC_ALL"] = "C.UTF-8"
    set_up()
    return CHORES[name](rest)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
