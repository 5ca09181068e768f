"""Text -> a MinHash signature of its word runs, by which near copies of a wire text find each other (Broder 1997).

numpy loads when first needed: most commands need none of it.
"""

import re
from hashlib import shake_256
from zlib import crc32

PERMUTATIONS = 64
RUN = 5
"""Words of one run."""
SHORTEST = 12
"""Words below which a text has no signature: two short texts are alike by chance."""
_WORD = re.compile(r"\w+")
_PRIME = (1 << 31) - 1
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
    import numpy as np

    runs = runs_of(text) or {text.casefold().encode("utf-8", "surrogatepass")}
    hashes = np.fromiter((crc32(run) for run in runs), dtype=np.uint64, count=len(runs))
    # Carter and Wegman's universal hashes: (a x + b) mod a Mersenne prime, a different pair for each place of the signature.
    pairs = np.frombuffer(shake_256(b"onrecord/signature/1").digest(16 * PERMUTATIONS), dtype="<u8").reshape(PERMUTATIONS, 2) % _PRIME
    lowest = np.full(PERMUTATIONS, _PRIME, dtype=np.uint64)
    for part in np.array_split(hashes, 1 + len(hashes) // 4096):
        lowest = np.minimum(lowest, ((np.outer(pairs[:, 0] | 1, part) + pairs[:, 1:]) % _PRIME).min(axis=1))
    return lowest.astype("<u4").tobytes()


def likeness(a: bytes, b: bytes) -> float:
    """The share of word runs two texts have in common (Jaccard), estimated from their signatures: 0 to 1."""
    import numpy as np

    return float(np.mean(np.frombuffer(a, dtype="<u4") == np.frombuffer(b, dtype="<u4")))


def bands(signature: bytes, *, rows: int = 4) -> list[bytes]:
    """Pieces of a signature; near copies share at least one."""
    size = 4 * rows
    return [signature[n : n + size] for n in range(0, len(signature), size)]
