"""How the site is built: `python3 run.py docs`, warnings being errors."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

project = "utility-eservices"
author = "utility-eservices contributors"
project_copyright = author
language = "en"

extensions = [
    "docs._ext.eservices",
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinxcontrib.mermaid",
]
exclude_patterns = ["_ext"]
nitpicky = False

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 4

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_default_options = {"members": True}

# Diagrams are drawn by the reader's browser, with a script from a public network; without it
# their text is shown, and the tables beside them say the same.
mermaid_output_format = "raw"
mermaid_d3_zoom = False
# Two diagrams of one page that are drawn in the same millisecond would bear one name.
mermaid_init_config = {"startOnLoad": False, "deterministicIds": True}

html_theme = "furo"
html_title = "utility-eservices"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_show_sourcelink = False
html_show_sphinx = False
