"""What the fuzz tests share: strange input, and what must not become of it.

Every text may hold `MARK`; where it turns up again in an error, a log or a sentence to a person,
something that was typed has leaked.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Any, TypeVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from utility_eservices.errors import EServicesError

T = TypeVar("T")

# Found in no sentence, label or key of the library, and sound in no entry of a form.
MARK = "gizli7Q"


def fuzzed(examples: int) -> settings:
    """Settings for a test that runs the same on every machine, however slow."""
    return settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=[HealthCheck.too_slow],
    )


def often(*weighed: tuple[int, st.SearchStrategy[Any]]) -> st.SearchStrategy[Any]:
    """Each of these strategies as often as its weight says.

    A bare `|` is flattened, and draws each of the many kinds of strange value alike.
    """
    drawn = [strategy for weight, strategy in weighed for _ in range(weight)]
    return st.integers(0, len(drawn) - 1).flatmap(drawn.__getitem__)


# --- texts --------------------------------------------------------------------------------------

# NUL and other controls, line breaks of all kinds, direction and zero-width characters, half
# characters, digits of other scripts, combining letters, letters whose case changes mislead,
# characters beyond the first plane, and what other languages treat specially.
_ODD = (
    "\x00\x07\x1b\x7f\r\n\t\x0b\x85\u2028\u2029\u00a0\u3000"
    "\u200b\u200d\u200e\u202e\u2066\u2069\ufeff\u00ad\u3164"
    "\ud800\udbff\udc00\udfff\ufffe\uffff"
    "0123456789٣۵߀０¹½Ⅷ"
    "e\u0301a\u0315\u0300ıİſKßəğŞ"
    "🙂🏽𝟘\U000e0001"
    "{}%$<>\"'&\\/;@.,+-−_ "
)

_odd = st.text(st.sampled_from(_ODD), max_size=30)
# Also half characters, which `st.text` leaves out.
_any = st.text(st.characters(codec=None), max_size=30)
# Near to what entries take, which arbitrary text hardly ever is.
_nearly = st.one_of(
    st.from_regex(r"[-+−]?[0-9]{0,17}([.,][0-9]{0,5})?", fullmatch=True),
    st.from_regex(r"[+]?[0-9 ()./-]{3,20}", fullmatch=True),
    st.from_regex(r"[0-9A-Za-zİıſ ]{5,9}", fullmatch=True),
    st.from_regex(r"[0-9]{4}-[0-9]{2}", fullmatch=True),
    st.from_regex(r"[!-~ə]{1,20}@[a-zə.-]{1,20}", fullmatch=True),
    st.sampled_from(["nan", "Infinity", "-inf", "1e999999999", "0x10", "1_000", "null", "{0}"]),
)
_long = st.builds(
    lambda unit, times: unit * times,
    st.sampled_from(["x", "1", "ə", "🙂", "\u0301", "\u202e", "\ud800", "a@"]),
    st.sampled_from([300, 2_001, 8_001, 10_000, 10_001, 100_000]),
)
_marked = st.builds(
    lambda before, after: before + MARK + after,
    often((1, _odd), (1, _nearly)),
    often((1, _odd), (1, _nearly)),
)

texts = often((4, _odd), (2, _any), (3, _nearly), (1, _long), (3, _marked))


# --- what JSON and a careless host can hold -----------------------------------------------------

_numbers = often(
    (2, st.integers()),
    (2, st.floats()),
    (1, st.decimals()),
    (1, st.sampled_from([2**255, 2**256, -(2**256), 10**4_000, Decimal("1E+999999999")])),
)
scalars = often((5, texts), (3, _numbers), (1, st.booleans()), (1, st.none()))


def _nested(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Lists and objects of these, also those that look like a file."""
    return (
        st.lists(inner, max_size=3)
        | st.dictionaries(texts, inner, max_size=3)
        | st.fixed_dictionaries({"name": inner, "content": inner})
    )


_deep = st.recursive(st.text(max_size=3), _nested, max_leaves=6)
json_values = often((6, scalars), (2, _nested(scalars)), (1, _deep))
# Beyond JSON: what a host may hand over by mistake.
_others = st.sampled_from([MARK.encode(), (MARK,), {1, 2}, object(), 1j, range(3)])
things = often((8, json_values), (1, _others))


# --- what must not become of it -----------------------------------------------------------------


class _Kept(logging.Handler):
    """Keeps every line of every log."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.setFormatter(logging.Formatter("%(name)s %(message)s"))
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a line, with the error it tells of."""
        self.lines.append(self.format(record))


@contextmanager
def silent() -> Iterator[None]:
    """What is done inside logs nothing of what was typed.

    Like the fixture `caplog`, which lasts for a whole test and not for one example of it.
    """
    root, kept = logging.getLogger(), _Kept()
    level = root.level
    root.addHandler(kept)
    root.setLevel(logging.DEBUG)
    try:
        yield
    finally:
        root.setLevel(level)
        root.removeHandler(kept)
    assert MARK not in "\n".join(kept.lines)


def answered(call: Callable[[], T], *allowed: type[EServicesError]) -> T | EServicesError:
    """What a call gave, or the error it raised if it is one of these; anything else is a crash.

    Neither the error nor what it came from, nor any log, repeats what was typed.
    """
    with silent():
        try:
            return call()
        except allowed as raised:
            error = raised
    assert MARK not in "".join(traceback.format_exception(error))
    assert error.code
    assert error.message.endswith(".")
    return error
