"""The command `eservices`: the library shown, checked and run from a terminal.

Each command is a file, loaded when it is called for. They format; what there is to know, the
library knows. Answers go to stdout, in the language of `words`. What cannot be done is one line on
stderr, and the exit code is 2.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from importlib.metadata import version

from cyclopts import App, CycloptsError, Group
from cyclopts.exceptions import (
    CoercionError,
    MissingArgumentError,
    UnknownCommandError,
    UnknownOptionError,
)

from utility_eservices.cli.help import SpokenHelp
from utility_eservices.cli.terminal import Complaint, complain, err, out, tolerant
from utility_eservices.cli.words import chosen, language, say, speaking, tags
from utility_eservices.errors import EServicesError

__all__ = ["app", "main"]

_log = logging.getLogger(__name__)

_COMMANDS = {
    # The way of one request, from the first window to the last letter, shown on the simulator.
    "demo": "Bir müraciətin yolu, ilk pəncərədən son bildirişə qədər: simulyatorda nümayiş.",
    # Every service.
    "services": "Bütün xidmətlər.",
    # One service: form, windows, casework, notices.
    "show": "Bir xidmət: forma, pəncərələr, icra, bildirişlər.",
    # Who serves what, what is missing, what to do about it.
    "doctor": "Qoşmaların müayinəsi: kim nəyi təmin edir, nə çatışmır.",
    # Prove of every service what must be so; each flaw with the way to it.
    "check": "Xidmətlərin sübutları: tapıntılar, ora aparan yol və ssenari ilə.",
    # The shape of a service, written into a file that is committed.
    "snapshot": "Xidmətin quruluşunu fayla yaz və ya faylla yoxla.",
    # Whether what is in flight goes on under another version.
    "diff": "Yeni versiyada yolda olan müraciətlər davam edirmi.",
    # Catalogues: bring them up to date, or check that they are complete.
    "texts": "Tərcümələr: kataloqları təzələ və ya tam olub-olmadığını yoxla.",
    # What a scenario can say.
    "phrases": "Ssenarilərdə işlənən ifadələr.",
    # Run scenarios on the simulator.
    "run": "Ssenariləri simulyatorda icra et.",
    # Which rows of the manuals the scenarios cover.
    "trace": "Təlimatların hansı sətirləri ssenarilərlə örtülüb.",
}
_FLAGS = {
    # This help.
    "--help": "Bu kömək.",
    # The version.
    "--version": "Versiya.",
}
# What the extra `conformance` brings, and how to come by it.
_EXTRA = {"gherkin", "pytest", "pytest_bdd"}
_INSTALL = "pip install 'utility-eservices[conformance]'"

app = App(
    "eservices",
    # Electronic services of the utilities.
    help="Xidmət təşkilatlarının elektron xidmətləri.",
    version=lambda: f"eservices {version('utility-eservices')}",
    group_commands=Group("Əmrlər"),
    group_parameters=Group("Seçimlər"),
    group_arguments=Group("Arqumentlər"),
    result_action="return_value",
    help_format="plaintext",
    help_formatter=SpokenHelp(),
)
for _name, _help in _COMMANDS.items():
    app.command(f"{__name__}.{_name}:{_name}", name=_name, help=_help)
for _name, _help in _FLAGS.items():
    app[_name].help = _help


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the arguments ask, by default those of the process; gives the exit code."""
    tolerant()
    wanted, tokens = chosen(sys.argv[1:] if argv is None else argv)
    if wanted not in tags():
        known = ", ".join(tags())
        # There is no such language; there are ...
        return complain(say("“{tag}” adlı dil yoxdur. Dillər: {tags}.", tag=wanted, tags=known))
    with speaking(wanted):
        return _done(tokens)


def _done(tokens: Sequence[str]) -> int:
    try:
        done = app(
            tokens, console=out(), error_console=err(), exit_on_error=False, print_error=False
        )
    except CycloptsError as error:
        return complain(_misused(error))
    except Complaint as complaint:
        return complain(str(complaint))
    except EServicesError as error:
        return complain(language().filled(error.template, error.values))
    except ImportError as error:
        if _missing(error) not in _EXTRA:
            raise
        # This command needs more packages; install ...
        return complain(say("əlavə paketlər lazımdır: {command}", command=_INSTALL))
    except ValueError:
        _log.debug("a value was refused", exc_info=True)
        # A value is not as it should be.
        return complain(say("verilən qiymətlərdən biri yararsızdır."))
    return int(done or 0)


def _missing(error: ImportError) -> str:
    """The package that a command could not be loaded without."""
    cause = error.__cause__
    name = cause.name if isinstance(cause, ImportError) else error.name
    return (name or "").partition(".")[0]


def _misused(error: CycloptsError) -> str:
    """What is wrong with the command line."""
    match error:
        case UnknownCommandError(unused_tokens=[token, *_]):
            # There is no such command.
            wrong = say("“{name}” adlı əmr yoxdur", name=token)
        case UnknownOptionError():
            # There is no such option.
            name = error.token.keyword or error.token.value
            wrong = say("“{name}” adlı seçim yoxdur", name=name)
        case MissingArgumentError(argument=argument) if argument is not None:
            # ... is missing.
            wrong = say("{name} göstərilməyib", name=argument.name)
        case CoercionError(token=token) if token is not None:
            # ... does not fit here.
            wrong = say("“{value}” burada yaramır", value=token.value)
        case _:
            # The command is not written like that.
            wrong = say("əmr belə yazılmır")
    called = " ".join(["eservices", *(error.command_chain or ())])
    # See the help of ...
    return say("{wrong}; bax: {called} --help", wrong=wrong, called=called)
