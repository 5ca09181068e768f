"""Large answers made without Python's search for objects that hold each other, which goes through everything in memory again and again."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_rounds() -> Iterator[None]:
    """No search for objects that hold each other meanwhile: hardly anything here makes any, and each round would go through all that is in memory."""
    going = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if going:
            gc.enable()
