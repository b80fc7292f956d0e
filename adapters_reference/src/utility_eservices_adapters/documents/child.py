"""The process in which an upload is looked into: what it reads comes in, what to keep goes out.

Started by `apart`, with the media type and the most pixels as its arguments. It has little time
and memory, writes no files and knows no secrets, so that neither a file made to exhaust whoever
reads it nor a mistake in a decoder reaches the portal. It ends with 0, or with a `Reason`.

Imports as little as it can: it is started anew for each upload.
"""

from __future__ import annotations

import resource
import sys

from utility_eservices_adapters.documents.reasons import Unsound

__all__: list[str] = []

# Of computing, in seconds; a picture of fifty million points takes two or three.
_SECONDS = 10
# In bytes; that picture takes half of it.
_MEMORY = 1024**3


def _bound(kind: int, most: int, *, grace: int = 0) -> None:
    """Let this process have no more of something, or less where somebody else said so."""
    _, hard = resource.getrlimit(kind)
    soft, hard = (
        value if hard == resource.RLIM_INFINITY else min(value, hard)
        for value in (most, most + grace)
    )
    resource.setrlimit(kind, (soft, hard))


def main(media_type: str, pixels: str) -> int:
    """Look into the file at standard input; gives the exit status."""
    _bound(resource.RLIMIT_CPU, _SECONDS, grace=1)  # the signal of the end can be told apart
    _bound(resource.RLIMIT_AS, _MEMORY)
    _bound(resource.RLIMIT_FSIZE, 0)
    _bound(resource.RLIMIT_CORE, 0)
    content = sys.stdin.buffer.read()
    try:
        sys.stdout.buffer.write(_sound(content, media_type, int(pixels)))
    except Unsound as unsound:
        return unsound.reason
    return 0


def _sound(content: bytes, media_type: str, pixels: int) -> bytes:
    # Each on demand: half of the time goes into importing.
    if media_type == "application/pdf":
        from utility_eservices_adapters.documents.pdf import inspect  # noqa: PLC0415

        inspect(content)
        return content
    from utility_eservices_adapters.documents.pictures import redrawn  # noqa: PLC0415

    return redrawn(content, media_type, pixels)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
