"""Proofs about notices: each can be filled and sent, in every language, and is short enough.

An SMS has at most two parts in UCS-2, with the longest of everything that may stand in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import attrs

from utility_eservices.casework.notice import SMS_PARTS, Medium, Notice, placeholders
from utility_eservices.casework.rulebook import Rule
from utility_eservices.casework.service import NOTICE_WORDS
from utility_eservices.conformance.proofs.flaw import Flaw, Listed
from utility_eservices.conformance.proofs.office import SAMPLE_NUMBER, Office
from utility_eservices.conformance.proofs.proof import Proof
from utility_eservices.conformance.proofs.samples import samples_of
from utility_eservices.conformance.proofs.saying import along, rules_into
from utility_eservices.conformance.proofs.scenario import Line, performed, quoted, then
from utility_eservices.conformance.wording import MEDIA
from utility_eservices.vocabulary.language import SOURCE, Language, Phrase
from utility_eservices.vocabulary.letters import sms_parts

__all__ = ["notices"]


def notices(proof: Proof, office: Office, languages: Iterable[Language]) -> Iterator[Flaw]:
    """Notices that cannot be filled or sent, lack a text, or are too long."""
    spoken = tuple(languages)
    yield from _unsound(proof, office)
    yield from _unstated(proof, office)
    yield from _never_sent(proof, office)
    yield from _twice(proof)
    for notice in proof.service.notices:
        for medium in notice.media:
            yield from _notice(proof, notice, medium, spoken)
        # The subject goes with each medium but the SMS: it is looked at once.
        headed = (medium for medium in notice.media if medium is not Medium.SMS)
        for medium in islice(headed, 1):
            # The medium, and that it is about the subject.
            name = Phrase("{medium} (mövzu)", {"medium": MEDIA[medium]})
            yield from _text(proof, notice, notice.subject, name, spoken)


# --- filled and sent --------------------------------------------------------------------------


def _unsound(proof: Proof, office: Office) -> Iterator[Flaw]:
    # Once for each status, however many notices it has; but not of effects.
    about = dict.fromkeys((unsound.code, unsound.about) for unsound in proof.service.unsound())
    for code, state in about:
        if code not in {"notice_of_no_state", "unknown_placeholder", "no_address"}:
            continue
        where = f"notice.{state}"
        status = proof.status(state)
        told = [notice for notice in proof.service.notices if notice.state == state]
        lines = _all_sent(proof, told[0], office.ways.get(state, ()))
        names = ", ".join(sorted(name for notice in told for name in _unknown(proof, notice)))
        media = Listed(tuple(MEDIA[medium] for medium in _unreached(proof, told)))
        values = {"state": status, "media": media, "names": names}
        way = proof.way_to(state)
        yield proof.found(code, where, way, lines, status=status, values=values)


def _all_sent(proof: Proof, notice: Notice, rules: Sequence[Rule]) -> Iterator[Line]:
    """That by the first medium of a notice all was sent that should have been on a way."""
    if not notice.media or not rules:
        return
    medium, channel = notice.media[0], proof.entrance.channel
    sent = [
        item
        for rule in rules
        for item in proof.service.notices
        if item.is_for(channel, rule.target) and medium in item.media
    ]
    yield performed()
    said = quoted(str(MEDIA[medium]))
    yield then(f"abonentə {said} vasitəsilə cəmi {len(sent)} bildiriş göndərilib")


def _unreached(proof: Proof, notices: Iterable[Notice]) -> Iterator[Medium]:
    """The media for which the form has no address."""
    reached = {Medium.PORTAL}
    reached |= {by for by, field in proof.service.reach.items() if field in proof.service.fields}
    asked = dict.fromkeys(medium for notice in notices for medium in notice.media)
    return (medium for medium in asked if medium not in reached)


def _unknown(proof: Proof, notice: Notice) -> Iterator[str]:
    words = NOTICE_WORDS | set(proof.service.findings)
    for text in (notice.subject, notice.text, notice.sms):
        asked = placeholders(text)
        if asked is None:
            yield text
        else:
            yield from (f"{{{name}}}" for name in asked - words)


def _unstated(proof: Proof, office: Office) -> Iterator[Flaw]:
    findings = proof.service.findings
    for notice in proof.service.notices:
        texts = [notice.subject, *(notice.text_for(medium) for medium in notice.media)]
        asked = {name for text in texts for name in placeholders(text) or ()}
        for name in sorted(asked & findings.keys()):
            rule = _without(office, notice.state, name)
            if rule is not None:
                status = proof.status(notice.state)
                rules = (*office.ways[rule.source], rule)
                yield proof.found(
                    "placeholder_unstated",
                    f"notice.{notice.channels[0].key}.{notice.state}",
                    along(proof, office, rule),
                    _all_sent(proof, _by_what_says(notice, name), rules),
                    status=status,
                    values={"state": status, "finding": findings[name].label},
                )


def _never_sent(proof: Proof, office: Office) -> Iterator[Flaw]:
    """Notices on the beginning, which nothing enters, or for portals without the service."""
    journeys = (journey for journey in proof.service.journeys if journey.registers)
    portals = {channel.key for journey in journeys for channel in journey.channels}
    idle = {
        (channel.key, notice.state): None
        for notice in proof.service.notices
        for channel in notice.channels
        if channel.key not in portals or notice.state == office.rules.initial
    }
    for channel, state in idle:
        values = {"state": proof.status(state), "channel": channel}
        where = f"notice.{channel}.{state}"
        yield proof.found("notice_never_sent", where, proof.entrance, values=values)


def _twice(proof: Proof) -> Iterator[Flaw]:
    """Notices that have one effect: the second is never sent."""
    sent = Counter(
        (channel.key, notice.state, medium)
        for notice in proof.service.notices
        for channel in dict.fromkeys(notice.channels)
        for medium in dict.fromkeys(notice.media)
    )
    for (channel, state, medium), times in sent.items():
        if times > 1:
            status = proof.status(state)
            yield proof.found(
                "notice_twice",
                f"notice.{channel}.{state}",
                proof.way_to(state, channel),
                (performed(),),
                status=status,
                values={"state": status, "channel": channel, "medium": MEDIA[medium]},
            )


def _by_what_says(notice: Notice, name: str) -> Notice:
    """The notice with the media first that carry a placeholder; the subject goes with each."""
    saying = (m for m in notice.media if name in (placeholders(notice.text_for(m)) or ()))
    return attrs.evolve(notice, media=tuple(dict.fromkeys([*saying, *notice.media])))


def _without(office: Office, state: str, finding: str) -> Rule | None:
    """A rule into a state that nothing demands a finding before or with."""
    for rule in rules_into(office, state):
        before = office.must.get(rule.source, frozenset())
        if finding not in before | office.demanded(rule):
            return rule
    return None


# --- in every language ------------------------------------------------------------------------


def _notice(
    proof: Proof, notice: Notice, medium: Medium, languages: Iterable[Language]
) -> Iterator[Flaw]:
    source = notice.text_for(medium)
    yield from _text(proof, notice, source, MEDIA[medium], languages)
    known = placeholders(source)
    if medium is not Medium.SMS or known is None:
        return
    for language in languages:
        text = language.text(source)
        parts = _parts(proof, text, known, language) if placeholders(text) == known else 0
        if parts > SMS_PARTS:
            values = {"language": language.tag, "most": str(SMS_PARTS)}
            yield _at(proof, notice, "sms_too_long", **values, parts=parts)


def _text(
    proof: Proof, notice: Notice, source: str, name: Phrase, languages: Iterable[Language]
) -> Iterator[Flaw]:
    """What is wrong with one text of a notice in any language."""
    if not source.strip():
        yield _at(proof, notice, "notice_empty", medium=name)
        return
    known = placeholders(source)
    if known is None:
        return  # told with what no desk would serve
    for language in languages:
        text = language.text(source)
        asked = placeholders(text)
        values: dict[str, object] = {"medium": name, "language": language.tag}
        if not text.strip() or (language.tag != SOURCE and text == source):
            yield _at(proof, notice, "notice_untranslated", **values)
        elif asked != known:
            differing = [text] if asked is None else sorted(f"{{{name}}}" for name in asked ^ known)
            yield _at(proof, notice, "translation_differs", **values, names=", ".join(differing))


def _parts(proof: Proof, text: str, asked: Iterable[str], language: Language) -> int:
    """In how many parts an SMS travels with the longest of everything."""
    assert proof.office is not None  # only a casework has notices
    names = (language.text(state.name) for state in proof.office.rules.states.values())
    words = {
        "number": SAMPLE_NUMBER,
        "service": language.text(proof.service.name),
        "status": max(names, key=len),
    }
    for key, spec in proof.service.findings.items():
        words[key] = max((language.said(value) for value in samples_of(spec)), key=len, default="")
    return sms_parts(text.format_map({name: words.get(name, "") for name in asked}))


def _at(proof: Proof, notice: Notice, code: str, **values: object) -> Flaw:
    channel = notice.channels[0].key
    status = proof.status(notice.state)
    return proof.found(
        code,
        f"notice.{channel}.{notice.state}",
        proof.way_to(notice.state, channel),
        (performed(),),
        status=status,
        values={"state": status, **values},
    )
