"""Why an upload is not kept, in the words of a log."""

from __future__ import annotations

from enum import IntEnum

__all__ = ["Reason", "Unsound"]


class Reason(IntEnum):
    """What is wrong with a file; as a number, what a process that looks into it ends with.

    Neither 0 nor one that Python itself ends with.
    """

    DAMAGED = 10
    TOO_MANY_PIXELS = 11
    ACTIVE = 12
    ENCRYPTED = 13

    @property
    def told(self) -> str:
        """The reason for a log."""
        return self.name.lower().replace("_", " ")


class Unsound(Exception):
    """A file is not to be kept."""

    def __init__(self, reason: Reason) -> None:
        self.reason = reason
        super().__init__(reason.told)
