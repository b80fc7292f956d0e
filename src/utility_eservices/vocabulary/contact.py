"""Əlaqə vasitələri (contact details): the telephone number and e-mail address for notices.

A telephone number is kept in the international form E.164, issued by the country's numbering
plan (here the Ministry of Digital Development and Transport): +994, two digits of the network
or the town, seven of the line. Numbers of other countries count too, for those abroad; short
codes such as the call centre's 955 are no place to send a notice to.

An e-mail address is kept in the form that every mail server takes: its domain in ASCII, and no
other letters before the @. Whether anybody reads it, only the confirmation link can tell.

Source: manual 001, figure 9, “Telefon nömrəsi” (DI-040); manual 003, profile (ESU-060,
ESU-061). The sentences are ours.

>>> Phone.parse("(050) 123-45-67").value
'+994501234567'
>>> Phone.parse("+994 50 123 45 67")
Phone(•••••••••••67)
>>> Email.parse(" Aysel@Mail.AZ ").value
'Aysel@mail.az'
>>> Phone.parse("955")
Traceback (most recent call last):
    ...
utility_eservices.errors.InvalidValue: phone_malformed: Telefon nömrəsi düzgün deyil. Belə \
yazın: 050 123 45 67.
>>> Email.parse("aysel@")
Traceback (most recent call last):
    ...
utility_eservices.errors.InvalidValue: email_malformed: Elektron poçt ünvanı düzgün deyil.
"""

from __future__ import annotations

import re

import attrs

from utility_eservices.errors import InvalidValue
from utility_eservices.vocabulary.masking import masked

__all__ = ["Email", "Phone"]

_REGION = "AZ"
_LONGEST = 254
_E164 = re.compile(r"\+[1-9][0-9]{6,14}")
# The library would also read “0800 FLOWERS”, extensions and “tel:” addresses.
_DIALLED = re.compile(r"\+?[0-9 \N{NO-BREAK SPACE}()./–-]+")
_ADDRESS = re.compile(r"[!-?A-~]+@[!-?A-~]+")


@attrs.frozen
class Phone:
    """A telephone number; ``value`` is its E.164 form, such as +994501234567."""

    value: str = attrs.field()

    @value.validator
    def _is_well_formed(self, _: object, value: str) -> None:
        if not _E164.fullmatch(value):
            raise ValueError("not a telephone number in the form E.164")

    @classmethod
    def parse(cls, text: str) -> Phone:
        """Read what a person typed; without a country code it is a number of Azerbaijan."""
        if not isinstance(text, str):
            raise TypeError("text must be a str")
        typed = text.strip()
        if not typed:
            # The telephone number has not been entered.
            raise InvalidValue("phone_empty", "Telefon nömrəsi daxil edilməyib.")
        value = _dialled(typed) if len(typed) <= _LONGEST else None
        if value is None:
            # The telephone number is not right. Write it like this: 050 123 45 67.
            raise InvalidValue(
                "phone_malformed",
                "Telefon nömrəsi düzgün deyil. Belə yazın: 050 123 45 67.",
            )
        return cls(value)

    @property
    def is_mobile(self) -> bool:
        """Whether an SMS can arrive there."""
        import phonenumbers  # noqa: PLC0415  # on first use, see `_dialled`

        number = phonenumbers.parse(self.value)
        return phonenumbers.number_type(number) in (
            phonenumbers.PhoneNumberType.MOBILE,
            # North America does not tell the two apart.
            phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE,
        )

    @property
    def masked(self) -> str:
        """The form that may be shown and logged."""
        return masked(self.value)

    def __repr__(self) -> str:
        return f"Phone({self.masked})"

    def __str__(self) -> str:
        return self.masked


@attrs.frozen
class Email:
    """An e-mail address; ``value`` is the form to send to."""

    value: str = attrs.field()

    @value.validator
    def _is_well_formed(self, _: object, value: str) -> None:
        if len(value) > _LONGEST or not _ADDRESS.fullmatch(value):
            raise ValueError("not an e-mail address")

    @classmethod
    def parse(cls, text: str) -> Email:
        """Read what a person typed; nobody is asked whether the address exists."""
        if not isinstance(text, str):
            raise TypeError("text must be a str")
        typed = text.strip()
        if not typed:
            # The e-mail address has not been entered.
            raise InvalidValue("email_empty", "Elektron poçt ünvanı daxil edilməyib.")
        value = _addressed(typed) if len(typed) <= _LONGEST else None
        if value is None:
            # The e-mail address is not right.
            raise InvalidValue("email_malformed", "Elektron poçt ünvanı düzgün deyil.")
        return cls(value)

    @property
    def masked(self) -> str:
        """The form that may be shown and logged."""
        return masked(self.value)

    def __repr__(self) -> str:
        return f"Email({self.masked})"

    def __str__(self) -> str:
        return self.masked


def _dialled(typed: str) -> str | None:
    """The E.164 form of a number that somebody can be reached at, or None."""
    # On first use, so that who needs no number does not load the tables of all countries.
    import phonenumbers  # noqa: PLC0415

    if not _DIALLED.fullmatch(typed):
        return None
    try:
        number = phonenumbers.parse(typed, _REGION)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number) or not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _addressed(typed: str) -> str | None:
    """The ASCII form of a well-formed address, or None."""
    # On first use, as above: it brings the tables of international domain names.
    import email_validator  # noqa: PLC0415

    try:
        found = email_validator.validate_email(
            typed, check_deliverability=False, allow_smtputf8=False, strict=True
        )
    except ValueError:  # the library's own errors, and those of the codecs beneath it
        return None
    return found.ascii_email
