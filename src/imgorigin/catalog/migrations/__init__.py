"""Changes to the tables of the catalog, in order. Read by Alembic."""
