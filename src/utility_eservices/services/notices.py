"""The words of notices (bildirişlər) that are the same in several services.

The manuals say when something is told and by what, never in what words: these are ours. Which of
them is told when, on which portal and by what, is in each service's own table. `REGISTERED`
and `RECORDED` differ in the portals' word alone (AMB-06):

>>> from utility_eservices.casework.notice import Medium, Notice
>>> from utility_eservices.vocabulary.channel import E_SU_AZ
>>> Notice((E_SU_AZ,), "registered", (Medium.SMS,), *REGISTERED, ours=True).subject
'Müraciət qeydiyyata alındı'
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["FORWARDED", "NEW_STATUS", "RECORDED", "REFUSED", "REGISTERED", "Words"]


class Words(NamedTuple):
    """What a notice says: subject, text, and the shorter text of an SMS; see `Notice`."""

    subject: str
    text: str
    sms: str


# Your request sent by "{service}" has been registered, its number is {number}.
REGISTERED = Words(
    "Müraciət qeydiyyata alındı",
    "“{service}” xidməti ilə göndərdiyiniz müraciət qeydiyyata alındı. Müraciət nömrəniz: {number}",
    "Müraciətiniz qeydiyyata alındı. Nömrə: {number}",
)
# Your request sent by "{service}" has been recorded, its number is {number}.
RECORDED = Words(
    "Müraciət qeydə alındı",
    "“{service}” xidməti ilə göndərdiyiniz müraciət qeydə alındı. Müraciət nömrəniz: {number}",
    "Müraciətiniz qeydə alındı. Nömrə: {number}",
)
# Your request {number} has been forwarded to the staff concerned.
FORWARDED = Words(
    "Müraciət icraya yönləndirildi",
    "{number} nömrəli müraciətiniz aidiyyəti əməkdaşlara icra üçün yönləndirildi.",
    "{number} nömrəli müraciətiniz icraya yönləndirildi.",
)
# Execution of your request {number} was refused, for the reason {reason}.
REFUSED = Words(
    "Müraciətin icrasından imtina edildi",
    "{number} nömrəli müraciətinizin icrasından imtina edildi. Səbəb: {reason}",
    "{number} nömrəli müraciətinizin icrasından imtina edildi. Səbəb: {reason}",
)
# The new status of your request {number}: {status}
NEW_STATUS = Words(
    "Müraciətin statusu dəyişdi",
    "{number} nömrəli müraciətinizin yeni statusu: {status}",
    "{number} nömrəli müraciətinizin yeni statusu: {status}",
)
