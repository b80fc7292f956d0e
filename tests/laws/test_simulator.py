"""The simulator keeps the laws of every port."""

# The laws come by their star: that is how whoever writes an adapter takes them over.
# ruff: noqa: F403

import pytest
from tests.laws import worlds

from utility_eservices.conformance.laws.access import *
from utility_eservices.conformance.laws.billing import *
from utility_eservices.conformance.laws.case_store import *
from utility_eservices.conformance.laws.civil_data import *
from utility_eservices.conformance.laws.clock import *
from utility_eservices.conformance.laws.counters import *
from utility_eservices.conformance.laws.documents import *
from utility_eservices.conformance.laws.inbox import *
from utility_eservices.conformance.laws.journeys import *
from utility_eservices.conformance.laws.metering_points import *
from utility_eservices.conformance.laws.mobile_check import *
from utility_eservices.conformance.laws.notification import *
from utility_eservices.conformance.laws.numbers import *
from utility_eservices.conformance.laws.payment_store import *
from utility_eservices.conformance.laws.payments import *
from utility_eservices.conformance.laws.readings import *
from utility_eservices.conformance.laws.reference import *
from utility_eservices.conformance.laws.registered_codes import *
from utility_eservices.conformance.laws.sign_in import *
from utility_eservices.conformance.laws.subscribers import *
from utility_eservices.conformance.laws.tokens import *


@pytest.fixture(
    params=[worlds.SimulatedAccess, worlds.SimulatedStrictAccess], ids=["by_existence", "strict"]
)
def access_world(request: pytest.FixtureRequest) -> worlds.SimulatedAccess:
    made: worlds.SimulatedAccess = request.param()
    return made


@pytest.fixture
def billing_world() -> worlds.SimulatedBilling:
    return worlds.SimulatedBilling()


@pytest.fixture
def case_store_world() -> worlds.SimulatedCaseStore:
    return worlds.SimulatedCaseStore()


@pytest.fixture
def civil_data_world() -> worlds.SimulatedCivilData:
    return worlds.SimulatedCivilData()


@pytest.fixture
def clock_world() -> worlds.SimulatedClock:
    return worlds.SimulatedClock()


@pytest.fixture
def counters_world() -> worlds.SimulatedCounters:
    return worlds.SimulatedCounters()


@pytest.fixture
def documents_world() -> worlds.SimulatedDocuments:
    return worlds.SimulatedDocuments()


@pytest.fixture
def inbox_world() -> worlds.SimulatedInbox:
    return worlds.SimulatedInbox()


@pytest.fixture
def journeys_world() -> worlds.SimulatedJourneys:
    return worlds.SimulatedJourneys()


@pytest.fixture
def metering_points_world() -> worlds.SimulatedMeteringPoints:
    return worlds.SimulatedMeteringPoints()


@pytest.fixture
def mobile_check_world() -> worlds.SimulatedMobileCheck:
    return worlds.SimulatedMobileCheck()


@pytest.fixture(params=[worlds.SimulatedNotification, worlds.SimulatedSms], ids=["email", "sms"])
def notification_world(request: pytest.FixtureRequest) -> worlds.SimulatedNotification:
    made: worlds.SimulatedNotification = request.param()
    return made


@pytest.fixture
def numbers_world() -> worlds.SimulatedNumbers:
    return worlds.SimulatedNumbers()


@pytest.fixture
def payment_store_world() -> worlds.SimulatedPaymentStore:
    return worlds.SimulatedPaymentStore()


@pytest.fixture
def payments_world() -> worlds.SimulatedPayments:
    return worlds.SimulatedPayments()


@pytest.fixture
def readings_world() -> worlds.SimulatedReadings:
    return worlds.SimulatedReadings()


@pytest.fixture
def reference_world() -> worlds.SimulatedReference:
    return worlds.SimulatedReference()


@pytest.fixture
def registered_codes_world() -> worlds.SimulatedRegisteredCodes:
    return worlds.SimulatedRegisteredCodes()


@pytest.fixture
def sign_in_world() -> worlds.SimulatedSignIn:
    return worlds.SimulatedSignIn()


@pytest.fixture
def subscribers_world() -> worlds.SimulatedSubscribers:
    return worlds.SimulatedSubscribers()


@pytest.fixture
def tokens_world() -> worlds.SimulatedTokens:
    return worlds.SimulatedTokens()
