from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Answer = subprocess.CompletedProcess[str]
Call = Callable[..., Answer]

SERVICE = "Borcun araşdırılması üzrə müraciət"
ENTERS = (
    f"Tutaq ki “Aysel” “e-gov.az” portalında “SİMA imza ilə” daxil olub “{SERVICE}” xidmətini açır"
)


@pytest.fixture
def feature(tmp_path: Path) -> Callable[..., Path]:
    """Writes a feature file."""

    def write(text: str, name: str = "sınaq.feature") -> Path:
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return path

    return write


@pytest.fixture
def scenario(feature: Callable[..., Path]) -> Callable[..., Path]:
    """Writes a feature file with one scenario, whose last steps are given."""

    def write(*steps: str, name: str = "Sınaq") -> Path:
        lines = ["# language: az", "Özəllik: Sınaq", f"Ssenari: {name}", ENTERS, *steps]
        return feature("\n".join(lines), f"{name}.feature")

    return write


def test_passing(command: Call, scenario: Callable[..., Path]) -> None:
    """A scenario that holds is one line with a tick."""
    path = scenario(f"O halda “{SERVICE}” pəncərəsi açıqdır", name="Başlanğıc")
    answer = command("run", path)

    assert answer.returncode == 0
    assert answer.stdout == "✓ Başlanğıc\n1 keçdi, 0 alınmadı\n"
    assert answer.stderr == ""


def test_failing(command: Call, scenario: Callable[..., Path]) -> None:
    """Of a scenario that fails, the step, its line, what it expected and what there was."""
    answer = command("run", scenario("O halda “Başqa” pəncərəsi açıqdır"))

    assert answer.returncode == 1
    assert answer.stdout.splitlines() == [
        "✗ Sınaq",
        "    sətir 5: “Başqa” pəncərəsi açıqdır",
        "    gözlənilirdi: Başqa",
        f"    var: {SERVICE}",
        "0 keçdi, 1 alınmadı",
    ]


def test_expected_stands_on_either_side(command: Call, scenario: Callable[..., Path]) -> None:
    """What the step says is what was expected, whichever side of the comparison it is."""
    path = scenario(
        f"O halda “e-gov.az” portalında “{SERVICE}” xidmətinə yol belədir:", "| Ödəniş |"
    )
    lines = [line.strip() for line in command("run", path).stdout.splitlines()]

    assert lines[lines.index("gözlənilirdi:") + 1] == "• Ödəniş"
    assert lines[lines.index("var:") + 1] == "• E-XİDMƏTLƏR"


def test_what_must_not_be_there(command: Call, scenario: Callable[..., Path]) -> None:
    """A thing that should be absent is told as such."""
    path = scenario("O halda “Yeni müraciət yarat” pəncərədə yoxdur")

    assert "    olmamalıdır: Yeni müraciət yarat\n" in command("run", path).stdout


def test_counts_and_empty_texts(command: Call, scenario: Callable[..., Path]) -> None:
    """A number is told as a number, and an empty text by a word."""
    shown = command("run", scenario("O halda cəmi 2 müraciət qeydiyyata alınıb")).stdout
    assert "    gözlənilirdi: 2\n    var: 0\n" in shown

    steps = (
        "Və “Yeni müraciət yarat” düyməsini seçir",
        "O halda “Abonent kodu” sahəsində “12” qalıb",
    )
    shown = command("run", scenario(*steps)).stdout
    assert "    gözlənilirdi: 12\n    var: boş\n" in shown


def test_reasons_in_words(command: Call, feature: Callable[..., Path]) -> None:
    """What the library or the driver refuses is told in its own words, without Python's."""
    stranger = ENTERS.replace("Aysel", "Naməlum")
    path = feature(
        f"""# language: az
Özəllik: Sınaq
  Ssenari: Giriş
    {stranger}
  Ssenari: Pəncərə
    O halda “Müraciət” pəncərəsi açıqdır
"""
    )
    answer = command("run", path)

    assert "    sətir 4: " in answer.stdout
    assert "    Giriş baş tutmadı. Yenidən cəhd edin.\n" in answer.stdout
    assert "    sətir 6: “Müraciət” pəncərəsi açıqdır\n    xidmət açılmayıb\n" in answer.stdout
    assert "assert" not in answer.stdout.lower()


def test_screen_of_what_cannot_be_found(command: Call, scenario: Callable[..., Path]) -> None:
    """A button that is not there: the window is drawn as it was then."""
    answer = command("run", scenario("Nə vaxt ki “Geri” düyməsini seçir"))

    assert answer.returncode == 1
    assert "    bu adda heç nə yoxdur, ya da birdən çox şey var\n" in answer.stdout
    assert "[ Yeni müraciət yarat ]   [ Müraciətin statusunu yoxla ]" in answer.stdout
    assert "Traceback" not in answer.stdout + answer.stderr


def test_examples_are_told_apart(command: Call, feature: Callable[..., Path]) -> None:
    """Each line of examples is a scenario with its values in the title."""
    path = feature(
        f"""# language: az
Özəllik: Sınaq
  Ssenarinin strukturu: Pəncərə
    {ENTERS}
    O halda “<ad>” pəncərəsi açıqdır
    Nümunələr:
      | ad |
      | {SERVICE} |
      | Ödəniş |
"""
    )
    lines = command("run", path).stdout.splitlines()

    assert f"✓ Pəncərə (ad: {SERVICE})" in lines
    assert "✗ Pəncərə (ad: Ödəniş)" in lines
    assert lines[-1] == "1 keçdi, 1 alınmadı"


def test_unknown_steps(command: Call, scenario: Callable[..., Path]) -> None:
    """Steps that no phrase fits are named with line and nearest phrase, and nothing runs."""
    path = scenario("O halda “Başqa” pəncərəsi bağlıdır", "Və yağış yağır")
    answer = command("run", path)

    assert answer.returncode == 2
    assert answer.stdout == ""
    lines = answer.stderr.splitlines()
    assert lines[0] == f"{path}, sətir 5: naməlum addım: “Başqa” pəncərəsi bağlıdır"
    assert lines[1].startswith("    ən yaxın ifadə: “{")
    assert f"{path}, sətir 6: naməlum addım: yağış yağır" in lines
    assert lines[-1] == "Bütün ifadələr: eservices phrases"


def test_choosing(command: Call, scenario: Callable[..., Path]) -> None:
    """Of several files only the scenarios that were asked for run."""
    one, two = scenario(name="Birinci"), scenario(name="Sonuncu")

    both = command("run", one, two)
    assert both.stdout == "✓ Birinci\n✓ Sonuncu\n2 keçdi, 0 alınmadı\n"
    chosen = command("run", one, two, "-k", "sonuncu")
    assert chosen.stdout == "✓ Sonuncu\n1 keçdi, 0 alınmadı\n"


def test_left_out(command: Call, feature: Callable[..., Path]) -> None:
    """A scenario that its tag leaves out is neither a success nor a failure."""
    path = feature(f"# language: az\nÖzəllik: Sınaq\n@skip\nSsenari: Sonra\n{ENTERS}\n")

    lines = command("run", path).stdout.splitlines()
    assert len(lines) == 2
    assert lines[0].endswith("(buraxılıb)")
    assert lines[1] == "0 keçdi, 0 alınmadı"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["-k", "yoxdur"], "uyğun ssenari tapılmadı."),
        (["-k", "(("], "ssenariləri işə salmaq olmadı; fayla və -k ifadəsinə baxın."),
    ],
)
def test_nothing_to_run(
    command: Call, scenario: Callable[..., Path], words: list[str], expected: str
) -> None:
    """A choice that fits nothing, or cannot be read, is one line and no success."""
    answer = command("run", scenario(), *words)

    assert answer.returncode == 2
    assert answer.stdout == ""
    assert answer.stderr == f"eservices: {expected}\n"


def test_file_without_scenarios(command: Call, feature: Callable[..., Path]) -> None:
    """An empty feature is no success."""
    answer = command("run", feature("# language: az\nÖzəllik: Boş\n"))

    assert answer.returncode == 2
    assert answer.stdout == ""
    assert len(answer.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "content",
    [
        "Salam, dünya\n".encode(),
        # Without its first line, Azerbaijani keywords are none.
        "Özəllik: Sınaq\n".encode(),
        "Özəllik".encode("utf-16"),
    ],
)
def test_not_gherkin(eservices: Call, tmp_path: Path, content: bytes) -> None:
    """A file that is no feature is told so in one line, which names the line at fault."""
    path = tmp_path / "a.feature"
    path.write_bytes(content)
    answer = eservices("run", path)

    assert answer.returncode == 2
    (line,) = answer.stderr.splitlines()
    assert line.startswith(f"eservices: “{path}”: bu, Gherkin deyil")
    assert ("(sətir 1)" in line) == (content[:1] != b"\xff")


def test_file_that_is_not_there(eservices: Call, tmp_path: Path) -> None:
    """A file that is not there, or is a folder, is told so in one line."""
    path = tmp_path / "a.feature"

    missing = eservices("run", path)
    assert missing.returncode == 2
    assert missing.stderr == f"eservices: “{path}” faylı yoxdur.\n"
    folder = eservices("run", tmp_path)
    assert folder.returncode == 2
    assert folder.stderr == f"eservices: “{tmp_path}” faylı oxunmur.\n"


def test_unknown_row(eservices: Call, tmp_path: Path) -> None:
    """A tag that looks like a row of a manual and is none is named before anything runs."""
    path = tmp_path / "a:b.feature"
    path.write_text(
        "# language: az\n"
        "Özəllik: Sınaq\n"
        "  @DI-001 @DI-999\n"
        "  Ssenari: Bir\n"
        "    O halda cəmi 0 müraciət qeydiyyata alınıb\n",
        "utf-8",
    )
    answer = eservices("run", str(path))
    assert answer.returncode == 2
    assert "DI-999" in answer.stderr
    assert "DI-001" not in answer.stderr
