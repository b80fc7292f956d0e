"""Rendering: from a page as declared and a journey as it stands to the screen shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypedDict, TypeVar

from utility_eservices.casework.asking import Asking, Option
from utility_eservices.casework.conversion import document_of, ticked
from utility_eservices.casework.form import FieldSpec
from utility_eservices.casework.page import (
    Chosen,
    FieldPart,
    Linked,
    Listed,
    Page,
    PaymentLink,
    Recap,
    RequestNumber,
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
from utility_eservices.vocabulary.language import Language

__all__ = ["render"]

T = TypeVar("T")
SentTable = Callable[[str], Table]


class _Said(TypedDict):
    """What stands around an entry, in the reader's language."""

    label: str
    section: str
    help: str
    required: bool


def render(
    service: Service,
    page: Page,
    typed: Mapping[str, str],
    deriving: Deriving,
    language: Language,
    *,
    faults: Iterable[Fault] = (),
    number: str = "",
    reserved: str = "",
    sent: SentTable,
    lenient: bool = False,
) -> Screen:
    """The screen of a page, in a language.

    ``faults`` are shown beside their entries, the rest as messages. ``lenient`` leaves a list
    empty where its port fails, instead of raising; ``sent`` gives the table of sent requests;
    ``number`` is the registered request's, ``reserved`` the one it has or will have.
    """
    painter = _Painter(service, page, typed, deriving, language, reserved, lenient=lenient)
    faults = tuple(faults)
    beside = {fault.field: language.filled(fault.text, fault.values) for fault in reversed(faults)}
    entries = tuple(painter.entry(part, beside) for part in page.entries)
    shown = {entry.key for entry in entries}
    messages = [
        Message("fault", _with_label(service, fault, language), fault.code, fault.field)
        for fault in faults
        if fault.field not in shown
    ]
    if page.message:
        messages.append(Message("success", language.filled(page.message, {"number": number})))
    return Screen(
        page.key,
        page.window or page.key,
        language.text(page.title),
        language.text(page.text),
        entries,
        tuple(painter.rows()),
        tuple(painter.tables(sent)),
        tuple(painter.links()),
        tuple(messages),
        tuple(painter.buttons(entries)),
        page.dialog,
        page.final,
    )


def _with_label(service: Service, fault: Fault, language: Language) -> str:
    """The message of a fault whose entry is not on this screen: it names the entry."""
    message = language.filled(fault.text, fault.values)
    spec = service.fields.get(fault.field)
    return f"{language.text(spec.label)}: {message}" if spec else message


class _Painter:
    def __init__(
        self,
        service: Service,
        page: Page,
        typed: Mapping[str, str],
        deriving: Deriving,
        language: Language,
        reserved: str,
        *,
        lenient: bool,
    ) -> None:
        self._fields = service.fields
        self._page = page
        self._typed = typed
        self._deriving = deriving
        self._language = language
        self._reserved = reserved
        self._lenient = lenient

    def entry(self, part: FieldPart | Ticked, faults: Mapping[str, str]) -> Entry:
        key = entry_key(part)
        text, fault = self._typed.get(key, ""), faults.get(key, "")
        if isinstance(part, Ticked):
            on = ticked(key, text) is True
            label = self._language.text(part.label)
            return TickEntry(key=key, label=label, ticked=on, fault=fault)
        spec = self._fields[key]
        said = self._said(part, spec)
        if isinstance(part, Chosen):
            return self._choice(part, said, text, fault)
        if isinstance(part, Uploaded):
            return self._file(said, spec, text, fault)
        if spec.number:
            unit = self._language.text(spec.unit)
            return NumberEntry(key=key, **said, fault=fault, text=text, unit=unit)
        return TextEntry(key=key, **said, fault=fault, text=text)

    def _said(self, part: FieldPart, spec: FieldSpec) -> _Said:
        """What is written around every entry of the form."""
        text = self._language.text
        return {
            "label": text(spec.label),
            "section": text(part.section),
            "help": text(spec.help),
            "required": self._asked(lambda: self._deriving.needed(part), spec.required),
        }

    def _asked(self, ask: Callable[[], T], instead: T) -> T:
        try:
            return ask()
        except PortFailure:
            if not self._lenient:
                raise
            return instead

    def _choice(self, part: Chosen, said: _Said, text: str, fault: str) -> Entry:
        none: tuple[Option, ...] = ()
        options = self._asked(lambda: self._deriving.options(part), none)
        return ChoiceEntry(
            key=part.field,
            **said,
            fault=fault,
            options=tuple((option.key, self._language.said(option.label)) for option in options),
            chosen=text if any(option.key == text for option in options) else "",
            depends_on=tuple(need for need in part.options.needs if need in self._fields),
        )

    def _file(self, said: _Said, spec: FieldSpec, text: str, fault: str) -> Entry:
        policy = spec.upload
        return FileEntry(
            key=spec.key,
            **said,
            fault=fault,
            kept=document_of(text).name if text else "",
            media_types=policy.media_types if policy else (),
            longest=policy.longest if policy else 0,
        )

    def links(self) -> Iterable[Link]:
        for part in self._page.parts:
            if isinstance(part, Linked):
                yield Link(self._language.text(part.label), part.url)
            payment = self._deriving.names.get("payment")
            if isinstance(part, PaymentLink) and payment is not None and payment.page:
                yield Link(self._language.text(part.label), payment.page)

    def rows(self) -> Iterable[Rows]:
        text = self._language.text
        for part in self._page.parts:
            if isinstance(part, Recap):
                yield Rows(text(part.title), tuple(self._recap(key) for key in part.fields))
            if isinstance(part, RequestNumber):
                yield Rows(text(part.title), ((text(part.label), self._reserved),))
            if isinstance(part, Shown) and self._ready(part.question):
                answer = self._answer(part.question)
                said = ((text(label), self._language.said(value)) for label, value in answer)
                yield Rows(text(part.title), tuple(said))

    def _recap(self, key: str) -> tuple[str, str]:
        nothing: object = ""
        value = self._asked(lambda: self._deriving.shown(key), nothing)
        return self._language.text(self._fields[key].label), self._language.said(value)

    def _ready(self, question: Asking) -> bool:
        return self._asked(lambda: self._deriving.ready(question), False)

    def _answer(self, question: Asking) -> tuple[Any, ...]:
        return self._asked(lambda: tuple(self._deriving.answer(question) or ()), ())

    def tables(self, sent: SentTable) -> Iterable[Table]:
        text = self._language.text
        for part in self._page.parts:
            if isinstance(part, Listed) and self._ready(part.question):
                columns = tuple(text(column) for column in part.columns)
                rows = (tuple(map(self._language.said, row)) for row in self._answer(part.question))
                yield Table(text(part.title), columns, tuple(rows))
            if isinstance(part, SentRequests):
                title = text(part.title)
                yield self._asked(lambda: sent(title), Table(title, (), ()))  # noqa: B023  # called at once

    def buttons(self, entries: tuple[Entry, ...]) -> Iterable[ScreenButton]:
        required = {entry.key for entry in entries if entry.required}
        filled = {entry.key for entry in entries if _filled(entry)}
        for button in self._page.buttons:
            wanted = tuple(key for key in button.submits if key in required)
            label = self._language.text(button.label)
            yield ScreenButton(button.key, label, filled.issuperset(wanted), wanted)


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
