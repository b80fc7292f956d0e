"""How an upload is refused: a clear no to the person, the reason in the log."""

from __future__ import annotations

import logging
from typing import NoReturn

from utility_eservices.errors import PortRefused

__all__ = ["refuse"]

_log = logging.getLogger(__name__)


def refuse(why: str) -> NoReturn:
    """Raise `PortRefused`; ``why`` are words of our own, nothing of the file or its name."""
    _log.warning("An upload was refused: %s", why)
    raise PortRefused from None
