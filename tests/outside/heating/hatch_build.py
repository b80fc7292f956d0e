"""Compiles the catalogues when a package is built: for the wheel, the sdist, an editable install.

Beside each ``locale/<tag>/LC_MESSAGES/<domain>.po`` comes the ``.mo`` that `gettext` reads. It is
not committed; `pyproject.toml` names it as an artifact, so that it is packed all the same.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

__all__ = ["CompileCatalogues"]


class CompileCatalogues(BuildHookInterface[Any]):
    """The build hook ``custom``."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile every catalogue below ``src``, before anything is packed."""
        for catalogue in sorted(Path(self.root).glob("src/*/locale/*/LC_MESSAGES/*.po")):
            compiled = _compiled(catalogue)
            target = catalogue.with_suffix(".mo")
            if not target.is_file() or target.read_bytes() != compiled:
                # Whoever runs from this checkout meanwhile never finds half a file.
                half = target.with_suffix(".half")
                half.write_bytes(compiled)
                half.replace(target)


def _compiled(catalogue: Path) -> bytes:
    written = io.BytesIO()
    with catalogue.open("rb") as source:
        write_mo(written, read_po(source, abort_invalid=True))
    return written.getvalue()
