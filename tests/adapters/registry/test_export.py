"""What is wrong with an export is told line by line, and nothing that stands in it."""

from __future__ import annotations

from contextlib import suppress
from io import BytesIO
from itertools import chain, repeat

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.adapters.registry.files import HEADER, ROW

from utility_eservices_adapters.registry.export import MOST, Export, FileRefused
from utility_eservices_adapters.registry.kinds import KINDS

HEADERS = {
    "subscribers": HEADER,
    "invoices": "code;number;month;amount;consumption;presented;from_reading",
    "payments": "code;receipt;day;amount;point",
    "debts": "code;amount",
    "readings": "code;reading;day",
    "metering-points": "code;key;label",
}
GOOD = {
    "subscribers": ROW,
    "invoices": "1020304050;F-2026-10-4050;2026-10;3,50;6;1;bəli",
    "payments": "1020304050;Q-778812;19.08.2020;12;Bank",
    "debts": "1020304050;-3,20",
    "readings": "1020304050;1240,5;",
    "metering-points": "1020304050;700-1;Anbar",
}


def opened(kind: str, content: bytes) -> Export:
    return Export(BytesIO(content), KINDS[kind].cells("azersu"), KINDS[kind].either)


def found(kind: str, content: bytes) -> list[tuple[int, str, str]]:
    """Line, column and code of all that is wrong with a file."""
    export = opened(kind, content)
    for _ in export.rows():
        pass
    return [(item.line, item.fault.field, item.fault.code) for item in export.faults]


def with_cell(kind: str, column: str, cell: str) -> str:
    """The good row of a kind with something else in one cell."""
    cells = GOOD[kind].split(";")
    cells[HEADERS[kind].split(";").index(column)] = cell
    return ";".join(cells)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_its_columns_and_a_good_row_has_no_fault(kind: str) -> None:
    """The columns are the documented ones, in their order, and a row of them is read."""
    assert ";".join(KINDS[kind].cells("azersu")) == HEADERS[kind]
    assert found(kind, f"{HEADERS[kind]}\n{GOOD[kind]}\n".encode()) == []


BAD_CELLS = [
    ("subscribers", "code", "", "code_empty"),
    ("subscribers", "code", "12345678901234", "code_malformed"),
    ("subscribers", "code", "10203O4050", "code_malformed"),
    ("subscribers", "fin", "5XJ1K2O", "fin_malformed"),
    ("subscribers", "category", "Hamı", "category_unknown"),
    ("subscribers", "category", "", "category_unknown"),
    ("subscribers", "address", "  ", "cell_empty"),
    ("subscribers", "address", "Nümunə küçəsi " + "9" * 200, "text_too_long"),
    ("subscribers", "address", "Nümunə\0küçəsi", "text_unprintable"),
    ("subscribers", "surname", "Quliyeva\u202e", "text_unprintable"),
    ("subscribers", "contract", "9" * 61, "text_too_long"),
    ("subscribers", "persons", "dörd", "persons_malformed"),
    ("subscribers", "persons", "0", "persons_out_of_range"),
    ("subscribers", "services", "Qaz təchizatı", "services_unknown"),
    ("subscribers", "meter", "M" * 21, "meter_malformed"),
    ("invoices", "number", "", "cell_empty"),
    ("invoices", "month", "2026-13", "month_malformed"),
    ("invoices", "month", "", "month_empty"),
    ("invoices", "amount", "1.005", "amount_too_fine"),
    ("invoices", "amount", "1.234,50", "amount_malformed"),
    ("invoices", "amount", "1 234,50", "amount_malformed"),
    ("invoices", "amount", "--7,01", "amount_negative"),
    ("invoices", "consumption", "6,1234", "reading_malformed"),
    ("invoices", "presented", "2", "truth_unknown"),
    ("invoices", "from_reading", "", "truth_unknown"),
    ("payments", "day", "31.09.2020", "day_malformed"),
    ("payments", "day", "08/19/2020", "day_malformed"),
    ("payments", "point", "", "cell_empty"),
    ("debts", "amount", "", "amount_empty"),
    ("debts", "amount", "9" * 13, "amount_malformed"),
    ("readings", "reading", "-777,5", "reading_negative"),
    ("readings", "reading", "", "reading_empty"),
    ("metering-points", "key", "", "cell_empty"),
    ("metering-points", "label", "", "cell_empty"),
]


@pytest.mark.parametrize(("kind", "column", "cell", "code"), BAD_CELLS)
def test_a_bad_cell_is_told_by_line_and_column(
    kind: str, column: str, cell: str, code: str
) -> None:
    """Line, column and a stable code are told; the lines around it are read."""
    lines = [HEADERS[kind], GOOD[kind], with_cell(kind, column, cell), GOOD[kind]]
    export = opened(kind, "\n".join(lines).encode())

    assert [row[0] for row in export.rows()] == [2, 4]
    (fault,) = export.faults
    assert (fault.line, fault.fault.field, fault.fault.code) == (3, column, code)
    assert export.wrong == 1


@pytest.mark.parametrize(("kind", "column", "cell", "code"), BAD_CELLS)
def test_no_fault_quotes_a_cell(kind: str, column: str, cell: str, code: str) -> None:
    """The sentences are Azerbaijani and hold nothing of the row: it is somebody's."""
    export = opened(kind, f"{HEADERS[kind]}\n{with_cell(kind, column, cell)}\n".encode())
    assert [*export.rows()] == []
    (fault,) = export.faults
    rest = [*with_cell(kind, column, cell).split(";"), cell]
    assert fault.fault.code == code
    assert [it for it in rest if len(it.strip()) > 3 and it in repr(fault)] == []
    assert fault.fault.message.endswith(".")


def test_all_bad_cells_of_a_row_are_told_at_once() -> None:
    """A row counts once, and each of its cells is named."""
    export = opened("payments", b"code;receipt;day;amount;point\nx;Q-1;morgen;viel;Bank\n")
    assert [*export.rows()] == []
    assert [item.fault.field for item in export.faults] == ["code", "day", "amount"]
    assert export.wrong == 1


BAD_LINES = [
    ("cells_count", b"1020304050"),
    ("cells_count", b"1020304050;1;2"),
    ("quotes_malformed", b'1020304050;"29,15'),
    ("quotes_malformed", b'"1020304050"x;29,15'),
    ("not_utf8", "1020304050;29,15 Şuşa".encode("iso8859-9")),
    ("line_too_long", b"1020304050;" + b"9" * 5_000_000),
]


@pytest.mark.parametrize(("code", "line"), BAD_LINES)
def test_a_bad_line_is_told_and_reading_goes_on(code: str, line: bytes) -> None:
    """What is no row at all is told by its line, and the next line is read as it is."""
    export = opened("debts", b"code;amount\r\n" + line + b"\r\n2030405060;29,15\r\n")
    assert [*export.rows()] == [(3, "2030405060", 2915)]
    assert [(item.line, item.fault.field, item.fault.code) for item in export.faults] == [
        (2, "", code)
    ]


def test_a_subscriber_without_any_name_is_told() -> None:
    """A firm may have a name alone, somebody a surname alone, nobody neither."""
    rest = ROW.split(";", 4)[4]
    rows = (f"1;Quliyeva;;;{rest}", f"2;;“Nar” MMC;;{rest}", f"3;;  ;Vaqif;{rest}")
    assert found("subscribers", "\n".join((HEADER, *rows)).encode()) == [(4, "", "cells_empty")]


BAD_HEADERS = [
    ("file_empty", b""),
    ("file_empty", b"\xef\xbb\xbf\r\n\n"),
    ("column_unknown", b"1020304050;29,15"),
    ("column_unknown", b"code;amount;amuont"),
    ("column_unknown", b"code\tamount"),
    ("column_missing", b"code"),
    ("column_twice", b"code;amount;amount"),
    ("quotes_malformed", b'code;"amount'),
    ("not_utf8", "code;amount\n".encode("utf-16")),
    ("line_too_long", b"c" * 20_000),
]


@pytest.mark.parametrize(("code", "content"), BAD_HEADERS)
def test_a_file_without_its_first_line_is_refused(code: str, content: bytes) -> None:
    """Columns are never guessed; what stands in the place of their names is not quoted."""
    with pytest.raises(FileRefused) as refused:
        opened("debts", content)
    (fault,) = refused.value.faults
    assert fault.fault.code == code
    assert "1020304050" not in repr(fault)


@pytest.mark.parametrize(
    "content",
    [
        "code;amount\n1020304050;29,15\n2030405060;-3.20\n",
        "\ufeffcode;amount\r\n1020304050;29.15\r\n\r\n2030405060;-3,20",
        'Amount,CODE\n"29,15","1020304050"\n−3.20,2030405060\n',
        'code,amount\n"1020 304 050", 29.15 \n2030405060,"-3,2"\n\n',
    ],
)
def test_a_file_may_be_written_in_several_ways(content: str) -> None:
    """A mark of byte order, either delimiter and decimal mark, quotation marks, any order count."""
    export = opened("debts", content.encode())
    rows = [dict(zip(export.columns, row[1:], strict=True)) for row in export.rows()]
    assert rows == [
        {"code": "1020304050", "amount": 2915},
        {"code": "2030405060", "amount": -320},
    ]
    assert export.faults == []


def test_words_may_be_those_of_people() -> None:
    """Categories, services, truths and days are read as people write them, in any case."""
    content = (
        "code;surname;name;category;address;services;fin\n"
        "1;Quliyeva;Aysel;ƏHALİ;Şəki;SU;5xj1k2a\n"
        "2;;“Nar” MMC;Qeyri-əhali;Şəki;su təchizatı;AB123\n"
    )
    read = [row[4:] for row in opened("subscribers", content.encode()).rows()]
    assert read == [
        ("residential", "Şəki", "water", "5XJ1K2A"),
        ("non_residential", "Şəki", "water", "AB123"),
    ]
    invoice = f"{HEADERS['invoices']}\n1;F-1;2026-10;0;;Xeyr;BƏLİ\n"
    assert [row[5:] for row in opened("invoices", invoice.encode()).rows()] == [(None, False, True)]


def test_the_first_faults_are_kept_and_all_are_counted() -> None:
    """However much is wrong, so many faults are kept, and the number of lines is right."""
    lines = chain([b"code;amount\n"], repeat(b"1020304050;viel\n", 3 * MOST))
    export = opened("debts", b"".join(lines))
    assert [*export.rows()] == []
    assert [item.line for item in export.faults] == [*range(2, MOST + 2)]
    with pytest.raises(FileRefused) as refused:
        export.refuse()
    assert refused.value.count == 3 * MOST


def test_it_is_told_how_far_the_file_was_read() -> None:
    """The bytes that were read go up, to the whole file at the end."""
    content = b"code;amount\n" + b"1020304050;29,15\n" * 10_000
    told: list[int] = []
    assert len([*opened("debts", content).rows(told.append)]) == 10_000
    assert len(told) > 3
    assert told == sorted(told)
    assert told[-1] == len(content)


@given(st.binary(max_size=300), st.sampled_from(sorted(KINDS)))
def test_whatever_stands_in_a_file_is_a_row_or_a_fault(content: bytes, kind: str) -> None:
    """No bytes are a reason to fail: each line that is not empty is read or told of."""
    export = opened(kind, f"{HEADERS[kind]}\n".encode() + content)
    rows = [*export.rows()]
    filled = [line for line in content.split(b"\n") if line.strip(b"\r")]
    assert len(rows) + export.wrong == len(filled)


@given(st.binary(max_size=60))
def test_whatever_stands_in_the_first_line_is_taken_or_refused(content: bytes) -> None:
    """A first line is one of columns, or refused; nothing else comes of it."""
    with suppress(FileRefused):
        assert {*opened("debts", content).columns} == {"code", "amount"}
