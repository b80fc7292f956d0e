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

from cattrs import Converter
from cattrs.errors import BaseValidationError, ForbiddenExtraKeysError

from utility_eservices.casework.service import Service
from utility_eservices.casework.shape import FORMAT, Shape, shape_of
from utility_eservices.conformance.versions import compare

__all__ = [
    "NotASnapshot",
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
    """The files of older versions, oldest first."""
    present = snapshot_path(service, folder)
    name = re.compile(rf"{re.escape(service.key)}\.v(\d+)\.json")
    found = {
        int(match[1]): path
        for path in present.parent.iterdir()
        if (match := name.fullmatch(path.name)) and int(match[1]) < service.version
    }
    return tuple(found[version] for version in sorted(found))


def read_snapshot(path: Path) -> Shape:
    """The shape in a file; raises `NotASnapshot`, and `OSError` when it cannot be read."""
    try:
        plain = json.loads(path.read_text("utf-8"))
    except ValueError as error:
        raise NotASnapshot(f"{path.name} is not JSON") from error
    if not isinstance(plain, dict) or plain.get("format") != FORMAT:
        raise NotASnapshot(f"{path.name} is no snapshot of format {FORMAT}")
    try:
        return _converter.structure(plain, Shape)
    except (BaseValidationError, ForbiddenExtraKeysError) as error:
        raise NotASnapshot(f"{path.name} is no whole snapshot") from error


_converter = Converter(forbid_extra_keys=True)


def assert_versions_hold(service: Service, folder: Path | None = None) -> None:
    """Fail with every reason why the service, as it is declared now, must not be released.

    Its shape has to be the one that the file of its version holds, and whatever is in flight
    under an older version that has a file has to go on under this one.
    """
    problems = "\n".join(version_problems(service, folder))
    assert not problems, f"{service.key}, version {service.version}:\n{problems}"


def version_problems(service: Service, folder: Path | None = None) -> Iterator[str]:
    """The reasons of `assert_versions_hold`, one after another, for developers."""
    path = snapshot_path(service, folder)
    shape = shape_of(service)
    if not path.is_file():
        yield f"there is no {path.name}: run eservices snapshot {service.key}"
    elif path.read_text("utf-8") != shape.text:
        yield (f"the shape is not the one of {path.name}: raise the version and declare an upgrade")
    for older in older_snapshots(service, folder):
        for line in compare(read_snapshot(older), shape).lines:
            if not line.verdict.holds:
                why = "; ".join(reason.code for reason in line.reasons)
                where = f" on {', '.join(line.channels)}" if line.channels else ""
                yield f"{older.name}: {line.kind} {line.key}{where}: {line.verdict.value} ({why})"
