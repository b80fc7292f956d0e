"""What a proof found: where, in which words, by which way, and a scenario to see it by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from utility_eservices.conformance.proofs.paths import Way
from utility_eservices.vocabulary.language import AZERBAIJANI, Language, Phrase

__all__ = ["TEXTS", "Flaw", "Listed", "sentence", "shown_as", "together"]

# By code, which is stable.
TEXTS: Mapping[str, str] = {
    # --- casework ---
    # No way leads to the status.
    "state_unreachable": "“{state}” statusuna heç bir yol aparmır.",
    # A request that got to this status never comes to an end.
    "no_way_out": "“{state}” statusuna çatan müraciət heç vaxt başa çatmır.",
    # Nobody has to act on requests in this status.
    "owner_missing": "“{state}” statusunda müraciətin kimdə olduğu göstərilməyib.",
    # Requests in this status wait for …, who can do nothing with them.
    "owner_cannot_act": "“{state}” statusunda müraciət “{owner}” tərəfindən gözlənilir, amma "
    "onun edə biləcəyi heç bir əməliyyat yoxdur.",
    # In this status only the system acts, but “{act}” orders nothing whose outcome would move it.
    "nobody_moves": "“{state}” statusunda yalnız sistem işləyir, amma “{act}” elə bir iş "
    "tapşırmır ki, nəticəsi müraciəti irəli aparsın.",
    # The applicant is not told what this status means.
    "wording_missing": "“{state}” statusunun nə demək olduğu müraciət edənə deyilmir.",
    # It is not said how a request in this final status ended.
    "ending_missing": "“{state}” statusunda müraciətin necə bitdiyi (ending) göstərilməyib.",
    # A final act names no reason that the applicant would see.
    "refusal_without_reason": "“{act}” imtinadır, amma müraciət edənin görəcəyi səbəb tələb "
    "olunmur.",
    # On this portal no notice tells the reason of the refusal.
    "refusal_untold": "“{channel}” portalından müraciət edənə “{state}” statusunun səbəbini heç "
    "bir bildiriş çatdırmır.",
    # For one act two transitions are open at once.
    "overlap": "“{state}” vəziyyətində “{act}” üçün eyni anda iki keçid açıqdır: “{first}” və "
    "“{second}” ({facts}).",
    # No sample opens it.
    "never_open": "“{state}” vəziyyətində “{act}” heç bir nümunə ilə “{target}” vəziyyətinə "
    "aparmır.",
    # It is refused without a reason of its own.
    "wordless": "“{state}” vəziyyətində “{act}” öz mətni olmadan rədd edilir ({facts}).",
    # Of the reason a person would read placeholders that nothing fills.
    "reason_unfilled": "“{state}” vəziyyətində “{act}” üçün deyilən səbəbdə doldurulmayan "
    "əvəzləyicilər var: {names}.",
    # A guard failed with sample facts.
    "guard_fails": "“{state}” vəziyyətində “{act}” üçün “{guard}” şərti nümunə ilə xəta verir: "
    "{error} ({facts}).",
    # A guard looks at something that has no sample.
    "unsampled": "“{state}” vəziyyətində “{act}” üçün “{guard}” şərti nümunəsi olmayan sahəyə "
    "baxır: {field}.",
    # Its guards look at so much that not every combination was tried.
    "too_many_facts": "“{state}” vəziyyətində “{act}” şərtləri o qədər şeyə baxır ki, bütün "
    "hallar yoxlanılmadı.",
    # Two acts in one status have one label.
    "act_twice": "“{state}” statusunda iki əməliyyatın adı eynidir: “{act}”.",
    # An act that an officer does has no label.
    "act_unlabelled": "“{state}” statusundakı “{act}” əməliyyatının adı yoxdur.",
    # --- effects ---
    # An outcome of the effect leads to an event that does not exist.
    "effect_leads_nowhere": "“{effect}” işinin nəticəsi heç yerə aparmır: {why}.",
    # The outcome finds no open transition in the status where the case waits for it.
    "outcome_shut": "“{effect}” işinin “{event}” nəticəsi “{state}” statusunda müraciəti aparmır.",
    # The performer needs a finding that is not stated on every path.
    "effect_needs": "“{effect}” işi üçün “{finding}” lazımdır, amma hər yolda qeyd edilmir.",
    # --- notices ---
    # A notice is for a status that does not exist.
    "notice_of_no_state": "Bildiriş mövcud olmayan “{state}” statusu üçündür.",
    # Nobody knows what to write in the place of the placeholder.
    "unknown_placeholder": "“{state}” statusunun bildirişində naməlum əvəzləyici var: {names}.",
    # A placeholder is a finding that is not stated on every path to the status.
    "placeholder_unstated": "“{state}” statusunun bildirişində “{finding}” yazılır, amma ora "
    "aparan hər yolda qeyd edilmir.",
    # Nobody knows where to send it.
    "no_address": "“{state}” statusunun bildirişi üçün ünvan bəlli deyil: {media}.",
    # No request from the portal ever gets there, or the portal does not offer the service.
    "notice_never_sent": "“{state}” statusunun “{channel}” portalı üçün bildirişi heç vaxt "
    "göndərilmir.",
    # Of two notices to the same people by the same medium only one is ever sent.
    "notice_twice": "“{state}” statusunun “{channel}” portalı üçün iki “{medium}” bildirişi var, "
    "amma yalnız biri göndərilir.",
    # The notice has no text for a medium.
    "notice_empty": "“{state}” statusunun “{medium}” bildirişinin mətni yoxdur.",
    # The notice is not translated.
    "notice_untranslated": "“{state}” statusunun “{medium}” bildirişi “{language}” dilində yoxdur.",
    # The translation asks for something else than the text.
    "translation_differs": "“{state}” statusunun “{medium}” bildirişində “{language}” dilində "
    "başqa əvəzləyicilər var: {names}.",
    # The SMS is too long.
    "sms_too_long": "“{state}” statusunun SMS-i “{language}” dilində {parts} hissə tutur, ən çoxu "
    "{most} olmalıdır.",
    # --- journeys ---
    # Nobody can sign in.
    "means_missing": "“{channel}” portalında xidmətə daxil olmağın heç bir üsulu yoxdur.",
    # No button leads to the page.
    "page_unreachable": "“{page}” pəncərəsinə ({key}) heç bir düymə aparmır.",
    # Who comes to this page cannot leave it.
    "page_trap": "“{page}” pəncərəsindən ({key}) çıxış yoxdur.",
    # The page has no title.
    "title_missing": "“{key}” pəncərəsinin başlığı yoxdur.",
    # Registration can be reached past the gate.
    "gate_avoided": "Müraciət “{gate}” yoxlamasından keçmədən qeydiyyata düşə bilər.",
    # The gate can say no, but not why.
    "gate_wordless": "“{gate}” yoxlaması yalnız bəli və ya xeyr deyir, rədd edəndə səbəbini demir.",
    # Two things on a page have one label.
    "label_twice": "“{page}” pəncərəsində ({key}) iki şeyin adı eynidir: “{label}”.",
    # In a language two things on a page have one label.
    "label_twice_translated": "“{page}” pəncərəsində ({key}) “{language}” dilində iki şeyin adı "
    "eynidir: “{label}”.",
    # The translation of the message asks for something else than the text, or says nothing.
    "message_translation_differs": "“{page}” pəncərəsinin ({key}) bildirişi “{language}” dilində "
    "boşdur və ya başqa əvəzləyiciləri var: {names}.",
    # --- the service ---
    # It names no row and is not marked as ours.
    "unsourced": "Mənbəyi göstərilməyib: {what}.",
    # The row is not in the catalogue.
    "unknown_row": "Təlimatlarda belə sətir yoxdur: {row} ({what}).",
    # The example is not a value of the field.
    "example_faulty": "“{field}” sahəsinin nümunəsi yararsızdır: {why}",
    # Two services of one portal have one name.
    "name_twice": "“{channel}” portalında iki xidmətin adı eynidir: “{name}” ({keys}).",
    # Two services have one key.
    "key_twice": "Eyni açarla iki xidmət var: {key}.",
    # The plugin cannot be loaded.
    "plugin_refused": "“{plugin}” qoşması yüklənmir: {why}",
}


@attrs.frozen
class Listed:
    """Several things in one sentence, each said in the reader's language."""

    items: tuple[object, ...]

    def said_in(self, language: Language) -> str:
        """The things in a language, one after another."""
        return ", ".join(map(language.said, self.items))


def shown_as(label: str, value: object) -> Phrase:
    """A sample fact: what it is called, and which value it has."""
    return Phrase("{label}: {value}", {"label": Phrase(label), "value": value})


def together(facts: Sequence[object]) -> Listed:
    """A combination of facts; of none it is said that they do not matter."""
    # In any case.
    return Listed(tuple(facts) or (Phrase("hər halda"),))


def sentence(code: str, values: Mapping[str, object]) -> Phrase:
    """What a code says. Of the values, texts are names as they are declared."""
    # A catalogue knows the names; what is in none, a key or a letter, stays as it is.
    said = {name: Phrase(item) if isinstance(item, str) else item for name, item in values.items()}
    return Phrase(TEXTS[code], said)


@attrs.frozen
class Flaw:
    """One thing that is not as it must be.

    ``service`` is the key of a service, or the name of a plugin that gave none; ``code`` is one
    of `TEXTS`; ``where`` is a path within the declaration, for developers; ``way`` leads there;
    ``scenario`` is a feature that shows it, red until it is mended, empty where no phrase can.
    """

    service: str
    code: str
    where: str
    values: Mapping[str, object] = attrs.field(factory=dict, hash=False)
    way: Way = attrs.field(factory=Way)
    scenario: str = attrs.field(default="", repr=False)

    @property
    def said(self) -> Phrase:
        """What it is, to be said in the reader's language."""
        return sentence(self.code, self.values)

    @property
    def message(self) -> str:
        """The Azerbaijani sentence."""
        return str(self.said)

    def as_json(self, language: Language = AZERBAIJANI) -> dict[str, Any]:
        """The flaw as JSON values, what people read in a language."""
        return {
            "service": self.service,
            "code": self.code,
            "where": self.where,
            "message": language.said(self.said),
            "channel": self.way.channel,
            "means": language.text(self.way.means),
            "path": [language.said(step) for step in self.way.steps],
            "scenario": self.scenario,
        }
