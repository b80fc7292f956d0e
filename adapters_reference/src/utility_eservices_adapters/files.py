"""Files in folders: put there whole or not at all, for their owner alone.

What adapters share that keep something as files. A process that is killed while it writes can
leave a hidden file ``.unfinished-…`` behind; it is nobody's and can be deleted.

>>> from tempfile import TemporaryDirectory
>>> temporary = TemporaryDirectory()
>>> folder = Path(temporary.name)
>>> put(folder, "greeting.txt", b"Salam")
>>> put(folder, "greeting.txt", b"something else")
>>> (folder / "greeting.txt").read_bytes()
b'Salam'
>>> trial(folder) is None
True
>>> temporary.cleanup()
>>> trial(folder)  # doctest: +ELLIPSIS
'Make /... a folder that this process can write to (No such file or directory).'
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

__all__ = ["put", "trial"]

# What `trial` writes and takes away again.
_TRIAL = ".trial"


def put(folder: Path, name: str, content: bytes) -> None:
    """Put a file into a folder: whole or not at all, and only if none has its name.

    The file is on the disk once this returns. Raises `OSError` where the folder cannot take it.
    """
    with NamedTemporaryFile(dir=folder, prefix=".unfinished-") as draft:  # made with mode 0600
        draft.write(content)
        draft.flush()
        os.fsync(draft.fileno())
        # Not a rename, which would put a second file in the place of the first.
        with suppress(FileExistsError):
            os.link(draft.name, folder / name)
    # The name has to reach the disk as well before anybody counts on the file.
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def trial(folder: Path) -> str | None:
    """Advice where a folder cannot be written to, None where it can."""
    try:
        put(folder, _TRIAL, b"")
        (folder / _TRIAL).unlink(missing_ok=True)  # another process may try at this moment
    except OSError as error:
        why = error.strerror or type(error).__name__
        return f"Make {folder} a folder that this process can write to ({why})."
    return None
