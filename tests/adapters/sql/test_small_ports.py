"""Counters, inboxes, registered codes and numbers: what the laws of their ports leave open."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import func, select

from utility_eservices.conformance.laws.common import MANY, at_once
from utility_eservices.ports.inbox import InboxItem
from utility_eservices.ports.journeys import KeptJourney
from utility_eservices.vocabulary.fin import Fin
from utility_eservices.vocabulary.subscriber_code import SubscriberCode
from utility_eservices_adapters.sql.counters import SqlCounters, forget_counters
from utility_eservices_adapters.sql.database import Database
from utility_eservices_adapters.sql.inbox import SqlInbox
from utility_eservices_adapters.sql.journeys import SqlJourneys
from utility_eservices_adapters.sql.numbers import SqlNumbers
from utility_eservices_adapters.sql.registered_codes import SqlRegisteredCodes
from utility_eservices_adapters.sql.schema import counter_members, counters

DAY = date(2026, 11, 21)
ONE = timedelta(days=1)
NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
AYSEL, KAMRAN = Fin("5XJ1K2A"), Fin("6YK2L3B")
CODES = [SubscriberCode(code) for code in ("1020304050", "0020304050", "3040506070")]


def rows(database: Database) -> list[int]:
    """How many rows the counters have."""
    counts = [select(func.count()).select_from(table) for table in (counters, counter_members)]
    return database.run(lambda it: [it.connection.execute(count).scalar_one() for count in counts])


# --- counters -------------------------------------------------------------------------------------


def test_what_is_older_than_yesterday_is_forgotten(database: Database) -> None:
    """Yesterday and today go on being counted; of the days before nothing is left."""
    port = SqlCounters(database)
    for day in (DAY - 3 * ONE, DAY - 2 * ONE, DAY - ONE, DAY):
        for member in "ab":
            port.note("name", member, day)
    assert rows(database) == [4, 8]
    assert forget_counters(database, DAY) == 6
    assert rows(database) == [2, 4]
    assert forget_counters(database, DAY) == 0
    assert [port.note("name", "c", day) for day in (DAY - ONE, DAY)] == [3, 3]
    assert port.note("name", "a", DAY - 2 * ONE) == 1


def test_forgetting_holds_up_nobody_who_counts(database: Database) -> None:
    """While old days are forgotten, all who note something today are given figures of their own."""
    port = SqlCounters(database)
    for member in range(50):
        port.note("name", str(member), DAY - 2 * ONE)

    def one(number: int) -> int:
        if number == 0:
            return -forget_counters(database, DAY)
        return port.note("name", str(number), DAY)

    assert sorted(at_once(one), key=str) == sorted([-51, *range(1, MANY)], key=str)


def test_who_comes_again_learns_what_others_noted(database: Database) -> None:
    """The figure is that of the moment, not of the first time."""
    port = SqlCounters(database)
    assert [port.note("name", member, DAY) for member in "abca"] == [1, 2, 3, 3]


# --- registered codes -----------------------------------------------------------------------------


def test_registering_and_forgetting_can_be_repeated(database: Database) -> None:
    """A code keeps its place when it is registered again, and comes last after it was gone."""
    port = SqlRegisteredCodes(database, "azersu")
    first, second, third = CODES
    for code in (first, second, first, third, second):
        port.register(AYSEL, code)
    assert port.of(AYSEL) == (first, second, third)
    for _ in range(2):
        port.forget(AYSEL, first)
        assert port.of(AYSEL) == (second, third)
    port.register(AYSEL, first)
    assert port.of(AYSEL) == (second, third, first)


def test_codes_of_others_are_left_alone(database: Database) -> None:
    """Neither another person's profile nor another utility's codes change."""
    water, light = (SqlRegisteredCodes(database, utility) for utility in ("azersu", "azerishiq"))
    code = CODES[0]
    for port in (water, light):
        for fin in (AYSEL, KAMRAN):
            port.register(fin, code)
    water.forget(AYSEL, code)
    assert [water.of(AYSEL), water.of(KAMRAN)] == [(), (code,)]
    assert [light.of(AYSEL), light.of(KAMRAN)] == [(code,), (code,)]


def test_a_code_registered_at_once_is_there_once(database: Database) -> None:
    """A button pressed on many hosts adds it to the profile once."""
    port = SqlRegisteredCodes(database, "azersu")
    assert at_once(lambda _: port.register(AYSEL, CODES[0])) == [None] * MANY
    assert port.of(AYSEL) == (CODES[0],)


# --- the inbox ------------------------------------------------------------------------------------


def test_of_notices_of_one_instant_the_last_comes_first(database: Database) -> None:
    """As on the simulator, however many are asked for."""
    port = SqlInbox(database)
    items = [InboxItem(NOW, f"AZS-{number}", "Bildiriş", "Mətn") for number in range(5)]
    for item in items:
        port.put(AYSEL, item, item.case_number)
    for limit in (5, 3, 1, 0):
        assert port.of(AYSEL, limit) == tuple(items[::-1][:limit])


# --- journeys -------------------------------------------------------------------------------------


def test_those_who_forget_at_once_share_the_work(database: Database) -> None:
    """Each stale journey is counted by one of them, and none is left."""
    port = SqlJourneys(database)
    for number in range(40):
        port.put(AYSEL, KeptJourney(str(number), "service", "e-su.az", NOW, "mətn"))
    forgotten = at_once(lambda _: port.forget_before(NOW + ONE, 3))
    assert all(isinstance(count, int) and count <= 3 for count in forgotten)
    rest = port.forget_before(NOW + ONE)
    assert sum(count for count in forgotten if isinstance(count, int)) + rest == 40
    assert port.of(AYSEL) == ()


# --- numbers --------------------------------------------------------------------------------------


def test_a_sequence_goes_on_over_the_new_year_and_a_million(database: Database) -> None:
    """The year is the day's; the counting neither begins anew nor runs out of places."""
    port = SqlNumbers(database, "azersu", "AZS")
    days = (date(2026, 12, 31), date(2027, 1, 1), date(2026, 12, 31))
    assert [port.issue("service", day) for day in days] == [
        "AZS-2026-000001",
        "AZS-2027-000002",
        "AZS-2026-000003",
    ]
    database.run(lambda it: it.connection.exec_driver_sql("UPDATE numbers SET last = 999999"))
    assert port.issue("service", DAY) == "AZS-2026-1000000"
