"""The codec: a case as text and back, to the letter, its form and findings typed."""

from __future__ import annotations

import json
import logging
import typing
import weakref
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

import attrs
from cattrs.preconf.json import JsonConverter, make_converter

from utility_eservices.casework.case import Case, Entry
from utility_eservices.casework.screen import Screen
from utility_eservices.casework.service import Service
from utility_eservices.desk.catalogue import Catalogue
from utility_eservices.desk.upgrading import upgraded_case
from utility_eservices.ports.case_store import CaseText
from utility_eservices.vocabulary.person import Identity

__all__ = ["Codec", "converter"]

T = TypeVar("T")
_log = logging.getLogger(__name__)

# What is kept of a part that was not written yet.
_NOTHING: tuple[Callable[[], Any], str] = (lambda: None, "")
# What changes with every move stands beside what never does.
_PARTS = {"applicant", "form", "history"}
_OF_CASE = tuple(field.name for field in attrs.fields(Case) if field.name not in _PARTS)
_of_case = attrgetter(*_OF_CASE)
_HEAD = ", ".join(f'"{name}": %s' for name in _OF_CASE)
# What is encoded is made of plain values and holds no circle.
_encoded = json.JSONEncoder(check_circular=False).encode
_decoded = json.JSONDecoder().decode


def converter() -> JsonConverter:
    """A converter for every value of the vocabulary: decimals as text, days and instants ISO."""
    made = make_converter()
    made.register_unstructure_hook(Decimal, str)
    made.register_structure_hook(Decimal, lambda text, _: Decimal(_exactly(str, text)))
    for kind in (str, int, bool):
        # Left to itself, a converter makes the text “None” of nothing and 12 of 12.9.
        made.register_structure_hook(kind, _strict(kind))
    # A suspended journey comes back without its screen, which is rendered anew.
    made.register_structure_hook(Screen, lambda _nothing, _: Screen("", "", ""))
    return made


def _lines(texts: Sequence[str]) -> list[Any]:
    """What each of these JSON texts holds."""
    # As one text, since each decoding of its own costs more than most lines do.
    lines: list[Any] = _decoded(f"[{','.join(texts)}]")
    if len(lines) != len(texts):
        raise ValueError("these are no JSON texts, one by one")
    return lines


def _strict(kind: type) -> Callable[[Any, Any], Any]:
    # Also for what derives from the kind, as an enumeration of numbers does.
    return lambda value, target: target(_exactly(kind, value))


def _exactly(kind: type[T], value: object) -> T:
    """The value if it is of this kind already; names no value when it is not."""
    if type(value) is not kind:
        raise TypeError(f"this is no {kind.__name__}")
    return value


def _well_shaped(kind: type, plain: Mapping[str, Any]) -> Mapping[str, Any]:
    """The plain fields of a record if each is of the kind that the record declares."""
    for name, wanted in _plain_fields(kind):
        if name in plain:
            _exactly(wanted, plain[name])
    return plain


@cache
def _plain_fields(kind: type) -> tuple[tuple[str, type], ...]:
    hints = typing.get_type_hints(kind)
    return tuple((name, hint) for name, hint in hints.items() if hint in {str, int})


# By identity, since ports are resolved once for each codec and a service has no hash.
@attrs.frozen(eq=False)
class Codec:
    """The codec of one desk; it knows the forms and findings of the catalogue's services."""

    catalogue: Catalogue
    converter: JsonConverter = attrs.field(factory=converter)
    _written: dict[int, tuple[Callable[[], Any], str]] = attrs.field(
        factory=dict, init=False, repr=False
    )

    def dump(self, case: Case[Any]) -> CaseText:
        """The case as JSON texts."""
        # Value by value, which for texts and whole numbers takes half as long as a dict of them.
        head = _HEAD % tuple(
            [value if type(value) is int else _encoded(value) for value in _of_case(case)]
        )
        applicant, form = self._once(case.applicant), self._once(case.form)
        return CaseText(
            f'{{{head}, "applicant": {applicant}, "form": {form}}}',
            tuple(map(self._once, case.history)),
        )

    def _once(self, part: Any) -> str:
        """A part of a case that never changes, as JSON text: written once, kept while it lives."""
        # Found by what it is, not by what it equals: 1.0 equals 1.00, and is another text.
        key = id(part)
        kept, text = self._written.get(key, _NOTHING)
        if kept() is not part:
            text = _encoded(self.converter.unstructure(part))
            try:
                kept = weakref.ref(part, lambda _gone: self._written.pop(key, None))
            except TypeError:
                # A plain form, of a version that is not known here, nobody can hold weakly.
                return text
            self._written[key] = kept, text
        return text

    def load(self, text: CaseText) -> Case[Any]:
        """The case that a text holds, brought up to the present version of its service.

        One of a newer version, and one that an upgrade fails on, comes as it was written, its
        form and findings as plain JSON values: it can be listed and written back, and nothing
        else (`utility_eservices.desk.upgrading`). Raises `UnknownName` when its service is not
        there.
        """
        plain = _decoded(text.head)
        plain["history"] = _lines(text.history)
        service = self.catalogue.of(plain["service"])
        plain["applicant"] = self.converter.structure(plain["applicant"], Identity)
        version = _exactly(int, plain["service_version"])
        if version == service.version:
            return self._read(service, plain)
        if version < service.version:
            try:
                return self._read(service, upgraded_case(service, plain, self._reads))
            except Exception as error:  # noqa: BLE001  # a service's own functions are asked
                # One case that cannot be read must not take a whole list with it.
                kind = type(error).__name__
                _log.warning("a case of %s, version %d: %s", service.key, version, kind)
        return self._case(plain, {})

    def _read(self, service: Service, plain: Mapping[str, Any]) -> Case[Any]:
        form: Any = self.converter.structure(plain["form"], service.form)
        types = {key: spec.type for key, spec in service.findings.items()}
        return self._case({**plain, "form": form}, types)

    def _reads(self, value: Any, kind: Any) -> bool:
        """Whether a plain value is one of a type."""
        try:
            self.converter.structure(value, kind)
        except Exception:  # noqa: BLE001  # whatever a type says of what is none of its values
            return False
        return True

    def _case(self, plain: Mapping[str, Any], types: Mapping[str, Any]) -> Case[Any]:
        history = tuple(self._entry(entry, types) for entry in plain["history"])
        return Case(**_well_shaped(Case, {**plain, "history": history}))

    def _entry(self, plain: Mapping[str, Any], types: Mapping[str, Any]) -> Entry:
        # What the performer of an effect found out has no declared type: it is plain JSON.
        findings = {
            key: self.converter.structure(value, types[key]) if key in types else value
            for key, value in plain["findings"].items()
        }
        at = datetime.fromisoformat(plain["at"])
        return Entry(**_well_shaped(Entry, {**plain, "at": at, "findings": findings}))
