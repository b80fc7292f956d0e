"""Laws of the port `inbox`: see `utility_eservices.ports.inbox.Inbox`."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
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
from utility_eservices.ports.inbox import Inbox, InboxItem
from utility_eservices.vocabulary.fin import Fin

__all__ = [
    "InboxWorld",
    "test_inbox_gives_a_notice_to_the_letter",
    "test_inbox_gives_no_more_than_asked",
    "test_inbox_keeps_a_notice_once_for_a_key",
    "test_inbox_keeps_a_notice_once_for_all_who_bring_a_key_at_once",
    "test_inbox_keeps_what_many_bring_at_once",
    "test_inbox_remembers_after_a_restart",
    "test_inbox_says_how_it_is",
    "test_inbox_shows_a_person_their_own_alone",
    "test_inbox_shows_the_newest_first",
    "test_inbox_tells_not_now_from_none",
    "test_inbox_writes_down_nothing_personal",
]


class InboxWorld(World[Inbox], Protocol):
    """Two persons who can have notices."""

    fin: Fin
    other: Fin


_ALL = 100_000
# Later than whatever else a person was told.
_AT = datetime(2199, 11, 20, 9, 30, 15, tzinfo=UTC)
_TEXT = "Müraciətiniz qəbul edildi:\n“Gözləyin”, İ ı Ə ə Ğ ğ."


def _item(world: InboxWorld, minutes: int = 0) -> InboxItem:
    at = _AT + timedelta(minutes=minutes)
    return InboxItem(at, f"LAW-{world.fresh()}", "Bildiriş – “Su”", _TEXT)


def _of(port: Inbox, fin: Fin, *items: InboxItem) -> list[str]:
    """The numbers of these notices' cases, as often and in the order as they come."""
    numbers = _numbers(*items)
    return [item.case_number for item in port.of(fin, _ALL) if item.case_number in numbers]


def _numbers(*items: InboxItem) -> list[str]:
    return [item.case_number for item in items]


def _calls(world: InboxWorld) -> list[Call]:
    item, key = _item(world), world.fresh()
    return [lambda: world.port.put(world.fin, item, key), lambda: world.port.of(world.fin)]


def test_inbox_gives_a_notice_to_the_letter(inbox_world: InboxWorld) -> None:
    """Instant, number, subject and text come as they were put, line breaks and all."""
    item = _item(inbox_world)
    inbox_world.port.put(inbox_world.fin, item, inbox_world.fresh())
    found = inbox_world.port.of(inbox_world.fin, _ALL)
    assert [one for one in found if one.case_number == item.case_number] == [item]


def test_inbox_keeps_a_notice_once_for_a_key(inbox_world: InboxWorld) -> None:
    """A key that comes again puts nothing and succeeds: the first notice stays."""
    first, second, key = _item(inbox_world), _item(inbox_world), inbox_world.fresh()
    for item in (first, first, second):
        inbox_world.port.put(inbox_world.fin, item, key)
    assert _of(inbox_world.port, inbox_world.fin, first, second) == _numbers(first)


def test_inbox_keeps_a_notice_once_for_all_who_bring_a_key_at_once(
    inbox_world: InboxWorld,
) -> None:
    """Of sixteen who bring one key at once all succeed, and one notice is there."""
    item, key = _item(inbox_world), inbox_world.fresh()
    put = at_once(lambda _: inbox_world.port.put(inbox_world.fin, item, key))
    assert put == [None] * MANY
    assert _of(inbox_world.port, inbox_world.fin, item) == _numbers(item)


def test_inbox_keeps_what_many_bring_at_once(inbox_world: InboxWorld) -> None:
    """Of sixteen notices under keys of their own, put at once, none is lost."""
    items, keys = [_item(inbox_world, n) for n in range(MANY)], [*map(str, range(MANY))]
    fresh = inbox_world.fresh()
    at_once(lambda n: inbox_world.port.put(inbox_world.fin, items[n], fresh + keys[n]))
    assert {*_of(inbox_world.port, inbox_world.fin, *items)} == {*_numbers(*items)}


def test_inbox_shows_the_newest_first(inbox_world: InboxWorld) -> None:
    """Notices come by their instant, in whatever order they were put."""
    early, middle, late = (_item(inbox_world, minutes) for minutes in (1, 2, 3))
    for item in (middle, late, early):
        inbox_world.port.put(inbox_world.fin, item, inbox_world.fresh())
    found = _of(inbox_world.port, inbox_world.fin, early, middle, late)
    assert found == _numbers(late, middle, early)


def test_inbox_gives_no_more_than_asked(inbox_world: InboxWorld) -> None:
    """Of more notices than are asked for, the newest come."""
    for minutes in range(3):
        inbox_world.port.put(inbox_world.fin, _item(inbox_world, minutes), inbox_world.fresh())
    newest = inbox_world.port.of(inbox_world.fin, 2)
    assert len(newest) == 2
    assert newest == inbox_world.port.of(inbox_world.fin, _ALL)[:2]


def test_inbox_shows_a_person_their_own_alone(inbox_world: InboxWorld) -> None:
    """What one person is told, another does not see."""
    item = _item(inbox_world)
    inbox_world.port.put(inbox_world.fin, item, inbox_world.fresh())
    assert _of(inbox_world.port, inbox_world.other, item) == []


@requires("reopened")
def test_inbox_remembers_after_a_restart(inbox_world: InboxWorld) -> None:
    """A notice is there after a restart, and its key is still known."""
    item, key = _item(inbox_world), inbox_world.fresh()
    inbox_world.port.put(inbox_world.fin, item, key)
    other = inbox_world.reopened()
    assert _of(other, inbox_world.fin, item) == _numbers(item)
    other.put(inbox_world.fin, item, key)
    assert _of(other, inbox_world.fin, item) == _numbers(item)


@requires("switched_off")
def test_inbox_tells_not_now_from_none(inbox_world: InboxWorld) -> None:
    """While it cannot be opened it says so: no inbox passes for an empty one."""
    tells_not_now(inbox_world, *_calls(inbox_world))


def test_inbox_writes_down_nothing_personal(inbox_world: InboxWorld) -> None:
    """Neither FINs nor texts stand in a log, an error or a repr."""
    personal = [inbox_world.fin.value, "“Gözləyin”"]
    keeps_silent(inbox_world, personal, *_calls(inbox_world))


def test_inbox_says_how_it_is(inbox_world: InboxWorld) -> None:
    """Its check finds nothing while it works, and advises something while it cannot."""
    says_how_it_is(inbox_world)
