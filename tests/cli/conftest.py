"""Fixtures of the verbs."""

from tests.cli.typed import imgorigin

__all__ = ["imgorigin"]
