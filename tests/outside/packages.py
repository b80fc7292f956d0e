"""Outside packages as their authors have them: installed, and tested by themselves."""

import os
import subprocess
import sys
from pathlib import Path
from subprocess import CompletedProcess

__all__ = ["install", "python", "run"]


def run(*args: str, cwd: Path, path: Path) -> CompletedProcess[str]:
    """Run Python in a process of its own, what lies in ``path`` being installed for it."""
    return subprocess.run(
        [sys.executable, *args],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def python(*args: str, cwd: Path, path: Path) -> str:
    """As `run`, which must end well; gives what it printed."""
    done = run(*args, cwd=cwd, path=path)
    assert done.returncode == 0, done.stdout
    return done.stdout


def install(project: Path, target: Path) -> Path:
    """Install a package from its own project into a folder; gives the folder."""
    command = ["-m", "pip", "install", "--no-deps", "--no-index", "--no-build-isolation"]
    python(*command, "--target", str(target), str(project), cwd=target, path=target)
    return target
