"""The API of Inliner, as its clients speak it."""
