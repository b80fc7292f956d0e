from __future__ import annotations

import subprocess
import sysconfig
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest
from tests.versions.sample import FIRST, SECOND, THIRD, TO_SECOND, TO_THIRD

from utility_eservices.casework.service import Service
from utility_eservices.casework.shape import shape_of
from utility_eservices.cli import services
from utility_eservices.cli import snapshot as command_of
from utility_eservices.desk.catalogue import Catalogue, built_in_services

Answer = subprocess.CompletedProcess[str]
Call = Callable[..., Answer]

KEY = "debt_investigation"
NAME = "debt_investigation.v1.json"


def declared(monkeypatch: pytest.MonkeyPatch, *found: Service) -> None:
    """What is installed, for a while, is this."""
    monkeypatch.setattr(services, "catalogue", lambda: Catalogue(found))
    monkeypatch.setattr(command_of, "catalogue", lambda: Catalogue(found))


def debt(**changes: object) -> Service:
    (service,) = [item for item in built_in_services() if item.key == KEY]
    return attrs.evolve(service, **{"rules": service.rules, **changes})  # type: ignore[arg-type]


def test_writes_into_a_folder(eservices: Call, tmp_path: Path) -> None:
    """Name and content are those of the service's version; a second time nothing changes."""
    answer = eservices("snapshot", KEY, "--into", tmp_path)

    assert (answer.returncode, answer.stderr) == (0, "")
    assert answer.stdout == f"{tmp_path / NAME}: yazıldı\n"
    assert (tmp_path / NAME).read_text("utf-8") == shape_of(debt()).text
    again = eservices("snapshot", KEY, "--into", tmp_path)
    assert again.stdout == f"{tmp_path / NAME}: dəyişməyib\n"


def test_check(eservices: Call, tmp_path: Path) -> None:
    """Nothing is written: 1 without a file, 0 where it holds, 1 where it says something else."""
    words = ("snapshot", KEY, "--check", "--into", tmp_path)
    answer = eservices(*words)
    assert (answer.returncode, answer.stdout) == (1, f"✗ {tmp_path / NAME}: fayl yoxdur\n")
    assert list(tmp_path.iterdir()) == []

    eservices("snapshot", KEY, "--into", tmp_path)
    answer = eservices(*words)
    assert (answer.returncode, answer.stdout) == (0, f"✓ {tmp_path / NAME}: uyğundur\n")

    (tmp_path / NAME).write_text("{}\n", "utf-8")
    answer = eservices(*words)
    assert (answer.returncode, answer.stdout) == (1, f"✗ {tmp_path / NAME}: quruluş dəyişib\n")
    assert (tmp_path / NAME).read_text("utf-8") == "{}\n"


def test_check_looks_at_older_versions_too(
    eservices: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """1 with a line for each thing in flight that would not go on, and for what is no shape."""
    for service in (FIRST, SECOND):
        declared(monkeypatch, service)
        eservices("snapshot", "meter_check", "--into", tmp_path)
    forgot = attrs.evolve(
        THIRD, rules=THIRD.rules, upgrades=(attrs.evolve(TO_SECOND, pages={}), TO_THIRD)
    )
    declared(monkeypatch, forgot)
    eservices("snapshot", "meter_check", "--into", tmp_path)
    first, second, third = (tmp_path / f"meter_check.v{n}.json" for n in (1, 2, 3))

    words = ("snapshot", "meter_check", "--check", "--into", tmp_path)
    answer = eservices(*words)
    lost = "pəncərə details (e-gov.az): uyğunluğu göstərilməlidir (yeni versiyada yoxdur)"
    assert answer.returncode == 1
    assert answer.stdout.splitlines() == [f"✓ {third}: uyğundur", f"✗ {first}: {lost}"]

    second.write_text("{}", "utf-8")
    answer = eservices(*words)
    assert answer.returncode == 1
    assert answer.stdout.splitlines()[2] == f"✗ {second}: quruluş oxunmur"

    first.unlink()
    second.unlink()
    assert eservices(*words).returncode == 0


def test_the_librarys_own_files_hold(eservices: Call) -> None:
    """Without a key every service that is developed here is looked at, beside its own source."""
    answer = eservices("snapshot", "--check")

    assert answer.returncode == 0
    assert [line.rpartition("/")[2] for line in answer.stdout.splitlines()] == [
        f"{item.key}.v{item.version}.json: uyğundur" for item in built_in_services()
    ]


def test_another_shape_of_a_version_is_not_written_over(
    eservices: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """It would turn red into green; who is sure says so."""
    eservices("snapshot", KEY, "--into", tmp_path)
    changed = debt(notices=())
    declared(monkeypatch, changed)

    answer = eservices("snapshot", KEY, "--into", tmp_path)
    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr == (
        f"eservices: “{tmp_path / NAME}”: 1 versiyasının quruluşu dəyişib. Versiyanı artırın və "
        "keçid (Upgrade) yazın; bu versiya hələ heç yerdə işləmirsə: --replace.\n"
    )
    assert (tmp_path / NAME).read_text("utf-8") == shape_of(debt()).text

    assert eservices("snapshot", KEY, "--into", tmp_path, "--replace").returncode == 0
    assert (tmp_path / NAME).read_text("utf-8") == shape_of(changed).text


def test_an_installed_copy_is_nobodys_to_write(
    eservices: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Where everything is installed, nothing is written by the way."""
    places = str(Path(command_of.__file__).parents[3])
    monkeypatch.setattr(sysconfig, "get_path", lambda _name: places)

    answer = eservices("snapshot", "--check")
    assert answer.returncode == 2
    assert answer.stderr == (
        "eservices: burada hazırlanan xidmət yoxdur; xidmətin açarını və --into göstərin.\n"
    )
    assert eservices("snapshot", KEY, "--into", tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["snapshot", "nothing"], "“nothing” adlı xidmət yoxdur."),
        (["snapshot", KEY, "--into", "nowhere"], "faylı yazılmır."),
    ],
)
def test_what_cannot_be_done(
    eservices: Call,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    words: list[str],
    why: str,
) -> None:
    """One line says why, and the exit code is 2."""
    monkeypatch.chdir(tmp_path)
    answer = eservices(*words)

    assert (answer.returncode, answer.stdout) == (2, "")
    (line,) = answer.stderr.splitlines()
    assert why in line


def test_a_file_that_is_no_text(eservices: Call, tmp_path: Path) -> None:
    """It is neither taken for a shape nor written over."""
    (tmp_path / NAME).write_bytes(b"\xff")
    answer = eservices("snapshot", KEY, "--check", "--into", tmp_path)
    assert (answer.returncode, answer.stdout) == (1, f"✗ {tmp_path / NAME}: quruluş oxunmur\n")

    answer = eservices("snapshot", KEY, "--into", tmp_path)
    assert answer.returncode == 2
    assert answer.stderr == f"eservices: “{tmp_path / NAME}” faylı oxunmur.\n"


def test_a_service_of_no_file(eservices: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that was made in a prompt needs a folder."""

    @attrs.frozen
    class Form:
        pass

    Form.__module__ = "typed_in"
    nowhere = attrs.evolve(
        debt(), form=Form, journeys=(), casework=None, rules=None, notices=(), concerns="", reach={}
    )
    declared(monkeypatch, nowhere)
    answer = eservices("snapshot", KEY)

    assert answer.returncode == 2
    assert answer.stderr == f"eservices: “{KEY}” xidmətinin faylı tapılmır; --into göstərin.\n"
