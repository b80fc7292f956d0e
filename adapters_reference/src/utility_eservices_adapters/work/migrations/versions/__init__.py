"""The revisions of the job engine's tables, one a file."""
