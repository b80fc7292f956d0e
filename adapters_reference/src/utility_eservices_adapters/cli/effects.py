"""``eservices-adapters effects``: what failed for good, and doing it again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

from cyclopts import App, Parameter
from rich import box
from rich.table import Table
from rich.text import Text

from utility_eservices.casework.effect import Effect
from utility_eservices.desk.desk import Desk
from utility_eservices.errors import PortFailure, StaleCase, UnknownName
from utility_eservices_adapters.cli import Complaint, err, out
from utility_eservices_adapters.cli.tables import database_with
from utility_eservices_adapters.sql.schema import SCHEMA
from utility_eservices_adapters.work.opening import opened

__all__ = ["app"]

# More than any line of the list needs.
_WIDEST = 1000
# How many are looked at, at most.
_MANY = 1000

# Effects that failed for good.
app = App("effects", help="Baş tutmamış nəticə əməliyyatları.")


# List the effects that failed for good.
@app.command(help="Baş tutmamış nəticə əməliyyatlarını göstər, əvvəlcə ən köhnələri.")
def failed() -> None:
    """List what failed for good, longest due first."""
    desk = opened()
    found = _failed(desk)
    if not found:
        # Nothing failed.
        out().print("Baş tutmamış əməliyyat yoxdur.")
        return
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    # Key, what, service, tries, reason, since.
    for title in ("Açar", "Nə", "Xidmət", "Cəhd", "Səbəb", "Nə vaxtdan"):
        table.add_column(title, no_wrap=True)
    for effect in found:
        table.add_row(*map(Text, _line(desk, effect)))
    console = out()
    # A key that was cut short could not be copied.
    console.width = console.measure(table, options=console.options.update(width=_WIDEST)).maximum
    console.print(table)


def _failed(desk: Desk) -> Sequence[Effect]:
    """What failed for good; raises `Complaint` where tables or the database are missing."""
    try:
        return desk.failed_effects(_MANY)
    except PortFailure:
        with database_with(SCHEMA):
            raise


def _line(desk: Desk, effect: Effect) -> tuple[str, ...]:
    what, since = _label(desk, effect), desk.words().said(effect.due)
    return effect.key, what, effect.service, str(effect.tries), effect.reason, since


def _label(desk: Desk, effect: Effect) -> str:
    """What an effect does, as its service calls it; a notice has its own name."""
    try:
        service = desk.catalogue.of(effect.service)
    except UnknownName:
        # It is of a service that is not offered here.
        return effect.name
    spec = service.effects.get(service.effect_now(effect.name))
    return desk.words(effect.service).text(spec.label) if spec else effect.name


# Give effects that failed for good a fresh run of tries.
@app.command(help="Baş tutmamış əməliyyatları yenidən növbəyə qoy.")
def again(
    *keys: Annotated[str, Parameter(help="Əməliyyatların açarları.")],
    # All that failed.
    every: Annotated[bool, Parameter("--all", help="Hamısını.", negative=())] = False,
) -> int:
    """Do effects again; 1 when one of them could not be."""
    if every == bool(keys):
        # Name keys, or give --all.
        raise Complaint("açarları yazın, ya da --all seçin")
    desk = opened()
    wanted = keys or tuple(effect.key for effect in _failed(desk))
    refused = list(_refused(desk, wanted))
    # Put back: so many.
    out().print(f"Yenidən növbəyə qoyuldu: {len(wanted) - len(refused)}")
    return 1 if refused else 0


def _refused(desk: Desk, keys: tuple[str, ...]) -> Iterator[str]:
    """Those that cannot be done again, each said on a line of its own."""
    for key in keys:
        try:
            desk.try_again(key)
        except UnknownName as error:
            err().print(Text(f"{key}: {error.message}"), soft_wrap=True)
            yield key
        except StaleCase:
            # It is waiting, done already, or the case has moved on since.
            said = "növbədədir, artıq görülüb, ya da müraciət ondan sonra irəliləyib"
            err().print(Text(f"{key}: {said}"), soft_wrap=True)
            yield key
