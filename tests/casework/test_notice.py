"""Bildirişlər: notices by channel and state entered."""

from __future__ import annotations

import pytest

from utility_eservices.casework.notice import Medium, Notice
from utility_eservices.vocabulary.channel import AZERSU_AZ, E_GOV_AZ

NOTICE = Notice(
    (E_GOV_AZ, AZERSU_AZ),
    "finalised",
    (Medium.EMAIL, Medium.SMS, Medium.PORTAL),
    "Yekunlaşdı",
    "{number} nömrəli müraciətiniz yekunlaşdı.",
    "{number} yekunlaşdı.",
)


@pytest.mark.parametrize("channel", ["e-gov.az", "azersu.az"])
def test_a_notice_is_for_each_of_its_channels(channel: str) -> None:
    """It is sent when a request from one of its portals enters its state, and then alone."""
    assert NOTICE.is_for(channel, "finalised")
    assert not NOTICE.is_for(channel, "refused")
    assert not NOTICE.is_for("e-su.az", "finalised")


@pytest.mark.parametrize(
    ("medium", "text", "name"),
    [
        (Medium.EMAIL, NOTICE.text, "notice.finalised.email"),
        (Medium.PORTAL, NOTICE.text, "notice.finalised.portal"),
        (Medium.SMS, NOTICE.sms, "notice.finalised.sms"),
    ],
    ids=["email", "portal", "sms"],
)
def test_each_medium_has_its_text_and_its_effect(medium: Medium, text: str, name: str) -> None:
    """Only an SMS has a short text of its own; each medium is sent by an effect of its own."""
    assert NOTICE.text_for(medium) == text
    assert NOTICE.effect_name(medium) == name


def test_a_notice_is_the_manuals_unless_marked() -> None:
    """Rows and ours have defaults."""
    assert (NOTICE.rows, NOTICE.ours) == ("", False)
