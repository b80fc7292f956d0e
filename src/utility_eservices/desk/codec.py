"""The codec: a case as text and back, to the letter, its form and findings typed."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any, TypeVar

import attrs
from cattrs.preconf.json import JsonConverter, make_converter

from utility_eservices.casework.case import Case, Entry
from utility_eservices.casework.screen import Screen
from utility_eservices.desk.catalogue import Catalogue
from utility_eservices.desk.upgrading import upgraded_case
from utility_eservices.vocabulary.person import Identity

__all__ = ["Codec", "converter"]

T = TypeVar("T")

# As the fields of records name them, whose annotations are texts.
_PLAIN = {"str": str, "int": int}


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
    for field in attrs.fields(kind):
        wanted = _PLAIN.get(str(field.type))
        if wanted and field.name in plain:
            _exactly(wanted, plain[field.name])
    return plain


# By identity, since ports are resolved once for each codec and a service has no hash.
@attrs.frozen(eq=False)
class Codec:
    """The codec of one desk; it knows the forms and findings of the catalogue's services."""

    catalogue: Catalogue
    converter: JsonConverter = attrs.field(factory=converter)

    def dump(self, case: Case[Any]) -> str:
        """The case as JSON text."""
        plain = attrs.asdict(case, recurse=False)
        plain["applicant"] = self.converter.unstructure(case.applicant)
        plain["form"] = self.converter.unstructure(case.form)
        plain["history"] = [self._plain_entry(entry) for entry in case.history]
        return json.dumps(plain)

    def _plain_entry(self, entry: Entry) -> dict[str, Any]:
        plain = attrs.asdict(entry, recurse=False)
        plain["at"] = entry.at.isoformat()
        plain["findings"] = self.converter.unstructure(dict(entry.findings))
        return plain

    def load(self, text: str) -> Case[Any]:
        """The case that a text holds, brought up to the present version of its service.

        One of a newer version comes with its form and findings as plain JSON values: it can be
        listed and written back, and nothing else (`utility_eservices.desk.upgrading`). Raises
        `UnknownName` when its service is not there.
        """
        plain = json.loads(text)
        service = self.catalogue.of(plain["service"])
        plain["applicant"] = self.converter.structure(plain["applicant"], Identity)
        types: dict[str, Any] = {}
        if plain["service_version"] <= service.version:
            plain = upgraded_case(service, plain)
            plain["form"] = self.converter.structure(plain["form"], service.form)
            types = {key: spec.type for key, spec in service.findings.items()}
        plain["history"] = tuple(
            self._entry(entry, types) for entry in _exactly(list, plain["history"])
        )
        return Case(**_well_shaped(Case, plain))

    def _entry(self, plain: dict[str, Any], types: Mapping[str, Any]) -> Entry:
        # What the performer of an effect found out has no declared type: it is plain JSON.
        plain["findings"] = {
            key: self.converter.structure(value, types[key]) if key in types else value
            for key, value in plain["findings"].items()
        }
        plain["at"] = datetime.fromisoformat(plain["at"])
        return Entry(**_well_shaped(Entry, plain))
