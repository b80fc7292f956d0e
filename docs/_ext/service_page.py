"""The page of a service, drawn from its declaration: whatever the code says, the page says.

Labels and sentences are the service's own, in Azerbaijani; what stands around them is English.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator

from docs._ext.markdown import code, fence, lines, plain, rows_of, table

from utility_eservices.casework.asking import Asking
from utility_eservices.casework.entrance import SignInWindow, StatusPlace
from utility_eservices.casework.form import FieldSpec
from utility_eservices.casework.journey import Journey
from utility_eservices.casework.notice import Notice
from utility_eservices.casework.page import (
    Button,
    Chosen,
    Listed,
    Page,
    Part,
    Shown,
    Typed,
    Uploaded,
)
from utility_eservices.casework.rulebook import Rule, Rulebook, StateInfo
from utility_eservices.casework.service import Service
from utility_eservices.conformance.drawing import (
    casework_diagram,
    journey_diagram,
    leads,
    section_of,
    sources,
    stands,
)
from utility_eservices.vocabulary.document import Upload
from utility_eservices.vocabulary.language import AZERBAIJANI

__all__ = ["service_page"]


def service_page(service: Service) -> str:
    """Everything that a service declares, as Markdown below the title of its page."""
    return "\n".join(_sections(service))


def _sections(service: Service) -> Iterator[str]:
    # Sphinx puts what stands above the first heading below the last section.
    yield "## In short\n"
    yield _about(service)
    yield "## Form: what is sent\n"
    yield _form(service)
    if service.switches:
        yield "## Rules that the utility may switch off or on\n"
        yield _switches(service)
    yield "## Questions: what is asked of outside systems, and when\n"
    yield _questions(service)
    for journey in service.journeys:
        yield f"## On {journey.channel.key}\n"
        yield from _journey(service, journey)
    if service.rules is not None:
        yield "## Casework: what the office does\n"
        yield _states(service.rules)
        yield fence("mermaid", casework_diagram(service.rules))
    if service.effects:
        yield "## Effects: what a case asks of the world\n"
        yield _effects(service)
    if service.notices:
        yield "## Notices: what the applicant is told, and by what\n"
        yield _notices(service)


def _about(service: Service) -> str:
    facts = {
        "Name": plain(service.name),
        "Key": code(service.key),
        "Utility": plain(service.utility.name),
        "Portals": ", ".join(item.key for journey in service.journeys for item in journey.channels),
        "Manual": plain(service.manual) or "–",
        "Version of the declaration": str(service.version),
    }
    if service.urgent:
        facts["In the inboxes of the staff"] = "urgent: before all other requests"
    return table(("What", "This service"), facts.items())


# --- the form -------------------------------------------------------------------------------------


def _form(service: Service) -> str:
    columns = ("Label", "Key", "Example", "Help", "Rows")
    return table(columns, [_field(service, spec) for spec in service.fields.values()])


def _field(service: Service, spec: FieldSpec) -> tuple[str, ...]:
    told = [plain(spec.help)] if spec.help else []
    if spec.only_when is not None:
        key, value = spec.only_when
        said = plain(AZERBAIJANI.said(value))
        told.append(f"there only when {plain(service.fields[key].label)} is {said}")
    rows = rows_of(spec.rows, ours=spec.ours)
    return plain(spec.label), code(spec.key), _example(spec), lines(told) or "–", rows


def _switches(service: Service) -> str:
    columns = ("Rule", "Key", "Unless the utility says otherwise", "Rows")
    return table(
        columns,
        [
            (
                plain(item.name),
                code(item.key),
                "applies" if item.default else "does not apply",
                rows_of(item.rows, ours=item.ours),
            )
            for item in service.switches
        ],
    )


def _example(spec: FieldSpec) -> str:
    if spec.given:
        return f"filled in: {spec.given}"
    if isinstance(spec.example, Upload):
        return plain(spec.example.name)
    return plain(f"{spec.example} {spec.unit}".strip()) or "chosen from a list"


# --- questions and gates --------------------------------------------------------------------------


def _questions(service: Service) -> str:
    used = _used(service)
    columns = ("Question", "What it says", "Ports it asks", "Needs", "Used by")
    return table(
        columns,
        [
            (
                code(asking.name),
                plain(" ".join((inspect.getdoc(asking.function) or "–").split())),
                ", ".join(code(port.name) for port in asking.ports) or "–",
                ", ".join(map(code, asking.needs)) or "–",
                lines(dict.fromkeys(places)),
            )
            for asking, places in used.values()
        ],
    )


def _used(service: Service) -> dict[str, tuple[Asking, list[str]]]:
    """Every question of the windows by name, with what it is for: a list, a gate, data."""
    used: dict[str, tuple[Asking, list[str]]] = {}
    for journey in service.journeys:
        for page in journey.pages:
            for asking, place in _askings(service, page):
                used.setdefault(asking.name, (asking, []))[1].append(place)
    return used


def _askings(service: Service, page: Page) -> Iterator[tuple[Asking, str]]:
    for part in page.parts:
        match part:
            case Typed() | Uploaded() | Chosen():
                label = plain(service.fields[part.field].label)
                if isinstance(part, Chosen):
                    yield part.options, f"list: {label}"
                yield from ((gate, f"gate: {label}") for gate in part.gates)
                for name, use in _COURTESIES.items():
                    asking = getattr(part, name, None)
                    yield from [(asking, f"{use}: {label}")] if asking else []
            case Shown() | Listed():
                yield part.question, f"data: {plain(part.title)}"
            case _:
                pass
    for button in page.buttons:
        for to in button.to:
            gates = (when for when in to.when if isinstance(when, Asking))
            yield from ((gate, f"gate: {plain(button.label)}") for gate in gates)
            yield from [(to.pays, f"what is paid: {plain(button.label)}")] if to.pays else []
    if page.answer is not None:
        yield page.answer, f"answer: {plain(page.title)}"


# What else an entry may ask, and what for.
_COURTESIES = {"prefill": "begins with", "needed": "must be filled in"}


# --- a journey ------------------------------------------------------------------------------------


def _journey(service: Service, journey: Journey) -> Iterator[str]:
    for channel in journey.channels:
        way = " → ".join(plain(step.label) for step in journey.way_from(channel.key))
        yield f"- The way on {channel.key}: {way or '–'}"
    yield f"- Sign-in: {_sign_in(journey.sign_in)}"
    if journey.status_place is not None:
        yield f"- Where a request is followed: {_followed(journey.status_place)}"
    yield ""
    columns = ("Window", "What stands there", "Buttons, and where they lead", "Rows")
    yield table(columns, [_page(service, page) for page in journey.pages])
    yield fence("mermaid", journey_diagram(journey))


def _sign_in(window: SignInWindow) -> str:
    means = ", ".join(f"{plain(item.said)} ({code(item.means.key)})" for item in window.means)
    when = "before a service is chosen" if window.of_portal else "after the service is chosen"
    return f"“{plain(window.title)}”, {when}: {means}"


def _followed(place: StatusPlace) -> str:
    where = "a section of the portal" if place.in_portal else "a page of the service"
    return f"{' → '.join(map(plain, place.path))}, {where}"


def _page(service: Service, page: Page) -> tuple[str, ...]:
    marks = [name for name in ("dialog", "final") if getattr(page, name)]
    title = f"{plain(page.title)}<br>{code(page.key)} {', '.join(marks)}".strip()
    here = [f"“{plain(text)}”" for text in (page.text, page.message) if text]
    here += [f"answer: {code(page.answer.name)}"] if page.answer else []
    here += _parts(service, page)
    rows = rows_of(sources(page), ours=page.ours)
    return title, lines(here), lines(map(_button, page.buttons)), rows


def _parts(service: Service, page: Page) -> Iterator[str]:
    section = ""
    for part in page.parts:
        if section_of(part) not in ("", section):
            yield f"section: {plain(section_of(part))}"
        section = section_of(part)
        yield from _part(service, part)


def _part(service: Service, part: Part) -> list[str]:
    kind, labels = stands(service, part)
    asked = ((use, getattr(part, name, None)) for name, use in _COURTESIES.items())
    said = "".join(f", {use} {code(asking.name)}" for use, asking in asked if asking)
    return [f"{kind.value}: {plain(label)}{said}{_own(ours=part.ours)}" for label in labels]


def _own(*, ours: bool) -> str:
    return " (*ours*)" if ours else ""


def _button(button: Button) -> str:
    where = ", ".join(_way(*way) for way in leads(button))
    faulty = f"; with faults {code(button.otherwise)}" if button.otherwise else ""
    registers = ", registers the request" if button.registers else ""
    return f"**{plain(button.label)}** → {where}{faulty}{registers}{_own(ours=button.ours)}"


def _way(page: str, conditions: tuple[str, ...], bill: str) -> str:
    needed = " and ".join(map(code, conditions))
    paid = f", paying {code(bill)}" if bill else ""
    return f"{code(page)}{paid} if {needed}" if needed else f"{code(page)}{paid}"


# --- the casework ---------------------------------------------------------------------------------


def _states(rules: Rulebook) -> str:
    columns = ("Status", "The applicant reads", "Owner", "What the owner may do", "Rows")
    return table(columns, [_state(rules, state) for state in rules.states.values()])


def _state(rules: Rulebook, state: StateInfo) -> tuple[str, ...]:
    leaving = rules.leaving(state.key)
    rows = [state.rows, *(rule.rows for rule in leaving)]
    ours = state.ours or any(rule.ours for rule in leaving)
    return (
        f"{plain(state.name)}<br>{code(state.key)} {_ends(state)}".strip(),
        plain(state.told) or "–",
        plain(state.owner.label) if state.owner else "–",
        lines(_act(rules, rule) for rule in leaving),
        rows_of(" ".join(rows), ours=ours),
    )


def _ends(state: StateInfo) -> str:
    return f"final, {state.ending.value}" if state.ending else "final" if state.final else ""


def _act(rules: Rulebook, rule: Rule) -> str:
    owner = rules.states[rule.source].owner
    who = ", ".join(sorted(plain(role.label) for role in rule.roles if role != owner))
    stated = ", ".join(plain(item.label) for item in rule.findings)
    orders = ", ".join(plain(spec.label) for spec in rule.marked("effect"))
    parts = [f"**{plain(rule.label or rule.event)}** → {plain(rules.states[rule.target].name)}"]
    parts += [f"by: {who}"] if who else []
    parts += [f"must state: {stated}"] if stated else []
    parts += [f"orders: {orders}"] if orders else []
    return "; ".join(parts)


# --- effects and notices --------------------------------------------------------------------------


def _effects(service: Service) -> str:
    columns = ("Effect", "Ports", "When it is done", "When it failed for good", "Rows")
    return table(
        columns,
        [
            (
                f"{plain(spec.label)}<br>{code(name)}",
                ", ".join(code(port.name) for port in spec.performer.ports),
                code(spec.then),
                code(spec.otherwise),
                rows_of(spec.rows, ours=spec.ours),
            )
            for name, spec in service.effects.items()
        ],
    )


def _notices(service: Service) -> str:
    columns = ("Portals", "On entering", "By", "Text", "SMS", "Rows")
    return table(columns, [_notice(service, item) for item in service.notices])


def _notice(service: Service, notice: Notice) -> tuple[str, ...]:
    return (
        lines(channel.key for channel in notice.channels),
        plain(service.casework_rules.states[notice.state].name),
        lines(medium.value for medium in notice.media),
        f"**{plain(notice.subject)}**<br>{plain(notice.text)}",
        plain(notice.sms),
        rows_of(notice.rows, ours=notice.ours),
    )
