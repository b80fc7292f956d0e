"""Cases as text and back, to the letter, whatever state they are in."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import attrs
import pytest
from cattrs import ClassValidationError
from tests.desk.walking import (
    NUMBER,
    SERVICE,
    STAFF,
    act,
    at_commission,
    correcting,
    perform_all,
    sent,
    su_sent,
    under_investigation,
    unknown,
)

from utility_eservices import Desk
from utility_eservices.casework.case import Case, Entry
from utility_eservices.desk.catalogue import Catalogue, built_in_services
from utility_eservices.desk.codec import Codec, converter
from utility_eservices.ports.case_store import CaseText
from utility_eservices.simulator.city import City
from utility_eservices.simulator.faults import FaultKind
from utility_eservices.vocabulary.money import Money
from utility_eservices.vocabulary.reading import MeterReading
from utility_eservices.vocabulary.remark import Remark


@pytest.fixture
def codec() -> Codec:
    """A codec for the library's own services."""
    return Codec(Catalogue(built_in_services()))


def to_finalised(desk: Desk) -> str:
    number = correcting(desk)
    perform_all(desk)
    return number


def to_check(desk: Desk) -> str:
    number = under_investigation(desk)
    act(desk, number, "order_on_site_check")
    return number


def to_back(desk: Desk) -> str:
    number = to_check(desk)
    act(desk, number, "report_readings", {"clarified_reading": "1251.5"})
    return number


def to_refused(desk: Desk) -> str:
    number = at_commission(desk)
    act(desk, number, "refuse", {"reason": "Əsas yoxdur – “düzdür”."})
    return number


def to_without(desk: Desk) -> str:
    number = under_investigation(desk)
    act(desk, number, "finalise_without_correction", {"cause": "Çoxdur."})
    return number


def to_forwarded(desk: Desk) -> str:
    number = sent(desk).number
    perform_all(desk)
    return number


STATES: dict[str, Callable[[Desk], str]] = {
    "registered": lambda desk: su_sent(desk).number,
    "forwarded": to_forwarded,
    "under_investigation": to_back,
    "on_site_check": to_check,
    "at_commission": at_commission,
    "correcting": correcting,
    "finalised": to_finalised,
    "finalised_without_correction": to_without,
    "refused": to_refused,
}


@pytest.mark.parametrize("state", STATES)
def test_a_case_comes_back_to_the_letter(city: City, desk: Desk, codec: Codec, state: str) -> None:
    """Form, history and findings are equal and typed, and a second text is the first."""
    number = STATES[state](desk)
    case = desk.case_for(STAFF, number)
    assert case.state == state
    text = codec.dump(case)
    again = codec.load(text)
    assert again == case
    assert type(again.form) is type(case.form)
    assert [type(v) for v in again.findings.values()] == [type(v) for v in case.findings.values()]
    assert codec.dump(again) == text


def test_a_delayed_correction_comes_back_too(city: City, desk: Desk, codec: Codec) -> None:
    """The state in which an effect failed for good."""
    number = correcting(desk)
    city.faults.next("billing", FaultKind.REFUSED)
    perform_all(desk)
    case = desk.case_for(STAFF, number)
    assert case.state == "correction_delayed"
    assert codec.load(codec.dump(case)) == case


def test_findings_are_typed_and_what_an_effect_found_out_is_plain(codec: Codec, desk: Desk) -> None:
    """A declared finding by its type; anything else as the JSON it is."""
    case = desk.case_for(STAFF, to_back(desk))
    findings = {
        "clarified_reading": MeterReading.parse("1251.5"),
        "corrected_amount": Money.of("2.10"),
        "cause": Remark.parse("Səhv."),
        "unit": "Şöbə",
        "tries": 3,
        "rows": [1, {"a": None}],
    }
    entry = Entry(datetime(2026, 1, 2, 3, 4, 5, 678, UTC), "a", "b", "c", "d", "e", findings)
    again = codec.load(codec.dump(case.moved(entry)))
    assert again.history[-1] == entry
    assert again.history[-1].findings == findings


def test_the_text_is_json_with_plain_values(codec: Codec, desk: Desk) -> None:
    """Days and instants as ISO, decimals as text: readable by whatever reads JSON."""
    sent(desk)
    text = codec.dump(desk.case_for(STAFF, NUMBER))
    plain, (first,) = json.loads(text.head), map(json.loads, text.history)
    assert (plain["number"], plain["service"], plain["version"]) == (NUMBER, SERVICE, 1)
    assert plain["form"]["reading_date"] == "2026-11-20"
    assert plain["form"]["meter_reading"]["value"] == "1254"
    assert first["at"] == "2026-11-20T09:00:00+00:00"
    assert plain["applicant"]["fin"] == {"value": "5XJ1K2A"}


def test_a_case_of_an_unknown_service_is_not_read(codec: Codec, desk: Desk) -> None:
    """Its form is anybody's guess."""
    sent(desk)
    text = codec.dump(attrs.evolve(desk.case_for(STAFF, NUMBER), service="sister"))
    with unknown("service"):
        codec.load(text)


def test_a_case_just_drafted_has_no_history(codec: Codec, desk: Desk) -> None:
    """Nothing happened yet, and that comes back too."""
    sent(desk)
    case: Case[object] = attrs.evolve(desk.case_for(STAFF, NUMBER), history=(), version=0)
    assert codec.load(codec.dump(case)) == case


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("number",), None),
        (("version",), True),
        (("state",), ["registered"]),
        (("history", 0), "registered"),
        (("history", 0, "actor"), 5),
        (("form", "email", "value"), None),
        (("form", "meter_photo", "name"), None),
        (("form", "meter_photo", "size"), 67.9),
        (("form", "faulty_invoice", "presented"), "false"),
        (("form", "meter_reading", "value"), 1254.5),
        (("applicant", "name", "surname"), {}),
        (("applicant", "assurance"), True),
    ],
    ids=lambda value: "/".join(map(str, value)) if isinstance(value, tuple) else "",
)
def test_nothing_is_made_of_a_value_of_another_kind(
    codec: Codec, desk: Desk, path: tuple[Any, ...], value: object
) -> None:
    """A text no codec wrote is refused: null is no name, and 67.9 no number of bytes."""
    sent(desk)
    text = codec.dump(desk.case_for(STAFF, NUMBER))
    inside = plain = {**json.loads(text.head), "history": list(map(json.loads, text.history))}
    *way, last = path
    for key in way:
        inside = inside[key]
    assert type(inside[last]) is not type(value)
    inside[last] = value
    with pytest.raises((TypeError, ClassValidationError)):
        codec.load(CaseText(json.dumps(plain), tuple(map(json.dumps, plain["history"]))))


@pytest.mark.parametrize("lines", [("",), ("1", ""), ("1, 2",), ('{"a": 1', '"b": 2}')])
def test_each_line_is_a_text_of_its_own(codec: Codec, desk: Desk, lines: tuple[str, ...]) -> None:
    """A line that is none, is two or goes on in the next is refused."""
    sent(desk)
    text = codec.dump(desk.case_for(STAFF, NUMBER))
    with pytest.raises(ValueError, match=r"JSON|Expecting"):
        codec.load(attrs.evolve(text, history=lines))


def test_a_move_adds_a_line_and_leaves_the_others(codec: Codec, desk: Desk) -> None:
    """So a store may write each line once, and none is shown where texts are logged."""
    number = at_commission(desk)
    before = codec.dump(desk.case_for(STAFF, number))
    act(desk, number, "approve_correction", {"corrected_amount": "2.10"})
    after = codec.dump(desk.case_for(STAFF, number))
    assert after.history[:-1] == before.history
    assert after.head != before.head
    assert repr(after) == "CaseText()"


@pytest.mark.parametrize("text", ["2.10", "0.005", "1E+3", "-0"])
def test_decimals_keep_their_digits(text: str) -> None:
    """A decimal is text, so that no float comes near it."""
    made = converter()
    assert made.unstructure(Decimal(text)) == text
    assert str(made.structure(text, Decimal)) == text


def test_days_are_iso() -> None:
    """A day is neither an instant nor a local notation."""
    made = converter()
    assert made.unstructure(date(2026, 11, 20), date) == "2026-11-20"
    assert made.structure("2026-11-20", date) == date(2026, 11, 20)


def test_two_codecs_are_two(codec: Codec) -> None:
    """Each desk has its own, even of one catalogue: ports are resolved for it."""
    assert codec != Codec(codec.catalogue)
    assert hash(codec) != hash(Codec(codec.catalogue))


def test_what_equals_is_not_what_is_written(codec: Codec, desk: Desk) -> None:
    """1.0 equals 1.00 and reads otherwise: each case keeps its own digits, whatever came before."""
    number = at_commission(desk)
    case: Any = desk.case_for(STAFF, number)

    def stating(digits: str) -> Case[Any]:
        entry = attrs.evolve(case.history[-1], findings={"unit": Decimal(digits)})
        return attrs.evolve(case, history=(*case.history[:-1], entry))

    for digits in ("1.0", "1.00", "1.0"):
        last = json.loads(codec.dump(stating(digits)).history[-1])
        assert last["findings"] == {"unit": digits}


def test_what_was_written_is_forgotten_with_the_case(codec: Codec, desk: Desk) -> None:
    """Nobody's words stay in a host that holds the case no more."""
    number = at_commission(desk)
    case: Any = codec.load(codec.dump(desk.case_for(STAFF, number)))
    codec.dump(case)
    assert len(codec._written) > 2
    del case
    gc.collect()
    assert not codec._written


def test_writing_twice_gives_the_same_text(codec: Codec, desk: Desk) -> None:
    """Also of a form that nobody can hold weakly, as a case of a newer version has it."""
    case: Any = desk.case_for(STAFF, sent(desk).number)
    assert codec.dump(case) == codec.dump(case)
    plain = attrs.evolve(case, form=json.loads(codec.dump(case).head)["form"])
    assert codec.dump(plain) == codec.dump(case)
