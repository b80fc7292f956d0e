"""The revisions of the registry, one a file."""
