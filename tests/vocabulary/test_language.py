"""Languages: texts, sentences with values, numbers and days as each of them writes them."""

import gettext
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import attrs
import pytest

from utility_eservices.vocabulary.language import AZERBAIJANI, Language, Phrase
from utility_eservices.vocabulary.money import Money
from utility_eservices.vocabulary.month import Month
from utility_eservices.vocabulary.reading import MeterReading
from utility_eservices.vocabulary.remark import Remark
from utility_eservices.vocabulary.subscriber_code import AZERSU_CODE

DAY = date(2026, 9, 1)
MONEY = Money.of("1234.50")


class Words(gettext.NullTranslations):
    """Translations written down in a test; a plural is a list, by English rules."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        super().__init__()
        self.words = words

    def gettext(self, message: str) -> str:
        """See `gettext.NullTranslations`."""
        return str(self.words.get(message, message))

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """See `gettext.NullTranslations`."""
        forms = self.words.get(msgid1, [msgid1, msgid2])
        return str(forms[n != 1])


ENGLISH = Language(
    "en",
    Words(
        {
            "Xidmət": "Service",
            "bəli": "yes",
            "{number} nömrəli müraciət": "request {number}",
            "Ən çoxu {count} simvol": ["At most {count} character", "At most {count} characters"],
            "Məbləğ: {amount}": "Amount: {amount}",
        }
    ),
)
RUSSIAN = Language("ru")


def test_a_text_is_translated_where_it_can_be() -> None:
    """A text that nobody translated stays Azerbaijani; nothing stays nothing."""
    assert ENGLISH.text("Xidmət") == "Service"
    assert ENGLISH.text("Nəticə") == "Nəticə"
    assert AZERBAIJANI.text("Xidmət") == "Xidmət"


def test_the_empty_text_stays_empty() -> None:
    """In a catalogue the empty text stands for its own header, which is for no person."""
    header = Language("en", Words({"": "Project-Id-Version: ..."}))
    assert header.text("") == ""
    assert header.filled("", {}) == ""


def test_a_sentence_takes_its_values_in_its_language() -> None:
    """Words are put in at last, so that the same sentence reads well in each language."""
    phrase = Phrase("Məbləğ: {amount}", {"amount": MONEY})
    assert ENGLISH.said(phrase) == "Amount: 1,234.50 AZN"
    assert RUSSIAN.said(phrase) == "Məbləğ: 1\u00a0234,50 AZN"
    assert str(phrase) == "Məbləğ: 1.234,50 AZN"


def test_a_sentence_may_stand_in_another() -> None:
    """A value that is itself a sentence is said in the same language."""
    inner = Phrase("{number} nömrəli müraciət", {"number": "N-1"})
    assert ENGLISH.filled("Məbləğ: {amount}", {"amount": inner}) == "Amount: request N-1"


@pytest.mark.parametrize(
    ("count", "text"), [(1, "At most 1 character"), (2, "At most 2 characters")]
)
def test_a_count_chooses_the_plural(count: int, text: str) -> None:
    """The value called count, and no other, says how many there are."""
    assert ENGLISH.filled("Ən çoxu {count} simvol", {"count": count}) == text


def test_a_count_that_is_no_number_is_a_word() -> None:
    """A text called count is a text."""
    assert ENGLISH.filled("{count} dəfə", {"count": "bir"}) == "bir dəfə"


def test_braces_in_a_value_are_left_alone() -> None:
    """What a person wrote is never a template."""
    assert AZERBAIJANI.filled("Səbəb: {reason}", {"reason": "{number}"}) == "Səbəb: {number}"


def test_a_template_without_values_is_no_template() -> None:
    """A sentence with braces and nothing to fill them is shown as it stands."""
    assert AZERBAIJANI.filled("{", {}) == "{"


@pytest.mark.parametrize(
    ("value", "az", "en", "ru"),
    [
        ("Aysel", "Aysel", "Aysel", "Aysel"),
        (DAY, "01.09.2026", "01/09/2026", "01.09.2026"),
        (
            datetime(2026, 8, 31, 21, 5, tzinfo=UTC),
            "1 sentyabr 2026, 01:05",
            "1 September 2026, 01:05",
            "1 сентября 2026, 01:05",
        ),
        (2000, "2.000", "2,000", "2\u00a0000"),
        (Decimal("12.50"), "12,5", "12.5", "12,5"),
        (True, "bəli", "yes", "bəli"),
        (MONEY, "1.234,50 AZN", "1,234.50 AZN", "1\u00a0234,50 AZN"),
        (Month(2020, 9), "sentyabr 2020", "September 2020", "сентябрь 2020\u202fг."),
        (MeterReading.parse("1251,5"), "1251,5 m³", "1251.5 m³", "1251,5 m³"),
        (Remark.parse("Səhv."), "Səhv.", "Səhv.", "Səhv."),
        (AZERSU_CODE.parse("0012"), "0012", "0012", "0012"),
    ],
    ids=str,
)
def test_values_are_written_as_each_language_does(value: object, az: str, en: str, ru: str) -> None:
    """Days, instants in Baku, numbers, money, months; codes and people's own words untouched."""
    assert AZERBAIJANI.said(value) == az
    assert ENGLISH.said(value) == en
    assert RUSSIAN.said(value).replace("\xa0г", "\u202fг") == ru


def test_any_value_may_say_itself() -> None:
    """A value of an outside package needs nothing but the method."""

    @attrs.frozen
    class Degrees:
        degrees: int

        def said_in(self, language: Language) -> str:
            return f"{language.number(self.degrees)} °C"

    assert AZERBAIJANI.said(Degrees(60)) == "60 °C"


def test_what_knows_no_language_shows_itself() -> None:
    """As the last resort, the value's own text."""
    assert AZERBAIJANI.said(None) == "None"


@pytest.mark.parametrize("tag", ["", "xx", "../az", "English"])
def test_an_unknown_tag_is_no_language(tag: str) -> None:
    """Nobody would know how to write a number in it."""
    with pytest.raises(ValueError, match="not a language"):
        Language(tag)


@pytest.mark.parametrize(
    "translated", ["Amount: {amonut}", "Amount: {0}", "Amount: {amount.amount}", "Amount: {", "Sum"]
)
def test_a_translation_that_asks_for_something_else_is_passed_over(translated: str) -> None:
    """Whoever reads it reads Azerbaijani, and no more of a value than it says itself."""
    language = Language("en", Words({"Məbləğ: {amount}": translated}))
    assert language.filled("Məbləğ: {amount}", {"amount": MONEY}) == "Məbləğ: 1,234.50 AZN"


def test_a_template_that_is_none_is_shown_as_it_stands() -> None:
    """Nothing is filled in where nobody can say what is asked for."""
    assert AZERBAIJANI.filled("{0} {", {"amount": MONEY}) == "{0} {"
