"""Quruluş: what a shape holds, and that it is written down the same everywhere."""

from __future__ import annotations

import dataclasses
import enum
import json
from collections.abc import Callable
from typing import Any, Generic, Optional, TypeVar

import attrs
import pytest
from tests.desk.sample import SEALING
from tests.versions.sample import FIRST, SECOND, THIRD

from utility_eservices.casework.acts import named
from utility_eservices.casework.form import form_field
from utility_eservices.casework.page import Button, To
from utility_eservices.casework.service import Service
from utility_eservices.casework.shape import (
    ButtonShape,
    EffectShape,
    EntryShape,
    FieldShape,
    RuleShape,
    StateShape,
    ToShape,
    TypeShape,
    UpgradeShape,
    shape_of,
    type_name,
    type_parts,
)
from utility_eservices.desk.catalogue import built_in_services
from utility_eservices.services.azersu.debt_investigation import SERVICE as DEBT


def test_the_form_with_its_types() -> None:
    """Qualified names, with what may stay empty and what is given."""
    assert shape_of(THIRD).form == {
        "subscriber_code": FieldShape(
            "utility_eservices.vocabulary.subscriber_code.SubscriberCode"
        ),
        "mobile": FieldShape("utility_eservices.vocabulary.contact.Phone"),
        "urgent": FieldShape("str", "channel"),
        "floor": FieldShape("str | None"),
    }
    assert [key for key, field in shape_of(THIRD).form.items() if field.optional] == ["floor"]
    assert [shape_of(THIRD).form[key].filled_type for key in ("urgent", "floor")] == ["str", "str"]
    assert shape_of(SEALING).form["photo"].file


def test_the_fields_that_have_a_meaning() -> None:
    """Where notices go, and what a request is about."""
    assert shape_of(THIRD).reach == {"sms": "mobile"}
    assert shape_of(THIRD).concerns == ""
    assert shape_of(DEBT).concerns == "subscriber_code"


def test_what_the_types_are_made_of() -> None:
    """A value is kept part by part: another part of the vocabulary is another shape."""
    assert shape_of(THIRD).types == {
        "utility_eservices.vocabulary.subscriber_code.SubscriberCode": TypeShape({"value": "str"}),
        "utility_eservices.vocabulary.contact.Phone": TypeShape({"value": "str"}),
        "utility_eservices.vocabulary.remark.Remark": TypeShape({"value": "str"}),
    }


def test_the_casework_as_a_table() -> None:
    """States with owner and end, rules in the order in which they are tried."""
    casework = shape_of(THIRD).casework
    assert casework is not None
    assert casework.initial == "draft"
    assert casework.states["visit"] == StateShape(owner="inspector")
    assert casework.states["closed"] == StateShape(final=True)
    assert casework.rules[0] == RuleShape("register", "draft", "received", effects=("appoint",))
    assert RuleShape("close", "visit", "closed", ("inspector",), ("outcome",)) in casework.rules


def test_effects_with_those_of_notices() -> None:
    """What may be pending, by the name it is kept under; what it needs of the findings."""
    portals = ("azersu.az", "e-gov.az")
    assert shape_of(THIRD).effects == {
        "appoint": EffectShape("appointed", "not_appointed"),
        "notice.received.sms": EffectShape(channels=portals),
        "notice.received.portal": EffectShape(channels=portals),
        "notice.closed.portal": EffectShape(needs=("outcome",), channels=portals),
    }


def test_journeys_with_their_gates() -> None:
    """Pages, what is entered there, and the questions on the way."""
    (journey,) = shape_of(THIRD).journeys.values()
    assert (journey.channels, journey.first) == (("e-gov.az",), "code")
    assert journey.pages["code"].entries == (
        EntryShape("Typed", "subscriber_code", ("code_is_known",)),
    )
    to = ToShape("contact", ("meters_are_checked",))
    assert journey.pages["place"].buttons == (ButtonShape("next", (to,)),)
    assert journey.pages["confirm"].buttons[0].registers
    assert journey.pages["done"].final
    (start, *_) = shape_of(SEALING).journeys["e-gov.az"].pages.values()
    assert start.buttons[1].to[0] == ToShape("frozen", ("frost",), ("agreed",))


def weekday(facts: Any) -> bool:
    """A plain guard."""
    return True


def test_plain_guards_by_names_that_last() -> None:
    """Of a closure, what it was named, without the serial that tells it from its like."""
    closures = [named(lambda facts: True, "at_least", rows="DI-001") for _ in range(2)]
    assert closures[0].__name__ != closures[1].__name__
    (journey,) = FIRST.journeys
    buttons = (Button("next", "Davam et", (To("confirm", when=(weekday, closures[0])),)),)
    pages = tuple(
        attrs.evolve(page, buttons=buttons) if page.key == "details" else page
        for page in journey.pages
    )
    assert attrs.evolve(journey, pages=pages).shape.pages["details"].buttons == (
        ButtonShape("next", (ToShape("confirm", (), ("weekday", "at_least")),)),
    )
    guarded = {"close": (weekday, closures[1])}
    rules = tuple(
        attrs.evolve(rule, guards=(*rule.guards, *guarded.get(rule.event, ())))
        for rule in FIRST.casework_rules.rules
    )
    service = attrs.evolve(FIRST, rules=attrs.evolve(FIRST.casework_rules, rules=rules))
    casework = shape_of(service).casework
    assert casework is not None
    told = {rule.event: rule.guards for rule in casework.rules if rule.guards}
    # Roles and findings have places of their own.
    assert told == {"close": ("weekday", "at_least")}


def test_upgrades_as_data() -> None:
    """Names as they are declared, and nothing where a function stands."""
    assert shape_of(THIRD).upgrades == (
        UpgradeShape(
            1,
            {"sent": "received"},
            {"e-gov.az": {"details": "contact"}},
            {"mobile": "phone", "urgent": None},
            ("fax",),
            {"outcome": "result"},
            (),
            {"assign": "appoint"},
        ),
        UpgradeShape(
            2,
            {"overdue": "waiting"},
            {"e-gov.az": {"contact": "place", "confirm": "place"}},
            findings={"outcome": None},
        ),
    )


@pytest.mark.parametrize("service", [FIRST, SECOND, THIRD, SEALING, *built_in_services()])
def test_the_text_is_small_and_stable(service: Service) -> None:
    """JSON in short lines, keys sorted, one line break at the end, no text of a screen."""
    text = shape_of(service).text
    assert text == shape_of(service).text
    assert json.loads(text) == shape_of(service).as_json()
    assert text.endswith("}\n")
    assert not text.endswith("\n\n")
    assert max(map(len, text.splitlines())) <= 100
    assert list(json.loads(text)) == sorted(json.loads(text))
    assert service.name not in text


def renamed(service: Service, **changes: Any) -> Service:
    return attrs.evolve(service, rules=service.rules, **changes)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda: renamed(FIRST, name="Başqa ad"), id="name"),
        pytest.param(lambda: renamed(FIRST, rows="DI-001"), id="rows"),
        pytest.param(lambda: renamed(FIRST, manual="Başqa təlimat"), id="manual"),
    ],
)
def test_texts_are_no_shape(change: Callable[[], Service]) -> None:
    """Whoever corrects a wording raises no version."""
    assert shape_of(change()).text == shape_of(FIRST).text


class Colour(enum.Enum):
    """An enumeration."""

    RED = "red"
    FIRST = 1
    LAST = "1"
    PAIR = (1, 2)


@attrs.frozen
class Leaf:
    """A record that holds itself."""

    colour: Colour
    more: tuple[Leaf, ...]


@dataclasses.dataclass(frozen=True)
class Address:
    """A record of the standard library; how long it is, is made and not kept."""

    street: str
    house: str = ""
    rooms: list[Colour] = dataclasses.field(default_factory=list)
    length: int = dataclasses.field(init=False, default=0)


T = TypeVar("T")


@attrs.frozen
class Box(Generic[T]):
    """A record of anything; what it holds is made and not kept."""

    label: str = ""
    held: int = attrs.field(init=False, default=0)


@attrs.frozen
class Form:
    """A form of records."""

    leaf: Leaf | None = form_field("Yarpaq")
    box: Box[Address] = form_field("Qutu")


def test_types_are_followed_to_their_end() -> None:
    """Through brackets and options, once each, enumerations with their members."""
    bare = attrs.evolve(SEALING, form=Form, journeys=())
    assert shape_of(bare).types == {
        f"{__name__}.Leaf": TypeShape(
            {"colour": f"{__name__}.Colour", "more": f"tuple[{__name__}.Leaf, ...]"}
        ),
        f"{__name__}.Colour": TypeShape(
            members={"RED": "red", "FIRST": 1, "LAST": "1", "PAIR": "(1, 2)"}
        ),
        f"{__name__}.Box": TypeShape({"label": "str"}, ("label",)),
        f"{__name__}.Address": TypeShape(
            {"street": "str", "house": "str", "rooms": f"list[{__name__}.Colour]"},
            ("house", "rooms"),
        ),
    }


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (str, "str"),
        (str | None, "str | None"),
        (Optional[str], "str | None"),  # noqa: UP045  # as an older declaration writes it
        (None | int | str, "int | str | None"),
        (int | str, "int | str"),
        (tuple[int, ...], "tuple[int, ...]"),
        (dict[str, list[int]], "dict[str, list[int]]"),
        (Any, "typing.Any"),
    ],
)
def test_the_name_of_a_type(kind: Any, name: str) -> None:
    """The same for one type, however it is written."""
    assert type_name(kind) == name


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("m.Code", {"m.Code"}),
        ("m.Code | m.Code2 | None", {"m.Code", "m.Code2", "None"}),
        ("dict[str, list[m.test.<locals>.Code]]", {"dict", "str", "list", "m.test.<locals>.Code"}),
        ("tuple[m.Code, ...]", {"tuple", "m.Code", "..."}),
    ],
)
def test_the_parts_of_a_name(name: str, parts: set[str]) -> None:
    """Each name whole, without what stands between."""
    assert type_parts(name) == parts
