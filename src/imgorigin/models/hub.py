"""The model hub: what a repository holds, and its files, with a download that goes on where it stopped."""

from __future__ import annotations

import fcntl
import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from imgorigin.errors import SettingsError, installing

EXTRA: Final = installing("diffusers")
CHUNK: Final = 1 << 20
TRIES: Final = 5
"""Connections that may break, one after another with nothing new received, before a file is given up."""
TIMEOUT: Final = 60
"""Seconds without a byte until a connection counts as broken."""
PART: Final = ".part"

Advance = Callable[[int], None]
"""Told the bytes that came in; negative where some had to be thrown away."""


@dataclass(frozen=True, slots=True)
class HubFile:
    """`etag` is the file's name among the cache's blobs: the SHA-256 of a large file (`is_hashed`), else the
    hash by which Git knows it."""

    path: str
    size: int
    etag: str
    is_hashed: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """A repository at one commit."""

    source: str
    revision: str
    files: dict[str, HubFile]


@dataclass(frozen=True, slots=True)
class Hub:
    """`endpoint` and `token` as huggingface_hub finds them (HF_ENDPOINT, HF_TOKEN), if none are given."""

    endpoint: str | None = None
    token: str | None = None

    def listing(self, source: str, revision: str = "") -> Listing:
        """Raises SettingsError, which says what helps."""
        api = _library().HfApi(endpoint=self.endpoint, token=self.token)
        with _told(source, revision, self.endpoint):
            found = api.model_info(source, revision=revision or None, files_metadata=True)
        files = [_hub_file(sibling) for sibling in found.siblings or []]
        return Listing(source, str(found.sha), {file.path: file for file in files})

    def fetch(self, listing: Listing, file: HubFile, blob: Path, advance: Advance) -> None:
        """Put the file at `blob`. What an earlier try left beside it is gone on with. Raises SettingsError;
        whatever came in stays, unless it is wrong."""
        blob.parent.mkdir(parents=True, exist_ok=True)
        part = blob.with_name(blob.name + PART)
        with _told(listing.source, listing.revision, self.endpoint), _only_here(part):
            advance(part.stat().st_size)
            for _ in range(2):
                self._receive(listing, file, part, advance)
                if matches(part, file.etag, is_hashed=file.is_hashed):
                    part.rename(blob)
                    return
                advance(-part.stat().st_size)
                part.unlink()
                part.touch()
        part.unlink()
        raise SettingsError(
            f"{file.path} of {listing.source} came in damaged, twice: its content does not have the hash "
            "that the hub tells. Is there a proxy in between?"
        )

    def _receive(self, listing: Listing, file: HubFile, part: Path, advance: Advance) -> None:
        failures = 0
        while (before := part.stat().st_size) < file.size:
            try:
                self._receive_on(listing, file, part, advance)
            except _broken():
                failures = 0 if part.stat().st_size > before else failures + 1
                if failures == TRIES:
                    raise
        if part.stat().st_size > file.size:
            advance(file.size - part.stat().st_size)
            with part.open("r+b") as out:
                out.truncate(0)

    def _receive_on(self, listing: Listing, file: HubFile, part: Path, advance: Advance) -> None:
        hub = _library()
        url = hub.hf_hub_url(listing.source, file.path, revision=listing.revision, endpoint=self.endpoint)
        start = part.stat().st_size
        headers = hub.utils.build_hf_headers(token=self.token) | {"Accept-Encoding": "identity"}
        if start:
            headers["Range"] = f"bytes={start}-"
        with hub.get_session().stream("GET", url, headers=headers, timeout=TIMEOUT) as response:
            hub.hf_raise_for_status(response)
            with part.open("ab") as out:
                if start and response.status_code == 200:  # it knows nothing of ranges
                    out.truncate(0)
                    advance(-start)
                for chunk in response.iter_bytes():
                    out.write(chunk)
                    advance(len(chunk))


def matches(path: Path, etag: str, *, is_hashed: bool) -> bool:
    """Whether a file has the content that the hub knows by `etag`."""
    size = path.stat().st_size
    digest = hashlib.sha256() if is_hashed else hashlib.sha1(b"blob %d\0" % size, usedforsecurity=False)
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest() == etag


def _hub_file(sibling: Any) -> HubFile:
    if sibling.lfs:
        return HubFile(sibling.rfilename, sibling.lfs.size, sibling.lfs.sha256, True)
    return HubFile(sibling.rfilename, sibling.size or 0, str(sibling.blob_id), False)


def _library() -> Any:
    try:
        import huggingface_hub  # noqa: PLC0415  an extra
    except ModuleNotFoundError as error:
        raise SettingsError(f"Fetching models needs more than is installed: {EXTRA}") from error
    return huggingface_hub


def _broken() -> tuple[type[Exception], ...]:
    import httpx2  # noqa: PLC0415  comes with huggingface_hub

    return (httpx2.TransportError,)


@contextmanager
def _only_here(part: Path) -> Iterator[None]:
    """Two processes that append to one file would spoil it."""
    with part.open("ab") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise SettingsError("Another process is fetching this model just now.") from None
        yield


@contextmanager
def _told(source: str, revision: str, endpoint: str | None) -> Iterator[None]:
    """The hub's errors in sentences that say what helps."""
    import httpx2  # noqa: PLC0415  comes with huggingface_hub
    from huggingface_hub import errors  # noqa: PLC0415

    page = f"https://huggingface.co/{source}"
    host = endpoint or _library().constants.ENDPOINT
    try:
        yield
    except errors.GatedRepoError as error:
        raise SettingsError(
            f"{source} is given only to those who accept its licence. Accept it at {page} , make a token at "
            "https://huggingface.co/settings/tokens , and pull with it: "
            f"HF_TOKEN=hf_... imgorigin models pull {source}"
        ) from error
    except errors.RevisionNotFoundError as error:
        raise SettingsError(f"{source} has no revision {revision!r}. See {page}/commits") from error
    except errors.RepositoryNotFoundError as error:
        raise SettingsError(
            f"There is no model {source} on the hub, or it is private: then set HF_TOKEN to a token that may "
            "read it."
        ) from error
    except errors.HFValidationError as error:
        raise SettingsError(f"{source!r} is no hub id. They have the form owner/name.") from error
    except errors.HfHubHTTPError as error:
        raise SettingsError(f"The hub answers {error.response.status_code} for {source}: {error}") from error
    except errors.OfflineModeIsEnabled as error:
        raise SettingsError(f"{source} cannot be fetched: HF_HUB_OFFLINE is set.") from error
    except httpx2.HTTPError as error:
        raise SettingsError(
            f"The hub at {host} cannot be reached ({error}). What came in is kept: pull again. "
            "Behind a proxy, set HTTPS_PROXY; a mirror is named by HF_ENDPOINT; or copy the model's folder "
            "here, and serve it by --model ./folder."
        ) from error
    except OSError as error:
        raise SettingsError(f"The weights cannot be written: {error.strerror or error}.") from error
