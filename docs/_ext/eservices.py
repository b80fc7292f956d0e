"""The site's own directives: pages drawn from what the library declares, when they are built.

- ``{eservice} KEY`` draws a service: form, windows, sign-in, casework, notices, diagrams;
- ``{eservices-ports}`` draws the ports, with every hook, argument and method;
- ``{eservices-phrases}`` draws the phrases of scenarios.

``<!-- lang: az -->`` above a heading says in which language its section is.
"""

from __future__ import annotations

import re
from typing import Any, ClassVar

from docs._ext.markdown import code, plain, table
from docs._ext.ports_page import ports_page
from docs._ext.service_page import service_page
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

from utility_eservices.conformance.steps import PHRASES
from utility_eservices.desk.catalogue import built_in_services

__all__ = ["setup"]


class _Drawn(SphinxDirective):
    """A directive that writes Markdown, and reads it into the page."""

    def markdown(self) -> str:
        raise NotImplementedError

    def run(self) -> list[nodes.Node]:
        # The page changes with the code, which Sphinx does not watch.
        self.env.note_reread()
        return list(self.parse_text_to_nodes(self.markdown(), allow_section_headings=True))


class ServiceDirective(_Drawn):
    """``{eservice} KEY``."""

    required_arguments: ClassVar[int] = 1

    def markdown(self) -> str:
        (key,) = self.arguments
        services = {service.key: service for service in built_in_services()}
        if key not in services:
            raise self.error(f"there is no service {key!r}")
        return service_page(services[key])


class PortsDirective(_Drawn):
    """``{eservices-ports}``."""

    def markdown(self) -> str:
        return ports_page()


class PhrasesDirective(_Drawn):
    """``{eservices-phrases}``."""

    def markdown(self) -> str:
        rows = [(code(pattern), plain(" ".join(told.split()))) for pattern, told in PHRASES]
        return table(("İfadə – phrase", "Nə edir – what it does"), rows)


class SectionLanguage(SphinxTransform):
    """Gives a section the language that the comment above it names, for those who hear the page.

    A comment, since whoever reads the page elsewhere must not see it.
    """

    # After quotation marks were made, of which docutils knows none for Azerbaijani.
    default_priority = 870

    def apply(self, **_: Any) -> None:
        """See `SectionLanguage`."""
        for comment in list(self.document.findall(nodes.raw)):
            named = re.fullmatch(r"<!-- lang: (\w+) -->", comment.astext().strip())
            if named:
                section = comment.next_node(nodes.section, siblings=True, ascend=True)
                # Docutils writes this class as the attribute.
                section["classes"].append(f"language-{named[1]}")
                comment.parent.remove(comment)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Make the directives known to Sphinx."""
    directives: dict[str, Any] = {
        "eservice": ServiceDirective,
        "eservices-ports": PortsDirective,
        "eservices-phrases": PhrasesDirective,
    }
    for name, directive in directives.items():
        app.add_directive(name, directive)
    app.add_transform(SectionLanguage)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
