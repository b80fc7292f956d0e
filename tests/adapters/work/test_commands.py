"""The commands of background work, as an operator gives them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from tests.adapters.work.conftest import Site

from utility_eservices_adapters.cli import main
from utility_eservices_adapters.sql.audit import newest_head
from utility_eservices_adapters.sql.shared import shared

Answer = CompletedProcess[str]
Call = Callable[..., Answer]


@pytest.fixture
def command(
    site: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Call:
    """Calls `main` where the site's plugin is installed and set up."""
    monkeypatch.syspath_prepend(str(site.packages))
    for name, value in site.environment.items():
        monkeypatch.setenv(name, value)

    def call(*words: str) -> Answer:
        code = main(words)
        shared().close()
        return Answer(words, code, *capsys.readouterr())

    return call


def refused(site: Site) -> str:
    """The key of an effect that failed for good."""
    (site.folder.path / "refusing").touch()
    key = site.call()
    site.desk.perform_due()
    (site.folder.path / "refusing").unlink()
    assert site.failed()
    return key


def test_a_worker_can_do_it_once(site: Site, command: Call) -> None:
    """What is due is performed, every chore done; then the command ends."""
    keys = [site.call(), site.call()]
    assert command("worker", "--once").returncode == 0
    assert site.done() == keys
    assert newest_head(site.database) is not None


def test_once_without_a_database(site: Site, command: Call) -> None:
    """Whoever waits for it learns that nothing could be done, and it is done the next time."""
    key = site.call()
    with site.place.switched_off(site.database):
        answer = command("worker", "--once")
    assert answer.returncode == 2
    assert "əlçatan deyil" in answer.stderr
    assert command("worker", "--once").returncode == 0
    assert site.done() == [key]


def test_nothing_failed(command: Call) -> None:
    """A list of nothing says so."""
    assert command("effects", "failed").stdout == "Baş tutmamış əməliyyat yoxdur.\n"


def test_what_failed_is_listed_and_done_again(site: Site, command: Call) -> None:
    """With what it is, why it failed and since when; no person is named."""
    key = refused(site)
    listed = command("effects", "failed").stdout
    header, _, row = listed.splitlines()
    assert re.split(" {2,}", header.strip()) == [
        "Açar",
        "Nə",
        "Xidmət",
        "Cəhd",
        "Səbəb",
        "Nə vaxtdan",
    ]
    since = site.desk.words().said(site.failed()[0].due)
    cells = [key, "Ustanın gəlişi", "call_out", "1", "port_refused", since]
    assert re.split(" {2,}", row.strip()) == cells
    assert command("effects", "again", key).stdout == "Yenidən növbəyə qoyuldu: 1\n"
    assert command("worker", "--once").returncode == 0
    assert site.done() == [key]
    assert command("effects", "failed").stdout == "Baş tutmamış əməliyyat yoxdur.\n"


def test_all_that_failed_is_done_again(site: Site, command: Call) -> None:
    """By one word."""
    keys = [refused(site), refused(site)]
    assert command("effects", "again", "--all").stdout == "Yenidən növbəyə qoyuldu: 2\n"
    assert command("worker", "--once").returncode == 0
    assert site.done() == keys


def test_what_cannot_be_done_again_is_named(site: Site, command: Call) -> None:
    """Each with its reason; the others are done, and the exit code tells."""
    key = refused(site)
    answer = command("effects", "again", "AZS-2026-999999/0/visit", key)
    assert answer.returncode == 1
    assert answer.stdout == "Yenidən növbəyə qoyuldu: 1\n"
    assert answer.stderr == "AZS-2026-999999/0/visit: Burada belə iş yoxdur.\n"


def test_what_is_under_way_is_not_done_again(site: Site, command: Call) -> None:
    """It is said to be no failure, not to have been altered by somebody else."""
    key = refused(site)
    assert command("effects", "again", key).returncode == 0
    answer = command("effects", "again", key)
    assert answer.returncode == 1
    assert answer.stderr.startswith(f"{key}: növbədədir, artıq görülüb")


def test_what_failed_is_not_known_without_tables(
    site: Site, command: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Whoever asks too early is told what to do first."""
    monkeypatch.setenv("ESERVICES_DATABASE_URL", f"sqlite:///{tmp_path}/empty.db")
    for words in (("failed",), ("again", "--all")):
        answer = command("effects", *words)
        assert answer.returncode == 2
        assert "eservices-adapters db upgrade" in answer.stderr


@pytest.mark.parametrize("words", [(), ("--all", "AZS-2026-000001/0/visit")], ids=["none", "both"])
def test_keys_or_all(command: Call, words: tuple[str, ...]) -> None:
    """One of the two has to be said."""
    answer = command("effects", "again", *words)
    assert answer.returncode == 2
    assert "--all" in answer.stderr


def test_effects_of_services_that_are_not_offered(
    site: Site, command: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are listed by their own names, and are for another desk to do again."""
    key = refused(site)
    monkeypatch.setenv("ESERVICES_SERVICES", "debt_investigation")
    assert key in command("effects", "failed").stdout
    assert command("effects", "again", key).returncode == 1


@pytest.mark.parametrize(("plugins", "lacking"), [("system", "case_store"), ("sql-store", "clock")])
def test_a_worker_that_could_do_nothing_does_not_begin(
    command: Call, monkeypatch: pytest.MonkeyPatch, plugins: str, lacking: str
) -> None:
    """Without a clock or a store it says so, instead of finding it out for ever."""
    monkeypatch.setenv("ESERVICES_PLUGINS", plugins)
    answer = command("worker")
    assert answer.returncode == 2
    assert f"“{lacking}” portunu heç bir qoşma təmin etmir" in answer.stderr


def test_plugins_have_to_be_named(command: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """A command without them says where."""
    monkeypatch.delenv("ESERVICES_PLUGINS")
    answer = command("worker", "--once")
    assert answer.returncode == 2
    assert "ESERVICES_PLUGINS" in answer.stderr


def test_one_file_says_everything(
    site: Site, command: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Plugins and services at its top, settings in its tables, as for the core's commands."""
    file = site.packages / "portal.toml"
    file.write_text(
        'plugins = ["system", "call-out"]\nservices = ["call_out"]\n'
        f'[database]\nurl = "{site.environment["ESERVICES_DATABASE_URL"]}"\n'
        "[work]\npause = 0.1\n",
        "utf-8",
    )
    monkeypatch.setenv("ESERVICES_SETTINGS", str(file))
    for name in ("PLUGINS", "SERVICES", "DATABASE_URL", "WORK_PAUSE"):
        monkeypatch.delenv(f"ESERVICES_{name}")
    key = site.call()
    assert command("worker", "--once").returncode == 0
    assert site.done() == [key]


def test_a_list_that_is_none(site: Site, command: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands at the top of the file has to be names."""
    file = site.packages / "portal.toml"
    file.write_text('plugins = "system"\n', "utf-8")
    monkeypatch.setenv("ESERVICES_SETTINGS", str(file))
    monkeypatch.delenv("ESERVICES_PLUGINS")
    assert "list of names" in command("worker", "--once").stderr
