"""Settings that say what they cannot are advice, never an error of another kind."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import attrs
import pytest

from utility_eservices_adapters.documents.disk import DiskPlugin, eservices_documents
from utility_eservices_adapters.settings import SettingsRefused, from_environment
from utility_eservices_adapters.work.config import WorkConfig


@attrs.frozen
class Wait:
    """Settings for tests."""

    seconds: timedelta = timedelta(seconds=1)
    count: int = 1


@pytest.mark.parametrize("said", ["inf", "-inf", "nan", "1e300", "soon", "9" * 5000])
def test_a_time_that_is_none(said: str) -> None:
    """However large a number is, or whatever else stands in its place."""
    with pytest.raises(SettingsRefused, match=r"^Make ESERVICES_WAIT_SECONDS a number of seconds"):
        from_environment(Wait, "wait", {"ESERVICES_WAIT_SECONDS": said})


def test_a_text_with_a_nul(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file can say what no path and no address can be; a hook then says so, and does not fail."""
    file = tmp_path / "settings.toml"
    file.write_text('[documents-disk]\nfolder = "docu\\u0000ments"\n', "utf-8")
    monkeypatch.setenv("ESERVICES_SETTINGS", str(file))
    served = eservices_documents()
    assert not isinstance(served, DiskPlugin)
    assert "ESERVICES_DOCUMENTS_DISK_FOLDER" in str(served.check())  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("PAUSE", "0"),
        ("PAUSE", "-1"),
        ("LONGEST_PAUSE", "-1"),
        ("HEARTBEAT", "0"),
        ("SILENCE", "5"),
        ("OVERDUE", "-1"),
        ("JOURNEYS_AFTER", "0"),
    ],
)
def test_work_that_would_not_go_well(name: str, said: str) -> None:
    """A worker rests, lives between two signs of life, and forgets nobody's journey at once."""
    with pytest.raises(SettingsRefused, match=f"ESERVICES_WORK_{name}"):
        WorkConfig.from_environment({f"ESERVICES_WORK_{name}": said})
