"""Two versions of a service compared: whether what is in flight may go on under the new one.

`compare` takes two shapes (`utility_eservices.casework.shape`) and needs no code of either
service. Every state of the old casework and every page of its journeys gets a `Verdict`; a
field, a finding or an effect is told of where it does not simply go on. What a mapping says is
taken at its word where it is a function.
"""

from __future__ import annotations

import enum
import json
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, TypeAlias

import attrs

from utility_eservices.casework.acts import SYSTEM
from utility_eservices.casework.notice import Medium, notice_effect
from utility_eservices.casework.shape import (
    CaseworkShape,
    EntryShape,
    FieldShape,
    JourneyShape,
    PageShape,
    Shape,
    ToShape,
    TypeShape,
    UpgradeShape,
    type_parts,
)
from utility_eservices.casework.upgrade import effect_now, page_now, state_now
from utility_eservices.casework.ways import always

__all__ = ["Diff", "Line", "Reason", "Verdict", "compare"]


class Verdict(enum.Enum):
    """Whether something in flight goes on: as it is, by a mapping, not yet, or not at all."""

    SAFE = "safe"
    MAPPED = "mapped"
    NEEDS_MAPPING = "needs_mapping"
    BLOCKED = "blocked"

    @property
    def holds(self) -> bool:
        """Whether the new version may be run."""
        return self in {Verdict.SAFE, Verdict.MAPPED}


_ORDER = list(Verdict)


@attrs.frozen
class Reason:
    """Why: a stable ``code``, which means something for each kind of line, and its values."""

    verdict: Verdict
    code: str
    values: Mapping[str, str] = attrs.field(factory=dict, hash=False)


@attrs.frozen
class Line:
    """What becomes of one thing.

    ``kind`` is ``service``, ``state``, ``page``, ``field``, ``finding`` or ``effect``;
    ``channels`` are the portals of a page on which the same is true of it; ``becomes`` is what
    it is called in the new version, empty when it is no more.
    """

    kind: str
    key: str
    channels: tuple[str, ...]
    becomes: str
    reasons: tuple[Reason, ...]

    @property
    def verdict(self) -> Verdict:
        """The worst of the reasons."""
        found = (reason.verdict for reason in self.reasons)
        return max(found, key=_ORDER.index, default=Verdict.SAFE)

    def as_json(self) -> dict[str, Any]:
        """The line as JSON values."""
        why = [{"code": reason.code, "values": dict(reason.values)} for reason in self.reasons]
        own = {"kind": self.kind, "key": self.key, "channels": list(self.channels)}
        return {**own, "becomes": self.becomes, "verdict": self.verdict.value, "why": why}


@attrs.frozen
class Diff:
    """The comparison of version ``old`` of a service with version ``new``."""

    service: str
    old: int
    new: int
    lines: tuple[Line, ...]

    @property
    def holds(self) -> bool:
        """Whether nothing needs a mapping and nothing is blocked."""
        return all(line.verdict.holds for line in self.lines)

    def as_json(self) -> dict[str, Any]:
        """The comparison as JSON values."""
        lines = [line.as_json() for line in self.lines]
        about = {"service": self.service, "old": self.old, "new": self.new}
        return {**about, "holds": self.holds, "lines": lines}


def compare(old: Shape, new: Shape) -> Diff:
    """Say of everything in flight under ``old`` whether it can go on under ``new``.

    Raises `ValueError` for two services, and when ``old`` is the newer one.
    """
    if old.service != new.service:
        raise ValueError("two shapes of different services")
    if old.version > new.version:
        raise ValueError("the old shape is the newer one")
    return Diff(old.service, old.version, new.version, tuple(_Comparison(old, new).lines()))


# --- small words --------------------------------------------------------------------------------


def _told(code: str, **values: str) -> Reason:
    return Reason(Verdict.SAFE, code, values)


def _mapped(code: str, **values: str) -> Reason:
    return Reason(Verdict.MAPPED, code, values)


def _unmapped(code: str, **values: str) -> Reason:
    return Reason(Verdict.NEEDS_MAPPING, code, values)


def _blocked(code: str, **values: str) -> Reason:
    return Reason(Verdict.BLOCKED, code, values)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))


# --- what every way has passed ------------------------------------------------------------------

# Of a journey: a question asked, a guard that let it through, an outcome that was not open, an
# entry handed in, the request registered. Of a casework: a finding stated.
_Passed: TypeAlias = tuple[str, str]
_Edge: TypeAlias = tuple[str, str, frozenset[_Passed]]
_REGISTERED: _Passed = ("registered", "")


# --- values that are kept by key ----------------------------------------------------------------


@attrs.frozen
class _Value:
    """Where a value of the new version comes from: an old key, or a function, or both."""

    old: str = ""
    made: bool = False


@attrs.frozen
class _Carried:
    """Which values reach the new version, by their key there, and which old ones are given up."""

    values: Mapping[str, _Value]
    dropped: frozenset[str]
    unknown: frozenset[str]

    def key_of(self, old: str) -> str:
        """What an old key is called now; empty when the new version has no value of it."""
        return next((key for key, value in self.values.items() if value.old == old), "")


def _carried(
    keys: Iterable[str],
    known: Container[str],
    steps: Iterable[tuple[Mapping[str, str | None], tuple[str, ...]]],
) -> _Carried:
    """Follow the values of the old keys, step by step, to those that the new version knows."""
    values = {key: _Value(key) for key in keys}
    dropped: set[str] = set()
    unknown: set[str] = set()
    for sources, gone in steps:
        moved = {source for source in sources.values() if source is not None}
        unknown |= moved - values.keys()
        dropped |= {values[key].old for key in gone if key in values}
        left = {key: value for key, value in values.items() if key not in moved.union(gone)}
        for key, source in sources.items():
            if source is None:
                left[key] = attrs.evolve(left.get(key, _Value()), made=True)
            elif source in values:
                left[key] = values[source]
        values = left
    arrived = {key: value for key, value in values.items() if key in known}
    return _Carried(arrived, frozenset(dropped), frozenset(unknown))


# --- the comparison -----------------------------------------------------------------------------


@attrs.frozen(slots=False)
class _Comparison:
    """One comparison, and what several of its lines rest on."""

    old: Shape
    new: Shape

    @cached_property
    def upgrades(self) -> tuple[UpgradeShape, ...]:
        """What lies between the two versions."""
        return tuple(item for item in self.new.upgrades if item.since >= self.old.version)

    @cached_property
    def form(self) -> _Carried:
        steps = [(item.fields, item.dropped) for item in self.upgrades]
        return _carried(self.old.form, self.new.form, steps)

    @cached_property
    def findings(self) -> _Carried:
        steps = [(item.findings, item.dropped_findings) for item in self.upgrades]
        declared = _carried(self.old.findings, self.new.findings, steps)
        if not any(effect.then for effect in self.old.effects.values()):
            return declared
        # A performer may have said what no version declared.
        return _carried((*self.old.findings, *sorted(declared.unknown)), self.new.findings, steps)

    def lines(self) -> Iterator[Line]:
        values = [*self._form_lines(), *self._finding_lines()]
        yield from self._service_lines()
        yield from self._state_lines(values)
        yield from self._page_lines()
        yield from values
        yield from self._effect_lines()

    def _service_lines(self) -> Iterator[Line]:
        bare = attrs.evolve(self.old, upgrades=()), attrs.evolve(self.new, upgrades=())
        why: list[Reason] = []
        if self.old.version == self.new.version and bare[0] != bare[1]:
            why = [_unmapped("same_version")]
        if self.old.casework:
            why += [*self._reach(), *self._concerns()]
        if why:
            yield Line("service", self.old.service, (), self.new.service, tuple(why))

    def _reach(self) -> Iterator[Reason]:
        """What is told of old cases goes to the address that the new version names."""
        for medium, was in self.old.reach.items():
            now = self.new.reach.get(medium, "")
            value = self.form.values.get(now, _Value())
            if not now or value.old == was:
                continue  # no notice goes that way any more, or the field only changed its name
            # What has to be filled in needs a value in old cases, too.
            surely = value.made or _is_filled(self.new, now) or _is_filled(self.old, value.old)
            if surely or not _is_filled(self.old, was):
                yield _told("reach", medium=medium, old=was, new=now)
            else:
                # Whoever could be reached might not be any more.
                yield _unmapped("unreached", medium=medium, new=now)

    def _concerns(self) -> Iterator[Reason]:
        """An old case keeps the code it was sent with."""
        was, now = self.old.concerns, self.new.concerns
        if now.split() != [key for old in was.split() if (key := self.form.key_of(old))]:
            yield _told("concerns", old=was or "–", new=now or "–")

    # --- fields and findings ----------------------------------------------------------------

    def _form_lines(self) -> Iterator[Line]:
        new, carried = self.new.form, self.form
        for key, field in self.old.form.items():
            yield from self._value_line("field", key, field, carried, new)
        for key in sorted(new) if self.old.casework else ():
            if key not in carried.values and not new[key].optional:
                why = _unmapped("new_field")
                yield Line("field", key, (), key, (why,))
            elif carried.values.get(key) == _Value(made=True):
                why = _mapped("made")
                yield Line("field", key, (), key, (why,))
        yield from self._unknown("field", carried)

    def _finding_lines(self) -> Iterator[Line]:
        new = {key: FieldShape(kind) for key, kind in self.new.findings.items()}
        # What is kept of a performer beyond what is declared is a text.
        said = {value.old: "str" for value in self.findings.values.values() if value.old}
        for key, kind in {**said, **self.old.findings}.items():
            yield from self._value_line("finding", key, FieldShape(kind), self.findings, new)
        yield from self._unknown("finding", self.findings)

    def _value_line(
        self, kind: str, key: str, old: FieldShape, carried: _Carried, new: Mapping[str, FieldShape]
    ) -> Iterator[Line]:
        """The line of an old value, unless it goes on as it is."""
        now = carried.key_of(key)
        if key in carried.dropped:
            reasons = [_mapped("dropped")]
        elif not now:
            reasons = [_unmapped("gone")]
        else:
            made = carried.values[now].made
            reasons = list(self._changed(key, now, old, new[now], made=made))
        if reasons:
            yield Line(kind, key, (), now, tuple(reasons))

    def _changed(
        self, key: str, now: str, old: FieldShape, new: FieldShape, *, made: bool
    ) -> Iterator[Reason]:
        if now != key:
            yield _mapped("renamed", now=now)
        if made:
            yield _mapped("made")
        elif not self._same(old, new):
            yield _unmapped("type", old=old.type, new=new.type)

    def _same(self, old: FieldShape, new: FieldShape) -> bool:
        """Whether a kept value of the old type is one of the new."""
        if not _takes(new.type, old.type) or new.file != old.file:
            return False
        made_of = _made_of(self.old, old.type).items()
        return all(_reads(self.new.types.get(name), was) for name, was in made_of)

    def _unknown(self, kind: str, carried: _Carried) -> Iterator[Line]:
        for key in sorted(carried.unknown):
            yield Line(kind, key, (), "", (_unmapped("no_source"),))

    # --- states -----------------------------------------------------------------------------

    def _state_lines(self, values: list[Line]) -> Iterator[Line]:
        old = self.old.casework
        if old is None:
            return
        stated = _stated(old)
        for key in [*stated, *(old.states.keys() - stated.keys())]:
            now = state_now(self.upgrades, key)
            reasons = tuple(self._state(old, key, now, stated.get(key, frozenset())))
            shared = _shared(
                line
                for line in values
                if line.kind == "field" or key in _states_with(old, line.key)
            )
            known = now if self.new.casework and now in self.new.casework.states else ""
            yield Line("state", key, (), known, (*reasons, *shared))

    def _state(
        self, old: CaseworkShape, key: str, now: str, stated: frozenset[_Passed]
    ) -> Iterator[Reason]:
        new = self.new.casework
        if new is None or now not in new.states:
            yield _unmapped("gone")
            return
        if now != key:
            yield _mapped("renamed", now=now)
        yield from _guarded(old, new, key, now)
        yield from self._standing(old, new, key, now)
        yield from self._waiting(old, new, key, now)
        yield from self._lacking(new, now, self._restated(stated))

    def _standing(
        self, old: CaseworkShape, new: CaseworkShape, key: str, now: str
    ) -> Iterator[Reason]:
        """Against how a state stands in the new casework: its end, its owner, its way out."""
        was, is_ = old.states[key], new.states[now]
        if was.final != is_.final:
            yield _blocked("reopened" if was.final else "ended")
        elif not is_.final:
            if was.owner and not is_.owner:
                yield _blocked("no_owner")
            if not self._awaits(old, key):
                yield from _left_lying(old, new, key, now)
            if _ends(old, key) and not _ends(new, now):
                yield _blocked("no_way_out")

    def _awaits(self, casework: CaseworkShape, key: str) -> bool:
        """Whether there is always an effect under way whose outcome moves an old case on."""
        leaving = _events(casework, key)
        entering = [rule for rule in casework.rules if rule.target == key]
        ordered = [[self.old.effects[name] for name in rule.effects] for rule in entering]
        return _is_systems(casework, key) or all(
            any({item.then, item.otherwise} <= leaving for item in effects) for effects in ordered
        )

    def _waiting(
        self, old: CaseworkShape, new: CaseworkShape, key: str, now: str
    ) -> Iterator[Reason]:
        """Against a case that waits in this state for the outcome of an effect."""
        left, leaves = _events(old, key), _events(new, now)
        ordered = {name for rule in old.rules if rule.target == key for name in rule.effects}
        for name in sorted(ordered):
            was = self.old.effects[name]
            is_ = self.new.effects.get(effect_now(self.upgrades, name) or "")
            if is_ is None:
                yield _blocked("effect_unknown", effect=name)
            elif any(
                before in left and after not in leaves
                for before, after in ((was.then, is_.then), (was.otherwise, is_.otherwise))
            ):
                yield _blocked("outcome_lost", effect=name)

    def _restated(self, stated: frozenset[_Passed]) -> frozenset[_Passed]:
        """What was stated, by the findings of the new version."""
        was = {key for _, key in stated}
        values = self.findings.values.items()
        return frozenset(
            ("finding", key)
            for key, value in values
            if value.old in was or (value.made and not value.old)
        )

    def _lacking(
        self, new: CaseworkShape, now: str, stated: frozenset[_Passed]
    ) -> Iterator[Reason]:
        """Findings that an old case never stated and that something ahead of it cannot spare."""
        fresh = self._missing(new, new.initial, frozenset())
        for finding, target in sorted(self._missing(new, now, stated) - fresh):
            yield _unmapped("finding", finding=finding, state=target)

    def _missing(
        self, new: CaseworkShape, start: str, stated: frozenset[_Passed]
    ) -> set[tuple[str, str]]:
        found = _stated(new, start, stated)
        missing = set()
        for rule in new.rules:
            if rule.source in found:
                has = {key for _, key in found[rule.source]}.union(rule.findings)
                for name in (*rule.effects, *_notices(rule.target)):
                    effect = self.new.effects.get(name)
                    lacks = set(effect.needs) - has if effect else set()
                    missing |= {(finding, rule.target) for finding in lacks}
        return missing

    # --- effects ----------------------------------------------------------------------------

    def _effect_lines(self) -> Iterator[Line]:
        for name in sorted(self.old.effects):
            now = effect_now(self.upgrades, name)
            reasons = tuple(self._effect(name, now))
            if reasons:
                yield Line(
                    "effect", name, (), now if now and now in self.new.effects else "", reasons
                )

    def _effect(self, name: str, now: str | None) -> Iterator[Reason]:
        old = self.old.effects[name]
        if now is None:
            yield _mapped("dropped")
            return
        new = self.new.effects.get(now)
        if new is None:
            yield _blocked("effect_unknown")
            return
        if now != name:
            yield _mapped("renamed", now=now)
        if bool(old.then) is not bool(new.then):
            # A notice leads nowhere; another effect moves its case.
            yield _blocked("outcome_lost")
        elif not set(old.channels) <= set(new.channels):
            lost = set(old.channels) - set(new.channels)
            yield _blocked("channel_lost", channels=_listed(lost))
        needs = set(new.needs) - {self.findings.key_of(key) for key in old.needs}
        lacks = needs - {key for _, key in self._restated(self._stated_with(name))}
        if lacks:
            yield _blocked("finding", findings=_listed(lacks))

    def _stated_with(self, name: str) -> frozenset[_Passed]:
        """What has always been stated when an old effect is ordered."""
        casework = self.old.casework
        found = _stated(casework) if casework else {}
        ordering = [
            found[rule.source] | _findings(rule.findings)
            for rule in (casework.rules if casework else ())
            if rule.source in found and name in (*rule.effects, *_notices(rule.target))
        ]
        return frozenset.intersection(*ordering) if ordering else frozenset()

    # --- pages ------------------------------------------------------------------------------

    def _page_lines(self) -> Iterator[Line]:
        for journey in self.old.journeys.values():
            passed = _passed(self.old, journey)
            for key in [*passed, *(journey.pages.keys() - passed.keys())]:
                before = passed.get(key, frozenset())
                alike: dict[tuple[str, tuple[Reason, ...]], list[str]] = {}
                for channel in journey.channels:
                    said = self._page(journey, channel, key, before)
                    alike.setdefault(said, []).append(channel)
                for (now, reasons), channels in alike.items():
                    yield Line("page", key, tuple(channels), now, reasons)

    def _page(
        self, old: JourneyShape, channel: str, key: str, passed: frozenset[_Passed]
    ) -> tuple[str, tuple[Reason, ...]]:
        """What a page becomes for those who began on one portal, and why."""
        owner, new = _journey_on(self.new, channel)
        now = page_now(self.upgrades, key, channel, owner)
        if now is None:
            return "", (_mapped("dropped"),)
        if new is None:
            return "", (_unmapped("portal_gone"),)
        if now not in new.pages:
            return "", (_unmapped("gone"),)
        return now, tuple(self._arriving(old, new, key, now, passed))

    def _arriving(
        self,
        old: JourneyShape,
        new: JourneyShape,
        key: str,
        now: str,
        passed: frozenset[_Passed],
    ) -> Iterator[Reason]:
        if now != key:
            yield _mapped("renamed", now=now)
        if old.pages[key].final != new.pages[now].final:
            # It would be over here by now, or would not be over any longer.
            yield _unmapped("end")
        else:
            was, is_ = _ahead(old, key), _ahead(new, now)
            if any(map(_is_end, was)) and not any(map(_is_end, is_)):
                yield _unmapped("no_way_out")
            elif any(map(_registers, was)) and not any(map(_registers, is_)):
                yield _unmapped("unsent")
        wanted = _passed(self.new, new).get(now, frozenset())
        if _REGISTERED in passed and _REGISTERED in wanted:
            return  # it has been sent, and asks for nothing more
        retyped = self._retyped(old, new, key)
        if retyped:
            # What was typed there would be taken for something else.
            yield _unmapped("retyped", entries=_listed(retyped))
        lacks = wanted - self._repassed(passed)
        if lacks:
            # On the new way here there is what the old one did not ask for.
            yield _unmapped("not_passed", steps=_listed(name or kind for kind, name in lacks))

    def _repassed(self, passed: frozenset[_Passed]) -> frozenset[_Passed]:
        """What was passed, by the entries of the new version; what is entered anew was not."""
        return frozenset(
            (kind, now)
            for kind, key in passed
            for now in (self._entries_now(key) if kind == "entry" else {key})
        )

    def _retyped(self, old: JourneyShape, new: JourneyShape, key: str) -> set[str]:
        """The entries of a page and of those before it that are entered in another way now."""
        before = [page for name, page in old.pages.items() if key in _onward(old, name)]
        was, is_ = _ways_to_enter(before), _ways_to_enter(new.pages.values())
        return {
            entry
            for entry, ways in was.items()
            for now in self._entries_now(entry)
            if now in is_ and not ways <= is_[now]
        }

    def _entries_now(self, entry: str) -> set[str]:
        """The entries that get what was typed into an old one; none when it is entered anew."""
        now = {entry}
        for upgrade in self.upgrades:
            named = {key for key, source in upgrade.fields.items() if source in now}
            taken = {*upgrade.dropped, *upgrade.fields, *upgrade.fields.values()}
            now = named | (now - taken)
        return now


def _states_with(casework: CaseworkShape, finding: str) -> set[str]:
    """The states in which a case may stand for which this finding has been stated."""
    stating = (rule.target for rule in casework.rules if finding in rule.findings)
    return {state for target in stating for state in _stated(casework, target)}


def _shared(values: Iterable[Line]) -> Iterator[Reason]:
    """What fields and findings mean for the states: a case is read as a whole."""
    by_verdict: dict[Verdict, list[str]] = {}
    for line in values:
        by_verdict.setdefault(line.verdict, []).append(line.key)
    for verdict, keys in by_verdict.items():
        yield Reason(verdict, "values", {"keys": _listed(keys)})


def _is_filled(shape: Shape, field: str) -> bool:
    """Whether every case has a value of a field."""
    return field in shape.form and not shape.form[field].optional


def _takes(new: str, old: str) -> bool:
    """Whether what is of the old type is of the new: what was not optional may become so."""
    return new == old or FieldShape(new).filled_type == old


def _reads(new: TypeShape | None, old: TypeShape) -> bool:
    """Whether what was kept of a type can be read as it is now, and nothing of it is lost."""
    if new is None or not {*new.parts} <= {*old.parts, *new.spare}:
        return False
    parts = all(_takes(new.parts.get(name, ""), kind) for name, kind in old.parts.items())
    return parts and _kept(old) <= _kept(new)


def _kept(kind: TypeShape) -> set[str]:
    """What is kept of the members of an enumeration: 1 is another value than "1"."""
    return {json.dumps(value) for value in kind.members.values()}


def _made_of(shape: Shape, kind: str) -> dict[str, TypeShape]:
    """Everything that a type is made of, part by part."""
    found: dict[str, TypeShape] = {}
    left = [kind]
    while left:
        # A type may stand in another's brackets.
        for name in type_parts(left.pop()) & (shape.types.keys() - found.keys()):
            found[name] = shape.types[name]
            left.extend(found[name].parts.values())
    return found


def _guarded(old: CaseworkShape, new: CaseworkShape, key: str, now: str) -> Iterator[Reason]:
    """New guards on the ways out: whether they let old cases through is not known here."""
    fresh = _guards(new, now) - _guards(old, key)
    if fresh:
        yield _told("guarded", guards=_listed(f"{event}: {name}" for event, name in fresh))


def _guards(casework: CaseworkShape, state: str) -> set[tuple[str, str]]:
    leaving = (rule for rule in casework.rules if rule.source == state)
    return {(rule.event, name) for rule in leaving for name in rule.guards}


def _left_lying(old: CaseworkShape, new: CaseworkShape, key: str, now: str) -> Iterator[Reason]:
    """Against a case that only an act moves on, and that nobody who sees it can act on."""
    was, is_ = old.states[key].owner, new.states[now].owner
    if _is_systems(new, now):
        # Nothing was ordered for it whose outcome would move it on.
        yield _blocked("no_outcome")
    elif is_ and _may_act(old, key, was) and not _may_act(new, now, is_):
        yield _blocked("owner_idle")


def _ends(casework: CaseworkShape, state: str) -> bool:
    """Whether some way leads from a state to an end."""
    return any(casework.states[key].final for key in _stated(casework, state))


def _is_systems(casework: CaseworkShape, state: str) -> bool:
    """Whether a case waits here for the outcome of an effect, and in nobody's inbox."""
    roles = [rule.roles for rule in casework.rules if rule.source == state]
    only = bool(roles) and all(allowed == (SYSTEM.key,) for allowed in roles)
    return only or casework.states[state].owner == SYSTEM.key


def _may_act(casework: CaseworkShape, state: str, owner: str | None) -> bool:
    """Whether an act of the one who holds a case leads on from here."""
    leaving = (rule for rule in casework.rules if rule.source == state)
    return any(not rule.roles or owner in rule.roles for rule in leaving)


def _events(casework: CaseworkShape, state: str) -> set[str]:
    return {rule.event for rule in casework.rules if rule.source == state}


def _findings(keys: Iterable[str]) -> frozenset[_Passed]:
    return frozenset(("finding", key) for key in keys)


def _stated(
    casework: CaseworkShape, start: str = "", stated: frozenset[_Passed] = frozenset()
) -> dict[str, frozenset[_Passed]]:
    """What a case has always stated, by the state it stands in."""
    edges = [(rule.source, rule.target, _findings(rule.findings)) for rule in casework.rules]
    return always(start or casework.initial, stated, edges)


def _notices(state: str) -> tuple[str, ...]:
    return tuple(notice_effect(state, medium) for medium in Medium)


# --- journeys -----------------------------------------------------------------------------------


def _journey_on(shape: Shape, channel: str) -> tuple[str, JourneyShape | None]:
    """The journey that a portal shows or leads into, and the portal that shows it."""
    for owner, journey in shape.journeys.items():
        if channel in journey.channels:
            return owner, journey
    return channel, None


def _passed(shape: Shape, journey: JourneyShape) -> dict[str, frozenset[_Passed]]:
    """What every journey has passed that stands on a page, by page."""
    whole = frozenset(
        item
        for page in journey.pages.values()
        for entry in page.entries
        if entry.kind != "Ticked"
        for item in _entered(shape, entry)
    )
    edges: list[_Edge] = []
    for key, page in journey.pages.items():
        entries = {entry.key: entry for entry in page.entries}
        for button in page.buttons:
            handed_in = frozenset(
                item for name in button.submits for item in _entered(shape, entries[name])
            )
            if button.registers:
                handed_in |= whole | {_REGISTERED}
            for to in button.to:
                edges.append((key, to.page, handed_in | _conditions(to)))
                if to.gates or to.guards:
                    # What follows is open to those alone whom this outcome refused.
                    handed_in |= {("refused", _listed((*to.gates, *to.guards)))}
            if button.otherwise:
                edges.append((key, button.otherwise, frozenset()))
    return always(journey.first, frozenset(), edges)


def _onward(journey: JourneyShape, page: str) -> set[str]:
    """The pages that can be come to from a page, which is one of them."""
    edges = [
        (key, target, frozenset[_Passed]())
        for key, info in journey.pages.items()
        for button in info.buttons
        for target in (*(to.page for to in button.to), *filter(None, [button.otherwise]))
    ]
    return set(always(page, frozenset(), edges))


def _ahead(journey: JourneyShape, page: str) -> list[PageShape]:
    return [journey.pages[key] for key in _onward(journey, page)]


def _is_end(page: PageShape) -> bool:
    return page.final


def _registers(page: PageShape) -> bool:
    return any(button.registers for button in page.buttons)


def _ways_to_enter(pages: Iterable[PageShape]) -> dict[str, set[tuple[str, str]]]:
    """How entries are filled in on these pages: by what kind of entry, from which list."""
    ways: dict[str, set[tuple[str, str]]] = {}
    for page in pages:
        for entry in page.entries:
            ways.setdefault(entry.key, set()).add((entry.kind, entry.options))
    return ways


def _conditions(to: ToShape) -> frozenset[_Passed]:
    """What lets a press through to an outcome."""
    gates, guards = (("gate", name) for name in to.gates), (("guard", name) for name in to.guards)
    return frozenset((*gates, *guards))


def _entered(shape: Shape, entry: EntryShape) -> Iterator[_Passed]:
    """What it takes to hand in an entry."""
    yield from (("gate", gate) for gate in entry.gates)
    field = shape.form.get(entry.key)
    if field is None or not field.optional:
        yield ("entry", entry.key)
