from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

from utility_eservices.desk.desk import Desk

Call = Callable[..., subprocess.CompletedProcess[str]]

PACKAGE = """
import attrs
from utility_eservices.desk.catalogue import built_in_services
from utility_eservices.ports.port import hookimpl

(debt,) = [item for item in built_in_services() if item.key == "debt_investigation"]

@hookimpl
def eservices_services():
    return [attrs.evolve(debt, key="outside", name="Kənar paketin xidməti")]
"""


def test_lists_every_service(eservices: Call) -> None:
    """Of each service all that tells it apart is in the table; of a long name no word is lost."""
    answer = eservices("services")

    assert answer.returncode == 0
    for service in Desk(()).catalogue.services:
        assert set(service.name.split()) <= set(answer.stdout.split())
        assert service.key in answer.stdout
        assert service.utility.name in answer.stdout
        for journey in service.journeys:
            assert all(channel.key in answer.stdout for channel in journey.channels)
            said = {word for means in journey.sign_in.means for word in means.said.split()}
            assert said <= set(answer.stdout.split())


def test_counts_windows_and_statuses(eservices: Call) -> None:
    """Pages that share a window count as one; each journey stands in a row of its own."""
    lines = eservices("services").stdout.splitlines()
    counts = [line.split()[-2:] for line in lines if line.startswith("Borcun araşdırılması")]

    # e-gov.az: home, status, new request, request, registered; e-su.az: code, request, registered.
    assert counts == [["5", "11"], ["3", "11"]]


def test_lists_services_of_installed_packages(command: Call, tmp_path: Path) -> None:
    """A service of another package is listed as soon as the package is installed."""
    (tmp_path / "outside_services.py").write_text(PACKAGE, "utf-8")
    information = tmp_path / "outside_services-1.0.dist-info"
    information.mkdir()
    (information / "METADATA").write_text("Name: outside-services\nVersion: 1.0\n")
    (information / "entry_points.txt").write_text(
        "[utility_eservices]\noutside-services = outside_services\n"
    )
    answer = command("services", PYTHONPATH=str(tmp_path))

    assert answer.returncode == 0
    assert "Kənar paketin xidməti" in answer.stdout
    assert "debt_investigation" in answer.stdout
