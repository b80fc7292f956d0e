"""The outside package is tested where it is installed, by `test_heating.py`."""

collect_ignore = ["heating"]
