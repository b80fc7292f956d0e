"""The windows that are the portals' own: where people sign in, and where they follow requests.

Nouns to share, no flow: a service names them in its journey and says which rows of its manual
have them. What no manual states is marked ``ours`` there.

Source: manuals 000 and 001, figure 3, for “Giriş vasitəsini seçin”, figure 4 for the status of a
request; manual 003 for “Asan Login” (ESU-011 to ESU-015) and for “Müraciətlər” (ESU-081).

>>> [item.said for item in ASAN_LOGIN.means]
['Asan imza', 'Elektron imza', 'İdentifikasiya nömrəsi']
>>> [item.said for item in five_means(ours=True).means][:3]
['İdentifikasiya nömrəsi ilə', 'SİMA imza ilə', 'Asan imza ilə']
>>> requests_on_e_su("ESU-121").path
('Bildiriş və müraciətlər', 'Müraciətlər')
"""

from __future__ import annotations

from collections.abc import Sequence

from utility_eservices.casework.entrance import Means, SignInWindow, StatusPlace
from utility_eservices.casework.page import Button, Page, SentRequests
from utility_eservices.vocabulary.sign_in import (
    ASAN,
    ASAN_LOGIN_LABELS,
    BSXM,
    E_SIGNATURE,
    ID_NUMBER,
    SIMA,
    SIMA_TOKEN,
)

__all__ = ["ASAN_LOGIN", "asan_login", "five_means", "requests_on_e_su", "status_page"]


# --- e-su.az ------------------------------------------------------------------------------------


def asan_login(
    rows: str, *, asan: str = "", e_signature: str = "", id_number: str = ""
) -> SignInWindow:
    """The window “Asan Login” of e-su.az, in which the portal asks once, before any service.

    A means without rows of its own is in the manual where the window is.
    """
    return SignInWindow(
        "Asan Login",
        means=(
            Means(ASAN, asan or rows, ASAN_LOGIN_LABELS[ASAN.key]),
            Means(E_SIGNATURE, e_signature or rows, ASAN_LOGIN_LABELS[E_SIGNATURE.key]),
            Means(ID_NUMBER, id_number or rows, ASAN_LOGIN_LABELS[ID_NUMBER.key]),
        ),
        of_portal=True,
        rows=rows,
    )


# As the portal's own manual, 003, has it.
ASAN_LOGIN = asan_login(
    "ESU-011", asan="ESU-012", e_signature="ESU-013", id_number="ESU-014 ESU-015"
)


def requests_on_e_su(rows: str) -> StatusPlace:
    """The section of e-su.az that gathers the requests of every service (AMB-09)."""
    return StatusPlace(
        # Notices and requests, requests: the portal's own labels of manual 003.
        ("Bildiriş və müraciətlər", "Müraciətlər"),
        in_portal=True,
        rows=rows,
    )


# --- e-gov.az -----------------------------------------------------------------------------------


# In the order of the window.
_FIVE = (ID_NUMBER, SIMA, ASAN, SIMA_TOKEN, BSXM)


def five_means(
    rows: str = "", *, means: Sequence[str] = ("",) * len(_FIVE), ours: bool = False
) -> SignInWindow:
    """The window of e-gov.az with the five newer means, in which each service asks (AMB-12).

    ``means`` has the rows of each: identification number, SİMA, Asan, SİMA Token, BSXM.
    """
    return SignInWindow(
        # Choose a sign-in means.
        "Giriş vasitəsini seçin",
        means=tuple(Means(item, of, ours=ours) for item, of in zip(_FIVE, means, strict=True)),
        rows=rows,
        ours=ours,
    )


def status_page(*, back_to: str, rows: str = "", list_rows: str = "", ours: bool = False) -> Page:
    """The page ``status`` with the requests sent; ``back_to`` is the page its button leads to.

    No manual has the button back: it is ours.
    """
    return Page(
        "status",
        # Check the status of a request.
        "Müraciətin statusunu yoxla",
        rows=rows,
        ours=ours,
        # The requests sent.
        parts=(SentRequests("Göndərilən müraciətlər", rows=list_rows or rows, ours=ours),),
        # Back.
        buttons=(Button("back", "Geri", back_to, ours=True),),
    )
