"""``eservices texts``: the catalogues, brought up to date with the code, or checked for gaps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Annotated, Any

import attrs
from babel.messages.pofile import PoFileError
from cyclopts import Parameter
from rich.console import Console

from utility_eservices.cli.services import service_called
from utility_eservices.cli.terminal import Complaint, Format, json_out, out, table, verdict
from utility_eservices.cli.words import language, say, say_all
from utility_eservices.conformance.texts import (
    Domain,
    Lack,
    domain_of,
    domains,
    lacks,
    update,
)
from utility_eservices.desk.catalogue import built_in_services
from utility_eservices.desk.languages import tags_in
from utility_eservices.vocabulary.language import SOURCE, Language, Phrase

__all__ = ["texts"]

_WHY = {
    # It is not translated.
    "missing": Phrase("tərcüməsi yoxdur"),
    # The translation is marked as uncertain.
    "uncertain": Phrase("şübhəlidir (fuzzy)"),
    # The translation has other placeholders.
    "placeholders": Phrase("əvəzləyiciləri başqadır"),
    # Nobody says it any more.
    "left over": Phrase("artıq işlənmir"),
}


@attrs.frozen
class _State:
    """How far one catalogue is: its domain, its language, and what it lacks."""

    domain: Domain
    tag: str
    lacks: tuple[Lack, ...]

    @property
    def translated(self) -> int:
        """How many texts are translated well."""
        return len(self.domain.texts) - sum(lack.kind != "left over" for lack in self.lacks)


def texts(
    service: Annotated[
        str | None,
        Parameter(
            # Without one: the library, the command line and all services of the library.
            help="Xidmətin açarı; göstərilməsə, kitabxana, əmr sətri və kitabxananın bütün "
            "xidmətləri."
        ),
    ] = None,
    /,
    *,
    check: Annotated[
        bool,
        # Write nothing: 1 when anything is lacking.
        Parameter(negative="", help="Yazma: nə isə çatışmırsa, 1 qaytar."),
    ] = False,
    add: Annotated[
        str | None,
        # Begin this language, too.
        Parameter(help="Bu dilə də başla, məsələn, de."),
    ] = None,
    format: Format = "text",  # noqa: A002  # the word of every command line
) -> int:
    """Bring catalogues up to date and compile them; with ``check``, 1 when one is not complete."""
    chosen = [domain_of(service_called(service))] if service else domains(built_in_services())
    added = [_known(add)] if add else []
    states = [
        _state(domain, tag, check=check)
        for domain in chosen
        for tag in dict.fromkeys([*tags_in(domain.folder), *added])
    ]
    if not states:
        raise Complaint(
            # It is translated into no language yet; how to begin one.
            "“{service}” hələ heç bir dilə tərcümə olunmur; başlamaq üçün: --add en.",
            service=service,
        )
    if format == "json":
        json_out(_as_json(states))
    else:
        _tell(out(), states)
    return 1 if check and any(state.lacks for state in states) else 0


def _known(tag: str) -> str:
    """The tag of a language to begin."""
    try:
        known = Language(tag).tag != SOURCE
    except ValueError:
        known = False
    if not known:
        # There is no language of this name, or none to translate into.
        raise Complaint("“{tag}” adlı dil tanınmır.", tag=tag)
    return tag


def _state(domain: Domain, tag: str, *, check: bool) -> _State:
    file = domain.file(tag)
    try:
        if not check:
            update(domain, tag)
        return _State(domain, tag, tuple(lacks(domain, tag)))
    except (PoFileError, UnicodeDecodeError) as error:
        # The catalogue is not written as one.
        raise Complaint("“{file}” kataloqu oxunmur.", file=file) from error
    except OSError as error:
        # The file cannot be written.
        raise Complaint("“{file}” faylı yazılmır.", file=file) from error


def _as_json(states: Iterable[_State]) -> list[dict[str, Any]]:
    return [
        {
            "domain": state.domain.name,
            "language": state.tag,
            "texts": len(state.domain.texts),
            "translated": state.translated,
            "lacks": [{"kind": lack.kind, "text": lack.source} for lack in state.lacks],
        }
        for state in states
    ]


def _tell(console: Console, states: Sequence[_State]) -> None:
    # Catalogue, language, how many texts it has, how many are translated.
    columns = say_all("Kataloq", "Dil", "Mətnlər", "Tərcümə olunub")
    rows = [
        (state.domain.name, state.tag, str(len(state.domain.texts)), str(state.translated))
        for state in states
    ]
    console.print(table(console, columns, rows), crop=False)
    console.print()
    for lack in (lack for state in states for lack in state.lacks):
        why = language().said(_WHY[lack.kind])
        console.print(f"{lack.domain} {lack.tag}: {why}: {lack.source}", soft_wrap=True)
    # Every text is there in every language.
    well = say("Hər mətn hər dildə var.")
    whole = not any(state.lacks for state in states)
    # The translations are not complete.
    verdict(console, whole, well, say("Tərcümələr tam deyil."))
