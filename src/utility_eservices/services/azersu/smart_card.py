"""Smart tipli kartların bərpası (restoration of smart-type cards), “Azərsu” ASC.

Whoever lost or damaged the card of a smart meter goes to an office: the manual knows of no
electronic form. So nothing is asked and nothing is sent; the one page says where to go, with the
answer to the first question of the portal's page “FAQ”.

Source: manual 003, “Ən çox verilən suallar” (rows ESU-178 to ESU-181). The manual has the answer
on the page of questions alone; that it is found among the e-services too is ours.

>>> [page.key for page in SERVICE.journeys[0].pages]
['where_to_go']
>>> SERVICE.casework is None, dict(SERVICE.fields)
(True, {})
"""

from __future__ import annotations

import attrs

from utility_eservices.casework.entrance import WayStep
from utility_eservices.casework.journey import Journey
from utility_eservices.casework.page import Page
from utility_eservices.casework.service import Service
from utility_eservices.services.windows import ASAN_LOGIN
from utility_eservices.vocabulary.channel import E_SU_AZ
from utility_eservices.vocabulary.utility import AZERSU

__all__ = ["SERVICE", "SmartCard"]


# --- the form ---------------------------------------------------------------------------------


@attrs.frozen
class SmartCard:
    """Nothing is asked."""


# --- the journey on e-su.az ---------------------------------------------------------------------

ON_E_SU = Journey(
    channel=E_SU_AZ,
    rows="ESU-180",
    way=(
        WayStep("www.e-su.az", "ESU-009"),
        WayStep("E-xidmətlər", ours=True),
        WayStep("İtirilmiş və ya zədələnmiş smart tipli kartların bərpası", "ESU-180"),
    ),
    sign_in=ASAN_LOGIN,
    pages=(
        Page(
            "where_to_go",
            "İtirilmiş və ya zədələnmiş smart tipli kartların bərpası",
            # In this case you can apply at ASAN service, the ASAN communal centres or the district
            # Sukanal offices, and use the service of restoring lost or damaged smart-type cards.
            text="Siz bu halda ASAN xidmət, ASAN kommunal mərkəzlərinə və ya rayon Sukanal "
            "idarələrinə müraciət edərək itirilmiş və ya zədələnmiş smart tipli kartların bərpası "
            "xidmətindən yararlana bilərsiniz.",
            final=True,
            rows="ESU-178 ESU-179 ESU-180 ESU-181",
        ),
    ),
)


# --- the service --------------------------------------------------------------------------------

SERVICE = Service(
    key="smart_card",
    name="İtirilmiş və ya zədələnmiş smart tipli kartların bərpası",
    utility=AZERSU,
    version=1,
    manual="003 “Elektron-Su” portalının təlimatı",
    form=SmartCard,
    journeys=(ON_E_SU,),
    rows="ESU-180",
)
