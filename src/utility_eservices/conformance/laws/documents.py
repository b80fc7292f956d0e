"""Laws of the port `documents`: see `utility_eservices.ports.documents.Documents`.

What is uploaded here are small PNG images, each of its own shade.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from typing import Protocol

import attrs

from utility_eservices.conformance.laws.common import (
    MANY,
    Call,
    at_once,
    keeps_silent,
    says_how_it_is,
    tells_not_now,
)
from utility_eservices.conformance.laws.world import World, requires
from utility_eservices.ports.documents import Documents
from utility_eservices.vocabulary.document import Document, Upload, safe_name

__all__ = [
    "DocumentsWorld",
    "test_documents_are_kept_for_each_who_hands_them_in",
    "test_documents_are_none_for_what_was_never_kept",
    "test_documents_are_open_after_a_restart",
    "test_documents_are_what_they_are_remembered_by",
    "test_documents_bear_safe_names",
    "test_documents_handed_in_at_once_are_all_kept",
    "test_documents_of_many_are_not_mixed_up",
    "test_documents_say_how_they_are",
    "test_documents_tell_not_now_from_none",
    "test_documents_write_down_nothing_personal",
]


class DocumentsWorld(World[Documents], Protocol):
    """A store that takes PNG images."""


_PNG = "image/png"


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _photo(shade: int, name: str = "sayğac şəkli.png") -> Upload:
    """An image of eight by eight pixels, of one shade of grey."""
    header = struct.pack(">IIBBBBB", 8, 8, 8, 0, 0, 0, 0)
    pixels = zlib.compress((b"\0" + bytes([shade]) * 8) * 8)
    chunks = _chunk(b"IHDR", header) + _chunk(b"IDAT", pixels) + _chunk(b"IEND", b"")
    return Upload(name, b"\x89PNG\r\n\x1a\n" + chunks)


def _opened(port: Documents, document: Document) -> Upload:
    found = port.open(document)
    assert found is not None
    return found


def _calls(world: DocumentsWorld) -> list[Call]:
    kept = world.port.keep(_photo(1), _PNG)
    return [lambda: world.port.keep(_photo(2), _PNG), lambda: world.port.open(kept)]


def test_documents_are_what_they_are_remembered_by(documents_world: DocumentsWorld) -> None:
    """Size and digest are those of the file that comes back, which is the same each time."""
    kept = documents_world.port.keep(_photo(10), _PNG)
    found = _opened(documents_world.port, kept)
    digest = hashlib.sha256(found.content).hexdigest()
    assert (kept.size, kept.sha256, kept.name) == (len(found.content), digest, found.name)
    assert kept.media_type.startswith("image/")
    assert _opened(documents_world.port, kept) == found


def test_documents_bear_safe_names(documents_world: DocumentsWorld) -> None:
    """Whatever a file is called, its document's name can be shown and saved under."""
    for name in ("../../etc/sayğac.png", "a\r\nb.png", "C:\\şəkil.png", "<i>|.png", "", "a" * 999):
        kept = documents_world.port.keep(_photo(20, name), _PNG)
        assert kept.name == safe_name(kept.name)


def test_documents_of_many_are_not_mixed_up(documents_world: DocumentsWorld) -> None:
    """Of several files each comes back as its own, those of one name too."""
    port = documents_world.port
    kept = [port.keep(_photo(shade), _PNG) for shade in range(30, 34)]
    assert len({document.id for document in kept}) == len(kept)
    for document in kept:
        found = _opened(port, document)
        assert hashlib.sha256(found.content).hexdigest() == document.sha256


def test_documents_handed_in_at_once_are_all_kept(documents_world: DocumentsWorld) -> None:
    """Of sixteen who hand in a file at once, each is given their own."""
    port = documents_world.port
    kept = at_once(lambda number: port.keep(_photo(40 + number), _PNG))
    documents = [item for item in kept if isinstance(item, Document)]
    assert len({document.sha256 for document in documents}) == MANY
    for document in documents:
        found = _opened(port, document)
        assert hashlib.sha256(found.content).hexdigest() == document.sha256


def test_documents_are_kept_for_each_who_hands_them_in(documents_world: DocumentsWorld) -> None:
    """The same file may come again, also under another name: each has it, by their own name."""
    port, photo = documents_world.port, _photo(60)
    first, second = port.keep(photo, _PNG), port.keep(attrs.evolve(photo, name="başqa.png"), _PNG)
    assert _opened(port, first).content == _opened(port, second).content
    assert _opened(port, first).name == first.name != second.name == _opened(port, second).name


def test_documents_are_none_for_what_was_never_kept(documents_world: DocumentsWorld) -> None:
    """An id that the store never gave opens nothing, least of all a file elsewhere."""
    kept = documents_world.port.keep(_photo(70), _PNG)
    fresh = documents_world.fresh()
    for strange in (fresh, f"{kept.id}{fresh}", "", f"../{kept.id}", "../../../../etc/passwd", "*"):
        assert documents_world.port.open(attrs.evolve(kept, id=strange)) is None


@requires("reopened")
def test_documents_are_open_after_a_restart(documents_world: DocumentsWorld) -> None:
    """What was kept before a restart, or on another host, comes back as it was."""
    kept = documents_world.port.keep(_photo(80), _PNG)
    before = _opened(documents_world.port, kept)
    assert _opened(documents_world.reopened(), kept) == before


@requires("switched_off")
def test_documents_tell_not_now_from_none(documents_world: DocumentsWorld) -> None:
    """While the store cannot be reached it says so: no file passes for gone."""
    tells_not_now(documents_world, *_calls(documents_world))


def test_documents_write_down_nothing_personal(documents_world: DocumentsWorld) -> None:
    """Neither the names of files nor what is in them stand in a log, an error or a repr."""
    keeps_silent(documents_world, ["sayğac şəkli", "PNG\\r\\n"], *_calls(documents_world))


def test_documents_say_how_they_are(documents_world: DocumentsWorld) -> None:
    """Their check finds nothing while they work, and advises something while they cannot."""
    says_how_it_is(documents_world)
