"""The kit that ships with the library: step phrases, drivers, coverage of rows, sabotage.

An integrator runs the manuals' features on an adapter with one conftest and one test file::

    # conftest.py
    pytest_plugins = ["utility_eservices.conformance.plugin"]

    @pytest.fixture
    def adapters(tmp_path):
        return [MyPlugin(tmp_path)]

    @pytest.fixture
    def served():
        return {"notification"}

    # test_features.py
    from pytest_bdd import scenarios
    from utility_eservices.conformance.features import features_folder

    scenarios(str(features_folder()))

Needs the extra ``conformance`` (pytest and pytest-bdd).
"""
