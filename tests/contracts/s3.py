"""An S3 server's other side: what a test does to it behind a store's back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

import botocore.session
import pytest
from botocore.config import Config
from botocore.loaders import create_loader
from botocore.session import Session

from imgorigin.stores.s3 import S3Url

BUCKET = "pictures"


@dataclass(frozen=True, slots=True)
class S3Server:
    """A running server with an empty BUCKET; `client` is a plain botocore client, and blocks."""

    endpoint: str
    client: Any

    @property
    def port(self) -> int:
        return int(self.endpoint.rpartition(":")[2])

    def url(self, prefix: str, *, endpoint: str | None = None) -> S3Url:
        return S3Url(BUCKET, f"{prefix}/", endpoint or self.endpoint)


@contextmanager
def attached(endpoint: str, access_key: str, secret_key: str) -> Iterator[S3Server]:
    """The server at `endpoint`, with its credentials where every AWS tool looks for them.

    Meanwhile all sessions share one reader of botocore's descriptions of services: to parse those megabytes
    for each store would take longer than most tests.
    """
    with pytest.MonkeyPatch.context() as environment:
        environment.setattr(botocore.session, "create_loader", cache(create_loader))
        for name in ("AWS_PROFILE", "AWS_DEFAULT_REGION", "AWS_REGION", "AWS_SESSION_TOKEN"):
            environment.delenv(name, raising=False)
        environment.setenv("AWS_ACCESS_KEY_ID", access_key)
        environment.setenv("AWS_SECRET_ACCESS_KEY", secret_key)
        environment.setenv("AWS_CONFIG_FILE", "/dev/null")
        environment.setenv("AWS_SHARED_CREDENTIALS_FILE", "/dev/null")
        environment.setenv("AWS_EC2_METADATA_DISABLED", "true")
        config: Any = Config(s3={"addressing_style": "path"}, retries={"max_attempts": 5, "mode": "standard"})  # type: ignore[no-untyped-call]
        session: Any = Session()  # type: ignore[no-untyped-call]
        client = session.create_client("s3", "us-east-1", endpoint_url=endpoint, config=config)
        try:
            client.create_bucket(Bucket=BUCKET)
            yield S3Server(endpoint, client)
        finally:
            client.close()
