"""The form of a service (ərizə forması): one attrs class, each field declared once.

>>> @attrs.frozen
... class Order:
...     code: str = form_field("Abonent kodu", example="1234", rows="XX-001")
>>> [(item.key, item.label, item.rows) for item in fields_of(Order).values()]
[('code', 'Abonent kodu', 'XX-001')]

A *finding* (nəticə) is one such field on its own: what an officer must state with an act.
"""

from __future__ import annotations

import typing
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

import attrs

from utility_eservices.vocabulary.document import FilePolicy

__all__ = [
    "FieldSpec",
    "fields_of",
    "finding",
    "form_field",
    "has_value",
    "is_frozen",
    "is_optional",
    "split_rows",
]

_SPEC = "utility_eservices.form_field"


def split_rows(rows: str) -> tuple[str, ...]:
    """The catalogue rows named in a declaration: ``"DI-021 DI-077"`` gives a pair.

    >>> split_rows("DI-021 DI-077")
    ('DI-021', 'DI-077')
    """
    return tuple(rows.split())


@attrs.frozen
class FieldSpec:
    """What is known of one field, whatever the channel does with it.

    ``key`` is the attribute's name and ``type`` its annotation; ``label`` and ``help`` are
    Azerbaijani; ``example`` is a value as a person would enter it; ``parse`` overrides the
    ``parse`` of the type; ``given`` names a value that is filled in at registration
    (``"today"``) instead of being entered; ``upload`` says what file is accepted; ``told``
    lets the applicant see a finding; ``ours`` marks what no manual states; ``samples`` are
    typed values that guards tell from the example and from each other, for the proofs.

    A field whose type allows None may be left empty. With ``only_when``, another field's key
    and a value, it is there only when that field has that value, and must then be filled in.
    """

    key: str
    type: Any
    label: str
    example: Any
    rows: str = ""
    help: str = ""
    number: bool = False
    unit: str = ""
    given: str = ""
    parse: Callable[[str], object] | None = None
    upload: FilePolicy | None = None
    told: bool = False
    ours: bool = False
    only_when: tuple[str, Any] | None = attrs.field(default=None, hash=False)
    # Whatever a type is, a declaration can be looked up: values need not be hashable.
    samples: tuple[Any, ...] = attrs.field(default=(), converter=tuple, hash=False, repr=False)

    @property
    def required(self) -> bool:
        """Whether it must be filled in where a person meets it."""
        return self.only_when is not None or not is_optional(self.type)


def form_field(
    label: str,
    *,
    example: Any = "",
    rows: str = "",
    help: str = "",  # noqa: A002  # the field's help text; the word of every form library
    number: bool = False,
    unit: str = "",
    given: str = "",
    parse: Callable[[str], object] | None = None,
    upload: FilePolicy | None = None,
    ours: bool = False,
    only_when: tuple[str, Any] | None = None,
    samples: Iterable[Any] = (),
) -> Any:
    """Declare a field of a form class; see `FieldSpec` for what each part means."""
    # The key and the type are known only once the class exists: `fields_of` adds them.
    spec = FieldSpec(
        "",
        None,
        label,
        example,
        rows,
        help,
        number,
        unit,
        given,
        parse,
        upload,
        ours=ours,
        only_when=only_when,
        samples=samples,
    )
    return attrs.field(metadata={_SPEC: spec})


def finding(
    key: str,
    kind: Any,
    label: str,
    *,
    example: Any,
    rows: str = "",
    number: bool = False,
    unit: str = "",
    parse: Callable[[str], object] | None = None,
    told: bool = False,
    ours: bool = False,
    samples: Iterable[Any] = (),
) -> FieldSpec:
    """Declare something that an officer states with an act, for example a reason.

    ``told`` says that the applicant is to see it; `FieldSpec` says the rest.
    """
    return FieldSpec(
        key,
        kind,
        label,
        example,
        rows,
        number=number,
        unit=unit,
        parse=parse,
        told=told,
        ours=ours,
        samples=samples,
    )


def is_frozen(form: type) -> bool:
    """Whether a form class is one of `attrs.frozen`, so that what was sent stays as it is."""
    properties: Any = getattr(form, "__attrs_props__", None)
    return bool(properties and properties.is_frozen)


def is_optional(kind: Any) -> bool:
    """Whether a field of this type may be left empty.

    >>> is_optional(str | None), is_optional(str)
    (True, False)
    """
    return type(None) in typing.get_args(kind)


def has_value(kind: Any) -> bool:
    """Whether values of a type, also one that may be missing, have their text as ``.value``."""
    kinds = [item for item in typing.get_args(kind) if item is not type(None)] or [kind]
    return all(
        hasattr(item, "value") or "value" in typing.get_type_hints(item)
        for item in kinds
        if isinstance(item, type)
    )


@cache
def fields_of(form: type) -> Mapping[str, FieldSpec]:
    """The fields of a form class in the order they are declared."""
    hints = typing.get_type_hints(form)
    return {
        attribute.name: attrs.evolve(
            attribute.metadata[_SPEC], key=attribute.name, type=hints[attribute.name]
        )
        for attribute in attrs.fields(form)
        if _SPEC in attribute.metadata
    }
