"""Values as they come from outside: text, JSON, files, and whatever else a browser sends."""

from __future__ import annotations

import base64
from decimal import Decimal
from typing import Any

import pytest
from tests.desk.walking import (
    CODE,
    INVOICE,
    PHOTO_AS_JSON,
    REASON,
    REQUEST,
    cases,
    codes,
    faults,
    on_code,
    on_invoice,
    on_request,
    on_su_request,
)

from utility_eservices import Desk, OpenJourney
from utility_eservices.casework.screen import FileEntry
from utility_eservices.simulator.city import City
from utility_eservices.simulator.faults import FaultKind
from utility_eservices.vocabulary.document import EXAMPLE_PHOTO, Document, Upload

WRONG_SHAPE = "Göndərilən qiymətin növü düzgün deyil."
TOO_LONG = "Mətn həddindən artıq uzundur."
REQUIRED = "Bu sahəni doldurun."


def kept(opened: OpenJourney) -> str:
    """The name of the photo that is kept, empty for none."""
    (entry,) = (entry for entry in opened.screen.entries if isinstance(entry, FileEntry))
    return entry.kept


@pytest.mark.parametrize(
    ("raw", "text"),
    [(1254, "1254"), (1254.5, "1254.5"), (Decimal("12.50"), "12.50"), ("1,5", "1,5")],
)
def test_a_number_is_taken_as_text_or_as_json(desk: Desk, raw: object, text: str) -> None:
    """A JSON number is kept as its text, and the request goes on."""
    opened = desk.press(on_request(desk), "submit", {**REQUEST, "meter_reading": raw})
    assert (opened.state, opened.typed["meter_reading"]) == ("confirm", text)


def test_null_is_an_entry_left_empty(desk: Desk) -> None:
    """JSON's null is what a person did not fill in."""
    stayed = desk.press(on_code(desk), "check", {"subscriber_code": None})
    assert stayed.typed == {"subscriber_code": ""}
    assert list(faults(stayed)) == ["subscriber_code"]


def test_no_values_are_values_left_out(desk: Desk) -> None:
    """A press without values keeps what was typed before."""
    opened = desk.press(desk.fill(on_code(desk), {"subscriber_code": CODE}), "check", None)
    assert opened.state == "invoice"


@cases(
    "raw, sentence",
    [
        ([CODE], WRONG_SHAPE),
        ({"code": CODE}, WRONG_SHAPE),
        (2**300, WRONG_SHAPE),
        (b"1020304050", WRONG_SHAPE),
        ("\ud800" + CODE, WRONG_SHAPE),
        ("1" * 10_000_000, TOO_LONG),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused_and_not_kept(
    desk: Desk, raw: object, sentence: str
) -> None:
    """The entry says so; of the value itself nothing stays, nor of the one before it."""
    filled = desk.fill(on_code(desk), {"subscriber_code": CODE})
    stayed = desk.press(filled, "check", {"subscriber_code": raw})
    assert (stayed.state, stayed.typed) == ("code", {})
    assert faults(stayed) == {"subscriber_code": sentence}
    assert desk.press(stayed, "check", {"subscriber_code": CODE}).state == "invoice"


@cases("raw", [[INVOICE], {}, True, 12, "F-2020-09-4050 ", "x" * 9_999])
def test_a_choice_is_a_key_of_its_list(desk: Desk, raw: object) -> None:
    """Nothing else stands for one, however near."""
    stayed = desk.press(on_invoice(desk), "continue", {"faulty_invoice": raw})
    assert stayed.state == "invoice"
    assert list(faults(stayed)) == ["faulty_invoice"]


@cases(
    "raw",
    [True, "on", "1", 1, "bəli", " ON "],
)
def test_a_box_is_ticked_in_several_words(desk: Desk, raw: object) -> None:
    """What browsers and JSON send for a ticked box."""
    filled = desk.press(on_su_request(desk), "submit", {"accuracy": raw})
    assert "accuracy" not in faults(filled)


@cases("raw", [False, "off", "0", 0, "", None, "xeyr"])
def test_a_box_is_left_unticked_in_several_words(desk: Desk, raw: object) -> None:
    """What browsers and JSON send for a box that is not ticked."""
    stayed = desk.press(on_su_request(desk), "submit", {"accuracy": raw})
    assert faults(stayed)["accuracy"] == "Davam etmək üçün bu seçimi edin."


def test_a_box_takes_no_other_word(desk: Desk) -> None:
    """Who says something else is asked again, and the box is shown unticked."""
    stayed = desk.press(on_su_request(desk), "submit", {"accuracy": "maybe"})
    assert faults(stayed)["accuracy"] == WRONG_SHAPE
    entry = stayed.screen.entry("Daxil edilən məlumatların düzgünlüyünü təsdiq edirəm")
    assert getattr(entry, "ticked", None) is False


# --- files --------------------------------------------------------------------------------------


@pytest.mark.parametrize("photo", [EXAMPLE_PHOTO, PHOTO_AS_JSON])
def test_a_file_comes_as_an_upload_or_as_json(city: City, desk: Desk, photo: object) -> None:
    """Both are kept in the document store, once, with the type that was found in the content."""
    opened = desk.press(on_request(desk), "submit", {**REQUEST, "meter_photo": photo})
    number = desk.press(opened, "confirm").number
    case = city.store.get(number)
    assert case is not None
    assert case.form.meter_photo.media_type == "image/png"
    assert case.form.meter_photo.size == len(EXAMPLE_PHOTO.content)
    found = city.documents.open(case.form.meter_photo)
    assert found is not None
    assert found.content == EXAMPLE_PHOTO.content


@cases("nothing", [None, "", "left out"])
def test_a_file_is_kept_over_a_press_without_one(desk: Desk, nothing: object) -> None:
    """A browser sends no file a second time: the one of the earlier press stays."""
    stayed = desk.press(on_request(desk), "submit", {"meter_photo": EXAMPLE_PHOTO})
    assert (stayed.state, kept(stayed)) == ("request", EXAMPLE_PHOTO.name)
    values = {key: value for key, value in REQUEST.items() if key != "meter_photo"}
    if nothing != "left out":
        values["meter_photo"] = nothing
    opened = desk.press(stayed, "submit", values)
    assert opened.state == "confirm"
    assert opened.typed["meter_photo"] == stayed.typed["meter_photo"]


def test_another_file_takes_the_place_of_the_first(desk: Desk) -> None:
    """The last good file is the one that counts."""
    stayed = desk.press(on_request(desk), "submit", {"meter_photo": EXAMPLE_PHOTO})
    second = Upload("another.png", EXAMPLE_PHOTO.content)
    assert kept(desk.press(stayed, "submit", {"meter_photo": second})) == "another.png"


def test_a_file_that_comes_again_is_kept_once(
    city: City, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page sends its files with each press and each `fill`; the document of before stays."""
    names: list[str] = []
    keep = city.documents.keep

    def counted(upload: Upload, media_type: str) -> Document:
        names.append(upload.name)
        # As an adapter that writes images anew: the digest is not that of what came.
        content = upload.content + bytes(len(names))
        return keep(Upload(upload.name, content), media_type)

    monkeypatch.setattr(city.documents, "keep", counted)
    opened = on_request(desk)
    texts = []
    for _ in range(3):
        opened = desk.fill(opened, {"meter_photo": EXAMPLE_PHOTO})
        opened = desk.resume(desk.suspend(opened), opened.person)
        texts.append(opened.typed["meter_photo"])
    opened = desk.press(opened, "submit", {"meter_photo": PHOTO_AS_JSON})
    assert [*texts, opened.typed["meter_photo"]] == texts[:1] * 4
    assert names == [EXAMPLE_PHOTO.name]
    second = Upload("another.png", EXAMPLE_PHOTO.content)
    opened = desk.fill(opened, {"meter_photo": second})
    opened = desk.fill(opened, {"meter_photo": EXAMPLE_PHOTO})
    assert names == [EXAMPLE_PHOTO.name, "another.png", EXAMPLE_PHOTO.name]
    assert kept(opened) == EXAMPLE_PHOTO.name


def test_a_file_that_was_dropped_is_kept_anew(city: City, desk: Desk) -> None:
    """After a bad file, or one that the store did not take, the first may come again."""
    opened = desk.fill(on_request(desk), {"meter_photo": EXAMPLE_PHOTO})
    second = Upload("another.png", EXAMPLE_PHOTO.content)
    for bad in (Upload("meter.png", b"not a photo"), second):
        city.faults.next("documents", FaultKind.UNAVAILABLE)
        assert kept(desk.fill(opened, {"meter_photo": bad})) == ""
        city.faults.heal()
        again = desk.fill(desk.fill(opened, {"meter_photo": bad}), {"meter_photo": EXAMPLE_PHOTO})
        assert kept(again) == EXAMPLE_PHOTO.name


BAD_FILES: list[tuple[Any, str]] = [
    (Upload("meter.png", b"not a photo"), "Fayl zədələnib və ya şəkil deyil."),
    (Upload("meter.png", b""), "Fayl boşdur."),
    (Upload("meter.png", EXAMPLE_PHOTO.content + bytes(11_000_000)), "Faylın həcmi 10 MB-dan"),
    ({"name": "meter.png", "content": "****"}, WRONG_SHAPE),
    ({"name": "meter.png", "content": "AAA"}, WRONG_SHAPE),
    ({"name": "meter.png", "content": "ə"}, WRONG_SHAPE),
    ({"name": "meter.png", "content": [1]}, WRONG_SHAPE),
    ({"name": None, "content": ""}, WRONG_SHAPE),
    ({"name": "meter.png"}, WRONG_SHAPE),
    ({"name": "meter.png", "content": "", "path": "/etc"}, WRONG_SHAPE),
    ("meter.png", WRONG_SHAPE),
    (12, WRONG_SHAPE),
    ([], WRONG_SHAPE),
    (b"\x89PNG", WRONG_SHAPE),
]


@cases("photo, sentence", BAD_FILES)
def test_a_bad_file_drops_the_one_before(desk: Desk, photo: object, sentence: str) -> None:
    """Nobody sends an old photo while believing that they sent a new one."""
    before = desk.press(on_request(desk), "submit", {"meter_photo": EXAMPLE_PHOTO})
    stayed = desk.press(before, "submit", {**REQUEST, "meter_photo": photo})
    assert (stayed.state, kept(stayed)) == ("request", "")
    assert faults(stayed)["meter_photo"].startswith(sentence)
    assert faults(desk.press(stayed, "submit"))["meter_photo"] == "Fayl yüklənməyib."


def test_a_name_of_a_file_is_never_trusted(desk: Desk) -> None:
    """No folder, no half character comes back on the screen."""
    name = "../../\ud800etc/\u202esayğac.png"
    photo = {"name": name, "content": base64.b64encode(EXAMPLE_PHOTO.content).decode()}
    assert kept(desk.press(on_request(desk), "submit", {"meter_photo": photo})) == "sayğac.png"


def test_a_file_cannot_be_typed_as_the_text_of_a_kept_one(desk: Desk) -> None:
    """Nobody reaches another person's document by naming it."""
    stolen = '{"id": "document-000001", "name": "a", "media_type": "b", "size": 1, "sha256": "c"}'
    stayed = desk.press(on_request(desk), "submit", {**REQUEST, "meter_photo": stolen})
    assert faults(stayed) == {"meter_photo": WRONG_SHAPE}


@cases(
    "kind, sentence",
    [
        (FaultKind.UNAVAILABLE, "Xidmət hazırda əlçatan deyil. Bir qədər sonra yenidən cəhd edin."),
        (FaultKind.TIMEOUT, "Cavab vaxtında alınmadı. Bir qədər sonra yenidən cəhd edin."),
        (FaultKind.LOST_ANSWER, "Cavab vaxtında alınmadı. Bir qədər sonra yenidən cəhd edin."),
        (FaultKind.REFUSED, "Sorğu qəbul edilmədi."),
        (FaultKind.BROKEN, "Xidmət hazırda əlçatan deyil. Bir qədər sonra yenidən cəhd edin."),
    ],
)
def test_a_document_store_that_fails_is_told_beside_the_file(
    city: City, desk: Desk, kind: FaultKind, sentence: str
) -> None:
    """Everything else is kept, the file is not; sent again it goes through."""
    opened = on_request(desk)
    city.faults.next("documents", kind)
    stayed = desk.press(opened, "submit", REQUEST)
    assert (stayed.state, codes(stayed)) == ("request", [])
    assert faults(stayed) == {"meter_photo": sentence}
    assert {key: stayed.typed[key] for key in ("reason", "phone")} == {
        "reason": REASON,
        "phone": REQUEST["phone"],
    }
    assert desk.press(stayed, "submit", {"meter_photo": EXAMPLE_PHOTO}).state == "confirm"


def test_a_file_can_be_filled_in_beforehand(desk: Desk) -> None:
    """A file handed in without pressing anything is kept like one that was pressed."""
    filled = desk.fill(on_request(desk), {"meter_photo": EXAMPLE_PHOTO})
    assert kept(filled) == EXAMPLE_PHOTO.name
    values = {key: value for key, value in REQUEST.items() if key != "meter_photo"}
    assert desk.press(filled, "submit", values).state == "confirm"
