"""The way into a service on a portal, its sign-in window, and where requests are followed.

>>> from utility_eservices.vocabulary.sign_in import ASAN
>>> Means(ASAN).said, Means(ASAN, label="Asan imza").said
('Asan imza ilə', 'Asan imza')
"""

from __future__ import annotations

import attrs

from utility_eservices.vocabulary.channel import Channel
from utility_eservices.vocabulary.sign_in import SignInMeans

__all__ = [
    "EntryLink",
    "Means",
    "SignInWindow",
    "StatusPlace",
    "WayStep",
]


@attrs.frozen
class WayStep:
    """One thing to choose on the portal on the way to the service."""

    label: str
    rows: str = ""
    ours: bool = False


@attrs.frozen
class EntryLink:
    """A link on another portal that leads into the journey; requests remember that portal."""

    channel: Channel
    way: tuple[WayStep, ...]
    rows: str = ""


@attrs.frozen
class Means:
    """A sign-in means as this window offers it, under the label the manual prints."""

    means: SignInMeans
    rows: str = ""
    label: str = ""
    ours: bool = False

    @property
    def said(self) -> str:
        """The label on the button."""
        return self.label or self.means.label


@attrs.frozen
class SignInWindow:
    """The window in which one means is chosen.

    ``of_portal``: the portal asks once, before a service is chosen; otherwise the service
    asks, after it was chosen.
    """

    title: str
    means: tuple[Means, ...]
    of_portal: bool = False
    rows: str = ""
    ours: bool = False


@attrs.frozen
class StatusPlace:
    """Where the applicant follows a request: the labels to choose, one after another.

    ``in_portal``: a section of the portal that gathers every service; otherwise a page of the
    journey itself.
    """

    path: tuple[str, ...]
    in_portal: bool = False
    rows: str = ""
    ours: bool = False
