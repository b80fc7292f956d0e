"""What the tests of the registry share: files of a few lines, and looking into tables."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Table, insert, select

from utility_eservices.vocabulary.subscriber_code import SubscriberCode
from utility_eservices_adapters.sql.database import Database, Transaction

__all__ = ["CODE", "HEADER", "OTHER", "ROW", "put", "rows_of", "saved", "subscribers_file"]

CODE, OTHER = SubscriberCode("1020304050"), SubscriberCode("2030405060")
HEADER = "code;surname;name;patronymic;fin;category;address;contract;persons;services;meter"
ROW = (
    "1020304050;Quliyeva;Aysel;Vaqif qızı;5XJ1K2A;residential;Bakı şəhəri, Nümunə küçəsi 1;"
    "M-304050;4;water;M"
)


def saved(folder: Path, *lines: str, name: str = "export.csv") -> Path:
    """A file of these lines."""
    path = folder / name
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return path


def subscribers_file(folder: Path, count: int) -> Path:
    """A file of so many subscribers, whose codes go up from 1000000000."""
    rest = ROW.partition(";")[2]
    return saved(folder, HEADER, *(f"{1_000_000_000 + place};{rest}" for place in range(count)))


def put(database: Database, table: Table, **values: Any) -> None:
    """Put a row into a table."""

    def work(transaction: Transaction) -> None:
        transaction.connection.execute(insert(table).values(**values))

    database.run(work)


def rows_of(database: Database, table: Table) -> Sequence[tuple[Any, ...]]:
    """All rows of a table, in the order of their keys."""
    keys = [column for column in table.columns if column.primary_key]

    def work(transaction: Transaction) -> Sequence[tuple[Any, ...]]:
        found = transaction.connection.execute(select(table).order_by(*keys))
        return [tuple(row) for row in found]

    return database.run(work, reading=True)
