"""An image CDN origin whose URLs are prompts."""

__version__ = "0.1.0"
