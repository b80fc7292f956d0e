"""Utilities, portals, sign-in means and persons: what services are declared with."""

import pytest

from utility_eservices.vocabulary import channel, sign_in, utility
from utility_eservices.vocabulary.person import Assurance, PersonName

CHANNELS = [channel.E_GOV_AZ, channel.AZERSU_AZ, channel.E_SU_AZ, channel.AZERISHIQ_AZ]
MEANS = [
    sign_in.ID_NUMBER,
    sign_in.SIMA,
    sign_in.ASAN,
    sign_in.SIMA_TOKEN,
    sign_in.BSXM,
    sign_in.E_SIGNATURE,
    sign_in.E_SIGNATURE_CARD,
    sign_in.E_GOV_IDENTITY,
    sign_in.E_GOV_ACCOUNT,
]


@pytest.mark.parametrize("listed", [CHANNELS, MEANS, [utility.AZERSU, utility.AZERISHIQ]])
def test_keys_and_labels_tell_them_apart(listed: list[channel.Channel]) -> None:
    """No two share a key."""
    assert len({one.key for one in listed}) == len(listed)


def test_who_shows_whose_requests() -> None:
    """e-su.az gathers all; e-gov.az its own and those of the sites that lead to it (AMB-67)."""
    seen = {
        portal.key: {other.key for other in CHANNELS if portal.shows(other.key)}
        for portal in CHANNELS
    }
    assert seen == {
        "e-su.az": {"e-gov.az", "azersu.az", "e-su.az", "azerishiq.az"},
        "e-gov.az": {"e-gov.az", "azersu.az", "azerishiq.az"},
        "azersu.az": {"azersu.az"},
        "azerishiq.az": {"azerishiq.az"},
    }


def test_e_su_az_also_shows_a_channel_that_a_plugin_adds() -> None:
    """Every portal means every one, also those not known here."""
    assert channel.E_SU_AZ.shows("bank-app")
    assert not channel.E_GOV_AZ.shows("bank-app")


def test_the_labels_of_the_manuals() -> None:
    """The five of e-gov.az stand as printed, in their order (DI-012 to DI-016)."""
    assert [means.label for means in MEANS[:5]] == [
        "İdentifikasiya nömrəsi ilə",
        "SİMA imza ilə",
        "Asan imza ilə",
        "SİMA Token (Elektron imza) ilə",
        "BSXM Elektron İmza ilə",
    ]


def test_the_labels_of_the_other_manuals() -> None:
    """Those of the statement and of the damaged meter stand as printed (ST-009 to ST-012)."""
    assert [means.label for means in MEANS[6:]] == [
        "elektron imza kartı",
        "e-gov identity",
        "Elektron hökumət sistemi tərəfindən vətəndaşa verilmiş istifadəçi adı və şifrə",
    ]


def test_the_electronic_signatures_are_one_family() -> None:
    """Kept apart by key, together by family; no other means is of it (AMB-13)."""
    assert {means.key for means in MEANS if means.family == "electronic_signature"} == {
        "sima_token",
        "bsxm",
        "e_signature",
        "e_signature_card",
    }


def test_asan_login_prints_three_of_them_otherwise() -> None:
    """The window of e-su.az leaves “ilə” out (ESU-012 to ESU-015)."""
    assert dict(sign_in.ASAN_LOGIN_LABELS) == {
        "asan": "Asan imza",
        "e_signature": "Elektron imza",
        "id_number": "İdentifikasiya nömrəsi",
    }
    with pytest.raises(TypeError):
        sign_in.ASAN_LOGIN_LABELS["sima"] = "SİMA imza"  # type: ignore[index]  # cannot be changed


@pytest.mark.parametrize("key", ["", "Azersu", "a b", "ə", "1a", "a\n", "a" * 65])
def test_a_key_is_for_programs(key: str) -> None:
    """Letters that change with a case or an alphabet stay out of keys."""
    with pytest.raises(ValueError, match="a key is"):
        utility.Utility(key, "Ad", "Ad")


def test_a_name_with_parts_missing() -> None:
    """Some people have no patronymic, some one name alone; nobody has none."""
    assert PersonName("Aysel", "Quliyeva").full == "Aysel Quliyeva"
    assert PersonName("Aysel", "", "").full == "Aysel"
    with pytest.raises(ValueError, match="has a name"):
        PersonName("", " ", "\n")


def test_assurance_is_ordered() -> None:
    """A service can ask for at least a level."""
    assert sorted(Assurance) == [Assurance.LOW, Assurance.SUBSTANTIAL, Assurance.HIGH]
