"""The plugin that writes notices into a folder."""

import doctest
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from itertools import repeat
from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utility_eservices import Desk
from utility_eservices.errors import InvalidValue, PortRefused, PortUnavailable
from utility_eservices.ports.notification import Letter, Notification
from utility_eservices.simulator.city import City
from utility_eservices.simulator.plugin import SimulatorPlugin
from utility_eservices.vocabulary.contact import Email
from utility_eservices.vocabulary.language import Phrase
from utility_eservices_adapters import folder as module
from utility_eservices_adapters.folder import FOLDER, FolderConfig, FolderNotification, FolderPlugin

README = Path(__file__).parents[2] / "adapters_reference" / "README.md"

ADDRESS = "aysel@example.com"
NUMBER = "+994501234567"
TEXT = "Müraciətiniz qeydiyyata alındı. Göstərici: İı, Şş, Ğğ, Üü, Öö, Çç.\nSağ olun."
EMAIL = Letter(ADDRESS, "Müraciət qeydiyyata alındı", TEXT)
SMS = Letter(NUMBER, "", TEXT)


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    return tmp_path / "letters"


def serving(folder: Path, medium: str = "email") -> FolderNotification:
    offered = FolderPlugin(folder).eservices_notification(medium)
    assert offered is not None
    return offered


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def text_of(message: EmailMessage) -> str:
    return "\n".join(message.get_content().splitlines())


def read(folder: Path) -> EmailMessage:
    (path,) = folder.glob("*.eml")
    message = message_from_bytes(path.read_bytes(), policy=default)
    assert isinstance(message, EmailMessage)
    assert not message.defects
    return message


def test_both_media_and_no_other(letters: Path) -> None:
    """E-mail and SMS are served by an object that fits the port; anything else is left alone."""
    email: Notification = serving(letters, "email")
    sms: Notification = serving(letters, "sms")
    assert email != sms
    assert FolderPlugin(letters).eservices_notification("portal") is None


def test_an_email_reads_as_it_was_written(letters: Path) -> None:
    """Any mail program finds address, subject and text, to the letter, and whom it is from."""
    serving(letters).send(EMAIL, "AS-1/0/notice.registered.email")
    message = read(letters)
    assert [item.addr_spec for item in message["To"].addresses] == [ADDRESS]
    assert message["Subject"] == EMAIL.subject
    assert message["From"].addresses[0].display_name == "E-xidmətlər"
    assert message["Content-Language"] == "az"
    assert message.get_content_type() == "text/plain"
    assert text_of(message) == TEXT


def test_an_email_is_known_by_its_key(letters: Path) -> None:
    """Whoever gets the same letter from two folders sees that it is one."""
    ids = []
    for number, key in enumerate(("key", "key", "another key")):
        folder = letters.with_name(f"letters {number}")
        serving(folder).send(EMAIL, key)
        ids.append(read(folder)["Message-ID"])
    assert ids[0] == ids[1] != ids[2]


def test_an_email_is_readable_without_a_mail_program(letters: Path) -> None:
    """Whoever opens the file in an editor can read the text."""
    serving(letters).send(EMAIL, "key")
    (path,) = letters.iterdir()
    assert TEXT.splitlines()[0] in path.read_bytes().decode()


@pytest.mark.parametrize(
    ("subject", "said"),
    [
        ("Səbəb: sayğac\r\nBcc: all@example.com", "Səbəb: sayğac Bcc: all@example.com"),
        ("ə" * 300, "ə" * 300),
        ("", ""),
    ],
)
def test_a_subject_is_one_header(letters: Path, subject: str, said: str) -> None:
    """Whatever an officer stated, it cannot become a header of its own, and is not cut."""
    serving(letters).send(Letter(ADDRESS, subject, TEXT), "key")
    message = read(letters)
    assert message["Subject"] == said
    assert message["Bcc"] is None
    assert text_of(message) == TEXT


def test_long_lines_stay_within_what_servers_take(letters: Path) -> None:
    """No line of the file is longer than 998 bytes, and the text comes back whole."""
    text = "ə" * 5000
    serving(letters).send(Letter(ADDRESS, "Uzun", text), "key")
    (path,) = letters.iterdir()
    assert max(map(len, path.read_bytes().split(b"\r\n"))) <= 998
    assert text_of(read(letters)) == text


def test_an_sms_is_number_and_text(letters: Path) -> None:
    """The first line says where to, the text follows after an empty one."""
    serving(letters, "sms").send(SMS, "key")
    (path,) = letters.glob("*.txt")
    assert path.read_text("utf-8") == f"{NUMBER}\n\n{TEXT}\n"


@pytest.mark.parametrize("medium", ["email", "sms"])
def test_the_same_key_is_one_file_with_the_first_letter(letters: Path, medium: str) -> None:
    """A second call with a key, also by another desk, changes nothing; another key is another."""
    first = Letter({"email": ADDRESS, "sms": NUMBER}[medium], "", "birinci")
    second = Letter(first.address, "", "ikinci")
    serving(letters, medium).send(first, "key")
    (path,) = letters.iterdir()
    content = path.read_bytes()
    serving(letters, medium).send(second, "key")
    assert [path.read_bytes() for path in letters.iterdir()] == [content]
    serving(letters, medium).send(second, "another key")
    assert len(files(letters)) == 2


def test_media_do_not_take_each_others_keys(letters: Path) -> None:
    """The same key by e-mail and by SMS are two letters."""
    serving(letters, "email").send(EMAIL, "key")
    serving(letters, "sms").send(SMS, "key")
    assert len(files(letters)) == 2


def send_all(folder: Path, worker: int) -> None:
    for number in range(20):
        serving(folder).send(Letter(ADDRESS, "", f"{worker}"), f"key {number}")


def test_threads_share_a_folder(letters: Path) -> None:
    """Many threads with the same keys leave one whole letter for each, and nothing else."""
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(send_all, repeat(letters), range(8)))
    assert len(files(letters)) == 20
    assert {Path(name).suffix for name in files(letters)} == {".eml"}


def test_processes_share_a_folder(letters: Path) -> None:
    """Many processes with the same keys leave one whole letter for each, and nothing else."""
    # Not forked: the test process may have threads.
    with ProcessPoolExecutor(3, mp_context=get_context("spawn")) as pool:
        list(pool.map(send_all, repeat(letters), range(3)))
    assert len(files(letters)) == 20
    assert {Path(name).suffix for name in files(letters)} == {".eml"}


def test_only_the_owner_reads(letters: Path) -> None:
    """Folder and files are closed to everybody else, whatever the process's umask."""
    script = (
        "import os, sys; os.umask(0)\n"
        "from utility_eservices_adapters.folder import FolderPlugin, Letter\n"
        "port = FolderPlugin(sys.argv[1]).eservices_notification('email')\n"
        f"port.send(Letter('{ADDRESS}', '', ''), 'key')"
    )
    subprocess.run([sys.executable, "-c", script, letters], check=True)
    (path,) = letters.iterdir()
    assert letters.stat().st_mode & 0o777 == 0o700
    assert path.stat().st_mode & 0o777 == 0o600


HOSTILE_KEYS = ["../outside", "/etc/key", "a/b\\c", "", "\0", "ə" * 5000, NUMBER]


@pytest.mark.parametrize("key", HOSTILE_KEYS)
def test_names_are_safe_and_tell_nothing(letters: Path, key: str) -> None:
    """Whatever the key is, the name is short, plain, in the folder, and holds nothing of it."""
    serving(letters).send(EMAIL, key)
    (name,) = files(letters)
    stem, _, ending = name.partition(".")
    assert ending == "eml"
    assert len(stem) == 64
    assert int(stem, 16)
    assert files(letters.parent) == ["letters"]


@pytest.mark.parametrize(
    ("medium", "address"),
    [
        ("email", NUMBER),
        ("email", "aysel@example.com, all@example.com"),
        ("email", "aysel@example.com\r\nBcc: all@example.com"),
        ("email", "aysel@["),
        ("email", "(x)aysel@example.com"),
        ("email", ""),
        ("sms", ADDRESS),
        ("sms", "050 123 45 67"),
        ("sms", f"{NUMBER}\n"),
        ("sms", ""),
    ],
)
def test_an_address_of_another_kind_is_refused(letters: Path, medium: str, address: str) -> None:
    """It is a clear no, told without the address, and leaves nothing behind."""
    with pytest.raises(PortRefused) as caught:
        serving(letters, medium).send(Letter(address, "", TEXT), "key")
    assert str(caught.value) == str(PortRefused())
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__
    assert files(letters) == []


@pytest.mark.parametrize("medium", ["email", "sms"])
def test_half_characters_are_refused(letters: Path, medium: str) -> None:
    """A text that cannot be written in UTF-8 is a clear no, and leaves nothing behind."""
    address = {"email": ADDRESS, "sms": NUMBER}[medium]
    with pytest.raises(PortRefused):
        serving(letters, medium).send(Letter(address, "", "Sayğac \ud83d"), "key")
    assert files(letters) == []


PRINTABLE = st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), min_size=1, max_size=4)


@given(st.builds("{}@{}{}".format, PRINTABLE, PRINTABLE, st.sampled_from(["", ".az"])))
def test_an_address_is_taken_as_it_is_or_refused(address: str) -> None:
    """No address goes into the header as another one, and none breaks the standard library."""
    (ending, written) = module._MEDIA["email"]
    try:
        content = written(Letter(address, "", ""), "name")
    except (InvalidValue, ValueError):
        return
    message = message_from_bytes(content, policy=default)
    assert ending == ".eml"
    assert [item.addr_spec for item in message["To"].addresses] == [Email.parse(address).value]


# --- in a desk ----------------------------------------------------------------------------------


def notification(desk: Desk) -> dict[str, tuple[str, Phrase | None]]:
    """Who serves each medium, and the advice they give."""
    return {
        item.scope: (item.plugin.partition("-")[0], item.advice)
        for item in desk.check()
        if item.port == "notification"
    }


def test_a_desk_takes_the_folder_as_an_object(letters: Path) -> None:
    """Beside a simulator that leaves the port to it, it serves both media."""
    simulator = SimulatorPlugin(City(), leave_out=("notification",))
    served = notification(Desk([simulator, FolderPlugin(letters)]))
    assert served == {"email": ("FolderPlugin", None), "sms": ("FolderPlugin", None)}


def test_a_desk_takes_the_folder_by_name(letters: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The installed plugin is called `folder` and reads the environment."""
    monkeypatch.setenv(FOLDER, str(letters))
    simulator = SimulatorPlugin(City(), leave_out=("notification",))
    assert notification(Desk([simulator, "folder"])) == {
        "email": ("folder", None),
        "sms": ("folder", None),
    }


# --- when the folder fails ----------------------------------------------------------------------


def gone(folder: Path) -> None:
    folder.rmdir()


def a_file(folder: Path) -> None:
    folder.rmdir()
    folder.write_bytes(b"")


@pytest.mark.parametrize("spoil", [gone, a_file])
def test_a_lost_folder_is_told(letters: Path, spoil: Callable[[Path], None]) -> None:
    """The letter may be tried again later, the check says what to do; no folder is made anew."""
    port = serving(letters)
    assert port.check() is None
    spoil(letters)
    with pytest.raises(PortUnavailable) as caught:
        port.send(EMAIL, "key")
    advice = port.check()
    assert isinstance(caught.value.__cause__, OSError)
    assert advice is not None
    assert advice.startswith(f"Make {letters} a folder that this process can write to (")
    assert not letters.is_dir()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    """Only the last part of the path is made: a misspelt path is advice, not a new tree."""
    port = serving(tmp_path / "misspelt" / "letters")
    assert port.check() is not None
    assert files(tmp_path) == []


def test_a_check_leaves_nothing_behind(letters: Path) -> None:
    """Checking writes no letter."""
    assert serving(letters).check() is None
    assert files(letters) == []


def test_a_full_disk_leaves_no_half_letter(letters: Path) -> None:
    """When the text does not fit any more, there is no file at all, and the key can come again."""
    script = (
        "import sys, resource\n"
        "from utility_eservices.errors import PortUnavailable\n"
        "from utility_eservices_adapters.folder import FolderPlugin, Letter\n"
        "port = FolderPlugin(sys.argv[1]).eservices_notification('sms')\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (50, resource.RLIM_INFINITY))\n"
        f"letter = Letter('{NUMBER}', '', 'a' * 100)\n"
        "try: port.send(letter, 'key')\n"
        "except PortUnavailable as error: print(type(error.__cause__).__name__)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, letters], capture_output=True, text=True, check=True
    )
    assert done.stdout == "OSError\n"
    assert files(letters) == []
    serving(letters, "sms").send(SMS, "key")
    assert len(files(letters)) == 1


def test_a_crash_leaves_no_half_letter(letters: Path) -> None:
    """A process that dies before a letter is written leaves none, and the key can come again."""
    script = (
        "import os, sys\n"
        "from utility_eservices_adapters.folder import FolderPlugin, Letter\n"
        "port = FolderPlugin(sys.argv[1]).eservices_notification('email')\n"
        "os.fsync = lambda descriptor: os._exit(9)\n"
        f"port.send(Letter('{ADDRESS}', '', ''), 'key')\n"
    )
    done = subprocess.run([sys.executable, "-c", script, letters], check=False)
    assert done.returncode == 9
    assert [name for name in files(letters) if not name.startswith(".unfinished-")] == []
    serving(letters).send(EMAIL, "key")
    assert read(letters)["Subject"] == EMAIL.subject


# --- settings -----------------------------------------------------------------------------------


def test_the_environment_names_the_folder(letters: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The installed plugin writes where ESERVICES_FOLDER says."""
    monkeypatch.setenv(FOLDER, str(letters))
    port = module.eservices_notification("email")
    assert port is not None
    assert port.check() is None
    port.send(EMAIL, "key")
    assert len(files(letters)) == 1


@pytest.mark.parametrize("environment", [{}, {FOLDER: ""}])
def test_without_a_folder_the_plugin_says_what_to_set(environment: dict[str, str]) -> None:
    """A desk still opens; the check names the variable, and no letter counts as sent."""
    port = FolderNotification(FolderConfig.from_environment(environment), *module._MEDIA["email"])
    assert port.check() == "Set ESERVICES_FOLDER to the path of a folder for the letters."
    with pytest.raises(PortUnavailable):
        port.send(EMAIL, "key")


def test_a_relative_folder_stays_where_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process that changes its working directory goes on writing into the same folder."""
    monkeypatch.chdir(tmp_path)
    port = serving(Path("letters"))
    monkeypatch.chdir("/")
    port.send(EMAIL, "key")
    assert len(files(tmp_path / "letters")) == 1


def test_nothing_personal_in_a_repr(letters: Path) -> None:
    """Plugin, configuration and object can be logged."""
    port = serving(letters)
    port.send(EMAIL, "key")
    assert repr(port) == f"FolderNotification(config={port.config!r}, ending='.eml')"


def test_the_readme_is_true() -> None:
    """Every example in the distribution's README does what it says."""
    found = doctest.testfile(str(README), module_relative=False, optionflags=doctest.ELLIPSIS)
    assert found.attempted
    assert not found.failed


@pytest.mark.parametrize(
    "subject",
    [
        "=?utf-8?q?=0ABcc:_evil=40example.com?=",
        "Salam\r\nBcc: evil@example.com",
        "Salam\x00\x1b[31m",
    ],
)
def test_a_subject_begins_no_other_header(letters: Path, subject: str) -> None:
    """Neither a line break nor what decodes to one: the letter has one subject and no more."""
    port = FolderPlugin(letters).eservices_notification("email")
    assert port is not None
    port.send(Letter("aysel@example.com", subject, "Salam"), "key")
    (file,) = letters.glob("*.eml")
    message = message_from_bytes(file.read_bytes(), policy=default)
    assert message["Bcc"] is None
    assert message["Subject"].isprintable()
