"""How background work is done: the settings called ``work``, as in ``ESERVICES_WORK_PAUSE``.

>>> from_environment(WorkConfig, "work", {"ESERVICES_WORK_AT_ONCE": "8"}).at_once
8
>>> from_environment(WorkConfig, "work", {"ESERVICES_WORK_OVERDUE_EVERY": "7"})
Traceback (most recent call last):
    ...
utility_eservices_adapters.settings.SettingsRefused: Let the period ESERVICES_WORK_OVERDUE_EVERY \
go evenly into a minute, an hour or a day.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

import attrs

from utility_eservices_adapters.settings import SettingsRefused, from_environment

__all__ = ["WorkConfig", "crontab"]

# What a crontab counts, in which unit, and how many of it make one of the next; seconds stand last.
_FIELDS = (
    ("* * * * * */{}", timedelta(seconds=1), 60),
    ("*/{} * * * *", timedelta(minutes=1), 60),
    ("0 */{} * * *", timedelta(hours=1), 24),
    ("0 0 */{} * *", timedelta(days=1), 2),
)


def crontab(period: timedelta) -> str:
    """A period as a crontab has it; raises `ValueError` for one that it cannot say.

    >>> crontab(timedelta(seconds=30)), crontab(timedelta(hours=1)), crontab(timedelta(days=1))
    ('* * * * * */30', '0 */1 * * *', '0 0 */1 * *')
    >>> crontab(timedelta(minutes=61))
    Traceback (most recent call last):
        ...
    ValueError: no period of a crontab
    """
    for field, unit, many in _FIELDS:
        count = period // unit
        if count * unit == period and 0 < count < many and many % count == 0:
            return field.format(count)
    raise ValueError("no period of a crontab")


@attrs.frozen
class WorkConfig:
    """What a worker needs to know; all have defaults.

    ``pause`` is how long a worker waits before it asks again when nothing is due, and
    ``longest_pause`` what the pause grows to while the database does not answer. On PostgreSQL
    ``at_once`` is how many effects one worker performs at a time; it tells every ``heartbeat``
    that it lives, and its jobs are taken over when it has been silent for ``silence``.

    What is done from time to time has its period, one that goes evenly into a minute, an hour or
    a day: every ``payments_every`` the payments that are due are gone back to; every
    ``overdue_every`` what has been due for longer than ``overdue`` is performed; every
    ``journeys_every`` unfinished journeys are forgotten that nobody has gone on with for
    ``journeys_after``; every ``heads_every`` the heads of the audit trail are chained, every
    ``counters_every`` old counters forgotten, and every ``stalled_every`` jobs taken over.
    """

    pause: timedelta = timedelta(seconds=1)
    longest_pause: timedelta = timedelta(minutes=1)
    at_once: int = attrs.field(default=4, validator=attrs.validators.ge(1))
    heartbeat: timedelta = timedelta(seconds=10)
    silence: timedelta = timedelta(seconds=30)
    payments_every: timedelta = timedelta(seconds=15)
    overdue: timedelta = timedelta(minutes=5)
    overdue_every: timedelta = timedelta(minutes=1)
    journeys_after: timedelta = timedelta(days=30)
    journeys_every: timedelta = timedelta(hours=1)
    heads_every: timedelta = timedelta(hours=1)
    counters_every: timedelta = timedelta(days=1)
    stalled_every: timedelta = timedelta(seconds=15)

    def __attrs_post_init__(self) -> None:
        nothing = timedelta()
        for unfit, advice in (
            (self.pause <= nothing, "PAUSE more than 0."),
            (self.longest_pause < self.pause, "LONGEST_PAUSE no less than ESERVICES_WORK_PAUSE."),
            (self.heartbeat <= nothing, "HEARTBEAT more than 0."),
            (self.silence <= self.heartbeat, "SILENCE more than ESERVICES_WORK_HEARTBEAT."),
            (self.overdue < nothing, "OVERDUE no less than 0."),
            # Of none at all, everybody's would be forgotten at once.
            (self.journeys_after <= nothing, "JOURNEYS_AFTER more than 0."),
        ):
            if unfit:
                raise SettingsRefused(f"Make ESERVICES_WORK_{advice}")
        for name, period in attrs.asdict(self).items():
            if not name.endswith("_every"):
                continue
            try:
                crontab(period)
            except ValueError:
                variable = f"ESERVICES_WORK_{name.upper()}"
                raise SettingsRefused(
                    f"Let the period {variable} go evenly into a minute, an hour or a day."
                ) from None

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> WorkConfig:
        """The settings called ``work``; raises `SettingsRefused`."""
        return from_environment(cls, "work", environment)
