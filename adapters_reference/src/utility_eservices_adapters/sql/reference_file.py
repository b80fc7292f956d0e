"""Reference data as a TOML file: what a utility keeps by hand.

A table for each utility, by its key, with three tables: ``lists`` of values in the order to show
them, ``units`` by the service whose requests they carry out, ``rules`` that hold or do not.

>>> text = '''
... [azersu.lists]
... card_types = [{key = "visa", label = "Visa"}]
... [azersu.units]
... meter_reading = {key = "readings", label = "Göstəricilərin qəbulu şöbəsi"}
... [azersu.rules]
... "service_suspension.meterless_only" = true
... '''
>>> print(written(read(text)))
[azersu.lists]
card_types = [
    {key = "visa", label = "Visa"},
]
<BLANKLINE>
[azersu.units]
meter_reading = {key = "readings", label = "Göstəricilərin qəbulu şöbəsi"}
<BLANKLINE>
[azersu.rules]
"service_suspension.meterless_only" = true
<BLANKLINE>

All that is wrong with a file is told at once, each with its place.

>>> try:
...     read('azersu.lists.card_types = [{key = "Visa", label = ""}]')
... except ReferenceRefused as refused:
...     for fault in refused.faults:
...         print(fault)
azersu.lists.card_types[1].key: açar kiçik latın hərflərindən, rəqəmlərdən, “.”, “-” və “_” \
işarələrindən ibarət olmalı və hərflə başlamalıdır
azersu.lists.card_types[1].label: bir sətirlik, boş olmayan mətn olmalıdır
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files

import attrs

from utility_eservices.ports.reference import ReferenceItem
from utility_eservices.vocabulary.keys import check_key
from utility_eservices_adapters.sql.reference import UtilityReference

__all__ = ["ReferenceRefused", "read", "sample", "written"]

# It is no key: small Latin letters, digits, “.”, “-” and “_”, the first a letter.
_NO_KEY = (
    "açar kiçik latın hərflərindən, rəqəmlərdən, “.”, “-” və “_” işarələrindən ibarət olmalı və "
    "hərflə başlamalıdır"
)
# It must be a table.
_NO_TABLE = "cədvəl olmalıdır"
# It must be a list.
_NO_LIST = "siyahı olmalıdır"
# It must be a text of one line, not empty.
_NO_LABEL = "bir sətirlik, boş olmayan mətn olmalıdır"
# It must be true or false.
_NO_TRUTH = "true və ya false olmalıdır"
# It stands in this list already.
_AGAIN = "bu siyahıda artıq var"
# There is no such name here; there can be: …
_UNKNOWN = "belə ad yoxdur; ola bilər: {names}"
# It is missing.
_MISSING = "yazılmayıb"

_PARTS = ("lists", "units", "rules")
_ITEM = ("key", "label")
_BARE = re.compile(r"[A-Za-z0-9_-]+")


class ReferenceRefused(ValueError):
    """A file is not as it should be; ``faults`` are Azerbaijani, each with its place."""

    def __init__(self, *faults: str) -> None:
        self.faults = faults
        super().__init__("; ".join(faults))


def sample() -> str:
    """The file that comes with this package: made-up values for both utilities."""
    return files(__package__).joinpath("reference.toml").read_text("utf-8")


# --- reading ------------------------------------------------------------------------------------


def read(text: str) -> dict[str, UtilityReference]:
    """What a file says, by the utilities' keys; raises `ReferenceRefused`."""
    try:
        said = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        where = re.search(r"line (\d+), column (\d+)", str(error))
        # Line …, column …: this cannot be read as TOML.
        place = f"sətir {where[1]}, sütun {where[2]}: " if where else ""
        raise ReferenceRefused(f"{place}TOML kimi oxunmur") from None
    reader = _Reader()
    found = dict(reader.utilities(said))
    if not said:
        # It names no utility.
        reader.faults.append("heç bir təşkilat göstərilməyib")
    if reader.faults:
        raise ReferenceRefused(*reader.faults)
    return found


@attrs.define
class _Reader:
    """Takes what is sound, and notes what is not."""

    faults: list[str] = attrs.field(factory=list)

    def wrong(self, place: str, what: str) -> None:
        """Note a fault."""
        self.faults.append(f"{place}: {what}")

    def utilities(self, said: Mapping[str, object]) -> Iterator[tuple[str, UtilityReference]]:
        """The utilities of a file."""
        for key, value in said.items():
            self.key(key, key)
            yield key, self.utility(key, value)

    def utility(self, place: str, said: object) -> UtilityReference:
        """What is said of one."""
        parts = self.table(place, said)
        self.known(place, parts, _PARTS)
        lists, units, rules = (
            self.named(f"{place}.{part}", parts.get(part, {})) for part in _PARTS
        )
        return UtilityReference(
            {name: tuple(self.items(at, value)) for name, at, value in lists},
            {name: item for name, at, value in units if (item := self.item(at, value))},
            {name: self.truth(at, value) for name, at, value in rules},
        )

    def named(self, place: str, said: object) -> list[tuple[str, str, object]]:
        """What a table says: names, where they stand, what stands there."""
        found = [
            (name, f"{place}.{name}", value) for name, value in self.table(place, said).items()
        ]
        for name, at, _ in found:
            self.key(at, name)
        return found

    def items(self, place: str, said: object) -> Iterator[ReferenceItem]:
        """The values of a list."""
        if not isinstance(said, list):
            self.wrong(place, _NO_LIST)
            return
        seen: dict[str, set[str]] = {name: set() for name in _ITEM}
        for number, value in enumerate(said, 1):
            at = f"{place}[{number}]"
            item = self.item(at, value)
            if item is None:
                continue
            for name, known in seen.items():
                # People choose by labels: two alike are no choice.
                if (given := getattr(item, name)) in known:
                    self.wrong(f"{at}.{name}", _AGAIN)
                known.add(given)
            yield item

    def item(self, place: str, said: object) -> ReferenceItem | None:
        """One value, or one unit."""
        before = len(self.faults)
        values = self.table(place, said)
        self.known(place, values, _ITEM)
        for name in _ITEM:
            if isinstance(said, dict) and name not in values:
                self.wrong(f"{place}.{name}", _MISSING)
        key, label = values.get("key"), values.get("label")
        if "key" in values:
            self.key(f"{place}.key", key)
        if "label" in values and not _is_label(label):
            self.wrong(f"{place}.label", _NO_LABEL)
        return None if len(self.faults) > before else ReferenceItem(str(key), str(label))

    def truth(self, place: str, said: object) -> bool:
        """Whether a rule holds."""
        if not isinstance(said, bool):
            self.wrong(place, _NO_TRUTH)
        return said is True

    def table(self, place: str, said: object) -> Mapping[str, object]:
        """A table, an empty one in the place of anything else."""
        if isinstance(said, dict):
            return said
        self.wrong(place, _NO_TABLE)
        return {}

    def known(self, place: str, said: Mapping[str, object], names: tuple[str, ...]) -> None:
        """Note the names that mean nothing here."""
        for name in said:
            if name not in names:
                self.wrong(f"{place}.{name}", _UNKNOWN.format(names=", ".join(names)))

    def key(self, place: str, said: object) -> None:
        """Note what is no key."""
        try:
            check_key(None, None, said)  # type: ignore[arg-type]  # of whatever type TOML gives
        except (ValueError, TypeError):
            self.wrong(place, _NO_KEY)


def _is_label(said: object) -> bool:
    return isinstance(said, str) and said.isprintable() and said.strip() == said != ""


# --- writing ------------------------------------------------------------------------------------


def written(references: Mapping[str, UtilityReference]) -> str:
    """The file that says this; `read` gives the same again."""
    return "\n".join(
        table for utility, said in references.items() for table in _tables(_name(utility), said)
    )


def _tables(utility: str, said: UtilityReference) -> Iterator[str]:
    parts = {
        "lists": [_list(*item) for item in said.lists.items()],
        "units": [_line(*item) for item in said.units.items()],
        "rules": [_line(*item) for item in said.rules.items()],
    }
    for part, lines in parts.items():
        if lines:
            yield f"[{utility}.{part}]\n{''.join(lines)}"
    if not any(parts.values()):
        yield f"[{utility}]\n"


def _list(name: str, items: tuple[ReferenceItem, ...]) -> str:
    values = "".join(f"    {_value(item)},\n" for item in items)
    return f"{_name(name)} = [\n{values}]\n"


def _line(name: str, value: ReferenceItem | bool) -> str:
    return f"{_name(name)} = {_value(value)}\n"


def _value(value: ReferenceItem | bool) -> str:
    if isinstance(value, bool):
        return json.dumps(value)
    return f"{{key = {_text(value.key)}, label = {_text(value.label)}}}"


def _name(name: str) -> str:
    return name if _BARE.fullmatch(name) else _text(name)


def _text(text: str) -> str:
    # What JSON escapes, TOML escapes alike.
    return json.dumps(text, ensure_ascii=False)
