"""What the comparison says of values is what an upgrade does to them, whatever it declares."""

from __future__ import annotations

from collections.abc import Mapping

import attrs
from hypothesis import given
from hypothesis import strategies as st

from utility_eservices.casework.shape import (
    FORMAT,
    CaseworkShape,
    FieldShape,
    Shape,
    StateShape,
    UpgradeShape,
)
from utility_eservices.casework.upgrade import Upgrade
from utility_eservices.conformance.versions import compare

KEYS = st.sampled_from("abcdef")
CASEWORK = CaseworkShape("end", {"end": StateShape(final=True)}, ())


def made(old: Mapping[str, object]) -> str:
    """The function of every upgrade here."""
    return "made"


UPGRADES = st.builds(
    Upgrade,
    since=st.just(1),
    fields=st.dictionaries(KEYS, KEYS | st.just(made), max_size=4),
    dropped=st.lists(KEYS, max_size=2, unique=True).map(tuple),
)


def data_of(upgrade: Upgrade) -> UpgradeShape:
    fields = {key: None if callable(item) else item for key, item in upgrade.fields.items()}
    return UpgradeShape(upgrade.since, fields=fields, dropped=upgrade.dropped)


def shape(version: int, keys: set[str], *upgrades: Upgrade) -> Shape:
    form = {key: FieldShape("str") for key in sorted(keys)}
    upgrades_ = tuple(map(data_of, upgrades))
    return Shape(FORMAT, "s", version, form, casework=CASEWORK, upgrades=upgrades_)


def applied(upgrade: Upgrade, form: dict[str, str]) -> dict[str, str]:
    """The next form; what a function makes of a value in its place is still that value."""
    named = {source for source in upgrade.fields.values() if isinstance(source, str)}
    after = upgrade.form(form)
    stayed = {key for key in form if key not in named and key not in upgrade.dropped}
    return {
        key: form[key] if callable(upgrade.fields.get(key)) and key in stayed else value
        for key, value in after.items()
    }


@given(
    st.sets(KEYS),
    st.lists(UPGRADES, min_size=1, max_size=3),
    st.sets(KEYS, max_size=1),
    st.sets(KEYS, max_size=1),
)
def test_the_comparison_holds_when_a_form_comes_through(
    before: set[str], upgrades: list[Upgrade], more: set[str], less: set[str]
) -> None:
    """If every field of the new form has a value and no old one is lost unsaid, and only then."""
    steps = [attrs.evolve(item, since=place) for place, item in enumerate(upgrades, 1)]
    form = {key: key for key in before}
    dropped: set[str] = set()
    unknown = False
    for step in steps:
        dropped |= {form[key] for key in step.dropped if key in form}
        try:
            form = applied(step, form)
        except KeyError:
            # It names a field that is none.
            unknown = True
            break
    after = (form.keys() | more) - less
    found = compare(shape(1, before), shape(len(steps) + 1, after, *steps))
    kept = {value for key, value in form.items() if key in after}
    comes_through = after <= form.keys() and before <= kept | dropped
    assert found.holds is (comes_through and not unknown)
