"""``eservices-adapters audit``: whether what is kept of requests is what happened to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Annotated

from cyclopts import App, Parameter
from rich.progress import Progress
from rich.text import Text

from utility_eservices_adapters.cli import err, out
from utility_eservices_adapters.cli.tables import database_with
from utility_eservices_adapters.sql.audit import Finding, Flaw, newest_head
from utility_eservices_adapters.sql.audit import verify as verified
from utility_eservices_adapters.sql.schema import SCHEMA

__all__ = ["app"]

# The audit trail of requests.
app = App("audit", help="Müraciətlərin audit izi.")

_SAID = {
    # The link has been altered.
    Flaw.LINK_ALTERED: "{number}: zəncirin {place} nömrəli halqası dəyişdirilib",
    # The link is missing.
    Flaw.LINK_MISSING: "{number}: zəncirin {place} nömrəli halqası çatışmır",
    # The request is not what its last link says.
    Flaw.CASE_ALTERED: "{number}: müraciət zəncirin son halqasına uyğun deyil",
    # The request is as it was at an earlier version.
    Flaw.CASE_ROLLED_BACK: "{number}: müraciət köhnə, {place} nömrəli versiyasına qaytarılıb",
    # There is a chain or a history, and no request.
    Flaw.CASE_MISSING: "{number}: müraciətin özü yoxdur",
    # The request has been taken out of the lists.
    Flaw.CASE_UNLISTED: "{number}: müraciət siyahılarda yoxdur və ya səhv yerdədir",
    # The history is not what the last link says.
    Flaw.HISTORY_ALTERED: "{number}: müraciətin tarixçəsi zəncirin son halqasına uyğun deyil",
    # The request has no chain.
    Flaw.CHAIN_MISSING: "{number}: müraciətin zənciri yoxdur",
    # The heads know a link that is not there any more.
    Flaw.CHAIN_CUT: "{number}: zəncirin {place} nömrəli halqası var idi, indi yoxdur",
    # The row of heads has been altered.
    Flaw.HEAD_ALTERED: "{place} nömrəli yekun sətri dəyişdirilib",
    # The row of heads is missing.
    Flaw.HEAD_MISSING: "{place} nömrəli yekun sətri çatışmır",
    # No row of heads has the hash that was given.
    Flaw.HEAD_UNKNOWN: "göstərilən heş heç bir yekun sətrində yoxdur",
}


# Check all chains.
@app.command(help="Bütün zəncirləri yoxla; tapıntı varsa, çıxış kodu 1.")
def verify(
    *,
    head: Annotated[
        str,
        # A hash that “audit head” printed earlier and that was written down elsewhere.
        Parameter(help="Əvvəllər “audit head” ilə alınıb başqa yerdə saxlanılan heş."),
    ] = "",
) -> int:
    """Print what does not fit, a line each; 1 when there is anything."""
    count = 0
    with database_with(SCHEMA) as database, _bar() as progress:
        for finding in verified(database, head=head.strip().lower(), progress=progress):
            out().print(Text(_line(finding)))
            count += 1
    if count:
        # So many findings.
        out().print(Text(f"Tapıntılar: {count}.", "bold red"))
        return 1
    # All fits.
    out().print(Text("Hər şey uyğundur.", "bold green"))
    return 0


# The hash to write down elsewhere.
@app.command(help="Son yekun sətrinin heşi: onu başqa yerdə saxlayın.")
def head() -> int:
    """Print the hash of the newest row of heads, its place and instant; 1 when there is none."""
    with database_with(SCHEMA) as database:
        newest = newest_head(database)
    if newest is None:
        # There is no row of heads yet.
        err().print(Text("Hələ yekun sətri yoxdur."))
        return 1
    out().print(Text(f"{newest.hash} {newest.place} {newest.at.isoformat(timespec='seconds')}"))
    return 0


def _line(finding: Finding) -> str:
    return _SAID[finding.flaw].format(number=finding.case_number, place=finding.place)


@contextmanager
def _bar() -> Iterator[Callable[[int, int], None]]:
    with Progress(console=err(), transient=True, disable=not err().is_terminal) as progress:
        # It is being checked.
        task = progress.add_task("yoxlanılır", total=None)

        def told(done: int, total: int) -> None:
            progress.update(task, completed=done, total=total)

        yield told
