"""The verbs as a person types them, each in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from imgorigin import __version__
from imgorigin.address import parse
from imgorigin.settings import NAMES, environment_name
from imgorigin.stores.base import Blob
from imgorigin.stores.disk import DiskStore


def imgorigin(*arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "imgorigin", *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env=os.environ | {"COLUMNS": "200", "NO_COLOR": "1", "TERM": "dumb"} | environ,
    )


def test_version_and_help() -> None:
    assert imgorigin("--version").stdout == f"imgorigin {__version__}\n"
    told = imgorigin("--help").stdout
    for verb in (
        "serve",
        "paint",
        "purge",
        "verify",
        "backup",
        "restore",
        "settings",
        "doctor",
        "keys",
        "projects",
        "plan",
        "audit",
        "sign",
    ):
        assert verb in told


def test_every_setting_is_an_option_of_serve_and_a_row_of_settings() -> None:
    options, rows = imgorigin("serve", "--help").stdout, imgorigin("settings").stdout
    for name in NAMES:
        assert f"--{name.replace('_', '-')}" in options
        assert f"\n{name} " in rows


def test_settings_shows_where_we_are(tmp_path: Path) -> None:
    config = tmp_path / "x.toml"
    config.write_text('memory = "1GB"\n')
    told = imgorigin("settings", "--config", str(config), "--max-side", "2048", IMGORIGIN_WAIT="7").stdout
    rows = {line.split()[0]: line.split()[1:] for line in told.splitlines() if line and line[0].islower()}
    assert rows["memory"][0] == "1.0GB"
    assert rows["max_side"][:2] == ["2048", "4096"]
    assert rows["wait"][:2] == ["7", "60"]


@pytest.mark.parametrize(
    ("arguments", "environ", "told"),
    [
        (["settings", "--port", "x"], {}, "imgorigin: Setting 'port' on the command line"),
        (["settings"], {"IMGORIGIN_PROT": "1"}, "Did you mean 'port'?"),
        (["serve"], {"IMGORIGIN_S3": "http://x"}, "is not of the form s3://bucket"),
        (["serve", "--data", "/proc/x"], {}, "imgorigin: The data folder /proc/x cannot be used"),
        (
            ["paint", "x", "-o", "x.gif"],
            {},
            "imgorigin: output: 'x.gif' has no ending we write. Allowed: .png",
        ),
        (["paint", "x", "--size", "big"], {}, "imgorigin: size: 'big'. Allowed: WIDTHxHEIGHT"),
        (["paint", "x", "--size", "9x9"], {}, "imgorigin: width: 9 pixels. Allowed: 16 to 4096."),
        (
            ["paint", "x", "-o", "/no/such/folder/x.png"],
            {},
            "imgorigin: /no/such/folder/x.png cannot be written",
        ),
        (["purge", "cat"], {}, "imgorigin: An address looks like"),
    ],
)
def test_mistakes_are_one_line_and_no_stack(
    arguments: list[str], environ: dict[str, str], told: str, tmp_path: Path
) -> None:
    done = imgorigin(*arguments, **({"IMGORIGIN_DATA": str(tmp_path)} | environ))
    assert done.returncode == 1
    assert told in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("form", ["png", "jpg", "jpeg", "webp", "avif"])
def test_paint_writes_the_picture_that_the_address_shows(tmp_path: Path, form: str) -> None:
    file = tmp_path / f"picture.{form}"
    done = imgorigin("paint", "Sunset over Mountains", "-o", str(file), "--size", "320x180")
    assert done.returncode == 0, done.stderr
    with Image.open(file) as image:
        assert image.size == (320, 180)
    assert "320x180" in done.stdout


def test_paint_tells_what_it_could_make_nothing_of_and_takes_a_seed(tmp_path: Path) -> None:
    pictures = set()
    for seed in ("1", "2"):
        file = tmp_path / f"{seed}.png"
        done = imgorigin("paint", "zzqx grfl", "-o", str(file), "--size", "64x64", "--seed", seed)
        assert done.returncode == 0
        assert "Nothing could be made of: zzqx, grfl." in done.stderr
        pictures.add(file.read_bytes())
    assert len(pictures) == 2


def test_purge_removes_one_file_or_the_whole_picture(tmp_path: Path) -> None:
    data = ["--data", str(tmp_path)]
    images = tmp_path / "store" / "images" / "demo"
    keys = [
        "/demo/cat_64x64.png",
        "/demo/cat_32x32.jpg",
        "/demo/cat_64x64.png/night.webp",
        "/demo/cats_64x64.png",
    ]
    for path in keys:
        file = tmp_path / "store" / parse(path).key
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"x")
        digest = tmp_path / "store" / ".digests" / parse(path).key
        digest.parent.mkdir(parents=True, exist_ok=True)
        digest.write_text("2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881\n")
    for stray in (b"cat_64x64.png.bak", b"cat_\xff.png"):  # by hand
        Path(os.fsdecode(os.fsencode(images) + b"/" + stray)).write_bytes(b"x")
    assert "1 removed" in imgorigin("purge", "https://img.example/demo/cat_64x64.png?v=1", *data).stdout
    assert not (images / "cat_64x64.png").exists()
    assert (images / "cat_32x32.jpg").exists()
    assert "2 removed" in imgorigin("purge", "--picture", "/demo/cat.png", *data).stdout
    left = {os.fsencode(file.name) for file in images.iterdir() if file.is_file()}
    assert left == {b"cats_64x64.png", b"cat_64x64.png.bak", b"cat_\xff.png"}
    assert "nothing there" in imgorigin("purge", "/demo/cat_64x64.png", *data).stdout


async def test_verify_removes_what_is_damaged(tmp_path: Path) -> None:
    disk = DiskStore(tmp_path / "store")
    for name in "abc":
        await disk.put(f"images/demo/{name}.png", Blob(name.encode()))
    assert "3 files sound, 0 damaged" in imgorigin("verify", "--data", str(tmp_path)).stdout
    (tmp_path / "store/images/demo/b.png").write_bytes(b"x")
    left_over = tmp_path / "store/.digests/images/demo/secret-otter.png"
    left_over.write_text("0" * 64)
    os.utime(left_over, (1_600_000_000, 1_600_000_000))
    done = imgorigin("verify", "--data", str(tmp_path))
    assert done.returncode == 1
    assert done.stdout == "damaged, removed: images/demo/b.png\n2 files sound, 1 damaged\n"
    assert not left_over.exists()
    assert "2 files sound, 0 damaged" in imgorigin("verify", "--data", str(tmp_path)).stdout


def test_doctor_finds_nothing_wrong_with_a_fresh_folder(tmp_path: Path) -> None:
    done = imgorigin("doctor", "--data", str(tmp_path / "new"))
    assert done.returncode == 0, done.stdout
    for part in ("versions", "libvips", "data", "projects", "leases", "painter", "s3", "vision"):
        assert f"ok   {part}" in done.stdout


def test_doctor_tells_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "projects.toml").write_text("[api]")
    done = imgorigin("doctor", "--data", str(tmp_path), "--s3", "s3://b?endpoint=http://127.0.0.1:9")
    assert done.returncode == 1
    assert "fail projects" in done.stdout
    assert "fail s3" in done.stdout


def test_doctor_tells_each_thing_that_is_wrong_with_projects_in_a_line(tmp_path: Path) -> None:
    assert (
        imgorigin("projects", "create", "shop", "--model", "sd-turbo", "--data", str(tmp_path)).returncode
        == 0
    )
    (tmp_path / "projects.toml").write_text('[api]\n[acme]\nstyle = "ink"\n[news]\npaint = "closed"\n')
    done = imgorigin("doctor", "--data", str(tmp_path))
    assert done.returncode == 1
    wrong = [line for line in done.stdout.splitlines() if line.startswith("fail")]
    assert [line.partition(str(tmp_path))[2] or line for line in wrong] == [
        "/projects.toml, api.project: 'api' cannot be a project. Allowed: up to 63 of a-z, 0-9, - and _, and "
        "no name the server keeps for itself.",
        "/projects.toml, news.paint: 'closed'. Allowed: open, referer, signed, keyed, frozen.",
        "fail projects  Project shop.model: there is no 'sd-turbo' on this server. Known: sketch.",
    ]
    assert "ok   catalog" in done.stdout
    assert done.stderr == ""


def test_doctor_makes_no_catalog_and_says_what_a_database_said(tmp_path: Path) -> None:
    assert imgorigin("doctor", "--data", str(tmp_path)).returncode == 0
    assert not list(tmp_path.iterdir())
    url = "postgresql://me:hidden@127.0.0.1:9/x"
    done = imgorigin("doctor", "--data", str(tmp_path), "--catalog", url)
    assert done.returncode == 1
    (line, *_) = [one for one in done.stdout.splitlines() if one.startswith("fail catalog")]
    assert "cannot be used: postgresql://me:***@127.0.0.1:9/x. " in line
    assert "Connect call failed" in line
    assert "hidden" not in done.stdout + done.stderr
    assert "fail projects  Without the catalog nobody can tell." in done.stdout


def test_settings_travel_by_environment() -> None:
    done = imgorigin("settings", **{environment_name("log_level"): "debug"})
    assert "debug" in done.stdout
