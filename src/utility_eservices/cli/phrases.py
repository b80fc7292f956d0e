"""``eservices phrases``: everything that a scenario can say, with what it means."""

from __future__ import annotations

from rich.padding import Padding
from rich.text import Text

from utility_eservices.cli.terminal import out
from utility_eservices.conformance.steps import PHRASES

__all__ = ["phrases"]


def phrases() -> None:
    """List the phrases, each on a line to be copied from, its explanation beneath."""
    console = out()
    for pattern, explanation in PHRASES:
        console.print(Text(pattern, "bold"), soft_wrap=True)
        meaning = Text(" ".join(explanation.split()), "dim")
        console.print(Padding(meaning, (0, 0, 0, 4), expand=False))
        console.print()
