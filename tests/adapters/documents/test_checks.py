from __future__ import annotations

import io
import json
import logging
import shutil
import sys
import zlib
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

import pytest
from PIL import ExifTags, Image
from PIL.PngImagePlugin import PngInfo
from pypdf import PdfReader, PdfWriter
from tests.adapters.documents.making import (
    chunk,
    pdf,
    pdf_with_object_stream,
    png,
    revised,
    stream,
)

from utility_eservices.errors import PortBusy, PortRefused, PortUnavailable
from utility_eservices.vocabulary.document import EXAMPLE_DOCUMENT, EXAMPLE_PHOTO, Upload
from utility_eservices_adapters.documents import apart
from utility_eservices_adapters.documents.checks import Limits, Reception
from utility_eservices_adapters.settings import SettingsRefused, from_environment

NAME = "aysel-5XJ1K2A.jpg"
HTML = b"<html><script>alert(1)</script></html>"


def kept(content: bytes, limits: Limits | None = None) -> bytes:
    return Reception(limits or Limits()).take(Upload(NAME, content))[1]


def picture(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


def written(image: Image.Image, kind: str = "JPEG", **more: Any) -> bytes:
    page = io.BytesIO()
    image.save(page, kind, **more)
    return page.getvalue()


def refused_for(caplog: pytest.LogCaptureFixture, content: bytes, **limits: Any) -> str:
    """Why a file was refused, as the log tells; it is a clear no, and tells nothing else."""
    caplog.clear()
    with pytest.raises(PortRefused) as caught:
        kept(content, Limits(**limits))
    assert str(caught.value) == str(PortRefused())
    assert caught.value.__suppress_context__ or caught.value.__context__ is None
    (record,) = caplog.records
    assert record.levelno == logging.WARNING
    return record.getMessage().removeprefix("An upload was refused: ")


# --- size and kind ------------------------------------------------------------------------------


def test_a_file_is_told_by_its_content(caplog: pytest.LogCaptureFixture) -> None:
    """A page, a program and a picture of another kind are refused, whatever they are called."""
    gif = written(Image.new("L", (4, 4)), "GIF")
    for content in (HTML, b"\x7fELF" + bytes(100), gif, b"", b"%PDF-"):
        assert refused_for(caplog, content) == "of a kind that is not taken"


def test_a_file_may_be_as_large_as_the_limit(caplog: pytest.LogCaptureFixture) -> None:
    """One byte more is refused."""
    size = len(EXAMPLE_PHOTO.content)
    assert kept(EXAMPLE_PHOTO.content, Limits(longest=size))
    assert refused_for(caplog, EXAMPLE_PHOTO.content, longest=size - 1) == "too large"


def test_kinds_can_be_left_out(caplog: pytest.LogCaptureFixture) -> None:
    """An operator who takes no PDF gets none."""
    kinds = ("image/png",)
    assert kept(EXAMPLE_PHOTO.content, Limits(media_types=kinds))
    assert refused_for(caplog, EXAMPLE_DOCUMENT.content, media_types=kinds)


@pytest.mark.parametrize("setting", ["LONGEST=0", "PIXELS=-1", "MEDIA_TYPES=image/gif"])
def test_limits_are_settings_that_have_to_make_sense(setting: str) -> None:
    """What cannot be is told when the store is made, not when the first file comes."""
    name, _, value = setting.partition("=")
    assert from_environment(Limits, "documents", {"ESERVICES_DOCUMENTS_LONGEST": "5"}).longest == 5
    with pytest.raises(SettingsRefused):
        from_environment(Limits, "documents", {f"ESERVICES_DOCUMENTS_{name}": value})


# --- images -------------------------------------------------------------------------------------


def photo(**more: Any) -> bytes:
    """A photo of a telephone: red above, blue below, and where and by whom it was taken."""
    image = Image.new("RGB", (48, 32), "red")
    image.paste("blue", (0, 16, 48, 32))
    return written(image, exif=exif(), comment=b"Aysel", icc_profile=b"Aysel", **more)


def exif(orientation: int = 1) -> Image.Exif:
    found = Image.Exif()
    found[ExifTags.Base.Orientation] = orientation
    found[ExifTags.Base.Artist] = "Aysel"
    found.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (40.0, 22.0, 39.0)
    return found


def test_a_photo_keeps_nothing_but_the_picture() -> None:
    """Place, owner, comment and colour profile are gone from a JPEG."""
    before = photo()
    after = kept(before)
    image = picture(after)
    assert b"Aysel" in before
    assert b"Aysel" not in after
    assert not image.getexif()
    assert image.info.keys() <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert (image.format, image.size) == ("JPEG", (48, 32))
    assert is_red(image.getpixel((5, 5)))


def test_a_png_keeps_nothing_but_the_picture() -> None:
    """Texts, place and what stands behind the end are gone from a PNG; see-through remains."""
    said = PngInfo()
    said.add_text("Author", "Aysel")
    said.add_itxt("Comment", "Aysel", zip=True)
    before = written(Image.new("RGBA", (4, 4), (1, 2, 3, 4)), "PNG", pnginfo=said, exif=exif())
    after = picture(kept(before + HTML))
    assert after.info == {}
    assert not after.getexif()
    assert after.getpixel((0, 0)) == (1, 2, 3, 4)
    assert HTML not in kept(before + HTML)


def is_red(pixel: object) -> bool:
    assert isinstance(pixel, tuple)
    red, _, blue = pixel
    return bool(red > 200 and blue < 50)


@pytest.mark.parametrize(
    ("orientation", "corner", "size"),
    [
        (1, (5, 5), (48, 32)),
        (2, (40, 5), (48, 32)),
        (3, (40, 28), (48, 32)),
        (4, (5, 28), (48, 32)),
        (5, (5, 5), (32, 48)),
        (6, (28, 5), (32, 48)),
        (7, (28, 40), (32, 48)),
        (8, (5, 40), (32, 48)),
    ],
)
def test_a_photo_is_turned_as_the_camera_was_held(
    orientation: int, corner: tuple[int, int], size: tuple[int, int]
) -> None:
    """The note on how to turn it is gone, so the picture itself is turned."""
    image = Image.new("RGB", (48, 32), "blue")
    image.paste("red", (0, 0, 16, 16))
    after = picture(kept(written(image, exif=exif(orientation))))
    assert after.size == size
    assert is_red(after.getpixel(corner))
    assert (
        sum(is_red(after.getpixel((x, y))) for x in (5, size[0] - 5) for y in (5, size[1] - 5)) == 1
    )


def test_notes_that_make_no_sense_do_not_keep_a_photo_out() -> None:
    """A camera that writes broken notes takes good pictures all the same."""
    for notes in (
        b"Exif\0\0nonsense",
        b"Exif\0\0II*\0\xff\xff\xff\xff",
        b"Exif\0\0MM\0*\0\0\0\x08\xff\xff",
    ):
        assert picture(kept(photo()[:2] + _segment(notes) + photo()[2:])).size == (48, 32)


def _segment(content: bytes, marker: bytes = b"\xe1") -> bytes:
    return b"\xff" + marker + (len(content) + 2).to_bytes(2, "big") + content


def test_a_photo_that_is_also_a_page_comes_out_as_a_photo_alone() -> None:
    """HTML behind the picture, in a comment or in the notes is gone."""
    plain = photo()
    for both in (
        plain + HTML,
        plain[:2] + _segment(HTML, b"\xfe") + plain[2:],
        plain[:2] + _segment(b"Exif\0\0" + HTML) + plain[2:],
    ):
        after = kept(both)
        assert HTML in both
        assert b"script" not in after
        assert picture(after).size == (48, 32)


def test_a_small_file_that_claims_a_huge_picture_is_refused(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """49 kilobytes claim 400 million points; none of them is decoded."""
    content = png(20_000, 20_000)
    assert len(content) < 50_000
    assert refused_for(caplog, content) == "too many pixels"


def test_a_picture_may_have_as_many_pixels_as_the_limit(caplog: pytest.LogCaptureFixture) -> None:
    """One row more is refused, and ten times as many are."""
    assert picture(kept(png(100, 100), Limits(pixels=10_000))).size == (100, 100)
    for height in (101, 1000):
        assert refused_for(caplog, png(100, height), pixels=10_000) == "too many pixels"


def damaged() -> Sequence[bytes]:
    whole, dot = photo(), png(8, 8)
    at, frame = dot.index(b"IDAT") + 6, whole.index(b"\xff\xc0") + 5
    return (
        whole[:frame] + bytes(4) + whole[frame + 4 :],  # nothing by nothing points
        whole[: whole.index(b"\xff\xda")] + _segment(b"\x09" * 10, b"\xda") + b"\xff\xd9",
        dot[:at] + b"\0" + dot[at + 1 :],  # a wrong checksum
        png(8, 8, chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(10**8)))),  # a text of 100 MB
        dot[: dot.index(b"IDAT") - 4] + chunk(b"IEND", b""),  # no picture
    )


@pytest.mark.parametrize("number", range(5))
def test_a_damaged_picture_is_refused(caplog: pytest.LogCaptureFixture, number: int) -> None:
    """Each passes the look at its first and last bytes, and none can be decoded to the end."""
    assert refused_for(caplog, damaged()[number]) == "damaged"


def test_a_picture_that_was_cut_off_is_refused(caplog: pytest.LogCaptureFixture) -> None:
    """Wherever the connection broke, in a JPEG and in a PNG."""
    noise = Image.effect_noise((64, 64), 90)
    for whole in (written(noise, quality=95), written(noise, "PNG")):
        for part in (len(whole) - 2, len(whole) // 2, 40):
            assert refused_for(caplog, whole[:part])


def test_of_several_pictures_the_first_is_kept() -> None:
    """Of a telephone's double picture the main one remains, as a plain JPEG."""
    red, blue = Image.new("RGB", (48, 32), "red"), Image.new("RGB", (48, 32), "blue")
    double = written(red, "MPO", save_all=True, append_images=[blue])
    after = picture(kept(double))
    assert (picture(double).format, after.format) == ("MPO", "JPEG")
    assert len(kept(double)) < len(double)
    assert is_red(after.getpixel((5, 5)))


def test_a_picture_that_moves_is_refused(caplog: pytest.LogCaptureFixture) -> None:
    """Who looks at it later would see another picture than who looked first."""
    red, blue = Image.new("RGB", (48, 32), "red"), Image.new("RGB", (48, 32), "blue")
    moving = written(red, "PNG", save_all=True, append_images=[blue], duration=100)
    assert refused_for(caplog, moving) == "of a kind that is not taken"


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_shades_remain_what_they_were(mode: str) -> None:
    """A PNG of any kind looks the same afterwards, point by point."""
    before = Image.new(
        mode, (4, 4), {"I;16": 40_000, "1": 1}.get(mode, 100 if mode in "LP" else None) or 0
    )
    after = picture(kept(written(before, "PNG")))
    assert after.format == "PNG"
    if mode == "I;16":
        assert after.getpixel((0, 0)) == 40_000
    else:
        assert after.convert("RGBA").tobytes() == before.convert("RGBA").tobytes()


def test_a_palette_keeps_what_is_seen_through() -> None:
    """The colour that a PNG declares as see-through stays so."""
    image = Image.new("RGB", (4, 4), "red").quantize(8)
    seen = image.getpixel((0, 0))
    after = picture(kept(written(image, "PNG", transparency=seen)))
    pixel = after.convert("RGBA").getpixel((0, 0))
    assert isinstance(pixel, tuple)
    assert pixel[3] == 0


def test_a_photo_for_print_becomes_one_for_screens() -> None:
    """A JPEG in the four colours of print opens in any browser afterwards."""
    after = picture(kept(written(Image.new("CMYK", (8, 8), (0, 255, 255, 0)))))
    assert after.mode == "RGB"
    assert is_red(after.getpixel((4, 4)))


# --- PDF ----------------------------------------------------------------------------------------

SCRIPT = b"<</S/JavaScript/JS(app.alert(1))>>"

HARMLESS = {
    "the example": EXAMPLE_DOCUMENT.content,
    "a link": pdf(page=b"/Annots[<</Subtype/Link/A<</S/URI/URI(https://e.gov.az)>>>>]"),
    "opening at a page": pdf(b"/OpenAction[3 0 R/XYZ null null 0]"),
    "opening by going to a page": pdf(b"/OpenAction 4 0 R", b"", {4: b"<</S/GoTo/D[3 0 R/Fit]>>"}),
    "a form": pdf(b"/AcroForm<</Fields[4 0 R]>>", b"", {4: b"<</FT/Tx/T(AA)/V(/JS)>>"}),
    "an object stream": pdf_with_object_stream(b"<</Title(/JS)>>"),
    "a stream that says so": pdf(b"", b"", {4: stream(b"(/JS and /AA)")}),
    "a second revision": revised(pdf(), 2, b"<</Type/Pages/Kids[3 0 R]/Count 1/Rotate 90>>"),
}

ACTIVE = {
    "a script at opening": pdf(b"/OpenAction" + SCRIPT),
    "one elsewhere": pdf(b"/OpenAction 4 0 R", b"", {4: SCRIPT}),
    "one step further": pdf(b"/OpenAction 4 0 R", b"", {4: b"<</S/GoTo/D[3 0 R/Fit]/Next[]>>"}),
    "a page in the web at opening": pdf(b"/OpenAction<</S/URI/URI(https://example.com)>>"),
    "by name of a script": pdf(b"/Names<</JavaScript<</Names[(a)4 0 R]>>>>", b"", {4: SCRIPT}),
    "in numbers": pdf(b"", b"", {4: b"<</S/J#61vaScript/#4A#53(app.alert(1))>>"}),
    "in numbers, short": pdf(b"", b"", {4: b"<</S/Other/J#53(app.alert(1))>>"}),
    "when a page opens": pdf(b"", b"/AA<</O<</S/Named/N/Print>>>>"),
    "a program": pdf(b"", b"/Annots[[[<</A<</S/Launch/F(cmd.exe)>>>>]]]"),
    "a file within": pdf(b"/Names<</EmbeddedFiles<</Names[]>>>>"),
    "a file within a stream": pdf(b"", b"", {4: stream(b"MZ", b"/Type/EmbeddedFile")}),
    "a film": pdf(b"", b"/Annots[<</Subtype/RichMedia>>]"),
    "a form with scripts of its own": pdf(b"/AcroForm<</XFA[(a)4 0 R]>>", b"", {4: stream(b"")}),
    "a form that is sent": pdf(b"", b"/Annots[<</A<</S/SubmitForm/F(https://example.com)>>>>]"),
    "another file": pdf(b"", b"/Annots[<</A<</S/GoToR/F(\\\\\\\\example.com\\\\a)>>>>]"),
    "nothing leads to it": pdf(b"", b"", {4: b"[0[0<</A[" + SCRIPT + b"]>>]]"}),
    "in an object stream": pdf_with_object_stream(SCRIPT),
    "in an object stream, short": pdf_with_object_stream(b"[<</Other<</XFA[]>>>>]"),
    "in an older revision": revised(pdf(b"", b"", {4: SCRIPT}), 4, b"<<>>"),
    "in the trailer": pdf().replace(b"trailer<<", b"trailer<</Info<</AA 1>>"),
}


@pytest.mark.parametrize("name", HARMLESS)
def test_a_harmless_pdf_is_kept_as_it_is(name: str) -> None:
    """To the last byte: a signature on it stays good."""
    assert kept(HARMLESS[name]) == HARMLESS[name]


@pytest.mark.parametrize("name", ACTIVE)
def test_a_pdf_that_does_something_is_refused(caplog: pytest.LogCaptureFixture, name: str) -> None:
    """Wherever it stands, and however it is spelt."""
    assert refused_for(caplog, ACTIVE[name]) == "active"


@pytest.mark.parametrize("password", ["", "geheim"])
def test_an_encrypted_pdf_is_refused(caplog: pytest.LogCaptureFixture, password: str) -> None:
    """It cannot be looked into; one that opens without a password is no exception."""
    writer, page = PdfWriter(PdfReader(io.BytesIO(EXAMPLE_DOCUMENT.content))), io.BytesIO()
    writer.encrypt(password, "owner", algorithm="RC4-128")
    writer.write(page)
    assert refused_for(caplog, page.getvalue()) == "encrypted"


PLAIN = pdf()
DAMAGED = {
    "no objects": b"%PDF-1.7\n%%EOF\n",
    "cut off": PLAIN[: len(PLAIN) // 2] + b"\n%%EOF\n",
    "a wrong place": PLAIN.replace(b"0000000009 00000 n", b"0000000011 00000 n"),
    "no pages": pdf().replace(b"/Kids[3 0 R]/Count 1", b"/Kids[     ]/Count 0"),
    "pages in a circle": pdf().replace(b"/Kids[3 0 R]", b"/Kids[2 0 R]"),
    "nested too deeply": pdf(b"", b"", {4: b"[" * 20_000 + b"]" * 20_000}),
    "a stream of another length": pdf(b"", b"", {4: b"<</Length 9>>\nstream\na\nendstream"}),
    "an object stream of 500 MB": pdf_with_object_stream(
        b"", bytes_within=zlib.compress(b"4 0 " + bytes(500_000_000), 1)
    ),
    "a name in the place of a page": pdf().replace(b"/Kids[3 0 R]", b"/Kids[/Name]"),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_pdf_is_refused(caplog: pytest.LogCaptureFixture, name: str) -> None:
    """What is not written to the letter could be read in two ways."""
    assert refused_for(caplog, DAMAGED[name]) == "damaged"


def busy() -> Sequence[bytes]:
    arrays = dict.fromkeys(range(4, 24), b"[" + b"0 " * 90_000 + b"]")
    drawn = written(Image.new("RGB", (8000, 6000)), progressive=True)
    last = drawn[drawn.rindex(b"\xff\xda") : -2]
    return pdf(more=arrays), drawn[:-2] + last * 20_000 + drawn[-2:]


@pytest.mark.parametrize("number", range(2))
def test_a_file_that_keeps_the_reader_busy_is_refused(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """A PDF of millions of zeros, a photo of thousands of layers: both take many seconds to read.

    Counted are seconds of computing, however busy the machine is.
    """
    monkeypatch.setattr(apart, "_SECONDS", 1)
    assert refused_for(caplog, busy()[number]) == "takes too long"


def test_a_file_that_takes_too_much_memory_is_refused(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A picture for which there is no room counts as damaged; the portal does not notice."""
    monkeypatch.setattr(apart, "_MEMORY", 200 * 1024**2)
    assert refused_for(caplog, written(Image.new("RGB", (9000, 5500)))) == "damaged"


# --- the process apart --------------------------------------------------------------------------


def test_whoever_looks_into_a_file_knows_no_secrets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Settings of the portal do not reach the process, and modules lying about neither."""
    page = tmp_path / "environment.json"
    spy = f"import json, os; open({str(page)!r}, 'w').write(json.dumps([*os.environ]))"
    (tmp_path / "usercustomize.py").write_text(spy)
    (tmp_path / "sitecustomize.py").write_text(spy)
    (tmp_path / "pypdf.py").write_text("raise SystemExit(1)")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ESERVICES_SECRET", "geheim")
    assert kept(EXAMPLE_DOCUMENT.content)
    assert not page.exists()
    (tmp_path / "pypdf.py").unlink()
    monkeypatch.syspath_prepend(str(tmp_path))
    assert kept(EXAMPLE_DOCUMENT.content)
    assert set(json.loads(page.read_text())) <= {
        "LC_CTYPE",
        "LD_LIBRARY_PATH",
        "PATH",
        "PYTHONPATH",
    }


def test_nobody_waits_for_ever_for_a_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where as many files are looked into as may be, the next one is told to come later."""
    monkeypatch.setattr(apart, "_PATIENCE", 0.01)
    monkeypatch.setattr(apart, "_turns", BoundedSemaphore(1))
    with apart._turns, ThreadPoolExecutor(1) as pool:  # somebody else's file takes long
        waiting = pool.submit(Reception().take, EXAMPLE_PHOTO)
        with pytest.raises(PortBusy):
            waiting.result(timeout=30)


def gone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")


def other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", shutil.which("false"))


def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_PATIENCE", 0)


@pytest.mark.parametrize("spoil", [gone, other, slow])
def test_without_a_process_nothing_is_kept(
    monkeypatch: pytest.MonkeyPatch, spoil: Callable[[pytest.MonkeyPatch], None]
) -> None:
    """It is no fault of the file's, and may be tried again later; the check says what is wrong."""
    reception = Reception()
    assert reception.check() is None
    spoil(monkeypatch)
    for example in (EXAMPLE_PHOTO, EXAMPLE_DOCUMENT):
        with pytest.raises(PortUnavailable) as caught:
            reception.take(example)
        assert caught.value.__suppress_context__ or caught.value.__context__ is None
    advice = reception.check()
    assert advice
    assert sys.executable in advice
