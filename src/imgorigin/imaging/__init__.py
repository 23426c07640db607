"""From a master to the exact bytes served: cut, encode, label. All of it blocks; run it in threads."""

from typing import Final

import pyvips

THREADS: Final = 4
"""Of one operation. AVIF's encoder cuts a picture into as many pieces, which shows in its bytes: the number
is the same on every machine, lest hosts disagree on a file."""

pyvips.concurrency_set(THREADS)  # type: ignore[attr-defined]  # made at import
pyvips.cache_set_max(0)  # every operation here is on another picture: a cache would only hold memory
