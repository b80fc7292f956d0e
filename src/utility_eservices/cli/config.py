"""The file that names what takes part: a small TOML, given by ``--config``.

    plugins = ["system", "access-own-codes", "folder"]
    services = ["debt_investigation"]

``services`` may be left out: every installed one is offered then. Tables are passed over: they are
the settings of adapters, for which the same file may serve.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import attrs

from utility_eservices.cli.terminal import Complaint

__all__ = ["Config", "configured"]

# The plugins of a command that is told nothing.
_DEFAULT = ("simulator",)


@attrs.frozen
class Config:
    """The plugins by name, and the services by key; None for every installed one."""

    plugins: tuple[str, ...] = _DEFAULT
    services: tuple[str, ...] | None = None


def configured(file: Path | None) -> Config:
    """What a file says; the simulator with every service when there is none.

    Raises `Complaint` for a file that cannot be read or says something else.
    """
    if file is None:
        return Config()
    try:
        said = tomllib.loads(file.read_text("utf-8-sig"))
    except FileNotFoundError as error:
        # There is no such file.
        raise Complaint("“{file}” faylı yoxdur.", file=file) from error
    except (OSError, UnicodeDecodeError) as error:
        # The file cannot be read.
        raise Complaint("“{file}” faylı oxunmur.", file=file) from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        # This is not TOML.
        raise Complaint("“{file}”: bu, TOML deyil.", file=file) from error
    lists = {key: names for key, names in said.items() if not isinstance(names, dict)}
    known = {field.name for field in attrs.fields(Config)}
    for key, names in lists.items():
        if key not in known or not _are_names(names):
            raise Complaint(
                # What is written under ... is not understood; lists of names are: ...
                "“{file}”: “{key}” altında yazılan anlaşılmır; ad siyahıları: {known}.",
                file=file,
                key=key,
                known=", ".join(sorted(known)),
            )
    return Config(**{key: tuple(names) for key, names in lists.items()})


def _are_names(names: object) -> bool:
    return isinstance(names, list) and all(isinstance(name, str) for name in names)
