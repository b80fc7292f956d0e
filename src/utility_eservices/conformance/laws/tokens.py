"""Laws of the port `tokens`: see `utility_eservices.ports.tokens.Tokens`."""

from __future__ import annotations

import itertools
from typing import Protocol

from utility_eservices.conformance.laws.common import (
    MANY,
    Call,
    at_once,
    keeps_silent,
    says_how_it_is,
    tells_not_now,
)
from utility_eservices.conformance.laws.world import World, requires
from utility_eservices.ports.tokens import Tokens

__all__ = [
    "TokensWorld",
    "test_tokens_are_given_once_to_all_who_ask_at_once",
    "test_tokens_are_never_given_twice",
    "test_tokens_cannot_be_guessed",
    "test_tokens_hold_for_another_host",
    "test_tokens_refuse_whatever_was_altered",
    "test_tokens_say_how_they_are",
    "test_tokens_seal_a_text_and_know_it_again",
    "test_tokens_tell_not_now_from_no",
    "test_tokens_write_down_nothing_personal",
]


class TokensWorld(World[Tokens], Protocol):
    """Tokens and seals; reopened, on a host with the same secret."""


# With the letters of Azerbaijani, a line break, and what a journey is likely to hold.
_TEXT = 'müraciət: {"kod": "1020304050", "ad": "Gülər Şıxıyeva"}\n'
_SEVERAL = 500
# 128 bits, written as densely as a printed text can be.
_LEAST = 20


def _calls(world: TokensWorld) -> list[Call]:
    return [
        world.port.new,
        lambda: world.port.seal(_TEXT),
        lambda: world.port.holds(_TEXT, "0" * 64),
    ]


def test_tokens_are_never_given_twice(tokens_world: TokensWorld) -> None:
    """Of several hundred names no two are alike."""
    assert len({tokens_world.port.new() for _ in range(_SEVERAL)}) == _SEVERAL


def test_tokens_are_given_once_to_all_who_ask_at_once(tokens_world: TokensWorld) -> None:
    """Sixteen who ask at once are given sixteen names."""
    assert len(set(at_once(lambda _: tokens_world.port.new()))) == MANY


def test_tokens_cannot_be_guessed(tokens_world: TokensWorld) -> None:
    """A name is long, of printable ASCII, and is not the one before, counted on."""
    names = [tokens_world.port.new() for _ in range(8)]
    assert all(len(name) >= _LEAST and name.isascii() and name.isprintable() for name in names)
    # Of two that followed on one another, nearly all letters would be the same.
    for one, other in itertools.pairwise(names):
        assert sum(a == b for a, b in zip(one, other, strict=False)) < len(one) / 2


def test_tokens_seal_a_text_and_know_it_again(tokens_world: TokensWorld) -> None:
    """A text has one seal, which holds for it, also an empty text and one in Azerbaijani."""
    for text in ("", _TEXT):
        seal = tokens_world.port.seal(text)
        assert tokens_world.port.seal(text) == seal
        assert tokens_world.port.holds(text, seal) is True


def test_tokens_refuse_whatever_was_altered(tokens_world: TokensWorld) -> None:
    """Neither another text, nor a seal with any letter altered, cut off or added, holds."""
    port, seal = tokens_world.port, tokens_world.port.seal(_TEXT)
    altered = [f"{seal[:at]}{'0' if seal[at] != '0' else '1'}{seal[at + 1 :]}" for at in (0, -2)]
    for false in (*altered, seal[:-1], seal + "0", "", "ə", port.seal(_TEXT + " ")):
        assert port.holds(_TEXT, false) is False
    for text in ("", _TEXT.strip(), _TEXT.upper()):
        assert port.holds(text, seal) is False


@requires("reopened")
def test_tokens_hold_for_another_host(tokens_world: TokensWorld) -> None:
    """Each host with the secret makes the same seals, and no name that another gave."""
    other = tokens_world.reopened()
    assert other.holds(_TEXT, tokens_world.port.seal(_TEXT)) is True
    given = {tokens_world.port.new() for _ in range(8)}
    assert given.isdisjoint(other.new() for _ in range(8))


@requires("switched_off")
def test_tokens_tell_not_now_from_no(tokens_world: TokensWorld) -> None:
    """While the secret cannot be used they say so: no seal passes for a false one."""
    tells_not_now(tokens_world, *_calls(tokens_world))


def test_tokens_write_down_nothing_personal(tokens_world: TokensWorld) -> None:
    """What is sealed stands in no log, no error and no repr."""
    keeps_silent(tokens_world, ["1020304050", "Şıxıyeva"], *_calls(tokens_world))


def test_tokens_say_how_they_are(tokens_world: TokensWorld) -> None:
    """Their check finds nothing while they work, and advises something while they cannot."""
    says_how_it_is(tokens_world)
