"""``eservices snapshot``: the shape of services, written down beside them or checked."""

from __future__ import annotations

import sysconfig
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from utility_eservices.casework.service import Service
from utility_eservices.casework.shape import shape_of
from utility_eservices.cli.diff import told
from utility_eservices.cli.services import catalogue, service_called
from utility_eservices.cli.terminal import Complaint, out
from utility_eservices.cli.words import language, say
from utility_eservices.conformance.snapshots import Problem, snapshot_path, version_problems
from utility_eservices.vocabulary.language import Phrase

__all__ = ["snapshot"]

# What is wrong with a file, by the code of the problem.
_SAID = {
    # There is no file.
    "missing": Phrase("✗ {file}: fayl yoxdur"),
    # The shape has changed.
    "changed": Phrase("✗ {file}: quruluş dəyişib"),
    # There is no shape in it that can be read.
    "unreadable": Phrase("✗ {file}: quruluş oxunmur"),
}


def snapshot(
    service: Annotated[
        str | None,
        # All that are developed here, where no key is given.
        Parameter(help="Xidmətin açarı; göstərilməsə, burada hazırlanan bütün xidmətlər."),
    ] = None,
    /,
    *,
    check: Annotated[
        bool,
        Parameter(
            negative="",
            # Write nothing: 1 when a file is missing or says something else, or when not everything
            # in flight of an older version's file goes on.
            help="Yazma: fayl yoxdursa, uyğun deyilsə və ya köhnə versiyaların faylları üzrə "
            "yolda olan hər şey davam etmirsə, 1 qaytar.",
        ),
    ] = False,
    replace: Annotated[
        bool,
        Parameter(
            negative="",
            # Write over another shape of the same version: only if that has not run anywhere yet.
            help="Eyni versiyanın başqa quruluşunun üstündən yaz: "
            "yalnız bu versiya hələ heç yerdə işləmirsə.",
        ),
    ] = False,
    into: Annotated[
        Path | None,
        # The folder of the files, instead of the service's own.
        Parameter(help="Faylların qovluğu; göstərilməsə, xidmətin öz qovluğu."),
    ] = None,
) -> int:
    """Write the shape of each service into the file of its version, or check what is there."""
    chosen = [service_called(service)] if service else _developed_here()
    done = [_checked(item, into) if check else _written(item, into, replace) for item in chosen]
    return 0 if all(done) else 1


def _developed_here() -> list[Service]:
    """The services whose source is no installed copy."""
    installed = {Path(sysconfig.get_path(name)) for name in ("purelib", "platlib")}
    found = [
        item
        for item in catalogue().services
        if not any(place in _path(item, None).parents for place in installed)
    ]
    if not found:
        # No service is developed here; name one, and a folder.
        raise Complaint("burada hazırlanan xidmət yoxdur; xidmətin açarını və --into göstərin.")
    return found


def _path(service: Service, folder: Path | None) -> Path:
    try:
        return snapshot_path(service, folder)
    except ValueError as error:
        # Nobody knows where the service comes from; say where to write with --into.
        raise Complaint(
            "“{service}” xidmətinin faylı tapılmır; --into göstərin.", service=service.key
        ) from error


def _kept(path: Path) -> str | None:
    """What is in the file; None when there is none."""
    try:
        return path.read_text("utf-8")
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        # The file cannot be read.
        raise Complaint("“{file}” faylı oxunmur.", file=path) from error


def _checked(service: Service, folder: Path | None) -> bool:
    path = _path(service, folder)
    problems = list(version_problems(service, folder))
    if path not in {problem.file for problem in problems}:
        # The file says what is declared.
        out().print(say("✓ {file}: uyğundur", file=path), soft_wrap=True)
    for problem in problems:
        out().print(_told(problem), soft_wrap=True)
    return not problems


def _told(problem: Problem) -> str:
    if problem.line is not None:
        return f"✗ {problem.file}: {told(problem.line)}"
    return language().filled(_SAID[problem.code].template, {"file": problem.file})


def _written(service: Service, folder: Path | None, replace: bool) -> bool:
    path = _path(service, folder)
    kept, text = _kept(path), shape_of(service).text
    if kept not in {None, text} and not replace:
        raise Complaint(
            # The shape of this version has changed. Raise the version and declare an upgrade; if
            # nobody has run this version yet: --replace.
            "“{file}”: {version} versiyasının quruluşu dəyişib. Versiyanı artırın və keçid "
            "(Upgrade) yazın; bu versiya hələ heç yerdə işləmirsə: --replace.",
            file=path,
            version=service.version,
        )
    try:
        path.write_text(text, "utf-8")
    except OSError as error:
        # The file cannot be written.
        raise Complaint("“{file}” faylı yazılmır.", file=path) from error
    if kept == text:
        # It is as it was.
        said = say("{file}: dəyişməyib", file=path)
    else:
        # It has been written.
        said = say("{file}: yazıldı", file=path)
    out().print(said, soft_wrap=True)
    return True
