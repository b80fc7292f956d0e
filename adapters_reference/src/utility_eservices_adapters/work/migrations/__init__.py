"""The revisions of the job engine's tables; Alembic's environment is that of the store."""
