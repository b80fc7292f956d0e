"""A host of eight clients that all move the same case at once; run as a process by `test_conflict`.

Its arguments are a name, the database's address and case numbers. For each case it says ``ready``,
waits for a line, moves it by eight threads, and says what became of each.
"""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from tests.adapters.sql.filling import moved, ordered

from utility_eservices.casework.case import Case
from utility_eservices.conformance.laws.case_store import CODEC
from utility_eservices.errors import EServicesError
from utility_eservices_adapters.sql.cases import SqlCases
from utility_eservices_adapters.sql.database import Database, DatabaseConfig

CLIENTS = 8


def say(*words: str) -> None:
    """Tell the test."""
    sys.stdout.write(f"{' '.join(words)}\n")
    sys.stdout.flush()


def main(name: str, url: str, numbers: list[str]) -> None:
    """Move each case once for every client."""
    database = Database(DatabaseConfig.at(url))
    store = SqlCases(database, CODEC)
    for number in numbers:
        case = store.get(number)
        assert case is not None

        def move(client: int, case: Case[Any] = case) -> str:
            mine = moved(case, f"{name}{client}")
            try:
                store.save(mine, [ordered(mine, f"effect-{mine.state}")])
            except EServicesError as error:
                return error.code
            return mine.state

        say("ready")
        sys.stdin.readline()
        with ThreadPoolExecutor(CLIENTS) as pool:
            say(*pool.map(move, range(CLIENTS)))
    database.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
