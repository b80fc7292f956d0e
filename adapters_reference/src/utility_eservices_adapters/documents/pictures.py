"""Images: decoded, turned upright and drawn anew, so that nothing but the picture is left.

What a camera writes beside the picture goes: place, time, owner, a small preview. So does what
somebody hid in the file: whatever follows the picture, comments, a page of HTML. Of several
pictures in one file, as telephones write them, the first is the one that is kept; a PNG that
moves does not come here, since it is told to be of another kind. Colour profiles go too, and
with them the last nuance of the colours. A JPEG that ends too early, but properly, is not told
from a whole one: what is missing is grey.

A JPEG is written at quality 85, so that it may come out larger than it went in.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from PIL import Image, ImageOps

from utility_eservices_adapters.documents.reasons import Reason, Unsound

__all__ = ["FORMATS", "redrawn"]

FORMATS: Mapping[str, str] = MappingProxyType({"image/jpeg": "JPEG", "image/png": "PNG"})
"""The decoder for each media type; no other one gets to see the file."""

# Shades that a format can hold as they are; any others become colours.
_MODES: Mapping[str, frozenset[str]] = MappingProxyType(
    {"JPEG": frozenset({"L", "RGB"}), "PNG": frozenset({"1", "L", "LA", "I;16", "RGB", "RGBA"})}
)
_WRITING: Mapping[str, Mapping[str, Any]] = MappingProxyType({"JPEG": {"quality": 85}, "PNG": {}})


def redrawn(content: bytes, media_type: str, pixels: int) -> bytes:
    """The same picture in a file of the same kind; raises `Unsound`.

    ``pixels`` are the most that it may have, told before any of them is decoded. To be called
    in a process of its own, see `child`: it changes how this one warns.
    """
    kind = FORMATS[media_type]
    # Pillow's own bound as well, which also holds for pictures within the picture.
    Image.MAX_IMAGE_PIXELS = pixels
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    try:
        with Image.open(io.BytesIO(content), formats=[kind]) as image:
            image.load()  # all of it: `verify` is content with half a JPEG
            plain = _plain(_upright(image), kind)
        written = io.BytesIO()
        plain.save(written, kind, **_WRITING[kind])
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Unsound(Reason.TOO_MANY_PIXELS) from None
    except Exception:  # noqa: BLE001  # decoders stumble in many ways over what is no picture
        raise Unsound(Reason.DAMAGED) from None
    return written.getvalue()


def _upright(image: Image.Image) -> Image.Image:
    """The picture as the camera was held; as it lies where the camera's notes are no use."""
    try:
        return ImageOps.exif_transpose(image)
    except (SyntaxError, ValueError, TypeError, KeyError, OSError, OverflowError):
        return image.copy()


def _plain(image: Image.Image, kind: str) -> Image.Image:
    """The picture alone, in shades that its format can hold."""
    if image.mode not in _MODES[kind] or "transparency" in image.info:
        see_through = kind == "PNG" and image.has_transparency_data
        image = image.convert("RGBA" if see_through else "RGB")
    image.info = {}  # or the encoder would write some of it again
    return image
