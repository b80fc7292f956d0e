"""Sənədin nömrəsi: the number of a paper that was issued."""

import pytest

from utility_eservices.errors import InvalidValue
from utility_eservices.vocabulary.document_number import DocumentNumber


@pytest.mark.parametrize("typed", ["1", "TŞ-2026/145", "№ 7", "12.03-145", "A" * 39 + "1"])
def test_numbers_as_papers_have_them(typed: str) -> None:
    """Letters, figures and the usual signs, kept as they are printed."""
    assert DocumentNumber.parse(f" {typed} ").value == typed


@pytest.mark.parametrize(
    "typed", ["yoxdur", "/1", "1\n2", "1\u200b", "٣", "A" * 40 + "1", "1<b>", "1\x00", "{0}1"]
)
def test_what_is_no_number_is_refused(typed: str) -> None:
    """One line, nothing hidden, a figure in it."""
    with pytest.raises(InvalidValue) as caught:
        DocumentNumber.parse(typed)
    assert caught.value.code == "document_number_malformed"
    with pytest.raises(ValueError, match="not the number"):
        DocumentNumber(typed)


def test_no_number_begins_or_ends_with_a_space() -> None:
    """So that one number is one text."""
    with pytest.raises(ValueError, match="not the number"):
        DocumentNumber("1 ")
