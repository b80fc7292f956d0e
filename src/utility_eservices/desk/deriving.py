"""Deriving: typed values from what was entered, by forms, lists and gates.

Nothing derived is ever kept: each press derives again what it needs, entries above before
entries below, so that a journey cannot carry a value past the check that it once passed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from utility_eservices.casework.asking import Asking, Option
from utility_eservices.casework.conversion import ticked, value_of
from utility_eservices.casework.journey import Journey
from utility_eservices.casework.page import Chosen, FieldPart, Ticked, Typed, entry_key
from utility_eservices.casework.refusal import REQUIRED, reasons
from utility_eservices.casework.service import Service
from utility_eservices.desk.asker import Asker
from utility_eservices.errors import Fault

__all__ = ["Deriving"]


class Deriving:
    """One derivation: of a service's journey, from what was typed.

    ``known`` holds names that are not entered (``person``, ``today``, ``channel``), see `know`;
    ``intake`` what was wrong with values before they became text.
    """

    def __init__(
        self,
        service: Service,
        journey: Journey,
        typed: Mapping[str, str],
        known: Mapping[str, Any],
        asker: Asker,
        intake: Iterable[Fault] = (),
    ) -> None:
        self._service = service
        self._parts = {part.field: part for part in journey.parts_of_form()}
        self._typed = typed
        self._asker = asker
        self._intake = {fault.field: fault for fault in intake}
        self._names: dict[str, Any] = {}
        self._values: dict[str, Any] = {}
        self._faults: dict[str, tuple[Fault, ...]] = {}
        self._under_way: set[str] = set()
        self.know(**known)

    def know(self, **names: Any) -> None:
        """Add names that are not entered, and the fields of the form that they give."""
        fields = self._service.fields.items()
        given = {key: names[spec.given] for key, spec in fields if spec.given in names}
        self._names.update(names | given)
        self._values.update(given)

    @property
    def names(self) -> Mapping[str, Any]:
        """Everything a question may need, as far as it is known."""
        return self._names

    @property
    def values(self) -> Mapping[str, Any]:
        """The sound values so far."""
        return self._values

    @property
    def faults(self) -> tuple[Fault, ...]:
        """All faults so far."""
        return tuple(fault for faults in self._faults.values() for fault in faults)

    def derive(self, part: FieldPart | Ticked) -> None:
        """Derive one entry, and before it whatever its questions need."""
        key = entry_key(part)
        if key in self._values or key in self._faults:
            return
        self._under_way.add(key)
        try:
            value, faults = self._ticked(part) if isinstance(part, Ticked) else self._field(part)
        finally:
            self._under_way.remove(key)
        if faults:
            self._faults[key] = faults
        else:
            self._values[key] = self._names[key] = value

    def ready(self, asking: Asking) -> bool:
        """Whether a question can be asked: everything it needs is there and sound."""
        for need in asking.needs:
            # A field is known to its own gates before it is derived to its end, and two lists
            # that wait for each other are both not ready.
            known = need in self._names or need in self._under_way
            if need in self._parts and not known and self._typed.get(need):
                self.derive(self._parts[need])
        return all(need in self._names for need in asking.needs)

    def answer(self, asking: Asking) -> Any:
        """The answer to a question, or a `Fault` when it cannot be asked yet."""
        if self.ready(asking):
            return self._asker.ask(asking, self._names)
        # Fill in the fields above first.
        return Fault("", "not_ready", "Əvvəlcə yuxarıdakı sahələri düzgün doldurun.")

    def options(self, part: Chosen) -> tuple[Option, ...]:
        """The entries of a choice list; none when it cannot be asked yet."""
        return tuple(self._asker.ask(part.options, self._names)) if self.ready(part.options) else ()

    def _ticked(self, part: Ticked) -> tuple[object, tuple[Fault, ...]]:
        said = ticked(part.key, self._typed.get(part.key, ""))
        if isinstance(said, Fault):
            return None, (said,)
        # Tick this box to go on.
        missing = Fault(part.key, "not_ticked", "Davam etmək üçün bu seçimi edin.")
        return said, () if said else (missing,)

    def _field(self, part: FieldPart) -> tuple[object, tuple[Fault, ...]]:
        if not self._is_there(part.field):
            return None, ()
        if part.field in self._intake:
            return None, (self._intake[part.field],)
        value = self._chosen(part) if isinstance(part, Chosen) else self._entered(part)
        if isinstance(value, Fault):
            return None, (attrs.evolve(value, field=part.field),)
        # Nothing was entered, and nothing need be: there is no value to ask about.
        return value, () if value is None else self._refused(part, value)

    def _is_there(self, field: str) -> bool:
        """Whether a field has a place in the form, by what was entered in another."""
        condition = self._service.fields[field].only_when
        if condition is None:
            return True
        key, value = condition
        if key in self._parts:
            self.derive(self._parts[key])
        return key in self._values and bool(self._values[key] == value)

    def _refused(self, part: FieldPart, value: object) -> tuple[Fault, ...]:
        """What the gates of a field say against its value."""
        # Known to its gates alone: one that cannot be asked has not let it through either.
        self._names[part.field] = value
        try:
            return tuple(
                attrs.evolve(fault, field=fault.field or part.field)
                for gate in part.gates
                for fault in reasons(self.answer(gate))
            )
        finally:
            del self._names[part.field]

    def needed(self, part: FieldPart) -> bool:
        """Whether a field must be filled in here."""
        if not self._is_there(part.field):
            return False
        asking = part.needed if isinstance(part, Typed) else None
        asked_for = asking is not None and bool(self.answer(asking))
        return asked_for or self._service.fields[part.field].required

    def _entered(self, part: FieldPart) -> object:
        spec, needed = self._service.fields[part.field], self.needed(part)
        value = value_of(spec, self._typed.get(part.field, ""), needed=needed)
        # A parser may make nothing of spaces, and of other texts.
        return Fault(part.field, "required", REQUIRED) if value is None and needed else value

    def _chosen(self, part: Chosen) -> object:
        key = self._typed.get(part.field, "")
        if not key and not self.needed(part):
            return None
        options = self.options(part)
        if not options and self.ready(part.options):
            # There is nothing on this list to choose.
            return Fault(part.field, "empty_list", "Bu siyahıda seçiləcək heç nə yoxdur.")
        if not key:
            return Fault(part.field, "required", REQUIRED)
        for option in options:
            if option.key == key:
                return option.value
        # Choose from the list.
        return Fault(part.field, "not_in_list", "Siyahıdan seçin.")

    def shown(self, key: str) -> object:
        """What a recap says of an entered or given value."""
        part = self._parts.get(key)
        if part is not None and not self._is_there(key):
            return ""
        if isinstance(part, Chosen):
            chosen = self._typed.get(key, "")
            return next((o.label for o in self.options(part) if o.key == chosen), "")
        if isinstance(part, Typed):
            return self._typed.get(key, "")
        return self._names.get(key, "")
