"""Committed shapes: what a change is measured against, and how CI turns red and green again."""

from __future__ import annotations

import json
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import attrs
import pytest
from tests.desk.sample import SEALING
from tests.outside.packages import run
from tests.versions.sample import FIRST, SECOND, THIRD, TO_SECOND
from tests.versions.small import OLD, PAGES, RULES, with_casework, with_pages

from utility_eservices.casework.service import Service
from utility_eservices.casework.shape import ButtonShape, Shape, ToShape, shape_of
from utility_eservices.casework.upgrade import Upgrade
from utility_eservices.conformance.snapshots import (
    NotASnapshot,
    assert_versions_hold,
    older_snapshots,
    read_snapshot,
    snapshot_path,
    version_problems,
)
from utility_eservices.desk.catalogue import built_in_services


@pytest.mark.parametrize("service", built_in_services(), ids=lambda service: service.key)
def test_a_changed_shape_is_refused(service: Service) -> None:
    """The library's own services: each shape is the committed one, each older one goes on."""
    assert_versions_hold(service)


# --- files --------------------------------------------------------------------------------------


def put(folder: Path, *services: Service) -> None:
    for service in services:
        snapshot_path(service, folder).write_text(shape_of(service).text, "utf-8")


def test_a_snapshot_stands_beside_the_form(tmp_path: Path) -> None:
    """Named after the service's key and the version, in the folder of its form or another."""
    assert snapshot_path(SECOND) == Path(__file__).with_name("meter_check.v2.json")
    assert snapshot_path(SECOND, tmp_path) == tmp_path / "meter_check.v2.json"


def test_two_services_of_one_form_have_a_file_each() -> None:
    """One must never be written over the other's record."""
    other = attrs.evolve(FIRST, rules=FIRST.rules, key="meter_sealing")
    assert snapshot_path(other) == Path(__file__).with_name("meter_sealing.v1.json")
    assert snapshot_path(FIRST) == Path(__file__).with_name("meter_check.v1.json")


def test_a_form_of_no_file_has_no_place() -> None:
    """As one that was typed into a prompt."""

    @attrs.frozen
    class Form:
        pass

    Form.__module__ = "typed_in"
    with pytest.raises(ValueError, match="comes from no file"):
        snapshot_path(attrs.evolve(SEALING, form=Form, journeys=()))


def test_older_snapshots_come_oldest_first(tmp_path: Path) -> None:
    """By number, not by letters; nothing else in the folder counts."""
    tenth = attrs.evolve(
        THIRD,
        rules=THIRD.rules,
        version=11,
        upgrades=(*THIRD.upgrades, *(Upgrade(since=n) for n in range(3, 11))),
    )
    for name in (
        "meter_check.v10.json",
        "meter_check.v9.json",
        "meter_check.v1.json",
        "meter_check.v11.json",
    ):
        (tmp_path / name).touch()
    for name in (
        "meter_check.v.json",
        "other.v1.json",
        "meter_check_2.v1.json",
        "xmeter_check.v1.json",
        "meter_check.v1.json.orig",
    ):
        (tmp_path / name).touch()
    assert [path.name for path in older_snapshots(tenth, tmp_path)] == [
        "meter_check.v1.json",
        "meter_check.v9.json",
        "meter_check.v10.json",
    ]


@pytest.mark.parametrize("service", [FIRST, SECOND, THIRD, *built_in_services()])
def test_what_is_written_is_read(tmp_path: Path, service: Service) -> None:
    """The shape comes back whole from its file."""
    path = tmp_path / "a.json"
    path.write_text(shape_of(service).text, "utf-8")
    assert read_snapshot(path) == shape_of(service)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no JSON",
        "[]",
        "{}",
        '{"format": 2, "service": "a", "version": 1}',
        '{"format": 1, "service": "a"}',
        '{"format": 1, "service": "a", "version": 1, "more": {}}',
        '{"format": 1, "service": "a", "version": 1, "casework": {"initial": "a"}}',
        "[" * 100_000,
    ],
    ids=[f"case{n}" for n in range(9)],
)
def test_anything_else_is_no_snapshot(tmp_path: Path, text: str) -> None:
    """Half a file, or one of another format, is not compared with anything."""
    path = tmp_path / "a.json"
    path.write_text(text, "utf-8")
    with pytest.raises(NotASnapshot):
        read_snapshot(path)


def in_rule(**changes: Any) -> Shape:
    return with_casework(rules=(attrs.evolve(RULES[0], **changes), *RULES[1:]))


def on_page(button: ButtonShape) -> Shape:
    return with_pages({**PAGES, "code": attrs.evolve(PAGES["code"], buttons=(button,))})


@pytest.mark.parametrize(
    "shape",
    [
        pytest.param(with_casework(initial="nowhere"), id="the first state"),
        pytest.param(in_rule(source="nowhere"), id="where a rule begins"),
        pytest.param(in_rule(target="nowhere"), id="where a rule ends"),
        pytest.param(in_rule(effects=("nothing",)), id="an effect"),
        pytest.param(with_pages(PAGES, first="nowhere"), id="the first page"),
        pytest.param(on_page(ButtonShape("next", (ToShape("nowhere"),))), id="an outcome"),
        pytest.param(
            on_page(ButtonShape("next", (ToShape("more"),), otherwise="nowhere")), id="faults"
        ),
        pytest.param(on_page(ButtonShape("next", (ToShape("more"),), ("none",))), id="an entry"),
    ],
)
def test_a_shape_that_names_what_is_not_in_it_is_no_snapshot(tmp_path: Path, shape: Shape) -> None:
    """Somebody took a part out of the file; what is left cannot be compared."""
    path = tmp_path / "a.json"
    path.write_text(OLD.text, "utf-8")
    assert read_snapshot(path) == OLD
    path.write_text(shape.text, "utf-8")
    with pytest.raises(NotASnapshot, match="names what is not in it"):
        read_snapshot(path)


# --- red and green ------------------------------------------------------------------------------


def test_without_a_file_there_is_a_problem(tmp_path: Path) -> None:
    """And it says what to do."""
    for folder in (tmp_path, tmp_path / "none"):
        (problem,) = version_problems(FIRST, folder)
        assert (problem.code, problem.file) == ("missing", folder / "meter_check.v1.json")
        assert problem.why == "there is no meter_check.v1.json: run eservices snapshot meter_check"


def test_a_changed_shape_of_one_version_is_a_problem(tmp_path: Path) -> None:
    """Somebody changed the service and did not raise its version."""
    put(tmp_path, FIRST)
    assert list(version_problems(FIRST, tmp_path)) == []
    changed = attrs.evolve(FIRST, rules=FIRST.rules, notices=())
    (problem,) = version_problems(changed, tmp_path)
    assert (problem.code, problem.file) == ("changed", tmp_path / "meter_check.v1.json")
    assert problem.why.startswith("the shape is not the one of meter_check.v1.json")


def test_an_unmapped_change_is_a_problem_until_it_is_mapped(tmp_path: Path) -> None:
    """Each thing in flight that would not go on is named, with the reason's code."""
    put(tmp_path, FIRST)
    unmapped = attrs.evolve(
        SECOND, rules=SECOND.rules, upgrades=(attrs.evolve(TO_SECOND, states={}, effects={}),)
    )
    put(tmp_path, unmapped)
    problems = {problem.why: problem for problem in version_problems(unmapped, tmp_path)}
    assert "meter_check.v1.json: effect assign: blocked (effect_unknown)" in problems
    one = problems["meter_check.v1.json: state sent: needs_mapping (gone; values)"]
    assert (one.code, one.file) == ("stops", tmp_path / "meter_check.v1.json")
    assert one.line is not None
    assert (one.line.kind, one.line.key) == ("state", "sent")
    with pytest.raises(AssertionError, match="state sent: needs_mapping"):
        assert_versions_hold(unmapped, tmp_path)
    put(tmp_path, SECOND)
    assert_versions_hold(SECOND, tmp_path)


def test_every_older_file_counts(tmp_path: Path) -> None:
    """Also those two versions ago; a page is named with its portals."""
    put(tmp_path, FIRST, SECOND, THIRD)
    assert list(version_problems(THIRD, tmp_path)) == []
    to_second = attrs.evolve(TO_SECOND, pages={})
    forgot = attrs.evolve(THIRD, rules=THIRD.rules, upgrades=(to_second, THIRD.upgrades[1]))
    put(tmp_path, forgot)
    (problem,) = version_problems(forgot, tmp_path)
    assert problem.why == "meter_check.v1.json: page details on e-gov.az: needs_mapping (gone)"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"\xff", "meter_check.v1.json is not JSON"),
        (b"<<<<<<< HEAD", "meter_check.v1.json is not JSON"),
        (b"{}", "meter_check.v1.json is no snapshot of format 1"),
        (None, "meter_check.v1.json cannot be read"),
        (shape_of(SECOND).text.encode(), "meter_check.v1.json holds version 2 of meter_check"),
        (shape_of(SEALING).text.encode(), "meter_check.v1.json holds version 1 of "),
    ],
    ids=[f"case{n}" for n in range(6)],
)
def test_an_older_file_that_cannot_be_read_is_a_problem(
    tmp_path: Path, content: bytes | None, why: str
) -> None:
    """The other files are looked at all the same; a folder of that name is no file."""
    put(tmp_path, SECOND, THIRD)
    path = tmp_path / "meter_check.v1.json"
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)
    (problem,) = version_problems(THIRD, tmp_path)
    assert (problem.code, problem.file, problem.line) == ("unreadable", path, None)
    assert problem.why.startswith(why)
    (tmp_path / "meter_check.v2.json").write_text("{}", "utf-8")
    assert len(list(version_problems(THIRD, tmp_path))) == 2


def test_a_present_file_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    """Nobody knows whether the shape is its."""
    path = tmp_path / "meter_check.v1.json"
    path.write_bytes(b"\xff")
    (problem,) = version_problems(FIRST, tmp_path)
    assert (problem.code, problem.file) == ("unreadable", path)
    assert problem.why == "meter_check.v1.json cannot be read"


# --- a package of its own, tested as its author tests it ----------------------------------------

PACKAGE = '''
"""A service of one page and four states."""

import attrs
from statemachine import StateMachine

from utility_eservices.casework.acts import by
from utility_eservices.casework.entrance import Means, SignInWindow
from utility_eservices.casework.form import form_field
from utility_eservices.casework.journey import Journey
from utility_eservices.casework.page import Button, Page, Typed
from utility_eservices.casework.rulebook import Role, Status
from utility_eservices.casework.service import Service
from utility_eservices.casework.upgrade import Upgrade
from utility_eservices.vocabulary.channel import E_GOV_AZ
from utility_eservices.vocabulary.sign_in import ASAN
from utility_eservices.vocabulary.utility import AZERSU

OPERATOR = Role("operator", "Operator")


@attrs.frozen
class Complaint:
    words: str = form_field("Şikayət")


class Casework(StateMachine):
    draft = Status("Qaralama", initial=True)
    sent = Status("Göndərildi", owner=OPERATOR)
    closed = Status("Bitdi", final=True)
    register = draft.to(sent)
    close = sent.to(closed, cond=by(OPERATOR, label="Bitir"))


PAGES = (
    Page(
        "words",
        "Şikayət",
        parts=(Typed("words"),),
        buttons=(Button("submit", "Göndər", "done", submits=("words",), registers=True),),
    ),
    Page("done", "Son", final=True),
)
SIGN_IN = SignInWindow("Giriş", (Means(ASAN),), of_portal=True)
SERVICE = Service(
    "complaint",
    "Şikayət",
    AZERSU,
    version=1,
    form=Complaint,
    journeys=(Journey(E_GOV_AZ, SIGN_IN, PAGES),),
    casework=Casework,
    upgrades=(),
)
'''
TEST = """
from complaint import SERVICE

from utility_eservices.conformance.snapshots import assert_versions_hold


def test_versions():
    assert_versions_hold(SERVICE)
"""
ANNOUNCED = """
from complaint import SERVICE

from utility_eservices import hookimpl


@hookimpl
def eservices_services():
    return (SERVICE,)
"""


def test_ci_is_red_on_an_unmapped_change_and_green_once_it_is_mapped(tmp_path: Path) -> None:
    """One line in a test, one command: the way of a change from commit to commit."""

    def change(old: str, new: str) -> None:
        module = tmp_path / "complaint.py"
        text = module.read_text("utf-8")
        assert text.count(old) >= 1
        module.write_text(text.replace(old, new), "utf-8")

    def python(*words: str) -> CompletedProcess[str]:
        # Nothing compiled is kept: two versions of a file may be of one second and one size.
        return run("-B", "-m", *words, cwd=tmp_path, path=tmp_path)

    def tested() -> str:
        done = python("pytest", "-q", "-p", "no:cacheprovider", "test_complaint.py")
        return f"{done.returncode}\n{done.stdout}"

    def snapshot(*more: str) -> int:
        return python("utility_eservices.cli", "snapshot", "complaint", *more).returncode

    (tmp_path / "complaint.py").write_text(PACKAGE, "utf-8")
    (tmp_path / "complaint_plugin.py").write_text(ANNOUNCED, "utf-8")
    (tmp_path / "test_complaint.py").write_text(TEST, "utf-8")
    information = tmp_path / "complaint-1.0.dist-info"
    information.mkdir()
    (information / "METADATA").write_text("Name: complaint\nVersion: 1.0\n")
    (information / "entry_points.txt").write_text(
        "[utility_eservices]\ncomplaint = complaint_plugin\n"
    )

    assert snapshot() == 0
    assert json.loads((tmp_path / "complaint.v1.json").read_text("utf-8"))["version"] == 1

    # The state is called otherwise, and the version stays: red.
    change("sent", "received")
    assert "the shape is not the one of complaint.v1.json" in tested()

    # The version grows with an upgrade that says nothing of it: red, by name.
    change("version=1", "version=2")
    change("upgrades=()", "upgrades=(Upgrade(since=1),)")
    assert snapshot() == 0
    assert "complaint.v1.json: state sent: needs_mapping (gone)" in tested()

    # It is mapped: green.
    change("Upgrade(since=1)", "Upgrade(since=1, states={'sent': 'received'})")
    assert snapshot("--replace") == 0
    assert tested().startswith("0\n")
