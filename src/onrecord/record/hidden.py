"""Documents in which a record has hidden a name, as another record still holds them -> the name hidden in what comes in from there."""

import re
import sqlite3
from collections import defaultdict
from typing import Any

from onrecord.record.masking import Mask
from onrecord.record.tell import BLOCK

_HIDDEN = re.compile(rf"(?:\[(\d+)\])?{BLOCK}+")
COLUMNS = ("text", "title", "path", "publisher")


class Hidden:
    """The names that a record has hidden, learnt from texts in which another shows them: both are of the same length."""

    def __init__(self) -> None:
        self.names: dict[int, set[str]] = defaultdict(set)
        self.within: dict[str, dict[int, set[str]]] = {}
        """What is hidden in a document, parts of names, too, by the ids of its claims."""

    def learn(self, connection: sqlite3.Connection, theirs: sqlite3.Row) -> None:
        """Read off what this record hides in a document that the other shows."""
        ours = connection.execute(f"SELECT {', '.join(COLUMNS)} FROM documents WHERE id = ?", (theirs["id"],)).fetchone()
        words: dict[int, set[str]] = defaultdict(set)
        for mine, shown in zip(ours, (theirs[c] for c in COLUMNS), strict=True):
            if mine is None or shown is None or len(mine) != len(shown):
                continue
            for found in _HIDDEN.finditer(mine):
                name = shown[found.start() : found.end()]
                if BLOCK not in name:
                    words[int(found.group(1) or 0)].add(name)
        for number, those in words.items():
            self.names[number] |= {name for name in those if len(name.split()) > 1}
        claims = connection.execute("SELECT DISTINCT id FROM claims WHERE document = ?", (theirs["id"],)) if words else ()
        self.within |= {claim: words for (claim,) in claims}

    def masked(self, decision: dict[str, Any]) -> dict[str, Any]:
        """A decision as it is exported, with blocks over the names; over parts of them, too, where it is on a claim of a document that hides them."""
        parts = self.within.get(decision["target"], {})
        for number in sorted({*self.names, *parts}):
            mask = Mask(self.names[number], number, parts.get(number, ()))
            decision = decision | {k: mask.plain(decision[k]) for k in ("who", "why", "value", "machine")}
        held = decision["machine"]
        return decision | {"target": held["id"]} if isinstance(held, dict) and {"id", "key"} <= held.keys() else decision
