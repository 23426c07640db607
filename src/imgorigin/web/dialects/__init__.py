"""JSON APIs of other services, each a room of its own, so that their clients work here."""
