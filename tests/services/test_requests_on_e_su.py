"""What no scenario of the portal's four requests can bring about: a base that knows nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from utility_eservices.casework.effect import EffectSpec
from utility_eservices.ports.reference import ReferenceItem
from utility_eservices.services.azersu import (
    electronic_request,
    emergency,
    meter_reading,
    new_subscriber,
)
from utility_eservices.simulator.metering import CityReadings
from utility_eservices.simulator.utility import CityReference, CitySubscribers
from utility_eservices.vocabulary.language import Phrase
from utility_eservices.vocabulary.reading import MeterReading
from utility_eservices.vocabulary.remark import Remark
from utility_eservices.vocabulary.subscriber_code import SubscriberCode

CODE = SubscriberCode("1020304050")
NO_READINGS = CityReadings(CitySubscribers(()), {})
COMPANY = ReferenceItem("azersu", "“Azərsu” ASC")
LABORATORY = ReferenceItem("laboratory", "Suyun keyfiyyətinə nəzarət laboratoriyası")


def test_the_first_reading_of_a_meter_is_not_below_any() -> None:
    """Where the utility knows no reading, each is taken, and the row says that none is known."""
    first = MeterReading(Decimal(0))
    assert meter_reading.not_below_previous.function(NO_READINGS, CODE, first)
    rows = meter_reading.previous_reading.function(NO_READINGS, CODE)
    assert rows == [("Əvvəlki göstərici", Phrase("Məlum deyil"))]


@pytest.mark.parametrize(
    ("key", "route"),
    [("new_subscriber", new_subscriber.route), ("emergency", emergency.route)],
)
def test_a_request_is_for_the_unit_that_the_utility_names(key: str, route: EffectSpec) -> None:
    """The unit is noted by its name; where none is named, nothing is."""
    reference = CityReference()
    reference.set_unit(key, LABORATORY)
    assert route.performer.function(reference) == {"unit": LABORATORY.label}
    reference.set_unit(key, None)
    assert route.performer.function(reference) == {}


def test_a_request_to_the_company_itself_is_for_the_unit_that_it_names() -> None:
    """Without a named unit it stays with the operators; a unit addressed needs no naming."""
    reference = CityReference()
    reference.set_unit("electronic_request", None)
    route = electronic_request.route.performer.function
    assert route(reference, COMPANY) == {}
    assert route(reference, LABORATORY) == {"unit": Remark(LABORATORY.label)}
