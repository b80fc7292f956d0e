"""An integrator's package: the manuals' features run on adapters the library has never seen.

All that the package adds for this is one conftest and one test file.
"""

import shutil
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path
from subprocess import CompletedProcess
from xml.etree import ElementTree

import pytest
from gherkin.parser import Parser
from gherkin.pickles.compiler import Compiler
from tests.outside.packages import install, run

from utility_eservices.conformance.features import features_folder

POSTBOX = Path(__file__).with_name("postbox")

# Overrides the package's own fixture: the letters are taken, and nobody ever sees them again.
FORGETFUL = """
import pytest
from postbox_adapters import Postbox, PostboxPlugin
from utility_eservices import hookimpl


class ForgetfulPostbox(Postbox):
    def send(self, letter, key):
        pass


class ForgetfulPlugin(PostboxPlugin):
    @hookimpl
    def eservices_notification(self, medium):
        return ForgetfulPostbox(self.folder, medium)


@pytest.fixture
def plugin(tmp_path):
    return ForgetfulPlugin(tmp_path)
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package, installed from its own project into a folder of its own."""
    return install(POSTBOX, tmp_path_factory.mktemp("postbox"))


def run_tests(
    project: Path, installed: Path, left: Path, *options: str
) -> tuple[CompletedProcess[str], Counter[str]]:
    """Run a project's tests; gives the process, and how many tests ended in which way.

    ``left`` is the folder for what they leave behind, one folder a test.
    """
    report = left.with_suffix(".xml")
    options = ("-p", "no:cacheprovider", f"--basetemp={left}", f"--junitxml={report}", *options)
    done = run("-m", "pytest", *options, cwd=project, path=installed)
    assert report.exists(), done.stdout
    cases = ElementTree.parse(report).iter("testcase")  # noqa: S314  # pytest's own
    ends = ("failure", "error", "skipped")
    ways = (next((end for end in ends if case.find(end) is not None), "passed") for case in cases)
    return done, Counter(ways)


def scenarios() -> int:
    """How many scenarios ship with the library, each row of examples counted."""
    texts = (file.read_text("utf-8") for file in features_folder().rglob("*.feature"))
    return sum(len(Compiler().compile({**Parser().parse(text), "uri": ""})) for text in texts)


def letters_kept(left: Path) -> Counter[str]:
    """The letters in all files of all scenarios, by medium."""
    found: Counter[str] = Counter()
    for path in left.rglob("letters.sqlite"):
        with closing(sqlite3.connect(path)) as file:
            found.update(medium for (medium,) in file.execute("select medium from letter"))
    return found


def test_every_scenario_passes_on_its_adapters(installed: Path, tmp_path: Path) -> None:
    """All scenarios pass, and it was the package's files that the letters and photos went to."""
    left = tmp_path / "left"
    done, ways = run_tests(POSTBOX, installed, left, "tests")
    assert done.returncode == pytest.ExitCode.OK, done.stdout
    assert ways == {"passed": scenarios()}
    assert ways["passed"] > 70
    kept = letters_kept(left)
    assert kept["email"] > 0
    assert kept["sms"] > 0
    assert list(left.rglob("*.document"))


def test_a_broken_adapter_does_not_pass(installed: Path, tmp_path: Path) -> None:
    """The same conftest and test file fail as soon as the postbox forgets its letters."""
    project = tmp_path / "project"
    shutil.copytree(POSTBOX, project)
    broken = project / "tests" / "broken"
    broken.mkdir()
    (project / "tests" / "test_features.py").rename(broken / "test_features.py")
    (broken / "conftest.py").write_text(FORGETFUL, "utf-8")
    done, ways = run_tests(project, installed, tmp_path / "left", "-x", "tests")
    assert done.returncode == pytest.ExitCode.TESTS_FAILED, done.stdout
    # Scenarios that send nothing pass on it before: it is the letters that are missed.
    assert ways.keys() == {"passed", "failure"}
    assert not letters_kept(tmp_path / "left")


def test_what_its_docstrings_show_is_so(installed: Path, tmp_path: Path) -> None:
    """Every example of the installed package holds, and each of its three files has one."""
    package = str(installed / "postbox_adapters")
    done, ways = run_tests(POSTBOX, installed, tmp_path / "left", "--doctest-modules", package)
    assert done.returncode == pytest.ExitCode.OK, done.stdout
    assert ways == {"passed": 3}
