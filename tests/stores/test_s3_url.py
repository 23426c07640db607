from __future__ import annotations

import pytest

from imgorigin.errors import SettingsError
from imgorigin.stores.s3 import S3Store, S3Url


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("s3://pictures", S3Url("pictures")),
        ("s3://pictures/", S3Url("pictures")),
        ("s3://my.pictures-2/cdn/a", S3Url("my.pictures-2", "cdn/a/")),
        ("s3://pictures/cdn/", S3Url("pictures", "cdn/")),
        (
            "s3://pictures?endpoint=http://127.0.0.1:9000&region=eu-central-1",
            S3Url("pictures", "", "http://127.0.0.1:9000", "eu-central-1"),
        ),
        (
            "s3://p-1/x?endpoint=https%3A%2F%2Fs3.example.com",
            S3Url("p-1", "x/", "https://s3.example.com", None),
        ),
    ],
)
def test_good_urls(text: str, url: S3Url) -> None:
    assert S3Url.parse(text) == url


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("pictures", "s3://bucket/prefix"),
        ("https://pictures.s3.amazonaws.com/", "s3://bucket/prefix"),
        ("s3:///prefix", "s3://bucket/prefix"),
        ("s3://pictures#x", "s3://bucket/prefix"),
        ("s3://[pictures", "s3://bucket/prefix"),
        ("s3://ab/x", "'ab' cannot be a bucket: 3 to 63"),
        ("s3://pictures:9000/x", "'pictures:9000' cannot be a bucket"),
        (
            "s3://pictures?end_point=http://x&zone=1",
            "unknown end_point, zone. Allowed behind the ?: endpoint",
        ),
        ("s3://pictures?endpoint=", "endpoint needs one value"),
        ("s3://pictures?region=a&region=b", "region needs one value"),
        ("s3://pictures?endpoint=127.0.0.1:9000", "endpoint '127.0.0.1:9000' has to begin with http://"),
        ("s3://pictures?endpoint=https://", "has to begin with"),
    ],
)
def test_bad_urls_are_told_what_is_wrong(text: str, told: str) -> None:
    with pytest.raises(SettingsError) as caught:
        S3Url.parse(text)
    assert told in caught.value.detail
    assert text in caught.value.detail


@pytest.mark.parametrize(
    "text", ["s3://key:hunter2@pictures", "s3://pictures?endpoint=https://me:hunter2@host"]
)
def test_secrets_do_not_belong_there_and_are_not_repeated(text: str) -> None:
    with pytest.raises(SettingsError, match="AWS_SECRET_ACCESS_KEY") as caught:
        S3Url.parse(text)
    assert "hunter2" not in caught.value.detail


async def test_what_only_botocore_finds_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_PROFILE", "nobody")
    with pytest.raises(SettingsError, match="nobody"):
        await S3Store(S3Url("pictures")).__aenter__()
    monkeypatch.delenv("AWS_PROFILE")
    with pytest.raises(SettingsError, match="no such place"):
        await S3Store(S3Url("pictures", region="no such place")).__aenter__()
