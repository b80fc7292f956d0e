"""Reading the pages: their blocks, what they print, the commands they name.

One way for every page: its Python blocks are one program, from top to bottom; a block of text
directly below one is what that one prints; a feature is run under the name that stands last
before it, and a block of text below it is what running it says; commands must exist.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from pathlib import Path

import attrs
from run import CHORES

from utility_eservices.cli import app

__all__ = [
    "REPOSITORY",
    "Block",
    "blocks",
    "commands",
    "content",
    "exists",
    "features",
    "first_column",
    "printed",
    "prose",
    "python",
    "quoted",
    "shown",
    "tables",
]

REPOSITORY = Path(__file__).resolve().parent.parent.parent


@attrs.frozen
class Block:
    """A fenced block: its language, its text, and all that stands before it on the page."""

    language: str
    text: str
    before: str = attrs.field(repr=False)


def content(page: str) -> str:
    """The text of a page, by its path from the root."""
    return (REPOSITORY / page).read_text("utf-8")


def blocks(page: str) -> list[Block]:
    """The fenced blocks of a page, in order."""
    text = content(page)
    fences = re.finditer(r"^```(\w+)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return [Block(found[1], found[2], text[: found.start()]) for found in fences]


def prose(page: str) -> str:
    """A page without its fenced blocks."""
    return re.sub(r"^```.*?^```$", "", content(page), flags=re.MULTILINE | re.DOTALL)


def quoted(page: str) -> list[str]:
    """What stands between backticks in the prose, tables among it."""
    return re.findall(r"`([^`\n]+)`", prose(page))


def tables(page: str, *titles: str) -> list[list[list[str]]]:
    """The rows, without heading, of each table whose first column has one of these titles."""
    found = re.findall(r"^\| (.+?) \|.*\n\|[-|]+\|\n((?:\|.*\n)+)", prose(page), re.MULTILINE)
    return [
        [[cell.strip().strip("`") for cell in row[1:-1].split("|")] for row in rows.splitlines()]
        for title, rows in found
        if title in titles
    ]


def first_column(page: str, *titles: str) -> list[list[str]]:
    """The first cell of each row, table by table; see `tables`."""
    return [[row[0] for row in table] for table in tables(page, *titles)]


def python(*args: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Python in a process of its own, with both its outputs in ``stdout``, in their order."""
    return subprocess.run(
        [sys.executable, "-u", "-W", "error", *args],
        cwd=cwd,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def shown(text: str) -> str:
    """A text as a page shows it: no blank lines around it, no spaces at the ends of lines."""
    return "\n".join(line.rstrip() for line in text.strip("\n").splitlines())


def printed(page: str) -> list[str]:
    """The texts that stand directly below Python: what it prints."""
    return [
        shown(below.text)
        for code, below in pairwise(blocks(page))
        if code.language == "python" and below.before.endswith(f"{code.text}```\n\n")
    ]


def features(page: str) -> list[tuple[str, str, str]]:
    """Each feature: the name to save it under, its text, what running it says, if shown."""
    found: list[tuple[str, str, str]] = []
    for block in blocks(page):
        if block.language == "gherkin":
            name = re.findall(r"`(\w+\.feature)`", block.before)[-1]
            found.append((name, block.text, ""))
        elif block.language == "text" and found:
            found[-1] = (*found[-1][:2], shown(block.text))
    return found


def commands(page: str) -> list[list[str]]:
    """The words of every command that a page names, in its prose or in a block of commands."""
    lines = [line for b in blocks(page) if b.language == "sh" for line in b.text.splitlines()]
    starts = ("eservices ", "python3 ", "source ", ".venv/bin/", ".ci/")
    return [line.split() for line in (*lines, *quoted(page)) if line.startswith(starts)]


def exists(words: list[str]) -> bool:
    """Whether a command can be run, with the options that it is given."""
    match words:
        case ["eservices" | ".venv/bin/eservices", command, *rest]:
            return command in app and takes(("utility_eservices.cli", command), rest)
        case ["python3", "run.py", "sabotage", *rest]:
            return takes(("utility_eservices.conformance.sabotage",), rest)
        case ["python3", "run.py", chore, *modules]:
            started = (REPOSITORY / "benchmarks" / name / "__main__.py" for name in modules)
            return chore in CHORES and all(path.is_file() for path in started)
        case ["source", script]:
            return (TOOLS / Path(script).name).is_file()
        case [program, *_]:
            place = TOOLS / Path(program).name if ".venv" in program else REPOSITORY / program
            return place.is_file()
        case _:
            return False


# Where the environment that runs the tests keeps its commands: `.venv/bin`.
TOOLS = Path(sys.executable).parent


def takes(program: tuple[str, ...], words: Iterable[str]) -> bool:
    """Whether a program's own help names the options among these words."""
    wanted = {word for word in words if word.startswith("-")}
    return not wanted or wanted <= options(program)


@cache
def options(program: tuple[str, ...]) -> set[str]:
    """The options that a program names in its help."""
    told = python("-m", *program, "--help").stdout
    return set(re.findall(r"(?<!\w)--?[a-z][a-z-]*", told))
