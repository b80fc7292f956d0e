"""Proofs about journeys: pages, buttons and gates.

Every page is reached and, unless it is the end, left, and has a title; every outcome of a button
can be taken, no two at once, and where none is, a text says why; labels are unique on a page;
a gate stands on every path to registration.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import attrs

from utility_eservices.casework.asking import Asking
from utility_eservices.casework.page import (
    Button,
    Linked,
    Page,
    PaymentLink,
    Ticked,
    entry_key,
    part_askings,
)
from utility_eservices.casework.rulebook import Rule
from utility_eservices.casework.ways import reached, shortest
from utility_eservices.conformance.proofs.flaw import Flaw
from utility_eservices.conformance.proofs.looks import (
    first_unfilled,
    first_wordless,
    overlaps,
    troubles,
)
from utility_eservices.conformance.proofs.pages import Pages
from utility_eservices.conformance.proofs.paths import Way
from utility_eservices.conformance.proofs.proof import Proof
from utility_eservices.conformance.proofs.samples import Trouble
from utility_eservices.conformance.proofs.scenario import (
    Line,
    breaks,
    quoted,
    system_of,
    then,
    when,
)
from utility_eservices.vocabulary.language import Language, placeholders

__all__ = ["journey_flaws"]


def journey_flaws(proof: Proof, languages: Sequence[Language]) -> Iterator[Flaw]:
    """Everything that is not as it must be with the journeys of a service."""
    for pages in proof.pages:
        if not pages.journey.sign_in.means:
            where, values = f"{pages.journey.name}.sign_in", {"channel": pages.journey.channel.key}
            yield proof.found("means_missing", where, Way(), values=values)
        for page in pages.journey.pages:
            yield from _page(proof, pages, page)
            yield from _labels(proof, pages, page)
            for language in languages:
                yield from _translated(proof, pages, page, language)
            for button in page.buttons:
                yield from _button(proof, pages, page, button)
        for asking in dict.fromkeys(gate.asking for gate in _gates(pages)):
            # Nobody is asked here what a gate says: it is read off what it promises to give.
            if asking.function.__annotations__.get("return") in (bool, "bool"):
                where, values = f"{pages.journey.name}.gate.{asking.name}", {"gate": asking.name}
                yield proof.found("gate_wordless", where, proof.entrance, values=values)
        for gate in _gates(pages):
            yield from _gate(proof, pages, gate)


# --- pages ------------------------------------------------------------------------------------


def _page(proof: Proof, pages: Pages, page: Page) -> Iterator[Flaw]:
    where, way = f"{pages.journey.name}.{page.key}", pages.way_to(page.key)
    if page.key not in pages.ways:
        button = next((button.label for button in page.buttons), "")
        goal = when(f"{quoted(button)} düyməsi olan pəncərəyə qədər gedir") if button else None
        lines = [*([goal] if goal else []), _open(page.title)]
        yield proof.found(
            "page_unreachable", where, way, lines, values={"page": page.title, "key": page.key}
        )
    elif not page.final and _trapped(pages, page.key):
        # Back, or whatever it is to be called.
        lines = [then("“Geri” düyməsi var")]
        yield proof.found(
            "page_trap", where, way, lines, values={"page": page.title, "key": page.key}
        )
    if not page.title.strip():
        # The title of the window, or whatever it is to be called.
        yield proof.found(
            "title_missing", where, way, [_open("Pəncərənin adı")], values={"key": page.key}
        )


def _trapped(pages: Pages, page: str) -> bool:
    """Whether one cannot get anywhere else, or, where there are ends, to none of them."""
    finals = {item.key for item in pages.journey.pages if item.final}
    rules = pages.journey.rules
    after = reached(page, lambda key: (rule.target for rule in rules.leaving(key)))
    return not (finals & after if finals else after - {page})


def _filled(proof: Proof, page: Page) -> list[str]:
    """The labels of what is filled in or followed on a page."""
    fields = proof.service.fields
    entries = [
        part.label if isinstance(part, Ticked) else fields[part.field].label
        for part in page.entries
    ]
    return [
        *entries,
        *(part.label for part in page.parts if isinstance(part, Linked | PaymentLink)),
    ]


def _labels(proof: Proof, pages: Pages, page: Page) -> Iterator[Flaw]:
    where, way = f"{pages.journey.name}.{page.key}", pages.way_to(page.key)
    for label in _repeated(_filled(proof, page)):
        lines = [when(f"{quoted(label)} sahəsinə “1” yazır")]
        values = {"page": page.title, "key": page.key, "label": label}
        yield proof.found("label_twice", where, way, lines, values=values)
    for label in _repeated(button.label for button in page.buttons):
        lines = [then(f"{quoted(label)} düyməsi var")]
        values = {"page": page.title, "key": page.key, "label": label}
        yield proof.found("label_twice", where, way, lines, values=values)


def _translated(proof: Proof, pages: Pages, page: Page, language: Language) -> Iterator[Flaw]:
    """What a translation makes one of two labels, or takes from a message."""
    where, way = f"{pages.journey.name}.{page.key}", pages.way_to(page.key)
    values = {"page": page.title, "key": page.key, "language": language.tag}
    for labels in (_filled(proof, page), [button.label for button in page.buttons]):
        # What is twice in the source as well is told of that.
        for label in _repeated(map(language.text, dict.fromkeys(labels))):
            named = {**values, "label": label}
            yield proof.found("label_twice_translated", where, way, values=named)
    known, said = placeholders(page.message), language.text(page.message)
    asked = placeholders(said)
    if known is not None and (asked != known or bool(said.strip()) != bool(page.message.strip())):
        names = [said] if asked is None else sorted(f"{{{name}}}" for name in asked ^ known)
        named = {**values, "names": ", ".join(names)}
        yield proof.found("message_translation_differs", where, way, values=named)


def _repeated(labels: Iterable[str]) -> list[str]:
    return [label for label, times in Counter(labels).items() if times > 1]


# --- buttons ----------------------------------------------------------------------------------


def _button(proof: Proof, pages: Pages, page: Page, button: Button) -> Iterator[Flaw]:
    rules = pages.journey.rules.candidates(page.key, button.key)
    presses = pages.presses[page.key, button.key]
    where, way = f"{pages.journey.name}.{page.key}.{button.key}", pages.way_to(page.key)
    values = {"state": page.title, "act": button.label}
    if (page.key, button.key) in pages.crowded:
        yield proof.found("too_many_facts", where, way, _pressed(button), values=values)
    troubled: set[Trouble] = set()
    for number, trouble, picks in troubles(presses):
        if trouble in troubled:
            continue  # a later outcome asks the guards of the earlier ones again
        troubled.add(trouble)
        target = pages.journey.page(rules[number].target).title
        lines = (*_pressed(button), _open(target))
        more = {"guard": trouble.guard, "field": proof.label(trouble.field)}
        more |= {"error": trouble.error}
        of_guard = {**values, **more, "facts": pages.facts(picks)}
        yield proof.found(trouble.code, where, way, lines, values=of_guard)
    for rule in rules:
        if not pages.opened[rule] and not troubled:
            target = pages.journey.page(rule.target).title
            lines = (*_pressed(button), _open(target))
            yield proof.found("never_open", where, way, lines, values={**values, "target": target})
    for one, other, look in overlaps(presses):
        titles = [pages.journey.page(rules[n].target).title for n in (one, other)]
        said = {"first": titles[0], "second": titles[1], "facts": pages.facts(look.picks)}
        lines = (*_pressed(button), _open(titles[1]))
        yield proof.found("overlap", where, way, lines, values={**values, **said})
    unfilled = first_unfilled(presses)
    if unfilled is not None:
        said = {**values, "names": ", ".join(unfilled.unfilled)}
        yield proof.found("reason_unfilled", where, way, _pressed(button), values=said)
    wordless = first_wordless(presses)
    if wordless is not None:
        # Write the reason here.
        warned = then("pəncərədə “Səbəbi burada yazın.” xəbərdarlığı göstərilir")
        facts = pages.facts(wordless.picks)
        lines = (*_pressed(button), warned)
        yield proof.found("wordless", where, way, lines, values={**values, "facts": facts})


def _pressed(button: Button) -> tuple[Line, ...]:
    return (
        when("qalan sahələri nümunələrlə doldurur"),
        when(f"{quoted(button.label)} düyməsini seçir"),
    )


def _open(title: str) -> Line:
    return then(f"{quoted(title)} pəncərəsi açıqdır")


# --- gates ------------------------------------------------------------------------------------


@attrs.frozen
class _Gate:
    """A question that must have said yes before a request is registered.

    ``field`` is the entry it is asked of, empty where it is asked of the press itself.
    """

    asking: Asking
    field: str = ""


def _gates(pages: Pages) -> list[_Gate]:
    found: dict[_Gate, None] = {}
    for page in pages.journey.pages if pages.journey.registers else ():
        for part in page.entries:
            if not isinstance(part, Ticked):
                found.update(dict.fromkeys(_Gate(asking, part.field) for asking in part.gates))
        for button in page.buttons:
            found.update(dict.fromkeys(_Gate(asking) for asking in _asked(button, None)))
    return list(found)


def _asked(button: Button, place: int | None) -> list[Asking]:
    """The gates of a button's outcomes up to one of them; of all where ``place`` is None."""
    tried = button.to if place is None else button.to[: place + 1]
    return [when for to in tried for when in to.when if isinstance(when, Asking)]


def _gate(proof: Proof, pages: Pages, gate: _Gate) -> Iterator[Flaw]:
    past = _past(pages, gate)
    if past is None:
        return
    others = {
        port.name for asking in _asked_at_last(pages, past[-1], gate) for port in asking.ports
    }
    named = (system_of(port.name) for port in gate.asking.ports if port.name not in others)
    system = next(filter(None, named), "")
    yield proof.found(
        "gate_avoided",
        f"{pages.journey.name}.gate.{gate.asking.name}",
        pages.way(past),
        [then("cəmi 0 müraciət qeydiyyata alınıb")],
        at_last=[breaks(system)] if system else [],
        values={"gate": gate.asking.name},
    )


def _past(pages: Pages, gate: _Gate) -> tuple[Rule, ...] | None:
    """The shortest way to registration that leaves the gate out; examples do if they may."""
    rules = pages.journey.rules

    def leaving(place: tuple[str, bool], *, plain: bool) -> Iterator[tuple[Rule, tuple[str, bool]]]:
        page, passed = place
        for rule in rules.leaving(page):
            if pages.plain(rule) if plain else pages.opened[rule]:
                yield rule, (rule.target, _passed(pages, gate, rule, passed=passed))

    start = {(rules.initial, False): ()}
    ways = shortest(start, lambda place: leaving(place, plain=True))
    ways = shortest(ways, lambda place: leaving(place, plain=False))
    ends = [
        (*way, rule)
        for (page, passed), way in ways.items()
        for rule in rules.leaving(page)
        if pages.registers(rule)
        and pages.opened[rule]
        and not _passed(pages, gate, rule, passed=passed)
    ]
    return min(ends, key=lambda way: (len(way), not pages.plain(way[-1])), default=None)


def _passed(pages: Pages, gate: _Gate, rule: Rule, *, passed: bool) -> bool:
    """Whether the gate stands between what is on the page left and what follows."""
    button, place = pages.button(rule), pages.place(rule)
    sound = pages.is_sound(rule)
    page = pages.journey.page(rule.source)
    if not gate.field:
        if sound and gate.asking in _asked(button, place):
            return True
        # What it was asked about may be changed here, and it is not asked again.
        return passed and not {entry_key(part) for part in page.entries} & set(gate.asking.needs)
    own = {entry_key(part): part for part in page.entries if not isinstance(part, Ticked)}
    first = {part.field: part for part in pages.journey.parts_of_form()}
    if sound and gate.field in button.submits:
        return gate.asking in own[gate.field].gates
    if sound and button.registers:
        # Registration derives what the page does not submit as it is first entered.
        return gate.asking in first[gate.field].gates or (passed and gate.field not in own)
    # What stands on the page may be changed there, and nobody looks at it.
    return passed and gate.field not in own


def _asked_at_last(pages: Pages, rule: Rule, gate: _Gate) -> Iterator[Asking]:
    """Whatever else is asked when the request is sent, from the page where it is."""
    shown = (pages.journey.page(key).askings() for key in (rule.source, rule.target))
    derived = (part_askings(part) for part in pages.journey.parts_of_form())
    for askings in (*shown, *derived):
        yield from (asking for asking in askings if asking != gate.asking)
