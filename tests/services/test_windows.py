"""The windows that are the portals' own: which rows their means carry."""

from __future__ import annotations

import pytest

from utility_eservices.services.windows import asan_login, five_means, status_page


def test_a_means_without_rows_is_where_the_window_is() -> None:
    """A manual that names all in one sentence gives one row; another gives each its own."""
    window = asan_login("DI-074", id_number="ESU-014")
    assert [means.rows for means in window.means] == ["DI-074", "DI-074", "ESU-014"]


def test_the_five_means_are_named_in_the_order_of_the_window() -> None:
    """Each carries its own rows, and nothing is ours where a manual has it."""
    window = five_means("A-1", means=("A-2", "A-3", "A-4", "A-5", "A-6"))
    assert [(means.means.key, means.rows, means.ours) for means in window.means] == [
        ("id_number", "A-2", False),
        ("sima", "A-3", False),
        ("asan", "A-4", False),
        ("sima_token", "A-5", False),
        ("bsxm", "A-6", False),
    ]


def test_rows_of_too_few_means_are_refused() -> None:
    """A means that was forgotten would otherwise go missing from the window."""
    with pytest.raises(ValueError, match="shorter"):
        five_means("A-1", means=("A-2", "A-3"))


def test_what_no_manual_has_is_ours_throughout() -> None:
    """Window, means, page and list are marked; none names a row."""
    window, page = five_means(ours=True), status_page(back_to="home", ours=True)
    declared = [window, *window.means, page, *page.parts]
    assert all(item.ours and not item.rows for item in declared)
