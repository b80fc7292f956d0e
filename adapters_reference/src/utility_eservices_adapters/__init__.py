"""Reference plugins for `utility_eservices`: each gives one or more of its ports by real means."""
