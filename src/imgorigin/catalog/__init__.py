"""The catalog: what is known of every picture, project and key, in SQL. Hits never need it."""
