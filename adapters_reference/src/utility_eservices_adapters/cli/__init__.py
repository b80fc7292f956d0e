"""The command `eservices-adapters`: what is done about adapters from a terminal.

Each command is a module of this package, found by its name: adding one edits nothing here. It
exposes ``app``, a `cyclopts.App` whose name is the command's; one without is a help to others.
Answers go to stdout; what cannot be done is one line on stderr, and the exit code is 2.
"""

from __future__ import annotations

import importlib
import logging
import pkgutil
import sys
from collections.abc import Sequence
from importlib.metadata import version

from cyclopts import App, CycloptsError, Group
from rich.console import Console
from rich.text import Text

from utility_eservices.errors import EServicesError
from utility_eservices_adapters.cli.help import AzerbaijaniHelp
from utility_eservices_adapters.settings import SettingsRefused

__all__ = ["Complaint", "err", "main", "out"]

_log = logging.getLogger(__name__)
# Commands say themselves what failed; only a worker writes a log.
logging.getLogger("utility_eservices_adapters").addHandler(logging.NullHandler())


class Complaint(Exception):
    """A command cannot do what was asked; the Azerbaijani text says why."""


def out() -> Console:
    """The console for answers."""
    return Console(highlight=False, markup=False, emoji=False, soft_wrap=True)


def err() -> Console:
    """The console for complaints and for how far something is."""
    return Console(stderr=True, highlight=False, markup=False, emoji=False)


def _app() -> App:
    app = App(
        "eservices-adapters",
        # The adapters of the utilities' electronic services.
        help="Elektron xidmətlərin adapterləri.",
        version=lambda: f"eservices-adapters {version('utility-eservices-adapters')}",
        result_action="return_value",
        help_format="plaintext",
        help_formatter=AzerbaijaniHelp(),
    )
    for item in pkgutil.iter_modules(__path__, f"{__name__}."):
        try:
            module = importlib.import_module(item.name)
        except ImportError as error:
            if (error.name or "").startswith("utility_eservices"):
                raise
            # Its extra is not installed: the command is not there.
            _log.debug("the command of %s is not there", item.name, exc_info=True)
        else:
            if isinstance(found := getattr(module, "app", None), App):
                app.command(found)
    # This help; the version.
    app["--help"].help, app["--version"].help = "Bu kömək.", "Versiya."
    _grouped(app)
    return app


def _grouped(app: App) -> None:
    """Name the parts of the help of all commands; cyclopts hands names down by one level alone."""
    app.group_commands = Group("Əmrlər")
    app.group_parameters = Group("Seçimlər")
    app.group_arguments = Group("Arqumentlər")
    for name in app:
        if not name.startswith("-"):
            _grouped(app[name])


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the arguments ask, by default those of the process; gives the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        done = _app()(
            list(sys.argv[1:] if argv is None else argv),
            console=out(),
            error_console=err(),
            exit_on_error=False,
            print_error=False,
        )
    except CycloptsError as error:
        # The command is not written like that; see the help.
        called = " ".join(["eservices-adapters", *(error.command_chain or ())])
        return _complain(f"əmr belə yazılmır; bax: {called} --help")
    except (Complaint, SettingsRefused) as error:
        return _complain(str(error))
    except EServicesError as error:
        return _complain(error.message)
    return int(done or 0)


def _complain(line: str) -> int:
    err().print(Text(f"eservices-adapters: {line}", "red"), soft_wrap=True)
    return 2
