"""``eservices show``: one service as it is declared: form, windows, casework, notices.

Beside everything declared stand the rows of the catalogue that it comes from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

from cyclopts import Parameter
from rich.console import Console
from rich.text import Text

from utility_eservices.casework.form import FieldSpec
from utility_eservices.casework.journey import Journey
from utility_eservices.casework.notice import Medium, Notice
from utility_eservices.casework.page import (
    Button,
    Chosen,
    Linked,
    Listed,
    Page,
    Part,
    Recap,
    SentRequests,
    Shown,
    Ticked,
    Typed,
    Uploaded,
)
from utility_eservices.casework.rulebook import Rule, Rulebook
from utility_eservices.casework.service import Service
from utility_eservices.cli.services import service_called
from utility_eservices.cli.terminal import Complaint, heading, out, sourced, table
from utility_eservices.vocabulary.document import Upload

__all__ = ["show"]

# Text, list, file, box, link, shown, table.
_KINDS: dict[type[Part], str] = {
    Typed: "mətn",
    Chosen: "siyahı",
    Uploaded: "fayl",
    Ticked: "seçim",
    Linked: "keçid",
    Recap: "məlumat",
    Shown: "məlumat",
    Listed: "cədvəl",
    SentRequests: "cədvəl",
}
_MEDIA = {Medium.EMAIL: "e-poçt", Medium.SMS: "SMS", Medium.PORTAL: "portal"}

Lines = Sequence[Sequence[str]]


def show(
    service: Annotated[str, Parameter(help="Xidmətin açarı; bax: eservices services.")],
    /,
    *,
    mermaid: Annotated[
        bool, Parameter(negative="", help="Yalnız icranın diaqramı, Mermaid dilində.")
    ] = False,
) -> None:
    """Show what is declared about one service."""
    found = service_called(service)
    console = out()
    if mermaid:
        console.out(_diagram(found))
        return
    _about(console, found)
    _form(console, found)
    for journey in found.journeys:
        _journey(console, found, journey)
    if found.rules is not None:
        _casework(console, found.rules)
        _statuses(console, found.rules)
    if found.notices:
        _notices(console, found)


def _diagram(service: Service) -> str:
    if service.casework is None:
        # The service has no casework: it answers at once.
        raise Complaint(f"“{service.key}” xidmətinin icrası yoxdur: cavab dərhal verilir.")
    return format(service.casework, "mermaid")


def _part(console: Console, title: str, columns: Sequence[str], lines: Lines) -> None:
    console.print(heading(title))
    console.print(table(console, columns, lines), crop=False)


def _about(console: Console, service: Service) -> None:
    console.print(Text(service.name, "bold cyan"))
    # Key, utility, version, manual, rows.
    facts = {
        "Açar": service.key,
        "Təşkilat": service.utility.name,
        "Versiya": str(service.version),
        "Təlimat": service.manual,
        "Sətirlər": service.rows,
    }
    for label, text in facts.items():
        console.print(f"{label}: {text}", soft_wrap=True)


# --- the form ---------------------------------------------------------------------------------


def _form(console: Console, service: Service) -> None:
    # Form: field, key, example, help, rows.
    columns = ("Sahə", "Açar", "Nümunə", "İzah", "Sətirlər")
    _part(console, "Forma", columns, [_field(spec) for spec in service.fields.values()])


def _field(spec: FieldSpec) -> tuple[str, ...]:
    return (
        spec.label,
        spec.key,
        _example(spec),
        spec.help or "–",
        sourced(spec.rows, ours=spec.ours),
    )


def _example(spec: FieldSpec) -> str:
    if isinstance(spec.example, Upload):
        return spec.example.name
    return f"{spec.example} {spec.unit}".strip() or "–"


# --- the windows ------------------------------------------------------------------------------


def _journey(console: Console, service: Service, journey: Journey) -> None:
    portals = ", ".join(channel.key for channel in journey.channels)
    # Windows: what stands there; buttons and where they lead; rows.
    console.print(heading(f"Pəncərələr: {portals}"))
    # Way, sign-in.
    way = " → ".join(step.label for step in journey.way)
    console.print(f"Yol: {way}", soft_wrap=True)
    means = ", ".join(item.said for item in journey.sign_in.means)
    console.print(f"{journey.sign_in.title}: {means}", soft_wrap=True)
    columns = ("Pəncərə", "Açar", "Nə var", "Düymələr", "Sətirlər")
    lines = [_page(service, page) for page in journey.pages]
    console.print(table(console, columns, lines), crop=False)


def _page(service: Service, page: Page) -> tuple[str, ...]:
    here = [*_said(page), *(line for part in page.parts for line in _stands(service, part))]
    rows = [page.rows, *(part.rows for part in page.parts), *(item.rows for item in page.buttons)]
    return (
        f"{page.title} (dialoq)" if page.dialog else page.title,
        page.key,
        "\n".join(here) or "–",
        "\n".join(_button(button) for button in page.buttons) or "–",
        sourced(" ".join(rows), ours=page.ours),
    )


def _said(page: Page) -> Iterator[str]:
    yield from (f"“{text}”" for text in (page.text, page.message) if text)


def _stands(service: Service, part: Part) -> list[str]:
    """What stands on a page, each thing after its kind, as scenarios call it."""
    kind = _KINDS[type(part)]
    match part:
        case Typed():
            spec = service.fields[part.field]
            return [f"{'rəqəm' if spec.number else kind}: {spec.label}"]
        case Chosen() | Uploaded():
            return [f"{kind}: {service.fields[part.field].label}"]
        case Recap():
            return [f"{kind}: {service.fields[key].label}" for key in part.fields]
        case Ticked() | Linked():
            return [f"{kind}: {part.label}"]
        case Shown() | Listed() | SentRequests():
            return [f"{kind}: {part.title}"]


def _button(button: Button) -> str:
    pages = dict.fromkeys([*(to.page for to in button.to), *filter(None, [button.otherwise])])
    return f"[ {button.label} ] → {', '.join(pages)}"


# --- the casework -----------------------------------------------------------------------------


def _casework(console: Console, rules: Rulebook) -> None:
    # Casework: from, action, to, who, what is stated, rows.
    columns = ("Statusdan", "Əməliyyat", "Statusa", "Kim", "Lazım olan qeydlər", "Sətirlər")
    _part(console, "İcra", columns, [_rule(rules, rule) for rule in rules.rules])


def _statuses(console: Console, rules: Rulebook) -> None:
    # Statuses: status, key, what the applicant reads, who holds it, rows.
    columns = ("Status", "Açar", "Müraciət edənə deyilir", "Kimdədir", "Sətirlər")
    lines = [
        (
            state.name,
            state.key,
            state.told,
            state.owner.label if state.owner else "–",
            sourced(state.rows, ours=state.ours),
        )
        for state in rules.states.values()
    ]
    _part(console, "Statuslar", columns, lines)


def _rule(rules: Rulebook, rule: Rule) -> tuple[str, ...]:
    return (
        rules.states[rule.source].name,
        rule.label or rule.event,
        rules.states[rule.target].name,
        "\n".join(sorted(role.label for role in rule.roles)) or "–",
        "\n".join(item.label for item in rule.findings) or "–",
        sourced(rule.rows, ours=rule.ours),
    )


# --- the notices ------------------------------------------------------------------------------


def _notices(console: Console, service: Service) -> None:
    # Notices: portals, status, by what, subject, text, SMS, rows.
    columns = ("Portallar", "Status", "Vasitələr", "Mövzu", "Mətn", "SMS", "Sətirlər")
    _part(console, "Bildirişlər", columns, [_notice(service, item) for item in service.notices])


def _notice(service: Service, notice: Notice) -> tuple[str, ...]:
    return (
        "\n".join(channel.key for channel in notice.channels),
        service.casework_rules.states[notice.state].name,
        "\n".join(_MEDIA[medium] for medium in notice.media),
        notice.subject,
        notice.text,
        notice.sms,
        sourced(notice.rows, ours=notice.ours),
    )
