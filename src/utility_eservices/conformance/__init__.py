"""The kit that ships with the library: step phrases, drivers, coverage of rows, sabotage; proofs.

What runs scenarios (the phrases, coverage, sabotage) needs the extra ``conformance``: pytest and
pytest-bdd. What looks at declarations alone needs no more than the library: `proofs` of what must
be so of every service, `versions` and `snapshots` for whether what is in flight goes on under
another version, `texts` for the catalogues, `drawing` for what stands on a page and for diagrams.

An integrator runs the manuals' features on an adapter with one conftest and one test file::

    # conftest.py
    import pytest

    pytest_plugins = ["utility_eservices.conformance.plugin"]

    @pytest.fixture
    def adapters(tmp_path):
        return [MyPlugin(tmp_path)]

    @pytest.fixture
    def served():
        return {"notification"}

    @pytest.fixture
    def letters(tmp_path):
        media = {"elektron poçt": "email", "sms": "sms"}
        return lambda medium: MyPlugin(tmp_path).letters(media[medium])

    # test_features.py
    from pytest_bdd import scenarios
    from utility_eservices.conformance.features import features_folder

    scenarios(str(features_folder()))

The conftest stands in the folder that pytest is started in, or is told to run. Scenarios make
systems fail; yours fail with them, since the kit opens its desks with the city's faults around
every port.

In this way come notification, documents, inbox, tokens, numbers and the stores. The other
ports hold what scenarios speak of by name: fill your back end from ``city`` (its people,
subscribers, invoices, registered codes and lists), and where scenarios set up something in it or
look into it afterwards (billing, the subscriber base, readings, rules, payment orders), override
``books`` as well; where they sign in to it, ``driver``. The clock has to be the city's; the
access policies are the kit's.

Scenarios do not prove a port's contract, for example that the same key is done once, or that
an uploaded file can be opened again. That is what `laws` are for, as tests to import.
"""
