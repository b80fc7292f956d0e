"""Looks: what all guards of one act or button said of one combination, and what that shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

import attrs

from utility_eservices.conformance.proofs.samples import Picks, Trouble, Verdict
from utility_eservices.vocabulary.language import placeholders

__all__ = ["Look", "first_unfilled", "first_wordless", "opening", "overlaps", "troubles"]


@attrs.frozen
class Look:
    """One combination of facts, and what the guards of each candidate said."""

    picks: Picks
    verdicts: tuple[Verdict, ...]

    @property
    def open(self) -> tuple[int, ...]:
        """The places of the candidates that are open."""
        return tuple(number for number, said in enumerate(self.verdicts) if said.open)

    @property
    def wordless(self) -> bool:
        """Whether nothing is open, and a person would read no more than that."""
        if any(said.open or said.trouble for said in self.verdicts):
            return False
        faults = [fault for said in self.verdicts for fault in said.faults]
        return any(fault.code == "not_now" or not (fault.text or "").strip() for fault in faults)

    @property
    def unfilled(self) -> tuple[str, ...]:
        """The placeholders, braces and all, that a person would read in the place of values."""
        faults = [fault for said in self.verdicts for fault in said.faults]
        asked = {(name, fault) for fault in faults for name in placeholders(fault.text or "") or ()}
        return tuple(sorted({f"{{{name}}}" for name, fault in asked if name not in fault.values}))


def opening(looks: Sequence[Look], number: int) -> list[Look]:
    """The combinations that open a candidate.

    Where none does, those of which only the time, the history or whatever else has no samples
    may keep it shut: nobody could declare any.
    """
    found = [look for look in looks if look.verdicts[number].open]
    return found or [look for look in looks if look.verdicts[number].unsure]


def overlaps(looks: Sequence[Look]) -> Iterator[tuple[int, int, Look]]:
    """Each two candidates that are open at once, and by which combination first."""
    found: dict[tuple[int, int], Look] = {}
    for look in looks:
        for pair in combinations(look.open, 2):
            found.setdefault(pair, look)
    return ((one, other, found[one, other]) for one, other in sorted(found))


def troubles(looks: Sequence[Look]) -> Iterator[tuple[int, Trouble, Picks]]:
    """Every guard that could not be asked: the candidate's place, what was wrong, with what."""
    seen: set[tuple[int, Trouble]] = set()
    for look in looks:
        for number, said in enumerate(look.verdicts):
            if said.trouble is not None and (number, said.trouble) not in seen:
                seen.add((number, said.trouble))
                yield number, said.trouble, look.picks


def first_wordless(looks: Sequence[Look]) -> Look | None:
    """The first combination of which a person would read no reason."""
    return next((look for look in looks if look.wordless), None)


def first_unfilled(looks: Sequence[Look]) -> Look | None:
    """The first combination of which a person would read a placeholder."""
    return next((look for look in looks if look.unfilled), None)
