"""The revisions of the store, one a file."""
