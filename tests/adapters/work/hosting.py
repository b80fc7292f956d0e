"""A host on one database: a small service whose visits are written into a folder.

The installed plugin ``call-out`` finds its database by the settings, and the folder by the variable
``CALL_OUT_FOLDER``. What the workshop does stands in the folder:

- ``begun`` and ``done`` have a line for each visit, its key and the process that made it;
- a pipe called ``gate`` holds every visit up until somebody opens it for writing;
- a file called ``closed`` or ``refusing`` makes it fail like that.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Protocol

import attrs
from statemachine import StateMachine

from utility_eservices import Desk, Person
from utility_eservices.casework.acts import SYSTEM, by, orders
from utility_eservices.casework.effect import Patience, effect
from utility_eservices.casework.entrance import Means, SignInWindow
from utility_eservices.casework.form import form_field
from utility_eservices.casework.journey import Journey
from utility_eservices.casework.page import Button, Page, Typed
from utility_eservices.casework.rulebook import Status
from utility_eservices.casework.service import Service
from utility_eservices.desk.system import SystemClock
from utility_eservices.errors import PortRefused, PortUnavailable
from utility_eservices.ports.case_store import CaseCodec
from utility_eservices.ports.port import Port, hookimpl, hookspec
from utility_eservices.vocabulary.channel import E_GOV_AZ
from utility_eservices.vocabulary.fin import Fin
from utility_eservices.vocabulary.person import Assurance, Identity, PersonName
from utility_eservices.vocabulary.sign_in import ASAN
from utility_eservices.vocabulary.utility import AZERSU
from utility_eservices_adapters.sql.cases import Jobs, SqlCases
from utility_eservices_adapters.sql.database import Database
from utility_eservices_adapters.sql.journeys import SqlJourneys
from utility_eservices_adapters.sql.numbers import SqlNumbers
from utility_eservices_adapters.sql.shared import shared
from utility_eservices_adapters.work.jobs import ProcrastinateJobs

__all__ = ["SERVICE", "Folder", "Host", "installed", "opened", "signed_in"]

# How soon a failed visit is tried again, and how often.
PATIENCE = Patience(tries=50, first=timedelta(milliseconds=50), longest=timedelta(milliseconds=50))


# --- the workshop -------------------------------------------------------------------------------


class Workshop(Protocol):
    """Who visits."""

    def visit(self, key: str) -> None:
        """Go there, once for each key."""


@hookspec
def eservices_workshop(utility: str) -> Workshop | None:
    """Give the workshop of a utility.

    :param utility: the key of the utility.
    :return: the object, or None when this plugin has none.
    """


WORKSHOP = Port(Workshop, eservices_workshop)


@attrs.frozen
class Folder:
    """A workshop that can be watched and held up from another process."""

    path: Path

    def visit(self, key: str) -> None:
        """See `Workshop.visit`."""
        self._write("begun", key)
        if self.gate.exists():
            self.gate.open("rb").close()  # waits for somebody who writes
        if (self.path / "closed").exists():
            raise PortUnavailable
        if (self.path / "refusing").exists():
            raise PortRefused
        self._write("done", key)

    @property
    def gate(self) -> Path:
        """The pipe."""
        return self.path / "gate"

    def shut(self) -> None:
        """From now on visits are held up."""
        os.mkfifo(self.gate)

    def open_gate(self) -> None:
        """Let those through that are held up, and whoever comes later."""
        descriptor = os.open(self.gate, os.O_RDWR)  # even when nobody waits there
        self.gate.unlink()
        os.close(descriptor)

    def _write(self, name: str, key: str) -> None:
        with (self.path / name).open("a", encoding="utf-8") as file:
            file.write(f"{key} {os.getpid()}\n")

    def visits(self, name: str) -> list[tuple[str, int]]:
        """The keys of the visits begun or done, and the processes that made them."""
        file = self.path / name
        lines = file.read_text("utf-8").splitlines() if file.exists() else []
        return [(key, int(process)) for key, process in (line.split() for line in lines)]


# --- the service --------------------------------------------------------------------------------


@attrs.frozen
class CallOut:
    """Who calls."""

    note: str = form_field("Qeyd", example="Sayğac")


@effect(WORKSHOP, label="Ustanın gəlişi", then="came", otherwise="came_not", patience=PATIENCE)
def visit(workshop: Workshop, key: str) -> None:
    """Send somebody."""
    workshop.visit(key)


class Casework(StateMachine):
    """Sent, visited."""

    draft = Status("Qaralama", initial=True)
    waiting = Status("Gözləyir", told="Usta gələcək.", owner=SYSTEM)
    done = Status("Hazırdır", told="Usta gəldi.", final=True)

    register = draft.to(waiting, on=orders(visit))
    came = waiting.to(done, cond=by(SYSTEM))
    came_not = waiting.to(waiting, cond=by(SYSTEM))


START = Page(
    "start",
    "Usta çağırışı",
    parts=(Typed("note"),),
    buttons=(Button("submit", "Göndər", "sent", submits=("note",), registers=True),),
)
SENT = Page("sent", "Göndərildi", message="Müraciətin nömrəsi: {number}", final=True)
SIGN_IN = SignInWindow("Giriş", (Means(ASAN),), of_portal=True)
JOURNEY = Journey(E_GOV_AZ, SIGN_IN, (START, SENT))
SERVICE = Service("call_out", "Usta çağırışı", AZERSU, 1, CallOut, (JOURNEY,), casework=Casework)


# --- the host -----------------------------------------------------------------------------------


class Host:
    """A plugin with the service and its workshop; cases, journeys, numbers are on a database."""

    def __init__(
        self,
        database: Callable[[], Database],
        folder: Callable[[], Folder],
        jobs: Callable[[Database], Jobs | None],
    ) -> None:
        self._database = database
        self._folder = folder
        self._jobs = jobs

    @hookimpl
    def eservices_services(self) -> tuple[Service, ...]:
        """The service."""
        return (SERVICE,)

    @hookimpl
    def eservices_case_store(self, codec: CaseCodec) -> SqlCases:
        """The cases."""
        database = self._database()
        return SqlCases(database, codec, self._jobs(database))

    @hookimpl
    def eservices_journeys(self) -> SqlJourneys:
        """The unfinished journeys."""
        return SqlJourneys(self._database())

    @hookimpl
    def eservices_numbers(self, utility: str) -> SqlNumbers:
        """The numbers."""
        return SqlNumbers(self._database(), utility, "AZS")

    @hookimpl
    def eservices_workshop(self, utility: str) -> Folder:
        """The workshop."""
        return self._folder()


def jobs_for(database: Database) -> Jobs | None:
    """What a host has its effects performed by: jobs on PostgreSQL, the loop on SQLite."""
    return None if database.config.on_sqlite else ProcrastinateJobs()


installed = Host(shared, lambda: Folder(Path(os.environ["CALL_OUT_FOLDER"])), jobs_for)


def opened(
    database: Database,
    folder: Folder,
    *others: object,
    jobs: Callable[[Database], Jobs | None] = jobs_for,
) -> Desk:
    """A desk of this process; ``others`` are what stands in the place of the machine's own."""
    host = Host(lambda: database, lambda: folder, jobs)
    return Desk([host, *(others or ("system",))], [SERVICE])


def signed_in() -> Person:
    """Somebody, signed in on e-gov.az."""
    name = PersonName("Aysel", "Quliyeva", "Vaqif")
    identity = Identity(Fin("5XJ1K2A"), name, ASAN.key, Assurance.HIGH)
    return Person(identity, E_GOV_AZ.key, "", SystemClock().now())
