"""What is shipped is whole: code, types, scenarios, catalogues, licence and announcements."""

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
FEATURES = {
    f"features/{path.relative_to(REPOSITORY / 'features').as_posix()}"
    for path in (REPOSITORY / "features").rglob("*")
    if path.is_file()
}
# Compiled when the package is built; git knows only their sources.
CATALOGUES = {
    path.relative_to(REPOSITORY / "src").with_suffix(".mo").as_posix()
    for path in (REPOSITORY / "src").glob("*/locale/*/LC_MESSAGES/*.po")
}


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both distributions, built as a release is: the wheel out of the sdist."""
    folder = tmp_path_factory.mktemp("dist")
    for project in (REPOSITORY, REPOSITORY / "adapters_reference"):
        python("-m", "build", "--no-isolation", "--outdir", str(folder), str(project))
    return folder


def python(*args: str) -> str:
    done = subprocess.run(
        [sys.executable, *args],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


def wheel(dist: Path, name: str) -> Path:
    (path,) = dist.glob(f"{name}-*.whl")
    return path


def test_wheel_holds_code_types_and_scenarios(dist: Path) -> None:
    """Whoever installs the wheel can run every scenario that an analyst reads at the root."""
    names = set(zipfile.ZipFile(wheel(dist, "utility_eservices")).namelist())

    assert FEATURES
    assert names >= {f"utility_eservices/{feature}" for feature in FEATURES}
    assert "utility_eservices/py.typed" in names
    assert "utility_eservices-0.1.0.dist-info/licenses/LICENSE" in names


def test_wheel_and_sdist_hold_compiled_catalogues(dist: Path) -> None:
    """Every language is there without a compiler, and the sdist has the sources, too."""
    (path,) = dist.glob("utility_eservices-*.tar.gz")
    with tarfile.open(path) as archive:
        packed = {name.partition("/")[2] for name in archive.getnames()}
    installed = set(zipfile.ZipFile(wheel(dist, "utility_eservices")).namelist())

    assert {name.split("/")[2] for name in CATALOGUES} == {"en", "ru"}
    assert installed >= CATALOGUES
    assert packed >= {f"src/{name}" for name in CATALOGUES}
    assert packed >= {f"src/{name[:-3]}.po" for name in CATALOGUES}
    assert "hatch_build.py" in packed


def test_adapters_wheel_holds_code_and_types(dist: Path) -> None:
    """The plugins are a distribution of their own, and typed too."""
    names = set(zipfile.ZipFile(wheel(dist, "utility_eservices_adapters")).namelist())

    assert "utility_eservices_adapters/__init__.py" in names
    assert "utility_eservices_adapters/py.typed" in names
    assert "utility_eservices_adapters-0.1.0.dist-info/licenses/LICENSE" in names


def test_sdist_holds_what_a_build_needs(dist: Path) -> None:
    """The wheel was built out of it; the licence and the scenarios must be there to read."""
    (path,) = dist.glob("utility_eservices-*.tar.gz")
    with tarfile.open(path) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}

    assert names >= FEATURES
    assert names >= {"LICENSE", "pyproject.toml", "src/utility_eservices/py.typed"}


@pytest.fixture(scope="module")
def target(dist: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A folder into which both wheels are installed."""
    wheels = (wheel(dist, "utility_eservices"), wheel(dist, "utility_eservices_adapters"))
    folder = str(tmp_path_factory.mktemp("target"))
    python("-m", "pip", "install", "--no-deps", "--no-index", "--target", folder, *map(str, wheels))
    return folder


def test_installed_wheel_speaks_every_language(target: str) -> None:
    """What the command line, the library and a service say is there in English and Russian."""
    spoken = python(
        "-I",
        "-c",
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "import utility_eservices; print(utility_eservices.__file__)\n"
        "from utility_eservices import Desk\n"
        "from utility_eservices.cli import main\n"
        "from utility_eservices.errors import CaseNotFound\n"
        "for tag in ('en', 'ru'):\n"
        "    desk = Desk(['simulator'], language=tag)\n"
        "    print(desk.say(CaseNotFound()))\n"
        "    print(desk.words('debt_investigation').text('Davam et'))\n"
        "    main(['nothing', '--language', tag])\n",
        target,
    ).splitlines()

    assert Path(spoken[0]).is_relative_to(target)
    assert spoken[1:] == [
        "No such request was found.",
        "Continue",
        "eservices: there is no command called “nothing”; see: eservices --help",
        "Такое обращение не найдено.",
        "Продолжить",
        "eservices: команды «nothing» нет; см.: eservices --help",
    ]


def test_installed_wheels_import_and_announce_their_plugins(target: str) -> None:
    """What was built works without the repository beside it."""
    found = python(
        "-I",
        "-c",
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "import utility_eservices as a, utility_eservices_adapters as b\n"
        "from importlib.metadata import distribution\n"
        "from importlib.resources import files\n"
        "print(a.__file__, b.__file__, sep='\\n')\n"
        "for name in ('utility-eservices', 'utility-eservices-adapters'):\n"
        "    points = distribution(name).entry_points\n"
        "    print(*(it.name for it in points if it.group.startswith('utility_eservices')))\n"
        "print(*sorted(path.name for path in (files(a) / 'features').iterdir()))\n",
        target,
    ).splitlines()

    assert Path(found[0]).is_relative_to(target)
    assert Path(found[1]).is_relative_to(target)
    assert "simulator" in found[2].split()
    assert "folder" in found[3].split()
    assert set(found[4].split()) == {feature.split("/")[1] for feature in FEATURES}
