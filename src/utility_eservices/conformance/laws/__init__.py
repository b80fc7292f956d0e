"""The laws of the ports: what every adapter keeps, whatever its back end, as tests to import.

A port's docstrings promise things that its Protocol cannot say: the same key is done once, of two
who save at once one wins, nothing comes for an unknown code, "not now" is told from "no", nothing
personal is logged. Each promise is a test here, one module a port. An integrator's test file is
one import and one fixture, which gives a world: the object under test and what is known of its
back end::

    import pytest
    from utility_eservices.conformance.laws.numbers import *  # the laws, as tests

    class MyWorld(NumbersWorld):
        services = ("debt_investigation", "service_suspension")

        def __init__(self, folder):
            self.folder = folder
            self.port = self.reopened()

        def reopened(self):  # what a world need not be able to do; see `world.World`
            return MyNumbers(self.folder)

    @pytest.fixture
    def numbers_world(tmp_path):
        return MyWorld(tmp_path)

The fixture is called after the port. A law that needs what the world cannot do is skipped and
stands as ``–`` in the table that the kit's plugin prints; see `plugin`. Give each law a world of
its own: some alter what they find.
"""
