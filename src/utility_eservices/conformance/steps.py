"""The step phrases (addım ifadələri): all that a scenario can say.

A phrase exists once and may stand after any keyword. What a person reads on a screen stands in
“…”; a text that itself contains “…” stands in a docstring. `eservices phrases` lists them with
what the docstrings here say.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from pytest_bdd import parsers, step

from utility_eservices.casework.notice import Medium
from utility_eservices.casework.screen import (
    ChoiceEntry,
    Entry,
    FileEntry,
    NumberEntry,
    Rows,
    Screen,
    TextEntry,
    TickEntry,
)
from utility_eservices.conformance.drawing import Kind
from utility_eservices.conformance.driver import Driver
from utility_eservices.conformance.wording import KINDS, MEDIA

__all__ = ["EXPRESSIONS", "PHRASES"]

# Every phrase as a scenario writes it, with its explanation; and the expressions that find them.
PHRASES: list[tuple[str, str]] = []
EXPRESSIONS: list[re.Pattern[str]] = []

Datatable = Sequence[Sequence[str]]
F = TypeVar("F", bound=Callable[..., Any])


def phrase(pattern: str) -> Callable[[F], F]:
    """Register a phrase; ``{name}`` takes what stands there, up to its closing quote.

    What stands there may itself have something in quotes, as in “Azərişıq” ASC.
    """

    def declare(function: F) -> F:
        PHRASES.append((pattern, inspect.getdoc(function) or ""))
        expression = re.sub(
            r"\\{(\w+)\\}",
            lambda slot: f"(?P<{slot[1]}>{_COUNT if slot[1] in _COUNTS else _TEXT})",
            re.escape(pattern),
        )
        EXPRESSIONS.append(re.compile(f"^{expression}$"))
        # pytest-bdd leaves the step in the module of the frame that it is told: ours is one up.
        parser = parsers.re(EXPRESSIONS[-1].pattern)
        converters: dict[str, Callable[[str], object]] = dict.fromkeys(_COUNTS, int)
        step(parser, converters=converters, stacklevel=2)(function)
        return function

    return declare


_COUNTS = ("times", "hours")
_COUNT = "[0-9]{1,6}"
_TEXT = "(?:“[^“”]*”|[^”])*"


# --- the world (dünya) ------------------------------------------------------------------------


@phrase("abonent kodundan yalnız sahibi istifadə edə bilər")
def only_own_codes(driver: Driver) -> None:
    """Ciddi giriş siyasəti: kodu yalnız sahibi və ya qeydiyyatdan keçirən işlədə bilər."""
    driver.restrict_codes()


@phrase("“{system}” {times} dəfə “{failure}”")
def system_fails(driver: Driver, system: str, failure: str, times: int) -> None:
    """Kənar sistem bir neçə dəfə nasaz olur."""
    driver.break_system(system, failure, times)


@phrase("“{system}” daim “{failure}”")
def system_fails_always(driver: Driver, system: str, failure: str) -> None:
    """Kənar sistem düzələnə qədər nasaz qalır."""
    driver.break_system(system, failure, 0)


@phrase("bütün sistemlər yenidən işləyir")
def systems_work(driver: Driver) -> None:
    """Bütün nasazlıqlar aradan qaldırılır."""
    driver.mend_systems()


@phrase("{hours} saat keçir")
def time_passes(driver: Driver, hours: int) -> None:
    """Saat irəli çəkilir."""
    driver.pass_time(hours)


# --- the way in (xidmətə giriş) -----------------------------------------------------------------


@phrase("Bakıda tarix və saat belədir: “{when}”")
def it_is(driver: Driver, when: str) -> None:
    """Tarix və saat, məsələn: 2020-09-23 10:00."""
    driver.set_time(when)


@phrase("“{rule}” qaydası tətbiq edilir")
def rule_holds(driver: Driver, rule: str) -> None:
    """Xidmət təşkilatının seçə bildiyi qayda qüvvədədir."""
    driver.switch(rule, on=True)


@phrase("“{rule}” qaydası tətbiq edilmir")
def rule_does_not_hold(driver: Driver, rule: str) -> None:
    """Xidmət təşkilatının seçə bildiyi qayda qüvvədə deyil."""
    driver.switch(rule, on=False)


@phrase("“{phone}” nömrəsi aktiv deyil")
def phone_is_dead(driver: Driver, phone: str) -> None:
    """Operator bu mobil nömrəni aktiv saymır."""
    driver.disconnect(phone)


@phrase("abonent bazasında “{code}” kodu ləğv edilib")
def code_is_closed(driver: Driver, code: str) -> None:
    """Belə abonent daha yoxdur; kod onu qeydiyyatdan keçirənin profilində qala bilər."""
    driver.close(code)


@phrase("fərdi məlumatlarda “{who}” haqqında heç nə yoxdur")
def nothing_known(driver: Driver, who: str) -> None:
    """Dövlət reyestrləri bu şəxsi tanımır."""
    driver.forget(who)


@phrase("“{code}” kodunun “{amount}” AZN borcu var")
def owes(driver: Driver, code: str, amount: str) -> None:
    """Hesablaşma sistemində kodun borcu; mənfi məbləğ artıq ödənişdir."""
    driver.set_debt(code, amount)


@phrase("“{channel}” portalında “{service}” xidmətinə yol belədir:")
def way_is(driver: Driver, channel: str, service: str, datatable: Datatable) -> None:
    """Portalda ardıcıl seçilən adlar, hər sətirdə biri."""
    assert _column(datatable) == list(driver.way(channel, service))


@phrase("“{channel}” portalında “{service}” xidmətinin giriş pəncərəsi “{title}” belədir:")
def sign_in_window_is(
    driver: Driver, channel: str, service: str, title: str, datatable: Datatable
) -> None:
    """Giriş pəncərəsinin adı və giriş vasitələri, hər sətirdə biri."""
    window = driver.sign_in_window(channel, service)
    assert window.title == title
    assert _column(datatable) == [button.label for button in window.buttons]


@phrase("“{channel}” portalında “{service}” xidməti üçün giriş “{moment}” soruşulur")
def sign_in_is_asked(driver: Driver, channel: str, service: str, moment: str) -> None:
    """Girişin vaxtı: “xidmət seçilməzdən əvvəl” və ya “xidmət seçildikdən sonra”."""
    moments = {True: "xidmət seçilməzdən əvvəl", False: "xidmət seçildikdən sonra"}
    assert moments[driver.asked_before(channel, service)] == moment


@phrase("“{who}” “{channel}” portalında “{means}” daxil olub “{service}” xidmətini açır")
def enters(driver: Driver, who: str, channel: str, means: str, service: str) -> None:
    """Giriş və xidmətin seçilməsi, portalın tələb etdiyi ardıcıllıqla."""
    driver.enter(who, channel, service, means)


@phrase("“{button}” düyməsi olan pəncərəyə qədər gedir")
def goes_to(driver: Driver, button: str) -> None:
    """Sahələri nümunələrlə dolduraraq həmin düymənin olduğu ilk pəncərəyə çatır."""
    driver.go_to(button)


# --- filling in (doldurma) ----------------------------------------------------------------------


@phrase("“{label}” sahəsinə “{text}” yazır")
def types(driver: Driver, label: str, text: str) -> None:
    """Sahəyə mətn yazılır; əvvəlki mətn silinir."""
    driver.fill(label, text)


@phrase("“{label}” siyahısından “{text}” seçir")
def chooses(driver: Driver, label: str, text: str) -> None:
    """Siyahıdan bir sətir seçilir; mötərizədən əvvəlki hissə kifayətdir."""
    driver.fill(label, text)


@phrase("“{label}” seçimini edir")
def ticks(driver: Driver, label: str) -> None:
    """Quş qoyulur."""
    driver.fill(label, "on")


@phrase("“{label}” seçimini götürür")
def unticks(driver: Driver, label: str) -> None:
    """Quş götürülür."""
    driver.fill(label, "off")


@phrase("“{label}” sahəsinə “{file}” yükləyir")
def uploads(driver: Driver, label: str, file: str) -> None:
    """Fayl yüklənir.

    Fayllar: “sayğacın şəkli”, “sənədin surəti”, “mətn faylı”, “boş fayl”, “11 MB-lıq şəkil”.
    """
    driver.upload(label, file)


@phrase("qalan sahələri nümunələrlə doldurur")
def fills_the_rest(driver: Driver) -> None:
    """Boş qalmış hər sahəyə onun nümunəsi yazılır."""
    driver.fill_examples()


@phrase("“{label}” düyməsini seçir")
def presses(driver: Driver, label: str) -> None:
    """Düymə seçilir."""
    driver.press(label)


@phrase("“{label}” düyməsini ardıcıl {times} dəfə seçir")
def presses_repeatedly(driver: Driver, label: str, times: int) -> None:
    """Eyni pəncərədə düymə bir neçə dəfə seçilir."""
    driver.press(label, times)


@phrase("“{label}” sahəsinə ardıcıl {times} müxtəlif kod yazıb “{button}” düyməsini seçir")
def tries_codes(driver: Driver, label: str, times: int, button: str) -> None:
    """Başqasının kodunu tapmağa çalışan adam kodları bir-bir yoxlayır."""
    for number in range(times):
        driver.fill(label, str(7_000_000_001 + number))
        driver.press(button)


@phrase("pəncərə yazılanlara görə yenilənir")
def filled_so_far(driver: Driver) -> None:
    """Düymə seçilmədən pəncərə yazılanlara uyğun olaraq dəyişir."""
    driver.refresh()


@phrase("işini yarımçıq saxlayıb başqa serverdə davam etdirir")
def leaves_and_returns(driver: Driver) -> None:
    """Pəncərə bağlanır, sonra olduğu yerdən davam edilir."""
    driver.suspend_and_resume()


# --- paying (ödəniş) ------------------------------------------------------------------------------


@phrase("ödəniş səhifəsi açılır")
def payment_page_opens(driver: Driver) -> None:
    """Portal ödəniş sisteminin səhifəsinə yönləndirir."""
    assert driver.screen().redirect, driver.screen().messages


@phrase("ödəniş səhifəsi açılmır")
def payment_page_stays_shut(driver: Driver) -> None:
    """Portal ödəniş sisteminin səhifəsinə yönləndirmir."""
    assert not driver.screen().redirect


@phrase("abonent ödəniş səhifəsində “{act}”")
def at_the_bank(driver: Driver, act: str) -> None:
    """Ödəniş sisteminin səhifəsində: “ödəyir” və ya “imtina edir”."""
    driver.at_the_bank(act)


@phrase("abonent birinci ödənişin səhifəsində “{act}”")
def at_the_bank_before(driver: Driver, act: str) -> None:
    """Təkrar cəhddən sonra açıq qalmış birinci səhifədə: “ödəyir” və ya “imtina edir”."""
    driver.at_the_bank(act, attempt=0)


@phrase("ödəniş sistemi nəticəni {times} dəfə bildirir")
def bank_reports(driver: Driver, times: int) -> None:
    """Ödəniş sistemi nəticəni portala xəbər verir; eyni xəbər təkrar gələ bilər."""
    driver.bank_reports(times)


@phrase("abonent ödəniş səhifəsindən qayıdır")
def returns_from_bank(driver: Driver) -> None:
    """Müraciət qaldığı yerdən davam edir."""
    driver.suspend_and_resume()


@phrase("“{code}” kodunun borcu “{amount}” AZN-dir")
def debt_is(driver: Driver, code: str, amount: str) -> None:
    """Hesablaşma sistemində kodun borcu."""
    assert driver.debt(code) == amount


@phrase("“{code}” koduna portaldan cəmi “{amount}” AZN ödəniş yazılıb")
def credited(driver: Driver, code: str, amount: str) -> None:
    """Portalda edilən ödənişlərdən hesablaşma sisteminə yazılanların cəmi."""
    assert driver.credited(code) == amount


@phrase("ödəyənə cəmi “{amount}” AZN qaytarılıb")
def refunded(driver: Driver, amount: str) -> None:
    """Ödəniş sisteminin karta qaytardığı məbləğlərin cəmi."""
    assert driver.refunded() == amount


# --- what the screen shows (pəncərədə görünənlər) -------------------------------------------------


@phrase("“{title}” pəncərəsi açıqdır")
def window_is(driver: Driver, title: str) -> None:
    """Açıq pəncərənin başlığı."""
    assert driver.screen().title == title, driver.screen().messages


@phrase("pəncərədə yalnız bunlar var:")
def screen_is(driver: Driver, datatable: Datatable) -> None:
    """Bütün pəncərə: “növ | ad”, növbə ilə.

    Növlər: xəbər, yazı, mətn, rəqəm, siyahı, fayl, seçim, bölmə, məlumat, cədvəl, keçid, düymə.
    """
    assert [tuple(row) for row in datatable[1:]] == list(_everything(driver.screen()))


@phrase("“{label}” düyməsi var")
def button_is_there(driver: Driver, label: str) -> None:
    """Pəncərədə bu adda bir düymə var."""
    driver.screen().button(label)


@phrase("“{label}” pəncərədə yoxdur")
def is_not_there(driver: Driver, label: str) -> None:
    """Pəncərədə bu adda nə düymə, nə sahə, nə də başqa şey var."""
    assert label not in {name for _, name in _everything(driver.screen())}


@phrase("“{label}” düyməsi hələ bağlıdır")
def button_is_shut(driver: Driver, label: str) -> None:
    """Lazım olanlar doldurulmadığı üçün düymə hələ seçilə bilmir."""
    assert not driver.screen().button(label).enabled


@phrase("“{label}” düyməsi açıqdır")
def button_is_open(driver: Driver, label: str) -> None:
    """Lazım olan hər şey doldurulub, düymə seçilə bilir."""
    assert driver.screen().button(label).enabled


@phrase("“{label}” düyməsi bundan sonra açılır: “{needed}”")
def button_waits_for(driver: Driver, label: str, needed: str) -> None:
    """Düymə bu sahə doldurulandan (seçim ediləndən) sonra açılır."""
    assert driver.screen().entry(needed).key in driver.screen().button(label).enabled_by


@phrase("“{label}” siyahısında bunlar var:")
def options_are(driver: Driver, label: str, datatable: Datatable) -> None:
    """Siyahının bütün sətirləri, göstərildiyi ardıcıllıqla."""
    entry = driver.screen().entry(label)
    assert isinstance(entry, ChoiceEntry)
    assert _column(datatable) == [text for _, text in entry.options]


@phrase("“{label}” sahəsində “{text}” qalıb")
def entry_holds(driver: Driver, label: str, text: str) -> None:
    """Sahədə yazılan, siyahıda seçilən və ya yüklənən faylın adı."""
    assert _held(driver.screen().entry(label)) == text


@phrase("“{label}” sahəsi “{section}” bölməsindədir")
def entry_is_in(driver: Driver, label: str, section: str) -> None:
    """Sahənin dayandığı bölmə."""
    assert driver.screen().entry(label).section == section


@phrase("“{label}” sahəsinin vahidi “{unit}”")
def unit_is(driver: Driver, label: str, unit: str) -> None:
    """Rəqəmin yanında yazılan ölçü vahidi."""
    entry = driver.screen().entry(label)
    assert isinstance(entry, NumberEntry)
    assert entry.unit == unit


@phrase("“{label}” sahəsinin izahı belədir:")
def help_is(driver: Driver, label: str, docstring: str) -> None:
    """Sahənin yanındakı izah."""
    assert driver.screen().entry(label).help == _flat(docstring)


@phrase("“{label}” qarşısında “{text}” göstərilir")
def row_shows(driver: Driver, label: str, text: str) -> None:
    """Dəyişdirilməyən sətir: ad və məlumat."""
    shown = [value for rows in driver.screen().rows for name, value in rows.rows if name == label]
    assert shown == [text.replace("_XX_", driver.number())]


@phrase("“{label}” qarşısında müraciətin nömrəsi göstərilir")
def number_shows(driver: Driver, label: str) -> None:
    """Müraciət göndərilməmişdən əvvəl onun nömrəsi pəncərədə görünür."""
    assert driver.number_before(label)


@phrase("müraciət həmin nömrə ilə qeydiyyata alınıb")
def registered_as_shown(driver: Driver) -> None:
    """Müraciətin nömrəsi göndərilməmişdən əvvəl göstərilən nömrədir."""
    assert driver.number()
    assert driver.number() == driver.number_before()


@phrase("“{title}” cədvəlində bunlar var:")
def table_shows(driver: Driver, title: str, datatable: Datatable) -> None:
    """Cədvəlin başlıqları və bütün sətirləri."""
    tables = [table for table in driver.screen().tables if table.title == title]
    expected = [tuple(cell.replace("_XX_", driver.number()) for cell in row) for row in datatable]
    assert [[table.columns, *table.rows] for table in tables] == [expected]


@phrase("“{label}” sahəsində “{message}” xəbərdarlığı göstərilir")
def entry_warns(driver: Driver, label: str, message: str) -> None:
    """Sahənin yanındakı xəbərdarlıq."""
    assert driver.screen().entry(label).fault == message


@phrase("pəncərədə “{message}” xəbərdarlığı göstərilir")
def screen_warns(driver: Driver, message: str) -> None:
    """Pəncərənin yuxarısındakı xəbərdarlıq."""
    assert message in _messages(driver.screen(), "fault")


@phrase("heç bir xəbərdarlıq göstərilmir")
def nothing_warns(driver: Driver) -> None:
    """Nə yuxarıda, nə də sahələrin yanında xəbərdarlıq var."""
    screen = driver.screen()
    assert not _messages(screen, "fault")
    assert not [entry.fault for entry in screen.entries if entry.fault]


@phrase("ekranda bu məlumat verilir:")
def screen_tells(driver: Driver, docstring: str) -> None:
    """Uğur məlumatı bütövlükdə; _XX_ müraciətin nömrəsidir."""
    expected = _flat(docstring).replace("_XX_", driver.number())
    assert _messages(driver.screen(), "success") == [expected]


@phrase("dialoq pəncərəsində “{text}” soruşulur")
def dialog_asks(driver: Driver, text: str) -> None:
    """Əvvəlki pəncərənin üstündə açılan dialoqun sualı."""
    assert driver.screen().dialog
    assert driver.screen().text == text


# --- the request (müraciət) ---------------------------------------------------------------------


@phrase("cəmi {times} müraciət qeydiyyata alınıb")
def registered_are(driver: Driver, times: int) -> None:
    """Bu şəxsin bütün portallardan göndərdiyi müraciətlərin sayı."""
    assert driver.registered() == times


@phrase("müraciət “{status}” statusuna çatdırılır")
def brought_to(driver: Driver, status: str) -> None:
    """Müraciət ən qısa yolla bu statusa gətirilir, lazım olanlar nümunələrlə doldurulur."""
    driver.bring_to(status)


@phrase("müraciətdə “{label}” “{text}” kimi qeyd olunub")
def request_states(driver: Driver, label: str, text: str) -> None:
    """Müraciətlə birlikdə göndərilən, yaxud icraçıların qeyd etdiyi məlumat."""
    assert driver.stated(label) == text


@phrase("icraçı müraciətin “{label}” sahəsindəki “{file}” faylını açır")
def officer_opens(driver: Driver, label: str, file: str) -> None:
    """Yüklənmiş fayl icraçıya göründüyü kimi açılır."""
    assert driver.opened_file(label) == file


@phrase("müraciət “{channel}” portalından göndərilib")
def request_came_from(driver: Driver, channel: str) -> None:
    """Müraciətin yadda saxladığı portal."""
    assert driver.channel() == channel


@phrase("“{who}” müraciətin statusunu “{status}” kimi görür")
def status_is(driver: Driver, who: str, status: str) -> None:
    """Müraciət edənin gördüyü status."""
    followed = driver.followed(who)
    assert followed is not None
    assert followed.status == status


@phrase("“{who}” statusun nə demək olduğunu oxuyur")
def status_is_explained(driver: Driver, who: str) -> None:
    """Müraciət edənə statusun adından başqa mənası da deyilir."""
    followed = driver.followed(who)
    assert followed is not None
    assert followed.told


@phrase("“{who}” üçün belə müraciət yoxdur")
def nothing_for(driver: Driver, who: str) -> None:
    """Başqasının müraciəti mövcud olmayan kimi cavablandırılır."""
    assert driver.followed(who) is None


@phrase("“{channel}” portalında “{place}” bölməsində müraciətin statusu “{status}”")
def status_place_shows(driver: Driver, channel: str, place: str, status: str) -> None:
    """Statusların izlənildiyi bölmə və oradakı status."""
    screen = driver.status_place(channel)
    assert screen.title == place
    rows = [row for table in screen.tables for row in table.rows if row[0] == driver.number()]
    assert [row[3] for row in rows] == [status]


@phrase("“{channel}” portalında “{place}” bölməsində müraciətin nəticəsi “{result}”")
def status_place_tells(driver: Driver, channel: str, place: str, result: str) -> None:
    """Statusların izlənildiyi bölmədə “Nəticə” sütununda yazılan."""
    screen = driver.status_place(channel)
    assert screen.title == place
    rows = [row for table in screen.tables for row in table.rows if row[0] == driver.number()]
    assert [row[4] for row in rows] == [result]


@phrase("“{channel}” portalında “{place}” bölməsində bu müraciət yoxdur")
def status_place_shows_nothing(driver: Driver, channel: str, place: str) -> None:
    """Başqa portaldan göndərilən müraciət bu bölmədə görünmür."""
    screen = driver.status_place(channel)
    assert screen.title == place
    numbers = [row[0] for table in screen.tables for row in table.rows]
    assert driver.number() not in numbers


@phrase("“{channel}” portalında statuslara yol belədir:")
def status_way_is(driver: Driver, channel: str, datatable: Datatable) -> None:
    """Statuslara baxmaq üçün ardıcıl seçilən adlar, hər sətirdə biri."""
    assert _column(datatable) == driver.status_place(channel).text.split(" → ")


@phrase("müraciətin izahında “{text}” yazılıb")
def explanation_says(driver: Driver, text: str) -> None:
    """Müraciət edənə verilən izahdakı sətir: nə olub, kimdədir, nə ola bilər."""
    assert text in driver.explanation().text


@phrase("müraciətin izahında bu yazılıb:")
def explanation_says_quoting(driver: Driver, docstring: str) -> None:
    """Müraciət edənə verilən izahdakı sətir, içində “…” olanda."""
    assert _flat(docstring) in driver.explanation().text


# --- the office (icra) --------------------------------------------------------------------------


@phrase("“{role}” “{action}” əməliyyatını edir")
def acts(driver: Driver, role: str, action: str) -> None:
    """Əməkdaş heç nə qeyd etmədən əməliyyat edir."""
    driver.act(role, action, {})


@phrase("“{role}” “{action}” əməliyyatını bu qeydlərlə edir:")
def acts_stating(driver: Driver, role: str, action: str, datatable: Datatable) -> None:
    """Əməkdaş əməliyyatı “ad | qeyd” sətirləri ilə edir."""
    driver.act(role, action, {row[0]: row[1] for row in datatable})


@phrase("iki “{role}” eyni anda “{action}” əməliyyatını edir")
def two_act(driver: Driver, role: str, action: str) -> None:
    """Müraciəti eyni vəziyyətdə görən iki əməkdaş eyni əməliyyatı edir."""
    driver.act_at_once(role, action)


@phrase("əməliyyat qəbul edilir")
def act_accepted(driver: Driver) -> None:
    """Sonuncu əməliyyat rədd edilməyib."""
    assert not driver.refusals()


@phrase("əməliyyat “{message}” səbəbi ilə qəbul edilmir")
def act_refused(driver: Driver, message: str) -> None:
    """Sonuncu əməliyyatın rədd edilməsinin səbəbi."""
    assert message in driver.refusals()


@phrase("“{role}” yalnız bu əməliyyatları edə bilər:")
def may_act(driver: Driver, role: str, datatable: Datatable) -> None:
    """Mümkün əməliyyatlar: “əməliyyat | lazım olan qeydlər”."""
    assert [tuple(row) for row in datatable[1:]] == list(driver.actions(role))


@phrase("“{role}” heç bir əməliyyat edə bilməz")
def may_not_act(driver: Driver, role: str) -> None:
    """Bu statusda həmin əməkdaş üçün əməliyyat yoxdur."""
    assert not driver.actions(role)


@phrase("müraciət “{role}” siyahısındadır")
def waits_for(driver: Driver, role: str) -> None:
    """Müraciət bu əməkdaşın iş siyahısında gözləyir."""
    assert driver.number() in driver.staff_inbox(role)


@phrase("müraciət “{role}” siyahısında deyil")
def waits_not_for(driver: Driver, role: str) -> None:
    """Müraciət bu əməkdaşın iş siyahısında deyil."""
    assert driver.number() not in driver.staff_inbox(role)


@phrase("müraciət “{role}” siyahısında birincidir")
def waits_first(driver: Driver, role: str) -> None:
    """Müraciət bu əməkdaşın iş siyahısının başındadır, başqaları ondan sonradır."""
    waiting = driver.staff_inbox(role)
    assert waiting[0] == driver.number()
    assert len(waiting) > 1


@phrase("müraciət “{role}” siyahısında sonuncudur")
def waits_last(driver: Driver, role: str) -> None:
    """Müraciət bu əməkdaşın iş siyahısının sonundadır, başqaları ondan əvvəldir."""
    waiting = driver.staff_inbox(role)
    assert waiting[-1] == driver.number()
    assert len(waiting) > 1


@phrase("sistem növbədəki işləri görür")
def performs(driver: Driver) -> None:
    """Vaxtı çatmış bildirişlər göndərilir, əməliyyatlar yerinə yetirilir."""
    driver.perform()


@phrase("“{name}” işi görülməmiş qalıb")
def given_up(driver: Driver, name: str) -> None:
    """Bütün cəhdlərdən sonra alınmayan iş, adı ilə; göndərilməyən bildiriş isə açarı ilə."""
    assert name in driver.given_up()


# --- notices and billing (bildirişlər və hesablaşma) ----------------------------------------------


@phrase("abonentə “{medium}” vasitəsilə bu bildiriş göndərilir:")
def letter_is(driver: Driver, medium: str, docstring: str) -> None:
    """Bildirişin bütün mətni, bir dəfə göndərilib; _XX_ müraciətin nömrəsidir."""
    texts = _texts(driver, medium)
    assert texts.count(_flat(docstring).replace("_XX_", driver.number())) == 1, texts


@phrase("abonentə “{subject}” mövzulu cəmi {times} elektron poçt göndərilib")
def subjects_are(driver: Driver, subject: str, times: int) -> None:
    """Bu mövzuda göndərilən məktubların sayı."""
    subjects = [letter.subject for letter in driver.letters(str(MEDIA[Medium.EMAIL]))]
    assert subjects.count(subject) == times, subjects


@phrase("portalda abonentə “{subject}” mövzulu cəmi {times} bildiriş göndərilib")
def portal_subjects_are(driver: Driver, subject: str, times: int) -> None:
    """Portalın bildirişlərində bu mövzuda olanların sayı."""
    subjects = [item.subject for item in driver.inbox()]
    assert subjects.count(subject) == times, subjects


@phrase("abonentə “{medium}” vasitəsilə cəmi {times} bildiriş göndərilib")
def letters_are(driver: Driver, medium: str, times: int) -> None:
    """Bu müraciət üzrə göndərilən bütün bildirişlərin sayı."""
    assert len(_texts(driver, medium)) == times


@phrase("“{code}” kodunun “{invoice}” fakturası “{amount}” AZN-dir")
def invoice_is(driver: Driver, code: str, invoice: str, amount: str) -> None:
    """Hesablaşma sistemində fakturanın məbləği."""
    assert driver.invoice_amount(code, invoice) == amount


@phrase("borca cəmi {times} dəfə düzəliş edilib")
def corrected(driver: Driver, times: int) -> None:
    """Hesablaşma sisteminin etdiyi düzəlişlərin sayı."""
    assert driver.corrections() == times


@phrase("abonent bazasında “{code}” kodunun “{label}” məlumatı “{text}” olub")
def base_says(driver: Driver, code: str, label: str, text: str) -> None:
    """Məlumatlar: Ad, soyad, ata adı; Ünvan; Nəfər sayı; Xidmət növü."""
    assert driver.in_base(code)[label] == text


@phrase("abonent bazasında “{code}” kodu üzrə dəyişiklik edilməyib")
def base_unchanged(driver: Driver, code: str) -> None:
    """Abonent bazasındakı məlumatlar olduğu kimi qalıb."""
    assert driver.changes(code) == 0


@phrase("“{code}” kodunun son göstəricisi “{reading}” m³-dir")
def last_reading_is(driver: Driver, code: str, reading: str) -> None:
    """Xidmət təşkilatının qəbul etdiyi son göstərici."""
    assert driver.last_reading(code) == reading


# --- reading a screen ---------------------------------------------------------------------------


def _column(datatable: Datatable) -> list[str]:
    return [row[0] for row in datatable]


def _flat(docstring: str) -> str:
    """A docstring as one line: an analyst may wrap it."""
    return " ".join(docstring.split())


def _texts(driver: Driver, medium: str) -> list[str]:
    if medium == str(MEDIA[Medium.PORTAL]):
        return [item.text for item in reversed(driver.inbox())]
    return [letter.text for letter in driver.letters(medium)]


def _messages(screen: Screen, tone: str) -> list[str]:
    return [message.text for message in screen.messages if message.tone == tone]


def _everything(screen: Screen) -> list[tuple[str, str]]:
    return [
        *(("xəbər", message.text) for message in screen.messages),
        *(("yazı", text) for text in (screen.text,) if text),
        *((str(KINDS[Kind(entry.kind)]), entry.label) for entry in screen.entries),
        *(line for rows in screen.rows for line in _lines(rows)),
        *((str(KINDS[Kind.TABLE]), table.title) for table in screen.tables),
        *((str(KINDS[Kind.LINK]), link.label) for link in screen.links),
        *(("düymə", button.label) for button in screen.buttons),
    ]


def _lines(rows: Rows) -> list[tuple[str, str]]:
    read = str(KINDS[Kind.READ_ONLY])
    return [("bölmə", rows.title), *((read, label) for label, _ in rows.rows)]


def _held(entry: Entry) -> str:
    match entry:
        case TextEntry() | NumberEntry():
            return entry.text
        case ChoiceEntry():
            return dict(entry.options).get(entry.chosen, "")
        case FileEntry():
            return entry.kept
        case TickEntry():
            return "on" if entry.ticked else ""
