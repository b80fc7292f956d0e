"""Upgrades (yeni versiyaya keçid): how what began under an older version goes on.

A service's ``version`` grows whenever its shape changes. An `Upgrade` stands beside the service
and says what became of states, pages, fields, findings and effects from one version to the
next; what it does not name is called what it was called. A case or a journey is brought up
upgrade by upgrade, whatever version it began under.

>>> second = Upgrade(
...     since=1,
...     states={"sent": "received"},
...     fields={"mobile": "phone", "language": lambda old: "az"},
...     dropped=("fax",),
... )
>>> second.form({"code": "1020304050", "phone": "0502001020", "fax": "12"})
{'code': '1020304050', 'mobile': '0502001020', 'language': 'az'}
>>> state_now((second,), "sent"), state_now((second,), "closed")
('received', 'closed')
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from typing import Any, Protocol, TypeAlias, TypeVar

import attrs

from utility_eservices.casework.notice import Medium, notice_effect

__all__ = [
    "Names",
    "Renames",
    "Source",
    "Upgrade",
    "effect_now",
    "page_now",
    "problems",
    "state_now",
]

T = TypeVar("T")

Source: TypeAlias = str | Callable[[Mapping[str, Any]], Any]


@attrs.frozen(kw_only=True)
class Upgrade:
    """From version ``since`` of a service to the next one.

    ``states`` gives each old state that is no more its new one; ``pages`` the same by portal,
    for suspended journeys, None where one cannot go on and is begun again.

    ``fields`` gives a field of the new form the old field that it is called after now, or a
    plain function that makes its value of the old form; both sides are plain JSON values, as a
    case is kept. What was typed into a suspended journey follows a name; the value of a
    function is entered anew. ``dropped`` are old fields whose values are given up.

    ``findings`` are the same for what was stated: a function is given what one act stated, and
    says None for nothing. ``dropped_findings`` are read no more; the history still holds them.

    ``effects`` gives an effect that may be pending its new name. A notice follows its state by
    itself; None gives one up that is sent no more.
    """

    since: int
    states: Mapping[str, str] = attrs.field(factory=dict)
    pages: Mapping[str, Mapping[str, str | None]] = attrs.field(factory=dict)
    fields: Mapping[str, Source] = attrs.field(factory=dict)
    dropped: tuple[str, ...] = ()
    findings: Mapping[str, Source] = attrs.field(factory=dict)
    dropped_findings: tuple[str, ...] = ()
    effects: Mapping[str, str | None] = attrs.field(factory=dict)

    def form(self, old: Mapping[str, Any]) -> dict[str, Any]:
        """The plain form of the next version; `KeyError` when a field it names is not there."""
        made = {key: _made(source, old) for key, source in self.fields.items()}
        return {**_left(old, self.fields, self.dropped), **made}

    def entries(self, old: Mapping[str, T]) -> dict[str, T]:
        """What was typed, by the entries of the next version."""
        renamed = {
            key: old[source]
            for key, source in self.fields.items()
            if isinstance(source, str) and source in old
        }
        return {**_left(old, self.fields, (*self.dropped, *self.fields)), **renamed}

    def stated(self, old: Mapping[str, Any]) -> dict[str, Any]:
        """What one act stated, by the findings of the next version."""
        made = {}
        for key, source in self.findings.items():
            value = old.get(source) if isinstance(source, str) else source(old)
            if value is not None:
                made[key] = value
        return {**_left(old, self.findings, tuple(self.findings)), **made}


def _made(source: Source, old: Mapping[str, Any]) -> Any:
    return old[source] if isinstance(source, str) else source(old)


def _left(
    old: Mapping[str, T], sources: Mapping[str, Source], without: tuple[str, ...]
) -> dict[str, T]:
    """What goes on under its own name."""
    gone = {*without, *_moved(sources)}
    return {key: value for key, value in old.items() if key not in gone}


def _moved(sources: Mapping[str, Any]) -> set[str]:
    """The old names that are given up for new ones."""
    return {source for source in sources.values() if isinstance(source, str)}


# --- names through several versions -------------------------------------------------------------


class Renames(Protocol):
    """What of an upgrade says how things are called now; a snapshot holds the same."""

    @property
    def states(self) -> Mapping[str, str]:
        """See `Upgrade`."""

    @property
    def pages(self) -> Mapping[str, Mapping[str, str | None]]:
        """See `Upgrade`."""

    @property
    def effects(self) -> Mapping[str, str | None]:
        """See `Upgrade`."""


def state_now(upgrades: Iterable[Renames], state: str) -> str:
    """What a state is called after these upgrades."""
    for upgrade in upgrades:
        state = upgrade.states.get(state, state)
    return state


def page_now(upgrades: Iterable[Renames], page: str, *portals: str) -> str | None:
    """Where a journey on a page stands after these upgrades; None when it cannot go on.

    ``portals`` are where the journey began and, if that one only leads into it, the portal
    that shows it: the first of them that an upgrade names counts.
    """
    now: str | None = page
    for upgrade in upgrades:
        named = (upgrade.pages[portal] for portal in portals if portal in upgrade.pages)
        now = now and next(named, {}).get(now, now)
    return now


def effect_now(upgrades: Iterable[Renames], effect: str) -> str | None:
    """What an effect is called after these upgrades; None when it is given up."""
    now: str | None = effect
    for upgrade in upgrades:
        # A notice is called after its state.
        notices = {
            notice_effect(old, medium): notice_effect(new, medium)
            for old, new in upgrade.states.items()
            for medium in Medium
        }
        now = now and {**notices, **upgrade.effects}.get(now, now)
    return now


# --- what is refused of them --------------------------------------------------------------------


@attrs.frozen(kw_only=True)
class Names:
    """What a version of a service calls its things: by these an upgrade must lead somewhere.

    ``pages`` are by portal: the portal that shows them, which may be another, and their keys.
    """

    states: Set[str]
    effects: Set[str]
    fields: Set[str]
    findings: Set[str]
    pages: Mapping[str, tuple[str, Set[str]]]


def problems(version: int, upgrades: Sequence[Upgrade], names: Names) -> Iterator[str]:
    """What is wrong with the upgrades to a version of a service, one after another."""
    if version < 1:
        yield "versions begin with 1"
    if [upgrade.since for upgrade in upgrades] != list(range(1, version)):
        yield f"version {version} needs one upgrade since each version from 1 on"
    for place, upgrade in enumerate(upgrades):
        later = upgrades[place + 1 :]
        yield from _state_problems(names, upgrade, later)
        yield from _effect_problems(names, upgrade, later)
        yield from _page_problems(names, upgrade, later)
    yield from _value_problems(
        "field", names.fields, [(item.fields, item.dropped) for item in upgrades]
    )
    yield from _value_problems(
        "finding", names.findings, [(item.findings, item.dropped_findings) for item in upgrades]
    )
    yield from _reused("state", [item.states for item in upgrades], names.states)
    yield from _reused("effect", [item.effects for item in upgrades], names.effects)


def _state_problems(names: Names, upgrade: Upgrade, later: Sequence[Upgrade]) -> Iterator[str]:
    for old, new in upgrade.states.items():
        if state_now(later, new) not in names.states:
            yield f"{old} becomes {new}, which is no state"


def _effect_problems(names: Names, upgrade: Upgrade, later: Sequence[Upgrade]) -> Iterator[str]:
    for old, new in upgrade.effects.items():
        now = new and effect_now(later, new)
        if now is None and not old.startswith("notice."):
            # Its case waits for the outcome.
            yield f"{old} is no notice, and cannot be given up"
        if now is not None and now not in names.effects:
            yield f"{old} becomes {new}, which is no effect"


def _page_problems(names: Names, upgrade: Upgrade, later: Sequence[Upgrade]) -> Iterator[str]:
    for portal, pages in upgrade.pages.items():
        owner, known = names.pages.get(portal, (portal, frozenset()))
        for old, new in pages.items():
            now = new and page_now(later, new, portal, owner)
            if now is not None and now not in known:
                yield f"{old} on {portal} becomes {new}, which is no page"


def _value_problems(
    kind: str,
    known: Set[str],
    steps: Sequence[tuple[Mapping[str, Source], tuple[str, ...]]],
) -> Iterator[str]:
    # Followed from the end: what must be there after each upgrade, and what must not.
    gone = [_moved(sources) | set(dropped) for sources, dropped in steps]
    for place, (sources, _) in enumerate(steps):
        after = set(known).union(*gone[place + 1 :])
        for key in sorted(set(sources) - after):
            yield f"the {kind} {key} of an upgrade is nowhere"
        made = set().union(*(set(sources) for sources, _ in steps[place:]))
        for key in sorted(gone[place] & set(known) - made):
            yield f"the {kind} {key} is given up and still there"


def _reused(
    kind: str, steps: Sequence[Mapping[str, str | None]], known: Iterable[str]
) -> Iterator[str]:
    """Names that would mean two things: the history and pending effects hold no version."""
    for place, step in enumerate(steps):
        used = {*known, *(new for later in steps[place:] for new in later.values())}
        used.update(*(later.keys() for later in steps[place + 1 :]))
        for key in sorted(step.keys() & used):
            yield f"the {kind} {key} is given up and used again"
