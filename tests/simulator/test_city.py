"""The city: the same for the same seed, each utility's codes apart, safe for many threads."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone

import attrs
import pytest

from utility_eservices import Desk
from utility_eservices.errors import PortRefused
from utility_eservices.ports.inbox import InboxItem
from utility_eservices.ports.metering_points import MeteringPoint
from utility_eservices.ports.notification import Letter
from utility_eservices.ports.reference import ReferenceItem
from utility_eservices.ports.subscribers import Category, Subscriber, SubscriberChange
from utility_eservices.simulator.city import City
from utility_eservices.simulator.plugin import SimulatorPlugin
from utility_eservices.simulator.residents import ACCOUNTS, Account
from utility_eservices.simulator.sample import STATEMENT
from utility_eservices.vocabulary.contact import Email, Phone
from utility_eservices.vocabulary.document import EXAMPLE_PHOTO, Upload
from utility_eservices.vocabulary.fin import Fin
from utility_eservices.vocabulary.meter import MeterType
from utility_eservices.vocabulary.money import NO_MONEY, Money
from utility_eservices.vocabulary.month import Month
from utility_eservices.vocabulary.person import PersonName
from utility_eservices.vocabulary.reading import MeterReading
from utility_eservices.vocabulary.service_kind import ServiceKind, ServiceKinds
from utility_eservices.vocabulary.subscriber_code import (
    AZERISHIQ_CODE,
    AZERSU_CODE,
    SubscriberCode,
)

AtOnce = Callable[[Callable[[int], object]], list[object]]

AYSELS = SubscriberCode("1020304050")
KAMRANS = SubscriberCode("2030405060")
AYSELS_LIGHT = SubscriberCode("10020030040")
DAY = date(2026, 11, 20)


def drawn(city: City) -> object:
    return [city.billing.invoices(account.subscriber.code) for account in ACCOUNTS]


# --- seed and clock -----------------------------------------------------------------------------


def test_the_same_seed_gives_the_same_city() -> None:
    """A run can be repeated: invoices, tokens, seals and challenges come out alike."""
    one, other = City(seed=7), City(seed=7)
    assert drawn(one) == drawn(other)
    assert [one.tokens.new() for _ in range(3)] == [other.tokens.new() for _ in range(3)]
    assert one.tokens.seal("text") == other.tokens.seal("text")
    assert one.sign_in("asan").begin({}) == other.sign_in("asan").begin({})


def test_another_seed_gives_another_city() -> None:
    """Another seed draws other invoices and tokens, and its seals do not hold here."""
    one, other = City(seed=1), City(seed=2)
    assert drawn(one) != drawn(other)
    assert one.tokens.new() != other.tokens.new()
    assert not other.tokens.holds("text", one.tokens.seal("text"))


def test_the_clock_moves_only_when_told(city: City) -> None:
    """Time stands still, passes when it is let, and is told in UTC wherever it was set."""
    start = datetime(2026, 11, 20, 9, tzinfo=UTC)
    assert (city.clock.now(), city.clock.now()) == (start, start)
    city.clock.forward(timedelta(hours=1))
    assert city.clock.now() == start + timedelta(hours=1)
    city.clock.to(datetime(2026, 11, 19, 13, tzinfo=timezone(timedelta(hours=4))))
    assert city.clock.now().isoformat() == "2026-11-19T09:00:00+00:00"


def test_time_does_not_pass_backwards(city: City) -> None:
    """Letting a negative time pass is a mistake in a script."""
    with pytest.raises(ValueError, match="backwards"):
        city.clock.forward(timedelta(seconds=-1))


def test_threads_move_the_clock_together(city: City, at_once: AtOnce) -> None:
    """Every step that any thread lets pass counts."""
    start = city.clock.now()
    at_once(lambda number: city.clock.forward(timedelta(seconds=number)))
    assert city.clock.now() - start == timedelta(seconds=120)


# --- people and codes ---------------------------------------------------------------------------


def test_the_residents_could_fill_in_a_form(city: City) -> None:
    """Everybody's FIN, telephone and e-mail are such as the forms accept, and nobody's twice."""
    for resident in city.people.values():
        assert Fin.parse(resident.fin.value) == resident.fin
        assert Phone.parse(resident.phone).is_mobile
        assert Email.parse(resident.email).value.endswith("@example.com")
    assert len({resident.fin for resident in city.people.values()}) == len(city.people)


@pytest.mark.parametrize("account", ACCOUNTS, ids=lambda account: account.subscriber.code.value)
def test_a_code_is_one_of_its_utility_alone(city: City, account: Account) -> None:
    """Each code could be typed on its utility's form, and only its utility knows of it."""
    formats = {"azersu": AZERSU_CODE, "azerishiq": AZERISHIQ_CODE}
    code = account.subscriber.code
    assert formats[account.utility].parse(code.value) == code
    for utility in formats:
        found = city.subscribers.for_utility(utility).find(code)
        invoices = city.billing.for_utility(utility).presented_invoices(code)
        assert (found == account.subscriber) is (utility == account.utility)
        assert bool(invoices) is (utility == account.utility)
    assert city.subscribers.find(code) == account.subscriber


def test_registered_codes_are_told_by_utility(city: City) -> None:
    """A person's codes come in the order they were registered, those of one utility alone."""
    aysel = city.people["Aysel"]
    city.registered_codes.register(aysel.fin, KAMRANS, AYSELS)
    assert city.registered_codes.of(aysel.fin) == (AYSELS, AYSELS_LIGHT, KAMRANS)
    assert city.registered_codes.for_utility("azersu").of(aysel.fin) == (AYSELS, KAMRANS)
    assert city.registered_codes.for_utility("azerishiq").of(aysel.fin) == (AYSELS_LIGHT,)
    assert city.registered_codes.of(city.people["Nigar"].fin) == ()


def test_threads_that_register_codes_lose_none(city: City, at_once: AtOnce) -> None:
    """Of codes that one person registers at once, all are registered."""
    nigar = city.people["Nigar"].fin
    at_once(lambda number: city.registered_codes.register(nigar, SubscriberCode(f"{number}")))
    assert sorted(int(code.value) for code in city.registered_codes.of(nigar)) == list(range(16))


def test_a_subscriber_can_be_added(city: City) -> None:
    """A script can settle somebody in, and put a new holder in the place of the old."""
    code = SubscriberCode("6070809000")
    assert city.subscribers.find(code) is None
    holder = PersonName("Leyla", "İsmayılova")
    subscriber = Subscriber(code, holder, None, Category.RESIDENTIAL, "Bakı şəhəri")
    city.subscribers.add(Account("azersu", subscriber))
    assert city.subscribers.for_utility("azersu").find(code) == subscriber
    moved_in = attrs.evolve(subscriber, holder=city.people["Nigar"].full_name)
    city.subscribers.add(Account("azersu", moved_in))
    assert city.subscribers.find(code) == moved_in


# --- invoices and payments ----------------------------------------------------------------------


def test_aysels_invoices_are_the_manuals(city: City) -> None:
    """Twelve months of manual 003 with its sums (NUM-01, NUM-02, NUM-04)."""
    presented = city.billing.for_utility("azersu").presented_invoices(AYSELS)
    assert [str(item.month) for item in presented] == [
        str(Month(2020, 9).minus(back)) for back in range(12)
    ]
    assert sum(item.amount.qepik for item in presented) == 10745
    assert sum(item.consumption or 0 for item in presented) == 204
    assert sum(row.paid.qepik for row in STATEMENT) == 7665


def test_not_every_invoice_can_be_disputed(city: City) -> None:
    """Two of Aysel's did not arise from a reading, and one more was not presented (DI-029)."""
    every = city.billing.invoices(AYSELS)
    assert [str(item.month) for item in every if not item.presented] == ["2020-10"]
    assert [str(item.month) for item in every if not item.from_reading] == ["2020-05", "2019-10"]
    assert len([item for item in every if item.disputable]) == 10


def test_the_payments_agree_with_the_statement(city: City) -> None:
    """The payments of each calendar month make its paid column (NUM-12, NUM-14)."""
    made = city.billing.for_utility("azersu").payments(AYSELS)
    for row in STATEMENT:
        assert sum(item.amount.qepik for item in made if item.month == row.month) == row.paid.qepik
    assert sum(item.amount.qepik for item in made) == 7665
    assert city.billing.payments(KAMRANS) == ()
    assert city.billing.for_utility("azerishiq").payments(AYSELS) == ()


def test_only_kamran_owes_something(city: City) -> None:
    """His debt is the amount on the manual's payment form (ESU-149); nobody else has one."""
    owed = {
        item.subscriber.code: city.billing.for_utility(item.utility).debt(item.subscriber.code)
        for item in ACCOUNTS
    }
    assert {code: debt for code, debt in owed.items() if debt != NO_MONEY} == {
        KAMRANS: Money.of("29.15")
    }
    assert city.billing.for_utility("azerishiq").debt(KAMRANS) == NO_MONEY


def test_a_debt_can_be_set(city: City) -> None:
    """A script can put a subscriber into debt, or into credit."""
    billing = city.billing.for_utility("azersu")
    city.billing.set_debt(AYSELS, Money.of("7.30"))
    assert billing.debt(AYSELS) == Money.of("7.30")
    city.billing.set_debt(AYSELS, Money.of("-2"))
    assert billing.debt(AYSELS) == Money.of("-2")


def test_a_payment_is_written_to_the_code_once_for_each_key(city: City) -> None:
    """It lowers the debt, also below nothing, and stands among the payments, once a key."""
    billing = city.billing.for_utility("azersu")
    for amount, key in (("20", "key-1"), ("9", "key-1"), ("10.15", "key-2")):
        billing.credit(KAMRANS, Money.of(amount), DAY, key)
    assert billing.debt(KAMRANS) == Money.of("-1")
    assert [(item.day, item.amount.plain, item.point) for item in billing.payments(KAMRANS)] == [
        (DAY, "20.00", "Elektron-Su portalı"),
        (DAY, "10.15", "Elektron-Su portalı"),
    ]
    assert len({item.receipt for item in billing.payments(KAMRANS)}) == 2
    assert [(item.code, item.amount.plain, item.day) for item in city.billing.credits] == [
        (KAMRANS, "20.00", DAY),
        (KAMRANS, "10.15", DAY),
    ]


def test_a_payment_that_threads_write_at_once_counts_once(city: City, at_once: AtOnce) -> None:
    """Of sixteen that write one payment under its key, the debt is lowered by one."""
    at_once(lambda _: city.billing.credit(KAMRANS, Money.of(1), DAY, "key-1"))
    assert city.billing.debt(KAMRANS) == Money.of("28.15")
    assert len(city.billing.payments(KAMRANS)) == 1


@pytest.mark.parametrize(
    ("utility", "code", "amount"),
    [
        ("azersu", "99", "5"),
        ("azerishiq", "2030405060", "5"),
        ("azersu", "2030405060", "0"),
        ("azersu", "2030405060", "-5"),
    ],
)
def test_what_is_no_payment_is_refused(city: City, utility: str, code: str, amount: str) -> None:
    """An unknown code, another utility's, an amount of nothing or less: a clear no."""
    billing = city.billing.for_utility(utility)
    with pytest.raises(PortRefused):
        billing.credit(SubscriberCode(code), Money.of(amount), DAY, "key-1")
    assert city.billing.credits == []
    assert city.billing.debt(KAMRANS) == Money.of("29.15")


def test_a_debt_is_corrected_once_for_each_key(city: City) -> None:
    """A correction repeated under its key changes nothing; one under a new key does."""
    billing = city.billing.for_utility("azersu")

    def worth() -> Money:
        (found,) = [x for x in billing.presented_invoices(AYSELS) if x.number == "F-2019-12-4050"]
        return found.amount

    billing.correct(AYSELS, "F-2019-12-4050", Money.of("2.10"), "key-1")
    billing.correct(AYSELS, "F-2019-12-4050", Money.of("9.99"), "key-1")
    assert worth() == Money.of("2.10")
    billing.correct(AYSELS, "F-2019-12-4050", Money.of("3.50"), "key-2")
    assert worth() == Money.of("3.50")
    assert [item.amount.plain for item in city.billing.corrections] == ["2.10", "3.50"]
    assert len(billing.presented_invoices(AYSELS)) == 12


@pytest.mark.parametrize(
    ("utility", "code", "invoice"),
    [
        ("azersu", "1020304050", "F-2019-09-4050"),
        ("azersu", "2030405060", "F-2019-12-4050"),
        ("azersu", "99", "F-2019-12-4050"),
        ("azerishiq", "1020304050", "F-2019-12-4050"),
    ],
)
def test_what_billing_does_not_know_is_refused(
    city: City, utility: str, code: str, invoice: str
) -> None:
    """An unknown invoice, another's, an unknown code, another utility's: a clear no."""
    with pytest.raises(PortRefused):
        city.billing.for_utility(utility).correct(
            SubscriberCode(code), invoice, Money.of("2.10"), "key-1"
        )
    assert city.billing.corrections == []


# --- lists, numbers -----------------------------------------------------------------------------


def test_reference_data_can_be_set(city: City) -> None:
    """The city comes with reasons and a unit, and a script can change both or take them away."""
    assert len(city.reference.items("debt_investigation_reasons")) == 5
    assert city.reference.items("unknown") == ()
    assert city.reference.unit_for("unknown") is None
    item = ReferenceItem("other", "Digər")
    city.reference.set_items("debt_investigation_reasons", item)
    assert city.reference.items("debt_investigation_reasons") == (item,)
    city.reference.set_unit("debt_investigation", item)
    assert city.reference.unit_for("debt_investigation") == item
    city.reference.set_unit("debt_investigation", None)
    assert city.reference.unit_for("debt_investigation") is None
    assert City().reference.unit_for("debt_investigation") is not None


def test_every_service_has_a_unit_and_every_list_its_values(city: City) -> None:
    """Each service of the manuals goes to staff of its own; the company is addressed first."""
    services = (
        "debt_investigation",
        "subscriber_data_change",
        "meter_damage",
        "meter_reading",
        "new_subscriber",
        "emergency",
        "electronic_request",
        "service_suspension",
        "technical_conditions",
    )
    units = [city.reference.unit_for(service) for service in services]
    assert len({unit.key for unit in units if unit}) == len(services)
    assert [item.label for item in city.reference.items("card_types")] == ["Visa", "MasterCard"]
    assert city.reference.items("azersu_units")[0].label == "“Azərsu” ASC"


def test_an_open_rule_is_as_the_script_says(city: City) -> None:
    """A rule that nobody spoke of holds by its default, any other as it was set."""
    assert city.reference.applies("rule", True)
    assert not city.reference.applies("rule", False)
    city.reference.set_rule("rule", False)
    assert not city.reference.applies("rule", True)
    city.reference.set_rule("rule", True)
    assert city.reference.applies("rule", False)


def test_threads_that_count_together_are_told_different_figures(
    city: City, at_once: AtOnce
) -> None:
    """Of different members noted at once, each finds those before it; the same one counts once."""
    told = at_once(lambda number: city.counters.note("who", str(number), DAY))
    assert sorted(told, key=str) == sorted(range(1, 17), key=str)
    assert city.counters.note("who", "3", DAY) == 16
    assert city.counters.note("somebody else", "3", DAY) == 1


def test_numbers_run_on_for_each_utility(city: City) -> None:
    """Each utility has one sequence of its own, whatever the service and the year."""
    water, light = (city.numbers.for_utility(key) for key in ("azersu", "azerishiq"))
    given = [
        water.issue("debt_investigation", DAY),
        light.issue("meter_damage", DAY),
        water.issue("data_change", date(2027, 1, 1)),
    ]
    assert given == ["AZS-2026-000001", "AZI-2026-000001", "AZS-2027-000002"]


def test_threads_are_given_different_numbers_and_tokens(city: City, at_once: AtOnce) -> None:
    """However many ask at once, no number and no token is given twice."""
    port = city.numbers.for_utility("azersu")

    def draw(_: int) -> list[str]:
        return [text for _ in range(5) for text in (port.issue("s", DAY), city.tokens.new())]

    drawn_texts = [text for texts in at_once(draw) if isinstance(texts, list) for text in texts]
    assert len(set(drawn_texts)) == len(drawn_texts) == 160


def test_threads_lose_no_letter(city: City, at_once: AtOnce) -> None:
    """Of letters sent at once under the same keys, each key's goes out once."""

    def send(_: int) -> None:
        for key in range(5):
            city.texts.send(Letter("+994502001020", "", str(key)), str(key))

    at_once(send)
    assert sorted(int(letter.text) for letter in city.texts.letters) == list(range(5))


# --- letters, notices, files --------------------------------------------------------------------


def test_an_outbox_keeps_letters_in_order(city: City) -> None:
    """Letters can be read in the order sent and by address; a repeated key sends nothing."""
    to_aysel, to_kamran = (Letter(f"{who}@example.com", "Salam", "") for who in ("aysel", "kamran"))
    city.emails.send(to_aysel, "key-1")
    city.emails.send(to_kamran, "key-2")
    city.emails.send(to_kamran, "key-1")
    assert city.emails.letters == [to_aysel, to_kamran]
    assert city.emails.to("kamran@example.com") == [to_kamran]
    assert city.emails.to("nobody@example.com") == []
    assert city.texts.letters == []


def test_an_inbox_shows_the_newest_first(city: City) -> None:
    """Notices come by their instant, of equals the later put, each key once, each person's own."""
    aysel, kamran = city.people["Aysel"].fin, city.people["Kamran"].fin
    now = city.clock.now()
    for key, at in (("a", now), ("late", now + timedelta(hours=1)), ("b", now), ("a", now)):
        city.inbox.put(aysel, InboxItem(at, "AZS-1", key, "mətn"), key)
    city.inbox.put(kamran, InboxItem(now, "AZS-2", "other", "mətn"), "a")
    assert [item.subject for item in city.inbox.of(aysel)] == ["late", "b", "a"]
    assert [item.subject for item in city.inbox.of(aysel, limit=1)] == ["late"]
    assert [item.subject for item in city.inbox.of(kamran)] == ["other"]


def test_a_document_comes_back_as_it_was_kept(city: City) -> None:
    """A file is found by its document, under a safe name, with its size and digest."""
    document = city.documents.keep(Upload("../sayğac.png", EXAMPLE_PHOTO.content), "image/png")
    assert (document.name, document.media_type) == ("sayğac.png", "image/png")
    assert document.size == len(EXAMPLE_PHOTO.content)
    assert document.sha256 == hashlib.sha256(EXAMPLE_PHOTO.content).hexdigest()
    assert city.documents.open(document) == EXAMPLE_PHOTO
    assert city.documents.open(attrs.evolve(document, id="another")) is None


def test_a_document_has_an_id_of_its_own(city: City, at_once: AtOnce) -> None:
    """The same file handed in by many at once is kept once for each."""
    kept = at_once(lambda _: city.documents.keep(EXAMPLE_PHOTO, "image/png").id)
    assert len(set(kept)) == 16


def test_a_store_needs_a_desk(city: City) -> None:
    """Unless a desk keeps its cases in the city, there is no store to look into."""
    Desk([SimulatorPlugin(city, leave_out=["case_store"])])
    with pytest.raises(LookupError, match="desk"):
        _ = city.store


# --- changes, metering points, readings, registers ----------------------------------------------

KAMRANS_HOUSE = SubscriberCode("5060708090")
BAKERY = SubscriberCode("300400500600700")
WATER = ServiceKinds.of(ServiceKind.WATER)


def change(city: City, holder: str = "Nigar", persons: int = 2) -> SubscriberChange:
    return SubscriberChange(city.people[holder].fin, "Bakı şəhəri, Nümunə 9", persons, WATER)


def test_aysels_data_are_the_samples(city: City) -> None:
    """Four persons, water, a meter of type M (NUM-11)."""
    found = city.subscribers.find(AYSELS)
    assert found is not None
    assert (found.persons, found.services, found.meter) == (4, WATER, MeterType("M"))


def test_a_house_without_a_meter_has_no_reading(city: City) -> None:
    """Its invoices follow a norm, so none can be disputed, and no reading is taken of it."""
    found = city.subscribers.find(KAMRANS_HOUSE)
    assert found is not None
    assert found.meter is None
    assert found.category is Category.RESIDENTIAL
    assert not any(item.disputable for item in city.billing.invoices(KAMRANS_HOUSE))
    readings = city.readings.for_utility("azersu")
    assert readings.last(KAMRANS_HOUSE) is None
    with pytest.raises(PortRefused):
        readings.take(KAMRANS_HOUSE, MeterReading.parse("5"), DAY, "key-1")
    assert city.readings.taken == []


@pytest.mark.parametrize(
    ("name", "utility", "codes"),
    [
        ("Aysel", "azersu", ["1020304050"]),
        ("Kamran", "azersu", ["2030405060", "5060708090"]),
        ("Kamran", "azerishiq", ["200300400500600"]),
        ("Nigar", "azersu", []),
        ("Nigar", "azerishiq", ["40050060070"]),
        ("Orxan", "azerishiq", ["300400500600700", "300400500600800"]),
    ],
)
def test_what_somebody_holds_is_told_by_utility(
    city: City, name: str, utility: str, codes: list[str]
) -> None:
    """The holder's FIN decides, not the profile, and each utility tells its own alone."""
    held = city.subscribers.for_utility(utility).held_by(city.people[name].fin)
    assert [item.code.value for item in held] == codes


def test_a_subscribers_data_are_changed_once_for_each_key(city: City) -> None:
    """Holder, address, persons and services become those of the change; the rest stays."""
    base = city.subscribers.for_utility("azersu")
    before = base.find(KAMRANS)
    assert before is not None
    base.change(KAMRANS, change(city), "key-1")
    base.change(KAMRANS, change(city, persons=9), "key-1")
    nigar = city.people["Nigar"]
    assert base.find(KAMRANS) == attrs.evolve(
        before,
        holder=nigar.full_name,
        holder_fin=nigar.fin,
        address="Bakı şəhəri, Nümunə 9",
        persons=2,
        services=WATER,
    )
    assert [item.code for item in base.held_by(nigar.fin)] == [KAMRANS]
    assert [(item.code, item.change.persons) for item in city.subscribers.changes] == [(KAMRANS, 2)]


def test_the_name_of_a_stranger_is_not_known(city: City) -> None:
    """A holder who is no resident keeps the name that stood there."""
    base = city.subscribers.for_utility("azersu")
    before = base.find(KAMRANS)
    stranger = attrs.evolve(change(city), holder_fin=Fin("9ZZ9ZZ9"))
    base.change(KAMRANS, stranger, "key-1")
    after = base.find(KAMRANS)
    assert before is not None
    assert after is not None
    assert (after.holder, after.holder_fin) == (before.holder, Fin("9ZZ9ZZ9"))


@pytest.mark.parametrize(("utility", "code"), [("azersu", "99"), ("azerishiq", "2030405060")])
def test_an_unknown_code_cannot_be_changed(city: City, utility: str, code: str) -> None:
    """Nor can one of another utility."""
    with pytest.raises(PortRefused):
        city.subscribers.for_utility(utility).change(SubscriberCode(code), change(city), "key-1")
    assert city.subscribers.changes == []


def test_a_head_code_has_its_metering_points(city: City) -> None:
    """The bakery two, the shop one, a household none; another utility tells of none."""
    points = city.metering_points.for_utility("azerishiq")
    assert len(points.of(BAKERY)) == 2
    assert len(points.of(SubscriberCode("300400500600800"))) == 1
    assert points.of(AYSELS_LIGHT) == ()
    assert city.metering_points.for_utility("azersu").of(BAKERY) == ()
    point = MeteringPoint("700-3", "Çörəkxana, həyət")
    city.metering_points.set_points(BAKERY, point)
    assert points.of(BAKERY) == (point,)


def test_a_reading_is_taken_once_for_each_key(city: City) -> None:
    """It is then the last; an inspector's may be set, too."""
    readings = city.readings.for_utility("azersu")
    assert readings.last(AYSELS) == MeterReading.parse("1240")
    for typed, key in (("1254", "key-1"), ("9999", "key-1"), ("1260", "key-2")):
        readings.take(AYSELS, MeterReading.parse(typed), DAY, key)
    assert readings.last(AYSELS) == MeterReading.parse("1260")
    assert [(item.reading.plain, item.day) for item in city.readings.taken] == [
        ("1254", DAY),
        ("1260", DAY),
    ]
    city.readings.set_last(AYSELS, MeterReading.parse("1300"))
    assert readings.last(AYSELS) == MeterReading.parse("1300")


@pytest.mark.parametrize(("utility", "code"), [("azersu", "99"), ("azerishiq", "1020304050")])
def test_a_reading_of_an_unknown_code_is_refused(city: City, utility: str, code: str) -> None:
    """Nor is one of another utility's taken, or told."""
    readings = city.readings.for_utility(utility)
    with pytest.raises(PortRefused):
        readings.take(SubscriberCode(code), MeterReading.parse("5"), DAY, "key-1")
    assert readings.last(SubscriberCode(code)) is None


def test_the_registers_know_the_residents(city: City) -> None:
    """Name and FIN as at the sign-in; a script can alter a record and take it away."""
    aysel = city.people["Aysel"]
    found = city.civil_data.find(aysel.fin)
    assert found is not None
    assert (found.name, found.fin) == (aysel.full_name, aysel.fin)
    assert city.civil_data.find(Fin("9ZZ9ZZ9")) is None
    city.civil_data.put(attrs.evolve(found, more=(("Doğum tarixi", "01.01.1990"),)))
    altered = city.civil_data.find(aysel.fin)
    assert altered is not None
    assert altered.more == (("Doğum tarixi", "01.01.1990"),)
    assert "1990" not in repr(altered)
    city.civil_data.forget(aysel.fin)
    assert city.civil_data.find(aysel.fin) is None


def test_a_mobile_number_can_be_disconnect(city: City) -> None:
    """Everybody's is in use until then; a landline never is."""
    phones = [Phone.parse(resident.phone) for resident in city.people.values()]
    assert all(city.mobiles.is_active(phone) for phone in phones)
    city.mobiles.disconnect(phones[0])
    assert [city.mobiles.is_active(phone) for phone in phones] == [False, True, True, True]
    assert not city.mobiles.is_active(Phone.parse("012 431 47 67"))


def test_a_closed_code_is_nobodys_and_stays_in_the_profile() -> None:
    """The base forgets the subscriber, the person's profile does not forget the code."""
    city, code = City(), AYSELS
    base = city.subscribers.for_utility("azersu")
    known = base.find(code)
    assert known is not None
    city.subscribers.close(code)
    assert base.find(code) is None
    fin = city.people["Aysel"].fin
    assert base.held_by(fin) == ()
    assert city.registered_codes.for_utility("azersu").of(fin) == (code,)
    change = SubscriberChange(fin, "Bakı şəhəri", 4, ServiceKinds("water"))
    with pytest.raises(PortRefused):
        base.change(code, change, "key")
