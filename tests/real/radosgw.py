"""A Ceph cluster of one, in memory, with radosgw before it: the S3 of those who run their own."""

from __future__ import annotations

import http.client
import socket
import subprocess
import time
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

from tests.contracts.s3 import S3Server, attached
from tests.real.binaries import require_binary

PACKAGES: Final = "--no-install-recommends radosgw ceph-mon ceph-osd"
ACCESS_KEY: Final = "imgorigin"
SECRET_KEY: Final = "not-much-of-a-secret"
STARTED_WITHIN: Final = 90.0

CONFIGURATION: Final = """
[global]
fsid = {fsid}
mon host = v2:127.0.0.1:{mon_port}
public addr = 127.0.0.1
cluster addr = 127.0.0.1
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 4
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
mon allow pool size one = true
mon max pg per osd = 2000
auth allow insecure global id reclaim = false
run dir = {folder}
admin socket = {folder}/$name.asok
log file = {folder}/$name.log
keyring = {folder}/keyring
[mon.a]
mon data = {folder}/mon
[osd]
osd data = {folder}/osd
osd objectstore = memstore
memstore device bytes = 1073741824
[client.rgw]
rgw frontends = beast endpoint=127.0.0.1:{port}
rgw data = {folder}/rgw
"""

ENTITIES: Final = {
    "mon.": ["mon", "allow *"],
    "client.admin": ["mon", "allow *", "osd", "allow *", "mds", "allow *", "mgr", "allow *"],
    "osd.0": ["mon", "allow profile osd", "osd", "allow *", "mgr", "allow profile osd"],
    "client.rgw": ["mon", "allow rw", "osd", "allow rwx"],
}


@contextmanager
def radosgw(folder: Path) -> Iterator[S3Server]:
    """Running, with its data in `folder`; its daemons end with it."""
    for binary in ("radosgw", "ceph-mon", "ceph-osd"):
        require_binary(binary, PACKAGES)
    mon_port, port, fsid = free_port(), free_port(), str(uuid.uuid4())
    for name in ("mon", "osd", "rgw"):
        (folder / name).mkdir()
    conf, keyring, monmap = (str(folder / name) for name in ("ceph.conf", "keyring", "monmap"))
    Path(conf).write_text(CONFIGURATION.format(fsid=fsid, folder=folder, mon_port=mon_port, port=port))
    Path(keyring).touch()
    for name, allowed in ENTITIES.items():
        pairs = zip(allowed[::2], allowed[1::2], strict=True)
        caps = [word for service, may in pairs for word in ("--cap", service, may)]
        run("ceph-authtool", keyring, "--gen-key", "-n", name, *caps)
    address = f"[v2:127.0.0.1:{mon_port}]"
    run("monmaptool", "--create", "--clobber", "--fsid", fsid, "--addv", "a", address, monmap)
    run("ceph-mon", "--conf", conf, "--mkfs", "-i", "a", "--monmap", monmap, "--keyring", keyring)
    with ExitStack() as daemons:
        daemons.enter_context(daemon(folder, "ceph-mon", "--conf", conf, "-i", "a"))
        osd = str(uuid.uuid4())
        run("ceph", "--conf", conf, "osd", "new", osd, "0")
        run("ceph-osd", "--conf", conf, "-i", "0", "--osd-uuid", osd, "--mkfs")
        daemons.enter_context(daemon(folder, "ceph-osd", "--conf", conf, "-i", "0"))
        gateway = daemons.enter_context(daemon(folder, "radosgw", "--conf", conf, "-n", "client.rgw"))
        user = (
            "--uid=tests",
            "--display-name=tests",
            f"--access-key={ACCESS_KEY}",
            f"--secret-key={SECRET_KEY}",
        )
        run("radosgw-admin", "--conf", conf, "-n", "client.rgw", "user", "create", *user)
        wait_for_http(port, gateway)
        with attached(f"http://127.0.0.1:{port}", ACCESS_KEY, SECRET_KEY) as server:
            yield server


@contextmanager
def daemon(folder: Path, program: str, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    with (folder / f"{program}.out").open("wb") as output:
        process = subprocess.Popen([program, "-f", *arguments], stdout=output, stderr=output)
        try:
            yield process
        finally:
            process.kill()  # it has nothing to save
            process.wait()


def run(*command: str) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, timeout=STARTED_WITHIN)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for_http(port: int, process: subprocess.Popen[bytes]) -> None:
    """Until any answer at all. Polled: it has no other way to tell."""
    end = time.monotonic() + STARTED_WITHIN
    while True:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=STARTED_WITHIN)
        try:
            connection.request("GET", "/")
            connection.getresponse().read()
            return
        except OSError:
            if process.poll() is not None or time.monotonic() > end:
                raise
            time.sleep(0.1)
        finally:
            connection.close()
