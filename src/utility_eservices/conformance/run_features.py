"""The test module behind `eservices run`, `eservices trace` and sabotage; pytest imports it.

Runs the feature files that the environment variable ``ESERVICES_FEATURES`` names, one a line, or
all that ship with the library.
"""

from __future__ import annotations

import os

from pytest_bdd import scenarios

from utility_eservices.conformance.features import FEATURES, features_folder

scenarios(*os.environ.get(FEATURES, str(features_folder())).splitlines())
