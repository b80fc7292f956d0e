"""Samples: the facts a guard may look at, one combination after another.

A guard is asked with stand-ins that remember what it looked at, so that only what it does look
at is combined: `combinations` asks once with the first sample of everything, then again with
each other sample of whatever was looked at.

>>> choices = {"a": (1, 2), "b": (1, 2), "never looked at": range(1000)}
>>> [found for _, found in combinations(choices, lambda facts: facts["a"] == 1 or facts["b"])]
[True, 1, 2]
"""

from __future__ import annotations

import inspect
from collections import deque
from collections.abc import Callable, Iterable, Iterator, KeysView, Mapping, Sequence, Set
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar

import attrs

from utility_eservices.casework.conversion import value_of
from utility_eservices.casework.form import FieldSpec, is_optional
from utility_eservices.casework.paying import (
    CURRENCY,
    Bill,
    PaymentOrder,
    Report,
    ReportStatus,
)
from utility_eservices.casework.refusal import Guard, reasons
from utility_eservices.casework.rulebook import Rule
from utility_eservices.errors import Fault
from utility_eservices.vocabulary.days import baku_day
from utility_eservices.vocabulary.document import Document
from utility_eservices.vocabulary.fin import Fin
from utility_eservices.vocabulary.money import Money
from utility_eservices.vocabulary.person import Assurance, Identity, PersonName
from utility_eservices.vocabulary.subscriber_code import SubscriberCode

__all__ = [
    "ABSENT",
    "NOW",
    "PAYMENTS",
    "PERSON",
    "TODAY",
    "YESTERDAY",
    "Picks",
    "SampleForm",
    "SampleMapping",
    "TooMany",
    "Trouble",
    "Verdict",
    "combinations",
    "example_of",
    "samples_of",
    "verdict",
]

T = TypeVar("T")

# Any instant; the same in every run.
NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
TODAY: date = baku_day(NOW)
YESTERDAY = TODAY - timedelta(days=1)
PERSON = Identity(Fin("5XJ1K2A"), PersonName("Aysel", "Quliyeva"), "sample", Assurance.HIGH)


def _payments() -> tuple[PaymentOrder | None, ...]:
    """A payment as it may stand: credited, not credited yet, open, failed, given back, none."""
    bill = Bill(SubscriberCode("1234567"), Money.of("29.15"))
    tried = PaymentOrder.of("sample", "sample", "sample", PERSON.fin, bill, NOW).tried(bill, NOW)
    key = tried.attempts[0].key
    report = Report(tried.number, key, ReportStatus.PAID, bill.amount, CURRENCY)
    paid = tried.told(report, NOW)
    failed = tried.moved(key, "not_begun", NOW)
    return paid.credited(NOW), paid, tried, failed, paid.credit_refused(NOW), None


PAYMENTS = _payments()
# In the place of a finding that was not stated.
ABSENT = object()
# More combinations of what one event's guards look at are not tried.
MOST = 20_000


class Unsampled(Exception):  # said to nobody: it ends one asking
    """A guard looks at a field that has no sample."""

    def __init__(self, field: str) -> None:
        self.field = field
        super().__init__(field)


class TooMany(Exception):  # said to nobody: it ends one exploration
    """There are more combinations than anybody would try."""


def samples_of(spec: FieldSpec) -> tuple[Any, ...]:
    """The sample values of a field: its example, then its ``samples``, then None if it may be."""
    found = [] if spec.example == "" else [example_of(spec)]
    if spec.given == "today":
        found = [TODAY]
    optional = (None,) if is_optional(spec.type) else ()
    sound = (item for item in found if not isinstance(item, Fault))
    return (*sound, *spec.samples, *optional)


def example_of(spec: FieldSpec) -> Any:
    """The example as a value, or the `Fault` that it is."""
    try:
        if spec.upload is not None:
            media_type, file = spec.upload.check(spec.example), spec.example
            return Document("sample", file.name, media_type, len(file.content), "0" * 64)
        return value_of(spec, str(spec.example))
    except Exception as error:  # noqa: BLE001  # whatever an outside type raises is a flaw
        return Fault(spec.key, "example", type(error).__name__)


class Picks:
    """One combination: gives what was picked of each thing, and remembers what was asked.

    ``choices`` are the samples of each thing by name, ``decided`` the places of those that are
    not the first.
    """

    def __init__(
        self, choices: Mapping[str, Sequence[Any]], decided: Mapping[str, int] | None = None
    ) -> None:
        self._choices = choices
        self._decided = decided or {}
        self.places: dict[str, int] = {}
        # How often something was looked at that is the same in every combination.
        self.fixed = 0

    def __getitem__(self, name: str) -> Any:
        samples = self._choices.get(name, ())
        if not samples:
            raise Unsampled(name.partition(".")[2] or name)
        place = self.places.setdefault(name, self._decided.get(name, 0))
        return samples[place]

    def only(self, value: T) -> T:
        """What nobody can declare samples of, such as the time; remembers that it was asked."""
        self.fixed += 1
        return value

    def get(self, name: str, default: Any = None) -> Any:
        """What was picked of a thing if it was asked for; asks nothing."""
        return self[name] if name in self.places else default

    def under(self, kind: str) -> dict[str, Any]:
        """What was picked of all things of one kind, by their own names."""
        prefix = f"{kind}."
        return {
            name.removeprefix(prefix): self[name] for name in self.places if name.startswith(prefix)
        }

    def odd(self, kind: str) -> dict[str, Any]:
        """What was picked of the things of one kind where it is not the first sample."""
        prefix = f"{kind}."
        return {
            name.removeprefix(prefix): self[name]
            for name, place in self.places.items()
            if name.startswith(prefix) and place
        }

    @property
    def plain(self) -> bool:
        """Whether everything that was asked for is the first of its samples."""
        return not any(self.places.values())


def combinations(
    choices: Mapping[str, Sequence[Any]], look: Callable[[Picks], T]
) -> Iterator[tuple[Picks, T]]:
    """Every combination of the samples that ``look`` looks at, with what it found.

    The first has the first sample of everything. Raises `TooMany`.
    """
    pending: deque[dict[str, int]] = deque([{}])
    tried = 0
    while pending:
        decided = pending.popleft()
        picks = Picks(choices, decided)
        found = look(picks)
        yield picks, found
        tried += 1
        if tried > MOST:
            raise TooMany
        asked = list(picks.places.items())
        for number, (name, _) in list(enumerate(asked))[len(decided) :]:
            others = range(1, len(choices[name]))
            pending += [{**dict(asked[:number]), name: place} for place in others]


# --- what stands in for the facts -------------------------------------------------------------


class _Keys(KeysView[str]):
    """Keys of which only those that matter are looked at."""

    def __ge__(self, other: object) -> bool:
        # The inherited one counts, and looks at every key for it.
        return all(key in self for key in other) if isinstance(other, Set) else NotImplemented


class SampleMapping(Mapping[str, Any]):
    """Stands in for a mapping whose values, and perhaps keys, are picked."""

    def __init__(self, picks: Picks, kind: str, keys: Iterable[str]) -> None:
        self._picks = picks
        self._kind = kind
        self._keys = tuple(keys)

    def __getitem__(self, key: str) -> Any:
        value = self._picks[f"{self._kind}.{key}"] if key in self._keys else ABSENT
        if value is ABSENT:
            raise KeyError(key)
        return value

    def keys(self) -> KeysView[str]:
        """The keys; each is picked only when it is looked for."""
        return _Keys(self)

    def __iter__(self) -> Iterator[str]:
        return (key for key in self._keys if key in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class SampleForm:
    """Stands in for a form: its fields are picked, whatever else the class has is its own."""

    def __init__(self, picks: Picks, form: type, fields: Iterable[str]) -> None:
        self._picks = picks
        self._form = form
        self._fields = frozenset(fields)

    def __getattr__(self, name: str) -> Any:
        if name in self._fields:
            return self._picks[f"form.{name}"]
        member = inspect.getattr_static(self._form, name)
        return member.__get__(self, self._form) if hasattr(member, "__get__") else member


# --- what the guards say ----------------------------------------------------------------------


@attrs.frozen
class Trouble:
    """A guard could not be asked: it raised ``error``, or looked at a ``field`` without sample."""

    guard: str
    error: str = ""
    field: str = ""

    @property
    def code(self) -> str:
        """The code of the flaw."""
        return "unsampled" if self.field else "guard_fails"


@attrs.frozen
class Verdict:
    """What the guards of one rule say: nothing against it, or why not.

    ``unsure``: whoever refuses looked at what has no other sample, and might not refuse then.
    """

    faults: tuple[Fault, ...] = ()
    trouble: Trouble | None = None
    unsure: bool = False

    @property
    def open(self) -> bool:
        """Whether the rule would be taken."""
        return not self.faults and self.trouble is None


def verdict(rule: Rule, facts: object, picks: Picks) -> Verdict:
    """Ask all guards of a rule; the facts give what ``picks`` picked."""
    faults: list[Fault] = []
    unsure = True
    for guard in rule.guards:
        before = picks.fixed
        try:
            said = reasons(guard(facts))
        except Unsampled as error:
            return Verdict((), Trouble(_name(guard), field=error.field))
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # noqa: BLE001  # whatever a guard raises is a flaw
            return Verdict((), Trouble(_name(guard), error=type(error).__name__))
        faults += said
        unsure = unsure and (not said or picks.fixed > before)
    return Verdict(tuple(faults), unsure=unsure and bool(faults))


def _name(guard: Guard) -> str:
    # A closure has a serial number behind its name, see `named`.
    name: str = guard.__name__.rstrip("0123456789").rstrip("_")
    return name
