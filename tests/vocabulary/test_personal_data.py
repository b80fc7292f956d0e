"""Personal data do not show in what logs and tracebacks print."""

from __future__ import annotations

import pickle
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utility_eservices.vocabulary.contact import Email, Phone
from utility_eservices.vocabulary.document import Document, Upload
from utility_eservices.vocabulary.fin import Fin
from utility_eservices.vocabulary.invoice import Invoice
from utility_eservices.vocabulary.masking import masked
from utility_eservices.vocabulary.money import Money
from utility_eservices.vocabulary.month import Month
from utility_eservices.vocabulary.payment import Payment
from utility_eservices.vocabulary.person import Assurance, Identity, PersonName
from utility_eservices.vocabulary.remark import Remark
from utility_eservices.vocabulary.subscriber_code import SubscriberCode

fins = st.from_regex(r"[0-9A-HJ-NP-Z]{7}", fullmatch=True).map(Fin)
codes = st.from_regex(r"[0-9]{1,30}", fullmatch=True).map(SubscriberCode)
phones = st.from_regex(r"\+[1-9][0-9]{6,14}", fullmatch=True).map(Phone)
emails = st.from_regex(r"[a-z0-9.]{1,20}@[a-z0-9]{1,20}\.az", fullmatch=True).map(Email)

every_way = pytest.mark.parametrize("show", [repr, str, "{}".format, "%s".__mod__])


@every_way
@given(value=st.one_of(fins, codes, phones, emails))
def test_no_way_of_printing_shows_the_value(
    show: type[str], value: Fin | SubscriberCode | Phone | Email
) -> None:
    """Neither repr nor str holds the value, and at most its last two characters stand there."""
    shown = show(value)
    assert value.value not in shown
    assert value.masked in shown
    assert value.masked.strip("•") in ("", value.value[-2:])
    assert value.masked.count("•") >= len(value.value) / 2


@given(text=st.text(max_size=50), keep=st.integers(min_value=0, max_value=60))
def test_masking_keeps_the_length_and_hides_at_least_half(text: str, keep: int) -> None:
    """A mask is as long as the text, and at least half of it is dots."""
    mask = masked(text, keep)
    assert len(mask) == len(text)
    hidden = len(text) - keep if len(text) >= 2 * keep else len(text)
    assert mask == "•" * hidden + text[hidden:]


@every_way
@given(words=st.text(alphabet="abcçdeəfgğ", min_size=15, max_size=40))
def test_a_remark_shows_its_length_alone(show: type[str], words: str) -> None:
    """Of a person's own words only their number of characters is printed."""
    assert show(Remark(words)) == f"Remark({len(words)} characters)"


def test_the_signed_in_person_is_not_printed() -> None:
    """An Identity may be logged whole: neither FIN nor name stands there."""
    name = PersonName("Aysel", "Quliyeva", "Vaqif")
    shown = repr(Identity(Fin("5XJ1K2A"), name, "asan", Assurance.HIGH)) + str(name)
    for secret in ("5XJ1K2A", "Aysel", "Quliyeva", "Vaqif"):
        assert secret not in shown
    assert "asan" in shown


def test_numbers_of_invoices_and_receipts_and_files_are_not_printed() -> None:
    """What would lead to a person is hidden in the values that carry it."""
    money = Money.of(12)
    printed = [
        Invoice("F-1234567", Month(2020, 9), money, None, True, True),
        Payment("Q-1234567", date(2020, 8, 19), money, "Bank"),
        Upload("1234567.jpg", b"1234567"),
        Document("a1", "1234567.jpg", "image/jpeg", 7, "0" * 64),
    ]
    for value in printed:
        assert "1234567" not in repr(value) + str(value)


@pytest.mark.parametrize("make", [Fin, SubscriberCode, Phone, Email, Remark])
def test_a_refused_constructor_does_not_echo(make: type) -> None:
    """A program's mistake, too, ends in logs: its error says what is wrong and not with what."""
    with pytest.raises(ValueError, match=r"^not an? ") as caught:
        make("\u200bsecret")
    assert "secret" not in str(caught.value)


@given(value=st.one_of(fins, codes, phones, emails))
def test_values_survive_copying(value: object) -> None:
    """A value sent to another process is equal there, and has the same hash."""
    again = pickle.loads(pickle.dumps(value))  # noqa: S301  # our own bytes
    assert again == value
    assert hash(again) == hash(value)
