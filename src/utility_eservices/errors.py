"""What can go wrong, told by whose fault it is.

Four families, so that a host can answer each in its own way:

- `InvalidValue` and `Fault`: the applicant's or the officer's input. Shown beside the field.
- `PortFailure`: an outside system. `PortUnavailable` is "not now", and `PortBusy` "not so many
  at once", `PortTimeout` is "nobody knows whether it was done", `PortRefused` is a clear "no".
- `PluginMistake`: whoever wired or wrote a plugin, found when a desk opens.
- `HostMistake`: the calling program, for example a number that is not this person's.

Every error has a stable ``code`` for programs and an Azerbaijani ``message`` for people. The
message is a template (``text``) with ``values``, so that a catalogue can translate it; neither
ever holds personal data.

>>> fault = Fault("meter_reading", "negative", "Göstərici mənfi ola bilməz.")
>>> fault.field, fault.message
('meter_reading', 'Göstərici mənfi ola bilməz.')
>>> raise CaseNotFound()
Traceback (most recent call last):
    ...
utility_eservices.errors.CaseNotFound: case_not_found: Belə müraciət tapılmadı.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs

__all__ = [
    "ActionRefused",
    "CallbackRefused",
    "CaseNewer",
    "CaseNotFound",
    "DefinitionRefused",
    "EServicesError",
    "Fault",
    "HostMistake",
    "InvalidValue",
    "JourneyChanged",
    "JourneyEnded",
    "JourneyNotFound",
    "JourneyTampered",
    "PaymentNotFound",
    "PluginBroken",
    "PluginMistake",
    "PluginNotFound",
    "PortBroken",
    "PortBusy",
    "PortClash",
    "PortFailure",
    "PortIncomplete",
    "PortNotProvided",
    "PortRefused",
    "PortTimeout",
    "PortUnavailable",
    "ServiceClash",
    "SignInFailed",
    "SignInNeeded",
    "StaleCase",
    "StalePayment",
    "UnknownHook",
    "UnknownName",
]


@attrs.frozen
class Fault:
    """One thing wrong with what somebody handed in.

    Falsy, so that a guard can return it as its "no" and the reason survives.

    ``field`` is the entry's key, empty where the fault belongs to no single entry; ``code`` is
    stable; ``text`` is the Azerbaijani template that ``values`` fill.
    """

    field: str
    code: str
    text: str
    values: Mapping[str, object] = attrs.field(factory=dict, hash=False)

    def __bool__(self) -> bool:
        return False

    @property
    def message(self) -> str:
        """The Azerbaijani sentence a person reads."""
        return self.text.format(**self.values) if self.values else self.text


class EServicesError(Exception):
    """The root of every error of this library; never raised itself."""

    code: ClassVar[str] = "error"
    text: ClassVar[str] = "Xəta baş verdi."

    def __init__(self, text: str | None = None, **values: object) -> None:
        self.template = self.text if text is None else text
        self.values = values
        super().__init__(self.message)

    @property
    def message(self) -> str:
        """The Azerbaijani sentence a person reads."""
        return self.template.format(**self.values) if self.values else self.template

    def __str__(self) -> str:
        return f"{self.code}: {self.message}"


# --- the applicant's or the officer's input ---------------------------------------------------


class InvalidValue(EServicesError):
    """A text is not a value of the kind asked for; raised by the ``parse`` of a value.

    Unlike its sisters it takes its code with each raise, because one kind of value can be
    wrong in several ways.
    """

    def __init__(self, code: str, text: str, **values: object) -> None:
        self.code = code  # type: ignore[misc]  # an instance's own code, see the docstring
        super().__init__(text, **values)

    def at(self, field: str) -> Fault:
        """This error as the fault of one field."""
        return Fault(field, self.code, self.template, self.values)


class ActionRefused(EServicesError):
    """An act on a case was refused: wrong role, missing finding, or not in this state.

    ``faults`` says why, one by one.
    """

    code = "action_refused"
    # This action is not possible now.
    text = "Bu əməliyyat indi mümkün deyil."

    def __init__(self, *faults: Fault) -> None:
        self.faults = faults
        super().__init__()

    def __str__(self) -> str:
        reasons = "; ".join(f"{fault.field or '-'}: {fault.code}" for fault in self.faults)
        return f"{self.code}: {self.message} [{reasons}]"


# --- an outside system ------------------------------------------------------------------------


class PortFailure(EServicesError):
    """An outside system failed; the base of its kinds, never raised itself.

    What an adapter writes into one is for its own log: a person reads the `told` of the kind.
    """

    @property
    def told(self) -> Fault:
        """The fault that a person reads, in this library's words."""
        kinds = (SignInFailed, PortUnavailable, PortTimeout, PortRefused, PortBroken)
        kind = next((kind for kind in kinds if isinstance(self, kind)), PortBroken)
        return Fault("", kind.code, kind.text)


class PortUnavailable(PortFailure):
    """The outside system cannot answer now and has done nothing; trying again is safe."""

    code = "port_unavailable"
    # The service is not available at the moment. Please try again a little later.
    text = "Xidmət hazırda əlçatan deyil. Bir qədər sonra yenidən cəhd edin."


class PortBusy(PortUnavailable):
    """The way is full for now, by a rate limit of ours or theirs, and nothing was done.

    It counts as no try: what is put off for it is tried again for as long as it takes.
    """

    code = "port_busy"


class PortTimeout(PortFailure):
    """The outside system did not answer in time; it may have done what was asked."""

    code = "port_timeout"
    # No answer came in time. Please try again a little later.
    text = "Cavab vaxtında alınmadı. Bir qədər sonra yenidən cəhd edin."


class PortRefused(PortFailure):
    """The outside system said a clear no; asking again gives the same answer."""

    code = "port_refused"
    # The request was not accepted.
    text = "Sorğu qəbul edilmədi."


class PortBroken(PortFailure):
    """An adapter raised something that is none of the three: its own mistake.

    The original error is the cause. Nobody knows whether anything was done.
    """

    code = "port_broken"
    text = PortUnavailable.text


class SignInFailed(PortRefused):
    """The evidence does not prove who the person is, or the challenge is spent or expired."""

    code = "sign_in_failed"
    # Sign-in did not succeed. Please try again.
    text = "Giriş baş tutmadı. Yenidən cəhd edin."


class CallbackRefused(PortRefused):
    """What came in as a gateway's callback does not prove that the gateway sent it."""

    code = "callback_refused"
    # That the notice about the payment is genuine has not been proven.
    text = "Ödəniş barədə bildirişin həqiqiliyi təsdiqlənmədi."


# --- a plugin ---------------------------------------------------------------------------------


class PluginMistake(EServicesError):
    """A plugin is wired or written wrongly; the base of its kinds, never raised itself."""


class PortNotProvided(PluginMistake):
    """No named plugin gives this port for this need."""

    code = "port_not_provided"
    # No plugin provides the port "{port}" for "{scope}".
    text = "“{port}” portunu “{scope}” üçün heç bir qoşma təmin etmir."
    texts: ClassVar[Mapping[str, str]] = {
        # No plugin provides the port "{port}".
        "": "“{port}” portunu heç bir qoşma təmin etmir.",
    }

    def __init__(self, port: str, scope: str) -> None:
        super().__init__(self.texts.get(scope), port=port, scope=scope)


class PortClash(PluginMistake):
    """Two named plugins give the same port for the same need."""

    code = "port_clash"
    # The port "{port}" for "{scope}" is provided by more than one plugin: {plugins}.
    text = "“{port}” portunu “{scope}” üçün bir neçə qoşma təmin edir: {plugins}."
    texts: ClassVar[Mapping[str, str]] = {
        # The port "{port}" is provided by more than one plugin: {plugins}.
        "": "“{port}” portunu bir neçə qoşma təmin edir: {plugins}.",
    }

    def __init__(self, port: str, scope: str, plugins: str) -> None:
        super().__init__(self.texts.get(scope), port=port, scope=scope, plugins=plugins)


class PortIncomplete(PluginMistake):
    """What a plugin gave for a port lacks methods of the port's Protocol."""

    code = "port_incomplete"
    # What the plugin "{plugin}" gave for the port "{port}" lacks: {missing}.
    text = "“{plugin}” qoşmasının “{port}” portu üçün verdiyi obyektdə çatışmır: {missing}."


class PluginNotFound(PluginMistake):
    """No installed plugin has the name that the host gave, or it cannot be imported."""

    code = "plugin_not_found"
    # The plugin "{plugin}" is not installed or cannot be loaded.
    text = "“{plugin}” qoşması quraşdırılmayıb və ya yüklənə bilmir."


class PluginBroken(PluginMistake):
    """A hook of a plugin raised; the original error is the cause, its text is not repeated."""

    code = "plugin_broken"
    # The plugin "{plugin}" failed while it was asked for "{port}".
    text = "“{plugin}” qoşması “{port}” soruşulanda xəta verdi."


class ServiceClash(PluginMistake):
    """Two services have one key."""

    code = "service_clash"
    # Two services are called "{service}".
    text = "“{service}” açarı ilə iki xidmət var."


class UnknownHook(PluginMistake):
    """A plugin implements a hook that does not exist, most often a misspelt one."""

    code = "unknown_hook"
    # The plugin "{plugin}" implements a hook that is unknown or has other arguments: {hook}.
    text = "“{plugin}” qoşmasında naməlum, yaxud arqumentləri başqa olan hook var: {hook}."


class DefinitionRefused(PluginMistake):
    """A service is declared in a way the rulebook does not model."""

    code = "definition_refused"
    # The declaration of "{where}" is not accepted: {why}.
    text = "“{where}” tərifi qəbul edilmir: {why}."

    def __init__(self, where: str, why: str) -> None:
        super().__init__(where=where, why=why)


class CaseNewer(PluginMistake):
    """A case was kept under a newer version of its service than the one installed here.

    It happens while hosts are renewed one after another; a newer host can handle the case.
    """

    code = "case_newer"
    # The service is being renewed. Please try again a little later.
    text = "Xidmət yenilənir. Bir qədər sonra yenidən cəhd edin."


# --- the calling program ----------------------------------------------------------------------


class HostMistake(EServicesError):
    """The calling program asked for something that is not there; never raised itself."""


class UnknownName(HostMistake):
    """There is no such service, portal, sign-in means, button, field ...

    ``kind`` says which of them, by one of the words in ``texts``; the name itself is left out,
    since it may be anything a stranger typed.
    """

    code = "unknown_name"
    # There is no such ... here.
    texts: ClassVar[Mapping[str, str]] = {
        "action": "Burada belə əməliyyat yoxdur.",
        "button": "Burada belə düymə yoxdur.",
        "case": "Burada belə müraciət yoxdur.",
        "channel": "Burada belə portal yoxdur.",
        "effect": "Burada belə iş yoxdur.",
        "field": "Burada belə sahə yoxdur.",
        "file": "Burada belə fayl yoxdur.",
        "language": "Burada belə dil yoxdur.",
        "means": "Burada belə giriş vasitəsi yoxdur.",
        "section": "Burada belə bölmə yoxdur.",
        "service": "Burada belə xidmət yoxdur.",
    }

    def __init__(self, kind: str) -> None:
        self.kind = kind
        super().__init__(self.texts[kind])


class SignInNeeded(HostMistake):
    """The person is not signed in for this service on this channel, by one of its means."""

    code = "sign_in_needed"
    # To use this service, sign in with one of its means.
    text = "Bu xidmətdən istifadə etmək üçün onun giriş vasitələrindən biri ilə daxil olun."


class JourneyEnded(HostMistake):
    """A button was pressed on a journey that has come to its end."""

    code = "journey_ended"
    # This request has been completed. Begin a new one.
    text = "Bu müraciət başa çatıb. Yenisinə başlayın."


class CaseNotFound(HostMistake):
    """There is no such case for this person; somebody else's answers as none."""

    code = "case_not_found"
    # No such request was found.
    text = "Belə müraciət tapılmadı."


class StaleCase(HostMistake):
    """The case moved on since it was read; read it again."""

    code = "stale_case"
    # Somebody else has changed the request in the meantime. Look at it again.
    text = "Müraciət bu müddətdə başqası tərəfindən dəyişdirilib. Yenidən baxın."


class PaymentNotFound(HostMistake):
    """There is no such payment for this person, or at this gateway."""

    code = "payment_not_found"
    # No such payment was found.
    text = "Belə ödəniş tapılmadı."


class StalePayment(HostMistake):
    """The payment moved on since it was read; read it again."""

    code = "stale_payment"
    # The state of the payment has changed in the meantime. Look at it again.
    text = "Ödənişin vəziyyəti bu müddətdə dəyişib. Yenidən baxın."


class JourneyNotFound(HostMistake):
    """No such journey is kept of this person; somebody else's answers as none."""

    code = "journey_not_found"
    # No such unfinished request was found.
    text = "Belə yarımçıq müraciət tapılmadı."


class JourneyTampered(HostMistake):
    """A suspended text is not one that this library wrote, or it was altered since."""

    code = "journey_tampered"
    # The saved request cannot be read. Please begin again.
    text = "Yadda saxlanılmış müraciət oxuna bilmir. Yenidən başlayın."


class JourneyChanged(HostMistake):
    """The service changed since the journey was suspended; it cannot be shown safely."""

    code = "journey_changed"
    # The service has been renewed in the meantime. Please begin the request again.
    text = "Xidmət bu müddətdə yenilənib. Müraciəti yenidən başlayın."
