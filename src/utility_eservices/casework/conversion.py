"""From what was typed to typed values, with all faults at once.

Values arrive as text from a web form or as JSON. `as_text` brings either to the text that a
journey keeps; `value_of` makes the typed value of it. Neither ever echoes what was typed.
"""

from __future__ import annotations

import base64
import binascii
import json
import types
import typing
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import attrs

from utility_eservices.casework.form import FieldSpec, is_optional
from utility_eservices.casework.refusal import REQUIRED
from utility_eservices.errors import Fault, InvalidValue
from utility_eservices.vocabulary.document import Document, Upload

__all__ = [
    "LONGEST",
    "Converted",
    "as_text",
    "convert",
    "document_of",
    "ticked",
    "upload_of",
    "value_of",
]

# Longer texts are refused unread; no field of a form needs more.
LONGEST = 10_000

_TRUE = {"true", "on", "1", "bəli"}
_FALSE = {"false", "off", "0", "xeyr", ""}


@attrs.frozen
class Converted:
    """Sound values by key, and what is wrong with the rest."""

    values: Mapping[str, Any]
    faults: tuple[Fault, ...]


def _wrong_shape(field: str) -> Fault:
    # The value sent is of the wrong kind.
    return Fault(field, "wrong_shape", "Göndərilən qiymətin növü düzgün deyil.")


def as_text(field: str, raw: object) -> str | Fault:
    """The text of one value as it came from outside.

    JSON numbers become their shortest text, null the empty text.

    >>> as_text("reading", 12.5), as_text("reading", None)
    ('12.5', '')
    >>> as_text("reading", [12]).code
    'wrong_shape'
    """
    if raw is None:
        return ""
    if isinstance(raw, bool):
        return "true" if raw else "false"
    if isinstance(raw, int | float | Decimal):
        # A huge int has no business here, and its decimal text would take a long time to make.
        huge = isinstance(raw, int) and raw.bit_length() > 256
        return _wrong_shape(field) if huge else _checked(field, str(raw))
    return _checked(field, raw) if isinstance(raw, str) else _wrong_shape(field)


def _checked(field: str, text: str) -> str | Fault:
    if len(text) > LONGEST:
        # The text is too long.
        return Fault(field, "too_long", "Mətn həddindən artıq uzundur.")
    # Half a character cannot be stored or sent anywhere.
    return _wrong_shape(field) if any("\ud800" <= c <= "\udfff" for c in text) else text


def upload_of(field: str, raw: object) -> Upload | Fault | None:
    """The file in one value: an `Upload`, or JSON ``{"name": …, "content": base64}``.

    None when no file came, so that the one kept before stays.
    """
    if isinstance(raw, Upload):
        return raw
    if raw is None or raw == "":
        return None
    if isinstance(raw, Mapping) and set(raw) == {"name", "content"}:
        name, content = raw["name"], raw["content"]
        if isinstance(name, str) and isinstance(content, str):
            try:
                return Upload(name, base64.b64decode(content, validate=True))
            except (binascii.Error, ValueError):
                return _wrong_shape(field)
    return _wrong_shape(field)


def ticked(field: str, text: str) -> bool | Fault:
    """Whether a box was ticked.

    >>> ticked("agreed", "on"), ticked("agreed", "")
    (True, False)
    """
    word = text.strip().lower()
    if word in _TRUE:
        return True
    return False if word in _FALSE else _wrong_shape(field)


def document_of(text: str) -> Document:
    """The kept file that a journey remembers as text; see `attrs.asdict` of a Document."""
    return Document(**json.loads(text))


def value_of(spec: FieldSpec, text: str, *, needed: bool = False) -> Any:
    """The typed value of a text, or a `Fault`.

    A type converts by its ``parse``, which raises `InvalidValue`; plain ``str`` is taken as it
    stands. Empty text is None where the type allows that and no value is ``needed``; otherwise
    it is "required" unless the type says something of its own.
    """
    kind = _inner(spec.type)
    if not needed and not text.strip() and is_optional(spec.type):
        return None
    if spec.upload is not None:
        # No file was uploaded.
        missing = Fault(spec.key, "file_missing", "Fayl yüklənməyib.")
        return document_of(text) if text else missing
    parse = spec.parse or getattr(kind, "parse", None)
    if parse is None:
        return text if text.strip() else Fault(spec.key, "required", REQUIRED)
    try:
        return parse(text)
    except InvalidValue as error:
        return error.at(spec.key)


def _inner(kind: Any) -> Any:
    if typing.get_origin(kind) in (typing.Union, types.UnionType):
        return next(arg for arg in typing.get_args(kind) if arg is not type(None))
    return kind


def convert(specs: tuple[FieldSpec, ...], raw: Mapping[str, object]) -> Converted:
    """Convert several values, each on its own; missing ones are left out."""
    values: dict[str, Any] = {}
    faults: list[Fault] = []
    for spec in specs:
        if spec.key not in raw:
            continue
        text = as_text(spec.key, raw[spec.key])
        value = text if isinstance(text, Fault) else value_of(spec, text)
        if isinstance(value, Fault):
            faults.append(value)
        else:
            values[spec.key] = value
    return Converted(values, tuple(faults))
