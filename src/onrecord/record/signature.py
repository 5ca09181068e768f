"""Text -> a MinHash signature of its word runs, by which near copies of a wire text find each other (Broder 1997)."""

import re
from zlib import crc32

PERMUTATIONS = 64
RUN = 5
"""Words of one run."""
SHORTEST = 12
"""Words below which a text has no signature: two short texts are alike by chance."""
_WORD = re.compile(r"\w+")
_LONGEST = 20_000
"""Word runs that count: enough to tell copies, whatever the length."""


def runs_of(text: str) -> set[bytes]:
    """The runs of five words of a text, case folded; at most 20,000 of them, the same ones of two texts alike."""
    words = _WORD.findall(text.casefold())
    runs = {" ".join(words[n : n + RUN]).encode("utf-8", "surrogatepass") for n in range(max(0, len(words) - RUN + 1))}
    return runs if len(runs) <= _LONGEST else set(sorted(runs, key=crc32)[:_LONGEST])


def signature_of(text: str) -> bytes | None:
    """The signature as bytes (64 little-endian 32-bit numbers), or None for a text too short to have one."""
    if len(_WORD.findall(text[:1000])) < SHORTEST:
        return None
    import numpy as np  # here and not above: the libraries take longer to load than most commands to run
    from datasketch import MinHash

    runs = runs_of(text)
    made = MinHash(num_perm=PERMUTATIONS, seed=1)
    if runs:
        made.update_batch(sorted(runs))
    return np.asarray(made.hashvalues, dtype="<u4").tobytes()


def likeness(a: bytes, b: bytes) -> float:
    """The share of word runs two texts have in common (Jaccard), estimated from their signatures: 0 to 1."""
    import numpy as np

    return float(np.mean(np.frombuffer(a, dtype="<u4") == np.frombuffer(b, dtype="<u4")))


def bands(signature: bytes, *, rows: int = 4) -> list[bytes]:
    """Pieces of a signature; near copies share at least one."""
    size = 4 * rows
    return [signature[n : n + size] for n in range(0, len(signature), size)]
