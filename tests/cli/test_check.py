from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest
from tests.proofs import spoiling
from tests.proofs.sample import SERVICE

from utility_eservices.casework.service import Service
from utility_eservices.cli import check
from utility_eservices.conformance.proofs import installed as looking
from utility_eservices.services.azersu import debt_investigation

Call = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def offer(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Puts services in the place of the installed ones."""

    def put(*services: Service) -> None:
        clashes = tuple(looking.clashes(list(services)))
        known = looking.Installed(services, clashes)
        monkeypatch.setattr(check, "installed", lambda: known)

    return put


def test_the_librarys_own_services_are_sound(eservices: Call) -> None:
    """A line for each, and nothing else."""
    answer = eservices("check")

    assert (answer.returncode, answer.stderr) == (0, "")
    assert "✓ Borcun araşdırılması üzrə müraciət (debt_investigation)\n" in answer.stdout
    assert all(line.startswith("✓ ") for line in answer.stdout.splitlines())


def test_a_flaw_is_told_with_its_way_and_its_scenario(
    eservices: Call, offer: Callable[..., None]
) -> None:
    """What, where, by which steps, and a feature that can be copied as it stands."""
    offer(spoiling.state("waiting", told=""))
    answer = eservices("check")

    assert answer.returncode == 1
    lines = answer.stdout.splitlines()
    assert lines[1:8] == [
        "✗ repair: “Usta axtarılır” statusunun nə demək olduğu müraciət edənə deyilmir.",
        "  wording_missing  state.waiting",
        "  Yol: e-gov.az, Asan imza ilə",
        "    1. [ Davam et ] → Məlumatlar",
        "    2. [ Göndər ] → Qəbul edildi",
        "    3. Ustaya tapşırma: alınmadı → Usta axtarılır",
        "    # language: az",
    ]
    assert lines[8] == "    Özəllik: Sayğacın təmiri"
    assert lines[-3:] == [
        "        O halda “Aysel” statusun nə demək olduğunu oxuyur",
        "",
        "Tapıntılar: 1",
    ]
    assert "✓" not in answer.stdout


def test_scenarios_go_into_a_folder(
    eservices: Call, offer: Callable[..., None], tmp_path: Path
) -> None:
    """A file for each flaw that has one, by service and code; then they are not printed."""
    offer(SERVICE, attrs.evolve(spoiling.state("waiting", told=""), key="spoilt", name="Başqa"))
    folder = tmp_path / "yeni" / "ssenarilər"
    answer = eservices("check", "--into", folder)

    assert answer.returncode == 1
    (file,) = folder.iterdir()
    assert file.name == "spoilt-01-wording_missing.feature"
    assert file.read_text("utf-8").startswith("# language: az\nÖzəllik: Başqa\n")
    assert f"  Ssenari: {file}\n" in answer.stdout
    assert "Özəllik" not in answer.stdout
    assert "✓ Sayğacın təmiri (repair)" in answer.stdout


def test_a_folder_that_cannot_be_written_is_one_line(
    eservices: Call, offer: Callable[..., None], tmp_path: Path
) -> None:
    """Without a traceback, and with the code of a command that could not be done."""
    offer(spoiling.state("waiting", told=""))
    (tmp_path / "file").write_text("")
    answer = eservices("check", "--into", tmp_path / "file")

    assert answer.returncode == 2
    assert answer.stderr.startswith("eservices: “")
    assert answer.stderr.endswith("qovluğuna yazmaq olmur.\n")


def test_as_json(eservices: Call, offer: Callable[..., None], tmp_path: Path) -> None:
    """Services and flaws, with the file of each scenario if there is one."""
    offer(SERVICE, attrs.evolve(spoiling.state("waiting", told=""), key="spoilt", name="Başqa"))
    answer = eservices("check", "--format", "json")
    assert answer.returncode == 1
    found = json.loads(answer.stdout)
    assert found["services"] == ["repair", "spoilt"]
    (flaw,) = found["findings"]
    assert (flaw["service"], flaw["code"], flaw["file"]) == (
        "spoilt",
        "wording_missing",
        "",
    )
    assert flaw["path"][-1] == "Ustaya tapşırma: alınmadı → Usta axtarılır"

    answer = eservices("check", "spoilt", "--format", "json", "--into", tmp_path)
    found = json.loads(answer.stdout)
    assert found["services"] == ["spoilt"]
    assert Path(found["findings"][0]["file"]).read_text("utf-8") == found["findings"][0]["scenario"]


def test_what_concerns_no_service_alone_is_told_with_all(
    eservices: Call, offer: Callable[..., None]
) -> None:
    """Two services of one name are told of the second, without a way or a scenario."""
    offer(SERVICE, attrs.evolve(SERVICE, key="twin"))
    assert eservices("check", "repair").returncode == 0
    for words in (("check",), ("check", "twin")):
        answer = eservices(*words)
        assert answer.returncode == 1
        assert "✗ twin: “e-gov.az” portalında iki xidmətin adı eynidir" in answer.stdout
        assert "Yol:" not in answer.stdout


def test_a_flaw_is_told_in_the_language_of_the_reader(
    eservices: Call, offer: Callable[..., None]
) -> None:
    """Also what the service declares, by its own catalogue; the scenario stays as it is run."""
    rules = debt_investigation.SERVICE.casework_rules
    delayed = attrs.evolve(rules.states["correction_delayed"], told="")
    refuse = next(rule for rule in rules.rules if rule.event == "refuse")
    again = attrs.evolve(refuse, target="finalised")
    states = {**rules.states, delayed.key: delayed}
    spoilt = attrs.evolve(rules, states=states, rules=(*rules.rules, again))
    offer(attrs.evolve(debt_investigation.SERVICE, rules=spoilt))
    answer = eservices("check", "--language", "en")

    # An example is a value, as somebody typed it.
    said = answer.stdout.replace(refuse.findings[0].example, "…")
    told = [line for line in said.splitlines() if not line.startswith("    ") or "→" in line]
    assert [line for line in told if re.search("[əğışçöüƏĞİŞÇÖÜ]", line)] == []
    assert "is not told what the status “Debt correction delayed” means." in said
    assert "Correction of the debt: failed → Debt correction delayed" in said
    assert "“Finalised” (Standing commission" in said
    assert "  Way: e-gov.az, With identification number\n" in said
    assert "    Özəllik: Borcun araşdırılması üzrə müraciət\n" in answer.stdout

    (first, _) = json.loads(eservices("check", "--format", "json", "--language", "en").stdout)[
        "findings"
    ]
    assert first["message"].endswith("the status “Debt correction delayed” means.")
    assert first["means"] == "With identification number"
    assert first["path"][-1] == "Correction of the debt: failed → Debt correction delayed"
    assert "# language: az" in first["scenario"]


def test_an_unknown_service_is_one_line(eservices: Call) -> None:
    """With the keys there are."""
    answer = eservices("check", "nothing")
    assert answer.returncode == 2
    (known,) = re.findall("“nothing” adlı xidmət yoxdur. Xidmətlər: (.*)\\.", answer.stderr)
    assert "debt_investigation" in known.split(", ")
