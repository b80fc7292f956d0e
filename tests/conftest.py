"""What all tests share: an option by which CI fails on a skipped test, and one for long runs."""

import pytest

pytest_plugins = ["tests.databases", "utility_eservices.conformance.plugin"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--no-skips",
        action="store_true",
        help="fail when any test was skipped, or expected to fail",
    )
    parser.addoption(
        "--histories",
        type=int,
        default=500,
        help="how many random histories of payments to live through",
    )


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A run that skipped something did not show what it was asked to show."""
    if not session.config.getoption("no_skips") or session.exitstatus != pytest.ExitCode.OK:
        return
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    # Workers of xdist have no reporter; the session that they report to has.
    if reporter is not None and (reporter.stats.keys() & {"skipped", "xfailed"}):
        reporter.write_line("\n--no-skips: tests were skipped, see the summary", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
