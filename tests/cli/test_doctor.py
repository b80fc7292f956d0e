from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Call = Callable[..., subprocess.CompletedProcess[str]]

# An outside package whose clock cannot say what time it is, and does not even start.
BROKEN = """
from utility_eservices.ports.port import hookimpl

@hookimpl
def eservices_clock():
    raise RuntimeError("5XJ1K2A")
"""


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """A folder with the broken package installed in it, as `tired-clock`."""
    (tmp_path / "tired.py").write_text(BROKEN, "utf-8")
    info = tmp_path / "tired-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: tired\nVersion: 1\n", "utf-8")
    (info / "entry_points.txt").write_text("[utility_eservices]\ntired-clock = tired\n", "utf-8")
    return tmp_path


def test_the_simulator_is_well(eservices: Call) -> None:
    """Told nothing, it looks at the simulator: every need has one who serves it."""
    answer = eservices("doctor")

    assert answer.returncode == 0
    assert "✓ Hər şey qaydasındadır." in answer.stdout
    lines = [line.split()[:4] for line in answer.stdout.splitlines()]
    for need in (["billing", "azersu"], ["notification", "sms"], ["sign_in", "sima"]):
        assert [*need, "simulator", "yaxşıdır"] in lines
    assert "debt_investigation" in answer.stdout
    # Nobody needs it; a host may ask the desk for it.
    assert ["journeys", "–", "simulator", "yaxşıdır", "–"] in [
        line.split() for line in answer.stdout.splitlines()
    ]


def test_what_is_missing_is_told_for_each_service(eservices: Call) -> None:
    """With the advice of those that are there, and a no for machines."""
    answer = eservices("doctor", "system", "folder")

    assert answer.returncode == 1
    assert "✗ Hər şey qaydasında deyil." in answer.stdout
    assert "  tokens: ESERVICES_SECRET dəyişənini təyin edin" in answer.stdout
    assert "  notification sms: Set ESERVICES_FOLDER" in answer.stdout
    (missing,) = re.findall("  debt_investigation: (.*)", answer.stdout)
    assert {"subscribers azersu", "access azersu"} <= set(missing.split(", "))
    assert "  desk:" not in answer.stdout
    assert "journeys" not in answer.stdout


def test_a_broken_plugin_is_named(command: Call, installed: Path) -> None:
    """What its hook raised stays with it; the rest is looked at all the same."""
    answer = command("doctor", "system", "tired-clock", PYTHONPATH=installed)

    assert answer.returncode == 1
    assert "clock: “clock” portunu" not in answer.stdout
    assert "5XJ1K2A" not in answer.stdout + answer.stderr
    # Two say that they serve the clock; one of them cannot.
    assert "“tired-clock” qoşması “clock” soruşulanda xəta verdi." in answer.stdout


def test_json_is_for_machines(eservices: Call) -> None:
    """The same findings, each with the stable word for how it is."""
    answer = eservices("doctor", "nobody", "--format", "json")

    assert answer.returncode == 1
    said = json.loads(answer.stdout)
    assert said["well"] is False
    assert said["findings"][0] == {
        "port": "",
        "scope": "",
        "needed_by": [],
        "plugin": "nobody",
        "health": "broken",
        "advice": "“nobody” qoşması quraşdırılmayıb və ya yüklənə bilmir.",
    }
    assert {"port": "billing", "scope": "azersu"} in said["missing"]["debt_investigation"]
    assert json.loads(eservices("doctor", "--format", "json").stdout)["well"] is True


def test_a_file_names_who_takes_part(eservices: Call, tmp_path: Path) -> None:
    """Plugins and services, as a portal would be set up; its adapters' settings are passed over."""
    file = tmp_path / "portal.toml"
    file.write_text('plugins = ["simulator"]\nservices = []\n[smtp]\nport = 25\n', "utf-8")
    answer = eservices("doctor", "--config", file)

    assert answer.returncode == 0
    assert "debt_investigation" not in answer.stdout
    assert "tokens" in answer.stdout


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        (None, "faylı yoxdur."),
        (b"\xff", "faylı oxunmur."),
        (b"plugins = ", "bu, TOML deyil."),
        (b"plugins = 'simulator'", "“plugins” altında yazılan anlaşılmır"),
        (b"plugin = ['simulator']", "“plugin” altında yazılan anlaşılmır"),
        (b"services = [1]", "“services” altında yazılan anlaşılmır"),
        (b"services = ['nothing']", "Burada belə xidmət yoxdur."),
    ],
)
def test_a_file_that_says_something_else_is_refused(
    eservices: Call, tmp_path: Path, written: bytes | None, complaint: str
) -> None:
    """One line says what is wrong with it."""
    file = tmp_path / "portal.toml"
    if written is not None:
        file.write_bytes(written)
    answer = eservices("doctor", "--config", file)

    assert (answer.returncode, answer.stdout) == (2, "")
    assert complaint in answer.stderr
