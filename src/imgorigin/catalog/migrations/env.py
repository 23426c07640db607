"""Where Alembic begins: it is given the connection, inside the transaction that the caller keeps."""

from alembic import context

from imgorigin.catalog.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
