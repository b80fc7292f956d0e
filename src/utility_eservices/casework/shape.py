"""The shape of a service (xidmətin quruluşu): what cases and journeys in flight rely on.

Keys, types, ways, owners and the names of guards, never texts or labels; and the declared
upgrades, so that two shapes can be compared without the code behind them. `Shape.text` is small
indented JSON, the same on every machine, to be committed beside the service.
"""

from __future__ import annotations

import dataclasses
import enum
import json
import re
import types
import typing
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from utility_eservices.casework.acts import bare_name
from utility_eservices.casework.effect import EffectSpec
from utility_eservices.casework.form import FieldSpec, is_optional
from utility_eservices.casework.journey_shape import (
    ButtonShape,
    EntryShape,
    JourneyShape,
    PageShape,
    ToShape,
    filled,
)
from utility_eservices.casework.notice import placeholders
from utility_eservices.casework.rulebook import Rulebook
from utility_eservices.casework.service import Service
from utility_eservices.casework.upgrade import Source, Upgrade

__all__ = [
    "FORMAT",
    "ButtonShape",
    "CaseworkShape",
    "EffectShape",
    "EntryShape",
    "FieldShape",
    "JourneyShape",
    "PageShape",
    "RuleShape",
    "Shape",
    "StateShape",
    "ToShape",
    "TypeShape",
    "UpgradeShape",
    "shape_of",
    "type_name",
    "type_parts",
]

# Grows when this file begins to write shapes in another way.
FORMAT = 1
# The guards of which a rule says the same by its roles and findings.
_TOLD = {"by", "needs"}
# How long a line of a shape may be before it is broken up.
_LINE = 100
# What the name of a type that may be empty ends with.
_OR_NONE = " | None"


@attrs.frozen
class FieldShape:
    """A field of the form; ``type`` is a qualified name, with `` | None`` where it is optional."""

    type: str
    given: str = ""
    file: bool = False

    @property
    def optional(self) -> bool:
        """Whether the field may be left empty."""
        return self.type.endswith(_OR_NONE)

    @property
    def filled_type(self) -> str:
        """The type of a value that is there; of what may not be left empty, the type itself."""
        return self.type.removesuffix(_OR_NONE)


@attrs.frozen
class TypeShape:
    """What values of a type are kept as: ``parts`` of a record, ``members`` of an enumeration.

    ``spare`` are the parts with a default: a value that was kept without them can be read.
    Members are by name, each with the JSON value that is kept of it.
    """

    parts: Mapping[str, str] = attrs.field(factory=dict)
    spare: tuple[str, ...] = ()
    members: Mapping[str, Any] = attrs.field(factory=dict)


@attrs.frozen
class StateShape:
    """A state of the casework; ``owner`` is the key of a role."""

    final: bool = False
    owner: str | None = None


@attrs.frozen
class RuleShape:
    """A transition: keys of roles, of the findings it needs and of the effects it orders.

    ``guards`` are the names of its other guards: what they look at is not known here.
    """

    event: str
    source: str
    target: str
    roles: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    effects: tuple[str, ...] = ()
    guards: tuple[str, ...] = ()


@attrs.frozen
class CaseworkShape:
    """The table of the casework."""

    initial: str
    states: Mapping[str, StateShape]
    rules: tuple[RuleShape, ...]


@attrs.frozen
class EffectShape:
    """What may be pending: ``then`` and ``otherwise`` are empty for a notice.

    ``needs`` are the findings it cannot do without, ``channels`` the portals of a notice.
    """

    then: str = ""
    otherwise: str = ""
    needs: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()


@attrs.frozen
class UpgradeShape:
    """A declared `Upgrade` as data: None stands for a function."""

    since: int
    states: Mapping[str, str] = attrs.field(factory=dict)
    pages: Mapping[str, Mapping[str, str | None]] = attrs.field(factory=dict)
    fields: Mapping[str, str | None] = attrs.field(factory=dict)
    dropped: tuple[str, ...] = ()
    findings: Mapping[str, str | None] = attrs.field(factory=dict)
    dropped_findings: tuple[str, ...] = ()
    effects: Mapping[str, str | None] = attrs.field(factory=dict)


@attrs.frozen
class Shape:
    """Everything of a service that something in flight relies on.

    ``types`` describes the records and enumerations that fields and findings are made of, since
    their values are kept part by part; ``journeys`` are by the portal that shows
    them. ``concerns`` is the field with the subscriber code, or several of them,
    ``reach`` those with the address for each medium.
    """

    format: int
    service: str
    version: int
    form: Mapping[str, FieldShape] = attrs.field(factory=dict)
    findings: Mapping[str, str] = attrs.field(factory=dict)
    types: Mapping[str, TypeShape] = attrs.field(factory=dict)
    casework: CaseworkShape | None = None
    effects: Mapping[str, EffectShape] = attrs.field(factory=dict)
    journeys: Mapping[str, JourneyShape] = attrs.field(factory=dict)
    concerns: str = ""
    reach: Mapping[str, str] = attrs.field(factory=dict)
    upgrades: tuple[UpgradeShape, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The shape as JSON values; what is empty or no is left out."""
        plain: dict[str, Any] = json.loads(json.dumps(filled(self)))
        return plain

    @property
    def text(self) -> str:
        """The shape as the text of a file: what fits a line stands on one."""
        return _written(self.as_json(), "") + "\n"


def _written(value: Any, indent: str, before: str = "") -> str:
    """A value as JSON; ``before`` stands on its first line already."""
    line = json.dumps(value, ensure_ascii=False, sort_keys=True)
    if not isinstance(value, dict | list) or len(before) + len(line) < _LINE:
        return line
    inner = f"{indent}  "
    if isinstance(value, list):
        lines = [inner + _written(item, inner, inner) for item in value]
        return "[\n" + ",\n".join(lines) + f"\n{indent}]"
    keys = {key: f"{inner}{json.dumps(key)}: " for key in sorted(value)}
    lines = [key + _written(value[name], inner, key) for name, key in keys.items()]
    return "{\n" + ",\n".join(lines) + f"\n{indent}}}"


def shape_of(service: Service) -> Shape:
    """The present shape of a service."""
    rules = service.rules
    findings = service.findings
    kinds = [spec.type for spec in (*service.fields.values(), *findings.values())]
    return Shape(
        FORMAT,
        service.key,
        service.version,
        {key: _field(spec) for key, spec in service.fields.items()},
        {key: type_name(spec.type) for key, spec in findings.items()},
        _types(kinds),
        _casework(rules) if rules else None,
        _effects(service),
        {journey.name: journey.shape for journey in service.journeys},
        service.concerns,
        {medium.value: field for medium, field in service.reach.items()},
        tuple(_upgrade(item) for item in service.upgrades),
    )


# --- the form and its types ---------------------------------------------------------------------


def _field(spec: FieldSpec) -> FieldShape:
    return FieldShape(type_name(spec.type), spec.given, spec.upload is not None)


def type_name(kind: Any) -> str:
    """A type by its qualified name.

    >>> type_name(str | None), type_name(dict[str, int])
    ('str | None', 'dict[str, int]')
    """
    if is_optional(kind):
        rest = [item for item in typing.get_args(kind) if item is not type(None)]
        return " | ".join(type_name(item) for item in rest) + _OR_NONE
    arguments = typing.get_args(kind)
    if not arguments:
        if kind is ...:
            return "..."
        return _class_name(kind) if isinstance(kind, type) else repr(kind)
    named = [type_name(item) for item in arguments]
    origin = typing.get_origin(kind)
    if origin in {typing.Union, types.UnionType}:
        return " | ".join(named)
    return f"{type_name(origin)}[{', '.join(named)}]"


def type_parts(name: str) -> frozenset[str]:
    """The names that the name of a type is put together from.

    >>> sorted(type_parts("dict[str, m.Code | None]"))
    ['None', 'dict', 'm.Code', 'str']
    """
    return frozenset(part for part in _BETWEEN.split(name) if part)


_BETWEEN = re.compile(r"\[|\]|, | \| ")


def _class_name(kind: type) -> str:
    inside = "" if kind.__module__ == "builtins" else f"{kind.__module__}."
    return inside + kind.__qualname__


def _types(kinds: Iterable[Any]) -> dict[str, TypeShape]:
    """What these types are made of, as far as their values are kept part by part."""
    found: dict[str, TypeShape] = {}
    left = list(kinds)
    while left:
        kind = left.pop()
        if origin := typing.get_origin(kind):
            left.extend((origin, *typing.get_args(kind)))
        if not isinstance(kind, type) or _class_name(kind) in found:
            continue
        if issubclass(kind, enum.Enum):
            members = {item.name: _plain(item.value) for item in kind}
            found[_class_name(kind)] = TypeShape(members=members)
        elif attrs.has(kind) or dataclasses.is_dataclass(kind):
            hints = typing.get_type_hints(kind)
            kept = dict(_parts(kind))
            parts = {name: type_name(hints[name]) for name in kept}
            spare = tuple(name for name, has_default in kept.items() if has_default)
            found[_class_name(kind)] = TypeShape(parts, spare)
            left.extend(hints[name] for name in kept)
    return found


def _plain(value: object) -> object:
    return value if isinstance(value, str | int | float | None) else str(value)


def _parts(kind: type) -> Iterator[tuple[str, bool]]:
    """The parts of a record that are kept, and whether each has a default."""
    if attrs.has(kind):
        for part in attrs.fields(kind):
            if part.init:
                yield part.name, part.default is not attrs.NOTHING
    elif dataclasses.is_dataclass(kind):
        for item in dataclasses.fields(kind):
            if item.init:
                missing = dataclasses.MISSING
                yield item.name, not (item.default is item.default_factory is missing)


# --- casework and effects -----------------------------------------------------------------------


def _casework(rules: Rulebook) -> CaseworkShape:
    states = {
        key: StateShape(state.final, state.owner.key if state.owner else None)
        for key, state in rules.states.items()
    }
    table = tuple(
        RuleShape(
            rule.event,
            rule.source,
            rule.target,
            tuple(sorted(role.key for role in rule.roles)),
            tuple(sorted({spec.key for spec in rule.findings})),
            tuple(spec.name for spec in rule.marked("effect")),
            tuple(name for name in map(bare_name, rule.guards) if name not in _TOLD),
        )
        for rule in rules.rules
    )
    return CaseworkShape(rules.initial, states, table)


def _effects(service: Service) -> dict[str, EffectShape]:
    return {
        **{name: _effect(service, spec) for name, spec in service.effects.items()},
        **{name: _notice(service, name) for name in service.effect_names - service.effects.keys()},
    }


def _effect(service: Service, spec: EffectSpec) -> EffectShape:
    stated = (need for need in spec.performer.needs if need not in service.fields)
    needs = tuple(sorted(service.findings.keys() & stated))
    return EffectShape(spec.then, spec.otherwise, needs, ())


def _notice(service: Service, effect: str) -> EffectShape:
    channels: set[str] = set()
    needs: set[str] = set()
    for notice in service.notices:
        for medium in notice.media:
            if notice.effect_name(medium) == effect:
                channels.update(channel.key for channel in notice.channels)
                for template in (notice.subject, notice.text_for(medium)):
                    needs |= placeholders(template) or set()
    return EffectShape(
        "", "", tuple(sorted(needs & service.findings.keys())), tuple(sorted(channels))
    )


# --- upgrades -----------------------------------------------------------------------------------


def _upgrade(upgrade: Upgrade) -> UpgradeShape:
    return UpgradeShape(
        upgrade.since,
        dict(upgrade.states),
        {portal: dict(pages) for portal, pages in upgrade.pages.items()},
        _sources(upgrade.fields),
        upgrade.dropped,
        _sources(upgrade.findings),
        upgrade.dropped_findings,
        dict(upgrade.effects),
    )


def _sources(sources: Mapping[str, Source]) -> dict[str, str | None]:
    return {key: item if isinstance(item, str) else None for key, item in sources.items()}
