r"""Reading an export: a CSV file, line by line, with all that is wrong in it.

The file is UTF-8, with or without a byte order mark. Its first line names the columns, in any
order; whichever of ``;`` and ``,`` stands in it parts the cells. A row is one line. A cell may
stand between quotation marks, with ``""`` for one within. Empty lines count for nothing.

No fault quotes what stands in the file, not even a column's name: where the first line is missing
it is somebody's.

>>> from io import BytesIO
>>> from utility_eservices_adapters.registry.kinds import KINDS
>>> file = BytesIO("code;amount\r\n1020304050;29,15\r\n2030405060;viel\r\n".encode())
>>> export = Export(file, KINDS["debts"].cells("azersu"))
>>> export.columns, [*export.rows()]
(('code', 'amount'), [(2, '1020304050', 2915)])
>>> for fault in export.faults:
...     print(fault.line, fault.fault.field, fault.fault.code)
3 amount amount_malformed
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from typing import Any, BinaryIO, NoReturn

import attrs

from utility_eservices.errors import Fault, InvalidValue
from utility_eservices_adapters.registry.kinds import Cell

__all__ = ["MOST", "Export", "FileRefused", "RowFault"]

# How many faults are kept to be shown.
MOST = 50
# In bytes; a longer line is no row, and a file of one line must not fill the memory.
_LONGEST_LINE = 16_384
_BOM = b"\xef\xbb\xbf"
_DELIMITERS = ";,"
# How often it is told how far the file was read, in lines.
_STEP = 2_000


@attrs.frozen
class RowFault:
    """What is wrong with one line; its ``field`` is the column, or empty."""

    line: int
    fault: Fault


class FileRefused(Exception):
    """A file was not taken, and nothing was altered.

    ``faults`` are the first of them, ``count`` is how many lines are wrong.
    """

    def __init__(self, faults: tuple[RowFault, ...], count: int) -> None:
        self.faults, self.count = faults, count
        super().__init__(f"{count} wrong lines")


class Export:
    """One file, of which ``columns`` are the names in its first line.

    Raises `FileRefused` where that line is not one.
    """

    def __init__(
        self, file: BinaryIO, cells: Mapping[str, Cell], either: tuple[str, ...] = ()
    ) -> None:
        self._file = file
        self._cells = cells
        self._line = 0
        self._bytes = 0
        self._delimiter = ""
        self.faults: list[RowFault] = []
        self.wrong = 0
        self.columns = self._head()
        self._either = tuple(self.columns.index(name) for name in either)

    def fault(self, line: int, *errors: tuple[str, InvalidValue]) -> None:
        """Note what is wrong with a line: columns, each with its error."""
        self.wrong += 1
        room = MOST - len(self.faults)
        self.faults += [RowFault(line, error.at(column)) for column, error in errors[:room]]

    def lacks_rows(self) -> None:
        """Note that there is nothing in the file."""
        # There is no row in the file.
        self.fault(1, ("", InvalidValue("file_empty", "Faylda heç bir sətir yoxdur.")))

    def refuse(self) -> NoReturn:
        """Raise what was noted."""
        raise FileRefused(tuple(sorted(self.faults, key=lambda it: it.line)), self.wrong)

    def rows(
        self, read: Callable[[int], object] = lambda _bytes: None
    ) -> Iterator[tuple[Any, ...]]:
        """The rows that can be read, each after the number of its line; the others are noted.

        ``read`` is told now and then how many bytes were read.
        """
        readers = [self._cells[name].read for name in self.columns]
        width = len(readers)
        for text in self._lines():
            if self._line % _STEP == 0:
                read(self._bytes)
            try:
                cells = self._split(text)
                if len(cells) != width:
                    # The row has {found} cells, the first line names {wanted}.
                    _wrong(
                        "cells_count",
                        "Sətirdə {found} xana var, birinci sətirdə isə {wanted} sütun.",
                        found=len(cells),
                        wanted=width,
                    )
                values = [reader(cell) for reader, cell in zip(readers, cells, strict=True)]
                if self._either and not any(values[place] for place in self._either):
                    # Neither of the cells {columns} is filled.
                    columns = ", ".join(self.columns[place] for place in self._either)
                    _wrong("cells_empty", "{columns} xanaları boşdur.", columns=columns)
            except InvalidValue as error:
                self._note(text, error)
            else:
                yield (self._line, *values)
        read(self._bytes)

    def _note(self, text: str, error: InvalidValue) -> None:
        """All that is wrong with a line: of its cells, or of the line as a whole."""
        errors: list[tuple[str, InvalidValue]] = []
        try:
            cells = self._split(text)
        except InvalidValue:
            cells = []
        if len(cells) == len(self.columns):
            for name, cell in zip(self.columns, cells, strict=True):
                try:
                    self._cells[name].read(cell)
                except InvalidValue as wrong:
                    errors.append((name, wrong))
        self.fault(self._line, *(errors or [("", error)]))

    def _lines(self) -> Iterator[str]:
        """The lines that are text and not empty, without their ends."""
        while line := self._next():
            self._line += 1
            if len(line) == _LONGEST_LINE and not line.endswith(b"\n"):
                self._skip()
                # The line is too long.
                self.fault(self._line, ("", InvalidValue("line_too_long", "Sətir çox uzundur.")))
                continue
            if self._line == 1:
                line = line.removeprefix(_BOM)
            try:
                text = line.decode().rstrip("\r\n")
            except UnicodeDecodeError:
                # The line is not in the UTF-8 encoding.
                error = InvalidValue("not_utf8", "Sətir UTF-8 kodlaşdırmasında deyil.")
                self.fault(self._line, ("", error))
                continue
            if text:
                yield text

    def _skip(self) -> None:
        """Read to the end of a line that is too long."""
        while (rest := self._next()) and not rest.endswith(b"\n"):
            pass

    def _next(self) -> bytes:
        # Counted, since a pipe does not know how far it is.
        line = self._file.readline(_LONGEST_LINE)
        self._bytes += len(line)
        return line

    def _split(self, text: str) -> list[str]:
        if '"' not in text:
            return text.split(self._delimiter)
        try:
            return next(csv.reader((text,), delimiter=self._delimiter, strict=True))
        except (csv.Error, StopIteration):
            pass
        # The quotation marks are not in their places.
        raise InvalidValue("quotes_malformed", "Dırnaq işarələri düzgün qoyulmayıb.")

    def _head(self) -> tuple[str, ...]:
        """The columns' names in the first line; whatever is wrong with it refuses the file."""
        text = next(self._lines(), "")
        if not text and not self.wrong:
            self.lacks_rows()
        if self.wrong:
            self.refuse()
        self._delimiter = next((mark for mark in _DELIMITERS if mark in text), _DELIMITERS[0])
        try:
            names = tuple(name.strip().lower() for name in self._split(text))
            self._check(names)
        except InvalidValue as error:
            self.fault(self._line, ("", error))
            self.refuse()
        return names

    def _check(self, names: tuple[str, ...]) -> None:
        for place, name in enumerate(names, 1):
            if name not in self._cells:
                # The name of column {place} is not known; known are: {known}.
                _wrong(
                    "column_unknown",
                    "{place}-ci sütunun adı tanınmır; tanınanlar: {known}.",
                    place=place,
                    known=", ".join(self._cells),
                )
        missing = [name for name, cell in self._cells.items() if cell.needed and name not in names]
        if missing:
            # The columns {missing} are missing.
            _wrong("column_missing", "Bu sütunlar yoxdur: {missing}.", missing=", ".join(missing))
        if len({*names}) < len(names):
            # A column is there twice.
            _wrong("column_twice", "Bir sütun təkrarlanır.")


def _wrong(code: str, text: str, **values: object) -> NoReturn:
    raise InvalidValue(code, text, **values)
