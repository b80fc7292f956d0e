"""Proofs about refusals: each demands a reason, and its applicant is told it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from utility_eservices.casework.notice import Medium, Notice, placeholders
from utility_eservices.casework.refusal import REQUIRED
from utility_eservices.casework.rulebook import Rule, StateInfo
from utility_eservices.conformance.proofs.flaw import Flaw
from utility_eservices.conformance.proofs.office import Office, act_name
from utility_eservices.conformance.proofs.proof import Proof
from utility_eservices.conformance.proofs.samples import samples_of
from utility_eservices.conformance.proofs.saying import along, rules_into, where_of
from utility_eservices.conformance.proofs.scenario import Line, act, performed, quoted, then
from utility_eservices.conformance.wording import MEDIA
from utility_eservices.vocabulary.language import AZERBAIJANI

__all__ = ["refusal"]


def refusal(proof: Proof, office: Office, state: StateInfo) -> Iterator[Flaw]:
    """Acts that refuse without a reason, and portals where nobody is told it."""
    told = {key for key, spec in proof.service.findings.items() if spec.told}
    reasons: dict[Rule, set[str]] = {}
    for rule in rules_into(office, state.key):
        reasons[rule] = told & office.demanded(rule)
        # Without any reason there is nothing to tell.
        if not reasons[rule]:
            yield proof.found(
                "refusal_without_reason",
                where_of(rule),
                proof.way_to(rule.source),
                _silently(office, rule),
                status=proof.status(rule.source),
                values={"act": act_name(rule)},
            )
    for channel in _channels(proof):
        notices = [item for item in proof.service.notices if item.is_for(channel, state.key)]
        # Once for each portal, by the first act whose reason is not told.
        untold = (rule for rule, here in reasons.items() if here and not _told(notices, here))
        for rule in islice(untold, 1):
            way = along(proof, office, rule, channel)
            lines = (performed(), _letter(proof, notices, state, min(reasons[rule])))
            values = {"channel": channel, "state": state.name}
            where = f"notice.{channel}.{state.key}"
            yield proof.found("refusal_untold", where, way, lines, status=state.name, values=values)


def _silently(office: Office, rule: Rule) -> Iterator[Line]:
    """That nobody refuses without a word, or that the word that is demanded is told."""
    stated = [pair for pair in office.said_by(rule) if pair[1]]
    if office.demanded(rule):
        yield act(office.role_label(rule), act_name(rule), stated)
        label, text = stated[0]
        yield then(f"müraciətin izahında {quoted(f'{label}: {text}')} yazılıb")
    else:
        yield act(office.role_label(rule), act_name(rule))
        yield then(f"əməliyyat {quoted(REQUIRED)} səbəbi ilə qəbul edilmir")


def _channels(proof: Proof) -> Iterator[str]:
    for journey in proof.service.journeys:
        if journey.registers:
            yield from (channel.key for channel in journey.channels)


def _told(notices: Iterable[Notice], reasons: set[str]) -> bool:
    texts = (notice.text_for(medium) for notice in notices for medium in notice.media)
    return any(reasons & (placeholders(text) or set()) for text in texts)


def _letter(proof: Proof, notices: Sequence[Notice], state: StateInfo, reason: str) -> Line:
    """A notice such as could be sent: the one there is, if any, with the reason behind it."""
    spec = proof.service.findings[reason]
    words = {"number": "_XX_", "service": proof.service.name, "status": state.name}
    text = notices[0].text if notices else "_XX_: {status}."
    example = AZERBAIJANI.said(samples_of(spec)[0]) if samples_of(spec) else spec.label
    known = {key: str(item.example) for key, item in proof.service.findings.items()}
    filled = text.format_map({**known, **words}) if placeholders(text) is not None else text
    medium = MEDIA[notices[0].media[0]] if notices and notices[0].media else MEDIA[Medium.PORTAL]
    wanted = f"{filled} {spec.label}: {example}"
    return then(
        f"abonentə {quoted(str(medium))} vasitəsilə bu bildiriş göndərilir:", docstring=wanted
    )
