from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable, Iterable
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

import pytest

from utility_eservices.desk import plugins

Call = Callable[..., subprocess.CompletedProcess[str]]

NUMBER = "AZS-2026-000001"


def told(answer: subprocess.CompletedProcess[str]) -> str:
    """What was told, without the spaces that end a line."""
    return re.sub(r" +$", "", answer.stdout, flags=re.MULTILINE)


def in_order(text: str, parts: Iterable[str]) -> None:
    """Each part stands in the text, after the one before it."""
    place = 0
    for part in parts:
        assert part in text[place:], part
        place = text.index(part, place) + len(part)


def test_whole_story(eservices: Call, tmp_path: Path) -> None:
    """From the way to the service to the closed case, everything is told, in this order."""
    answer = eservices("demo", "--folder", tmp_path)

    assert answer.returncode == 0
    assert answer.stderr == ""
    in_order(
        told(answer),
        [
            # the way and the sign-in
            "E-XİDMƏTLƏR",
            "Borcun araşdırılması üzrə müraciət\n",
            "BSXM Elektron İmza ilə",
            # the windows
            "( Yoxla )",
            "Abonent kodu  ←  1020304050",
            "○ F-2019-12-4050 (dekabr 2019, 59,85 AZN)",
            # both faults, each beside its field
            "[050 200  ",
            "✗ Telefon nömrəsi düzgün deyil",
            "[aysel.example.com  ",
            "✗ Elektron poçt ünvanı düzgün deyil.",
            # the dialog, twice
            "Daxil edilən məlumatların düzgünlüyünü təsdiq edirsiniz?",
            "› [ İmtina ]",
            "[aysel@example.com  ",
            "› [ Təsdiq et ]",
            f"Müraciət nömrəniz: {NUMBER}",
            # the letters, the office, the correction
            "Müraciət qeydiyyata alındı\n",
            "Müraciət icraya yönləndirildi\n",
            "› [ Araşdırmaya başla ]",
            "› [ Yerində yoxlama təyin et ]",
            "› [ Dəqiqləşdirilmiş göstəricini bildir ]",
            "› [ Sənədləri komissiyaya göndər ]",
            "› [ Borca düzəlişi təsdiq et ]",
            "Müraciət yekunlaşdı\n",
            "F-2019-12-4050: 59,85 AZN → 5,60 AZN",
            # looking back
            "Göndərilən müraciətlər",
            "Müraciət üzrə icra başa çatıb.",
            "Tam tarixçə",
            f"{NUMBER} – Yekunlaşdı: iş bağlandı.\n",
        ],
    )


def test_letters_lie_in_the_folder(eservices: Call, tmp_path: Path) -> None:
    """Each notice is a file that stays: three events, each by e-mail and by SMS; all are shown."""
    folder = tmp_path / "made" / "letters"
    answer = eservices("demo", "--folder", folder)

    files = sorted(folder.iterdir())
    assert [path.suffix for path in files].count(".eml") == 3
    assert [path.suffix for path in files].count(".txt") == 3
    assert len(files) == 6
    assert all(answer.stdout.count(path.name) == 1 for path in files)
    assert f"“{folder}” qovluğuna" in answer.stdout


def test_same_each_time(eservices: Call) -> None:
    """Two demonstrations do not differ by a letter, so that a test or a page can quote one."""
    assert eservices("demo").stdout == eservices("demo").stdout


def test_nothing_is_cut(eservices: Call) -> None:
    """No line is broken by an ellipsis, and every window is closed."""
    shown = eservices("demo").stdout

    assert not re.search(r"\w…", shown)
    for line in shown.splitlines():
        if line.startswith(("│", "║")):
            assert line.endswith(line[0])


def test_environment_is_left_alone(eservices: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """The variable that names the folder is the demonstration's only while it lasts."""
    eservices("demo")
    assert "ESERVICES_FOLDER" not in os.environ

    monkeypatch.setenv("ESERVICES_FOLDER", "/somewhere/else")
    eservices("demo")
    assert os.environ["ESERVICES_FOLDER"] == "/somewhere/else"


def test_without_the_adapters(eservices: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the plugin one line says so, and the same letters are shown from memory."""
    with_folder = told(eservices("demo"))

    def others(group: str) -> Iterable[EntryPoint]:
        return [entry for entry in entry_points(group=group) if entry.name != "folder"]

    monkeypatch.setattr(plugins, "entry_points", others)
    answer = eservices("demo")

    assert answer.returncode == 0
    assert answer.stdout.count("“folder” qoşması quraşdırılmayıb") == 1
    assert answer.stdout.count("✉ e-poçt") == answer.stdout.count("✉ SMS") == 3
    _, _, story = told(answer).partition("1. Xidmətə yol")
    _, _, expected = with_folder.partition("1. Xidmətə yol")
    assert re.sub("✉ .*", "", story) == re.sub("✉ .*", "", expected)


def test_folder_that_is_not_empty(eservices: Call, tmp_path: Path) -> None:
    """Other letters are not taken for the demonstration's, and nothing of others is touched."""
    (tmp_path / "letter.txt").write_text("Salam")
    answer = eservices("demo", "--folder", tmp_path)

    assert answer.returncode == 2
    assert answer.stdout == ""
    expected = f"eservices: “{tmp_path}” qovluğu boş deyil; boş qovluq göstərin.\n"
    assert answer.stderr == expected
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_folder_that_is_a_file(eservices: Call, tmp_path: Path) -> None:
    """What is no folder is refused in one line."""
    file = tmp_path / "letters"
    file.touch()
    answer = eservices("demo", "--folder", file)

    assert answer.returncode == 2
    assert answer.stderr == f"eservices: “{file}” qovluğundan istifadə etmək olmur.\n"
