"""Letters by a mail server and by both SMS gateways keep the laws of notification."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager

import pytest
from tests.adapters.notification.servers import MailServer, SmsServer
from tests.databases import SqlitePlace

from utility_eservices.conformance.laws.notification import *  # noqa: F403  # the laws, as tests
from utility_eservices.conformance.laws.notification import NotificationWorld
from utility_eservices.ports.notification import Letter, Notification
from utility_eservices_adapters.notification.deliveries import SqlDeliveries
from utility_eservices_adapters.notification.sms_http import SmsConfig, SmsPlugin
from utility_eservices_adapters.notification.smtp import SmtpConfig, SmtpPlugin
from utility_eservices_adapters.settings import Secret
from utility_eservices_adapters.sql.database import Database, DatabaseConfig

# No law is about a rate.
OFTEN = "10000/second"


class Letters(NotificationWorld):
    """What the worlds share: a ledger in a database of their own."""

    def __init__(self, config: DatabaseConfig) -> None:
        self._config = config
        self._databases: list[Database] = []
        self.port = self.reopened()

    def ledger(self) -> SqlDeliveries:
        """The ledger, as another process would open it."""
        self._databases.append(Database(self._config))
        return SqlDeliveries(self._databases[-1])

    def close(self) -> None:
        """Close what was opened."""
        for database in self._databases:
            database.close()


class Mail(Letters):
    """E-mail, by a mail server."""

    address = "aysel@example.com"

    def __init__(self, config: DatabaseConfig) -> None:
        self.server = MailServer()
        super().__init__(config)

    def reopened(self) -> Notification:
        """The plugin, loaded again."""
        config = SmtpConfig(
            "127.0.0.1", "noreply@example.com", security="none", port=self.server.port, rate=OFTEN
        )
        port = SmtpPlugin(config, self.ledger()).eservices_notification("email")
        assert port is not None
        return port

    def switched_off(self) -> AbstractContextManager[None]:
        """The server hangs up."""
        return self.server.switched_off()

    def arrived(self, token: str) -> Sequence[Letter]:
        """The letters as a mail program shows them."""
        return [
            Letter(mailed.addressee, mailed.message["Subject"], mailed.text)
            for mailed in self.server.letters
            if token in mailed.text
        ]

    def close(self) -> None:
        """Stop the server, too."""
        super().close()
        self.server.close()


class Texts(Letters):
    """SMS, by one of the gateways."""

    address = "+994502001020"

    def __init__(self, config: DatabaseConfig, provider: str) -> None:
        self.server, self._provider = SmsServer(), provider
        super().__init__(config)

    def reopened(self) -> Notification:
        """The plugin, loaded again."""
        server = self.server
        config = SmsConfig(
            self._provider,
            server.login,
            Secret(server.password),
            "AZERSU",
            server.address,
            rate=OFTEN,
        )
        port = SmsPlugin(config, self.ledger()).eservices_notification("sms")
        assert port is not None
        return port

    def switched_off(self) -> AbstractContextManager[None]:
        """The gateway hangs up."""
        return self.server.switched_off()

    def arrived(self, token: str) -> Sequence[Letter]:
        """The texts as a telephone shows them."""
        found = (text for text in self.server.texts if token in text.text)
        return [Letter(text.number, "", text.text) for text in found]

    def close(self) -> None:
        """Stop the server, too."""
        super().close()
        self.server.close()


@pytest.fixture(params=["smtp", "lsim", "posta_guvercini"])
def notification_world(
    request: pytest.FixtureRequest, sqlite_place: SqlitePlace
) -> Iterator[Letters]:
    config = sqlite_place.config
    world = Mail(config) if request.param == "smtp" else Texts(config, request.param)
    yield world
    world.close()
