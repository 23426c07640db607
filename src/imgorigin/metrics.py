"""What is counted and measured, for Prometheus."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable
from typing import Final

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    disable_created_metrics,
    generate_latest,
)
from prometheus_client.multiprocess import MultiProcessCollector

SECONDS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120)


disable_created_metrics()  # type: ignore[no-untyped-call]


class Metrics:
    """One set a process. With several HTTP processes (PROMETHEUS_MULTIPROC_DIR is set) they are summed."""

    def __init__(self) -> None:
        registry = self._registry = CollectorRegistry()
        self.requests = Counter(
            "imgorigin_requests", "Requests for pictures.", ["cache", "status"], registry=registry
        )
        self.paints = Counter("imgorigin_paints", "Pictures painted.", ["model"], registry=registry)
        self.errors = Counter("imgorigin_errors", "Errors answered.", ["code"], registry=registry)
        self.joined = Counter(
            "imgorigin_flights_joined", "Callers that joined a flight.", ["flight"], registry=registry
        )
        self.paint_seconds = Histogram(
            "imgorigin_paint_seconds", "Painting.", ["model"], buckets=SECONDS, registry=registry
        )
        self.encode_seconds = Histogram(
            "imgorigin_encode_seconds",
            "Cutting and encoding.",
            ["format"],
            buckets=SECONDS,
            registry=registry,
        )
        self.queue_seconds = Histogram(
            "imgorigin_queue_seconds", "Waiting for a turn.", ["queue"], buckets=SECONDS, registry=registry
        )
        self.queue_depth = Gauge(
            "imgorigin_queue_depth",
            "Callers waiting for a turn.",
            ["queue", "lane"],
            registry=registry,
            multiprocess_mode="livesum",
        )
        self.store_bytes = Gauge(
            "imgorigin_store_bytes",
            "Bytes kept.",
            ["tier"],
            registry=registry,
            multiprocess_mode="livemax",
        )
        self.painter_restarts = Gauge(
            "imgorigin_painter_restarts",
            "Painter processes that had to be replaced.",
            registry=registry,
            multiprocess_mode="livesum",
        )
        self.batch_pictures = Histogram(
            "imgorigin_batch_pictures",
            "Pictures painted together.",
            ["painter"],
            buckets=(1, 2, 3, 4, 6, 8, 12, 16, 32),
            registry=registry,
        )
        self.busy_seconds = Counter(
            "imgorigin_painter_busy_seconds",
            "Seconds that a painter process painted.",
            ["process"],
            registry=registry,
        )
        self.jobs = Gauge(
            "imgorigin_jobs",
            "Jobs that have not ended, of all processes and hosts.",
            ["kind", "status"],
            registry=registry,
            multiprocess_mode="livemostrecent",
        )
        self.jobs_ended = Counter(
            "imgorigin_jobs_ended", "Jobs done or failed.", ["kind", "status"], registry=registry
        )
        self.job_seconds = Histogram(
            "imgorigin_job_seconds",
            "Doing a job, once it was taken up.",
            ["kind"],
            buckets=(*SECONDS, 300, 900, 3600),
            registry=registry,
        )
        self.webhook_tries = Counter(
            "imgorigin_webhook_tries",
            "Messages sent to webhooks, by what became of them: delivered, pending (sent again later) or "
            "failed.",
            ["status"],
            registry=registry,
        )
        self._probes: list[Callable[[], Awaitable[None]]] = []

    def probe(self, measure: Callable[[], Awaitable[None]]) -> None:
        """Have `measure` set its gauges just before each exposition."""
        self._probes.append(measure)

    async def exposition(self) -> bytes:
        """The Prometheus text format."""
        for measure in self._probes:
            await measure()
        if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
            return generate_latest(self._registry)
        everyone = CollectorRegistry()
        MultiProcessCollector(everyone)  # type: ignore[no-untyped-call]
        return generate_latest(everyone)
