"""Paths: how to get somewhere, by the fewest steps, as a person would be told.

A step is a button pressed, an officer's act, or the outcome of what the case asked of the
world; it is said in the reader's language, as a plain `str` in Azerbaijani.
"""

from __future__ import annotations

from typing import TypeAlias

import attrs

from utility_eservices.vocabulary.language import AZERBAIJANI, Language

__all__ = ["Act", "Outcome", "Press", "Step", "Way"]


@attrs.frozen
class Press:
    """The applicant presses a button, everything open being filled in by its example.

    ``page`` is the key of the page that is left; ``typed`` are pairs of label and text of what
    is filled in otherwise.
    """

    label: str
    leads_to: str
    page: str
    typed: tuple[tuple[str, str], ...] = ()

    def said_in(self, language: Language) -> str:
        """The step in a language."""
        typed = "".join(f"{language.text(label)} = {text}, " for label, text in self.typed)
        return f"{typed}[ {language.text(self.label)} ] → {language.text(self.leads_to)}"

    def __str__(self) -> str:
        return self.said_in(AZERBAIJANI)


@attrs.frozen
class Act:
    """An officer acts on the request, stating ``stated``: pairs of label and text."""

    role: str
    label: str
    leads_to: str
    stated: tuple[tuple[str, str], ...] = ()

    def said_in(self, language: Language) -> str:
        """The step in a language."""
        role, label, target = map(language.text, (self.role, self.label, self.leads_to))
        return f"{role}: {label} → {target}"

    def __str__(self) -> str:
        return self.said_in(AZERBAIJANI)


@attrs.frozen
class Outcome:
    """What the case asked of the world was done, or failed for good.

    ``system`` is the outside system that has to fail for it, as scenarios call it; empty when
    they have no name for it.
    """

    effect: str
    done: bool
    leads_to: str
    system: str = ""

    def said_in(self, language: Language) -> str:
        """The step in a language."""
        values = {"effect": language.text(self.effect), "state": language.text(self.leads_to)}
        if self.done:
            # It was done, and the request is in the status ...
            return language.filled("{effect}: yerinə yetirildi → {state}", values)
        # It could not be done, and the request is in the status ...
        return language.filled("{effect}: alınmadı → {state}", values)

    def __str__(self) -> str:
        return self.said_in(AZERBAIJANI)


Step: TypeAlias = Press | Act | Outcome


@attrs.frozen
class Way:
    """The steps from the opening of a service on a portal, after signing in by a means.

    ``channel`` is a key, ``means`` the label of the button; both are empty where nobody can
    come there from a portal.
    """

    channel: str = ""
    means: str = ""
    steps: tuple[Step, ...] = ()

    def then(self, *steps: Step) -> Way:
        """The way with more steps at its end."""
        return attrs.evolve(self, steps=(*self.steps, *steps))

    def __str__(self) -> str:
        entered = [f"{self.channel} ({self.means})"] if self.channel else []
        return "; ".join([*entered, *map(str, self.steps)])
