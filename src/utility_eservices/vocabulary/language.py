"""Dil (a language): what a text reads like to a person, and how numbers and days are written.

Azerbaijani is the source: every text is declared in it, and a catalogue gives its translation.
A text without one stays Azerbaijani, so that nobody meets an empty button. What an outside
system hands over (the label of a reference list, a name) is data and is never translated.

A sentence with values is a `Phrase`: it is put into words only when it is shown. Where one of
its values is called ``count``, the sentence has a plural, which English and Russian need and
Azerbaijani does not.

A value says itself by a method ``said_in(language)``; days, instants, numbers, texts and
whatever keeps one of them as ``.value`` need none.

Source: ours; the manuals speak Azerbaijani alone.

>>> AZERBAIJANI.said(date(2020, 9, 1)), AZERBAIJANI.month(date(2020, 9, 1))
('01.09.2020', 'sentyabr 2020')
>>> AZERBAIJANI.said(Phrase("{number} nömrəli müraciət", {"number": "AZS-2026-000001"}))
'AZS-2026-000001 nömrəli müraciət'
"""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from string import Formatter
from typing import Any

import attrs
from babel import Locale, UnknownLocaleError
from babel.dates import format_datetime, format_skeleton
from babel.numbers import format_decimal

from utility_eservices.vocabulary.days import BAKU

__all__ = ["AZERBAIJANI", "SOURCE", "Language", "Phrase", "placeholders"]

# The language in which everything is declared.
SOURCE = "az"
# Day before month, as here: by itself "en" would be American.
_WRITTEN_AS = {"en": "en_GB"}


@lru_cache(maxsize=4096)
def placeholders(template: str) -> frozenset[str] | None:
    """The names that a template asks for; None when it is none that can be filled by name.

    >>> sorted(placeholders("{number}: {reason}"))
    ['number', 'reason']
    >>> placeholders("{"), placeholders("{0}"), placeholders("{number.real}")
    (None, None, None)
    """
    try:
        parts = list(Formatter().parse(template))
    except ValueError:
        return None
    asked = [(name, spec or conv) for _, name, spec, conv in parts if name is not None]
    if any(more or not name.isidentifier() for name, more in asked):
        return None
    return frozenset(name for name, _ in asked)


@attrs.frozen
class Phrase:
    """A sentence with values, said in a language only when it is shown.

    ``template`` is Azerbaijani, its ``{placeholders}`` are filled by ``values``. As a plain
    `str` it is Azerbaijani.
    """

    template: str
    values: Mapping[str, object] = attrs.field(factory=dict, repr=False, hash=False)

    def said_in(self, language: Language) -> str:
        """The sentence in a language."""
        return language.filled(self.template, self.values)

    def __str__(self) -> str:
        return self.said_in(AZERBAIJANI)


@attrs.frozen(eq=False)
class Language:
    """One language: its tag (``az``, ``en``, ``ru``) and its translations.

    Raises `ValueError` for a tag by which nobody knows how numbers and days are written.
    """

    tag: str
    translations: gettext.NullTranslations = attrs.field(
        factory=gettext.NullTranslations, repr=False
    )
    _locale: Locale = attrs.field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_locale", _locale(self.tag))

    def text(self, source: str) -> str:
        """What an Azerbaijani text reads like in this language; the empty text stays empty."""
        return self.translations.gettext(source) if source else source

    def filled(self, template: str, values: Mapping[str, object]) -> str:
        """A template in this language, with its values said in it.

        A translation that asks for other values than its source is passed over. `KeyError`
        when a value is not there.
        """
        if not values:
            return self.text(template)
        count = values.get("count")
        if isinstance(count, int):
            translated = self.translations.ngettext(template, template, count)
        else:
            translated = self.text(template)
        asked = placeholders(template)
        if placeholders(translated) != asked:
            translated = template
        if asked is None:
            return translated
        return translated.format_map({name: self.said(values[name]) for name in asked})

    def said(self, value: Any) -> str:
        """A value as people read it."""
        if hasattr(value, "said_in"):
            own: str = value.said_in(self)
            return own
        match value:
            case str():
                said = value
            case datetime():
                said = self.instant(value)
            case date():
                said = self.day(value)
            case bool():
                # "Yes", "no".
                said = self.text("bəli") if value else self.text("xeyr")
            case int() | Decimal():
                said = self.number(value)
            case _:
                said = self.said(value.value) if hasattr(value, "value") else str(value)
        return said

    def number(self, value: int | Decimal, pattern: str | None = None) -> str:
        """A number with this language's marks; ``pattern`` is one of CLDR's.

        >>> AZERBAIJANI.number(Decimal("1234.50"), "0.00")
        '1234,50'
        """
        return format_decimal(value, pattern, locale=self._locale)

    def day(self, day: date) -> str:
        """A day in figures: “21.11.2026”."""
        return format_skeleton("yMMdd", day, locale=self._locale)

    def instant(self, instant: datetime) -> str:
        """An instant as a clock in Baku shows it: “21 noyabr 2026, 01:05”."""
        return format_datetime(instant, "d MMMM y, HH:mm", tzinfo=BAKU, locale=self._locale)

    def month(self, day: date) -> str:
        """The month of a day, by its name: “noyabr 2026”."""
        return format_skeleton("yMMMM", day, locale=self._locale)


def _locale(tag: str) -> Locale:
    try:
        return Locale.parse(_WRITTEN_AS.get(tag, tag))
    except (UnknownLocaleError, ValueError) as error:
        raise ValueError(f"not a language: {tag!r}") from error


AZERBAIJANI = Language(SOURCE)
