"""Reference data from a file: what it says is kept whole, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.databases import Place

from utility_eservices.desk.catalogue import built_in_services
from utility_eservices.ports.reference import ReferenceItem
from utility_eservices.simulator.city import City
from utility_eservices_adapters.cli import main
from utility_eservices_adapters.sql.database import Database
from utility_eservices_adapters.sql.reference import (
    SqlReference,
    UtilityReference,
    kept,
    replace,
)
from utility_eservices_adapters.sql.reference_file import (
    ReferenceRefused,
    read,
    sample,
    written,
)

OTHER = UtilityReference({"card_types": (ReferenceItem("mir", "MİR “Ə”"),)}, {}, {"rule": True})


@pytest.fixture
def at(place: Place, monkeypatch: pytest.MonkeyPatch) -> Place:
    """The database that the command works on."""
    monkeypatch.setenv("ESERVICES_DATABASE_URL", place.config.url.value)
    return place


# --- the sample -----------------------------------------------------------------------------------


def test_the_sample_says_what_the_simulator_says() -> None:
    """Every unit, and every list that it names, so that features run alike on both."""
    loaded, city = read(sample()), City().reference
    for service in built_in_services():
        unit = loaded[service.utility.key].units.get(service.key)
        assert unit == city.unit_for(service.key)
    lists = {name: items for it in loaded.values() for name, items in it.lists.items()}
    assert lists.keys() == {"debt_investigation_reasons", "card_types", "azersu_units"}
    assert lists == {name: city.items(name) for name in lists}


def test_the_sample_leaves_every_rule_as_its_service_has_it() -> None:
    """All rules that can be set are there to be altered, and loading them alters nothing."""
    loaded = read(sample())
    rules = {(utility, *rule) for utility, it in loaded.items() for rule in it.rules.items()}
    assert rules == {
        (service.utility.key, switch.key, switch.default)
        for service in built_in_services()
        for switch in service.switches
    }


# --- the file -------------------------------------------------------------------------------------


def test_what_is_written_is_read_again() -> None:
    """Whatever is kept can be written into a file that says the same, also quotes and the like."""
    item = ReferenceItem("a.b", "“Ə” \\ \"İ\" # 'ı' = [x]")
    said = {
        **read(sample()),
        "other.utility": UtilityReference({"list.a": (item, ReferenceItem("b", "B")), "empty": ()}),
        "nothing": UtilityReference(),
    }
    assert read(written(said)) == said


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", "heç bir təşkilat"),
        ("azersu = \n", "sətir 1, sütun 10: TOML"),
        ("azersu", "TOML"),
        ("azersu = 1", "azersu"),
        ('"Azərsu".rules.x = true', "Azərsu"),
        ("azersu.list.x = []", "azersu.list"),
        ("azersu.lists = 1", "azersu.lists"),
        ("azersu.lists.x = {}", "azersu.lists.x"),
        ("azersu.lists.X = []", "azersu.lists.X"),
        ("azersu.lists.x = [1]", "azersu.lists.x[1]"),
        ("azersu.lists.x = [{key = 'a'}]", "azersu.lists.x[1].label"),
        ("azersu.lists.x = [{label = 'a'}]", "azersu.lists.x[1].key"),
        ("azersu.lists.x = [{key = 1, label = 'A'}]", "azersu.lists.x[1].key"),
        ("azersu.lists.x = [{key = 'A', label = 'A'}]", "azersu.lists.x[1].key"),
        ("azersu.lists.x = [{key = 'a', label = 1}]", "azersu.lists.x[1].label"),
        ("azersu.lists.x = [{key = 'a', label = ' A'}]", "azersu.lists.x[1].label"),
        ('azersu.lists.x = [{key = "a", label = "A\\nB"}]', "azersu.lists.x[1].label"),
        ('azersu.lists.x = [{key = "a", label = "A\\u0000"}]', "azersu.lists.x[1].label"),
        ("azersu.lists.x = [{key = 'a', label = 'A', more = 1}]", "azersu.lists.x[1].more"),
        (
            "azersu.lists.x = [{key = 'a', label = 'A'}, {key = 'a', label = 'B'}]",
            "azersu.lists.x[2].key",
        ),
        (
            "azersu.lists.x = [{key = 'a', label = 'A'}, {key = 'b', label = 'A'}]",
            "azersu.lists.x[2].label",
        ),
        ("azersu.units.x = 'a'", "azersu.units.x"),
        ("azersu.units.x = {key = 'a', label = ''}", "azersu.units.x.label"),
        ("azersu.units.X = {key = 'a', label = 'A'}", "azersu.units.X"),
        ("azersu.rules.x = 1", "azersu.rules.x"),
        ("azersu.rules.X = true", "azersu.rules.X"),
    ],
)
def test_a_faulty_file_is_refused_where_it_is_faulty(text: str, place: str) -> None:
    """One fault is told once, with its place."""
    with pytest.raises(ReferenceRefused) as refused:
        read(text)
    (fault,) = refused.value.faults
    assert fault.startswith(place)


def test_all_faults_are_told_at_once() -> None:
    """Whoever mends a file need not try again and again."""
    text = "azersu.lists.x = [1, {key = 'a', label = 'A'}, 2]\nazersu.rules.x = 0\nb.c = 1"
    with pytest.raises(ReferenceRefused) as refused:
        read(text)
    places = [fault.partition(":")[0] for fault in refused.value.faults]
    assert places == ["azersu.lists.x[1]", "azersu.lists.x[3]", "azersu.rules.x", "b.c"]


# --- the tables -----------------------------------------------------------------------------------


def test_a_utility_is_replaced_as_a_whole(database: Database) -> None:
    """What a new file does not name any more is gone; other utilities stay as they were."""
    loaded = read(sample())
    replace(database, loaded)
    replace(database, {"azersu": OTHER})
    assert kept(database, "azersu") == OTHER
    assert kept(database, "azerishiq") == loaded["azerishiq"]
    reference = SqlReference(database, "azersu")
    assert reference.items("azersu_units") == ()
    assert reference.unit_for("meter_reading") is None
    assert reference.applies("service_suspension.meterless_only", default=True)


def test_utilities_are_kept_apart(database: Database) -> None:
    """A list, a unit and a rule of one utility are not another's."""
    replace(database, read(sample()))
    other = SqlReference(database, "azerishiq")
    assert other.items("card_types") == ()
    assert other.unit_for("meter_reading") is None
    assert other.applies("service_suspension.meterless_only", default=True)


# --- the command ----------------------------------------------------------------------------------


def test_a_file_is_loaded_and_shown(
    at: Place, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The sample goes in by one command; what is shown is a file that says the same."""
    file = tmp_path / "soraqça faylı.toml"
    assert main(["reference", "sample"]) == 0
    file.write_text(capsys.readouterr().out, "utf-8-sig")
    assert main(["reference", "load", str(file)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "azersu: siyahı 3, bölmə 8, qayda 4",
        "azerishiq: siyahı 0, bölmə 1, qayda 1",
    ]
    for utility in ("azersu", "azerishiq"):
        assert main(["reference", "show", utility]) == 0
        said = capsys.readouterr().out
        assert read(said) == {utility: read(sample())[utility]}


def test_a_faulty_file_alters_nothing(
    at: Place, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also where all but one line of it is sound; each fault is a line, and the exit code is 2."""
    file = tmp_path / "reference.toml"
    file.write_text(written({"azersu": OTHER}), "utf-8")
    assert main(["reference", "load", str(file)]) == 0
    file.write_text(sample().replace('key = "visa"', 'key = "VISA"').replace("false", "0"), "utf-8")
    assert main(["reference", "load", str(file)]) == 2
    said = capsys.readouterr().err
    assert "azersu.lists.card_types[1].key: " in said
    assert "azersu.rules.service_suspension.meterless_only: " in said
    assert said.splitlines()[-1].endswith("səhv: 2")
    assert main(["reference", "show", "azersu"]) == 0
    assert read(capsys.readouterr().out) == {"azersu": OTHER}


@pytest.mark.parametrize(
    "words", [["load", "no such file"], ["load", "."], ["show", "azersu"], ["show", "\0"]]
)
def test_what_is_not_there_is_a_complaint(
    at: Place, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that cannot be read, and a utility that nothing is kept for: one line, exit code 2."""
    assert main(["reference", *words]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_database_without_tables_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The advice is to migrate it; the command does not do so by itself."""
    monkeypatch.setenv("ESERVICES_DATABASE_URL", f"sqlite:///{tmp_path}/empty.db")
    assert main(["reference", "show", "azersu"]) == 2
    assert "eservices-adapters db upgrade" in capsys.readouterr().err
