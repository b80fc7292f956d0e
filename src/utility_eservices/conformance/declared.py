"""What a service declares: every text, entry, button, transition and notice, with its rows.

Coverage asks of each whether it names a row; sabotage takes each away and looks whether a
scenario notices.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import attrs

from utility_eservices.casework.entrance import EntryLink, SignInWindow, StatusPlace
from utility_eservices.casework.form import FieldSpec, split_rows
from utility_eservices.casework.journey import Journey
from utility_eservices.casework.page import Page
from utility_eservices.casework.rulebook import Rule, Rulebook, StateInfo
from utility_eservices.casework.service import Service

__all__ = ["Declared", "declared"]

Put = Callable[[Any], Service]


@attrs.frozen
class Declared:
    """One declared thing.

    ``where`` is a path for people; ``rows`` what it names; ``put`` gives the service with
    another thing in its place, or, given None, with nothing there.
    """

    service: str
    where: str
    thing: Any = attrs.field(repr=False)
    rows: tuple[str, ...]
    ours: bool
    put: Put = attrs.field(repr=False)

    @property
    def sourced(self) -> bool:
        """Whether it names a row or is marked as ours."""
        return bool(self.rows) or self.ours


def declared(service: Service) -> Iterator[Declared]:
    """Everything that a service declares, in reading order."""
    for where, thing, put in _things(service):
        rows = split_rows(thing.rows)
        yield Declared(service.key, where, thing, rows, bool(getattr(thing, "ours", False)), put)


def _things(service: Service) -> Iterator[tuple[str, Any, Put]]:
    yield "service", service, lambda other: other or service
    for key, spec in service.fields.items():
        yield f"form.{key}", spec, _field_put(service, key)
    for number, journey in enumerate(service.journeys):
        put = _item_put(service, "journeys", number)
        yield journey.name, journey, put
        for where, thing, inner in _inside(journey):
            yield f"{journey.name}.{where}", thing, _chain(put, inner)
    for number, notice in enumerate(service.notices):
        where = f"notice.{notice.channels[0].key}.{notice.state}"
        yield where, notice, _item_put(service, "notices", number)
    if service.rules is not None:
        yield from _of_casework(service, service.rules)
    for name, order in service.effects.items():
        yield f"effect.{name}", order, _function_put(service, "effect", order)
    for key, found in service.findings.items():
        yield f"finding.{key}", found, _finding_put(service, found)


# --- journeys: attrs values within attrs values -------------------------------------------------


_PARTS: Mapping[type, tuple[str, ...]] = {
    Journey: ("way", "links", "sign_in", "status_place", "pages"),
    EntryLink: ("way",),
    SignInWindow: ("means",),
    Page: ("parts", "buttons"),
}


def _inside(thing: Any) -> Iterator[tuple[str, Any, Any]]:
    """Every declared thing inside a value, with the way to put another in its place."""
    if not isinstance(thing, Journey):
        yield _name(thing), thing, lambda other: other
    for attribute in _PARTS.get(type(thing), ()):
        inner = getattr(thing, attribute)
        if isinstance(inner, tuple):
            for number, item in enumerate(inner):
                for where, found, put in _inside(item):
                    yield _at(thing, where), found, _chain(_item_put(thing, attribute, number), put)
        elif inner is not None:
            for where, found, put in _inside(inner):
                yield _at(thing, where), found, _chain(_value_put(thing, attribute), put)


def _at(thing: Any, where: str) -> str:
    return where if isinstance(thing, Journey) else f"{_name(thing)}.{where}"


def _name(thing: Any) -> str:
    if isinstance(thing, StatusPlace):
        return "status_place"
    for attribute in ("key", "field", "label", "title"):
        value = getattr(thing, attribute, None)
        if value:
            return str(value)
    inner = getattr(thing, "means", None) or getattr(thing, "channel", None)
    return str(inner.key) if inner else type(thing).__name__


# --- casework: the table ------------------------------------------------------------------------


def _of_casework(service: Service, rules: Rulebook) -> Iterator[tuple[str, Any, Put]]:
    for key, state in rules.states.items():
        if not state.told:
            continue  # nobody is ever told of it, for example of a draft
        yield f"state.{key}", state, _state_put(service, rules, key)
    for number, rule in enumerate(rules.rules):
        where = f"rule.{rule.source}.{rule.event}.{rule.target}"
        yield where, rule, _chain(_rules_put(service), _item_put(rules, "rules", number))


def _rules_put(service: Service) -> Put:
    return lambda rules: changed(service, rules=rules)


def _state_put(service: Service, rules: Rulebook, key: str) -> Put:
    def put(other: StateInfo | None) -> Service:
        states = {**rules.states, key: other or rules.states[key]}
        return altered(service, rules=changed(rules, states=states))

    return put


def _function_put(service: Service, mark: str, old: Any) -> Put:
    """Put another value under the mark that guards or actions carry."""

    def put(other: Any) -> Service:
        assert service.rules is not None
        rules = tuple(_remarked(rule, mark, old, other) for rule in service.rules.rules)
        return altered(service, rules=changed(service.rules, rules=rules))

    return put


def _remarked(rule: Rule, mark: str, old: Any, other: Any) -> Rule:
    actions = tuple(
        action if getattr(action, mark, None) != old else (lambda facts, other=other: other)
        for action in rule.actions
        if other is not None or getattr(action, mark, None) != old
    )
    return attrs.evolve(rule, actions=actions)


def _finding_put(service: Service, old: FieldSpec) -> Put:
    def put(other: FieldSpec | None) -> Service:
        findings = {**service.findings, old.key: other or old}
        found = altered(service)
        found.__dict__["findings"] = findings
        assert service.rules is not None
        rules = tuple(_restated(rule, old, other or old) for rule in service.rules.rules)
        found.__dict__["rules"] = changed(service.rules, rules=rules)
        return found

    return put


def _restated(rule: Rule, old: FieldSpec, other: FieldSpec) -> Rule:
    guards = []
    for guard in rule.guards:
        stated = getattr(guard, "findings", ())
        replaced = tuple(other if item == old else item for item in stated)
        guards.append(_copied(guard, findings=replaced) if old in stated else guard)
    return attrs.evolve(rule, guards=tuple(guards))


def _copied(function: Any, **marks: Any) -> Any:
    def copy(facts: Any) -> Any:
        return function(facts)

    copy.__dict__.update({**vars(function), **marks})
    return copy


# --- putting things in their places ---------------------------------------------------------------


def changed(thing: Any, **values: Any) -> Any:
    """A copy with other values, past the checks at definition, which sabotage must not meet."""
    if isinstance(thing, Service | Journey | Rulebook):
        copy = object.__new__(type(thing))
        names = {field.name for field in attrs.fields(type(thing))}
        copy.__dict__.update({name: getattr(thing, name) for name in names} | values)
        return copy
    return attrs.evolve(thing, **values)


def altered(service: Service, **values: Any) -> Service:
    """`changed`, for a service."""
    new: Service = changed(service, **values)
    return new


def _item_put(owner: Any, attribute: str, number: int) -> Callable[[Any], Any]:
    def put(other: Any) -> Any:
        items = list(getattr(owner, attribute))
        items[number : number + 1] = [] if other is None else [other]
        new = changed(owner, **{attribute: tuple(items)})
        return _without_missing(new) if isinstance(new, Page) else new

    return put


def _value_put(owner: Any, attribute: str) -> Callable[[Any], Any]:
    return lambda other: changed(owner, **{attribute: other})


def _field_put(service: Service, key: str) -> Put:
    def put(other: FieldSpec | None) -> Service:
        new = altered(service)
        new.__dict__["fields"] = {**service.fields, key: other or service.fields[key]}
        return new

    return put


def _chain(outer: Callable[[Any], Any], inner: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda other: outer(inner(other))


def _without_missing(page: Page) -> Page:
    """The page whose buttons submit only what it still has."""
    entries = {getattr(part, "field", "") or getattr(part, "key", "") for part in page.entries}
    buttons = tuple(
        attrs.evolve(button, submits=tuple(key for key in button.submits if key in entries))
        for button in page.buttons
    )
    return attrs.evolve(page, buttons=buttons)
