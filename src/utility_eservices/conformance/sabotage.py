"""Sabotage keeps the tags honest: break one declared thing, and its scenarios must fail.

The services are altered in memory, one thing at a time: a text reversed; an entry, button,
gate, guard, sign-in means, transition, order or notice taken away. Then the scenarios tagged
with that thing's rows run, and for a thing of ours without a row those tagged ``ours``. If none
fails, the thing was missed: its tags promise more than the scenarios hold.

    python3 run.py sabotage [--rows DI-045] [--sample 60 --seed 1]

A process is forked for each alteration, so that none sees another's.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import sys
from collections.abc import Iterator, Sequence
from typing import Any

import attrs
import pytest
from _pytest.runner import runtestprotocol
from rich.console import Console
from rich.progress import Progress

from utility_eservices.casework.entrance import Means, SignInWindow, StatusPlace
from utility_eservices.casework.form import FieldSpec
from utility_eservices.casework.journey import Journey
from utility_eservices.casework.notice import Notice
from utility_eservices.casework.page import Button, Chosen, Page, To, Typed, Uploaded
from utility_eservices.casework.rulebook import Rule, StateInfo
from utility_eservices.casework.service import Service
from utility_eservices.conformance import plugin
from utility_eservices.conformance.declared import Declared, changed, declared
from utility_eservices.conformance.running import run
from utility_eservices.desk.catalogue import built_in_services

__all__ = ["Alteration", "Result", "alterations", "main"]

_PLACEHOLDER = re.compile(r"(\{\w+\})")


@attrs.frozen
class Alteration:
    """One thing broken: ``what`` says how, ``service`` is the service as it is then."""

    where: str
    what: str
    rows: tuple[str, ...]
    service: Service = attrs.field(repr=False)

    @property
    def tags(self) -> frozenset[str]:
        """The tags of the scenarios of which one must fail."""
        return frozenset(self.rows or ("ours",))


# --- what can be broken ---------------------------------------------------------------------------


def alterations(service: Service) -> Iterator[Alteration]:
    """Every way to break one declared thing of a service."""
    for thing in declared(service):
        for what, other in _broken(thing.thing):
            yield Alteration(thing.where, what, thing.rows, thing.put(other))
        if _removable(thing):
            yield Alteration(thing.where, "removed", thing.rows, thing.put(None))


def _removable(thing: Declared) -> bool:
    # A page cannot go without its way in and out; a field, state or finding not without its use.
    kept = Service | Page | FieldSpec | StateInfo | SignInWindow | StatusPlace
    return not isinstance(thing.thing, kept)


def _broken(thing: Any) -> Iterator[tuple[str, Any]]:
    for attribute in _TEXTS.get(type(thing), ("label", "title")):
        text = getattr(thing, attribute, "")
        if text and text != _reversed(text):
            yield f"{attribute} reversed", changed(thing, **{attribute: _reversed(text)})
    for attribute in _LISTS.get(type(thing), ()):
        yield from _shorter(thing, attribute)
    for attribute, nothing in _LEFT_OUT.items():
        if getattr(thing, attribute, nothing) != nothing:
            yield f"{attribute} removed", changed(thing, **{attribute: nothing})
    yield from _in_its_own_way(thing)


def _in_its_own_way(thing: Any) -> Iterator[tuple[str, Any]]:
    """What can be broken of one kind of thing alone."""
    match thing:
        case Button():
            yield from _button(thing)
        case StateInfo() if thing.owner:
            yield "owner removed", attrs.evolve(thing, owner=None)
        case Means():
            yield "label reversed", attrs.evolve(thing, label=_reversed(thing.said))
        case StatusPlace():
            for number, text in enumerate(thing.path):
                path = (*thing.path[:number], _reversed(text), *thing.path[number + 1 :])
                yield f"path {number} reversed", attrs.evolve(thing, path=path)
        case SignInWindow():
            yield "asked at another moment", attrs.evolve(thing, of_portal=not thing.of_portal)
        case _:
            pass


# What may be taken out of a thing, one by one.
_LISTS: dict[type, tuple[str, ...]] = {
    Typed: ("gates",),
    Chosen: ("gates",),
    Uploaded: ("gates",),
    Rule: ("guards", "actions"),
    Notice: ("media",),
}

# What a thing may do without, and what stands there then; not `Page.answer`, which no screen shows.
_LEFT_OUT: dict[str, Any] = {"prefill": None, "needed": None, "urgent": False}

# The texts of a thing, where they are not its label and title.
_TEXTS: dict[type, tuple[str, ...]] = {
    Typed: ("section",),
    Chosen: ("section",),
    Uploaded: ("section",),
    Page: ("title", "text", "message"),
    FieldSpec: ("label", "help", "unit"),
    StateInfo: ("name", "told"),
    Notice: ("subject", "text", "sms"),
    Service: ("name",),
    Journey: (),
    Rule: (),
    Means: (),
}


def _reversed(text: str) -> str:
    """The text backwards, its placeholders left as they are."""
    pieces = _PLACEHOLDER.split(text)
    return "".join(p if _PLACEHOLDER.fullmatch(p) else p[::-1] for p in reversed(pieces))


def _shorter(thing: Any, attribute: str) -> Iterator[tuple[str, Any]]:
    items = getattr(thing, attribute)
    for number, item in enumerate(items):
        name = getattr(item, "value", getattr(item, "name", getattr(item, "__name__", "")))
        rest = (*items[:number], *items[number + 1 :])
        yield f"{attribute}: {name} removed", attrs.evolve(thing, **{attribute: rest})


def _button(button: Button) -> Iterator[tuple[str, Any]]:
    for number, to in enumerate(button.to):
        for what, other in _shorter(to, "when"):
            yield what, _with_outcome(button, number, other)
        if to.pays:
            yield "pays nothing", _with_outcome(button, number, attrs.evolve(to, pays=None))
        if len(button.to) > 1:
            rest = (*button.to[:number], *button.to[number + 1 :])
            yield f"outcome {to.page} removed", attrs.evolve(button, to=rest)
    if button.otherwise:
        yield "otherwise removed", attrs.evolve(button, otherwise="")
    for key in button.submits:
        left = tuple(item for item in button.submits if item != key)
        if not button.registers:
            yield f"submits: {key} removed", attrs.evolve(button, submits=left)


def _with_outcome(button: Button, number: int, other: To) -> Button:
    return attrs.evolve(button, to=(*button.to[:number], other, *button.to[number + 1 :]))


# --- running the scenarios ------------------------------------------------------------------------


@attrs.frozen
class Result:
    """What became of the alterations tried."""

    tried: int
    caught: int
    missed: tuple[Alteration, ...]
    untagged: tuple[Alteration, ...]


class _Saboteur:
    """A pytest plugin: instead of running the scenarios, tries every alteration on them."""

    def __init__(self, tried: Sequence[Alteration], console: Console) -> None:
        self._tried = tried
        self._console = console
        self.result = Result(0, 0, (), ())
        self.sound = False

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        by_tag: dict[str, list[pytest.Item]] = {}
        for item in session.items:
            for mark in item.iter_markers():
                by_tag.setdefault(mark.name, []).append(item)
        self.sound = not _fails_in_fork(session.items, None)
        if self.sound:
            self._try_all(by_tag)
        return True

    def _try_all(self, by_tag: dict[str, list[pytest.Item]]) -> None:
        missed, untagged, running = [], [], {}
        with Progress(console=self._console) as progress:
            task = progress.add_task("sabotage", total=len(self._tried))
            for alteration in self._tried:
                found = {id(i): i for tag in alteration.tags for i in by_tag.get(tag, ())}
                items = list(found.values())
                if not items:
                    untagged.append(alteration)
                    progress.advance(task)
                    continue
                running[_fork(items, alteration.service)] = alteration
                while len(running) >= (os.cpu_count() or 1):
                    missed += _reap(running)
                    progress.advance(task)
            while running:
                missed += _reap(running)
                progress.advance(task)
        tried = len(self._tried)
        caught = tried - len(missed) - len(untagged)
        self.result = Result(tried, caught, tuple(missed), tuple(untagged))


def _reap(running: dict[int, Alteration]) -> list[Alteration]:
    """Wait for one process; the alteration that it missed, if it did."""
    child, status = os.wait()
    alteration = running.pop(child)
    return [] if os.waitstatus_to_exitcode(status) else [alteration]


def _fork(items: Sequence[pytest.Item], service: Service | None) -> int:
    child = os.fork()
    if child:
        return child
    # The child answers by its exit code alone; whatever it prints is nobody's.
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    os.dup2(silent, 2)
    code = 1
    try:
        if service is not None:
            plugin.offered = [
                service if known.key == service.key else known for known in built_in_services()
            ]
        code = int(_any_fails(items))
    finally:
        os._exit(code)


def _fails_in_fork(items: Sequence[pytest.Item], service: Service | None) -> bool:
    _, status = os.waitpid(_fork(items, service), 0)
    return os.waitstatus_to_exitcode(status) != 0


def _any_fails(items: Sequence[pytest.Item]) -> bool:
    for number, item in enumerate(items):
        following = items[number + 1] if number + 1 < len(items) else None
        reports = runtestprotocol(item, log=False, nextitem=following)
        if any(report.failed for report in reports):
            return True
    return False


# --- the command ----------------------------------------------------------------------------------


def main(arguments: Sequence[str] | None = None) -> int:
    """Try the alterations; 0 when every one was caught, 1 otherwise."""
    parser = argparse.ArgumentParser(prog="sabotage", description=__doc__.split("\n\n")[0])
    parser.add_argument("--rows", nargs="+", default=[], help="only things that name these rows")
    parser.add_argument("--sample", type=int, help="try so many, drawn by the seed")
    parser.add_argument("--seed", default="1", help="what the sample is drawn by")
    chosen = parser.parse_args(arguments)
    console = Console()
    tried = [item for service in built_in_services() for item in alterations(service)]
    if chosen.rows:
        tried = [item for item in tried if set(item.rows) & set(chosen.rows)]
    if chosen.sample is not None and chosen.sample < len(tried):
        tried = random.Random(chosen.seed).sample(tried, chosen.sample)  # noqa: S311  # no secret
    saboteur = _Saboteur(tried, console)
    run((), "-p", "no:terminal", plugins=[saboteur])
    if not saboteur.sound:
        console.print("The scenarios fail as they are: mend them first.")
        return 1
    return _tell(saboteur.result, console)


def _tell(result: Result, console: Console) -> int:
    for alteration in (*result.missed, *result.untagged):
        why = "missed" if alteration in result.missed else "no scenario has its rows"
        console.print(
            f"{why}: {alteration.where}: {alteration.what} {' '.join(alteration.rows)}",
            soft_wrap=True,
            highlight=False,
        )
    missed = len(result.missed) + len(result.untagged)
    console.print(f"tried {result.tried}, caught {result.caught}, missed {missed}", highlight=False)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
