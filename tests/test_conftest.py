"""CI takes no skipped test for a passed one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PASSED = "def test_it(): pass"
SKIPPED = "import pytest\ndef test_it(): pytest.skip('no reason')"
SKIPPED_WHOLE = "import pytest\npytest.importorskip('nothing_of_this_name')"
EXPECTED_TO_FAIL = "import pytest\n@pytest.mark.xfail\ndef test_it(): assert False"


@pytest.mark.parametrize(
    ("test", "options", "code"),
    [
        pytest.param(PASSED, ["-n0", "--no-skips"], 0, id="passed"),
        pytest.param(SKIPPED, ["-n0"], 0, id="skipped, and nobody minds"),
        pytest.param(SKIPPED, ["-n0", "--no-skips"], 1, id="skipped"),
        pytest.param(SKIPPED, ["-n1", "--no-skips"], 1, id="skipped by a worker"),
        pytest.param(SKIPPED_WHOLE, ["-n0", "--no-skips"], 1, id="skipped as a whole"),
        pytest.param(EXPECTED_TO_FAIL, ["-n0", "--no-skips"], 1, id="expected to fail"),
    ],
)
def test_no_skips(tmp_path: Path, test: str, options: list[str], code: int) -> None:
    """With --no-skips a test that did not pass fails the run, in one process and in many."""
    shutil.copy(Path(__file__).with_name("conftest.py"), tmp_path)
    (tmp_path / "test_sample.py").write_text(f"{test}\n")
    (tmp_path / "test_another.py").write_text(f"{PASSED}\n")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", *options, tmp_path],
        cwd=tmp_path,
        # The fixtures that this conftest brings in lie here.
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, done.stdout
