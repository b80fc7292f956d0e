"""Ərizə forması: a form is one attrs class, each field declared once."""

from __future__ import annotations

from decimal import Decimal

import attrs
import pytest

from utility_eservices.casework.form import (
    FieldSpec,
    fields_of,
    finding,
    form_field,
    split_rows,
)
from utility_eservices.vocabulary.document import ImagePolicy


@pytest.fixture
def order() -> type:
    """A form with everything that a field can say."""

    @attrs.frozen
    class Order:
        code: str = form_field(
            "Abonent kodu", example="1234", rows="XX-001 XX-002", parse=str.strip
        )
        amount: Decimal = form_field(
            "Məbləğ", help="AZN ilə.", number=True, unit="AZN", example="2.10", ours=True
        )
        day: str = form_field("Gün", given="today")
        photo: bytes = form_field("Şəkil", upload=ImagePolicy(longest=7))
        inner: int = attrs.field(default=0)

    return Order


def test_fields_come_in_order_with_all_that_was_declared(order: type) -> None:
    """Each field keeps what was said of it, and learns its key and type from the class."""
    assert list(fields_of(order).values()) == [
        FieldSpec("code", str, "Abonent kodu", "1234", rows="XX-001 XX-002", parse=str.strip),
        FieldSpec(
            "amount", Decimal, "Məbləğ", "2.10", help="AZN ilə.", number=True, unit="AZN", ours=True
        ),
        FieldSpec("day", str, "Gün", "", given="today"),
        FieldSpec("photo", bytes, "Şəkil", "", upload=ImagePolicy(longest=7)),
    ]


def test_keys_are_the_attributes_names(order: type) -> None:
    """What is no form field, though it stands in the class, is not asked of anybody."""
    fields = fields_of(order)
    assert list(fields) == ["code", "amount", "day", "photo"]
    assert all(key == spec.key for key, spec in fields.items())


def test_a_field_says_nothing_that_was_not_declared() -> None:
    """Beside its label a field needs nothing."""

    @attrs.frozen
    class Short:
        code: str = form_field("Abonent kodu")

    assert fields_of(Short)["code"] == FieldSpec("code", str, "Abonent kodu", "")


def test_what_must_be_filled_in() -> None:
    """What may be None need not be, unless it is there only sometimes: then it is asked for."""

    @attrs.frozen
    class Some:
        code: str = form_field("Kod")
        note: str | None = form_field("Qeyd")
        floor: str | None = form_field("Mərtəbə", only_when=("code", "1"))

    assert [spec.required for spec in fields_of(Some).values()] == [True, False, True]


def test_samples_are_typed_values_that_need_not_be_hashable() -> None:
    """What guards tell apart rides on the declaration, which can still be looked up."""

    @attrs.frozen
    class Many:
        codes: list[str] = form_field("Kodlar", samples=[["1"], []])

    (spec,) = fields_of(Many).values()
    assert spec.samples == (["1"], [])
    assert list(dict.fromkeys([spec, spec])) == [spec]
    assert finding("n", int, "Say", example="1", samples=(0, 2)).samples == (0, 2)


def test_a_form_is_an_ordinary_class(order: type) -> None:
    """Every field must be given when the form is made; none has a default."""
    with pytest.raises(TypeError):
        order("1234", Decimal(1))


def test_a_finding_is_a_field_on_its_own() -> None:
    """A finding carries what an officer's form needs."""
    spec = finding(
        "amount",
        Decimal,
        "Məbləğ",
        example="2.10",
        rows="XX-003",
        number=True,
        unit="AZN",
        parse=Decimal,
        told=True,
        ours=True,
    )
    assert spec == FieldSpec(
        "amount",
        Decimal,
        "Məbləğ",
        "2.10",
        rows="XX-003",
        number=True,
        unit="AZN",
        parse=Decimal,
        told=True,
        ours=True,
    )


def test_a_finding_is_not_told_unless_declared() -> None:
    """The applicant sees no finding by accident."""
    assert finding("reason", str, "Səbəb", example="x") == FieldSpec("reason", str, "Səbəb", "x")
    assert not finding("reason", str, "Səbəb", example="x").told


def test_rows_are_parted_by_whatever_space() -> None:
    """A declaration names rows in one text."""
    assert split_rows("") == ()
    assert split_rows("DI-021") == ("DI-021",)
    assert split_rows(" DI-021  DI-077\nAMB-1 ") == ("DI-021", "DI-077", "AMB-1")
