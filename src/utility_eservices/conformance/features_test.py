"""The test module behind `eservices run` and `eservices trace`.

Runs the feature files that the environment variable ``ESERVICES_FEATURES`` names, separated as
in PATH, or all that ship with the library.
"""

from __future__ import annotations

import os

from pytest_bdd import scenarios

from utility_eservices.conformance.features import features_folder

FEATURES = "ESERVICES_FEATURES"

scenarios(*os.environ.get(FEATURES, str(features_folder())).split(os.pathsep))
