"""Killing: starts hosts and workers, kills one after the other, and puts another in its place."""

from __future__ import annotations

import multiprocessing
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.adapters.books import filled

from soak.host import host, recover
from soak.laws import Found, look
from soak.worker import settle, worker
from soak.world import World
from utility_eservices_adapters.sql.database import Database, DatabaseConfig
from utility_eservices_adapters.sql.migrating import schemas

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext

__all__ = ["prepared", "soak", "told"]

_HOSTS, _WORKERS = 2, 1
# How much is written down between two kills at most, in bytes of any process, and how long one
# waits for that at most, in seconds: on a slow machine there is as much to be killed over.
_MOST_WRITTEN, _LONGEST = 20_000, 5.0
# How long it takes afterwards at most: a kill is not to come with a line.
_LATEST = 0.03


def prepared(url: str, folder: Path) -> World:
    """A world whose tables are made and filled with the made-up subscribers."""
    database = Database(DatabaseConfig.at(url))
    for schema in schemas():
        schema.upgrade(database)
    filled(database)
    database.close()
    (folder / "letters").mkdir(mode=0o700)
    return World(url, folder)


def soak(world: World, kills: int, seed: int) -> Iterator[int]:
    """Kill so often; gives the number of each kill when it is done.

    Hosts share the secret of their seals, which the environment has to hold.
    """
    context = multiprocessing.get_context("forkserver")
    # What children need is imported once; each begins as a copy.
    context.set_forkserver_preload(["soak.host", "soak.worker"])
    chance = random.Random(seed)  # noqa: S311  # to be the same each time
    running = [_started(context, world, role, chance) for role in _roles()]
    try:
        for number in range(1, kills + 1):
            _wait(world, chance)
            place = chance.randrange(len(running))
            _end(world, running[place])
            running[place] = _started(context, world, _roles()[place], chance)
            yield number
    finally:
        for process in running:
            _end(world, process)


def _wait(world: World, chance: random.Random) -> None:
    """Let them work for a while, sometimes not at all."""
    wanted = world.written() + chance.randrange(_MOST_WRITTEN)
    ends = time.monotonic() + _LONGEST
    while world.written() < wanted and time.monotonic() < ends:
        time.sleep(_LATEST / 10)
    time.sleep(chance.uniform(0, _LATEST))


def told(world: World) -> Found:
    """What it came to, after everything that was begun has been brought to its end."""
    opened = world.opened()
    recover(opened, world.intents)
    settle(opened)
    found = look(world, opened)
    opened.database.close()
    return found


def _roles() -> list[Any]:
    return [host] * _HOSTS + [worker] * _WORKERS


def _started(context: ForkServerContext, world: World, role: Any, chance: random.Random) -> Any:
    process = context.Process(target=role, args=(world, chance.getrandbits(32)), daemon=True)
    process.start()
    return process


def _end(world: World, process: Any) -> None:
    if process.exitcode is not None:
        # It ended by itself, which nothing should make it do.
        world.intents.write(died=process.name, code=process.exitcode)
    process.kill()
    process.join()
    process.close()
