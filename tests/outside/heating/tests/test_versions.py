"""The shape of the service is the committed one."""

from heating_eservices.schedule import SERVICE

from utility_eservices.conformance.snapshots import assert_versions_hold


def test_versions() -> None:
    """Whoever changes what journeys in flight rely on raises the version and says how."""
    assert_versions_hold(SERVICE)
