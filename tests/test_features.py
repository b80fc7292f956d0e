"""The manuals' features, on the simulator."""

from pytest_bdd import scenarios

from utility_eservices.conformance.features import features_folder

scenarios(str(features_folder()))
