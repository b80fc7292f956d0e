"""Settings of adapters: attrs classes, filled from the environment or from a TOML file.

An adapter says what it needs as the fields of an attrs class and asks for it by a name. The field
``host`` of the settings called ``smtp`` is ``ESERVICES_SMTP_HOST``; what the environment leaves
open stands in the table ``[smtp]`` of the file that ``ESERVICES_SETTINGS`` names. A `Secret` may
lie in a file of its own, as container platforms hand them out: ``ESERVICES_SMTP_PASSWORD_FILE``.

>>> @attrs.frozen
... class Mail:
...     host: str
...     port: int = 25
...     password: Secret | None = None
>>> given = {"ESERVICES_MAIL_HOST": "mail.example", "ESERVICES_MAIL_PASSWORD": "geheim"}
>>> from_environment(Mail, "mail", given)
Mail(host='mail.example', port=25, password=Secret(•••))
>>> from_environment(Mail, "mail", {})
Traceback (most recent call last):
    ...
utility_eservices_adapters.settings.SettingsRefused: Set ESERVICES_MAIL_HOST.
"""

from __future__ import annotations

import os
import tomllib
import types
import typing
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import attrs

from utility_eservices.errors import PortUnavailable

__all__ = ["FILE", "Secret", "SettingsRefused", "Unset", "from_environment", "names", "provided"]

T = TypeVar("T")

# The environment variable with the path of the TOML file.
FILE = "ESERVICES_SETTINGS"
_PREFIX = "ESERVICES"
_TRUTHS = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}


@attrs.frozen(repr=False)
class Secret:
    """A text that is never printed; ``value`` is the text itself."""

    value: str

    def __repr__(self) -> str:
        return "Secret(•••)"


class SettingsRefused(ValueError):
    """A setting is missing or says what it cannot; the text advises, and quotes no value."""


def _truth(text: str) -> bool:
    return _TRUTHS[text.lower()]


def _seconds(text: str) -> timedelta:
    return timedelta(seconds=float(text))


def _texts(text: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in text.split(",") if item.strip())


_READERS: Mapping[Any, tuple[Callable[[str], Any], str]] = {
    str: (str, "a text"),
    int: (int, "a whole number"),
    float: (float, "a number"),
    bool: (_truth, "true or false"),
    Path: (Path, "a path"),
    timedelta: (_seconds, "a number of seconds"),
    tuple[str, ...]: (_texts, "words between commas"),
    Secret: (Secret, "a text"),
}


def from_environment(kind: type[T], name: str, environment: Mapping[str, str] | None = None) -> T:
    """An object of an attrs class, from the settings of this name.

    Fields are of the types str, int, float, bool, Path, timedelta (in seconds), tuple[str, ...]
    (between commas) and `Secret`, or of one of them or None. Empty counts as not set. Raises
    `SettingsRefused` for a field without a default that is not set, for a value that is none of
    its type or that the class refuses, and for a file that is not to be read or says more.
    """
    source = os.environ if environment is None else environment
    fields = {field.name: field for field in attrs.fields(kind)}  # type: ignore[arg-type]
    table = _table(name, source)
    for key in table:
        if key not in fields:
            _refuse(f"The table [{name}] knows {', '.join(fields)} and not {key}.")
    hints = typing.get_type_hints(kind)
    values: dict[str, Any] = {}
    for key, field in fields.items():
        variable = f"{_PREFIX}_{name}_{key}".upper().replace("-", "_")
        wanted = _plain(hints[key])
        text = source.get(variable) or _lying_in_a_file(variable, wanted, source) or table.get(key)
        if text:
            values[key] = _read(wanted, text, variable)
        elif field.default is attrs.NOTHING:
            _refuse(f"Set {variable}.")
    try:
        return kind(**values)
    except SettingsRefused:
        raise
    except (ValueError, TypeError):
        # What a validator says may quote the value.
        raise SettingsRefused(f"The settings {_PREFIX}_{name.upper()}_… do not fit.") from None


def _plain(hint: Any) -> Any:
    """The type of a field that may also be None."""
    if isinstance(hint, types.UnionType):
        return next(kind for kind in typing.get_args(hint) if kind is not types.NoneType)
    return hint


def _read(kind: Any, text: str, variable: str) -> Any:
    reader, described = _READERS[kind]
    with suppress(ValueError, KeyError, OverflowError):
        if "\0" not in text:  # which no path and no address takes
            return reader(text)
    raise SettingsRefused(f"Make {variable} {described}.")


def _lying_in_a_file(variable: str, kind: Any, source: Mapping[str, str]) -> str:
    path = source.get(f"{variable}_FILE") if kind is Secret else None
    if not path:
        return ""
    try:
        return Path(path).read_text("utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError):
        raise SettingsRefused(f"Make {variable}_FILE a file that can be read.") from None


def names(key: str, environment: Mapping[str, str] | None = None) -> tuple[str, ...] | None:
    """The names that a variable such as ``ESERVICES_PLUGINS`` lists, or the file at its top.

    None where neither says anything. Raises `SettingsRefused`.

    >>> names("plugins", {"ESERVICES_PLUGINS": "system, folder"})
    ('system', 'folder')
    """
    source = os.environ if environment is None else environment
    if text := source.get(f"{_PREFIX}_{key.upper()}"):
        return _texts(text)
    said = _file(source).get(key)
    if said is None:
        return None
    if not isinstance(said, list) or not all(isinstance(name, str) for name in said):
        _refuse(f"Make {key} a list of names in the file that {FILE} names.")
    return tuple(said)


def _file(source: Mapping[str, str]) -> dict[str, Any]:
    """What the file says, nothing where there is none."""
    path = source.get(FILE)
    if not path:
        return {}
    try:
        return tomllib.loads(Path(path).read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError):
        raise SettingsRefused(f"Make {FILE} a TOML file that can be read.") from None


def _table(name: str, source: Mapping[str, str]) -> dict[str, str]:
    """What the file says under a name, every value as text."""
    said = _file(source).get(name, {})
    if not isinstance(said, dict):
        _refuse(f"Make [{name}] a table in the file that {FILE} names.")
    return {key: _as_text(value) for key, value in said.items()}


def _as_text(value: object) -> str:
    return ",".join(map(str, value)) if isinstance(value, list) else str(value)


def _refuse(advice: str) -> NoReturn:
    raise SettingsRefused(advice)


class Unset:
    """What stands in the place of an adapter whose settings were refused.

    Every call is `PortUnavailable`, and ``check()`` advises.
    """

    def __init__(self, advice: str) -> None:
        self._advice = advice

    def check(self) -> str | None:
        """What to set."""
        return self._advice

    def __getattr__(self, name: str) -> Callable[..., NoReturn]:
        if name.startswith("_"):
            raise AttributeError(name)
        return _unavailable


def _unavailable(*_args: object, **_kwargs: object) -> NoReturn:
    raise PortUnavailable


def provided(make: Callable[[], T]) -> T:
    """What is made of the settings, or an `Unset` that says why it cannot be made."""
    try:
        return make()
    except SettingsRefused as refused:
        return typing.cast("T", Unset(str(refused)))
