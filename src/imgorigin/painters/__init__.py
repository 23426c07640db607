"""Painters turn recipes into pictures."""
