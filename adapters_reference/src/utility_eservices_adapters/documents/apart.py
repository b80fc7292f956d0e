"""Looking into an upload in a process of its own, see `child`.

What people hand in was perhaps made to exhaust or to take over whoever reads it. A decoder of
images is a large program in C, and one of PDF can be kept busy for hours; so neither runs where
the portal does. It costs a few hundredths of a second of computing, for a PDF some tenths.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from threading import BoundedSemaphore
from types import MappingProxyType

from utility_eservices.errors import PortBusy, PortUnavailable
from utility_eservices.vocabulary.document import EXAMPLE_DOCUMENT, EXAMPLE_PHOTO
from utility_eservices_adapters.documents.pictures import FORMATS
from utility_eservices_adapters.documents.reasons import Reason
from utility_eservices_adapters.documents.refusing import refuse

__all__ = ["MEDIA_TYPES", "advice", "sound"]

MEDIA_TYPES = ("application/pdf", *FORMATS)
"""The kinds that can be looked into."""

# What a process may take, in seconds of computing and in bytes; a picture of fifty million points
# takes a quarter of the one and half of the other.
_SECONDS = 10
_MEMORY = 1024**3
# How long to wait for it, in seconds, on a machine that is busy; and before that for one's turn.
_PATIENCE = 60
# How many files one portal looks into at once; each may take half a gigabyte.
_turns = BoundedSemaphore(4)
# What a process ends with that refuses a file, or that a file brought to its end. One that was
# killed from outside says nothing of the file.
_REASONS: Mapping[int, str] = MappingProxyType(
    {
        **{int(reason): reason.told for reason in Reason},
        -signal.SIGXCPU: "takes too long",
        -signal.SIGSEGV: "crashes the decoder",
    }
)
# What a Python needs to start; nothing else, since settings hold secrets.
_PASSED_ON = ("LD_LIBRARY_PATH", "PATH")


def sound(content: bytes, media_type: str, pixels: int) -> bytes:
    """What to keep of a file of one of `MEDIA_TYPES`.

    Raises `PortRefused` where the file is not to be kept, `PortUnavailable` where no process
    could be had, `PortBusy` where others look into theirs for long.
    """
    if not _turns.acquire(timeout=_PATIENCE):
        raise PortBusy
    try:
        done = _run(content, media_type, pixels)
    except (OSError, subprocess.TimeoutExpired, MemoryError):
        raise PortUnavailable from None  # what was raised holds the file
    finally:
        _turns.release()
    if done.returncode in _REASONS:
        refuse(_REASONS[done.returncode])
    if done.returncode:
        raise PortUnavailable
    return done.stdout


def advice() -> str | None:
    """What to do where no file can be looked into, None where it works."""
    try:
        for example, media_type in (
            (EXAMPLE_DOCUMENT, "application/pdf"),
            (EXAMPLE_PHOTO, "image/png"),
        ):
            sound(example.content, media_type, 1)
    except PortUnavailable:
        return f"Let this process start others: {sys.executable} could not look into a file."
    return None


def _run(content: bytes, media_type: str, pixels: int) -> subprocess.CompletedProcess[bytes]:
    environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, sys.path))
    return subprocess.run(  # noqa: S603  # ourselves, and nothing of what was handed in
        # -P, or a module in the working directory could take the place of one of ours.
        [
            sys.executable,
            "-P",
            "-m",
            "utility_eservices_adapters.documents.child",
            media_type,
            *map(str, (pixels, _SECONDS, _MEMORY)),
        ],
        input=content,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        timeout=_PATIENCE,
        check=False,
    )
