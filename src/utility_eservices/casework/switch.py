"""A switch (qayda): a rule that the manuals leave open, so that each utility decides on it.

The utility's reference data say whether the rule applies (`Reference.applies`); without an opinion
of theirs the ``default`` holds.

>>> Switch("subscriber_data_change.residential_only", "Yalnız əhali qrupu", rows="ESU-185").default
True
"""

from __future__ import annotations

import attrs

from utility_eservices.vocabulary.keys import check_key

__all__ = ["Switch"]


@attrs.frozen
class Switch:
    """One rule that may be switched off or on.

    ``key`` begins with the key of the service; ``name`` is Azerbaijani, what people call the
    rule by; ``ours`` marks one that no manual speaks of.
    """

    key: str = attrs.field(validator=check_key)
    name: str
    default: bool = True
    rows: str = ""
    ours: bool = False
