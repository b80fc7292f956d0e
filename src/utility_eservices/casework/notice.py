"""Notices (bildirişlər): what the applicant is told, by (channel, state entered).

The manuals say when and by which medium, never in what words: the texts are ours.
"""

from __future__ import annotations

import enum

import attrs

from utility_eservices.vocabulary.channel import Channel
from utility_eservices.vocabulary.language import placeholders

__all__ = ["SMS_PARTS", "Medium", "Notice", "notice_effect", "placeholders"]

# In how many parts an SMS may travel: more cost more, and may come in pieces.
SMS_PARTS = 2


class Medium(enum.Enum):
    """How a notice travels."""

    EMAIL = "email"
    SMS = "sms"
    PORTAL = "portal"


def notice_effect(state: str, medium: Medium) -> str:
    """The name of the effect that sends the notice on a state by one medium."""
    return f"notice.{state}.{medium.value}"


@attrs.frozen
class Notice:
    """One notice: on entering ``state``, for requests sent on ``channels``, by ``media``.

    ``subject`` and ``text`` go by e-mail and into the portal, ``sms`` by SMS. Placeholders:
    ``{number}``, ``{service}``, ``{status}`` and the keys of the service's findings. Where an
    applicant gave no address for a medium, nothing is sent by it.
    """

    channels: tuple[Channel, ...]
    state: str
    media: tuple[Medium, ...]
    subject: str
    text: str
    sms: str
    rows: str = ""
    ours: bool = False

    def is_for(self, channel: str, state: str) -> bool:
        """Whether it is sent when a request from this channel enters this state."""
        return self.state == state and any(item.key == channel for item in self.channels)

    def effect_name(self, medium: Medium) -> str:
        """The name of the effect that sends this notice by one medium."""
        return notice_effect(self.state, medium)

    def text_for(self, medium: Medium) -> str:
        """The template for one medium."""
        return self.sms if medium is Medium.SMS else self.text
