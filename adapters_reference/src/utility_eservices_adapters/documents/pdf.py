"""PDF: kept as it is, unless it can do something or cannot be looked into.

Refused is what runs, opens, sends, plays or carries something else: scripts, actions by
themselves, programs to launch, forms that are sent, files within, films, and forms of the XFA
kind, which have scripts of their own. Links to web pages stay, and so does an opening action
that only turns to a page, since common word processors write one into every file. Refused are
also encrypted files, and files that do not keep the format to the letter: other readers could
see something else in them.

Looked for among all objects, whether anything leads to them or not, those in object streams
too; and in the bytes as they are, for what an older revision of the file may hold.

Source: ISO 32000-1, sections 7.3.5 (names), 7.5.7 (object streams), 12.6 (actions).
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    PdfObject,
)

from utility_eservices_adapters.documents.reasons import Reason, Unsound

__all__ = ["inspect"]

# Names that no harmless file needs, whether as a key or as a value. Links to other files are among
# them: opening one on a share hands the reader's password to whoever owns the share.
_NAMES = frozenset(
    {
        "/3D",
        "/AA",
        "/EF",
        "/EmbeddedFile",
        "/EmbeddedFiles",
        "/GoToE",
        "/GoToR",
        "/ImportData",
        "/JS",
        "/JavaScript",
        "/Launch",
        "/Movie",
        "/Rendition",
        "/RichMedia",
        "/RichMediaExecute",
        "/Sound",
        "/SubmitForm",
        "/XFA",
    }
)
# Shorter ones come up by chance in compressed data.
_SHORTEST_IN_BYTES = 6


def _spelt(name: str) -> bytes:
    """A pattern for a name, of which any letter may be written as its number."""
    return b"".join(b"(?:%c|#(?i:%02x))" % (letter, letter) for letter in name.encode())


_IN_BYTES = re.compile(
    rb"/(?:%s)(?=[\x00\t\n\f\r ()<>\[\]{}/%%]|$)"
    % b"|".join(_spelt(name[1:]) for name in sorted(_NAMES) if len(name) > _SHORTEST_IN_BYTES)
)
# What an object begins with.
_HEAD = re.compile(rb"\s*(\d{1,10})\s+(\d{1,5})\s+obj\b")


def inspect(content: bytes) -> None:
    """Pass a file that is sound and does nothing; raises `Unsound`.

    To be called in a process of its own, see `child`: pypdf may take long over what somebody
    wrote for that purpose, and is told to keep silent.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it may quote the file
    try:
        reason = _reason(content)
    except Exception:  # noqa: BLE001  # pypdf stumbles in many ways over what is no PDF
        reason = Reason.DAMAGED
    if reason is not None:
        raise Unsound(reason)


def _reason(content: bytes) -> Reason | None:
    """Why a file is not kept, None where it is."""
    reader = PdfReader(io.BytesIO(content), strict=True)
    if reader.is_encrypted:
        return Reason.ENCRYPTED
    if not _keeps_its_table(reader, content):  # first, since the reader mends what it passes
        return Reason.DAMAGED
    if _IN_BYTES.search(content) or any(map(_is_active, _objects(reader))):
        return Reason.ACTIVE
    return None if len(reader.pages) else Reason.DAMAGED


def _objects(reader: PdfReader) -> Iterator[PdfObject]:
    """The trailer and every object that has a number."""
    yield reader.trailer
    numbers = {(number, of) for of, table in reader.xref.items() for number in table}
    for number, generation in sorted(numbers | {(number, 0) for number in reader.xref_objStm}):
        found = reader.get_object(IndirectObject(number, generation, reader))
        if found is not None:
            yield found


def _keeps_its_table(reader: PdfReader, content: bytes) -> bool:
    """Whether every object begins where the table says; elsewhere each reader searches its way."""
    for generation, table in reader.xref.items():
        free = reader.xref_free_entry.get(generation, {})
        for number, place in table.items():
            head = _HEAD.match(content, place)
            told = head and (int(head[1]), int(head[2]))
            if told != (number, generation) and not free.get(number):
                return False
    return True


def _is_active(found: PdfObject) -> bool:
    """Whether an object does something, or anything within it; not what it refers to."""
    waiting = [found]
    while waiting:
        item = waiting.pop()
        if isinstance(item, NameObject) and item in _NAMES:
            return True
        if isinstance(item, ArrayObject):
            waiting.extend(item)
        elif isinstance(item, DictionaryObject):
            if "/OpenAction" in item and not _turns_to_a_page(item["/OpenAction"]):
                return True
            waiting.extend(item)
            waiting.extend(item.values())
    return False


def _turns_to_a_page(action: PdfObject) -> bool:
    """Whether what is done at opening is a destination, or going to one and no more."""
    if isinstance(action, DictionaryObject):
        return action.get("/S") == "/GoTo" and "/Next" not in action
    return isinstance(action, ArrayObject)
