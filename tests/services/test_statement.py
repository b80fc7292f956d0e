"""The statement: what a host gets of it besides its screens, and in other languages."""

from __future__ import annotations

from datetime import UTC, date, datetime

import attrs
import pytest
from tests.desk.walking import CODE, signed_in

from utility_eservices import Desk, OpenJourney
from utility_eservices.services.azersu.statement import statement, subscriber_data
from utility_eservices.simulator.city import City
from utility_eservices.simulator.plugin import SimulatorPlugin
from utility_eservices.simulator.residents import ACCOUNTS, AYSELS_CODE
from utility_eservices.vocabulary.money import Money
from utility_eservices.vocabulary.statement import Statement

SERVICE = "statement"


@pytest.fixture
def city() -> City:
    """The city on the day of the sample certificate."""
    return City(start=datetime(2020, 9, 23, 6, tzinfo=UTC))


@pytest.fixture
def desk(city: City) -> Desk:
    """A desk on the city."""
    return Desk([SimulatorPlugin(city)], services=[SERVICE])


def on_code(desk: Desk, name: str = "Aysel") -> OpenJourney:
    return desk.begin(SERVICE, signed_in(desk, name, service=SERVICE))


def on_statement(desk: Desk) -> OpenJourney:
    return desk.press(on_code(desk), "continue", {"subscriber_code": CODE})


def test_the_certificate_is_there_as_a_value(desk: Desk) -> None:
    """Whoever makes a PDF gets the head, the subscriber's data and the months (AMB-25)."""
    given = desk.answer(on_statement(desk))
    assert isinstance(given, Statement)
    assert given.issued == date(2020, 9, 23)
    assert given.heading.utility == "Azərsu"
    assert str(given.heading.kind) == "ELEKTRON ARAYIŞ"
    assert str(given.heading.about).endswith('verilməsi" haqqında')
    assert (given.code, given.persons) == (AYSELS_CODE, 4)
    assert given.account.invoiced == Money.of("107.45")


def test_the_value_and_the_screen_say_the_same(desk: Desk) -> None:
    """The table of the screen is the rows of the value, and its totals."""
    opened = on_statement(desk)
    given = desk.answer(opened)
    assert isinstance(given, Statement)
    (table,) = opened.screen.tables
    assert table.rows[:-1] == tuple(item.cells for item in given.account.months)
    totals = tuple(f"Cəmi: {cell}" for cell in given.account.total_cells)
    assert table.rows[-1] == ("", "", *totals)


def test_before_the_code_there_is_no_value(desk: Desk) -> None:
    """The page of the code is about nothing yet."""
    assert desk.answer(on_code(desk)) is None


@pytest.mark.parametrize(("tag", "total"), [("en", "Total: 107.45"), ("ru", "Итого: 107.45")])
def test_figures_are_the_same_in_every_language(desk: Desk, tag: str, total: str) -> None:
    """Words are the reader's, figures and the date the certificate's own."""
    opened = on_statement(desk.speaking(tag))
    (table,) = opened.screen.tables
    assert table.rows[1] == ("2020", "08", "6", "3.5", "12.0")
    assert table.rows[-1][3] == total
    shown = [value for rows in opened.screen.rows for _, value in rows.rows]
    assert "2020-09-23" in shown


def test_what_the_base_does_not_say_is_said_to_be_unknown(city: City, desk: Desk) -> None:
    """A number of persons and a kind of service that nobody keeps are no empty cells."""
    account = next(item for item in ACCOUNTS if item.subscriber.code == AYSELS_CODE)
    known = attrs.evolve(account.subscriber, persons=None, services=None)
    city.subscribers.add(attrs.evolve(account, subscriber=known))
    rows = dict(pair for rows in on_statement(desk).screen.rows for pair in rows.rows)
    assert rows["Xidmət göstərilən nəfər sayı"] == "Məlumat yoxdur"
    assert rows["Göstərilən xidmətin növü"] == "Məlumat yoxdur"


def test_a_payment_is_seen_at_once(city: City, desk: Desk) -> None:
    """The answer is of this moment: what billing takes now stands in today's month (ST-021)."""
    city.billing.credit(AYSELS_CODE, Money.of("1.5"), date(2020, 9, 23), "key")
    (table,) = on_statement(desk).screen.tables
    assert table.rows[0] == ("2020", "09", "6", "3.5", "1.5")


def test_a_subscriber_who_has_gone_meanwhile_has_no_statement(city: City) -> None:
    """A base that forgets the code between the gate and the questions makes no half certificate."""
    forgetful = city.subscribers.for_utility("azerishiq")
    today = date(2020, 9, 23)
    assert subscriber_data.function(forgetful, AYSELS_CODE) == []
    assert statement.function(forgetful, city.billing, AYSELS_CODE, today) is None
