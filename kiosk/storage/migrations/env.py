"""What Alembic runs: the connection comes from `kiosk.storage.engine.migrate`, never from a file."""

from alembic import context

from kiosk.storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
    render_as_batch=True,
)
context.run_migrations()
