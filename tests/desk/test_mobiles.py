"""The check of mobile numbers that the library ships."""

from utility_eservices.desk.plugins import Plugins
from utility_eservices.ports.mobile_check import MOBILE_CHECK
from utility_eservices.vocabulary.contact import Phone


def test_every_mobile_number_is_taken() -> None:
    """AMB-50: known by the name of its plugin, it takes a mobile number and no landline."""
    check = Plugins(["mobiles-accepted"]).get(MOBILE_CHECK)
    assert check.is_active(Phone.parse("050 200 10 20"))
    assert not check.is_active(Phone.parse("012 431 47 67"))
