"""Every ``parse`` that there is, found by looking: the vocabulary's and those of the services.

`tests/vocabulary/test_parse_contract.py` holds each of them to its own codes; here whatever is
added later is held to the contract without being named.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import tracemalloc
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given
from tests.fuzz.strange import MARK, answered, fuzzed, texts

import utility_eservices.vocabulary
from utility_eservices.desk.catalogue import built_in_services
from utility_eservices.errors import EServicesError, InvalidValue

Parse = Callable[[str], Any]


def _of_vocabulary() -> Iterator[tuple[str, Parse]]:
    package = utility_eservices.vocabulary
    for found in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        module = importlib.import_module(found.name)
        for name in module.__all__:
            parse = getattr(getattr(module, name), "parse", None)
            # Not the function of a class whose instances parse: those are met by name.
            if parse is not None and inspect.ismethod(parse):
                yield name, parse


def _of_services() -> Iterator[tuple[str, Parse]]:
    for service in built_in_services():
        for spec in (*service.fields.values(), *service.findings.values()):
            if spec.parse is not None:
                yield f"{service.key}-{spec.key}", spec.parse


PARSERS = dict([*_of_vocabulary(), *_of_services()])

every_parser = pytest.mark.parametrize("name", PARSERS)


def plain(value: Any) -> str:
    """The plain form of a value, as its class gives it back."""
    forms = (getattr(value, "value", None), getattr(value, "plain", None), str(value))
    return next(form for form in forms if isinstance(form, str))


def test_the_parsers_are_found() -> None:
    """Those whose names the issue gives are among them, so that the search is no empty one."""
    wanted = {"SubscriberCode", "Fin", "Money", "MeterReading", "Phone", "Email", "Remark", "Month"}
    assert wanted < PARSERS.keys()


@every_parser
@fuzzed(80)
@given(text=texts)
def test_any_text_is_read_or_refused(name: str, text: str) -> None:
    """A value whose plain form reads as the same value, or an error that repeats nothing."""
    parse = PARSERS[name]
    value = answered(lambda: parse(text), InvalidValue)
    if isinstance(value, EServicesError):
        # Beneath it lies no other library's error, whose text might hold what was typed.
        assert value.__cause__ is value.__context__ is None
        return
    again = parse(plain(value))
    assert again == value
    assert plain(again) == plain(value)
    assert parse(f"\t {text}\n ") == value
    plain(value).encode()  # it can be stored anywhere
    if MARK in text:
        assert MARK not in f"{value!r} {value!s}"


@every_parser
@pytest.mark.parametrize("unit", ["1", "a", "ə", "1.", "a@", "e\u0301"])
def test_ten_megabytes_are_refused_by_their_length(name: str, unit: str) -> None:
    """Nothing is made of a text far too long, not even one copy of it."""
    parse = PARSERS[name]
    answered(lambda: parse(unit), InvalidValue)  # loads what it needs
    text = unit * (10 * 1024 * 1024 // len(unit))
    tracemalloc.start()
    try:
        with pytest.raises(InvalidValue):
            parse(text)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 100_000
