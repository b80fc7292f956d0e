"""Snapshots of services: the files that a change of shape is measured against.

The file ``<key of the service>.v<version>.json`` stands beside the service and is committed
with it. Those of older versions stay for as long as such cases may be in flight. A package
keeps itself honest with one test::

    from utility_eservices.conformance.snapshots import assert_versions_hold

    def test_versions():
        assert_versions_hold(SERVICE)
"""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Iterator
from pathlib import Path

import attrs
from cattrs import Converter
from cattrs.errors import BaseValidationError, ForbiddenExtraKeysError

from utility_eservices.casework.service import Service
from utility_eservices.casework.shape import FORMAT, JourneyShape, Shape, shape_of
from utility_eservices.conformance.versions import Line, compare

__all__ = [
    "NotASnapshot",
    "Problem",
    "assert_versions_hold",
    "older_snapshots",
    "read_snapshot",
    "snapshot_path",
    "version_problems",
]


class NotASnapshot(ValueError):
    """A file holds no shape that this version of the library wrote."""


def snapshot_path(service: Service, folder: Path | None = None) -> Path:
    """Where the snapshot of the service's present version stands: beside its form's module.

    ``folder`` overrides where. Raises `ValueError` when the form comes from no file.
    """
    return (folder or _source(service).parent) / _file_name(service.key, service.version)


def _source(service: Service) -> Path:
    try:
        return Path(inspect.getfile(service.form))
    except (OSError, TypeError) as error:
        raise ValueError(f"the form of {service.key} comes from no file") from error


def _file_name(key: str, version: int) -> str:
    # Keys are unique, also among the services of one module.
    return f"{key}.v{version}.json"


def older_snapshots(service: Service, folder: Path | None = None) -> tuple[Path, ...]:
    """The files of older versions, oldest first; none where there is no such folder."""
    present = snapshot_path(service, folder)
    name = re.compile(rf"{re.escape(service.key)}\.v(\d+)\.json")
    found = {
        int(match[1]): path
        for path in present.parent.glob("*.json")
        if (match := name.fullmatch(path.name)) and int(match[1]) < service.version
    }
    return tuple(found[version] for version in sorted(found))


def read_snapshot(path: Path) -> Shape:
    """The shape in a file; raises `NotASnapshot`, and `OSError` when it cannot be read."""
    try:
        plain = json.loads(path.read_text("utf-8"))
    except (ValueError, RecursionError) as error:
        raise NotASnapshot(f"{path.name} is not JSON") from error
    if not isinstance(plain, dict) or plain.get("format") != FORMAT:
        raise NotASnapshot(f"{path.name} is no snapshot of format {FORMAT}")
    try:
        shape = _converter.structure(plain, Shape)
    except (BaseValidationError, ForbiddenExtraKeysError) as error:
        raise NotASnapshot(f"{path.name} is no whole snapshot") from error
    if not _is_whole(shape):
        raise NotASnapshot(f"{path.name} names what is not in it")
    return shape


_converter = Converter(forbid_extra_keys=True)


def _is_whole(shape: Shape) -> bool:
    """Whether everything that the shape names is in it, as in what was written of a service."""
    casework = shape.casework
    if casework is not None:
        states = {casework.initial, *(rule.source for rule in casework.rules)}
        states.update(rule.target for rule in casework.rules)
        effects = {name for rule in casework.rules for name in rule.effects}
        if states - casework.states.keys() or effects - shape.effects.keys():
            return False
    return all(map(_is_whole_journey, shape.journeys.values()))


def _is_whole_journey(journey: JourneyShape) -> bool:
    named = {journey.first}
    for page in journey.pages.values():
        entries = {entry.key for entry in page.entries}
        for button in page.buttons:
            named |= {*(to.page for to in button.to), button.otherwise or journey.first}
            if not entries.issuperset(button.submits):
                return False
    return named <= journey.pages.keys()


@attrs.frozen
class Problem:
    """A reason why a service, as it is declared now, must not be released.

    ``code`` is stable: of the present version's file ``missing``, ``changed`` or
    ``unreadable``; of an older one ``unreadable``, or ``stops`` where ``line`` tells of
    something in flight that would not go on. ``why`` is for developers.
    """

    code: str
    file: Path
    why: str
    line: Line | None = None


def assert_versions_hold(service: Service, folder: Path | None = None) -> None:
    """Fail with every reason why the service, as it is declared now, must not be released.

    Its shape has to be the one that the file of its version holds, and whatever is in flight
    under an older version that has a file has to go on under this one.
    """
    problems = "\n".join(problem.why for problem in version_problems(service, folder))
    assert not problems, f"{service.key}, version {service.version}:\n{problems}"


def version_problems(service: Service, folder: Path | None = None) -> Iterator[Problem]:
    """The reasons of `assert_versions_hold`, the present version's file before older ones.

    Raises `ValueError` as `snapshot_path` does; a file that cannot be read is a problem.
    """
    shape = shape_of(service)
    yield from _of_present(snapshot_path(service, folder), shape)
    for path in older_snapshots(service, folder):
        yield from _of_older(path, shape)


def _of_present(path: Path, shape: Shape) -> Iterator[Problem]:
    try:
        kept = path.read_text("utf-8")
    except FileNotFoundError:
        why = f"there is no {path.name}: run eservices snapshot {shape.service}"
        yield Problem("missing", path, why)
    except (OSError, ValueError):
        yield Problem("unreadable", path, f"{path.name} cannot be read")
    else:
        if kept != shape.text:
            why = (
                f"the shape is not the one of {path.name}: raise the version and declare an upgrade"
            )
            yield Problem("changed", path, why)


def _of_older(path: Path, shape: Shape) -> Iterator[Problem]:
    try:
        old = read_snapshot(path)
    except OSError:
        yield Problem("unreadable", path, f"{path.name} cannot be read")
    except NotASnapshot as error:
        yield Problem("unreadable", path, str(error))
    else:
        if path.name != _file_name(old.service, old.version):
            why = f"{path.name} holds version {old.version} of {old.service}"
            yield Problem("unreadable", path, why)
            return
        for line in compare(old, shape).lines:
            if not line.verdict.holds:
                yield Problem("stops", path, f"{path.name}: {_said(line)}", line)


def _said(line: Line) -> str:
    why = "; ".join(reason.code for reason in line.reasons)
    where = f" on {', '.join(line.channels)}" if line.channels else ""
    return f"{line.kind} {line.key}{where}: {line.verdict.value} ({why})"
