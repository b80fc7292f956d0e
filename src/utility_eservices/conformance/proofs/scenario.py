"""Scenarios of flaws: features in the published phrases, to be run with `eservices run`.

Whatever is open on the way is filled in by its example. A scenario says what has to be so:
it is red as long as the flaw is there, and green once it is mended. Where nobody but the
author can know the right words, the scenario proposes some.

>>> print(feature("Xidmət", "Nə olmalıdır", [when("sistem növbədəki işləri görür")]), end="")
# language: az
Özəllik: Xidmət
<BLANKLINE>
  Ssenari: Nə olmalıdır
    Əgər sistem növbədəki işləri görür
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from utility_eservices.conformance.proofs.paths import Act, Outcome, Press, Step, Way
from utility_eservices.conformance.wording import SYSTEMS

__all__ = [
    "WHO",
    "Line",
    "act",
    "breaks",
    "brought",
    "entered",
    "feature",
    "performed",
    "refused_once",
    "steps",
    "system_of",
    "then",
    "when",
]

# Whoever it is, the person signs in and has what the examples say.
WHO = "Aysel"
_BY_PORT = {port: name for name, port in SYSTEMS.items()}


# Stands for a text that cannot stand in a phrase: the flaw goes without a scenario.
_UNSAYABLE = "\0"


@attrs.frozen
class Line:
    """One step of a scenario: its keyword, its text, and what stands beneath it."""

    keyword: str
    text: str
    table: tuple[tuple[str, ...], ...] = ()
    docstring: str = ""


def when(text: str, table: Iterable[tuple[str, ...]] = ()) -> Line:
    """What happens."""
    return Line("Əgər", text, tuple(table))


def then(text: str, table: Iterable[tuple[str, ...]] = (), docstring: str = "") -> Line:
    """What must be so."""
    return Line("O halda", text, tuple(table), docstring)


def quoted(text: str) -> str:
    """A text within a phrase; with one that none can hold, no feature is written."""
    return _UNSAYABLE if "”" in text or "\n" in text else f"“{text}”"


def act(role: str, label: str, stated: Sequence[tuple[str, str]] = ()) -> Line:
    """An officer acts."""
    if not stated:
        return when(f"{quoted(role)} {quoted(label)} əməliyyatını edir")
    return when(f"{quoted(role)} {quoted(label)} əməliyyatını bu qeydlərlə edir:", stated)


def performed() -> Line:
    """The system does what is due."""
    return when("sistem növbədəki işləri görür")


def brought(status: str) -> Line:
    """The request is brought to a status by whatever way there is."""
    return when(f"müraciət {quoted(status)} statusuna çatdırılır")


def refused_once(system: str) -> Line:
    """An outside system says no, once."""
    return when(f"{quoted(system)} 1 dəfə “rədd edir”")


def system_of(port: str) -> str:
    """What scenarios call the outside system behind a port; empty when they have no name."""
    return _BY_PORT.get(port, "")


def breaks(system: str, *, refuses: bool = False) -> Line:
    """An outside system is down from here on, or says no."""
    return when(f"{quoted(system)} daim “{'rədd edir' if refuses else 'əlçatan deyil'}”")


def entered(way: Way, service: str) -> Line:
    """The person opens the service."""
    return when(
        f"{quoted(WHO)} {quoted(way.channel)} portalında {quoted(way.means)} daxil olub "
        f"{quoted(service)} xidmətini açır"
    )


def steps(way: Sequence[Step], status: str = "") -> Iterator[Line]:
    """The steps of a way. With ``status``, what no phrase says is said by where it leads."""
    office = [step for step in way if not isinstance(step, Press)]
    unsayable = any(
        isinstance(step, Outcome) and not step.done and not step.system for step in office
    )
    for step in way:
        match step:
            case Press():
                for label, text in step.typed:
                    yield when(f"{quoted(label)} sahəsinə {quoted(text)} yazır")
                yield when("qalan sahələri nümunələrlə doldurur")
                yield when(f"{quoted(step.label)} düyməsini seçir")
            case Act() if not unsayable:
                yield act(step.role, step.label, step.stated)
            case Outcome() if not unsayable:
                if not step.done:
                    yield refused_once(step.system)
                yield performed()
            case _:
                pass
    if unsayable:
        yield brought(status)


def feature(service: str, title: str, lines: Iterable[Line]) -> str:
    """The feature file; a keyword that repeats reads "and".

    Empty where a phrase would have to hold a closing quote or the end of a line.
    """
    said = tuple(lines)
    if any(_UNSAYABLE in line.text for line in said):
        return ""
    text = [
        "# language: az",
        f"Özəllik: {_one_line(service)}",
        "",
        f"  Ssenari: {_one_line(title)}",
    ]
    before = ""
    for line in said:
        keyword = "Və" if line.keyword == before else line.keyword
        before = line.keyword
        text.append(f"    {keyword} {line.text}")
        text += [f"      {_row(row)}" for row in line.table]
        if line.docstring:
            text += [
                '      """',
                *(f"      {row}" for row in line.docstring.splitlines()),
                '      """',
            ]
    return "\n".join(text) + "\n"


def _row(cells: tuple[str, ...]) -> str:
    safe = (c.replace("\\", "\\\\").replace("|", "\\|").replace("\n", "\\n") for c in cells)
    return f"| {' | '.join(safe)} |"


def _one_line(text: str) -> str:
    return " ".join(text.split())
