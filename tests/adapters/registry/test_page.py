"""The registry's page says what its files and tables are."""

import re

import pytest
from tests.docs.pages import content, first_column, quoted

from utility_eservices_adapters.registry.kinds import KINDS
from utility_eservices_adapters.registry.tables import SCHEMA

PAGE = "docs/adapters/registry.md"


@pytest.mark.parametrize("place", range(len(KINDS)), ids=list(KINDS))
def test_each_kind_of_file_has_its_columns_on_the_page(place: int) -> None:
    """Under a heading of its own, each column once, and whether it may be left out."""
    kind = [*KINDS][place]
    cells = KINDS[kind].cells("azersu")
    headings = re.findall(r"^### (.+)$", content(PAGE), re.MULTILINE)
    assert headings == [*KINDS]
    assert {*first_column(PAGE, "Column")[place]} == {*cells}
    section = content(PAGE).partition(f"### {kind}\n")[2].partition("\n#")[0]
    rows = re.findall(r"^\| `(\w+)` \| (.+) \|$", section, re.MULTILINE)
    assert {name for name, told in rows if "may be left out" in told} == {
        name for name, cell in cells.items() if not cell.needed
    }


def test_every_table_is_on_the_page() -> None:
    """A program can read and fill them by what stands there."""
    assert {*SCHEMA.metadata.tables} <= {*quoted(PAGE)}
    (ledgers,) = first_column(PAGE, "Ledger")
    assert ledgers == [
        table.name for table in SCHEMA.metadata.tables.values() if "serial" in table.columns
    ]
