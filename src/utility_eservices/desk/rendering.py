"""Rendering: from a page as declared and a journey as it stands to the screen shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from utility_eservices.casework.asking import Asking, Option
from utility_eservices.casework.conversion import document_of, ticked
from utility_eservices.casework.form import FieldSpec
from utility_eservices.casework.page import (
    Chosen,
    FieldPart,
    Linked,
    Listed,
    Page,
    Recap,
    SentRequests,
    Shown,
    Ticked,
    Uploaded,
    entry_key,
)
from utility_eservices.casework.screen import (
    ChoiceEntry,
    Entry,
    FileEntry,
    Link,
    Message,
    NumberEntry,
    Rows,
    Screen,
    ScreenButton,
    Table,
    TextEntry,
    TickEntry,
)
from utility_eservices.casework.service import Service
from utility_eservices.desk.deriving import Deriving
from utility_eservices.errors import Fault, PortFailure

__all__ = ["render"]

T = TypeVar("T")
SentTable = Callable[[str], Table]


def render(
    service: Service,
    page: Page,
    typed: Mapping[str, str],
    deriving: Deriving,
    *,
    faults: Iterable[Fault] = (),
    number: str = "",
    sent: SentTable,
    lenient: bool = False,
) -> Screen:
    """The screen of a page.

    ``faults`` are shown beside their entries, the rest as messages. ``lenient`` leaves a list
    empty where its port fails, instead of raising; ``sent`` gives the table of sent requests.
    """
    painter = _Painter(service, page, typed, deriving, lenient=lenient)
    faults = tuple(faults)
    beside = {fault.field: fault.message for fault in reversed(faults)}
    entries = tuple(painter.entry(part, beside) for part in page.entries)
    shown = {entry.key for entry in entries}
    messages = [
        Message("fault", _with_label(service, fault), fault.code, fault.field)
        for fault in faults
        if fault.field not in shown
    ]
    if page.message:
        messages.append(Message("success", page.message.format(number=number)))
    return Screen(
        page.key,
        page.window or page.key,
        page.title,
        page.text,
        entries,
        tuple(painter.rows()),
        tuple(painter.tables(sent)),
        tuple(Link(part.label, part.url) for part in page.parts if isinstance(part, Linked)),
        tuple(messages),
        tuple(painter.buttons(entries)),
        page.dialog,
        page.final,
    )


def _with_label(service: Service, fault: Fault) -> str:
    """The message of a fault whose entry is not on this screen: it names the entry."""
    spec = service.fields.get(fault.field)
    return f"{spec.label}: {fault.message}" if spec else fault.message


class _Painter:
    def __init__(
        self,
        service: Service,
        page: Page,
        typed: Mapping[str, str],
        deriving: Deriving,
        *,
        lenient: bool,
    ) -> None:
        self._fields = service.fields
        self._page = page
        self._typed = typed
        self._deriving = deriving
        self._lenient = lenient

    def entry(self, part: FieldPart | Ticked, faults: Mapping[str, str]) -> Entry:
        key = entry_key(part)
        text, fault = self._typed.get(key, ""), faults.get(key, "")
        if isinstance(part, Ticked):
            on = ticked(key, text) is True
            return TickEntry(key=key, label=part.label, ticked=on, fault=fault)
        spec = self._fields[key]
        if isinstance(part, Chosen):
            return self._choice(part, spec, text, fault)
        if isinstance(part, Uploaded):
            return self._file(part, spec, text, fault)
        if spec.number:
            return NumberEntry(
                key=key,
                label=spec.label,
                section=part.section,
                help=spec.help,
                fault=fault,
                text=text,
                unit=spec.unit,
            )
        return TextEntry(
            key=key, label=spec.label, section=part.section, help=spec.help, fault=fault, text=text
        )

    def _asked(self, ask: Callable[[], T], instead: T) -> T:
        try:
            return ask()
        except PortFailure:
            if not self._lenient:
                raise
            return instead

    def _choice(self, part: Chosen, spec: FieldSpec, text: str, fault: str) -> Entry:
        none: tuple[Option, ...] = ()
        options = self._asked(lambda: self._deriving.options(part), none)
        return ChoiceEntry(
            key=spec.key,
            label=spec.label,
            section=part.section,
            help=spec.help,
            fault=fault,
            options=tuple((option.key, option.label) for option in options),
            chosen=text if any(option.key == text for option in options) else "",
            depends_on=tuple(need for need in part.options.needs if need in self._fields),
        )

    def _file(self, part: Uploaded, spec: FieldSpec, text: str, fault: str) -> Entry:
        policy = spec.upload
        return FileEntry(
            key=spec.key,
            label=spec.label,
            section=part.section,
            help=spec.help,
            fault=fault,
            kept=document_of(text).name if text else "",
            media_types=policy.media_types if policy else (),
            longest=policy.longest if policy else 0,
        )

    def rows(self) -> Iterable[Rows]:
        for part in self._page.parts:
            if isinstance(part, Recap):
                yield Rows(part.title, tuple(self._recap(key) for key in part.fields))
            if isinstance(part, Shown):
                yield Rows(part.title, self._answer(part.question))

    def _recap(self, key: str) -> tuple[str, str]:
        return self._fields[key].label, self._asked(lambda: self._deriving.shown(key), "")

    def _answer(self, question: Asking) -> tuple[Any, ...]:
        return self._asked(lambda: tuple(self._deriving.answer(question) or ()), ())

    def tables(self, sent: SentTable) -> Iterable[Table]:
        for part in self._page.parts:
            if isinstance(part, Listed):
                yield Table(part.title, part.columns, self._answer(part.question))
            if isinstance(part, SentRequests):
                yield self._asked(lambda: sent(part.title), Table(part.title, (), ()))  # noqa: B023  # called at once

    def buttons(self, entries: tuple[Entry, ...]) -> Iterable[ScreenButton]:
        present = {entry.key for entry in entries}
        filled = {entry.key for entry in entries if _filled(entry)}
        for button in self._page.buttons:
            wanted = tuple(key for key in button.submits if key in present)
            yield ScreenButton(button.key, button.label, filled.issuperset(wanted), wanted)


def _filled(entry: Entry) -> bool:
    match entry:
        case TextEntry() | NumberEntry():
            return bool(entry.text)
        case ChoiceEntry():
            return bool(entry.chosen)
        case FileEntry():
            return bool(entry.kept)
        case TickEntry():
            return entry.ticked
