"""Types of PLOVER that two reporters may give to one event, and how far apart the rest are."""

from functools import lru_cache

FAMILIES: dict[str, frozenset[str]] = {
    "force": frozenset({"ASSAULT", "COERCE", "MOBILIZE"}),
    "words": frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN", "SUPPORT", "PROTEST"}),
    "talks": frozenset({"CONSULT", "AGREE", "COOPERATE", "SUPPORT"}),
    "yielding": frozenset({"RETREAT", "CONCEDE", "AGREE"}),
    "help": frozenset({"AID", "COOPERATE", "SUPPORT"}),
    "pressure": frozenset({"SANCTION", "COERCE", "PROTEST"}),
}
"""Types that coders and reporters confuse: an invasion is ASSAULT or COERCE, an accord AGREE or COOPERATE."""


def families(kind: str) -> tuple[str, ...]:
    """The families a type belongs to; a type of none stands for itself."""
    return tuple(name for name, kinds in FAMILIES.items() if kind in kinds) or (kind,)


@lru_cache(maxsize=4096)
def related(a: str, b: str) -> bool:
    """Whether two types share a family."""
    return a == b or bool(set(families(a)) & set(families(b)))
