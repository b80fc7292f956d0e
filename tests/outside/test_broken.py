"""A broken outside package: every fault is found, with the way to it and a scenario that is red."""

import json
from pathlib import Path

import pytest
from tests.outside.packages import install, run

BROKEN = Path(__file__).with_name("broken")

COMMAND = ("-m", "utility_eservices.cli")

# By service: the code, and the steps that lead there.
FAULTS = {
    "unreachable": ("state_unreachable", []),
    "silent_refusal": (
        "refusal_without_reason",
        [
            "[ Davam et ] → Məlumatlar",
            "[ Göndər ] → Qəbul edildi",
            "Operator: Təxirə sal → Təxirə salındı",
        ],
    ),
    "overlap": (
        "overlap",
        ["[ Davam et ] → Məlumatlar", "Göstərici = 90000, [ Göndər ] → Qəbul edildi"],
    ),
    "avoided_gate": (
        "gate_avoided",
        ["[ Yoxlamadan davam et ] → Məlumatlar", "[ Göndər ] → Qəbul edildi"],
    ),
    "unknown_placeholder": (
        "unknown_placeholder",
        ["[ Davam et ] → Məlumatlar", "[ Göndər ] → Qəbul edildi"],
    ),
    "no_otherwise": (
        "effect_leads_nowhere",
        [
            "[ Davam et ] → Məlumatlar",
            "[ Göndər ] → Qəbul edildi",
            "Operator: Plombla → Qeyd edilir",
        ],
    ),
}


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package, installed from its own project into a folder of its own."""
    return install(BROKEN, tmp_path_factory.mktemp("broken"))


def test_every_fault_is_found_with_its_way(installed: Path, tmp_path: Path) -> None:
    """Six services have one flaw each; the sound one, and the library's own, have none."""
    done = run(*COMMAND, "check", "--format", "json", cwd=tmp_path, path=installed)
    assert done.returncode == 1, done.stdout
    answer = json.loads(done.stdout)
    assert {"sound", "debt_investigation", *FAULTS} <= set(answer["services"])
    unread, *found = answer["findings"]
    assert {item["service"]: (item["code"], item["path"]) for item in found} == FAULTS
    assert len(found) == len(FAULTS)
    assert {(item["channel"], item["means"]) for item in found} == {("e-gov.az", "Asan imza ilə")}
    # A package that cannot be imported says why, and does not keep the others from being looked at.
    assert (unread["service"], unread["code"]) == ("broken-unreadable", "plugin_refused")
    assert "['lost']" in unread["message"]


def test_the_scenarios_of_the_flaws_are_red(installed: Path, tmp_path: Path) -> None:
    """Each runs as it is printed, and fails at what the flaw says."""
    folder = tmp_path / "ssenarilər"
    done = run(*COMMAND, "check", "--into", str(folder), cwd=tmp_path, path=installed)
    assert done.returncode == 1, done.stdout
    files = sorted(map(str, folder.iterdir()))
    assert len(files) == len(FAULTS)
    said = run(*COMMAND, "run", *files, cwd=tmp_path, path=installed)
    assert said.returncode == 1
    assert f"0 keçdi, {len(FAULTS)} alınmadı" in said.stdout
    # Of a service that no desk would serve that it is not there, of the others what is wrong.
    for reason in (
        "“Yerində yoxlanılır” statusuna yol yoxdur",
        "gözlənilirdi: Dəyişdirildi\n    var: Plomblandı",
        "cəmi 0 müraciət qeydiyyata alınıb\n    gözlənilirdi: 0\n    var: 1",
        "gözlənilirdi: Bu sahəni doldurun.\n    var: heç nə",
        "“e-gov.az” portalında “Bildirişli plomblama” xidməti yoxdur",
        "“e-gov.az” portalında “Qeydiyyatlı plomblama” xidməti yoxdur",
    ):
        assert reason in said.stdout


def test_one_service_can_be_checked_alone(installed: Path, tmp_path: Path) -> None:
    """The sound one is sound, whatever lies beside it."""
    done = run(*COMMAND, "check", "sound", cwd=tmp_path, path=installed)
    assert (done.returncode, done.stdout) == (0, "✓ Plomblama (sound)\n")
    done = run(*COMMAND, "check", "overlap", cwd=tmp_path, path=installed)
    assert done.returncode == 1
    assert "Tapıntılar: 1" in done.stdout


def test_a_desk_serves_what_is_sound(installed: Path, tmp_path: Path) -> None:
    """An unsound service shuts no portal: it is left out, and refused when it is asked for."""
    script = (
        "from utility_eservices import Desk\n"
        "from utility_eservices.errors import DefinitionRefused\n"
        "print(*(item.key for item in Desk([]).services('e-gov.az')))\n"
        "for key in ('no_otherwise', 'unknown_placeholder'):\n"
        "    try:\n"
        "        Desk([], services=[key])\n"
        "    except DefinitionRefused as error:\n"
        "        print(error.values['where'])\n"
    )
    offered, *refused = run("-c", script, cwd=tmp_path, path=installed).stdout.splitlines()
    assert {"sound", "overlap"} <= set(offered.split())
    assert not {"no_otherwise", "unknown_placeholder"} & set(offered.split())
    assert refused == ["no_otherwise", "unknown_placeholder"]
