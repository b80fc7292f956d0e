"""What people and programs mistype, in every entry of every service: told, and nothing is lost.

Every service there is takes part, so that one added later is held to it without being named.
`tests/fuzz` throws anything at all at the same pages; here stand the mistakes that are known to be
made: with codes, with amounts, with what is pasted from elsewhere.
"""

from __future__ import annotations

import itertools
import logging
from collections.abc import Iterator

import attrs
import pytest
from tests.desk.test_privacy import leaks
from tests.fuzz.places import NotingDesk, Place, every_page, pages, sound_values

from utility_eservices import OpenJourney
from utility_eservices.casework.conversion import as_text, value_of
from utility_eservices.casework.page import Button, Typed
from utility_eservices.errors import Fault
from utility_eservices.simulator.city import City

MISTYPED = {
    "nothing": "",
    "blank": " \t\N{NO-BREAK SPACE}",
    "leading zeros": "0001020304050",
    "inner spaces": "10 20 30 40 50",
    "zero-width space": "10203\u200b04050",
    "Arabic digits": "١٠٢٠٣٠٤٠٥٠",
    "ten megabytes": "1" * 10 * 1024 * 1024,
    "NUL": "10203\x0004050",
    "half a character": "10203\ud80004050",
    "turned direction": "\u202e0504030201",
    "placeholders": "{0} {number} %s <b>",
    "comma": "12,50",
    "point": "12.50",
    "negative": "-1",
    "zero": "0",
    "exponent": "1e9",
    "too fine": "1.005",
}
# What tells nothing when it stands in a log.
_SHORT = 6


def _typed() -> Iterator[tuple[Place, str]]:
    for place, page in pages().items():
        for part in page.entries:
            if isinstance(part, Typed):
                yield place, part.field


TYPED = list(_typed())
_serial = itertools.count()


@pytest.fixture(scope="module")
def desk() -> NotingDesk:
    """A desk with a journey on every page of every service."""
    return every_page(City())


def as_another(opened: OpenJourney) -> OpenJourney:
    """A journey like this one that has sent nothing yet."""
    return attrs.evolve(opened, id=f"{opened.id}-{next(_serial)}", reserved="")


def submitting(place: Place, field: str) -> list[Button]:
    """The buttons of a page that submit an entry."""
    return [button for button in pages()[place].buttons if field in button.submits]


def told(opened: OpenJourney, field: str) -> list[str]:
    """What is said beside an entry."""
    return [entry.fault for entry in opened.screen.entries if entry.key == field and entry.fault]


def test_the_entries_are_found() -> None:
    """Codes, amounts and readings are among them, so that the search is no empty one."""
    assert {"subscriber_code", "amount", "meter_reading", "phone"} < {field for _, field in TYPED}
    assert all(submitting(place, field) for place, field in TYPED)


@pytest.mark.parametrize("mistake", MISTYPED)
@pytest.mark.parametrize(
    ("place", "field"), TYPED, ids=["/".join((*place, field)) for place, field in TYPED]
)
def test_what_is_mistyped_is_the_value_or_is_told_beside_its_entry(
    desk: NotingDesk,
    caplog: pytest.LogCaptureFixture,
    place: Place,
    field: str,
    mistake: str,
) -> None:
    """Never an error of the program; what else was entered stays, and no log repeats any of it."""
    caplog.set_level(logging.DEBUG)
    raw = MISTYPED[mistake]
    spec = desk.catalogue.of(place[0]).fields[field]
    text = as_text(field, raw)
    value = value_of(spec, text) if isinstance(text, str) else text
    for button in submitting(place, field):
        before = as_another(desk.noted[place])
        entered = {**sound_values(desk, before), field: raw}
        after = desk.press(before, button.key, entered)
        if isinstance(value, Fault):
            assert value.code
            assert value.message in told(after, field)
            assert after.number == ""
        else:
            assert after.state != place[2] or told(after, field) or not after.screen.messages
        # What cannot even be kept takes the place of what was there, so that nothing old is sent.
        assert after.typed.get(field) == (None if isinstance(text, Fault) else text)
        for key in entered.keys() - {field}:
            if isinstance(entered[key], str):
                assert after.typed.get(key, "") == entered[key]
    assert leaks(caplog.text) == []
    assert len(raw) < _SHORT or raw not in caplog.text
