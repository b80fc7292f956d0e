"""Being told to stop: the first SIGTERM or SIGINT asks, the second ends the process at once."""

from __future__ import annotations

import select
import signal
import socket
from types import FrameType, TracebackType

__all__ = ["Stopping"]

_SIGNALS = (signal.SIGTERM, signal.SIGINT)


class Stopping:
    """Listens for the signals while it is entered, which the main thread alone can do.

    Its ``fileno`` is readable once a signal came, for whoever waits for more than that.
    """

    def __init__(self) -> None:
        self._asked = False

    def asked(self) -> bool:
        """Whether somebody asked to stop."""
        return self._asked

    def fileno(self) -> int:
        """What becomes readable when a signal comes."""
        return self._ear.fileno()

    def pause(self, seconds: float) -> None:
        """Wait for so long, or until somebody asks to stop."""
        if not self._asked:
            select.select([self], [], [], seconds)

    def __enter__(self) -> Stopping:
        self._ear, self._mouth = socket.socketpair()
        for end in (self._ear, self._mouth):
            end.setblocking(False)
        self._handlers = {number: signal.getsignal(number) for number in _SIGNALS}
        # Python itself writes there, whatever the process is doing at that moment.
        self._wakeup = signal.set_wakeup_fd(self._mouth.fileno(), warn_on_full_buffer=False)
        for number in _SIGNALS:
            signal.signal(number, self._heard)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        signal.set_wakeup_fd(self._wakeup)
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        self._ear.close()
        self._mouth.close()

    def _heard(self, _number: int, _frame: FrameType | None) -> None:
        self._asked = True
        for number in _SIGNALS:
            signal.signal(number, signal.SIG_DFL)
