"""A small service of two portals as shapes alone: sent, looked into, closed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from utility_eservices.casework.shape import (
    FORMAT,
    ButtonShape,
    CaseworkShape,
    EffectShape,
    EntryShape,
    FieldShape,
    JourneyShape,
    PageShape,
    RuleShape,
    Shape,
    StateShape,
    ToShape,
    TypeShape,
    UpgradeShape,
)

OFFICER = StateShape(owner="officer")
END = StateShape(final=True)
STATES: Mapping[str, StateShape] = {
    "draft": StateShape(),
    "sent": StateShape(owner="system"),
    "checked": OFFICER,
    "closed": END,
}
RULES = (
    RuleShape("register", "draft", "sent", effects=("route",)),
    RuleShape("forward", "sent", "checked", ("system",)),
    RuleShape("close", "checked", "closed", ("officer",), ("cause",)),
)
PAGES: Mapping[str, PageShape] = {
    "code": PageShape(
        "code",
        entries=(EntryShape("Typed", "code", ("known",)),),
        buttons=(ButtonShape("next", (ToShape("more"),), ("code",), otherwise="code"),),
    ),
    "more": PageShape(
        "more",
        entries=(EntryShape("Typed", "phone"), EntryShape("Ticked", "agreed")),
        buttons=(ButtonShape("next", (ToShape("confirm"),), ("phone", "agreed")),),
    ),
    "confirm": PageShape(
        "confirm",
        buttons=(
            ButtonShape("yes", (ToShape("done"),), registers=True),
            ButtonShape("no", (ToShape("more"),)),
        ),
    ),
    "done": PageShape("done", final=True),
}
OLD = Shape(
    FORMAT,
    "small",
    1,
    {
        "code": FieldShape("m.Code"),
        "phone": FieldShape("m.Phone"),
        "note": FieldShape("str | None"),
    },
    {"cause": "str"},
    {"m.Code": TypeShape({"value": "str"}), "m.Phone": TypeShape({"value": "str"})},
    CaseworkShape("draft", STATES, RULES),
    {
        "route": EffectShape("forward", "forward"),
        "notice.closed.sms": EffectShape(needs=("cause",), channels=("a.example",)),
    },
    {"a.example": JourneyShape(("a.example", "b.example"), "code", PAGES)},
)


def renewed(shape: Shape = OLD, /, **upgrade: Any) -> Shape:
    """The next version of the shape, with what its upgrade says."""
    return attrs.evolve(shape, version=2, upgrades=(UpgradeShape(1, **upgrade),))


def with_casework(
    shape: Shape = OLD,
    /,
    states: Mapping[str, StateShape] = STATES,
    rules: tuple[RuleShape, ...] = RULES,
    initial: str = "draft",
) -> Shape:
    return attrs.evolve(shape, casework=CaseworkShape(initial, states, rules))


def with_pages(pages: Mapping[str, PageShape], *channels: str, first: str = "code") -> Shape:
    portals = channels or ("a.example", "b.example")
    return attrs.evolve(OLD, journeys={portals[0]: JourneyShape(portals, first, pages)})
