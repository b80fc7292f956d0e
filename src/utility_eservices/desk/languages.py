"""Languages: finds the compiled catalogues, the library's own and those of outside packages.

A catalogue lies at ``<folder>/<tag>/LC_MESSAGES/<domain>.mo``. The library's own texts have the
domain ``utility_eservices``, those of the command line ``cli``, those of a service its key. A text
is looked up in its service's catalogue first, then in the library's.
"""

from __future__ import annotations

import gettext
from collections.abc import Iterable
from importlib.resources import files
from importlib.resources.abc import Traversable

from utility_eservices.errors import UnknownName
from utility_eservices.vocabulary.language import SOURCE, Language

__all__ = ["CLI", "LIBRARY", "Languages", "own_folder"]

# The domain of the library's own texts.
LIBRARY = "utility_eservices"
# That of the command line's.
CLI = "cli"


def own_folder() -> Traversable:
    """The folder of the library's own catalogues."""
    return files("utility_eservices") / "locale"


class Languages:
    """The languages of a desk: Azerbaijani, and those into which the library is translated.

    ``folders`` are those of outside packages; ``services`` the keys of the services whose
    texts may be asked for.
    """

    def __init__(self, folders: Iterable[Traversable] = (), services: Iterable[str] = ()) -> None:
        self._folders = (own_folder(), *folders)
        self._services = tuple(services)
        self._found: dict[tuple[str, str], Language] = {}

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags of all languages, the source first."""
        own = self._folders[0]
        translated = (
            folder.name
            for folder in (own.iterdir() if own.is_dir() else ())
            if (folder / "LC_MESSAGES" / f"{LIBRARY}.mo").is_file()
        )
        return (SOURCE, *sorted(translated))

    def of(self, tag: str, service: str = "") -> Language:
        """A language as a service speaks it; without a service, one that knows all their texts.

        Raises `UnknownName` for a language that is not there.
        """
        found = self._found.get((tag, service))
        if found is None:
            if tag not in self.tags:
                raise UnknownName("language")
            domains = (service,) if service else self._services
            found = Language(tag, self._translations(tag, (*domains, LIBRARY)))
            self._found[tag, service] = found
        return found

    def _translations(self, tag: str, domains: Iterable[str]) -> gettext.NullTranslations:
        # Objects of our own: the domain that gettext keeps for the process is somebody else's.
        chain = gettext.NullTranslations()
        for domain in () if tag == SOURCE else domains:
            for folder in self._folders:
                file = folder / tag / "LC_MESSAGES" / f"{domain}.mo"
                if file.is_file():
                    with file.open("rb") as compiled:
                        chain.add_fallback(gettext.GNUTranslations(compiled))
        return chain
