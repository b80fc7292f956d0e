"""The process in which an upload is looked into: what it reads comes in, what to keep goes out.

Started by `apart`; its arguments are the media type, the most pixels of an image, and how many
seconds of computing and bytes of memory it may take. It writes no files and knows no secrets, so
that neither a file made to exhaust whoever reads it nor a mistake in a decoder reaches the
portal. It ends with 0, or with a `Reason`.

Imports as little as it can: it is started anew for each upload.
"""

from __future__ import annotations

import resource
import sys

from utility_eservices_adapters.documents.reasons import Unsound

__all__: list[str] = []


def _bound(kind: int, most: int, *, grace: int = 0) -> None:
    """Let this process have no more of something, or less where somebody else said so."""
    _, hard = resource.getrlimit(kind)
    soft, hard = (
        value if hard == resource.RLIM_INFINITY else min(value, hard)
        for value in (most, most + grace)
    )
    resource.setrlimit(kind, (soft, hard))


def main(media_type: str, pixels: str, seconds: str, memory: str) -> int:
    """Look into the file at standard input; gives the exit status."""
    _bound(resource.RLIMIT_CPU, int(seconds), grace=1)  # the first limit can be told from a kill
    _bound(resource.RLIMIT_AS, int(memory))
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
