"""What the registry does beyond the laws of its ports, as the library's simulator does it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from tests.adapters.registry.files import CODE, HEADER, OTHER, ROW, put, rows_of, saved
from tests.databases import SqlitePlace

from utility_eservices.errors import PortRefused, PortUnavailable
from utility_eservices.ports.subscribers import SubscriberChange
from utility_eservices.vocabulary.fin import Fin
from utility_eservices.vocabulary.money import Money
from utility_eservices.vocabulary.reading import MeterReading
from utility_eservices.vocabulary.service_kind import ServiceKinds
from utility_eservices.vocabulary.subscriber_code import SubscriberCode
from utility_eservices_adapters.registry import plugin, tables
from utility_eservices_adapters.registry.billing import RegistryBilling
from utility_eservices_adapters.registry.importing import bring_in
from utility_eservices_adapters.registry.plugin import RegistryPlugin
from utility_eservices_adapters.registry.readings import RegistryReadings
from utility_eservices_adapters.registry.subscribers import RegistrySubscribers
from utility_eservices_adapters.sql.database import Database

DAY = date(2026, 11, 20)
KAMRAN, NIGAR = Fin("6YK2L3B"), Fin("7ZM3N4C")
# Kamran at both utilities under names that differ, without a meter at the first.
ROWS = {
    "azersu": (
        ROW,
        "2030405060;Əliyev;Kamran;Rəşid oğlu;6YK2L3B;residential;Gəncə şəhəri;M-1;3;water;",
    ),
    "azerishiq": (
        "10020030040;Əliyev;Kamran;;6YK2L3B;residential;Gəncə şəhəri;M-2;;;M",
        "20030040050;Həsənova;Nigar;İlqar;7ZM3N4C;residential;Bakı şəhəri;M-3;;;M",
    ),
}


@pytest.fixture
def database(database: Database, tmp_path: Path) -> Database:
    for utility, rows in ROWS.items():
        bring_in(database, "subscribers", utility, saved(tmp_path, HEADER, *rows))
    return database


def change_to(fin: Fin) -> SubscriberChange:
    return SubscriberChange(fin, "Şəki şəhəri, Nümunə küçəsi 9", 2, ServiceKinds("wastewater"))


@pytest.mark.parametrize(
    ("fin", "name"),
    [
        (KAMRAN, "Kamran Əliyev Rəşid oğlu"),
        (NIGAR, "Nigar Həsənova İlqar"),
        (Fin("9ZZ9Z9Z"), "Aysel Quliyeva Vaqif qızı"),
    ],
)
def test_the_name_goes_with_the_fin(database: Database, fin: Fin, name: str) -> None:
    """It becomes the one the utility knows, else another utility; a stranger's is not known."""
    subscribers = RegistrySubscribers(database, "azersu")
    subscribers.change(CODE, change_to(fin), "key-1")
    found = subscribers.find(CODE)
    assert found is not None
    assert (found.holder.full, found.holder_fin, found.address) == (
        name, fin, "Şəki şəhəri, Nümunə küçəsi 9"
    )  # fmt: skip
    assert [row[1:4] for row in rows_of(database, tables.changes)] == [
        ("azersu", "key-1", CODE.value)
    ]


def test_codes_of_a_holder_come_in_their_order(database: Database) -> None:
    """Those of one utility, by code."""
    subscribers = RegistrySubscribers(database, "azersu")
    subscribers.change(CODE, change_to(KAMRAN), "key-1")
    assert [item.code for item in subscribers.held_by(KAMRAN)] == [CODE, OTHER]


def test_a_credit_is_a_payment_and_lowers_the_debt(database: Database) -> None:
    """Each is listed with a receipt of its own, newest day first; the debt may become a credit."""
    billing = RegistryBilling(database, "azersu")
    put(database, tables.debts, utility="azersu", code=CODE.value, amount=Money.of("29.15"))
    billing.credit(CODE, Money.of(20), DAY, "key-1")
    billing.credit(CODE, Money.of(10), date(2026, 11, 21), "key-2")
    billing.credit(OTHER, Money.of(1), DAY, "key-3")

    assert (billing.debt(CODE), billing.debt(OTHER)) == (Money.of("-0.85"), Money.of(-1))
    paid = billing.payments(CODE)
    assert [(it.day.day, it.amount, it.point) for it in paid] == [
        (21, Money.of(10), "Elektron-Su portalı"),
        (20, Money.of(20), "Elektron-Su portalı"),
    ]
    assert len({it.receipt for it in (*paid, *billing.payments(OTHER))}) == 3


@pytest.mark.parametrize("amount", ["0", "-1"])
def test_nothing_is_no_credit(database: Database, amount: str) -> None:
    """An amount that is none is refused, and its key can be used for a real one."""
    billing = RegistryBilling(database, "azersu")
    with pytest.raises(PortRefused):
        billing.credit(CODE, Money.of(amount), DAY, "key-1")
    assert (billing.payments(CODE), rows_of(database, tables.credits_)) == ((), [])
    billing.credit(CODE, Money.of(3), DAY, "key-1")
    assert billing.debt(CODE) == Money.of(-3)


def test_a_correction_alters_the_invoice_and_no_debt(database: Database, tmp_path: Path) -> None:
    """Also of an invoice that was not presented; the ledger has what was done, in order."""
    head = "code;number;month;amount;consumption;presented;from_reading"
    rows = ("1020304050;F-1;2026-10;3;6;1;1", "1020304050;F-2;2026-11;4;;0;1")
    bring_in(database, "invoices", "azersu", saved(tmp_path, head, *rows))
    billing = RegistryBilling(database, "azersu")
    billing.correct(CODE, "F-2", Money.of(2), "key-1")
    billing.correct(CODE, "F-1", Money.of(1), "key-2")

    assert [row[4] for row in rows_of(database, tables.invoices)] == [Money.of(1), Money.of(2)]
    (presented,) = billing.presented_invoices(CODE)
    assert (presented.number, presented.consumption) == ("F-1", Decimal(6))
    assert billing.debt(CODE) == Money.of(0)
    ledger = rows_of(database, tables.corrections)
    assert [(row[2], row[4]) for row in ledger] == [("key-1", "F-2"), ("key-2", "F-1")]


def test_a_key_is_one_utilitys(database: Database) -> None:
    """Two utilities that are brought the same key both do what it says."""
    for utility, code in (("azersu", CODE), ("azerishiq", SubscriberCode("10020030040"))):
        billing = RegistryBilling(database, utility)
        billing.credit(code, Money.of(1), DAY, "key-1")
        assert billing.debt(code) == Money.of(-1)


def test_rows_of_a_code_that_nobody_holds_are_shown_to_nobody(
    database: Database, tmp_path: Path
) -> None:
    """What a table says of a subscriber that is gone is there, and no port gives it."""
    bring_in(database, "debts", "azersu", saved(tmp_path, "code;amount", "1020304050;29,15"))
    head = "code;receipt;day;amount;point"
    bring_in(database, "payments", "azersu", saved(tmp_path, head, "1020304050;Q-1;2026-11-01;5;A"))
    gone = saved(tmp_path, HEADER, ROWS["azersu"][1])
    bring_in(database, "subscribers", "azersu", gone, replace=True)

    billing = RegistryBilling(database, "azersu")
    assert (billing.debt(CODE), billing.payments(CODE)) == (Money.of(0), ())
    bring_in(database, "subscribers", "azersu", saved(tmp_path, HEADER, ROW))
    assert (billing.debt(CODE), len(billing.payments(CODE))) == (Money.of("29.15"), 1)


def test_a_code_without_a_meter_has_no_reading(database: Database) -> None:
    """A reading for it is refused, and its key is not spent."""
    readings = RegistryReadings(database, "azersu")
    with pytest.raises(PortRefused):
        readings.take(OTHER, MeterReading(Decimal(7)), DAY, "key-1")
    assert rows_of(database, tables.taken) == []
    readings.take(CODE, MeterReading(Decimal("7.125")), DAY, "key-1")
    assert [row[4:] for row in rows_of(database, tables.taken)] == [(Decimal("7.125"), DAY)]


@pytest.mark.parametrize("key", ["key\0", "key\ud800", "k" * 256])
def test_what_no_table_can_keep_is_refused(database: Database, key: str) -> None:
    """Neither database is asked to: the same text is a clear no on both."""
    with pytest.raises(PortRefused):
        RegistryBilling(database, "azersu").credit(CODE, Money.of(1), DAY, key)


# --- the plugin -----------------------------------------------------------------------------------

HOOKS = (
    "eservices_billing",
    "eservices_metering_points",
    "eservices_readings",
    "eservices_subscribers",
)


def test_a_plugin_serves_the_utilities_it_is_told(sqlite_place: SqlitePlace) -> None:
    """By default both of the manuals; of others it says that it does not."""
    database = Database(sqlite_place.config)
    for hook in HOOKS:
        both, one = RegistryPlugin(database), RegistryPlugin(database, ["heating"])
        assert [getattr(both, hook)(utility=it) is not None for it in ("azersu", "azerishiq")] == [
            True, True
        ]  # fmt: skip
        assert getattr(both, hook)(utility="heating") is None
        assert getattr(one, hook)(utility="azersu") is None
        assert getattr(one, hook)(utility="heating").utility == "heating"
    database.close()


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in ("DATABASE_URL", "REGISTRY_UTILITIES", "SETTINGS"):
        monkeypatch.delenv(f"ESERVICES_{name}", raising=False)
    return monkeypatch


@pytest.mark.parametrize("hook", HOOKS)
def test_the_installed_plugin_is_set_up_by_the_environment(
    environment: pytest.MonkeyPatch, sqlite_place: SqlitePlace, hook: str
) -> None:
    """It reaches the database that is named, for the utilities that are named."""
    environment.setenv("ESERVICES_DATABASE_URL", sqlite_place.config.url.value)
    environment.setenv("ESERVICES_REGISTRY_UTILITIES", "heating, azersu")
    given = getattr(plugin, hook)(utility="heating")
    assert given.check() is None
    assert given.database is getattr(plugin, hook)(utility="azersu").database
    assert getattr(plugin, hook)(utility="azerishiq") is None
    given.database.close()


@pytest.mark.parametrize("hook", HOOKS)
@pytest.mark.parametrize("missing", ["DATABASE_URL", "SETTINGS"])
def test_without_settings_it_advises_and_cannot_be_asked(
    environment: pytest.MonkeyPatch, tmp_path: Path, hook: str, missing: str
) -> None:
    """A desk opens nevertheless; the advice names what to set."""
    if missing == "SETTINGS":
        environment.setenv("ESERVICES_SETTINGS", str(tmp_path / "none.toml"))
    given = getattr(plugin, hook)(utility="azersu")
    assert f"ESERVICES_{missing}" in given.check()
    with pytest.raises(PortUnavailable):
        given.find(CODE)
