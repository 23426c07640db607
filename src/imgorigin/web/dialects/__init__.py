"""JSON APIs of other services, each a room of its own, so that their clients work here.

What they share stands beside the rooms: who asks (asking), the way of a call (calls), bodies and forms on
their way in (reading, forms), answers on their way out (replies), this server's names (hosts), and those of
models (models).
"""
