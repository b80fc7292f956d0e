"""``eservices demo``: one debt investigation from the portal to the last letter.

It runs on the simulator. The letters go into a folder by the plugin ``folder``, which comes with
the adapters; without them they stay in the simulator's memory. With ``--config`` the plugins of
the file serve what they can and the simulator the rest: on a store that lasts, a second
demonstration finds the requests of the first.
"""

from __future__ import annotations

import os
import secrets
import tempfile
from collections.abc import Collection, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Annotated, Any

import attrs
from cyclopts import Parameter
from rich.console import Console
from rich.text import Text

from utility_eservices.cli.config import configured
from utility_eservices.cli.post import FolderPost, OutboxPost, Post
from utility_eservices.cli.story import UTILITY, Story
from utility_eservices.cli.terminal import Complaint, out
from utility_eservices.cli.words import language, say
from utility_eservices.desk.desk import Desk
from utility_eservices.desk.plugins import Diagnosis
from utility_eservices.errors import PluginNotFound, PortNotProvided
from utility_eservices.ports.billing import BILLING, Billing
from utility_eservices.ports.port import Port
from utility_eservices.simulator.city import City
from utility_eservices.simulator.plugin import SimulatorPlugin

__all__ = ["demo"]

_PLUGIN = "folder"
# The environment variable in which that plugin finds its folder.
_VARIABLE = "ESERVICES_FOLDER"


@attrs.define
class _Look:
    """Keeps an eye on the billing that a desk was given, to show what becomes of an invoice."""

    _billing: Billing | None = None

    def __call__(self, port: Port[Any], offered: Any, scope: str) -> Any:
        """See `Desk`, ``around``."""
        if port is BILLING and scope == UTILITY:
            self._billing = offered
        return offered

    @property
    def billing(self) -> Billing:
        """What it saw; raises `PortNotProvided` when there was none."""
        if self._billing is None:
            raise PortNotProvided(BILLING.name, UTILITY)
        return self._billing


def demo(
    *,
    folder: Annotated[Path | None, Parameter(help="Bildirişlər üçün boş qovluq.")] = None,
    config: Annotated[
        Path | None, Parameter(help="Qoşmaları adlandıran TOML faylı: qalanı simulyatordur.")
    ] = None,
) -> int:
    """Tell the story; 0 when it ends with the case closed."""
    console, look = out(), _Look()
    with ExitStack() as cleanup:
        if config is not None:
            desk, city, post = _configured(config, look)
        else:
            letters = _folder(folder, cleanup)
            cleanup.enter_context(_named(letters))
            city = City(seed=1)
            desk, post = _open(city, letters, look)
        _introduce(console, post, folder, config)
        return 0 if Story(console, desk, city, post, look.billing).told() else 1


def _configured(file: Path, look: _Look) -> tuple[Desk, City, Post]:
    """A desk of a file's plugins, the simulator serving what they do not."""
    names, tag = configured(file).plugins, language().tag
    # Tokens that differ each time: a second demonstration is not the first over again.
    city = City(seed=secrets.randbits(32))
    found = Desk(names).check()
    for item in found:
        if item.plugin in names and item.advice:
            # The plugin is not ready; its own advice follows.
            raise Complaint(
                "“{plugin}” qoşması hazır deyil: {advice}", plugin=item.plugin, advice=item.advice
            )
    simulator = SimulatorPlugin(city, leave_out=_served(names, found))
    letters = os.environ.get(_VARIABLE, "")
    post: Post = FolderPost(Path(letters)) if _PLUGIN in names else OutboxPost(city)
    return Desk([simulator, *names], language=tag, around=look), city, post


def _served(names: Collection[str], found: Collection[Diagnosis]) -> frozenset[str]:
    """The ports that plugins serve, each in its scope."""
    mine = (item for item in found if item.plugin in names)
    return frozenset(f"{item.port}:{item.scope}" if item.scope else item.port for item in mine)


def _folder(wanted: Path | None, cleanup: ExitStack) -> Path:
    """An empty folder: the one wanted, or one that goes when the demonstration is over."""
    if wanted is None:
        return Path(cleanup.enter_context(tempfile.TemporaryDirectory(prefix="eservices-")))
    try:
        wanted.mkdir(parents=True, exist_ok=True)
        empty = not any(wanted.iterdir())
    except OSError as error:
        # The folder cannot be used.
        raise Complaint("“{folder}” qovluğundan istifadə etmək olmur.", folder=wanted) from error
    if not empty:
        # The folder is not empty; name an empty one. What lies there could be taken for ours.
        raise Complaint("“{folder}” qovluğu boş deyil; boş qovluq göstərin.", folder=wanted)
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


def _open(city: City, folder: Path, look: _Look) -> tuple[Desk, Post]:
    tag = language().tag
    plugins = [SimulatorPlugin(city, leave_out={"notification"}), _PLUGIN]
    try:
        desk = Desk(plugins, language=tag, around=look)
    except PluginNotFound as error:
        if error.values["plugin"] != _PLUGIN:
            raise
        return Desk([SimulatorPlugin(city)], language=tag, around=look), OutboxPost(city)
    if any(found.advice for found in desk.check() if found.plugin == _PLUGIN):
        # Nothing can be written into the folder.
        raise Complaint("“{folder}” qovluğuna yazmaq olmur.", folder=folder)
    return desk, FolderPost(folder)


def _introduce(console: Console, post: Post, folder: Path | None, config: Path | None) -> None:
    # One request from its beginning to its end.
    title = say("Borcun araşdırılması üzrə müraciət: əvvəldən axıra")
    console.print(Text(title, "bold cyan"))
    console.print(
        # All is done by the public methods of Desk. City, people and amounts are invented.
        say("Hər şey Desk-in açıq metodları ilə edilir. Şəhər, adamlar, məbləğlər uydurmadır.")
    )
    # The code that draws the windows knows nothing of the service.
    console.print(say("Pəncərələri çəkən kod xidmət haqqında heç nə bilmir."))
    if config is not None:
        # These plugins are at work; the simulator does the rest.
        names = ", ".join(configured(config).plugins)
        console.print(say("İşləyən qoşmalar: {plugins}; qalanı simulyatordur.", plugins=names))
    elif isinstance(post, OutboxPost):
        line = say(
            # The plugin is not installed (package ...): letters stay in the simulator's memory.
            "“{plugin}” qoşması quraşdırılmayıb (utility-eservices-adapters paketi): "
            "bildirişlər simulyatorun yaddaşında qalır.",
            plugin=_PLUGIN,
        )
        console.print(Text(line, "yellow"), soft_wrap=True)
    elif folder:
        # Letters are written into this folder.
        line = say("Bildirişlər “{folder}” qovluğuna yazılır.", folder=folder)
        console.print(line, soft_wrap=True)
    else:
        # Letters are written into a folder that goes in the end; --folder keeps them.
        line = say("Bildirişlər müvəqqəti qovluğa yazılır (qalsın deyə: --folder).")
        console.print(line, soft_wrap=True)
