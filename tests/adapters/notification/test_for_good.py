"""Through a desk: what failed for good is listed and can be sent again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from tests.adapters.notification.servers import HOST, MailServer, SmsServer
from tests.databases import SqlitePlace
from tests.desk.walking import EMAIL, NUMBER, PHONE, perform_all, sent

from utility_eservices import Desk
from utility_eservices.simulator.city import City
from utility_eservices.simulator.plugin import SimulatorPlugin
from utility_eservices_adapters.notification.deliveries import SqlDeliveries
from utility_eservices_adapters.notification.sms_http import SmsConfig, SmsPlugin
from utility_eservices_adapters.notification.smtp import SmtpConfig, SmtpPlugin
from utility_eservices_adapters.settings import Secret
from utility_eservices_adapters.sql.database import Database


@pytest.fixture
def mail() -> Iterator[MailServer]:
    made = MailServer()
    yield made
    made.close()


@pytest.fixture(params=["lsim", "posta_guvercini"])
def provider(request: pytest.FixtureRequest) -> str:
    made: str = request.param
    return made


@pytest.fixture
def sms() -> Iterator[SmsServer]:
    made = SmsServer()
    yield made
    made.close()


@pytest.fixture
def city() -> City:
    return City()


@pytest.fixture
def desk(
    city: City, mail: MailServer, sms: SmsServer, provider: str, sqlite_place: SqlitePlace
) -> Iterator[Desk]:
    """A desk whose letters go out by the adapters, and everything else by the simulator."""
    database = Database(sqlite_place.config)
    ledger = SqlDeliveries(database)
    by_mail = SmtpConfig(HOST, "noreply@example.com", security="none", port=mail.port)
    secret = Secret(sms.password)
    by_sms = SmsConfig(provider, sms.login, secret, "AZERSU", sms.address)
    yield Desk(
        [
            SimulatorPlugin(city, leave_out={"notification"}),
            SmtpPlugin(by_mail, ledger),
            SmsPlugin(by_sms, ledger),
        ]
    )
    database.close()


# A request is told twice by each medium: when it is registered, and when it is passed on.
BOTH = 2


def test_notices_go_out(desk: Desk, mail: MailServer, sms: SmsServer) -> None:
    """To the addresses of the request, with its number, each of them once."""
    sent(desk)
    perform_all(desk)
    assert desk.failed_effects() == ()
    assert {mailed.addressee for mailed in mail.letters} == {EMAIL}
    assert {texted.number for texted in sms.texts} == {PHONE}
    told = [mailed.text for mailed in mail.letters] + [texted.text for texted in sms.texts]
    assert all(NUMBER in text for text in told)
    assert len({mailed.message["Message-ID"] for mailed in mail.letters}) == BOTH
    assert len(mail.letters) == len(sms.texts) == BOTH


def test_a_refused_letter_is_listed_and_can_be_sent_again(
    desk: Desk, mail: MailServer, sms: SmsServer
) -> None:
    """What server and gateway refuse is not tried again by itself; an operator can have it sent."""
    mail.says["RCPT"] = "550 No such user"
    sms.black_list = frozenset({PHONE[1:]})
    sent(desk)
    perform_all(desk)
    failed = desk.failed_effects()
    assert {(effect.reason, effect.tries) for effect in failed} == {("port_refused", 1)}
    assert len(failed) == 2 * BOTH
    assert desk.perform_due().done == 0
    assert not mail.letters
    assert not sms.texts

    mail.says.clear()
    sms.black_list = frozenset()
    for effect in failed:
        desk.try_again(effect.key)
    perform_all(desk)
    assert desk.failed_effects() == ()
    assert len(mail.letters) == len(sms.texts) == BOTH


def test_what_could_not_be_sent_comes_by_itself(
    desk: Desk, city: City, mail: MailServer, sms: SmsServer
) -> None:
    """An outage is no failure: when it is over, the letters go out."""
    with mail.switched_off(), sms.switched_off():
        sent(desk)
        perform_all(desk)
    assert not mail.letters
    assert not sms.texts
    assert desk.failed_effects() == ()
    city.clock.forward(timedelta(days=1))
    perform_all(desk)
    assert len(mail.letters) == len(sms.texts) == BOTH


def test_an_outage_that_does_not_end_is_listed(
    desk: Desk, city: City, mail: MailServer, sms: SmsServer
) -> None:
    """After all its tries a letter is listed too, and can be sent again."""
    with mail.switched_off(), sms.switched_off():
        sent(desk)
        perform_all(desk)
        for _ in range(12):
            city.clock.forward(timedelta(days=1))
            desk.perform_due()
    reasons = {(effect.key.rpartition(".")[2], effect.reason) for effect in desk.failed_effects()}
    # Nobody knows what a gateway did that hangs up on a request.
    assert reasons == {("email", "port_unavailable"), ("sms", "port_timeout")}
    for effect in desk.failed_effects():
        desk.try_again(effect.key)
    perform_all(desk)
    assert desk.failed_effects() == ()
    assert len(mail.letters) == len(sms.texts) == BOTH
