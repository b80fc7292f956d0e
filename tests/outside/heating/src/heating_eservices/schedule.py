"""İstiliyin verilmə qrafiki (the schedule of heat supply), “Ocaq İstilik” MMC.

Whoever lives in a heated building chooses city, district and building, and sees at once on
which days heat is supplied. Nothing is sent, so there is no casework.

>>> [page.key for page in SERVICE.journeys[0].pages]
['address', 'schedule']
>>> SERVICE.casework is None
True
"""

from __future__ import annotations

from datetime import date

import attrs

from heating_eservices.network import HEAT_NETWORK, HeatNetwork, Place
from utility_eservices.casework.asking import Option, question
from utility_eservices.casework.entrance import Means, SignInWindow, WayStep
from utility_eservices.casework.form import form_field
from utility_eservices.casework.journey import Journey
from utility_eservices.casework.page import Button, Chosen, Listed, Page, Recap
from utility_eservices.casework.refusal import Answer
from utility_eservices.casework.service import Service
from utility_eservices.errors import Fault
from utility_eservices.vocabulary.channel import Channel
from utility_eservices.vocabulary.sign_in import ASAN, SignInMeans
from utility_eservices.vocabulary.utility import Utility

__all__ = ["CABINET", "CUSTOMER_CARD", "OCAQ_ISTILIK", "SERVICE", "HeatSchedule"]

# Ocaq Istilik LLC, “hearth heating”.
OCAQ_ISTILIK = Utility("ocaq-istilik", "“Ocaq İstilik” MMC", "Ocaq İstilik")
# The company's cabinet for customers.
CABINET = Channel(
    "ocaq-istilik.example",
    "“Ocaq İstilik” kabineti",
    "www.ocaq-istilik.example",
    ("ocaq-istilik.example",),
)
# By customer card.
CUSTOMER_CARD = SignInMeans("customer_card", "Müştəri kartı ilə", "customer_card")


# --- the form ---------------------------------------------------------------------------------


@attrs.frozen
class HeatSchedule:
    """What is asked: the schedule of one building."""

    city: Place = form_field("Şəhər")
    district: Place = form_field("Rayon")
    building: Place = form_field("Bina")


# --- questions --------------------------------------------------------------------------------


def _options(places: tuple[Place, ...]) -> list[Option]:
    return [Option(place.key, place.name, place) for place in places]


@question(HEAT_NETWORK)
def cities(network: HeatNetwork) -> list[Option]:
    """The cities with a network."""
    return _options(network.cities())


@question(HEAT_NETWORK)
def districts(network: HeatNetwork, city: Place) -> list[Option]:
    """The districts of the chosen city."""
    return _options(network.districts(city))


@question(HEAT_NETWORK)
def buildings(network: HeatNetwork, district: Place) -> list[Option]:
    """The buildings of the chosen district."""
    return _options(network.buildings(district))


@question(HEAT_NETWORK)
def is_connected(network: HeatNetwork, building: Place) -> Answer:
    """Heat is supplied to connected buildings alone."""
    if network.is_connected(building):
        return True
    # This building is not connected to the heat network.
    return Fault("building", "not_connected", "Bu bina istilik şəbəkəsinə qoşulmayıb.")


@question(HEAT_NETWORK)
def heated_days(
    network: HeatNetwork, building: Place, today: date
) -> list[tuple[date, str, str, str]]:
    """The days with heat from today on; a day is written as the reader's language writes it."""
    return [
        (item.day, f"{item.begins:%H:%M}", f"{item.ends:%H:%M}", f"{item.degrees} °C")
        for item in network.schedule(building, today)
    ]


# --- the journey in the cabinet -----------------------------------------------------------------

IN_CABINET = Journey(
    channel=CABINET,
    way=(WayStep("Xidmətlər"), WayStep("İstiliyin verilmə qrafiki")),
    # Choose how to enter the cabinet.
    sign_in=SignInWindow(
        "Kabinetə giriş", means=(Means(CUSTOMER_CARD), Means(ASAN)), of_portal=True
    ),
    pages=(
        Page(
            "address",
            "İstiliyin verilmə qrafiki",
            # Choose city, district and building.
            text="Şəhəri, rayonu və binanı seçin.",
            parts=(
                Chosen("city", cities),
                Chosen("district", districts),
                Chosen("building", buildings, gates=(is_connected,)),
            ),
            buttons=(
                # Show the districts, the buildings, the schedule.
                Button("show_districts", "Rayonları göstər", "address", submits=("city",)),
                Button(
                    "show_buildings", "Binaları göstər", "address", submits=("city", "district")
                ),
                Button(
                    "show_schedule",
                    "Qrafikə bax",
                    "schedule",
                    submits=("city", "district", "building"),
                ),
            ),
        ),
        Page(
            "schedule",
            "İstiliyin verilmə qrafiki",
            parts=(
                Recap("Ünvan", ("city", "district", "building")),
                Listed(
                    "İstilik verilən günlər",
                    # Day, begins, ends, temperature of the water.
                    ("Gün", "Başlayır", "Bitir", "Suyun temperaturu"),
                    heated_days,
                ),
            ),
            # Another building.
            buttons=(Button("another", "Başqa bina", "address"),),
        ),
    ),
)


# --- the service --------------------------------------------------------------------------------

SERVICE = Service(
    key="heat_schedule",
    name="İstiliyin verilmə qrafiki",
    utility=OCAQ_ISTILIK,
    version=1,
    manual="",
    form=HeatSchedule,
    journeys=(IN_CABINET,),
)
