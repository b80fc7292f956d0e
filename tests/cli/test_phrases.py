from __future__ import annotations

import subprocess
from collections.abc import Callable

from utility_eservices.conformance.steps import PHRASES

Call = Callable[..., subprocess.CompletedProcess[str]]


def test_every_phrase_on_a_line_of_its_own(eservices: Call) -> None:
    """A phrase can be copied from one line as it is; what it means stands below it."""
    lines = eservices("phrases").stdout.splitlines()

    for pattern, explanation in PHRASES:
        place = lines.index(pattern)
        meaning = " ".join(lines[place + 1 : lines.index("", place)])
        assert meaning.split() == explanation.split()
