"""What pictures are of: who they are, what they look like, where they stand."""
