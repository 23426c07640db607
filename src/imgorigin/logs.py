"""Structured logs: one event a line, JSON or for a person's eyes."""

from __future__ import annotations

import contextlib
import logging
import sys
from collections.abc import Iterator
from typing import Any

import structlog

from imgorigin.settings import Settings


def configure(settings: Settings) -> None:
    """To standard error, uvicorn's own lines included."""
    as_json = settings.log_format == "json" or (settings.log_format == "auto" and not sys.stderr.isatty())
    shared: list[Any] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.StackInfoRenderer(),
    ]
    ends: list[Any] = (
        [structlog.processors.format_exc_info, structlog.processors.JSONRenderer(ensure_ascii=False)]
        if as_json
        else [structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())]
    )
    level = getattr(logging, settings.log_level.upper())
    structlog.configure(
        processors=[*shared, *ends],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *ends],
        )
    )
    logging.basicConfig(handlers=[handler], level=max(level, logging.INFO), force=True)
    # httpx tells every URL that it asks, with whatever secret is in the query of a webhook's.
    for name in ("alembic", "botocore", "aiobotocore", "asyncio", "httpx", "pyvips"):
        logging.getLogger(name).setLevel(logging.WARNING)


@contextlib.contextmanager
def silenced() -> Iterator[None]:
    """For verbs, which tell a person in one sentence what is wrong: what is done meanwhile logs nothing."""
    before = structlog.get_config()
    # A logger that is first used here must not stay silent.
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL),
        cache_logger_on_first_use=False,
    )
    try:
        yield
    finally:
        structlog.configure(**before)
