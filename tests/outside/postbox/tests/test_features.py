"""The manuals' features, on this package's adapters."""

from pytest_bdd import scenarios

from utility_eservices.conformance.features import features_folder

scenarios(str(features_folder()))
