"""Xidmətlərin siyahısı: which services there are, where, under which keys."""

from __future__ import annotations

import sys
from pathlib import Path

import attrs
import pytest
from tests.desk.sample import SEALING
from tests.desk.walking import SERVICE, unknown

import utility_eservices.services
from utility_eservices.casework.service import Service
from utility_eservices.desk.catalogue import (
    Catalogue,
    built_in_services,
    catalogue_of,
    eservices_services,
)
from utility_eservices.desk.desk import Desk
from utility_eservices.errors import DefinitionRefused, ServiceClash
from utility_eservices.ports.port import hookimpl

DEBT = next(item for item in built_in_services() if item.key == SERVICE)
BOTH = Catalogue((DEBT, SEALING))


def test_the_librarys_own_services_are_found_in_its_folders() -> None:
    """Without a list of them anywhere."""
    assert all(isinstance(item, Service) for item in built_in_services())
    assert [item.key for item in built_in_services()].count(SERVICE) == 1


def test_a_new_file_is_a_new_service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder may hold its service's record too: it is one service; other files are none."""
    record = (
        "import attrs\n"
        "from utility_eservices.services.azersu.debt_investigation import SERVICE as DEBT\n"
        "SERVICE = attrs.evolve(DEBT, key='sister', rules=DEBT.rules)\n"
    )
    folder = tmp_path / "invented" / "sister"
    folder.mkdir(parents=True)
    (tmp_path / "invented" / "__init__.py").write_text("")
    (tmp_path / "invented" / "helper.py").write_text("SERVICE = 'no service'\n")
    (folder / "__init__.py").write_text(
        "from utility_eservices.services.invented.sister.declared import SERVICE\n"
    )
    (folder / "declared.py").write_text(record)
    monkeypatch.setattr(
        utility_eservices.services,
        "__path__",
        [*utility_eservices.services.__path__, str(tmp_path)],
    )
    known = set(sys.modules)
    try:
        found = built_in_services.__wrapped__()
    finally:
        for name in set(sys.modules) - known:
            del sys.modules[name]
    assert sorted(item.key for item in found) == sorted(
        [*(item.key for item in built_in_services()), "sister"]
    )


def test_a_service_is_found_by_its_key() -> None:
    """Nothing else is: neither a name nor a key in other letters."""
    assert BOTH.of("sealing") is SEALING
    for key in ("", "Sealing", DEBT.name):
        with unknown("service"):
            BOTH.of(key)


def test_two_services_of_one_key_clash() -> None:
    """Whoever comes from two packages is told which key it is."""
    with pytest.raises(ServiceClash) as caught:
        Catalogue((SEALING, DEBT, attrs.evolve(SEALING, name="Başqa")))
    assert caught.value.values == {"service": "sealing"}


def test_a_portal_offers_what_has_a_journey_there() -> None:
    """Also by a link; in the order of the catalogue."""
    assert [item.key for item in BOTH.on("e-gov.az")] == [SERVICE, "sealing"]
    assert [item.key for item in BOTH.on("azersu.az")] == [SERVICE]
    assert list(BOTH.on("bank")) == []


def test_the_portals_are_those_of_the_services() -> None:
    """Each once, links included."""
    assert BOTH.channels() == ("e-gov.az", "azersu.az", "e-su.az")
    assert Catalogue((SEALING,)).channels() == ("e-gov.az",)
    assert Catalogue(()).channels() == ()


UNSOUND = attrs.evolve(
    DEBT, key="unsound", notices=(attrs.evolve(DEBT.notices[0], text="{unheard_of}"),)
)


def test_an_unsound_service_shuts_no_desk_that_was_not_asked_to_offer_it() -> None:
    """It is left out like a package that cannot be imported; who wants it is told why not."""
    found = catalogue_of([UNSOUND])
    assert [item.key for item in found.services] == [item.key for item in built_in_services()]
    assert catalogue_of([UNSOUND], [SERVICE]).services == (DEBT,)
    for wanted in (UNSOUND, "unsound"):
        with pytest.raises(DefinitionRefused) as caught:
            catalogue_of([UNSOUND], [wanted])
        assert caught.value.values["where"] == "unsound"
        assert "placeholder" in str(caught.value.values["why"])


def test_a_desk_tells_which_installed_service_it_leaves_out() -> None:
    """By the service's key, in the answer of `Desk.check`."""

    class Package:
        @hookimpl
        def eservices_services(self) -> list[Service]:
            return [UNSOUND]

    desk = Desk([Package()])
    assert "unsound" not in {item.key for item in desk.catalogue.services}
    told = [str(item.advice) for item in desk.check() if not item.port]
    assert len(told) == 1
    assert "unsound" in told[0]


def test_a_catalogue_can_be_narrowed() -> None:
    """In the order asked for; an unknown key is told."""
    assert BOTH.only(["sealing"]).services == (SEALING,)
    assert BOTH.only(["sealing", SERVICE]).services == (SEALING, DEBT)
    with unknown("service"):
        BOTH.only(["nothing"])


def test_a_package_that_implements_the_hook_only_in_part_gives_nothing() -> None:
    """The hook's own body is that of a package without services."""
    assert tuple(eservices_services()) == ()
