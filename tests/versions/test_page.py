"""The page about changing a service: its code runs, prints what it shows, names what there is."""

from __future__ import annotations

import attrs
from tests.docs.pages import blocks, commands, exists, first_column, printed, python, shown

from utility_eservices.casework.upgrade import Upgrade

PAGE = "docs/versions.md"


def test_the_page_prints_what_it_shows() -> None:
    """From version to version, as whoever follows it step by step."""
    code = "\n".join(block.text for block in blocks(PAGE) if block.language == "python")
    done = python("-c", code)
    assert shown(done.stdout) == "\n".join(printed(PAGE))


def test_the_commands_of_the_page_exist() -> None:
    """With the options that it gives them."""
    named = commands(PAGE)
    assert {words[1] for words in named} == {"diff", "snapshot"}
    assert all(exists(words) for words in named)


def test_the_table_names_every_part_of_an_upgrade() -> None:
    """Nothing that can be declared is left out, and nothing is made up."""
    (parts,) = first_column(PAGE, "Part")
    named = [part.strip("` ") for cell in parts for part in cell.split(",")]
    assert named == [item.name for item in attrs.fields(Upgrade) if item.name != "since"]
