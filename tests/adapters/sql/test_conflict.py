"""Sixteen clients on two hosts move one case at once: one wins, the others are told."""

from __future__ import annotations

import subprocess
import sys
from contextlib import ExitStack, closing
from pathlib import Path

from tests.adapters.sql.filling import NOW, new_case, number_of
from tests.adapters.sql.rivals import CLIENTS
from tests.databases import Place

from utility_eservices.conformance.laws.case_store import CODEC
from utility_eservices.services.azersu.debt_investigation import SERVICE
from utility_eservices_adapters.sql.audit import verify
from utility_eservices_adapters.sql.cases import SqlCases
from utility_eservices_adapters.sql.database import Database

ROOT = Path(__file__).resolve().parents[3]
HOSTS, CASES = "ab", 6


class Host:
    """A process of `tests.adapters.sql.rivals`."""

    def __init__(self, name: str, place: Place, numbers: list[str]) -> None:
        words = (name, place.config.url.value, *numbers)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.adapters.sql.rivals", *words],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def hears(self) -> list[str]:
        """The words of its next line."""
        assert self.process.stdout is not None
        return self.process.stdout.readline().split()

    def told(self) -> None:
        """Let it go on."""
        assert self.process.stdin is not None
        self.process.stdin.write("\n")
        self.process.stdin.flush()


def test_one_of_sixteen_moves_the_case(place: Place) -> None:
    """Each time one client's move is kept, with its effect; fifteen are told it is stale."""
    numbers = [number_of(place_of) for place_of in range(CASES)]
    with closing(Database(place.config)) as database, ExitStack() as stack:
        store = SqlCases(database, CODEC)
        for place_of in range(CASES):
            store.register(new_case(place_of), ())
        hosts = [Host(name, place, numbers) for name in HOSTS]
        for host in hosts:
            stack.enter_context(host.process)
        for number in numbers:
            assert [host.hears() for host in hosts] == [["ready"]] * len(HOSTS)
            for host in hosts:
                host.told()
            results = [word for host in hosts for word in host.hears()]
            (won,) = set(results) - {"stale_case"}
            assert results.count("stale_case") == len(HOSTS) * CLIENTS - 1
            case = store.get(number)
            assert case is not None
            assert (case.state, case.version, len(case.history)) == (won, 2, 2)
        effects = store.due_effects(NOW, {SERVICE.key}, 1000)
        assert sorted(effect.case_number for effect in effects) == numbers
        assert list(verify(database)) == []
    assert [host.process.returncode for host in hosts] == [0] * len(HOSTS)
