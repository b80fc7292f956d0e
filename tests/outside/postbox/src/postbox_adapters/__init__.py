"""Two adapters for one machine: letters in a SQLite file, documents in a folder.

As an installed plugin it is called ``postbox`` and uses the folder that the environment variable
``POSTBOX_FOLDER`` names, otherwise ``postbox`` in the working directory. The folder must be there.

>>> from tempfile import TemporaryDirectory
>>> from utility_eservices import Desk
>>> from utility_eservices.simulator.city import City
>>> from utility_eservices.simulator.plugin import SimulatorPlugin
>>> simulator = SimulatorPlugin(City(), leave_out={"notification", "documents"})
>>> with TemporaryDirectory() as folder:
...     desk = Desk([simulator, PostboxPlugin(folder)])
...     [finding for finding in desk.check() if finding.advice]
[]
"""

from __future__ import annotations

import os
from pathlib import Path

from postbox_adapters.letters import MEDIA, Postbox
from postbox_adapters.shelf import Shelf
from utility_eservices import hookimpl

__all__ = ["Postbox", "PostboxPlugin", "Shelf", "installed"]


class PostboxPlugin:
    """Both adapters, in one folder."""

    def __init__(self, folder: str | os.PathLike[str]) -> None:
        # The process may change its working directory later.
        self.folder = Path(folder).absolute()

    @hookimpl
    def eservices_notification(self, medium: str) -> Postbox | None:
        """Serve e-mail and SMS."""
        return Postbox(self.folder, medium) if medium in MEDIA else None

    @hookimpl
    def eservices_documents(self) -> Shelf:
        """Keep all documents."""
        return Shelf(self.folder)


installed = PostboxPlugin(os.environ.get("POSTBOX_FOLDER", "postbox"))
