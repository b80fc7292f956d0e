"""Texts of every kind: kept to the letter, or refused alike by both databases."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from datetime import UTC, date, datetime
from typing import Any, TypeAlias

import attrs
import pytest
from tests.databases import Place

from utility_eservices.casework.paying import Attempt, Bill, PaymentOrder
from utility_eservices.errors import PortRefused
from utility_eservices.ports.inbox import InboxItem
from utility_eservices.ports.journeys import KeptJourney
from utility_eservices.vocabulary.fin import Fin
from utility_eservices.vocabulary.money import Money
from utility_eservices.vocabulary.subscriber_code import SubscriberCode
from utility_eservices_adapters.sql.database import Database
from utility_eservices_adapters.sql.numbers import SqlNumbers
from utility_eservices_adapters.sql.plugin import SqlStorePlugin

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
DAY = date(2026, 11, 21)
FIN = Fin("5XJ1K2A")
BILL = Bill(SubscriberCode("1020304050"), Money.of("29.15"), "visa", "Su üçün")
ORDER = PaymentOrder.of("service", "azersu", "journey", FIN, BILL, NOW)
ATTEMPT = Attempt("1", "created", Money.of(1), "", NOW)

# What neither database is given: PostgreSQL cannot keep it.
UNKEEPABLE = {
    "nul": "AZS\0-1",
    "half of a pair": "AZS-\ud83d",
    "nul first": "\0",
}
# As hard, but whole.
HARD = "İıƏə “‘\\%_?:x”\u0301 \U0001f4a7 \u202e\ufeff\x01\x7f\u0085\u2028\n\r\t'\";--"
LONG = HARD * 20_000
TOO_LONG = "ə" * 256
LONGEST = "\U0001f4a7" * 255


@pytest.fixture
def plugin(place: Place) -> Iterator[SqlStorePlugin]:
    with closing(Database(place.config)) as database:
        yield SqlStorePlugin(database)


Use: TypeAlias = Callable[[SqlStorePlugin, str], object]


def _paid(plugin: SqlStorePlugin, **changes: Any) -> object:
    return plugin.eservices_payment_store().open(attrs.evolve(ORDER, **changes))


def _tried(plugin: SqlStorePlugin, **changes: Any) -> None:
    store = plugin.eservices_payment_store()
    order = store.open(ORDER)
    attempts = (attrs.evolve(ATTEMPT, **changes),)
    store.save(attrs.evolve(order, version=1, attempts=attempts))


def _told(plugin: SqlStorePlugin, key: str = "key", **changes: Any) -> None:
    item = attrs.evolve(InboxItem(NOW, "AZS-1", "Bildiriş", "Mətn"), **changes)
    plugin.eservices_inbox().put(FIN, item, key)


def _began(plugin: SqlStorePlugin, **changes: Any) -> None:
    journey = attrs.evolve(KeptJourney("1", "service", "e-su.az", NOW, "mətn"), **changes)
    plugin.eservices_journeys().put(FIN, journey)


# Texts that something is looked for by, and texts that are only kept.
WORDS: Mapping[str, Use] = {
    "order": lambda plugin, text: _paid(plugin, number=text),
    "intent": lambda plugin, text: _paid(plugin, intent=text),
    "journey of an order": lambda plugin, text: _paid(plugin, journey=text),
    "trouble": lambda plugin, text: _paid(plugin, trouble=text),
    "attempt": lambda plugin, text: _tried(plugin, key=text),
    "key of a notice": lambda plugin, text: _told(plugin, key=text),
    "journey": lambda plugin, text: _began(plugin, id=text),
    "name": lambda plugin, text: plugin.eservices_counters().note(text, "member", DAY),
    "member": lambda plugin, text: plugin.eservices_counters().note("name", text, DAY),
}
TEXTS: Mapping[str, Use] = {
    "service": lambda plugin, text: _paid(plugin, service=text),
    "page": lambda plugin, text: _tried(plugin, page=text),
    "reference": lambda plugin, text: _tried(plugin, reference=text),
    "subject": lambda plugin, text: _told(plugin, subject=text),
    "text": lambda plugin, text: _told(plugin, text=text),
    "text of a journey": lambda plugin, text: _began(plugin, text=text),
}
# Whatever is looked for that nobody can have kept is not there.
LOOKED_FOR: Mapping[str, Use] = {
    "order": lambda plugin, text: plugin.eservices_payment_store().get(text),
    "orders": lambda plugin, text: plugin.eservices_payment_store().of_journey(text),
    "attempt": lambda plugin, text: plugin.eservices_payment_store().of_attempt(text),
    "trouble": lambda plugin, text: plugin.eservices_payment_store().troubled({text}),
    "journey": lambda plugin, text: plugin.eservices_journeys().get(FIN, text),
    "forgotten": lambda plugin, text: plugin.eservices_journeys().forget(FIN, text),
    "list": lambda plugin, text: plugin.eservices_reference("azersu").items(text),
    "unit": lambda plugin, text: plugin.eservices_reference("azersu").unit_for(text),
}


@pytest.mark.parametrize("use", [*WORDS.values(), *TEXTS.values()], ids=[*WORDS, *TEXTS])
def test_what_cannot_be_kept_is_refused(plugin: SqlStorePlugin, use: Use) -> None:
    """A NUL, and half of a surrogate pair: a clear no, on SQLite too, and nothing breaks."""
    for text in UNKEEPABLE.values():
        with pytest.raises(PortRefused):
            use(plugin, text)
    use(plugin, "AZS-1")


@pytest.mark.parametrize("use", WORDS.values(), ids=WORDS)
def test_what_an_index_cannot_hold_is_refused(plugin: SqlStorePlugin, use: Use) -> None:
    """A word is of so many letters at most, whichever they are; a longer one is a clear no."""
    with pytest.raises(PortRefused):
        use(plugin, TOO_LONG)
    use(plugin, LONGEST)


@pytest.mark.parametrize("use", LOOKED_FOR.values(), ids=LOOKED_FOR)
def test_what_cannot_be_kept_is_not_there(plugin: SqlStorePlugin, use: Use) -> None:
    """Looking for it finds nothing, as for anything else that nobody kept."""
    for text in (*UNKEEPABLE.values(), TOO_LONG, LONG, HARD, ""):
        assert use(plugin, text) in (None, ())


def test_a_page_after_what_cannot_be_kept_is_the_first(plugin: SqlStorePlugin) -> None:
    """As after any number that nobody has."""
    store = plugin.eservices_payment_store()
    order = store.open(attrs.evolve(ORDER, trouble="overdue"))
    for after in (*UNKEEPABLE.values(), TOO_LONG, "1", "", None):
        assert store.troubled({"overdue", *UNKEEPABLE.values()}, after=after) == (order,)


def test_a_rule_that_cannot_be_kept_is_by_default(plugin: SqlStorePlugin) -> None:
    """Nobody can have an opinion of it."""
    for text in UNKEEPABLE.values():
        assert plugin.eservices_reference("azersu").applies(text, default=True)


def test_every_other_text_comes_back_to_the_letter(plugin: SqlStorePlugin) -> None:
    """However long, with marks, control characters, and what databases give a meaning."""
    attempt = attrs.evolve(ATTEMPT, key=HARD, card=HARD, page=LONG, reference=LONG, state=HARD)
    bill = attrs.evolve(BILL, card=HARD, about=LONG)
    order = attrs.evolve(
        ORDER, number=HARD, bill=bill, attempts=(attempt,), seen=(HARD, LONG), trouble=HARD
    )
    store = plugin.eservices_payment_store()
    store.open(order)
    assert store.get(HARD) == store.of_attempt(HARD) == order
    assert store.troubled({HARD}) == (order,)
    item = InboxItem(NOW, HARD, LONG, LONG)
    plugin.eservices_inbox().put(FIN, item, HARD)
    assert plugin.eservices_inbox().of(FIN) == (item,)
    journey = KeptJourney(HARD, HARD, LONG, NOW, LONG)
    plugin.eservices_journeys().put(FIN, journey)
    assert plugin.eservices_journeys().get(FIN, HARD) == journey


@pytest.mark.parametrize("text", UNKEEPABLE.values(), ids=UNKEEPABLE)
def test_a_utility_that_cannot_be_kept_has_no_numbers(plugin: SqlStorePlugin, text: str) -> None:
    """A clear no, as from everything else."""
    database = plugin.eservices_inbox().database
    with pytest.raises(PortRefused):
        SqlNumbers(database, text, "AZS").issue("service", DAY)
