"""The one contract of every ``parse``, as the package's docstring words it."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from utility_eservices.errors import InvalidValue
from utility_eservices.vocabulary.address import Address
from utility_eservices.vocabulary.contact import Email, Phone
from utility_eservices.vocabulary.days import parse_day
from utility_eservices.vocabulary.document_number import DocumentNumber
from utility_eservices.vocabulary.fin import Fin
from utility_eservices.vocabulary.household import Household
from utility_eservices.vocabulary.money import Money, positive
from utility_eservices.vocabulary.month import Month
from utility_eservices.vocabulary.reading import MeterReading
from utility_eservices.vocabulary.remark import Remark
from utility_eservices.vocabulary.subscriber_code import (
    AZERISHIQ_CODE,
    AZERSU_CODE,
    SubscriberCode,
)

Parse = Callable[[str], object]

# Every parse, the codes it may answer with, and how the value gives its plain form back.
PARSERS: dict[str, tuple[Parse, set[str], Callable[..., str]]] = {
    "fin": (Fin.parse, {"fin_empty", "fin_malformed"}, lambda v: v.value),
    "code": (SubscriberCode.parse, {"code_empty", "code_malformed"}, lambda v: v.value),
    "azersu": (AZERSU_CODE.parse, {"code_empty", "code_malformed"}, lambda v: v.value),
    "azerishiq": (AZERISHIQ_CODE.parse, {"code_empty", "code_malformed"}, lambda v: v.value),
    "money": (
        Money.parse,
        {"amount_empty", "amount_malformed", "amount_too_fine", "amount_negative"},
        lambda v: v.plain,
    ),
    "positive": (
        positive,
        {
            "amount_empty",
            "amount_malformed",
            "amount_too_fine",
            "amount_negative",
            "amount_zero",
        },
        lambda v: v.plain,
    ),
    "reading": (
        MeterReading.parse,
        {"reading_empty", "reading_malformed", "reading_negative"},
        lambda v: v.plain,
    ),
    "phone": (Phone.parse, {"phone_empty", "phone_malformed"}, lambda v: v.value),
    "email": (Email.parse, {"email_empty", "email_malformed"}, lambda v: v.value),
    "remark": (Remark.parse, {"remark_blank", "remark_too_long"}, lambda v: v.value),
    "address": (
        Address.parse,
        {"address_blank", "address_too_short", "address_too_long"},
        lambda v: v.value,
    ),
    "persons": (
        Household.parse,
        {"persons_empty", "persons_malformed", "persons_out_of_range"},
        str,
    ),
    "day": (parse_day, {"day_empty", "day_malformed"}, str),
    "document number": (
        DocumentNumber.parse,
        {"document_number_empty", "document_number_malformed"},
        lambda v: v.value,
    ),
    "month": (Month.parse, {"month_empty", "month_malformed"}, str),
}

every_parser = pytest.mark.parametrize("kind", PARSERS)

# Texts near to what the parsers take, which arbitrary text hardly ever is.
NEARLY = st.one_of(
    st.from_regex(r"[-+−]?[0-9]{0,17}([.,][0-9]{0,5})?", fullmatch=True),
    st.from_regex(r"[+]?[0-9 ()./-]{3,20}", fullmatch=True),
    st.from_regex(r"[0-9A-Za-zİıſ ]{5,9}", fullmatch=True),
    st.from_regex(r"[0-9]{4}-[0-9]{2}", fullmatch=True),
    st.from_regex(r"[!-~ə]{1,70}@[a-zə.-]{1,70}", fullmatch=True),
    st.emails(),
    st.text(alphabet="0123456789٣۵", max_size=20),
    st.text(alphabet="a\u0301\u200b\u202e\r\n\t \u3164\ud800{}%", max_size=40),
)


@every_parser
@given(text=st.one_of(st.text(), NEARLY))
@example(text="\x00")
@example(text="\ud800")
@example(text="{0}{text!r}%s")
@example(text="1\n")
@example(text="a@" + "ə" * 60 + "." + "ə" * 60 + ".az")
@example(text="a@xn--a.az")
def test_any_text_is_a_value_or_an_invalid_value(kind: str, text: str) -> None:
    """Whatever is typed, the answer is a value or InvalidValue with one of its known codes."""
    parse, codes, plain = PARSERS[kind]
    try:
        value = parse(text)
    except InvalidValue as error:
        assert error.code in codes  # noqa: PT017  # refusing is no duty here
        assert error.message  # noqa: PT017
    else:
        assert parse(plain(value)) == value, "the plain form reads as the same value"
        assert plain(parse(plain(value))) == plain(value)


@every_parser
def test_the_message_is_a_sentence_that_never_echoes(kind: str) -> None:
    """The Azerbaijani sentence is the same whatever was typed, so it cannot repeat it."""
    parse, _, _ = PARSERS[kind]
    messages = set()
    for typed in ("?!qZq", "?!qZq" * 3, "{values}"):
        if kind in ("remark", "address"):
            typed = typed * 2001  # noqa: PLW2901  # any other text is one
        with pytest.raises(InvalidValue) as caught:
            parse(typed)
        messages.add(caught.value.message)
        assert "qZq" not in str(caught.value)
        assert caught.value.__cause__ is None
    assert len(messages) == 1
    assert messages.pop().endswith(".")


@every_parser
@pytest.mark.parametrize("blank", ["", " ", "\n\t ", "\N{NO-BREAK SPACE}", "\u2003"])
def test_nothing_typed_has_its_own_code(kind: str, blank: str) -> None:
    """An entry left empty is told apart from a wrong one (ST-019)."""
    parse, _, _ = PARSERS[kind]
    with pytest.raises(InvalidValue) as caught:
        parse(blank)
    assert caught.value.code.endswith(("_empty", "_blank"))


@every_parser
@pytest.mark.parametrize("thing", [None, 12, 12.5, Decimal("12.0"), b"12.0", ["12"], True])
def test_only_text_is_parsed(kind: str, thing: object) -> None:
    """Anything but a str is a program's mistake, not a person's."""
    parse, _, _ = PARSERS[kind]
    with pytest.raises(TypeError):
        parse(thing)  # type: ignore[arg-type]  # that is the point


@every_parser
@pytest.mark.parametrize(
    "unit", ["1", "a", " ", "-", "1 ", "0.", "+1", "a@a.", "a\u0315\u0300", "\u200b", "Z\n"]
)
def test_ten_megabytes_are_answered_at_once(kind: str, unit: str) -> None:
    """A text of absurd length costs no time, whatever it is made of."""
    parse, _, _ = PARSERS[kind]
    text = unit * (10 * 1024 * 1024 // len(unit))
    parse_once_to_load_what_it_needs(parse)
    started = time.perf_counter()
    with pytest.raises(InvalidValue):
        parse(text)
    assert time.perf_counter() - started < 1


def parse_once_to_load_what_it_needs(parse: Parse) -> None:
    for typed in ("+994501234567", "a@b.az"):
        with contextlib.suppress(InvalidValue):
            parse(typed)
