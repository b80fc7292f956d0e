"""The way in, and the window of sign-in."""

from __future__ import annotations

from utility_eservices.casework.entrance import Means
from utility_eservices.vocabulary.sign_in import ASAN


def test_a_means_says_its_own_label_unless_the_manual_prints_another() -> None:
    """What is on the button in the window of sign-in."""
    assert Means(ASAN).said == "Asan imza ilə"
    assert Means(ASAN, label="Asan imza").said == "Asan imza"
