"""From what was typed to typed values, with all faults at once."""

from __future__ import annotations

import base64
import json
import math
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from utility_eservices.casework.conversion import (
    LONGEST,
    Converted,
    as_text,
    convert,
    document_of,
    ticked,
    upload_of,
    value_of,
)
from utility_eservices.casework.form import FieldSpec, finding
from utility_eservices.errors import Fault, InvalidValue
from utility_eservices.vocabulary.contact import Email, Phone
from utility_eservices.vocabulary.document import Document, ImagePolicy, Upload
from utility_eservices.vocabulary.fin import Fin
from utility_eservices.vocabulary.money import Money
from utility_eservices.vocabulary.reading import MeterReading
from utility_eservices.vocabulary.remark import Remark
from utility_eservices.vocabulary.subscriber_code import AZERSU_CODE, SubscriberCode

REQUIRED = Fault("it", "required", "Bu sahəni doldurun.")
WRONG_SHAPE = Fault("it", "wrong_shape", "Göndərilən qiymətin növü düzgün deyil.")
DOCUMENT = Document("d1", "sayğac.png", "image/png", 68, "ab" * 32)
KEPT = json.dumps(attrs.asdict(DOCUMENT))

scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.decimals()
    | st.text()
    | st.text(st.characters(codec=None), max_size=20)
)
anything = st.recursive(
    scalars | st.binary(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def spec(kind: Any, **marks: Any) -> FieldSpec:
    """A field called ``it``."""
    return FieldSpec("it", kind, "O", "", **marks)


# --- values to text -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        pytest.param("", "", id="empty"),
        pytest.param(" Aysel ", " Aysel ", id="text"),
        pytest.param(None, "", id="null"),
        pytest.param(True, "true", id="true"),
        pytest.param(False, "false", id="false"),
        pytest.param(0, "0", id="zero"),
        pytest.param(-12, "-12", id="negative"),
        pytest.param(12.0, "12.0", id="whole float"),
        pytest.param(12.5, "12.5", id="float"),
        pytest.param(math.nan, "nan", id="no number"),
        pytest.param(Decimal("2.10"), "2.10", id="decimal"),
        pytest.param(2**256 - 1, str(2**256 - 1), id="large"),
        pytest.param("x" * LONGEST, "x" * LONGEST, id="long"),
        pytest.param("\ud7ff\ue000🙂", "\ud7ff\ue000🙂", id="beside surrogates"),
    ],
)
def test_scalars_have_a_text(raw: object, text: str) -> None:
    """JSON's scalars become the text that a person would have typed; texts stay as they are."""
    assert as_text("it", raw) == text


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param([], id="empty list"),
        pytest.param(["x"], id="list"),
        pytest.param({}, id="empty object"),
        pytest.param({"it": "x"}, id="object"),
        pytest.param(("x",), id="tuple"),
        pytest.param(b"x", id="bytes"),
        pytest.param(object(), id="something else"),
        pytest.param(2**256, id="huge"),
        pytest.param(-(2**256), id="huge negative"),
        pytest.param(10**100_000, id="endless"),
        pytest.param("half \ud800", id="first surrogate"),
        pytest.param("\udfff character", id="last surrogate"),
        pytest.param("a\udbffb", id="surrogate within"),
    ],
)
def test_what_is_no_value_has_the_wrong_shape(raw: object) -> None:
    """Lists, objects, bytes, halves of characters and endless numbers are refused unread."""
    assert as_text("it", raw) == WRONG_SHAPE


def test_a_text_too_long_is_refused() -> None:
    """Ten thousand characters are enough for any field."""
    assert LONGEST == 10_000
    assert as_text("it", "x" * 10_001) == Fault("it", "too_long", "Mətn həddindən artıq uzundur.")


@given(raw=anything)
def test_whatever_comes_is_a_text_or_a_fault(raw: object) -> None:
    """Every shape of JSON is answered, and a text that is taken can be stored anywhere."""
    text = as_text("it", raw)
    if isinstance(text, Fault):
        assert text.field == "it"
    else:
        assert text.encode().decode() == text
        assert not isinstance(raw, str) or text == raw
    assert isinstance(text, Fault) or isinstance(raw, (str | bool | int | float | Decimal | None))


# --- files --------------------------------------------------------------------------------------


def test_an_upload_is_taken_as_it_is() -> None:
    """A host that parsed a web form hands over the file itself."""
    upload = Upload("sayğac.png", b"content")
    assert upload_of("it", upload) is upload


@pytest.mark.parametrize("content", [b"", b"content", bytes(range(256))])
def test_a_file_travels_in_json_as_base64(content: bytes) -> None:
    """A name and the content in base64 are a file."""
    raw = {"name": "sayğac.png", "content": base64.b64encode(content).decode()}
    assert upload_of("it", raw) == Upload("sayğac.png", content)


@pytest.mark.parametrize("raw", [None, ""])
def test_no_file_is_no_fault(raw: object) -> None:
    """An entry left empty keeps the file of an earlier press."""
    assert upload_of("it", raw) is None


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("c29tZQ==", id="text"),
        pytest.param(b"content", id="bytes"),
        pytest.param(0, id="zero"),
        pytest.param(False, id="false"),
        pytest.param([], id="list"),
        pytest.param({}, id="empty object"),
        pytest.param({"name": "x"}, id="no content"),
        pytest.param({"content": "c29tZQ=="}, id="no name"),
        pytest.param({"name": "x", "content": "c29tZQ==", "size": 4}, id="more"),
        pytest.param({"name": 7, "content": "c29tZQ=="}, id="number for a name"),
        pytest.param({"name": None, "content": "c29tZQ=="}, id="null for a name"),
        pytest.param({"name": "x", "content": 7}, id="number for content"),
        pytest.param({"name": "x", "content": b"c29tZQ=="}, id="bytes for content"),
        pytest.param({"name": "x", "content": "c29tZQ="}, id="cut base64"),
        pytest.param({"name": "x", "content": "c29t ZQ=="}, id="space in base64"),
        pytest.param({"name": "x", "content": "c29tZQ==!"}, id="more than base64"),
        pytest.param({"name": "x", "content": "ə"}, id="letters beyond base64"),
        pytest.param({"name": "x", "content": "\ud800"}, id="surrogate"),
    ],
)
def test_what_is_no_file_has_the_wrong_shape(raw: object) -> None:
    """A text, other keys, or what is not base64 to the letter is no file."""
    assert upload_of("it", raw) == WRONG_SHAPE


@given(raw=anything)
def test_whatever_comes_is_a_file_nothing_or_a_fault(raw: object) -> None:
    """Every shape of JSON is answered."""
    answer = upload_of("it", raw)
    assert answer in (None, WRONG_SHAPE) or isinstance(answer, Upload)


# --- ticks --------------------------------------------------------------------------------------


def test_ticked() -> None:
    """What browsers, programs and people say for yes."""
    for text in ("true", "on", "1", "bəli", " ON ", "Bəli", "TRUE"):
        assert ticked("it", text) is True, text


def test_not_ticked() -> None:
    """What browsers, programs and people say for no; browsers say nothing."""
    for text in ("false", "off", "0", "xeyr", "", "  ", "Off", "XEYR"):
        assert ticked("it", text) is False, text


def test_neither_ticked_nor_not() -> None:
    """Anything else is no tick, and is not taken for one."""
    for text in ("yes", "2", "trueish", "null", "-"):
        assert ticked("it", text) == WRONG_SHAPE, text


@pytest.mark.parametrize(("raw", "says"), [(True, True), (False, False), (None, False), (1, True)])
def test_a_tick_may_come_as_json(raw: object, says: bool) -> None:
    """JSON's true and false are ticks once they are text."""
    text = as_text("it", raw)
    assert isinstance(text, str)
    assert ticked("it", text) is says


# --- texts to values ----------------------------------------------------------------------------


def test_a_type_reads_its_own_text() -> None:
    """A type of the vocabulary converts by its ``parse``."""
    assert value_of(spec(Money), "2,10") == Money.of("2.10")


def test_a_field_may_read_in_its_own_way() -> None:
    """A field's ``parse`` goes before that of its type."""
    own = spec(SubscriberCode, parse=AZERSU_CODE.parse)
    assert value_of(own, "1020304050") == AZERSU_CODE.parse("1020304050")
    assert value_of(spec(Money, parse=len), "four") == 4


@pytest.mark.parametrize("text", ["x", " x "])
def test_a_plain_text_is_taken_as_it_stands(text: str) -> None:
    """Where a type has nothing to say, nothing is changed."""
    assert value_of(spec(str), text) == text


def test_nothing_is_a_fault_where_a_value_is_needed() -> None:
    """Even where the type allows None; the type's own word for it is the one told."""
    optional = spec(Email | None)
    assert value_of(optional, " ") is None
    assert value_of(optional, " ", needed=True) == Fault(
        "it", "email_empty", "Elektron poçt ünvanı daxil edilməyib."
    )
    assert value_of(optional, "a@example.com", needed=True) == Email("a@example.com")


@pytest.mark.parametrize("text", ["", "  ", "\n"], ids=["nothing", "spaces", "line"])
def test_an_empty_plain_text_is_required(text: str) -> None:
    """Spaces are no text."""
    assert value_of(spec(str), text) == REQUIRED


@pytest.mark.parametrize("text", ["", " "])
@pytest.mark.parametrize("kind", [str | None, Money | None, None | Money], ids=str)
def test_what_is_optional_may_be_left_out(kind: Any, text: str) -> None:
    """An optional field that is empty is None, before its type is asked."""
    assert value_of(spec(kind), text) is None


@pytest.mark.parametrize("kind", [Money | None, None | Money], ids=str)
def test_what_is_optional_is_read_when_it_is_there(kind: Any) -> None:
    """An optional field converts as its type does."""
    assert value_of(spec(kind), "2.10") == Money.of("2.10")
    fault = value_of(spec(kind), "many")
    assert (fault.field, fault.code) == ("it", "amount_malformed")


def test_what_cannot_be_read_is_a_fault_of_its_field() -> None:
    """The type's code and words survive, with their values, at the field."""

    def parse(text: str) -> object:
        raise InvalidValue("too_much", "Ən çox {most}.", most=7)

    fault = value_of(spec(str, parse=parse), "x")
    assert fault == Fault("it", "too_much", "Ən çox {most}.", {"most": 7})
    assert fault.message == "Ən çox 7."


def test_an_empty_text_is_what_its_type_says_it_is() -> None:
    """A type that can tell what is missing says so in its own words."""
    fault = value_of(spec(Fin), "")
    assert (fault.field, fault.code) == ("it", "fin_empty")


def test_a_mistake_in_a_program_is_no_fault_of_a_person() -> None:
    """Only `InvalidValue` is about what was typed; the rest is not swallowed."""

    def parse(text: str) -> object:
        raise ValueError("a bug")

    with pytest.raises(ValueError, match="a bug"):
        value_of(spec(str, parse=parse), "x")


def test_a_kept_file_is_a_document() -> None:
    """What a journey remembers of a file is the document again."""
    assert document_of(KEPT) == DOCUMENT
    assert value_of(spec(Document, upload=ImagePolicy()), KEPT) == DOCUMENT
    assert value_of(spec(Document | None, upload=ImagePolicy()), KEPT) == DOCUMENT


def test_a_file_is_required_unless_it_is_optional() -> None:
    """No file kept yet: required, or None where the form allows it."""
    missing = Fault("it", "file_missing", "Fayl yüklənməyib.")
    assert value_of(spec(Document, upload=ImagePolicy()), "") == missing
    assert value_of(spec(Document | None, upload=ImagePolicy()), "") is None


# --- several at once ----------------------------------------------------------------------------

AMOUNT = finding("amount", Money, "Məbləğ", example="1")
CAUSE = finding("cause", Remark, "Səbəb", example="x")
NOTE = finding("note", str | None, "Qeyd", example="x")


def test_everything_is_converted_each_on_its_own() -> None:
    """What is sound is a value though its neighbour is not; all faults come at once, in order."""
    found = convert((AMOUNT, CAUSE, NOTE), {"note": None, "amount": "many", "cause": ["x"]})
    assert found.values == {"note": None}
    assert [(fault.field, fault.code) for fault in found.faults] == [
        ("amount", "amount_malformed"),
        ("cause", "wrong_shape"),
    ]


def test_what_did_not_come_is_left_out() -> None:
    """Whether something is missing is the guard's to say."""
    assert convert((AMOUNT, CAUSE), {}) == Converted({}, ())
    found = convert((AMOUNT, CAUSE), {"cause": "Sayğac səhv oxunub."})
    assert (found.values, found.faults) == ({"cause": Remark("Sayğac səhv oxunub.")}, ())


def test_what_was_not_asked_for_is_not_looked_at() -> None:
    """Only the named fields are read."""
    assert convert((AMOUNT,), {"amount": 2, "more": object()}).values == {"amount": Money.of(2)}


MARK = "gizli7"


@given(before=st.text(max_size=5), after=st.text(max_size=5), shape=st.sampled_from("tlos"))
def test_no_fault_ever_repeats_what_was_typed(before: str, after: str, shape: str) -> None:
    """Neither the sentence nor the fault itself holds a piece of the input."""
    text = f"{before}{MARK}{after}"
    raw = {"t": text, "l": [text], "o": {"name": text, "content": text}, "s": text + "\ud800"}
    kinds = (Money, MeterReading, Phone, Email, Fin)
    specs = tuple(finding(kind.__name__, kind, "O", example="") for kind in kinds)
    found = convert(specs, {item.key: raw[shape] for item in specs})
    file = upload_of("it", raw[shape])
    for fault in (*found.faults, *([file] if isinstance(file, Fault) else [])):
        assert MARK not in repr(fault)
        assert MARK not in fault.message
    assert len(found.faults) == len(kinds)
