from __future__ import annotations

import inspect
import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest
from tests.versions.sample import FIRST, SECOND, THIRD
from tests.versions.small import END, OFFICER, OLD, RULES, STATES, renewed, with_casework

from utility_eservices.casework.shape import FieldShape, RuleShape, Shape, shape_of
from utility_eservices.cli import diff as command_of
from utility_eservices.conformance import versions

Answer = subprocess.CompletedProcess[str]
Call = Callable[..., Answer]

KEY = "debt_investigation"


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str, Shape], Path]:
    """Writes a shape into a file."""

    def write(name: str, shape: Shape) -> Path:
        path = tmp_path / name
        path.write_text(shape.text, "utf-8")
        return path

    return write


Write = Callable[[str, Shape], Path]

# `checked` is called `examined`, which is declared; `closed` would be open again.
STATES_THEN = {
    "draft": STATES["draft"],
    "sent": STATES["sent"],
    "examined": OFFICER,
    "closed": OFFICER,
    "ended": END,
}
RULES_THEN = (
    RULES[0],
    RuleShape("forward", "sent", "examined"),
    RuleShape("close", "examined", "closed", (), ("cause",)),
    RuleShape("end", "closed", "ended"),
)
THEN = renewed(with_casework(states=STATES_THEN, rules=RULES_THEN), states={"checked": "examined"})


def test_one_safe_one_mapped_one_blocked(eservices: Call, written: Write) -> None:
    """A line each, with the verdict and why; the exit code is 1."""
    answer = eservices("diff", written("v1.json", OLD), written("v2.json", THEN))

    assert answer.returncode == 1
    rows = [line.split("  ") for line in answer.stdout.splitlines() if line.startswith("status")]
    cells = [[cell.strip() for cell in row if cell.strip()] for row in rows]
    assert cells == [
        ["status", "draft", "draft", "təhlükəsizdir", "–"],
        ["status", "sent", "sent", "təhlükəsizdir", "–"],
        ["status", "checked", "examined", "uyğunluğu göstərilib", "indi belə adlanır: examined"],
        ["status", "closed", "closed", "bloklanıb", "bağlı müraciət yenidən açılardı"],
    ]
    assert "small: 1 → 2\n" in answer.stdout
    assert "bloklanıb: 1\n" in answer.stdout
    assert "✗ Yolda olan hər şey davam etmir.\n" in answer.stdout
    assert " confirm (a.example, b.example) " in answer.stdout


def test_json_stands_alone(eservices: Call, written: Write) -> None:
    """Programs read the same verdicts under stable English codes."""
    old, new = written("v1.json", OLD), written("v2.json", THEN)
    answer = eservices("diff", old, new, "--format", "json")

    assert answer.returncode == 1
    found = json.loads(answer.stdout)
    assert (found["service"], found["old"], found["new"], found["holds"]) == ("small", 1, 2, False)
    verdicts = {item["key"]: item["verdict"] for item in found["lines"] if item["kind"] == "state"}
    assert verdicts == {"draft": "safe", "sent": "safe", "checked": "mapped", "closed": "blocked"}


def test_what_holds(eservices: Call, written: Write) -> None:
    """Over two versions, each renamed thing with its own line: 0."""
    answer = eservices(
        "diff", written("v1.json", shape_of(FIRST)), written("v3.json", shape_of(THIRD))
    )

    assert answer.returncode == 0
    assert "✓ Yolda olan hər şey davam edir.\n" in answer.stdout
    for word in ("sahə", "qeyd", "iş", "pəncərə"):
        assert any(line.startswith(f"{word} ") for line in answer.stdout.splitlines())


def test_a_service_by_its_key(eservices: Call, tmp_path: Path) -> None:
    """Against the file that was written of it: nothing changed."""
    eservices("snapshot", KEY, "--into", tmp_path)
    answer = eservices("diff", tmp_path / f"{KEY}.v1.json", KEY)

    assert answer.returncode == 0
    assert f"{KEY}: 1 → 1\n" in answer.stdout


def test_a_changed_shape_of_one_version(eservices: Call, written: Write) -> None:
    """That the version has to grow is said first."""
    changed = attrs.evolve(OLD, findings={**OLD.findings, "size": "int"})
    answer = eservices("diff", written("a.json", OLD), written("b.json", changed))

    assert answer.returncode == 1
    (row,) = [line for line in answer.stdout.splitlines() if line.startswith("xidmət")]
    assert "quruluş dəyişib, versiya artmayıb" in row


def test_every_reason_is_a_sentence(eservices: Call, written: Write) -> None:
    """Whatever the comparison can say against a change, people read a sentence with its values."""
    bare = attrs.evolve(shape_of(THIRD), upgrades=())
    changed = attrs.evolve(
        bare, casework=None, form={**bare.form, "floor": FieldShape("int")}, journeys={}
    )
    texts = [
        eservices("diff", written("v1.json", old), written("v3.json", new)).stdout
        for old, new in ((shape_of(FIRST), bare), (shape_of(SECOND), changed), (OLD, THEN))
    ]
    # A long sentence goes on in the next line of its cell.
    said = " ".join(" ".join(texts).split())
    for sentence in (
        "yeni versiyada yoxdur, qiyməti itərdi",
        "yeni versiyada yoxdur, gözləyəni icra olunmazdı",
        "yeni sahədir, əvvəlki müraciətlərdə qiyməti yoxdur",
        "gözləyənində bunlar yoxdur: outcome",
        "bura gələn yolda əvvəl olmayan addım var: meters_are_checked",
        "növü dəyişib: str | None → int",
        "xidmət bu portalda artıq yoxdur",
        "sahələr və qeydlər: ",
    ):
        assert sentence in said
    assert "{" not in said


def test_no_reason_is_without_a_sentence() -> None:
    """Each code that the comparison knows has one here, and none is left over."""
    codes = re.findall(r'(?:mapped|blocked|_told)\("(\w+)"', inspect.getsource(versions))
    codes += ["reopened", "ended", "values"]
    assert set(codes) == {name.split()[-1] for name in command_of._WHY}


def refusal(answer: Answer) -> str:
    assert (answer.returncode, answer.stdout) == (2, "")
    (line,) = answer.stderr.splitlines()
    return line.removeprefix("eservices: ")


def test_what_cannot_be_compared(eservices: Call, written: Write, tmp_path: Path) -> None:
    """Each mistake of the caller is told in a sentence."""
    first, second = written("v1.json", shape_of(FIRST)), written("v2.json", shape_of(SECOND))
    other, none, folder = written("other.json", OLD), tmp_path / "none.json", tmp_path / "f.json"
    folder.mkdir()
    broken = tmp_path / "broken.json"
    broken.write_text("{", "utf-8")

    assert refusal(eservices("diff", second, first)) == (
        "birinci versiya ikincidən yenidir; əvvəl köhnəsi göstərilir."
    )
    assert refusal(eservices("diff", first, other)) == (
        "bunlar iki ayrı xidmətdir: “meter_check” və “small”."
    )
    assert refusal(eservices("diff", first, none)) == f"“{none}” faylı yoxdur."
    assert refusal(eservices("diff", folder, first)) == f"“{folder}” faylı oxunmur."
    assert refusal(eservices("diff", broken, first)).startswith(
        f"“{broken}”: bu, “eservices snapshot” faylı deyil"
    )
    assert refusal(eservices("diff", "nothing", first)).startswith("“nothing” adlı xidmət yoxdur.")


def test_neither_command_needs_the_kit(command: Call, tmp_path: Path) -> None:
    """Shapes are written and compared where pytest is not installed."""
    script = (
        "import sys; sys.modules['pytest'] = sys.modules['pytest_bdd'] = None\n"
        "from utility_eservices.cli import main\n"
        f"assert main(['snapshot', {KEY!r}, '--into', {str(tmp_path)!r}]) == 0\n"
        f"sys.exit(main(['diff', {str(tmp_path / (KEY + '.v1.json'))!r}, {KEY!r}]))"
    )
    assert command(python=("-c", script)).returncode == 0
