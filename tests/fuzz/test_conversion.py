"""From whatever JSON holds to the typed values of every field that any service has."""

from __future__ import annotations

import base64
import json
from operator import add
from typing import Any

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.fuzz.strange import MARK, fuzzed, json_values, silent, texts, things

from utility_eservices.casework.conversion import (
    LONGEST,
    as_text,
    convert,
    ticked,
    upload_of,
    value_of,
)
from utility_eservices.casework.form import FieldSpec
from utility_eservices.desk.catalogue import built_in_services
from utility_eservices.errors import Fault, InvalidValue
from utility_eservices.vocabulary.document import (
    EXAMPLE_PHOTO,
    Document,
    ImagePolicy,
    Upload,
    safe_name,
)

# What a person types, or an officer states: files travel another way.
SPECS: dict[str, FieldSpec] = {
    f"{service.key}-{spec.key}": spec
    for service in built_in_services()
    for spec in (*service.fields.values(), *service.findings.values())
    if not spec.upload and not spec.given
}


def is_fault_of(field: str, answer: object) -> bool:
    """Whether an answer is a fault of this field that says something and repeats nothing."""
    if not isinstance(answer, Fault):
        return False
    assert (answer.field, bool(answer.code)) == (field, True)
    assert answer.message.endswith(".")
    assert MARK not in f"{answer!r}{answer.message}"
    return True


@fuzzed(150)
@given(raw=things)
@example(raw="x" * (LONGEST + 1))
@example(raw=MARK * LONGEST)
@example(raw=MARK + "\ud800")
def test_a_text_that_is_taken_can_go_anywhere(raw: object) -> None:
    """At most the longest, whole characters only, the same as JSON and as UTF-8."""
    text = as_text("it", raw)
    if not is_fault_of("it", text):
        assert isinstance(text, str)
        assert len(text) <= LONGEST
        assert json.loads(json.dumps(text)) == text == text.encode().decode()
        assert as_text("it", text) == text
        assert not isinstance(raw, list | dict | bytes | set | tuple)


@fuzzed(100)
@given(raw=st.booleans() | st.integers() | st.floats() | st.decimals())
def test_a_number_of_json_is_never_a_tick_by_chance(raw: Any) -> None:
    """Only what reads as one or nought is a tick; not a number, however it is written."""
    text = as_text("it", raw)
    said = ticked("it", text) if isinstance(text, str) else text
    if isinstance(said, bool):
        assert raw == said
    else:
        assert is_fault_of("it", said)


@fuzzed(150)
@given(text=texts)
def test_any_text_is_a_tick_or_a_fault(text: str) -> None:
    """Whatever is said in place of yes or no is told, and not taken for either."""
    said = ticked("it", text)
    assert isinstance(said, bool) or is_fault_of("it", said)


@fuzzed(150)
@given(raw=things)
def test_any_value_is_a_file_or_none_or_a_fault(raw: object) -> None:
    """Most of what is no file is not even near to one."""
    upload = upload_of("it", raw)
    assert upload is None or isinstance(upload, Upload) or is_fault_of("it", upload)


contents = (
    st.binary(max_size=200)
    | st.integers(0, len(EXAMPLE_PHOTO.content)).map(lambda n: EXAMPLE_PHOTO.content[:n])
    | st.binary(max_size=50).map(lambda tail: EXAMPLE_PHOTO.content + tail)
)


@fuzzed(150)
@given(name=st.builds(add, texts, st.sampled_from(["", ".png", ".jpg"])), content=contents)
def test_any_content_is_an_image_or_refused(name: str, content: bytes) -> None:
    """Cut, lengthened or made up: it is looked into and never told by its name, which is shown."""
    raw = {"name": name, "content": base64.b64encode(content).decode()}
    upload = upload_of("it", raw)
    assert upload == Upload(name, content)
    assert MARK not in repr(upload)
    shown = safe_name(name)
    assert 0 < len(shown) <= 100
    assert shown.isprintable()
    policy = ImagePolicy()
    try:
        found = policy.check(upload)
    except InvalidValue as error:
        assert is_fault_of("it", error.at("it"))  # noqa: PT017  # refusing is no duty here
    else:
        assert found in policy.media_types
        assert policy.check(Upload("other", content)) == found


@pytest.mark.parametrize("name", SPECS)
@fuzzed(50)
@given(raw=json_values)
def test_any_value_of_any_field_is_its_value_or_its_fault(name: str, raw: object) -> None:
    """One at a time and several at once come out the same, each at its own field."""
    spec = SPECS[name]
    with silent():
        found = convert((spec,), {spec.key: raw, f"{MARK} other": raw})
    assert found.values.keys() | {fault.field for fault in found.faults} == {spec.key}
    assert not found.values or not found.faults
    for fault in found.faults:
        assert is_fault_of(spec.key, fault)
    for value in found.values.values():
        assert not isinstance(value, Fault)
        text = as_text(spec.key, raw)
        assert value_of(spec, str(text)) == value


@fuzzed(100)
@given(raw=st.fixed_dictionaries({}, optional={spec.key: json_values for spec in SPECS.values()}))
def test_all_fields_at_once_are_told_at_once(raw: dict[str, object]) -> None:
    """Each that came is a value or a fault, none is lost, none is made up."""
    specs = tuple({spec.key: spec for spec in SPECS.values()}.values())
    found = convert(specs, raw)
    assert not any(isinstance(value, Fault) for value in found.values.values())
    keys = [*found.values, *(fault.field for fault in found.faults)]
    assert sorted(keys) == sorted(raw)


@fuzzed(50)
@given(name=texts)
def test_what_a_journey_remembers_of_a_file_comes_back(name: str) -> None:
    """A kept file survives as the text of an entry, whatever it was called."""
    document = Document("d", safe_name(name), "image/png", 1, "ab")
    spec = FieldSpec("it", Document, "F", "", upload=ImagePolicy())
    assert value_of(spec, json.dumps(attrs.asdict(document))) == document
