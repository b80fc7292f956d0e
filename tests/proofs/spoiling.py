"""Ways to spoil the sample service, one thing at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
from tests.proofs.sample import SERVICE

from utility_eservices.casework.journey import Journey
from utility_eservices.casework.page import Button, Page
from utility_eservices.casework.rulebook import Rule, Rulebook, StateInfo
from utility_eservices.casework.service import Service

__all__ = [
    "RECORDING",
    "RULES",
    "button",
    "guarded",
    "more_rules",
    "more_states",
    "notices",
    "ordering",
    "page",
    "rule",
    "rules",
    "state",
]

RULES = SERVICE.casework_rules
# The rule that orders the seal to be kept.
RECORDING = next(item for item in RULES.rules if item.target == "recording")


def _with(**changes: Any) -> Service:
    rules: Rulebook = attrs.evolve(RULES, **changes)
    return attrs.evolve(SERVICE, rules=rules)


# --- casework ---------------------------------------------------------------------------------


def state(key: str, **changes: Any) -> Service:
    """With one state changed."""
    return _with(states={**RULES.states, key: attrs.evolve(RULES.states[key], **changes)})


def more_states(*states: StateInfo, rules: tuple[Rule, ...] = ()) -> Service:
    """With more states, and rules between them."""
    added = {item.key: item for item in states}
    return _with(states={**RULES.states, **added}, rules=(*RULES.rules, *rules))


def more_rules(*rules: Rule) -> Service:
    """With more rules."""
    return _with(rules=(*RULES.rules, *rules))


def rules(change: Callable[[Rule], Rule | None]) -> Service:
    """With every rule changed, or left out where None comes of it."""
    changed = (change(item) for item in RULES.rules)
    return _with(rules=tuple(item for item in changed if item is not None))


def rule(event: str, target: str, **changes: Any) -> Service:
    """With one rule changed."""
    return rules(
        lambda item: (
            attrs.evolve(item, **changes) if (item.event, item.target) == (event, target) else item
        )
    )


def guarded(event: str, target: str, change: Callable[[tuple[Any, ...]], Any]) -> Service:
    """With other guards on one rule."""
    (old,) = (item for item in RULES.rules if (item.event, item.target) == (event, target))
    return rule(event, target, guards=tuple(change(old.guards)))


def ordering(name: str, **changes: Any) -> Service:
    """With one effect declared otherwise, and nothing left of the outcome that it had."""

    def change(item: Rule) -> Rule | None:
        if item.event == "recording_failed":
            return None
        actions = []
        for action in item.actions:
            spec = getattr(action, "effect", None)
            if spec is not None and spec.name == name:
                actions.append(_orders(attrs.evolve(spec, **changes)))
            else:
                actions.append(action)
        return attrs.evolve(item, actions=tuple(actions))

    return rules(change)


def _orders(spec: Any) -> Any:
    def action(facts: object) -> Any:
        return spec

    action.effect = spec  # type: ignore[attr-defined]  # as `orders` marks it
    return action


def notices(state_key: str, **changes: Any) -> Service:
    """With one notice changed."""
    changed = tuple(
        attrs.evolve(item, **changes) if item.state == state_key else item
        for item in SERVICE.notices
    )
    return attrs.evolve(SERVICE, notices=changed)


# --- the journey ------------------------------------------------------------------------------


def page(key: str, change: Callable[[Page], Page], *more: Page) -> Service:
    """With one page changed, and more pages at the end."""
    journey: Journey = SERVICE.journeys[0]
    pages = tuple(change(item) if item.key == key else item for item in journey.pages)
    return attrs.evolve(SERVICE, journeys=(attrs.evolve(journey, pages=(*pages, *more)),))


def button(page_key: str, key: str, **changes: Any) -> Service:
    """With one button changed, or added where it has another key."""

    def change(item: Page) -> Page:
        buttons: tuple[Button, ...] = tuple(
            attrs.evolve(old, **changes) if old.key == key else old for old in item.buttons
        )
        return attrs.evolve(item, buttons=buttons)

    return page(page_key, change)
