"""What Alembic runs around the revisions of a schema; see `Schema.upgrade`."""

from alembic import context

from utility_eservices_adapters.sql.migrating import Schema

_schema: Schema = context.config.attributes["schema"]

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=_schema.metadata,
    version_table=_schema.version_table,
    include_name=_schema.owns,
    compare_type=True,
    user_module_prefix="",
    # SQLite can undo what a revision began just as well: the driver is told when to begin.
    transactional_ddl=True,
    transaction_per_migration=True,
)
with context.begin_transaction():
    context.run_migrations()
