"""The revisions of the store, and the environment in which Alembic runs those of any schema."""
