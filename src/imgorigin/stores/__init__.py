"""Stores keep immutable blobs: memory -> disk -> S3."""
