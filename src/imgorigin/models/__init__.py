"""The models that may paint: what is known of each, where its weights lie, and fetching them. Light: it
never loads torch."""
