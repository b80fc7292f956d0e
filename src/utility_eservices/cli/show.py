"""``eservices show``: one service as it is declared: form, windows, casework, notices.

Beside everything declared stand the rows of the catalogue that it comes from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

import attrs
from cyclopts import Parameter
from rich.console import Console
from rich.text import Text

from utility_eservices.casework.form import FieldSpec
from utility_eservices.casework.journey import Journey
from utility_eservices.casework.notice import Medium, Notice
from utility_eservices.casework.page import Button, Chosen, Page, Part, Typed
from utility_eservices.casework.rulebook import Rule, Rulebook, StateInfo
from utility_eservices.casework.service import Service
from utility_eservices.casework.switch import Switch
from utility_eservices.cli.services import service_called, spoken_by
from utility_eservices.cli.terminal import heading, marked, out, sourced, table
from utility_eservices.cli.words import language, say, say_all
from utility_eservices.conformance.drawing import (
    Kind,
    casework_diagram,
    journey_diagram,
    leads,
    section_of,
    sources,
    stands,
)
from utility_eservices.conformance.wording import KINDS
from utility_eservices.vocabulary.document import Upload
from utility_eservices.vocabulary.language import Language, Phrase

__all__ = ["show"]

_MEDIA = {
    # E-mail.
    Medium.EMAIL: Phrase("e-poçt"),
    Medium.SMS: Phrase("SMS"),
    # The portal's inbox.
    Medium.PORTAL: Phrase("portal"),
}

Lines = Sequence[Sequence[str]]


def show(
    service: Annotated[str, Parameter(help="Xidmətin açarı; bax: eservices services.")],
    /,
    *,
    mermaid: Annotated[
        bool,
        Parameter(
            negative="",
            # Only the diagrams of the casework and of the windows, in a page of Markdown.
            help="Yalnız icranın və pəncərələrin Mermaid diaqramları, Markdown səhifəsində.",
        ),
    ] = False,
) -> None:
    """Show what is declared about one service."""
    found = service_called(service)
    words = spoken_by(found)
    if mermaid:
        out().out("\n".join(_diagrams(found, words)), end="")
        return
    _Shown(out(), found, words).whole()


def _diagrams(service: Service, words: Language) -> Iterator[str]:
    """The service's diagrams, each with its heading: a file of Mermaid holds but one."""
    if service.rules is not None:
        # The casework.
        yield _diagram(say("İcra"), casework_diagram(service.rules, words))
    for journey in service.journeys:
        yield _diagram(_windows(journey), journey_diagram(journey, words))


def _diagram(title: str, drawn: str) -> str:
    return f"## {title}\n\n```mermaid\n{drawn}\n```\n"


def _windows(journey: Journey) -> str:
    portals = ", ".join(channel.key for channel in journey.channels)
    # The windows on these portals.
    return say("Pəncərələr: {portals}", portals=portals)


@attrs.frozen
class _Shown:
    """One service on a console; what it declares is said in ``words``."""

    console: Console
    service: Service
    words: Language

    def whole(self) -> None:
        """Everything, in reading order."""
        self._about()
        self._form()
        if self.service.switches:
            self._switches(self.service.switches)
        for journey in self.service.journeys:
            self._journey(journey)
        if self.service.rules is not None:
            self._casework(self.service.rules)
            self._statuses(self.service.rules)
        if self.service.notices:
            self._notices()

    def _part(self, title: str, columns: Sequence[str], lines: Lines) -> None:
        self.console.print(heading(title))
        self.console.print(table(self.console, columns, lines), crop=False)

    def _fact(self, label: str, text: str) -> None:
        self.console.print(f"{label}: {text}", soft_wrap=True)

    def _about(self) -> None:
        self.console.print(Text(self.words.text(self.service.name), "bold cyan"))
        # The service's key.
        self._fact(say("Açar"), self.service.key)
        # The utility whose service it is.
        self._fact(say("Təşkilat"), self.service.utility.name)
        # The service's version.
        self._fact(say("Versiya"), str(self.service.version))
        # The manual that it follows.
        self._fact(say("Təlimat"), self.service.manual)
        # The rows of the manual.
        self._fact(say("Sətirlər"), self.service.rows)
        if self.service.urgent:
            # Its place in the inboxes of the staff: urgent, before all other requests.
            self._fact(say("Növbə"), say("təcili, başqa müraciətlərdən əvvəl"))

    # --- the form -----------------------------------------------------------------------------

    def _form(self) -> None:
        # Field, key, example, help, rows.
        columns = say_all("Sahə", "Açar", "Nümunə", "İzah", "Sətirlər")
        # The form.
        self._part(say("Forma"), columns, [*map(self._field, self.service.fields.values())])

    def _field(self, spec: FieldSpec) -> tuple[str, ...]:
        return (
            self.words.text(spec.label),
            spec.key,
            self._example(spec),
            "\n".join(self._told_of(spec)) or "–",
            sourced(spec.rows, ours=spec.ours),
        )

    def _told_of(self, spec: FieldSpec) -> Iterator[str]:
        """The help of a field, and when it is there, if not always."""
        if spec.help:
            yield self.words.text(spec.help)
        if spec.only_when is not None:
            key, value = spec.only_when
            field, said = self.words.text(self.service.fields[key].label), self.words.said(value)
            # There only when this field has this value.
            yield say("yalnız bu halda: {field} = {value}", field=field, value=said)

    def _example(self, spec: FieldSpec) -> str:
        if isinstance(spec.example, Upload):
            return spec.example.name
        return f"{spec.example} {self.words.text(spec.unit)}".strip() or "–"

    # --- the rules ----------------------------------------------------------------------------

    def _switches(self, switches: Sequence[Switch]) -> None:
        # Rule, key, what holds unless the utility says otherwise, rows.
        columns = say_all("Qayda", "Açar", "İlkin halda", "Sətirlər")
        # The rules that the utility may switch off or on.
        self._part(say("Seçilən qaydalar"), columns, [*map(self._switch, switches)])

    def _switch(self, switch: Switch) -> tuple[str, ...]:
        # Applied; not applied.
        default = say("tətbiq edilir") if switch.default else say("tətbiq edilmir")
        source = sourced(switch.rows, ours=switch.ours)
        return self.words.text(switch.name), switch.key, default, source

    # --- the windows --------------------------------------------------------------------------

    def _journey(self, journey: Journey) -> None:
        self.console.print(heading(_windows(journey)))
        for channel in journey.channels:
            way = journey.way_from(channel.key)
            steps = (marked(self.words.text(step.label), ours=step.ours) for step in way)
            # The way to the service on this portal.
            self._fact(say("{portal} portalında yol", portal=channel.key), " → ".join(steps))
        window = journey.sign_in
        means = (marked(self.words.text(item.said), ours=item.ours) for item in window.means)
        title = marked(self.words.text(window.title), ours=window.ours)
        self._fact(title, ", ".join(means))
        # Window, key, what stands there, buttons and where they lead, rows.
        columns = say_all("Pəncərə", "Açar", "Nə var", "Düymələr", "Sətirlər")
        lines = [self._page(page) for page in journey.pages]
        self.console.print(table(self.console, columns, lines), crop=False)

    def _page(self, page: Page) -> tuple[str, ...]:
        here = [*self._said(page), *self._parts(page)]
        title = self.words.text(page.title)
        return (
            # A dialog, in front of the window before it.
            say("{title} (dialoq)", title=title) if page.dialog else title,
            page.key,
            "\n".join(here) or "–",
            "\n".join(map(self._button, page.buttons)) or "–",
            sourced(sources(page), ours=page.ours),
        )

    def _said(self, page: Page) -> Iterator[str]:
        for text in (page.text, page.message):
            if text:
                yield f"“{self.words.text(text)}”"
        if page.answer is not None:
            # The question that answers with what the page is about.
            yield say("cavab: {question}", question=page.answer.name)

    def _parts(self, page: Page) -> Iterator[str]:
        """What stands on a page, each thing after its kind, as scenarios call it."""
        section = ""
        for part in page.parts:
            if section_of(part) not in ("", section):
                yield self._called(Kind.SECTION, section_of(part))
            section = section_of(part)
            kind, labels = stands(self.service, part)
            yield from (marked(self._called(kind, label), ours=part.ours) for label in labels)
            yield from self._asked_of(part)

    def _called(self, kind: Kind, label: str) -> str:
        return f"{language().said(KINDS[kind])}: {self.words.text(label)}"

    def _asked_of(self, part: Part) -> Iterator[str]:
        if isinstance(part, Typed | Chosen) and part.prefill is not None:
            # The question that answers with what the entry begins with.
            yield "  " + say("əvvəlcədən yazılır: {question}", question=part.prefill.name)
        if isinstance(part, Typed) and part.needed is not None:
            # The question that answers whether the entry must be filled in.
            yield "  " + say("mütləqdir, əgər: {question}", question=part.needed.name)

    def _button(self, button: Button) -> str:
        ways = [_way(*way) for way in leads(button)]
        if button.otherwise:
            # With faults it leads there.
            ways.append(say("səhv olanda {page}", page=button.otherwise))
        if button.registers:
            # It registers the request.
            ways.append(say("müraciəti qeydiyyata alır"))
        said = f"[ {self.words.text(button.label)} ] → {', '.join(ways)}"
        return marked(said, ours=button.ours)

    # --- the casework -------------------------------------------------------------------------

    def _casework(self, rules: Rulebook) -> None:
        # From which status, act, to which status, who, what is to be stated, rows.
        columns = say_all(
            "Statusdan", "Əməliyyat", "Statusa", "Kim", "Lazım olan qeydlər", "Sətirlər"
        )
        # The casework.
        self._part(say("İcra"), columns, [self._rule(rules, rule) for rule in rules.rules])

    def _rule(self, rules: Rulebook, rule: Rule) -> tuple[str, ...]:
        text = self.words.text
        return (
            text(rules.states[rule.source].name),
            text(rule.label) or rule.event,
            text(rules.states[rule.target].name),
            "\n".join(sorted(text(role.label) for role in rule.roles)) or "–",
            "\n".join(text(item.label) for item in rule.findings) or "–",
            sourced(rule.rows, ours=rule.ours),
        )

    def _statuses(self, rules: Rulebook) -> None:
        # Status, key, what the applicant reads, who holds the request, rows.
        columns = say_all("Status", "Açar", "Müraciət edənə deyilir", "Kimdədir", "Sətirlər")
        lines = [self._status(state) for state in rules.states.values()]
        # The statuses.
        self._part(say("Statuslar"), columns, lines)

    def _status(self, state: StateInfo) -> tuple[str, ...]:
        return (
            self.words.text(state.name),
            state.key,
            self.words.text(state.told),
            self.words.text(state.owner.label) if state.owner else "–",
            sourced(state.rows, ours=state.ours),
        )

    # --- the notices --------------------------------------------------------------------------

    def _notices(self) -> None:
        # Portals, status, by what, subject, text, SMS, rows.
        columns = say_all("Portallar", "Status", "Vasitələr", "Mövzu", "Mətn", "SMS", "Sətirlər")
        # The notices.
        self._part(say("Bildirişlər"), columns, [*map(self._notice, self.service.notices)])

    def _notice(self, notice: Notice) -> tuple[str, ...]:
        return (
            "\n".join(channel.key for channel in notice.channels),
            self.words.text(self.service.casework_rules.states[notice.state].name),
            "\n".join(language().said(_MEDIA[medium]) for medium in notice.media),
            self.words.text(notice.subject),
            self.words.text(notice.text),
            self.words.text(notice.sms),
            sourced(notice.rows, ours=notice.ours),
        )


def _way(page: str, conditions: Sequence[str], bill: str) -> str:
    if bill:
        # The question that answers with what is paid on the way to the page.
        page = say("{page}, ödənilir: {bill}", page=page, bill=bill)
    if not conditions:
        return page
    # If all of this holds.
    return say("{page} (şərt: {conditions})", page=page, conditions=", ".join(conditions))
