"""`python3 run.py soak`: kills hosts and workers, a thousand times on each database.

Two hosts send requests and act on them, a worker performs what the requests ask for; one of the
three is killed at a random moment, by SIGKILL, and another takes its place. In the end everything
is brought to its end and looked at: no request lost or doubled, every act that was told as done
there once, every effect done, and the audit trail whole.
"""

from __future__ import annotations

import argparse
import os
import secrets
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.progress import track
from tests.postgresql import Server

from soak.killing import prepared, soak, told
from soak.laws import Found
from utility_eservices.cli.terminal import err, out, table
from utility_eservices.desk.system import SECRET

_COLUMNS = (
    "database", "kills", "requests", "acts", "effects", "called for again", "lost", "doubled",
    "wrong",
)  # fmt: skip
_SHOWN = 20


@contextmanager
def _sqlite(folder: Path) -> Iterator[str]:
    yield f"sqlite:///{folder / 'store.db'}"


@contextmanager
def _postgresql(_folder: Path) -> Iterator[str]:
    server = Server(durable=True)
    try:
        yield server.create("soak")
    finally:
        server.stop()


_DATABASES = {"sqlite": _sqlite, "postgresql": _postgresql}


def main() -> int:
    """Soak and print what it came to; 1 when something is wrong."""
    parser = argparse.ArgumentParser(prog="run.py soak", description=__doc__)
    parser.add_argument("--kills", type=int, default=1000, help="on each database; 1000")
    parser.add_argument("--seed", type=int, default=1, help="of all that is drawn by chance; 1")
    parser.add_argument("--on", choices=sorted(_DATABASES), action="append", help="both")
    asked = parser.parse_args()
    os.environ.setdefault(SECRET, secrets.token_hex())
    found = {name: _soaked(name, asked.kills, asked.seed) for name in asked.on or _DATABASES}
    rows = [_row(name, asked.kills, item) for name, item in found.items()]
    console = out()
    console.print(table(console, _COLUMNS, rows), crop=False)
    for name, item in found.items():
        for line in item.wrong[:_SHOWN]:
            console.print(f"{name}: {line}", soft_wrap=True)
    return 1 if any(item.wrong for item in found.values()) else 0


def _soaked(name: str, kills: int, seed: int) -> Found:
    with tempfile.TemporaryDirectory(prefix="eservices-soak-") as temporary:
        folder = Path(temporary)
        with _DATABASES[name](folder) as url:
            world = prepared(url, folder)
            for _ in track(
                soak(world, kills, seed), f"{name}: kills", kills, console=err(), transient=True
            ):
                pass
            return told(world)


def _row(name: str, kills: int, found: Found) -> tuple[str, ...]:
    figures = (found.cases, found.acts, found.effects, found.repeated, found.lost, found.doubled)
    return (name, str(kills), *map(str, figures), str(len(found.wrong)))


if __name__ == "__main__":
    sys.exit(main())
