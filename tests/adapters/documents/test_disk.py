from __future__ import annotations

import errno
import logging
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

from utility_eservices import Desk
from utility_eservices.desk.plugins import Health
from utility_eservices.errors import PortUnavailable
from utility_eservices.simulator.city import City
from utility_eservices.simulator.plugin import SimulatorPlugin
from utility_eservices.vocabulary.document import EXAMPLE_DOCUMENT, EXAMPLE_PHOTO, Document, Upload
from utility_eservices_adapters.documents import disk
from utility_eservices_adapters.documents.checks import Limits, Reception
from utility_eservices_adapters.documents.disk import DiskDocuments, DiskPlugin

PHOTO = Upload("aysel-5XJ1K2A.png", EXAMPLE_PHOTO.content)
PNG, PDF = "image/png", "application/pdf"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "sənədlər və şəkillər"


@pytest.fixture
def store(folder: Path) -> DiskDocuments:
    return DiskPlugin(folder).eservices_documents()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def the_file(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


# --- what lies in the folder --------------------------------------------------------------------


def test_a_name_tells_nothing_of_who_handed_it_in(store: DiskDocuments, folder: Path) -> None:
    """A file is called after chance and its own content."""
    document = store.keep(PHOTO, PNG)
    assert names(folder) == [f"{document.id}-{document.sha256}"]
    assert len(document.id) == 32
    assert int(document.id, 16)


def test_only_the_owner_reads(folder: Path) -> None:
    """Folder and files are closed to everybody else, whatever the process's umask."""
    script = (
        "import os, sys; os.umask(0)\n"
        "from utility_eservices_adapters.documents.disk import DiskPlugin\n"
        "from utility_eservices.vocabulary.document import EXAMPLE_PHOTO\n"
        "DiskPlugin(sys.argv[1]).eservices_documents().keep(EXAMPLE_PHOTO, 'image/png')"
    )
    subprocess.run([sys.executable, "-c", script, folder], check=True)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert the_file(folder).stat().st_mode & 0o777 == 0o600


def test_the_media_type_that_comes_along_is_not_believed(store: DiskDocuments) -> None:
    """A document says what its content is."""
    assert store.keep(EXAMPLE_DOCUMENT, "text/html").media_type == PDF


def test_a_relative_folder_stays_where_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process that changes its working directory goes on with the same folder."""
    monkeypatch.chdir(tmp_path)
    store = DiskPlugin("documents").eservices_documents()
    monkeypatch.chdir("/")
    store.keep(PHOTO, PNG)
    assert len(names(tmp_path / "documents")) == 1


# --- what is handed out -------------------------------------------------------------------------


def other_content(path: Path) -> None:
    path.write_bytes(EXAMPLE_PHOTO.content + b" ")


def longer(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b" ")


def shorter(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def empty(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize("alter", [other_content, longer, shorter, empty])
def test_an_altered_file_is_not_handed_out(
    store: DiskDocuments,
    folder: Path,
    alter: Callable[[Path], None],
    caplog: pytest.LogCaptureFixture,
) -> None:
    """What was kept is gone, so it is none; the log names the document and nobody."""
    document = store.keep(PHOTO, PNG)
    alter(the_file(folder))
    assert store.open(document) is None
    (record,) = caplog.records
    assert record.levelno == logging.ERROR
    told = f"The document {document.id} was altered where it is kept; not handed out"
    assert record.getMessage() == told


def test_a_file_that_was_deleted_is_none(store: DiskDocuments, folder: Path) -> None:
    """As long as others are there."""
    first, second = store.keep(PHOTO, PNG), store.keep(PHOTO, PNG)
    (folder / f"{first.id}-{first.sha256}").unlink()
    assert store.open(first) is None
    assert store.open(second) is not None


@pytest.mark.parametrize("digest", ["", "0" * 64, "../" * 20, "0" * 63 + "/"])
def test_a_document_with_another_digest_is_none(store: DiskDocuments, digest: str) -> None:
    """A record that was altered opens nothing, least of all a file elsewhere."""
    document = store.keep(PHOTO, PNG)
    assert store.open(attrs.evolve(document, sha256=digest)) is None


def test_a_file_that_cannot_be_read_is_not_gone(store: DiskDocuments, folder: Path) -> None:
    """A disk that does not give a file away may do so later."""
    document = store.keep(PHOTO, PNG)
    path = the_file(folder)
    path.unlink()
    path.mkdir()
    with pytest.raises(PortUnavailable):
        store.open(document)


# --- when the disk fails ------------------------------------------------------------------------


def test_a_disk_that_is_not_mounted_is_told(store: DiskDocuments, folder: Path) -> None:
    """An empty folder in the place of the store has lost no document."""
    document = store.keep(PHOTO, PNG)
    mounted = folder.rename(folder.with_name("mounted"))
    folder.mkdir()
    with pytest.raises(PortUnavailable):
        store.open(document)
    folder.rmdir()
    mounted.rename(folder)
    assert store.open(document) is not None


def gone(folder: Path) -> None:
    folder.rmdir()


def a_file(folder: Path) -> None:
    folder.rmdir()
    folder.write_bytes(b"")


@pytest.mark.parametrize("spoil", [gone, a_file])
def test_a_lost_folder_is_told(
    store: DiskDocuments, folder: Path, spoil: Callable[[Path], None]
) -> None:
    """Nothing passes for kept, the check says what to do, and no folder is made anew."""
    assert store.check() is None
    spoil(folder)
    with pytest.raises(PortUnavailable) as caught:
        store.keep(PHOTO, PNG)
    assert isinstance(caught.value.__cause__, OSError)
    assert str(store.check()).startswith(f"Make {folder} a folder that this process can write to (")
    assert not folder.is_dir()


KEEPING = (
    "import errno, sys\n"
    "from pathlib import Path\n"
    "from utility_eservices.errors import PortUnavailable\n"
    "from utility_eservices.vocabulary.document import EXAMPLE_DOCUMENT, Upload\n"
    "from utility_eservices_adapters.documents import checks, disk\n"
    "folder = Path(sys.argv[1])\n"
    "store = disk.DiskPlugin(folder).eservices_documents()\n"
    "small = EXAMPLE_DOCUMENT\n"
    "large = Upload('', b'%PDF-1.4\\n%' + b' ' * 500_000 + b'\\n%%EOF\\n')\n"
    "checks.sound = lambda content, *_: content\n"  # the disk is what is tried
)
SAYING = (
    "try: store.keep(large, '')\n"
    "except PortUnavailable as error: print(errno.errorcode[error.__cause__.errno])\n"
    "print(len(list(folder.iterdir())))\n"
    "print(store.open(first) is not None)\n"
    "print(store.keep(small, '').size)\n"
)


def test_a_full_disk_leaves_no_half_file(tmp_path: Path) -> None:
    """What is kept remains, what does not fit leaves nothing, and what fits is kept again.

    Real: a file system of 256 kilobytes in memory, in a namespace of the test's own, and its
    ENOSPC. Where the kernel lets nobody have one, the disk is a real one and the process may
    not write longer files, which ends in EFBIG in the same place.
    """
    keeping = "first = store.keep(small, '')\n" + SAYING
    mounting = 'mount -t tmpfs -o size=256k tmpfs "$1" && exec "$2" -c "$3" "$1/documents"'
    for namespace in (["--user", "--map-root-user", "--mount"], ["--mount"]):
        command = ["unshare", *namespace, "sh", "-c", mounting, "sh"]
        tried = subprocess.run([*command, tmp_path, "true", ""], capture_output=True, check=False)
        if tried.returncode == 0:
            break
    arguments: list[str | Path] = [tmp_path, sys.executable, KEEPING + keeping]
    expected = "ENOSPC"
    if tried.returncode:
        limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (256_000,) * 2)\n"
        command, expected = [sys.executable, "-c", KEEPING + limit + keeping], "EFBIG"
        arguments = [tmp_path / "documents"]
    done = subprocess.run([*command, *arguments], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [expected, "1", "True", str(len(EXAMPLE_DOCUMENT.content))]


@pytest.mark.parametrize("code", ["ENOSPC", "EDQUOT", "EIO"])
def test_a_disk_that_fails_at_the_end_leaves_no_half_file(
    store: DiskDocuments, folder: Path, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    """Some disks say only at the end that there is no room, or that the writing failed.

    Not real: the call that makes sure of it is told to fail; what follows is.
    """
    first = store.keep(PHOTO, PNG)

    def fails(_: int) -> None:
        raise OSError(getattr(errno, code), "")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", fails)
        with pytest.raises(PortUnavailable):
            store.keep(PHOTO, PNG)
        assert store.check()
    assert names(folder) == [f"{first.id}-{first.sha256}"]
    assert store.check() is None


def test_a_process_that_dies_leaves_no_half_file(folder: Path) -> None:
    """Killed before a file is whole, it leaves a hidden one that is nobody's document."""
    killing = (
        "import os, signal\n"
        "os.fsync = lambda descriptor: os.kill(os.getpid(), signal.SIGKILL)\n"
        "store.keep(small, '')\n"
    )
    done = subprocess.run([sys.executable, "-c", KEEPING + killing, folder], check=False)
    assert done.returncode == -9
    assert [name for name in names(folder) if not name.startswith(".unfinished-")] == []
    store = DiskPlugin(folder).eservices_documents()
    assert store.open(store.keep(PHOTO, PNG)) is not None


def test_the_check_tells_before_the_disk_is_full(folder: Path) -> None:
    """An operator hears of it while documents are still kept."""
    free = shutil.disk_usage(folder.parent).free
    store = DiskPlugin(folder, Reception(Limits(longest=free // 10))).eservices_documents()
    assert store.check() == (f"Make room for {folder}: the disk takes fewer than 20 large files.")
    assert store.open(store.keep(PHOTO, PNG)) is not None


def test_a_check_leaves_nothing_behind(store: DiskDocuments, folder: Path) -> None:
    """Checking keeps no document."""
    assert store.check() is None
    assert names(folder) == []


# --- settings and desk --------------------------------------------------------------------------


def test_the_settings_name_folder_limits_and_scanner(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The installed plugin keeps where they say, no more than they say, nothing unscanned."""
    settings = tmp_path / "settings.toml"
    settings.write_text("[documents]\nlongest = 67\n", "utf-8")
    monkeypatch.setenv("ESERVICES_SETTINGS", str(settings))
    monkeypatch.setenv("ESERVICES_DOCUMENTS_DISK_FOLDER", str(folder))
    store = disk.eservices_documents()
    assert isinstance(store, DiskDocuments)
    assert store.reception == Reception(Limits(longest=67), None)
    assert store.open(store.keep(PHOTO, PNG)) is not None
    monkeypatch.setenv("ESERVICES_CLAMAV_SOCKET", str(tmp_path / "nobody.ctl"))
    with pytest.raises(PortUnavailable):
        disk.eservices_documents().keep(PHOTO, PNG)
    assert len(names(folder)) == 1


@pytest.mark.parametrize(
    ("name", "value", "advice"),
    [
        ("DOCUMENTS_DISK_FOLDER", "", "Set ESERVICES_DOCUMENTS_DISK_FOLDER."),
        ("DOCUMENTS_LONGEST", "much", "Make ESERVICES_DOCUMENTS_LONGEST a whole number."),
        ("CLAMAV_PORT", "ə", "Make ESERVICES_CLAMAV_PORT a whole number."),
    ],
)
def test_settings_that_do_not_do_keep_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str, advice: str
) -> None:
    """A desk still opens; the check says what to set, and nothing passes for kept."""
    monkeypatch.setenv("ESERVICES_DOCUMENTS_DISK_FOLDER", str(folder))
    monkeypatch.setenv(f"ESERVICES_{name}", value)
    store = disk.eservices_documents()
    with pytest.raises(PortUnavailable):
        store.keep(PHOTO, PNG)
    assert store.check() == advice  # type: ignore[attr-defined]  # a port need not have it


def test_a_desk_takes_the_store_as_an_object(folder: Path) -> None:
    """Beside a simulator that leaves the port to it, it keeps the desk's documents."""
    simulator = SimulatorPlugin(City(), leave_out=("documents",))
    found = [
        item for item in Desk([simulator, DiskPlugin(folder)]).check() if item.port == "documents"
    ]
    assert [item.health for item in found] == [Health.WELL]


def test_nothing_personal_in_a_repr(store: DiskDocuments) -> None:
    """Plugin, configuration and object can be logged, and so can what they give."""
    document = store.keep(PHOTO, PNG)
    assert "aysel" not in f"{store!r} {document!r} {store.open(document)!r}"
    assert isinstance(document, Document)
