"""``eservices demo``: one debt investigation from the portal to the last letter.

It runs on the simulator. The letters go into a folder by the plugin ``folder``, which comes with
the adapters; without them they stay in the simulator's memory.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter
from rich.console import Console
from rich.text import Text

from utility_eservices.cli.post import FolderPost, OutboxPost, Post
from utility_eservices.cli.story import Story
from utility_eservices.cli.terminal import Complaint, out
from utility_eservices.desk.desk import Desk
from utility_eservices.errors import PluginNotFound
from utility_eservices.simulator.city import City
from utility_eservices.simulator.plugin import SimulatorPlugin

__all__ = ["demo"]

_PLUGIN = "folder"
# The environment variable in which that plugin finds its folder.
_VARIABLE = "ESERVICES_FOLDER"


def demo(
    *, folder: Annotated[Path | None, Parameter(help="Bildirişlər üçün boş qovluq.")] = None
) -> int:
    """Tell the story; 0 when it ends with the case closed."""
    console = out()
    with ExitStack() as cleanup:
        letters = _folder(folder, cleanup)
        cleanup.enter_context(_named(letters))
        city = City(seed=1)
        desk, post = _open(city, letters)
        _introduce(console, post, folder)
        return 0 if Story(console, desk, city, post).told() else 1


def _folder(wanted: Path | None, cleanup: ExitStack) -> Path:
    """An empty folder: the one wanted, or one that goes when the demonstration is over."""
    if wanted is None:
        return Path(cleanup.enter_context(tempfile.TemporaryDirectory(prefix="eservices-")))
    try:
        wanted.mkdir(parents=True, exist_ok=True)
        empty = not any(wanted.iterdir())
    except OSError as error:
        # The folder cannot be used.
        raise Complaint(f"“{wanted}” qovluğundan istifadə etmək olmur.") from error
    if not empty:
        # The folder is not empty; name an empty one. What lies there could be taken for ours.
        raise Complaint(f"“{wanted}” qovluğu boş deyil; boş qovluq göstərin.")
    return wanted


@contextmanager
def _named(folder: Path) -> Iterator[None]:
    """Let the environment name the folder, for as long as the demonstration lasts."""
    before = os.environ.get(_VARIABLE)
    os.environ[_VARIABLE] = str(folder)
    try:
        yield
    finally:
        del os.environ[_VARIABLE]
        if before is not None:
            os.environ[_VARIABLE] = before


def _open(city: City, folder: Path) -> tuple[Desk, Post]:
    try:
        desk = Desk([SimulatorPlugin(city, leave_out={"notification"}), _PLUGIN])
    except PluginNotFound as error:
        if error.values["plugin"] != _PLUGIN:
            raise
        return Desk([SimulatorPlugin(city)]), OutboxPost(city)
    if any(found.advice for found in desk.check() if found.plugin == _PLUGIN):
        # Nothing can be written into the folder.
        raise Complaint(f"“{folder}” qovluğuna yazmaq olmur.")
    return desk, FolderPost(folder)


def _introduce(console: Console, post: Post, folder: Path | None) -> None:
    # One request from its beginning to its end.
    console.print(Text("Borcun araşdırılması üzrə müraciət: əvvəldən axıra", "bold cyan"))
    # All is done by the public methods of Desk. City, people and amounts are invented.
    console.print(
        "Hər şey Desk-in açıq metodları ilə edilir. Şəhər, adamlar, məbləğlər uydurmadır."
    )
    # The code that draws the windows knows nothing of the service.
    console.print("Pəncərələri çəkən kod xidmət haqqında heç nə bilmir.")
    if isinstance(post, OutboxPost):
        # The plugin is not installed (package ...): letters stay in the simulator's memory.
        line = (
            f"“{_PLUGIN}” qoşması quraşdırılmayıb (utility-eservices-adapters paketi): "
            "bildirişlər simulyatorun yaddaşında qalır."
        )
        console.print(Text(line, "yellow"), soft_wrap=True)
        return
    # Letters are written into ..., or into a folder that goes in the end; --folder keeps them.
    where = f"“{folder}” qovluğuna" if folder else "müvəqqəti qovluğa (qalsın deyə: --folder)"
    console.print(f"Bildirişlər {where} yazılır.", soft_wrap=True)
