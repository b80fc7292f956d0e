"""Opening the desk that the settings describe, for commands and workers.

Which plugins take part stands at the top of the file that ``ESERVICES_SETTINGS`` names, in the
words of the core's ``--config``, or in ``ESERVICES_PLUGINS``; which services, likewise.

>>> desk = opened({"ESERVICES_PLUGINS": "simulator", "ESERVICES_SERVICES": "debt_investigation"})
>>> [service.key for service in desk.catalogue.services]
['debt_investigation']
>>> opened({})
Traceback (most recent call last):
    ...
utility_eservices_adapters.settings.SettingsRefused: Set ESERVICES_PLUGINS, or list plugins in the \
file that ESERVICES_SETTINGS names.
"""

from __future__ import annotations

from collections.abc import Mapping

from utility_eservices.desk.desk import Desk
from utility_eservices_adapters.settings import FILE, SettingsRefused, names

__all__ = ["opened"]


def opened(environment: Mapping[str, str] | None = None) -> Desk:
    """The desk; raises `SettingsRefused` where nothing says which plugins take part.

    Raises what `Desk` raises.
    """
    plugins = names("plugins", environment)
    if not plugins:
        raise SettingsRefused(
            f"Set ESERVICES_PLUGINS, or list plugins in the file that {FILE} names."
        )
    return Desk(plugins, names("services", environment))
