"""Nümunələr: what guards look at, and nothing else, is combined."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from tests.proofs.sample import SERVICE

from utility_eservices.casework.form import finding, form_field
from utility_eservices.casework.rulebook import Rule
from utility_eservices.conformance.proofs import samples
from utility_eservices.conformance.proofs.samples import (
    ABSENT,
    TODAY,
    Picks,
    SampleForm,
    SampleMapping,
    TooMany,
    Trouble,
    Verdict,
    combinations,
    samples_of,
    verdict,
)
from utility_eservices.errors import Fault
from utility_eservices.vocabulary.document import EXAMPLE_PHOTO, Document, ImagePolicy
from utility_eservices.vocabulary.reading import MeterReading


def test_every_combination_of_what_is_looked_at_is_tried_once() -> None:
    """What one look decides may show another thing to look at."""
    choices = {"a": (1, 2, 3), "b": ("x", "y"), "c": range(100)}

    def look(picks: Picks) -> tuple[Any, ...]:
        return (picks["a"], picks["b"]) if picks["a"] > 1 else (picks["a"],)

    found = [seen for _, seen in combinations(choices, look)]
    assert found[0] == (1,)
    assert sorted(found) == [(1,), (2, "x"), (2, "y"), (3, "x"), (3, "y")]


def test_too_many_combinations_are_not_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit is met, and no more than that is looked at."""
    monkeypatch.setattr(samples, "MOST", 5)
    seen: list[object] = []
    with pytest.raises(TooMany):
        seen += (picks for picks, _ in combinations({"a": range(7)}, lambda picks: picks["a"]))
    assert len(list(combinations({"a": range(5)}, lambda picks: picks["a"]))) == 5


def test_picks_say_what_was_asked() -> None:
    """Under each kind, and where it is not the first sample."""
    picks = Picks({"form.a": (1, 2), "form.b": (3,), "role": ("x",)}, {"form.a": 1})
    assert picks.get("role") is None
    assert (picks["form.a"], picks["form.b"]) == (2, 3)
    assert (picks.under("form"), picks.odd("form")) == ({"a": 2, "b": 3}, {"a": 2})
    assert picks.get("form.a") == 2
    assert not picks.plain


def test_a_mapping_is_asked_key_by_key() -> None:
    """Only what is looked for is picked, however it is looked for."""

    def asked(look: Any) -> list[str]:
        picks = Picks({"kind.a": (ABSENT, 1), "kind.b": (2,)})
        look(SampleMapping(picks, "kind", ["a", "b"]))
        return list(picks.places)

    assert asked(lambda known: known["b"]) == ["kind.b"]
    assert asked(lambda known: "a" in known) == ["kind.a"]
    assert asked(lambda known: known.get("a")) == ["kind.a"]
    assert asked(lambda known: {"b"} <= known.keys()) == ["kind.b"]
    assert asked(lambda known: {"a", "x"} - known.keys()) == ["kind.a"]
    assert asked(dict) == ["kind.a", "kind.b"]
    assert asked(len) == ["kind.a", "kind.b"]


def test_a_mapping_holds_what_was_picked() -> None:
    """What is absent is not there, and what is no key at all neither."""
    known = SampleMapping(Picks({"kind.a": (ABSENT,), "kind.b": (2,)}), "kind", ["a", "b"])
    assert dict(known) == {"b": 2}
    assert {"b"} <= known.keys()
    assert not {"a", "b"} <= known.keys()
    with pytest.raises(KeyError):
        _ = known["c"]


def test_a_form_has_its_fields_and_whatever_its_class_has() -> None:
    """A property of the form sees the picked fields; what is not there is an error."""

    @attrs.frozen
    class Order:
        amount: int = form_field("Məbləğ")
        kind = "sifariş"

        @property
        def double(self) -> int:
            return self.amount * 2

    form: Any = SampleForm(Picks({"form.amount": (21,)}), Order, ["amount"])
    assert (form.amount, form.double, form.kind) == (21, 42, "sifariş")
    with pytest.raises(AttributeError):
        _ = form.colour


def test_the_samples_of_a_field() -> None:
    """The example as a value, the declared samples, today, a file, and nothing where it may be."""
    fields = SERVICE.fields
    assert [item.plain for item in samples_of(fields["reading"])] == ["12", "90000"]
    spec = finding("n", MeterReading, "N", example="")
    assert samples_of(spec) == ()
    assert samples_of(attrs.evolve(spec, example="minus")) == ()
    assert samples_of(attrs.evolve(spec, given="today")) == (TODAY,)
    assert samples_of(attrs.evolve(spec, type=str | None, example="x")) == ("x", None)
    (photo,) = samples_of(attrs.evolve(spec, upload=ImagePolicy(), example=EXAMPLE_PHOTO))
    assert isinstance(photo, Document)
    assert photo.name == EXAMPLE_PHOTO.name


def test_what_guards_say_of_a_rule() -> None:
    """All reasons, or what kept a guard from saying anything."""
    no = Fault("a", "no", "Yox.")

    def refuses(facts: Any) -> Fault:
        return no

    def fails(facts: Any) -> bool:
        raise ZeroDivisionError

    def looks(facts: Any) -> bool:
        return bool(facts["form.colour"])

    def early(facts: Picks) -> Fault:
        return facts.only(no)

    def said(*guards: Any) -> Verdict:
        picks = Picks({})
        return verdict(Rule("e", "a", "b", guards), picks, picks)

    assert said() == Verdict()
    assert said().open
    assert said(refuses, refuses) == Verdict((no, no))
    # One looked at what nobody has a sample of, so that only the other is sure.
    assert said(early, early) == Verdict((no, no), unsure=True)
    assert said(early, refuses) == said(refuses, early) == Verdict((no, no))
    assert not said(refuses).open
    assert said(fails) == Verdict((), Trouble("fails", error="ZeroDivisionError"))
    assert said(looks) == Verdict((), Trouble("looks", field="colour"))
    assert not said(looks).open
