"""Another process that writes into a disk store: `python writer.py ROOT SEED BYTES FILE_LIMIT KEY...`

Says so when it is ready, waits for a line, then puts its own bytes at each key and prints the SHA-256 of what
the store holds. Where FILE_LIMIT is not 0, the kernel kills it in the middle of the first longer write.
"""

import asyncio
import random
import resource
import signal
import sys
from pathlib import Path

from imgorigin.stores.base import Blob, sha256_hex
from imgorigin.stores.disk import DiskStore


async def main(root: str, seed: str, size: str, file_limit: str, *keys: str) -> None:
    if int(file_limit):
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(file_limit), int(file_limit)))
    store, chance = DiskStore(Path(root)), random.Random(int(seed))
    print("ready", flush=True)
    sys.stdin.readline()
    for key in keys:
        held = await store.put(key, Blob(chance.randbytes(int(size)), 1_000_000_000 + int(seed)))
        print(sha256_hex(held.data))


asyncio.run(main(*sys.argv[1:]))
