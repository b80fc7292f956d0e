"""An outside package: its service runs with no line of the library changed."""

from pathlib import Path

import pytest
from tests.outside.packages import install, python

HEATING = Path(__file__).with_name("heating")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package, installed from its own project into a folder of its own."""
    return install(HEATING, tmp_path_factory.mktemp("heating"))


def test_its_own_tests_pass(installed: Path) -> None:
    """Its features, tests and examples pass where it is installed, as its author runs them."""
    options = ["-p", "no:cacheprovider", "-q", "--doctest-modules"]
    package = str(installed / "heating_eservices")
    said = python("-m", "pytest", *options, "tests", package, cwd=HEATING, path=installed)
    assert "skipped" not in said


def test_its_service_is_proved(installed: Path, tmp_path: Path) -> None:
    """The library's proofs find nothing; without a manual there are no rows to name."""
    said = python(
        "-m", "utility_eservices.cli", "check", "heat_schedule", cwd=tmp_path, path=installed
    )
    assert said == "✓ İstiliyin verilmə qrafiki (heat_schedule)\n"


def test_installing_it_changes_nothing_else(installed: Path, tmp_path: Path) -> None:
    """With and without it a desk offers the same on every portal of the library."""
    script = (
        "from utility_eservices import Desk\n"
        "desk = Desk(['simulator'])\n"
        "for channel in sorted(desk.catalogue.channels()):\n"
        "    print(channel, *(service.key for service in desk.services(channel)))\n"
    )
    with_it = python("-c", script, cwd=tmp_path, path=installed).splitlines()
    without = python("-c", script, cwd=tmp_path, path=tmp_path).splitlines()
    assert set(with_it) - set(without) == {"ocaq-istilik.example heat_schedule"}
    assert set(without) <= set(with_it)
