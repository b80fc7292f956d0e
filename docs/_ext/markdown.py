"""Writing Markdown: what the pages drawn from declarations are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

__all__ = ["code", "fence", "lines", "plain", "rows_of", "table"]


def plain(text: str) -> str:
    r"""A text of a service, of which nothing is taken for markup.

    >>> plain("_XX_ | <b>")
    '\\_XX\\_ \\| \\<b\\>'
    """
    return re.sub(r"([\\`*_\[\]<>|{}$])", r"\\\1", text)


def code(name: str) -> str:
    """A name that programs use."""
    return f"`{name}`"


def rows_of(rows: str, *, ours: bool) -> str:
    """The catalogue rows behind a declared thing, and whether some of it is ours.

    >>> rows_of("DI-001 DI-001", ours=True)
    '<span class="row">DI-001</span> *ours*'
    """
    said = [f'<span class="row">{row}</span>' for row in dict.fromkeys(rows.split())]
    return " ".join([*said, "*ours*"] if ours else said) or "–"


def lines(items: Iterable[str]) -> str:
    """Several lines within one cell; a dash for none."""
    return "<br>".join(items) or "–"


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table whose cells are Markdown already."""
    head = [_row(columns), _row(["---"] * len(columns))]
    return "\n".join([*head, *map(_row, rows)]) + "\n"


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def fence(kind: str, text: str) -> str:
    """A directive with a text inside, for example a diagram."""
    return f"```{{{kind}}}\n{text}\n```\n"
