"""Müraciətin statusu: what the applicant and the officer are told, and what not yet."""

from __future__ import annotations

from datetime import timedelta

import attrs
import pytest
from tests.desk.walking import (
    INSPECTOR,
    NUMBER,
    OPERATOR,
    SERVICE,
    STAFF,
    act,
    at_commission,
    correcting,
    perform_all,
    sent,
    signed_in,
    su_sent,
    under_investigation,
    unknown,
)

from utility_eservices import Desk
from utility_eservices.casework.entrance import StatusPlace
from utility_eservices.casework.screen import Table
from utility_eservices.desk.telling import Explanation, Followed
from utility_eservices.errors import CaseNotFound
from utility_eservices.simulator.city import City
from utility_eservices.simulator.plugin import SimulatorPlugin
from utility_eservices.vocabulary.document import EXAMPLE_PHOTO
from utility_eservices.vocabulary.remark import Remark

NAME = "Borcun araşdırılması üzrə müraciət"
AT = "20 noyabr 2026, 13:00"
COMMISSION = (
    "İstehlakçılardan daxil olmuş ərizələrin və şikayətlərin araşdırılması ilə bağlı daimi "
    "fəaliyyət göstərən komissiya"
)


# --- one's own requests -------------------------------------------------------------------------


def test_an_applicant_follows_a_request(city: City, desk: Desk) -> None:
    """Number, service, portal, instant, status and the sentence about it."""
    opened = sent(desk)
    assert desk.case(opened.person, NUMBER) == Followed(
        NUMBER,
        SERVICE,
        NAME,
        "e-gov.az",
        city.clock.now(),
        "registered",
        "Qeydiyyata alındı",
        "Müraciətiniz qeydiyyata alınıb.",
        (),
        closed=False,
    )


def test_findings_are_told_with_the_result(desk: Desk) -> None:
    """What officers stated stays hidden until the end, and what is not to be told after it."""
    number = under_investigation(desk)
    person = signed_in(desk)
    act(desk, number, "order_on_site_check")
    act(desk, number, "report_readings", {"clarified_reading": "1251"})
    act(desk, number, "send_to_commission", {"cause": "Səhv oxunub."})
    assert desk.case(person, number).stated == ()
    assert desk.case(person, number).closed is False
    act(desk, number, "refuse", {"reason": "Düzdür."})
    followed = desk.case(person, number)
    assert followed.stated == (
        ("Borcun yaranması səbəbi", "Səhv oxunub."),
        ("İmtinanın səbəbi", "Düzdür."),
    )
    assert (followed.state, followed.closed) == ("refused", True)


def test_somebody_elses_number_answers_as_none(desk: Desk) -> None:
    """On every portal, for reading and explaining: nobody learns which numbers exist."""
    sent(desk)
    for channel in ("e-gov.az", "e-su.az"):
        kamran = signed_in(desk, "Kamran", channel=channel)
        for number in (NUMBER, "AZS-2026-000099"):
            with pytest.raises(CaseNotFound):
                desk.case(kamran, number)
            with pytest.raises(CaseNotFound):
                desk.explain(number, kamran)
        assert desk.cases(kamran, everywhere=True) == ()


def test_a_portal_gathers_the_requests_that_are_its_to_show(city: City, desk: Desk) -> None:
    """ESU-082, AMB-67: e-su.az all, e-gov.az its own and azersu.az's, azersu.az its own."""
    numbers = {}
    for channel in ("e-gov.az", "azersu.az", "e-su.az"):
        person = signed_in(desk, channel=channel)
        numbers[channel] = (su_sent if channel == "e-su.az" else sent)(desk, person).number
        city.clock.forward(timedelta(minutes=1))
    gov, azersu, su = numbers["e-gov.az"], numbers["azersu.az"], numbers["e-su.az"]

    def seen(channel: str, *, everywhere: bool = False) -> list[str]:
        person = signed_in(desk, channel=channel)
        return [item.number for item in desk.cases(person, everywhere=everywhere)]

    assert seen("e-gov.az") == [azersu, gov]
    assert seen("azersu.az") == [azersu]
    assert seen("e-su.az") == [su, azersu, gov]
    for channel in numbers:
        assert seen(channel, everywhere=True) == [su, azersu, gov]
    elsewhere = attrs.evolve(signed_in(desk), channel="bank")
    assert desk.cases(elsewhere) == ()


def test_requests_come_page_by_page(city: City, desk: Desk) -> None:
    """After the last number seen come the older ones."""
    person = signed_in(desk)
    numbers = []
    for _ in range(3):
        numbers.append(sent(desk, person).number)
        city.clock.forward(timedelta(minutes=1))
    assert [item.number for item in desk.cases(person, after=numbers[2])] == numbers[1::-1]
    assert desk.cases(person, after=numbers[0]) == ()


# --- the section of a portal --------------------------------------------------------------------


def test_e_su_az_has_a_section_for_all_requests(desk: Desk) -> None:
    """DI-087: under the portal's own labels, with the result of what is closed."""
    number = at_commission(desk)
    act(desk, number, "refuse", {"reason": "Düzdür."})
    screen = desk.status_screen(signed_in(desk, channel="e-su.az"))
    assert (screen.key, screen.window, screen.title) == ("status", "status", "Müraciətlər")
    assert screen.text == "Bildiriş və müraciətlər → Müraciətlər"
    result = "Borcun yaranması səbəbi: Göstərici səhv oxunub. İmtinanın səbəbi: Düzdür."
    assert screen.tables == (
        Table(
            "Müraciətlər",
            ("Müraciət nömrəsi", "Xidmət", "Göndərilib", "Status", "Nəticə"),
            ((number, NAME, AT, "İcrasından imtina edildi", result),),
        ),
    )
    assert (screen.buttons, screen.entries, screen.messages) == ((), (), ())


def test_a_section_is_called_by_the_last_thing_to_choose(city: City, desk: Desk) -> None:
    """However long the way to it is."""
    service = desk.catalogue.of(SERVICE)
    gov, su = service.journeys
    place = StatusPlace(("Kabinet", "Bildirişlər", "Müraciətlər"), in_portal=True)
    journeys = (gov, attrs.evolve(su, status_place=place))
    altered = attrs.evolve(service, rules=service.rules, journeys=journeys)
    desk = Desk([SimulatorPlugin(city)], services=[altered])
    screen = desk.status_screen(signed_in(desk, channel="e-su.az"))
    assert (screen.title, screen.tables[0].title) == ("Müraciətlər", "Müraciətlər")
    assert screen.text == "Kabinet → Bildirişlər → Müraciətlər"


def test_a_portal_whose_services_show_their_status_has_no_section(city: City) -> None:
    """On e-gov.az the service's own window shows it (DI-020); an unknown portal shows nothing."""
    desk = Desk([SimulatorPlugin(city)], services=[SERVICE])
    for channel in ("e-gov.az", "bank"):
        with unknown("section"):
            desk.status_screen(attrs.evolve(signed_in(desk), channel=channel))


# --- the story of a case ------------------------------------------------------------------------


def test_a_case_is_explained_to_its_applicant(desk: Desk) -> None:
    """What happened and when, how it stands, who has it, what may come: without findings yet."""
    number = at_commission(desk)
    told = desk.explain(number, signed_in(desk))
    assert told == Explanation(
        number,
        (
            f"{AT} – Qeydiyyata alındı.",
            f"{AT} – İcraya yönləndirildi.",
            f"{AT} – Araşdırılır.",
            f"{AT} – Komissiyaya göndərildi.",
        ),
        "Sənədlər komissiyaya göndərilib.",
        f"Müraciətə hazırda baxır: {COMMISSION}.",
        "Bundan sonra mümkündür:",
        ("Borca düzəliş edilir", "İcrasından imtina edildi"),
    )
    assert told.text == "\n".join(
        [
            *told.happened,
            told.told,
            told.holder,
            "Bundan sonra mümkündür:",
            "– Borca düzəliş edilir",
            "– İcrasından imtina edildi",
        ]
    )


def test_a_case_is_explained_to_an_officer_with_what_was_stated(desk: Desk) -> None:
    """Every finding, also while the case is open and those that no applicant is told."""
    number = under_investigation(desk)
    act(desk, number, "order_on_site_check")
    act(desk, number, "report_readings", {"clarified_reading": "1251"})
    told = desk.explain(number, INSPECTOR)
    assert told.happened[-1] == (f"{AT} – Araşdırılır. Yerində dəqiqləşdirilmiş göstərici: 1251 m³")
    assert told.holder == "Müraciətə hazırda baxır: Operator."
    assert told.next == (
        "Yerində yoxlanılır",
        "Komissiyaya göndərildi",
        "Yekunlaşdı, düzəliş edilmədi",
    )


def test_the_end_is_explained_with_its_reasons(desk: Desk) -> None:
    """To the applicant what is theirs to know, to the officer all of it; nothing more comes."""
    number = correcting(desk)
    perform_all(desk)
    to_applicant, to_officer = (desk.explain(number, to) for to in (signed_in(desk), OPERATOR))
    cause = f"{AT} – Komissiyaya göndərildi. Borcun yaranması səbəbi: Göstərici səhv oxunub."
    assert to_applicant.happened[3:] == (
        cause,
        f"{AT} – Borca düzəliş edilir.",
        f"{AT} – Yekunlaşdı.",
    )
    assert to_officer.happened[3:] == (
        cause,
        f"{AT} – Borca düzəliş edilir. Fakturanın düzəlişdən sonrakı məbləği: 2,10 AZN",
        f"{AT} – Yekunlaşdı.",
    )
    for told in (to_applicant, to_officer):
        assert told.holder == "Müraciət üzrə icra başa çatıb."
        assert told.next == ()
        assert told.text == "\n".join([*told.happened, told.told, told.holder])


def test_several_findings_of_one_act_stand_beside_each_other(city: City, desk: Desk) -> None:
    """Each with its label; what an effect found out has none and is not told."""
    number = under_investigation(desk)
    case = city.store.get(number)
    assert case is not None
    moved = desk.act(STAFF, number, "send_to_commission", {"cause": "Bir."}, version=case.version)
    told = desk.explain(number, OPERATOR)
    assert told.happened[1] == f"{AT} – İcraya yönləndirildi."
    last = moved.history[-1]
    both = attrs.evolve(
        last, findings={**last.findings, "reason": Remark.parse("İki."), "unit": "Üç"}
    )
    reopened = attrs.evolve(moved, history=(*moved.history, both), version=moved.version + 1)
    city.store.save(reopened, ())
    assert desk.explain(number, OPERATOR).happened[-1] == (
        f"{AT} – Komissiyaya göndərildi. Borcun yaranması səbəbi: Bir. İmtinanın səbəbi: İki."
    )


# --- the files of a request ---------------------------------------------------------------------


def test_an_officer_opens_what_was_uploaded(desk: Desk) -> None:
    """The photo of the meter as it is kept (DI-038, DI-039)."""
    number = sent(desk).number
    assert desk.attachment(OPERATOR, number, "meter_photo").content == EXAMPLE_PHOTO.content


@pytest.mark.parametrize("field", ["phone", "photo", "", "reading_date"])
def test_what_is_no_file_is_not_opened(desk: Desk, field: str) -> None:
    """A field that is no file, or none at all, has nothing to open."""
    number = sent(desk).number
    with unknown("file"):
        desk.attachment(OPERATOR, number, field)


def test_a_file_that_is_gone_is_not_there(city: City, desk: Desk) -> None:
    """The request stays, its file is told as unknown."""
    number = sent(desk).number
    case = city.store.get(number)
    assert case is not None
    photo = attrs.evolve(case.form.meter_photo, id="document-999999")
    lost = attrs.evolve(
        case, number="M", journey="M", form=attrs.evolve(case.form, meter_photo=photo)
    )
    city.store.register(lost, ())
    with unknown("file"):
        desk.attachment(OPERATOR, "M", "meter_photo")


def test_a_file_is_for_the_utilitys_own_officers(desk: Desk) -> None:
    """To any other the request itself is none."""
    number = sent(desk).number
    with pytest.raises(CaseNotFound):
        desk.attachment(attrs.evolve(OPERATOR, utility="azerishiq"), number, "meter_photo")
