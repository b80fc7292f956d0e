"""Languages: finds the compiled catalogues, the library's own and those of outside packages.

A catalogue lies at ``<folder>/<tag>/LC_MESSAGES/<domain>.mo``. The library's own texts have the
domain ``utility_eservices``, those of a service its key. A text is looked up in its service's
catalogue first, then in the library's. A catalogue that cannot be read is left out: a text in
Azerbaijani is better than a page that fails.
"""

from __future__ import annotations

import gettext
import logging
from collections.abc import Iterable, Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

from utility_eservices.errors import UnknownName
from utility_eservices.vocabulary.language import SOURCE, Language

__all__ = ["LIBRARY", "Languages", "catalogue_in", "own_folder", "tags_in"]

_log = logging.getLogger(__name__)

Place = TypeVar("Place", Path, Traversable)

# The domain of the library's own texts.
LIBRARY = "utility_eservices"

# The folder that gettext has within that of a language.
_MESSAGES = "LC_MESSAGES"


def own_folder() -> Traversable:
    """The folder of the library's own catalogues."""
    return files("utility_eservices") / "locale"


def catalogue_in(folder: Place, tag: str, domain: str, ending: str = "mo") -> Place:
    """Where a catalogue lies: compiled (``mo``) or as people write it (``po``)."""
    return folder / tag / _MESSAGES / f"{domain}.{ending}"


def tags_in(folder: Traversable) -> list[str]:
    """The languages for which a folder has catalogues, in order; none if it is not there."""
    inside = folder.iterdir() if folder.is_dir() else ()
    return sorted(place.name for place in inside if (place / _MESSAGES).is_dir())


class Languages:
    """The languages of a desk: Azerbaijani, and those into which the library is translated.

    ``folders`` are those of outside packages; ``services`` the keys of the services whose
    texts may be asked for.
    """

    def __init__(self, folders: Iterable[Traversable] = (), services: Iterable[str] = ()) -> None:
        self._folders = (own_folder(), *folders)
        self._services = tuple(services)
        self._found: dict[tuple[str, str], Language] = {}
        own = self._folders[0]
        # Asked for with every page that offers a choice of them.
        self._tags = (
            SOURCE,
            *(tag for tag in tags_in(own) if catalogue_in(own, tag, LIBRARY).is_file()),
        )

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags of all languages, the source first."""
        return self._tags

    def of(self, tag: str, service: str = "") -> Language:
        """A language as a service speaks it; without a service, one that knows all their texts.

        Raises `UnknownName` for a language that is not there.
        """
        found = self._found.get((tag, service))
        if found is None:
            if tag not in self.tags:
                raise UnknownName("language")
            # What the library itself says no package says otherwise.
            domains = (service, LIBRARY) if service else (LIBRARY, *self._services)
            found = Language(tag, self._translations(tag, domains))
            self._found[tag, service] = found
        return found

    def _translations(self, tag: str, domains: Iterable[str]) -> gettext.NullTranslations:
        # Objects of our own: the domain that gettext keeps for the process is somebody else's.
        chain = gettext.NullTranslations()
        for domain in () if tag == SOURCE else domains:
            compiled = next(filter(None, self._catalogues(tag, domain)), None)
            if compiled is not None:
                chain.add_fallback(compiled)
        return chain

    def _catalogues(self, tag: str, domain: str) -> Iterator[gettext.NullTranslations | None]:
        # The first folder that has a domain owns it, and the library's own folder comes first.
        for folder in self._folders[:1] if domain == LIBRARY else self._folders:
            yield _read(catalogue_in(folder, tag, domain))


def _read(file: Traversable) -> gettext.NullTranslations | None:
    """A compiled catalogue; None when there is none, or none that can be read."""
    try:
        with file.open("rb") as compiled:
            return gettext.GNUTranslations(compiled)
    except FileNotFoundError:
        return None
    except Exception as error:  # noqa: BLE001  # over a broken file gettext stumbles in many ways
        _log.warning("the catalogue %s cannot be read: %s", file, type(error).__name__)
        return None
