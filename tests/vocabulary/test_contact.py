"""Əlaqə vasitələri: telephone numbers and e-mail addresses."""

import subprocess
import sys

import pytest

from utility_eservices.errors import InvalidValue
from utility_eservices.vocabulary.contact import Email, Phone


@pytest.mark.parametrize(
    "typed",
    [
        "0501234567",
        "050 123 45 67",
        "(050) 123-45-67",
        "050.123.45.67",
        "050/123–45–67",
        "+994501234567",
        "+994 (50) 123 45 67",
        "994501234567",
        "00994501234567",
        "050\N{NO-BREAK SPACE}1234567",
    ],
)
def test_one_number_typed_in_many_ways(typed: str) -> None:
    """However a person groups it, it is the same number."""
    assert Phone.parse(typed) == Phone("+994501234567")


@pytest.mark.parametrize("network", ["10", "40", "44", "50", "51", "55", "60", "70", "77", "99"])
def test_every_mobile_network_of_the_country_counts(network: str) -> None:
    """An SMS can go to all of them."""
    assert Phone.parse(f"0{network} 234 56 78").is_mobile


@pytest.mark.parametrize(
    ("typed", "mobile"),
    [
        ("012 431 47 67", False),  # the utility's own, ESU-210
        ("+90 532 123 45 67", True),
        ("+44 20 7946 0018", False),
        ("+1 212 555 2368", True),  # nobody can tell there
    ],
)
def test_landlines_and_other_countries(typed: str, mobile: bool) -> None:
    """Numbers of towns and of other countries are taken, and told from mobile ones."""
    assert Phone.parse(typed).is_mobile is mobile


@pytest.mark.parametrize(
    "typed",
    [
        "955",  # the call centre: a short code
        "123",
        "050123456",
        "05012345678",
        "0801234567",
        "+994001234567",
        "+99950123456",
        "0501234567 ext 5",
        "0501234567;ext=5",
        "tel:+994501234567",
        "0800 FLOWERS",
        "٠٥٠١٢٣٤٥٦٧",
        "\uff10501234567",
        "050\u200b1234567",
        "+",
        "()",
    ],
)
def test_what_nobody_can_be_reached_at_is_refused(typed: str) -> None:
    """Short codes, extensions, letters, numbers that no plan gives out."""
    with pytest.raises(InvalidValue) as caught:
        Phone.parse(typed)
    assert caught.value.code == "phone_malformed"


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("aysel@mail.az", "aysel@mail.az"),
        (" Aysel.Q+su@Mail.AZ\n", "Aysel.Q+su@mail.az"),
        ("info@sayğac.az", "info@xn--sayac-m1a.az"),
    ],
)
def test_an_address_is_kept_as_servers_take_it(typed: str, value: str) -> None:
    """The domain in small ASCII letters; before the @ as it was typed."""
    assert Email.parse(typed).value == value


@pytest.mark.parametrize(
    "typed",
    [
        "aysel",
        "@mail.az",
        "aysel@",
        "a b@mail.az",
        "aysel@mail",
        "aysel@@mail.az",
        "aysel@mail.az, b@mail.az",
        "Aysel <aysel@mail.az>",
        "aysel@mail.az\r\nBcc: all@mail.az",
        "ayşə@mail.az",
        '"a b"@mail.az',
        "aysel@[127.0.0.1]",
        "aysel@localhost",
        "a" * 65 + "@mail.az",
        "a@" + "b" * 64 + ".az",
    ],
)
def test_what_is_no_address_is_refused(typed: str) -> None:
    """Neither lists nor headers nor names around the address get through."""
    with pytest.raises(InvalidValue) as caught:
        Email.parse(typed)
    assert caught.value.code == "email_malformed"


def test_the_librarys_words_reach_nobody() -> None:
    """The sentence is ours, and Azerbaijani, whatever the library had to say."""
    with pytest.raises(InvalidValue) as caught:
        Email.parse("aysel@mail")
    assert caught.value.message == "Elektron poçt ünvanı düzgün deyil."
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__ or caught.value.__context__ is None


@pytest.mark.parametrize("value", ["0501234567", "+0501234567", "+994 50", "", "+994501234567\n"])
def test_a_program_gives_a_number_in_e164(value: str) -> None:
    """The constructor cleans nothing."""
    with pytest.raises(ValueError, match=r"E\.164"):
        Phone(value)


@pytest.mark.parametrize(
    "value", ["", "a", "a@b@c", "a b@c", "ə@c.az", "a@c.az\n", "a" * 254 + "@c"]
)
def test_a_program_gives_an_address_in_ascii(value: str) -> None:
    """The constructor cleans nothing."""
    with pytest.raises(ValueError, match="not an e-mail address"):
        Email(value)


def test_loading_the_noun_loads_no_library() -> None:
    """Who only imports the vocabulary does not pay for the tables of all countries."""
    asked = (
        "import sys; import utility_eservices.vocabulary.contact;"
        "import utility_eservices.vocabulary.document;"
        "assert not {'phonenumbers', 'email_validator', 'filetype'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", asked], check=True)
