"""From a master to the exact bytes served: cut, encode, label. All of it blocks; run it in threads."""

import pyvips

pyvips.cache_set_max(0)  # every operation here is on another picture: a cache would only hold memory
